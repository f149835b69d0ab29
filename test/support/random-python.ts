import { ExpressionWriter, poolNames, pools } from "./random-expression.js";
import { randomClasses } from "./random-classes.js";
import { randomGenerator, randomManager, type GeneratorParts } from "./random-generators.js";
import { fixedFunctions } from "./random-python-prelude.js";
import { RandomSource } from "./random-source.js";

/** Random programs of the Python that the evaluator supports, as cells; the same seed gives the same program. */
export function randomProgram(seed: number): string[] {
  return new ProgramWriter(new RandomSource(seed)).cells();
}

const names = poolNames.flatMap((pool) => pools[pool]);

class ProgramWriter extends ExpressionWriter {
  private serial = 0;
  private inFunction = false;
  private loops = 0;

  cells(): string[] {
    const head = [
      "from harness import probe, opaque",
      "import functools",
      ...poolNames
        .filter((pool) => pool !== "object")
        .flatMap((pool) => pools[pool].map((name) => `${name} = ${this.constant(pool)}`)),
      ...randomClasses(this.random),
      "oa = K0(1)",
      `ob = ${this.random.pick(["oa", "K1(2)", "K2(1, [1])"])}`,
      fixedFunctions,
    ];
    for (const name of ["f", "g", "h"]) head.push(...this.definition(name));
    const cells = [head.join("\n")];
    const count = 1 + this.random.below(3);
    for (let cell = 0; cell < count; cell++) {
      const lines = this.block(2 + this.random.below(5));
      lines.push(...names.map((name) => `probe("${cell}${name}", ${name})`));
      lines.push(`probe("${cell}K", [K0.shared, K1.shared, K2.shared, K3.shared])`);
      cells.push(lines.join("\n"));
    }
    return cells;
  }

  private definition(name: string): string[] {
    const { random } = this;
    this.inFunction = true;
    const parameters = random.pick([
      "x, y=1",
      "x=2, *rest",
      "x, **more",
      "x=1, y=None, *, k=3, **more",
      "x, y=[]",
      "x, *, z=la",
      "x=1, y=2, /, **more",
    ]);
    const lines: string[] = [];
    const kept: string[] = [];
    for (const pool of poolNames) {
      for (const own of pools[pool]) {
        const choice = random.below(6);
        if (choice === 0) kept.push(own);
        else if (choice === 1)
          lines.push(`    ${own} = ${this.name(pool) === own ? this.constant(pool) : this.constant(pool)}`);
        else if (choice === 2 && pool === "any") lines.push(`    ${own} = x`);
        else lines.push(`    ${own} = ${this.constant(pool)}`);
      }
    }
    const body = this.block(1 + random.below(3)).map((line) => `    ${line}`);
    this.inFunction = false;
    const decorator = random.chance(12) ? random.pick(["@opaque_decorator", "@plain_decorator"]) : undefined;
    return [
      ...(decorator === undefined ? [] : [decorator]),
      `def ${name}(${parameters}):`,
      ...(kept.length > 0 ? [`    global ${kept.join(", ")}`] : []),
      ...lines,
      ...body,
      `    return ${random.pick([this.of("any", 1), "x", "[x, a]", "lambda: x", ...(parameters.includes("y=[]") ? ["y.append(x) or y"] : [])])}`.replace(
        /lambda: x$/,
        "(lambda: x)()",
      ),
    ];
  }

  private block(count: number, depth = 0): string[] {
    return Array.from({ length: count }).flatMap(() => this.statement(depth));
  }

  private inner(depth: number, count = 1 + this.random.below(2)): string[] {
    return this.block(count, depth + 1).map((line) => `    ${line}`);
  }

  /** Lines without this level's indent. */
  private statement(depth: number): string[] {
    const { random } = this;
    if (depth > 2 || random.chance()) return this.simple().split("\n");
    return this.compound(depth);
  }

