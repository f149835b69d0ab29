import { ofItems, ofTextMethods } from "./random-items.js";
import { RandomSource } from "./random-source.js";

/** Random programs of what notebooks do besides assigning and branching, as cells; the same seed gives the same program. */
export function randomIdioms(seed: number): string[] {
  return new IdiomWriter(new RandomSource(seed)).cells();
}

/** What each program has, by what it holds. */
const held = {
  dict: ["cfg", "env", "opts"],
  list: ["ids", "nets", "rows"],
  text: ["name", "bucket"],
  number: ["n", "m"],
} as const;
const all = Object.values(held).flat();

type Lines = readonly string[];

class IdiomWriter {
  private serial = 0;
  /** Functions without arguments and lists of calls that later cells may make. */
  private readonly calls: string[] = [];

  constructor(private readonly random: RandomSource) {}

  cells(): string[] {
    const head = [
      "from harness import probe, opaque",
      "import copy, json, os",
      "from dataclasses import dataclass, field",
      `cfg = {"k": 1, "sub": {"ids": ["a"]}}`,
      `env = {"A": "x", "B": ["y"]}`,
      "opts = dict(cfg, extra=None)",
      `ids = ["s-1", "s-2"]`,
      "nets = [ids, [3]]",
      `rows = [{"id": 1, "on": True}, {"id": 2, "on": False}]`,
      `name, bucket = "job-a", "data"`,
      "n, m = 2, 5",
    ];
    const cells = [head.join("\n")];
    const count = 3 + this.random.below(3);
    for (let cell = 0; cell < count; cell++) {
      const lines = Array.from({ length: 2 + this.random.below(4) }).flatMap(() => [...this.wrapped()]);
      if (this.random.chance(4)) lines.unshift("%matplotlib inline");
      if (this.random.chance(4)) lines.push("!pip install -q sagemaker");
      lines.push(...all.map((one) => `probe("${cell}${one}", ${one})`));
      cells.push(lines.join("\n"));
    }
    return cells;
  }

  private wrapped(): Lines {
    const { random } = this;
    const inner = () => this.idiom().map((line) => `    ${line}`);
    if (random.below(3) > 0) return this.idiom();
    return random.pick([
      () => [`if ${this.test()}:`, ...inner(), ...(random.chance() ? ["else:", ...inner()] : [])],
      () => [`for i in range(${random.pick(["2", "n % 4", "opaque() and 2 or 1"])}):`, ...inner()],
      () => [
        "try:",
        ...inner(),
        ...random.pick([[], ['    {}["no"]'], [`    if ${this.test()}: raise ValueError("v")`]]),
        `except ${random.pick(["Exception", "KeyError", "(KeyError, ValueError)"])}:`,
        ...inner(),
        ...(random.chance(3) ? ["else:", ...inner()] : []),
        ...(random.chance(3) ? ["finally:", ...inner()] : []),
      ],
      () => {
        const name = this.fresh("late");
        this.calls.push(`${name}()`);
        return [`def ${name}():`, `    global ${all.join(", ")}`, ...inner()];
      },
      () => [
        `for i, one in enumerate(${this.name("list")}[:3]):`,
        `    if ${this.test()}: ${random.pick(["break", "continue"])}`,
        ...inner(),
        "else:",
        ...inner(),
      ],
    ])();
  }

  private idiom(): Lines {
    if (this.calls.length > 0 && this.random.chance(6)) return [this.random.pick(this.calls)];
    const kinds = [
      () => this.ofDict(),
      () => this.ofList(),
      () => this.ofText(),
      () => ofItems(this.random, this.name("list"), this.name("list"), this.name("text")),
      () => ofTextMethods(this.random, this.name("text"), this.name("text"), this.name("list")),
      () => this.ofFunction(),
      () => this.ofClass(),
      () => this.ofFlow(),
    ];
    return this.random.pick(kinds)();
  }

