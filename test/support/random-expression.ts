import type { RandomSource } from "./random-source.js";

/** Names by what they hold in every program, so that most programs run to their end. */
export const pools = {
  any: ["a", "b", "c"],
  list: ["la", "lb", "lc"],
  dict: ["da", "db", "dc"],
  text: ["sa", "sb"],
  number: ["na", "nb"],
  object: ["oa", "ob"],
  set: ["ta"],
} as const;

export type Pool = keyof typeof pools;
export const poolNames: readonly Pool[] = ["any", "list", "dict", "text", "number", "object", "set"];

/** Random Python expressions; of a pool: such that they give what the pool's names hold. */
export class ExpressionWriter {
  constructor(protected readonly random: RandomSource) {}

  name(pool: Pool): string {
    return this.random.pick(pools[pool]);
  }

  key(): string {
    return this.random.pick(['"k"', '"m"', '"z"']);
  }

  of(pool: Pool, depth = 2): string {
    if (depth <= 0) return this.random.chance() ? this.name(pool) : this.constant(pool);
    switch (pool) {
      case "any":
        return this.any(depth);
      case "list":
        return this.list(depth);
      case "dict":
        return this.dict(depth);
      case "text":
        return this.text(depth);
      case "number":
        return this.number(depth);
      case "object":
        return this.object();
      case "set":
        return this.random.pick([
          "{1, 2}",
          "set()",
          `{${this.of("number", 0)}, ${this.of("number", 0)}}`,
          `set(${this.random.pick(["[1, 2, 1]", '["q"]'])})`,
        ]);
    }
  }

  constant(pool: Pool): string {
    const { random } = this;
    switch (pool) {
      case "any":
        return random.pick([
          "0",
          "1",
          '"s"',
          '""',
          "None",
          "True",
          "False",
          "[]",
          "[1]",
          "{}",
          '{"k": 1}',
          "-1",
          "2.5",
          "(1, 2)",
        ]);
      case "list":
        return random.pick(["[]", "[1]", '["x", "y"]', "[1, 2, 3]", "[[1], [2]]", '[{"k": 1}]']);
      case "dict":
        return random.pick([
          "{}",
          '{"k": 1}',
          '{"k": [1], "m": 2}',
          '{"m": {"k": 3}}',
          '{"z": None, "k": "v"}',
        ]);
      case "text":
        return random.pick(['"a"', '""', '"x-y-z"', '" pad "', '"B,c"', '"p"']);
      case "number":
        return random.pick(["0", "1", "2", "3", "-1", "7"]);
      case "object":
        return this.object();
      case "set":
        return "{1, 2}";
    }
  }

  condition(): string {
    const { random } = this;
    const a = this.name("any");
    return random.pick([
      () => a,
      () => `not ${a}`,
      () => `${a} == ${this.constant("any")}`,
      () => `${a} is None`,
      () => `${a} is not None and ${this.name("any")}`,
      () => "opaque()",
      () => "opaque()",
      () => `isinstance(${a}, str)`,
      () => `not ${a} and ${this.name("any")} or ${this.name("list")}`,
      () => `${a} in [1, "p", None]`,
      () => `${this.key()} in ${this.name("dict")}`,
      () => `0 <= ${this.name("number")} < 3`,
      () => `${this.name("number")} != ${this.name("number")}`,
      () => `${this.name("list")} and ${this.name("dict")}`,
      () => `${this.name("text")}.startswith("a")`,
      () => `${this.name("list")} == ${this.name("list")}`,
      () => `${this.name("object")} is ${this.name("object")}`,
      () => `(na := ${this.of("number", 1)}) > 1`,
      () => `not (${a} or opaque()) is True`,
      () => `${this.name("number")} not in ${this.name("set")}`,
      () => "True",
      () => `len(${this.name("list")}) > 1`,
      () => `${this.name("object")}.v`,
      () => `opaque() and change(${this.name("list")})`,
    ])();
  }

