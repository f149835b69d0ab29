/** Random programs of the Python that the evaluator supports, as cells; the same seed gives the same program. */
export function randomProgram(seed: number): string[] {
  return new ProgramWriter(seed).cells();
}

const names = ["a", "b", "c", "d", "e"] as const;
const functions = ["f", "g"] as const;

class ProgramWriter {
  private state: number;
  private loops = 0;
  private inFunction = false;

  constructor(seed: number) {
    this.state = (seed * 2654435761 + 12345) >>> 0;
  }

  cells(): string[] {
    const head = [
      "from harness import probe, opaque",
      ...names.map((name) => `${name} = ${this.constant()}`),
    ];
    for (const name of functions) head.push(...this.definition(name));
    const cells = [head.join("\n")];
    const count = 1 + this.below(3);
    for (let cell = 0; cell < count; cell++) {
      const lines = this.block(3 + this.below(4), 0);
      lines.push(...names.map((name) => `probe("${cell}${name}", ${name})`));
      cells.push(lines.join("\n"));
    }
    return cells;
  }

  private definition(name: string): string[] {
    this.inFunction = true;
    const parameters = this.pick(["x, y=1", "x=2, *rest", "x, **more", "x, y=None, *, z=3"]);
    const body = this.block(1 + this.below(3), 1);
    this.inFunction = false;
    const setUp = ["    y = 0", "    z = 0"].slice(0, parameters.includes("y") ? 0 : 2);
    return [
      `def ${name}(${parameters}):`,
      "    a = x",
      ...setUp,
      ...names.slice(1).map((other) => `    ${other} = ${this.pick(["x", "[x]", '{"k": x}', "3"])}`),
      ...body,
      `    return ${this.expression(1)}`,
    ];
  }

  private block(count: number, depth: number): string[] {
    const indent = "    ".repeat(depth);
    return Array.from({ length: count }).flatMap(() => this.statement(depth).map((line) => indent + line));
  }

  /** Lines without this level's indent. */
  private statement(depth: number): string[] {
    const inner = (count = 1 + this.below(2)) => this.block(count, 1).map((line) => line);
    const target = this.pick(names);
    const choice = this.below(depth > 1 ? 11 : 21);
    switch (choice) {
      case 0:
      case 1:
        return [`${target} = ${this.expression(2)}`];
      case 2:
        return [`${target} = ${this.constant()}`];
      case 3:
        return [`${target}, ${this.pick(names)} = ${this.expression(1)}, ${this.expression(1)}`];
      case 4:
        return [
          `if isinstance(${target}, dict): ${target}["${this.pick(["k", "m"])}"] = ${this.expression(1)}`,
        ];
      case 5:
        return [
          `if isinstance(${target}, list): ${target}.${this.pick(["append", "extend"])}(${this.pick(["[1]", '["q", 2]', '"z"'])})`,
        ];
      case 6:
        return [
          `if isinstance(${target}, (int, str)) and not isinstance(${target}, bool): ${target} += ${target}`,
        ];
      case 7:
        return [`opaque(${target})`];
      case 8:
        return [`${target} = opaque()`];
      case 9:
        return [`${target} = ${this.pick(names)}`];
      case 10:
        return [`${target} = {"k": ${this.expression(1)}, **({"m": 1} if ${this.condition()} else {})}`];
      case 11:
      case 12:
        return [`if ${this.condition()}:`, ...inner(), ...(this.chance() ? ["else:", ...inner()] : [])];
      case 13:
        return [
          `for ${target} in ${this.pick(["[1, 2]", "range(3)", '["p", "q"]', "(1, 2)", '{"k": 1}', "range(opaque() and 2 or 1)"])}:`,
          ...inner(),
          ...this.jump(1),
        ];
      case 14: {
        const counter = `n${this.loops++}`;
        return [
          `${counter} = 0`,
          `while ${counter} < 2 and ${this.condition()}:`,
          `    ${counter} = ${counter} + 1`,
          ...inner(),
          ...this.jump(1),
        ];
      }
      case 15:
        return [
          "try:",
          ...inner(2),
          ...(this.chance() ? ["    int('no')"] : []),
          `except ${this.pick(["Exception", "(ValueError, TypeError)"])}:`,
          ...inner(),
          ...(this.chance() ? ["finally:", ...inner(1)] : []),
        ];
      case 16:
      case 17:
        return this.inFunction
          ? [`if ${this.condition()}: return ${this.expression(1)}`]
          : [`${target} = ${this.pick(functions)}(${this.expression(1)})`];
      case 18:
        return [
          `${target} = [i for i in ${this.pick(["[1, 2, 3]", '["u", "v"]', "range(2)"])} if ${this.condition("i")}]`,
        ];
      case 19:
        return [`${target} = {k: ${this.expression(0)} for k in ["k", "m"]}`];
      default:
        return [`del_me = [${target}, ${target}]`, `${this.pick(names)} = del_me`];
    }
  }