  private ofDict(): Lines {
    const { random } = this;
    const dict = this.name("dict");
    const other = this.name("dict");
    const key = this.key();
    const list = this.name("list");
    return random.pick<() => Lines>([
      () => [`${dict}.update(${random.pick([other, `**${other}`, `{${key}: ${this.any()}}`, "Z=1"])})`],
      () => [`${dict}.setdefault(${key}, []${random.pick(["", "[:]"])})`],
      () => [
        `${dict}.setdefault(${key}, ${list})`,
        `held = ${dict}.setdefault(${key}, 1)`,
        "if isinstance(held, list): held.append(n)",
      ],
      () => [`${this.name("text")} = str(${dict}.pop(${key}, "gone"))`],
      () => [`${dict} |= {${key}: ${this.any()}}`],
      () => [`${dict} = ${other} | {${key}: ${this.any()}}`],
      () => [`${dict} = {**${other}, ${key}: ${this.any()}}`],
      () => [`if ${key} in ${dict}: del ${dict}[${key}]`],
      () => [
        `${dict} = {k: v for k, v in ${other}.items() if ${random.pick(["v", "k != 'k'", "not isinstance(v, list)", "opaque()"])}}`,
      ],
      () => [`${dict} = copy.deepcopy(${other})`],
      () => [`${dict} = copy.copy(${other})`, `${dict}[${key}] = ${this.any()}`],
      () => [`${dict} = json.loads(json.dumps(${other}, default=str))`],
      () => [`${dict} = json.loads('{"k": [1, null, true], "z": "t"}')`],
      () => [`${dict}["sub"] = ${other}.copy()`, `${dict}["sub"][${key}] = ${this.any()}`],
      () => [
        `${dict} = dict.fromkeys(["p", "q"], ${random.pick(["[]", "0", list])})`,
        `if isinstance(${dict}["p"], list): ${dict}["p"].append(7)`,
      ],
      () => [
        `for k in list(${dict}):`,
        `    if ${random.pick(["k == 'k'", "opaque()", `not ${dict}[k]`])}: ${dict}.pop(k)`,
      ],
      () => [`${dict}[${key}], ${dict}["t"] = ${this.any()}, ${this.any()}`],
      () => [
        `${dict}[${key}] = ${dict}.get(${key}, 0) if isinstance(${dict}.get(${key}, 0), int) else 0`,
        `${dict}[${key}] += 1`,
      ],
      () => [`${dict}["list"] = ${list}`, `${dict}["list"] += ["grown"]`],
      () => [`${dict} = dict(sorted(${other}.items(), key=lambda kv: str(kv[0])))`],
      () => [`inner = ${dict}.get("sub")`, `if isinstance(inner, dict): inner["deep"] = ${this.any()}`],
      () => [`${dict} = dict(zip(("k", "l"), ${list}))`],
    ])();
  }

  private ofList(): Lines {
    const { random } = this;
    const list = this.name("list");
    const other = this.name("list");
    return random.pick<() => Lines>([
      () => [
        `${list}[${random.pick(["1:2", ":0", "len(ids):", "::2", ":"])}] = ${random.pick(["[8]", "[8, 9]", other])}`.replace(
          "[::2] = ",
          "[:2] = ",
        ),
      ],
      () => [`del ${list}[${random.pick(["0:1", "-1:", "5:"])}]`],
      () => [`first, *${list} = [${this.any()}, *${other}]`],
      () => [`*${list}, last = [*${other}, ${this.any()}]`],
      () => [`${list} = [*${other}, *(${this.any()},)]`],
      () => [
        `${list} = [x for x in ${other} if ${random.pick(["x", "x != 's-1'", "isinstance(x, str)", "not opaque()"])}]`,
      ],
      () => [`${list} = [row.get("id") if isinstance(row, dict) else row for row in rows]`],
      () => [`${list} = [y for x in nets if isinstance(x, list) for y in x]`],
      () => [`nets.append(${other})`, `${other}.append("after")`],
      () => [`nets = [${list}] * 2`, "nets[0].append('twice') if isinstance(nets[0], list) else None"],
      () => [`${list} = sorted([str(x) for x in ${other}], reverse=${random.pick(["True", "False"])})`],
      () => [`if (size := len(${list})) > 1: m = size`],
      () => [`${list} = list(map(str, ${other}))`, `${list}.extend(x for x in ${other})`],
      () => [`${list} = [*filter(None, ${other})]`],
      () => [`${list} = ${other}[::-1]`, `${list}.append(${this.any()})`],
      () => [`n = sum(1 for x in ${list} if ${random.pick(["x", "x == 's-1'", "isinstance(x, str)"])})`],
      () => [`n = next((i for i, x in enumerate(${list}) if x == ${this.any()}), -1)`],
      () => [
        `${list}.insert(${random.pick(["0", "1", "-1", "99"])}, ${this.any()})`,
        random.pick([`${list}.pop()`, `${list}.pop(0)`, `${list}.reverse()`]),
      ],
      () => [`a, (b, *c) = 1, ${random.pick(["[2, 3]", "'xyz'", "(4,)"])}`, `${list} = [a, b, c]`],
      () => [
        `m = ${random.pick(["any", "all"])}(${random.pick(["isinstance(x, str)", "x"])} for x in ${list}) + 0`,
      ],
      () => [`${list} = [[0] * 2 for _ in range(2)]`, `${list}[0][1] = n`],
      () => [`${list} = list({1: "a", 2: "b"}.items())`, `for key, value in ${list}: env[str(key)] = value`],
      () => [`alias = ${list}`, `${list} = ${list} + [1]`, "alias.append(2)"],
      () => [`alias = ${list}`, `${list} += [1]`, "alias.append(2)"],
    ])();
  }

