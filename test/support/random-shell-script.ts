import type { randomFrom } from "./random.js";

/** The number of the call that stands in a file which scripts write and take in. */
export const callInFile = "9000";

type Random = ReturnType<typeof randomFrom>;

/**
 * A script of bash that calls `p NUMBER words…`, each call with a number of its own, and `q NUMBER`, which prints `qNUMBER`
 * and succeeds where that is even: nobody but a run knows.
 */
export function randomShellScript(random: Random): string {
  return new ScriptWriter(random).script();
}

const names = ["A", "B", "C"];
const lists = ["L", "M"];
const maps = ["T"];
const functions = ["f", "g"];
const texts = [
  "a",
  "b c",
  "ml.m5.xlarge",
  "s3://bkt/pre/x.tar.gz",
  "sg-1,sg-2",
  "a/b/c.d",
  "",
  "Ab-Cd",
  "x=1",
  " a  b ",
];
const paths = ["f1.json", "./f1.json", "d/f2.json"];

class ScriptWriter {
  private number = 0;
  private depth = 0;
  /** In whose body it is. */
  private inFunction: string | undefined;

  constructor(private readonly random: Random) {}

  script(): string {
    const { random } = this;
    const lines = [
      ...names.map((name) => `${name}=${this.quoted(random.pick(texts))}`),
      "L=(a 'b c' d.x)",
      "M=()",
      "declare -A T=([a]=1 [b]='2 3')",
      "mkdir -p d/d e/d d/e",
      "echo '{\"a\": 1}' > f1.json",
      "printf 'B=s$A\\nL+=(s)\\n' > s.sh",
      "P=A",
      "n=1",
    ];
    for (const name of functions) if (random.chance(0.9)) lines.push(this.definition(name));
    const count = 3 + random.below(9);
    for (let index = 0; index < count; index += 1) lines.push(this.statement(), this.probe());
    lines.push(this.probe());
    return `${lines.join("\n")}\n`;
  }

  private definition(name: string): string {
    this.inFunction = name;
    const body = this.block(1 + this.random.below(3));
    this.inFunction = undefined;
    return `${name}() {\n${body}\n}`;
  }

  private block(count: number): string {
    this.depth += 1;
    const lines = Array.from({ length: count }, () => this.statement());
    this.depth -= 1;
    return lines.join("\n");
  }