  private any(depth: number): string {
    const { random } = this;
    const inner = () => this.of("any", depth - 1);
    return random.pick([
      () => this.constant("any"),
      () => this.name("any"),
      () => this.of(random.pick(poolNames.slice(0, 6)), depth - 1),
      () => `[${inner()}, ${inner()}]`,
      () => `(${inner()}, ${inner()})`,
      () => `{"k": ${inner()}}`,
      () => `${inner()} if ${this.condition()} else ${inner()}`,
      () => `(${inner()}) or (${inner()})`,
      () => `(${inner()}) and (${inner()})`,
      () => `${this.name("dict")}.get(${this.key()}, ${inner()})`,
      () => `${this.name("dict")}.get(opaque())`,
      () => `${this.name("dict")}.pop(${this.key()}, ${inner()})`,
      () => `${this.name("dict")}.setdefault(${this.key()}, ${inner()})`,
      () => `(lambda p, q=${this.name("any")}: ${random.pick(["p", "q", "[p, q]"])})(${inner()})`,
      () => `${this.name("object")}.v`,
      () => `${this.name("object")}.get()`,
      () => `${this.name("object")}.shared`,
      () => `${this.name("object")}.twice`,
      () => `${this.name("object")}.once`,
      () => `${this.name("object")}[${this.key()}]`,
      () => `${random.pick(["K0", "K1", "K2", "K3"])}.shared`,
      () => `${random.pick(["K0", "K1", "K2"])}.make(${inner()}).v`,
      () => `${random.pick(["f", "g", "h"])}(${inner()})`,
      () => `${random.pick(["f", "g"])}(${inner()}, ${inner()})`,
      () => `f(*${this.name("list")})`,
      () => `g(x=${inner()}, **${this.name("dict")})`,
      () => `getattr(${this.name("object")}, "v")`,
      () => `(${random.pick(["a", "b"])} := ${inner()})`,
      () => `max(${this.name("list")}, [${inner()}], key=len)`,
      () => `next(iter(${this.name("list")}), None)`,
      () => `list(gen(${inner()}))`,
      () => `{**${this.name("dict")}, "k": ${inner()}}.get(${this.key()})`,
      () => `counter()`,
      () => `${this.name("list")}[-1] if ${this.name("list")} else ${inner()}`,
      () => `${this.name("list")}[opaque() and 0 or -1] if ${this.name("list")} else ${inner()}`,
      () => `reversed_of(${inner()})`,
    ])();
  }

  private list(depth: number): string {
    const { random } = this;
    const inner = () => this.of("list", depth - 1);
    return random.pick([
      () => this.constant("list"),
      () => this.name("list"),
      () => `[${this.of("any", depth - 1)}, *${this.name("list")}]`,
      () => `${inner()} + ${inner()}`,
      () => `${this.name("list")}[${random.pick(["1:", ":2", "-2:", ":", "::-1", "1:-1", "::2"])}]`,
      () => `list(${this.name("list")})`,
      () => `list(${this.name("dict")})`,
      () => `list(${this.name("dict")}.${random.pick(["keys", "values", "items"])}())`,
      () => `list(range(${random.pick(["3", "na % 4", "1, 3", "5, 0, -2"])}))`,
      () => `[i for i in ${this.name("list")} if ${random.pick(["i", "i != 1", "opaque()", "True"])}]`,
      () =>
        `[(i, j) for i in ${this.name("list")}[:2] for j in ${random.pick(['"ab"', "[1, 2]", "range(2)"])}]`,
      () =>
        `[change(${this.name("list")}) for i in ${random.pick(["[1, 2]", "range(opaque() and 2 or 0)", "([1] if opaque() else [])"])} if ${random.pick(["True", "opaque()"])}]`,
      () => `[*(${this.name("set")} and [1]), 2]`,
      () => `${this.name("text")}.split(${random.pick(["", '"-"', '","', '"-", 1'])})`,
      () => `sorted(${random.pick(['["b", "a"]', "[3, 1, 2]", "{2, 1}", "da"])})`,
      () => `${this.name("list")}.copy()`,
      () => `${this.name("list")} * 2`,
      () => `2 * [${this.name("list")}]`,
      () => `${inner()} or ${inner()}`,
      () => `${inner()} if ${this.condition()} else ${inner()}`,
      () => `list(zip(${this.name("list")}, ${random.pick(['"abc"', this.name("list")])}))`,
      () => `list(enumerate(${this.name("list")}${random.pick(["", ", 1"])}))`,
      () => `list(map(lambda i: [i], ${this.name("list")}))`,
      () => `list(filter(None, ${this.name("list")}))`,
      () => `list(reversed(${this.name("list")}))`,
      () => `[x for x in (y for y in ${this.name("list")})]`,
    ])();
  }