  private ofText(): Lines {
    const { random } = this;
    const text = this.name("text");
    const other = this.name("text");
    return random.pick<() => Lines>([
      () => [`${text} = f"{${other}}-{n:0${1 + random.below(4)}d}"`],
      () => [`${text} = f"{${other}!r:>8}|{n + 1}|{m:.2f}|{${other}[:2]:*^6}"`],
      () => [`${text} = f"{${other}!s}-{${this.any()}!r}|{n!s:>4}{None!a}{True!r:>6}"`],
      () => [`${text} = "{!r}|{!s:>3}".format(${other}, n) + repr(${this.any()})`],
      () => [
        `odd = ${other} + ${random.pick([`"'"`, `'"'`, String.raw`"\\n"`, '"é"'])}`,
        `${text} = f"{odd!${random.pick(["r", "a", "s"])}}"`,
      ],
      () => [`${text} = "{}/{b}".format(${other}, b=${this.any()})`],
      () => [`${text} = "{0}-{0}-{1}".format(${other}, n)`],
      () => [`${text} = "%s-%03d-%%" % (${other}, n)`],
      () => [`${text} = "%(k)s" % {"k": ${other}}`],
      () => [`${text} = os.path.join(${other}, "data"${random.pick(["", ', "/abs"', ', "x.csv"'])})`],
      () => [`${text} = os.path.basename(f"s3://{${other}}/a/b.csv")`],
      () => [
        `${text} = ${random.pick(["/", "-", ","])}.join(["a", ${other}])`.replace(
          /= (.)\.join/,
          '= "$1".join',
        ),
      ],
      () => [
        `${text} = ${other}.${random.pick(["upper()", "title()", 'replace("a", "b")', 'split("-")[0]', 'rsplit("-", 1)[-1]', 'strip("-")', 'removesuffix("a")', "zfill(7)", 'partition("-")[0]', "casefold()", 'ljust(8, ".")', "expandtabs()", 'translate(str.maketrans("a", "b"))', "encode().decode()"])}`,
      ],
      () => [`${text} = json.dumps({"k": ${other}, "n": [n, None]})`],
      () => [
        `${text} = ${other} * 2 if ${other}.${random.pick(['startswith("j")', 'endswith(("a", "b"))', "isdigit()", "islower()"])} else "none"`,
      ],
      () => [`${text} = (${other}`, `    + "-tail")`],
      () => [`${text} = "a" "b" f"{n}"`],
      () => [`n = ${text}.${random.pick(['count("a")', 'find("-")', "__len__()"])} + len(${other})`],
      () => [
        `${text} = str(${random.pick(["n / 2", "n // 2", "m % 3", "-7 // 2", "2 ** n", "1e3", "round(2.675, 2)", "10 / 5", "int('0x1f', 16)", "True + 1"])})`,
      ],
      () => [`os.environ["X_${random.below(2)}"] = ${text}`, `${other} = os.environ.get("X_0", "none")`],
      () => [`${text} = repr([${other}, n])`],
    ])();
  }