  private statement(): string {
    const { random } = this;
    const name = random.pick(names);
    const list = random.pick(lists);
    const [map = "T"] = maps;
    const simple: (() => string)[] = [
      () => this.probe(),
      () => this.probe(),
      () => this.probe(),
      () => `${name}=${this.word()}`,
      () => `${name}=${this.word()}`,
      () => `${name}=${this.operation()}`,
      () => `${name}=${this.operation()}`,
      () => `${name}+=${this.word()}`,
      () => `${list}=(${this.word()} ${this.word()})`,
      () => `${list}+=(${this.word()})`,
      () => `${list}[${random.below(3)}]=${this.word()}`,
      () => `${map}[${random.pick(["a", "b", "k$A", "k"])}]=${this.word()}`,
      () => `printf -v ${name} '%s-%s' ${this.word()} "\${B}"`,
      () => `set -- ${this.word()} ${this.word()}`,
      () => `read -r ${name} C <<< ${this.word()}`,
      () => `IFS=, read -ra ${list} <<< "\${${name}}"`,
      () => `export ${name}=${this.word()}`,
      () => `unset ${name}`,
      () => `${this.function()} ${this.word()} ${this.word()}`,
      () => `${name}=$(${this.function()} ${this.word()})`,
      () => `${name}=$(${this.function()} ${this.word()} | cat)`,
      () => `echo ${this.word()} > ${random.pick(paths)}`,
      () => `printf '%s' ${this.word()} >> ${random.pick(paths)}`,
      () => `cat > ${random.pick(paths)} <<EOF\n{"a": "$A", "b": "\${B%.*}"}\nEOF`,
      () => `{ echo a; echo ${this.word()}; } > ${random.pick(paths)}`,
      () => `${name}=$(cat ${random.pick(paths)})`,
      () => `sed -i 's/a/z/' f1.json`,
      () =>
        random.pick([
          "cd d",
          "cd ..",
          "mkdir -p e && cd e",
          "cd - > /dev/null",
          "cd - > /dev/null",
          "pushd d > /dev/null",
          "popd > /dev/null",
          "cd d || exit 1",
        ]),
      () => `source ./s.sh`,
      () =>
        `cat > s.sh <<'EOF'\n${random.pick(names)}=s$A\n${random.pick(["", `p ${callInFile} $1 $A`])}\nEOF`,
      () => `eval "${name}='e'"`,
      () => `bash -c ${this.quoted(`p ${this.next()} $A`)}`,
      () => `((${random.pick(["n = 3", "n += 2", "n++"])}))`,
      () => `q ${random.below(9)} && ${name}=${this.word()}`,
      () => `${this.test()} && ${name}=${this.word()}`,
      () => `${this.test()} || ${name}=${this.word()}`,
      () => `${name}=$(dirname ${this.word()})`,
      () => `${name}=$(basename ${this.word()})`,
      () => `${name}="$(${this.printing()})"`,
      () => `D=$(mktemp)`,
      () => `cat f1.json > "\${D:-f1.json}"; ${name}=$(cat $D)`,
      () => `shift`,
      () => `declare -r R${this.next()}=${this.word()}`,
      () => `declare ${list}=(${this.word()} x)`,
      () => `readonly R${this.next()}; local_${name}=1`,
      () => `: "\${${name}:=${random.pick(["y", "$A", "z w"])}}"`,
    ];
    if (this.inFunction)
      simple.push(
        () => `local ${name}=${this.word()}`,
        () => `local -a ${list}=(${this.word()})`,
        () => `echo ${this.word()}`,
        () => `echo ${this.word()}`,
        () => `return`,
        () => `local ${name}`,
        () => `${this.test()} && return`,
      );
    if (this.depth > 2 || random.chance(0.75)) return random.pick(simple)();
    return random.pick([
      () => `if ${this.condition()}; then\n${this.block(2)}\nelse\n${this.block(1)}\nfi`,
      () =>
        `if ${this.condition()}; then\n${this.block(1)}\nelif ${this.condition()}; then\n${this.block(1)}\nfi`,
      () => `case ${this.word()} in\n${this.cases()}\nesac`,
      () => `case "${random.pick(["$A", "${B%.*}", "$1"])}" in\n${this.cases()}\nesac`,
      () => `for ${name} in ${this.word()} ${this.word()}; do\n${this.block(2)}\ndone`,
      () => `for ${name} in "\${${list}[@]}"; do\n${this.block(1)}\ndone`,
      () => `for k in "\${!T[@]}"; do\np ${this.next()} "$k" "\${T[$k]}"\ndone`,
      () => `while read -r ${name}; do\n${this.block(1)}\ndone <<< ${this.word()}`,
      () => `(\n${this.block(2)}\n)`,
      () => `{\n${this.block(2)}\n}`,
    ])();
  }

  /** None calls itself. */
  private function(): string {
    return this.inFunction === undefined
      ? this.random.pick(functions)
      : this.inFunction === "f"
        ? "g"
        : "true";
  }

  private cases(): string {
    const { random } = this;
    const patterns = ["a", "*.xlarge", "s3://*", "[ab]*", "''", "a|q*", "$B", '"$C"', "*[0-9]*", "?*"];
    const count = 1 + random.below(3);
    const branches = Array.from({ length: count }, () => `${random.pick(patterns)}) ${this.block(1)}\n;;`);
    if (random.chance(0.6)) branches.push(`*) ${this.block(1)}\n;;`);
    return branches.join("\n");
  }

  private condition(): string {
    return this.random.pick([
      () => `q ${this.random.below(9)}`,
      () => this.test(),
      () => this.test(),
      () => `! ${this.test()}`,
      () => `${this.test()} && ${this.test()}`,
      () => `${this.test()} || q ${this.random.below(9)}`,
    ])();
  }

  private test(): string {
    const { random } = this;
    const name = random.pick(names);
    return random.pick([
      `[ -z "$${name}" ]`,
      `[ -n "\${${name}:-}" ]`,
      `[ "$${name}" = ${this.quoted(random.pick(texts))} ]`,
      `[ "$${name}" != a ]`,
      `[ $# -gt ${random.below(3)} ]`,
      `[ "\${#L[@]}" -eq 2 ]`,
      `[[ -z $${name} ]]`,
      `[[ -n "$${name}" && $A == a* ]]`,
      `[[ $${name} == *.x* ]]`,
      `[[ $${name} == "$A" ]]`,
      `[[ $${name} != s3://* ]]`,
      `[[ "$${name}" =~ ^ml ]]`,
      `[[ ! -n $${name} || $B == "" ]]`,
      `[[ -f f1.json ]]`,
      `test -n "$${name}"`,
      `[ $${name} = a ]`,
      `((n > 2))`,
    ]);
  }