  private dict(depth: number): string {
    const { random } = this;
    return random.pick([
      () => this.constant("dict"),
      () => this.name("dict"),
      () => `{"k": ${this.of("any", depth - 1)}, **${this.name("dict")}}`,
      () => `{**${this.name("dict")}, ${this.key()}: ${this.of("any", depth - 1)}}`,
      () => `{"k": ${this.of("any", depth - 1)}, **({"m": 1} if ${this.condition()} else {})}`,
      () => `dict(k=${this.of("any", depth - 1)}, m=2)`,
      () => `dict(${this.name("dict")}, m=${this.of("any", depth - 1)})`,
      () => `dict([("k", ${this.of("any", depth - 1)}), ("m", 1)])`,
      () => `dict(zip(["k", "m"], ${this.name("list")}))`,
      () => `${this.name("dict")} | ${this.name("dict")}`,
      () => `${this.name("dict")}.copy()`,
      () => `{k: ${this.of("any", 0)} for k in ["k", "m"]}`,
      () =>
        `{str(k): v for k, v in ${this.name("dict")}.items()${random.pick(["", " if v", ' if k != "k"'])}}`,
      () => `{str(i): i for i in ${this.name("list")}[:2]}`,
      () => `vars(K0(${this.of("any", 0)}))`,
    ])();
  }

  private text(depth: number): string {
    const { random } = this;
    const inner = () => this.of("text", depth - 1);
    const receiver = () => random.pick([this.name("text"), `"x-y-z"`, `(${inner()})`]);
    return random.pick([
      () => this.constant("text"),
      () => this.name("text"),
      () => `${inner()} + ${inner()}`,
      () => `f"v{${this.name("any")}}-{${this.name("number")}}"`,
      () => `f"{${this.name("text")}!r}:{${this.name("number")}:03d}"`,
      () => `f"{${this.name("number")}=}{{}}"`,
      () => `f"{${this.name("list")}}"`,
      () => `str(${this.name(random.pick(["any", "number", "list"]))})`,
      () =>
        `${receiver()}.${random.pick(["upper()", "lower()", "strip()", "title()", "capitalize()", 'replace("-", "+")', 'replace("x", "", 1)', 'rstrip("z")', 'removeprefix("x")', "swapcase()", "zfill(4)", 'center(5, "*")', 'lstrip("x-")'])}`,
      () =>
        `${receiver()}.${random.pick(['split("-")[0]', 'rsplit("-", 1)[-1]', 'partition("-")[2]', "splitlines()[:1] and sa"])}`,
      () =>
        `"-".join(${random.pick(['["p", "q"]', 'sa.split("-")', "(str(i) for i in range(2))", "[str(i) for i in la]", '{"q": 1}'])})`,
      () => `"{}-{n}".format(1, n=${this.of("any", 0)})`,
      () => `"%s/%d" % (${this.name("text")}, ${this.of("number", 0)})`,
      () => `${receiver()}[${random.pick(["0:1", "::-1", ":2", "-1:"])}]`,
      () => `${receiver()} * ${random.pick(["2", "0", "na % 3"])}`,
      () => `"abc"[${random.pick(["0", "-1", "na % 3"])}]`,
      () => `type(${this.name("any")}).__name__`,
      () => `repr(${this.name(random.pick(["text", "number"]))})`,
    ])();
  }

  private number(depth: number): string {
    const { random } = this;
    const inner = () => this.of("number", depth - 1);
    return random.pick([
      () => this.constant("number"),
      () => this.name("number"),
      () => `(${inner()}) ${random.pick(["+", "-", "*"])} (${inner()})`,
      () => `(${inner()}) ${random.pick(["//", "%"])} ${random.pick(["2", "3", "-3"])}`,
      () => `(${inner()}) % 5 ** 2`,
      () => `(${inner()}) ${random.pick(["&", "|", "^"])} 3`,
      () => `-(${inner()})`,
      () => `~(${inner()})`,
      () => `len(${this.name(random.pick(["list", "dict", "text", "set"]))})`,
      () => `int(${random.pick(['"12"', '" 7 "', "True", "2.9", "na"])})`,
      () => `sum([1, 2, ${inner()}])`,
      () => `${random.pick(["min", "max"])}(${inner()}, ${inner()})`,
      () => `abs(${inner()})`,
      () => `round(2.5) + ord("a")`,
      () => `${this.name("list")}.count(1)`,
      () => `${this.name("text")}.find("-")`,
      () => `len([${this.name("any")}, *${this.name("list")}])`,
      () => `int(bool(${this.name("any")}))`,
    ])();
  }

  private object(): string {
    const { random } = this;
    return random.pick([
      () => `K0(${this.of("any", 1)})`,
      () => `K1(${this.of("any", 1)})`,
      () => `K2(${this.of("any", 1)}, ${this.of("any", 0)})`,
      () => `K3(${this.of("any", 0)})`,
      () => this.name("object"),
      () => `${random.pick(["K0", "K1", "K2"])}.make(${this.of("any", 0)})`,
      () => `${this.name("object")}.itself()`,
    ])();
  }
}