  private ofFunction(): Lines {
    const { random } = this;
    const name = this.fresh("fun");
    const list = this.name("list");
    const dict = this.name("dict");
    return random.pick<() => Lines>([
      () => [
        `def ${name}(value, into=${random.pick(["[]", "{}.setdefault('k', [])"])}):`,
        "    into.append(value)",
        "    return into",
        `${name}(1)`,
        `${list} = ${name}(${this.any()})`,
        ...(random.chance() ? [`${name}(3, ${this.name("list")})`] : []),
      ],
      () => [
        `def ${name}():`,
        "    count = 0",
        "    def step(by=1):",
        "        nonlocal count",
        "        count += by",
        "        return count",
        "    return step",
        `step = ${name}()`,
        "step()",
        `n = step(${random.pick(["", "2", "n"])})`,
      ],
      () => [
        `makers = [lambda i=i: i for i in range(3)]`,
        "n = sum(one() for one in makers)",
        "late_made = [lambda: i for i in range(3)]",
        "m = late_made[0]()",
      ],
      () => [
        `def ${name}(function):`,
        "    def wrapped(*args, **more):",
        `        ${random.pick(["rows.append(1)", "pass", 'more["k"] = 2'])}`,
        "        return function(*args, **more)",
        "    return wrapped",
        `@${name}`,
        `def inner_${name}(a=1, **more): return [a, more]`,
        `${list} = inner_${name}(${random.pick(["", "2", "a=3", "k=4"])})`,
      ],
      () => {
        this.calls.push(`${list} = list(${name}(3))`);
        return [
          `def ${name}(limit):`,
          "    i = 0",
          "    while True:",
          "        if i >= limit: return",
          "        yield i",
          `        ${random.pick(["i += 1", "i = i + 2", "rows.append(i); i += 1"])}`,
          `${list} = list(${name}(${random.pick(["2", "n % 3"])}))`,
        ];
      },
      () => {
        this.calls.push(`${dict} = ${name}(k=2)`);
        return [
          `def ${name}(*args, k=1, **more):`,
          `    result = {"k": k, "more": more, "args": list(args), "name": name}`,
          `    if k ${random.pick([">", "=="])} 1: return ${random.pick([dict, "result", "{**result, **more}"])}`,
          "    return result",
          `${dict} = ${name}(1, *ids[:1], ${random.pick(["k=n", "z=m", "**{'k': 3}"])})`,
        ];
      },
      () => [
        `def ${name}(d):`,
        "    d = dict(d)",
        "    d['own'] = 1",
        `    ${random.pick(["return d", "d.pop('k', None); return d", "cfg['seen'] = True; return d"])}`,
        `${dict} = ${name}(${this.name("dict")})`,
      ],
      () => [`${list} = (lambda *a, **k: [*a, k])(*${this.name("list")}[:2], k=n)`],
      () => [
        `def ${name}(depth): return 0 if depth <= 0 else 1 + ${name}(depth - 1)`,
        `m = ${name}(${random.pick(["3", "n % 4"])})`,
      ],
      () => [
        "from functools import partial",
        `def ${name}(a, b=2, c=3): return [a, b, c]`,
        `bound = partial(${name}, ${random.pick(["1", "b=9", "1, c=n"])})`,
        `${list} = bound(${random.pick(["a=4", "c=5", "b=6"])}) if ${random.pick(["False", "n < 0"])} else [0]`,
      ],
      () => [
        `def ${name}(): return helper_${name}() + 1`,
        `def helper_${name}(): return 1`,
        `n = ${name}()`,
        `def helper_${name}(): return ${random.pick(["10", "n", "m"])}`,
        `m = ${name}()`,
      ],
    ])();
  }