  private printing(): string {
    const { random } = this;
    return random.pick([
      () => `echo ${this.word()}; echo ${this.word()}`,
      () => `cd d && pwd`,
      () => `echo ${this.word()} | tr a-z A-Z`,
      () => `cat f1.json`,
      () => `${this.test()} && echo y || echo n`,
      () => `jq -nc --arg a "$A" '{a: $a}'`,
      () => `if ${this.condition()}; then echo ${this.word()}; fi; printf '%s' ${this.word()}`,
      () => `for x in ${this.word()} b; do echo "$x"; done`,
      () => `${this.function()} ${this.word()} 2>/dev/null`,
      () => `echo ${this.word()} >&2; echo o`,
      () => `printf '%s,' "\${L[@]}"`,
      () => `exit 3; echo ${this.word()}`,
    ])();
  }

  private operation(): string {
    const { random } = this;
    const name = random.pick([...names, "1", "L", "U"]);
    const pattern = random.pick([
      "*/",
      "/*",
      ".*",
      "*.",
      "a",
      "?",
      "[ab]",
      "$B",
      '"$B"',
      " ",
      "'b c'",
      "s3://",
      "\\/",
      "[0-9]*",
      "[!a-z]",
      "*",
    ]);
    const change = random.pick([
      () => `${random.pick(["%", "%%", "#", "##"])}${pattern}`,
      () => `${random.pick(["%", "%%", "#", "##"])}${pattern}`,
      () =>
        `${random.pick(["/", "//"])}${pattern === "*/" || pattern === "/*" ? "." : pattern === "s3://" ? "s3" : pattern}/${random.pick(["-", "$C", "", "x y", "\\/"])}`,
      () => random.pick(["/#a/x", "/%d/y", "/#/pre", "/%/post", "//,/ ", "// /,", "//[^a-z0-9]/-"]),
      () => `:${random.pick(["0:1", "1", " -2", "0:-1", "2:3", "$n:1", "9", "(-3):2"])}`,
      () => random.pick(["^^", ",,", "^", ","]),
    ])();
    const inner = random.pick([
      () => `\${${name}${change}}`,
      () => `\${${name}${change}}`,
      () => `\${#${name}}`,
      () => `\${L[@]${change.startsWith(":(") ? ":1" : change}}`,
      () => `\${@:1:1}`,
      () => `\${@:2}`,
      () =>
        `\${${random.pick(["L[0]", "L[-1]", "L[n]", "M[1]", "T[a]", "T[$A]", "T[none]", "#L[@]", "#T[@]", "!T[@]", "!L[@]", "L[1]"])}}`,
      () => `\${!P}`,
      () => `\${${name}:-${random.pick(["d", "d e", "$A", ""])}}`,
    ])();
    return random.chance(0.7) ? `"${inner}"` : inner;
  }

  private word(): string {
    const { random } = this;
    return random.pick([
      () => this.quoted(random.pick(texts)),
      () => random.pick(["a", "b", "x.y", "f1.json"]),
      () => `$${random.pick(names)}`,
      () => `"$${random.pick(names)}"`,
      () => `"$1"`,
      () => `"x-\${${random.pick(names)}}/y"`,
      () => this.operation(),
      () => this.operation(),
      () => `"$(echo ${random.pick(["a", "$A", '"$B"'])})"`,
    ])();
  }

  private probe(): string {
    const { random } = this;
    return random.pick([
      () => `p ${this.next()} ${this.word()} ${this.word()}`,
      () => `p ${this.next()} "$A" "$B" "$C"`,
      () => `p ${this.next()} "\${L[@]}" "$#"`,
      () => `p ${this.next()} ${this.operation()}`,
      () => `p ${this.next()} "$@"`,
      () => `p ${this.next()} "$(cat ${random.pick(paths)})"`,
    ])();
  }

  private quoted(text: string): string {
    return `'${text.replaceAll("'", `'\\''`)}'`;
  }

  private next(): number {
    return (this.number += 1);
  }
}