  private simple(): string {
    const { random } = this;
    const pool = random.pick(poolNames);
    const object = this.name("object");
    const list = this.name("list");
    const dict = this.name("dict");
    return random.pick([
      () => `${this.name(pool)} = ${this.of(pool)}`,
      () => `${this.name(pool)} = ${this.of(pool)}`,
      () => `${this.name(pool)} = ${this.of(pool)}`,
      () => `${this.name(pool)} = ${this.name(pool)}`,
      () => `${this.name("any")} = ${this.of(pool)}`,
      () => `${this.name("any")}, ${this.name("any")} = ${this.of("any", 1)}, ${this.of("any", 1)}`,
      () => `${this.name("any")}, *${list} = [1, *${this.name("list")}]`,
      () => `*${list}, ${this.name("any")} = *${this.name("list")}, ${this.of("any", 1)}`,
      () => `(${this.name("any")}, [${this.name("any")}]) = 1, ${random.pick(["[2]", '"q"', "(3,)"])}`,
      () => `${this.name("any")} = ${this.name("any")} = ${this.of("any", 1)}`,
      () => `${dict}[${this.key()}] = ${this.of("any", 1)}`,
      () => `${dict}[opaque() and "k" or "m"] = ${this.of("any", 0)}`,
      () =>
        `${list}${random.pick([".append", ".extend", ".insert"])}(${random.pick(["[1]", '["q", 2]'])})`.replace(
          ".insert(",
          ".insert(0, ",
        ),
      () =>
        `${list}.${random.pick(["reverse()", "clear()", "sort(key=str)", "append(opaque())", 'insert(1, "i")', "insert(-1, 0)", "extend(la)", "extend(str(i) for i in range(2))", `append(${this.of("any", 1)})`])}`,
      () => `if ${list}: ${list}.pop(${random.pick(["", "0", "-1"])})`,
      () => `if ${list}: ${list}[${random.pick(["0", "-1", "opaque() and 0 or -1"])}] = ${this.of("any", 1)}`,
      () => `${list}[${random.pick(["1:", ":1", ":", "0:0"])}] = ${this.of("list", 1)}`,
      () => `del ${list}[${random.pick(["1:", ":1", ":"])}]`,
      () => `if ${list}: del ${list}[0]`,
      () => `if 1 in ${list}: ${list}.remove(1)`,
      () =>
        `if ${this.key()} in ${dict}: del ${dict}[${this.key()}]`.replace(
          /if ("\w") in (\w+): del \w+\["\w"\]/,
          "if $1 in $2: del $2[$1]",
        ),
      () =>
        `${dict}.${random.pick(["update(k=1)", 'update({"m": [1]})', "update(da)", "clear()", 'pop("k", None)', 'setdefault("k", []) ', 'update([("z", 1)])', "update(**db)", `setdefault("m", ${this.of("list", 0)})`])}`,
      () => `if ${dict}: ${dict}.popitem()`,
      () => `${list} += ${this.of("list", 1)}`,
      () => `${list} *= ${random.pick(["1", "2"])}`,
      () => `${dict} |= ${this.of("dict", 1)}`,
      () => `${this.name("text")} += ${this.of("text", 0)}`,
      () => `${this.name("number")} ${random.pick(["+=", "-=", "*=", "//=", "%="])} 2`,
      () => `if isinstance(${object}.v, list): ${object}.v += [1]`,
      () => `if isinstance(${object}.v, list): ${object}.v.append(${this.of("any", 0)})`,
      () => `${object}.v = ${this.of("any", 1)}`,
      () => `${object}.shared = ${this.of("any", 1)}`,
      () => `${random.pick(["K0", "K1", "K2"])}.shared = ${this.of("any", 1)}`,
      () => `if isinstance(${object}.shared, list): ${object}.shared.append(1)`,
      () => `${object}.put(${this.of("any", 1)})`,
      () => `${this.name("any")} = ${object}.put; ${this.name("any")} = ${this.of("any", 0)}`,
      () => `method = ${object}.put\nmethod(${this.of("any", 0)})`,
      () => `add = ${list}.append\nadd(${this.of("any", 0)})`,
      () => `setattr(${object}, "v", ${this.of("any", 0)})`,
      () => `opaque(${this.name(pool)})`,
      () => `opaque([${this.name(pool)}, {"in": ${this.name("list")}}])`,
      () => `opaque(${random.pick(["f", "counter", "h", "oa.put", "lambda: la.append(1)"])})`,
      () => `${this.name("any")} = opaque()`,
      () => `${this.name("any")} = ${random.pick(["f", "g", "h"])}(${this.of("any", 1)})`,
      () => `recurse(${this.of("number", 0)}, ${list}, ${dict})`,
      () => `change(${list})`,
      () => `rebind(${this.of("any", 1)})`,
      () => `try_change(${dict}, ${this.of("any", 0)})`,
      () => `${this.name("any")} = make_adder(${list})(${this.of("any", 0)})`,
      () => `del_me = ${list}; del del_me`,
      () => `${this.name("any")} = {"k": ${list}}["k"]`,
      () => `if ${dict}.get("k") == ${list}: ${dict}["k"].append(9)`,
      () =>
        `${this.name("any")} = ${dict}.get("k"); isinstance(${this.name("any")}, list) and ${this.name("any")}.append(5)`,
      () => `for it in ${dict}.values():\n    if isinstance(it, list): it.append("seen")`,
      () => `for it in ${list}:\n    if isinstance(it, dict): it["k"] = "seen"`,
      () =>
        `view = ${dict}.${random.pick(["keys", "values", "items"])}()\n${dict}["z"] = 1\n${this.name("list")} = list(view)`,
      () =>
        `lazy = ${random.pick([`(i for i in ${list})`, `zip(${list}, "ab")`, `enumerate(${list})`])}\n${random.pick([`${list}.append(3)`, "lb = list(lazy)", "pass"])}\nlc = list(lazy)`,
      () => `${this.name("any")} = all(change(${list}) for i in [1, 2])`,
      () => `assert ${this.name("list")} is not None, change(la)`,
      () => (this.inFunction ? `if ${this.condition()}: return ${this.of("any", 1)}` : `counter()`),
      () =>
        this.inFunction ? `if ${this.condition()}: raise ValueError("x")` : `${this.name("any")} = counter()`,
    ])();
  }

