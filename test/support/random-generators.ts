import type { RandomSource } from "./random-source.js";

/** What the program has around it. */
export interface GeneratorParts {
  readonly random: RandomSource;
  /** Of the function, which no other has. */
  readonly name: string;
  readonly list: string;
  readonly dict: string;
  /** An expression, a condition. */
  readonly value: () => string;
  readonly condition: () => string;
  /** What is done with what it yields: indented lines, and the name that they have for it. */
  readonly body: () => readonly string[];
  readonly target: string;
  /** In a function, where `return` may stand. */
  readonly inFunction: boolean;
}

/** A function that manages a context, and a `with` statement of it. */
export function randomManager(parts: GeneratorParts): readonly string[] {
  const { random, name, target, value, condition, body, inFunction } = parts;
  const around = random.pick([
    ["    own.append(1)", "    YIELD", "    own.append(2)"],
    ["    try:", "        YIELD", "    finally:", "        own.append(3)", `        ${changed(parts)}`],
    ["    try:", "        YIELD", "    except ValueError:", "        own.append(4)", "        raise"],
    ["    try:", "        YIELD", "    except ValueError:", "        own.append(5)"],
    [`    if ${condition()}:`, "        own.append(6)", "    YIELD", "    if own: own.pop()"],
    ["    with contextlib.suppress(KeyError):", "        YIELD", `    ${changed(parts)}`],
  ]);
  const given = random.pick(["own", "p", "[p, own]", `{"own": own, "p": p}`]);
  return [
    "import contextlib",
    "@contextlib.contextmanager",
    `def ${name}(p=${value()}):`,
    `    own = [p]`,
    `    ${changed(parts)}`,
    ...around.map((line) => line.replace("YIELD", random.pick([`yield ${given}`, `got = yield ${given}`]))),
    `    probe("in${name}", [p, own])`,
    "try:",
    `    with ${name}(${random.pick(["", value()])})${random.pick(["", ` as ${target}`, ` as ${target}`])}:`,
    ...body().map((line) => `    ${line}`),
    ...(random.chance(4) ? [`        if ${condition()}: raise ValueError`] : []),
    ...(inFunction && random.chance(3) ? [`        return [${target}, ${value()}]`] : []),
    "except ValueError:",
    "    pass",
  ];
}

/** A generator function, and a loop over what it yields. */
export function randomGenerator(parts: GeneratorParts): readonly string[] {
  const { random, name, list, target, value, condition, body } = parts;
  const yields = random.pick([
    ["    YIELD", "    own.append(1)", "    YIELD"],
    [
      `    for i in ${random.pick(["[1, 2]", "range(3)", `${list}[:3]`])}:`,
      "        own.append(i)",
      "        YIELD",
    ],
    [`    if ${condition()}:`, "        YIELD", "    else:", "        own.append(2)", "        YIELD"],
    ["    try:", "        YIELD", "    finally:", "        own.append(3)"],
    ["    YIELD", `    if ${condition()}: return`, "    own.append(4)", "    YIELD"],
    ["    while len(own) < 4:", "        own.append(5)", "        YIELD"],
  ]);
  const given = random.pick(["own", "[p, *own]", "p"]);
  return [
    `def ${name}(p=${value()}):`,
    "    own = [p]",
    `    ${changed(parts)}`,
    ...yields.map((line) => line.replace("YIELD", `yield ${given}`)),
    `    ${changed(parts)}`,
    `for ${target} in ${name}(${random.pick(["", value()])}):`,
    ...body(),
    ...(random.chance() ? [] : [`    if ${condition()}: ${random.pick(["break", "continue"])}`]),
    ...(random.chance(4) ? ["else:", `    ${changed(parts)}`] : []),
  ];
}

function changed({ random, list, dict, value }: GeneratorParts): string {
  return random.pick([`${list}.append(7)`, `${dict}["k"] = ${value()}`, "own[:] = own[-2:]", "p = [p]"]);
}