  private ofClass(): Lines {
    const { random } = this;
    const name = this.fresh("Kind");
    const list = this.name("list");
    return random.pick<() => Lines>([
      () => [
        "@dataclass",
        `class ${name}:`,
        "    a: int",
        `    b: str = ${random.pick(['"b"', "name"])}`,
        `    c: list = field(default_factory=${random.pick(["list", "lambda: [1]"])})`,
        ...(random.chance() ? ["    def total(self): return [self.a, *self.c]"] : []),
        `one, two = ${name}(1), ${name}(n, "z", [2])`,
        "one.c.append(3)",
        `${list} = [one.a, one.b, one.c, two.c]`,
      ],
      () => [
        `class ${name}:`,
        `    count = ${random.pick(["0", "[]"])}`,
        "    def __init__(self, v=1):",
        "        self._v = v",
        "    @property",
        "    def v(self): return self._v",
        "    @v.setter",
        `    def v(self, new): self._v = ${random.pick(["new", "[new]", "new or 1"])}`,
        `class Sub${name}(${name}):`,
        "    def __init__(self, *args, **more):",
        "        super().__init__(*args, **more)",
        `        self.extra = ${this.any()}`,
        `o = ${random.pick([name, `Sub${name}`])}(${random.pick(["", "n", "v=m"])})`,
        `o.v = ${this.any()}`,
        `${list} = [o.v, getattr(o, "extra", "none"), type(o).count]`,
        ...(random.chance() ? [`${name}.count = 5`, `${list}.append(o.count)`] : []),
      ],
      () => [
        `class ${name}:`,
        "    def __init__(self): self.items = []; self.n = 0",
        ...random.pick<Lines>([
          ["    def __len__(self): self.n += 1; return 1"],
          ["    def __getitem__(self, k): self.n += 1; return k"],
          ["    def __setitem__(self, k, v): self.items.append(k)"],
          ["    def __contains__(self, k): self.n += 1; return True"],
          ["    def __eq__(self, other): self.n += 1; return True"],
          ["    def __iter__(self): self.n += 1; return iter([1, 2])"],
          ["    def __str__(self): self.n += 1; return 'S'"],
          ["    def __bool__(self): self.n += 1; return False"],
          ["    def __add__(self, other): self.n += 1; return other"],
          ["    def __iadd__(self, other): self.n += 1; return self"],
          ["    def __call__(self, *a): self.n += 1; return a"],
          ["    def __getattr__(self, name): rows.append(name); return 1"],
          ["    def __delitem__(self, k): self.n += 1"],
          ["    def __lt__(self, other): self.n += 1; return True"],
        ]),
        `o = ${name}()`,
        `for use in [${random.pick([
          "lambda: len(o)",
          "lambda: o[1]",
          "lambda: 1 in o",
          "lambda: o == 1",
          "lambda: list(o)",
          "lambda: str(o)",
          "lambda: f'{o}'",
          "lambda: 1 if o else 2",
          "lambda: o + 1",
          "lambda: o(1)",
          "lambda: o.missing",
          "lambda: o < 1",
        ])}]:`,
        "    try: use()",
        "    except Exception: pass",
        ...random.pick<Lines>([
          ["try: m = 1 if o else 2", "except Exception: pass"],
          ["try: m = len(o)", "except Exception: pass"],
          ["try: m = o == 1", "except Exception: pass", "m = 0 if m is True else m"],
          ["try: o[1] = 2", "except Exception: pass"],
          ["try: name = f'{o}' if n > 99 else str(n)", "except Exception: pass"],
          ["try:", "    for x in o: n = x", "except Exception: pass"],
          ["try: o += 1", "except Exception: pass"],
          ["try: del o[0]", "except Exception: pass"],
          ["try: m = 1 in o", "except Exception: pass"],
        ]),
        `${list} = [getattr(o, "n", "none"), getattr(o, "items", [])]`,
      ],
      () => [
        `class ${name}:`,
        "    registry = {}",
        "    def __init__(self, **kw): self.__dict__.update(kw)",
        "    @classmethod",
        "    def make(cls, **kw):",
        "        cls.registry[len(cls.registry)] = 1",
        "        return cls(**kw)",
        "    @staticmethod",
        "    def norm(v): return [v]",
        `o = ${name}.make(a=1, b=n)`,
        `${list} = [${name}.registry, ${name}.norm(o.a), o.b]`,
      ],
      () => [
        `class ${name}: pass`,
        `o = ${name}()`,
        `o.ids = ${this.name("list")}`,
        `o.ids ${random.pick(["+= ['attr']", "= o.ids + ['attr']"])}`,
        `o.sub = {"k": o.ids}`,
        "o.sub['k'].append('deep')",
        `${list} = [*o.ids]`,
        ...(random.chance() ? ["del o.sub", `m = int(hasattr(o, "sub"))`] : []),
      ],
      () => [
        `class ${name}:`,
        "    def __enter__(self):",
        `        ${random.pick(["ids.append('in')", "self.v = 1", "pass"])}`,
        "        return self",
        "    def __exit__(self, *exc):",
        `        nets.append('out')`,
        `        return ${random.pick(["True", "False", "None"])}`,
        "try:",
        `    with ${name}() as o:`,
        `        n = ${this.random.below(9)}`,
        ...(random.chance() ? [`        if ${this.test()}: raise ValueError`] : []),
        "        m = 7",
        "except ValueError: name = 'raised'",
      ],
    ])();
  }