  private jump(depth: number): string[] {
    return this.chance()
      ? []
      : [`${"    ".repeat(depth)}if ${this.condition()}: ${this.pick(["break", "continue"])}`];
  }

  private condition(variable?: string): string {
    const name = variable ?? this.pick(names);
    return this.pick([
      name,
      `not ${name}`,
      `${name} == 1`,
      `${name} is None`,
      `${name} is not None and ${this.pick(names)}`,
      "opaque()",
      `isinstance(${name}, str)`,
      `not ${name} and ${this.pick(names)} or ${this.pick(names)}`,
      `${name} in [1, "p", None]`,
      `isinstance(${name}, dict) and "k" in ${name}`,
      "True",
    ]);
  }

  private expression(depth: number): string {
    if (depth === 0) return this.chance() ? this.constant() : this.pick(names);
    const inner = () => this.expression(depth - 1);
    return this.pick([
      () => this.constant(),
      () => this.pick(names),
      () => `[${inner()}, ${inner()}]`,
      () => `(${inner()}, ${inner()})`,
      () => `{"k": ${inner()}}`,
      () => `${inner()} if ${this.condition()} else ${inner()}`,
      () => `(${inner()}) or (${inner()})`,
      () => `f"v{${this.pick(names)}}" if isinstance(${this.pick(names)}, str) else ${inner()}`,
      () => `"a-b".split("-")`,
      () => `str(${this.pick(["1", "None", "True"])}) + "x"`,
      () => `{"k": 1}.get("${this.pick(["k", "m"])}", ${inner()})`,
      () => `[1, 2, 3][${this.pick(["0", "-1", "1"])}]`,
      () => `[1, 2, 3][${this.pick(["1:", ":2", "-2:"])}]`,
      () => `len(${this.pick(["[1, 2]", '"abc"', '{"k": 2}'])}) + ${this.below(3)}`,
      () => `dict(k=${inner()}, m=2)`,
      () => `(lambda p: p)(${inner()})`,
      () => `list({"k": 1, "m": 2}.${this.pick(["keys", "values"])}())`,
      () => `${this.below(9)} ${this.pick(["+", "-", "*", "//", "%"])} ${1 + this.below(4)}`,
      () => `"{}-{n}".format(1, n="${this.pick(["x", "y"])}")`,
    ])();
  }

  private constant(): string {
    return this.pick([
      "0",
      "1",
      "2",
      '"s"',
      '""',
      "None",
      "True",
      "False",
      "[]",
      "[1]",
      "{}",
      '{"k": 1}',
      '"p"',
      '["x", "y"]',
      "-1",
    ]);
  }

  private pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }

  private chance(): boolean {
    return this.below(2) === 0;
  }

  /** xorshift32 */
  private below(limit: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    this.state >>>= 0;
    return this.state % limit;
  }
}