  private compound(depth: number): string[] {
    const { random } = this;
    const target = this.name("any");
    const inner = (count?: number) => this.inner(depth, count);
    return random
      .pick([
        () => [`if ${this.condition()}:`, ...inner(), ...(random.chance() ? ["else:", ...inner()] : [])],
        () => [
          `if ${this.condition()}:`,
          ...inner(),
          `elif ${this.condition()}:`,
          ...inner(),
          ...(random.chance() ? ["else:", ...inner()] : []),
        ],
        () => [
          `for ${random.pick([target, target, "na", "i"])} in ${random.pick(["[1, 2]", "range(3)", "(1, 2)", "[4, 5, 6]", "range(opaque() and 2 or 1)", "range(70)"])}:`,
          ...inner(),
          ...this.jump(),
          ...(random.chance(3) ? ["else:", ...inner(1)] : []),
        ],
        () => {
          const list = this.name("list");
          return [
            `for ${target} in ${random.pick([list, `${list}[:3]`, `list(${list})`, this.name("dict"), `list(${this.name("dict")}.items())`, `enumerate(${list})`, `sorted(${this.name("set")})`])}:`,
            ...inner(),
            ...this.jump(),
            `    if len(${list}) > 20: break`,
          ];
        },
        () => {
          const counter = `n${this.loops++}`;
          return [
            `${counter} = 0`,
            `while ${counter} < ${random.pick(["2", "3", "5"])} and ${random.pick(["True", this.condition()])}:`,
            `    ${counter} = ${counter} + 1`,
            ...inner(),
            ...this.jump(),
            ...(random.chance(3) ? ["else:", ...inner(1)] : []),
          ];
        },
        () => {
          const counter = `n${this.loops++}`;
          return [
            `${counter} = 0`,
            "while True:",
            `    ${counter} += 1`,
            ...inner(),
            `    if ${counter} > 2${random.chance() ? ` or ${this.condition()}` : ""}: break`,
            ...(random.chance(3) ? ["else:", ...inner(1)] : []),
          ];
        },
        () => [
          "try:",
          ...inner(2),
          ...random.pick([
            [],
            [`    int("no")`],
            [`    if ${this.condition()}: raise ValueError`],
            ["    [][0]"],
          ]),
          ...(random.chance(4) ? this.jumpInLoop(depth) : []),
          ...(random.chance(3) ? inner(1) : []),
          `except ${random.pick(["Exception", "(ValueError, TypeError)", "ValueError as error", "KeyError"])}:`,
          ...inner(),
          ...(random.chance(4) ? ["except Exception:", ...inner(1)] : []),
          ...(random.chance(4) ? ["else:", ...inner(1)] : []),
          ...(random.chance(3) ? ["finally:", ...inner(1)] : []),
        ],
        () => [
          "try:",
          ...inner(2),
          ...(this.inFunction && random.chance()
            ? [`    if ${this.condition()}: return ${this.of("any", 0)}`]
            : []),
          "finally:",
          ...inner(1),
        ],
        () => [
          `with ${this.of("object", 1)}${random.pick(["", ` as ${target}`])}:`,
          ...inner(2),
          ...(random.chance(4) ? ['    int("no")'] : []),
        ],
        () => [
          `match ${this.name(random.pick(["any", "list", "dict"]))}:`,
          ...random.pick([
            ["    case None | 1:", ...inner(1).map(indented)],
            ['    case {"k": a}:', ...inner(1).map(indented)],
            ["    case [a, *lb]:", ...inner(1).map(indented)],
            [`    case a if ${this.condition()}:`, ...inner(1).map(indented)],
            ["    case str():", ...inner(1).map(indented)],
          ]),
          ...(random.chance()
            ? ["    case _:", ...inner(1).map(indented)]
            : ["    case [1, 2]:", "        pass"]),
        ],
        () => {
          const name = `inner${this.serial++}`;
          const scope = this.inFunction ? [] : [`    global ${target}`];
          return [
            `def ${name}(p=${this.of("any", 1)}):`,
            ...scope,
            `    ${this.inFunction ? "own" : target} = [p, ${this.name("list")}]`,
            `    ${this.name("list").replace(/.*/, (one) => `probe("in${name}", ${one})`)}`,
            `    return ${this.of("any", 1)}`,
            ...(random.chance() ? inner(1).map((line) => line.slice(4)) : []),
            `${target} = ${name}(${random.pick(["", this.of("any", 0)])})`,
          ];
        },
        () => {
          const name = `closure${this.serial++}`;
          return [
            `def ${name}(held):`,
            "    count = [0]",
            "    total = 0",
            "    def add(p):",
            "        nonlocal total",
            "        total += 1",
            "        count.append(p)",
            "        held.append(total)",
            "        return [total, *count]",
            "    return add",
            `adder = ${name}(${this.name("list")})`,
            `${target} = adder(1)`,
            ...inner(1).map((line) => line.slice(4)),
            `${target} = [${target}, adder(2)]`,
          ];
        },
        () => [...randomManager(this.generatorParts(target, depth))],
        () => [...randomGenerator(this.generatorParts(target, depth))],
        () => [
          `probe("p${this.serial++}", [${this.name("any")}, ${this.name("list")}, ${this.name("dict")}])`,
        ],
      ])()
      .flatMap((line) => line.split("\n"));
  }

  private generatorParts(target: string, depth: number): GeneratorParts {
    return {
      random: this.random,
      name: `yielding${this.serial++}`,
      list: this.name("list"),
      dict: this.name("dict"),
      value: () => this.of("any", 0),
      condition: () => this.condition(),
      body: () => this.inner(depth),
      target,
      inFunction: this.inFunction,
    };
  }

  private jump(): string[] {
    return this.random.chance()
      ? []
      : [`    if ${this.condition()}: ${this.random.pick(["break", "continue"])}`];
  }

  private jumpInLoop(depth: number): string[] {
    return this.inFunction && depth >= 0 ? [`    if ${this.condition()}: return ${this.of("any", 0)}`] : [];
  }
}

function indented(line: string): string {
  return `    ${line}`;
}