  private ofFlow(): Lines {
    const { random } = this;
    const list = this.name("list");
    const dict = this.name("dict");
    return random.pick<() => Lines>([
      () => [
        `match ${random.pick([dict, list, "n", "name", "(n, m)"])}:`,
        `    case {"k": found, **rest}: ${list} = [found, rest]`,
        `    case [first, *others]: ${list} = [others, first]`,
        "    case 2 | 3: m = 1",
        "    case str() as said if said: name = said + '!'",
        "    case (x, y): n = y",
        "    case _: n = 0",
      ],
      () => [
        `for x in ${list}:`,
        `    if x == ${this.any()}:`,
        "        n = 1",
        "        break",
        "else:",
        "    n = 2",
      ],
      () => [
        "while n > 0:",
        "    n -= 1",
        `    if ${this.test()}: ${random.pick(["break", "continue"])}`,
        "    m += 1",
        "else:",
        "    name = 'done'",
      ],
      () =>
        [
          "try:",
          `    ${list}.append("t")`,
          `    ${random.pick([`n = int(${this.any()})`, `${dict}["missing"]`, "n = 1 // (n - n)", "opaque()"])}`,
          "    m = 1",
          `except ${random.pick(["ValueError", "KeyError", "(TypeError, ZeroDivisionError)", "Exception"])} as error:`,
          `    ${random.pick(["m = 2", "name = type(error).__name__", "pass", "raise"])}`,
          "finally:",
          `    ${list}.append("f")`,
        ].map((line) => (line === "    raise" ? "    m = 3" : line)),
      () => [random.pick(["opaque(cfg)", "opaque(ids)", "opaque(lambda: ids.append(1))", "opaque([nets])"])],
      () => [`${list} = ${this.test()} and ${this.name("list")} or ["else"]`],
      () => [`n = m if ${this.test()} else n`],
      () => [
        `if ${this.test()}: ${dict}["branch"] = 1`,
        `elif ${this.test()}: del ${dict}`,
        `${dict} = {"new": n}`,
      ],
      () => [`n = m = ${this.random.below(9)}`, "n, m = m + 1, n"],
      () => [
        `${list} = ${dict}["sub"]["ids"] if isinstance(${dict}.get("sub"), dict) and "ids" in ${dict}["sub"] else []`,
        `${list}.append("via")`,
      ],
      () => [`assert ${this.name("list")} is not None`, `n += ${list} is ${this.name("list")}`],
      () => [`for row in rows:`, `    if isinstance(row, dict): row["seen"] = row.get("seen", 0) + 1`],
      () => [
        `for k, v in list(${dict}.items()):`,
        `    ${dict}[k] = [v] if ${random.pick(["isinstance(v, int)", "opaque()"])} else v`,
      ],
      () => [
        `${list} = [*range(n % 4)]`,
        `print(${list}, end="")`,
        `for i, n in zip(range(2), ${list}): pass`,
      ],
      () => [`name = ["a", "b"][${random.pick(["n % 2", "-1", "bool(ids)", "opaque() and 1 or 0"])}]`],
      () => ["del n", `n = ${this.random.below(9)}`],
      () => [`globals()["${this.name("number")}"] = 3`],
      () => [`exec("n = 4")`],
      () => [`x = ${this.name("list")}, ${this.name("list")}`, "x[0].append('tuple')"],
    ])();
  }

  private name(kind: keyof typeof held): string {
    return this.random.pick(held[kind]);
  }

  private fresh(stem: string): string {
    return `${stem}${this.serial++}`;
  }

  private key(): string {
    return this.random.pick(['"k"', '"sub"', '"A"', "name", '"new"', "opaque()"]);
  }

  private any(): string {
    return this.random.pick([
      "1",
      '"s-1"',
      "None",
      "n",
      "name",
      "[m]",
      "ids",
      "cfg",
      "{}",
      "True",
      "2.5",
      "opaque()",
      "[*ids]",
    ]);
  }

  private test(): string {
    return this.random.pick([
      "opaque()",
      "opaque()",
      "n > 1",
      '"k" in cfg',
      "not ids",
      'cfg.get("k")',
      'name.startswith("job")',
      "len(rows) > 1 and n",
      "ids == [1]",
      "isinstance(cfg.get('k'), int)",
      "True",
      "n in (1, 2, 3)",
    ]);
  }
}
