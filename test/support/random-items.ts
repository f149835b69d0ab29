import type { RandomSource } from "./random-source.js";

/** Lines that order, choose and cut the items of lists and sets. */
export function ofItems(random: RandomSource, list: string, other: string, name: string): readonly string[] {
  const texts = random.pick([`[str(x) for x in ${other}]`, `["b", "a", "B", "a"]`, `${name}.split("-")`]);
  const numbers = random.pick(["[3, 1, 2]", "[n, m, 1]", "range(4)", "[True, 1, 0]", "[len(ids), n]"]);
  const values = random.pick([texts, numbers, other, "[]", `(${name}, "z")`, "{'q': 1, 'p': 2}", "{2, 1}"]);
  const whole = () => random.pick(["None", "0", "1", "-1", "2", "-2", "9", "n"]);
  const step = random.pick(["", ":1", ":2", ":-1", ":-2", ":n or 1"]);
  const guarded = (line: string) => ["try:", `    ${line}`, "except Exception: pass"];
  const key = random.pick([
    "",
    ", key=len",
    ", key=str",
    ", key=lambda x: str(x)",
    ", key=lambda x: (len(str(x)), str(x))",
    ", key=lambda x: rows.append(1) or 1",
    ", key=str.lower",
    ", key=opaque",
  ]);
  const reverse = random.pick(["", ", reverse=True", ", reverse=False", ", reverse=n", ", reverse=opaque()"]);
  return random.pick<() => readonly string[]>([
    () => guarded(`${list} = sorted(${values}${key}${reverse})`),
    () => [`${list} = ${texts}`, ...guarded(`${list}.sort(${`${key}${reverse}`.slice(2)})`)],
    () => guarded(`${list} = [${random.pick(["min", "max"])}(${values}${key})]`),
    () =>
      guarded(`n = ${random.pick(["min", "max"])}(n, m, ${random.pick(["1", "2.5", "True", "len(ids)"])})`),
    () =>
      guarded(
        `m = sum(${random.pick([numbers, values, "[2.5, 1]"])}${random.pick(["", ", 10", ", start=n"])})`,
      ),
    () =>
      guarded(
        `n = abs(${random.pick(["-3", "n - m", "-2.5", "True"])}) + int(${random.pick(["2.9", "-2.9", "'7'", "True"])})`,
      ),
    () => [`${list} = ${random.pick([other, texts])}[${whole()}:${whole()}${step}]`],
    () => [`${name} = ${name}[${whole()}:${whole()}${step}]`],
    () => [`${list} = list((1, "b", None, ${name})[${whole()}:${whole()}${step}])`],
    () => [
      `${list} = list(range(${whole().replace("None", "3")}, ${random.pick(["5", "-4", "n"])}, ${random.pick(["1", "2", "-1", "-3"])}))`,
    ],
    () => [
      `${list} = [[i, x] for i, x in enumerate(${values}${random.pick(["", ", 1", ", start=n", ", start=opaque() and 1 or 0"])})]`,
    ],
    () => [
      `${list} = list(reversed(${random.pick([texts, "range(3)", name, "(1, 2)", `list(${values})`])}))`,
    ],
    () => [`${list} = sorted(set(${texts})${reverse})`, `n = len(set(${texts})) + len({1, True, n})`],
    () => [
      `${list} = list(${random.pick(["{n}", "{1, 1}", "set(['a'])", "set()", "frozenset(name[:1])", "{name, 'z'}"])})`,
      `${list} = sorted(map(str, ${list}))`,
    ],
    () => [
      `few = set(${texts})`,
      `few.${random.pick(["add('new')", "add('a')", "discard('a')", "update(['u'])", "clear()"])}`,
      `${list} = sorted(few)`,
    ],
    () => [`${list} = list(dict.fromkeys(${values}${random.pick(["", ", 0"])}))`],
    () => [
      `shared = dict.fromkeys(["p", "q"], ${list})`,
      `shared["p"].append("via") if isinstance(shared["p"], list) else None`,
    ],
    () =>
      guarded(
        `${name} = str(next(${random.pick([`x for x in ${values} if x`, `iter(${values})`, `(x for x in ${texts} if x.startswith("a"))`, `(rows.append(x) or x for x in ${texts})`, "iter([])", `(x for x in ${values} if opaque())`])}${random.pick(["", ", None", ', "none"'])}))`,
      ),
    () => [
      `it = iter(${other})`,
      `n = len(str(next(it, "")))`,
      `${list} = ${random.pick(["list(it)", "[*it]", "[next(it, 0), next(it, 1)]"])}`,
    ],
    () => [
      `it = ${random.pick([`zip(${texts}, ${other})`, `enumerate(${texts})`, `map(str, ${other})`, `filter(None, ${other})`, `reversed(${texts})`])}`,
      `${list} = list(it)`,
      `m = len(list(it))`,
    ],
    () => [
      `m = int(${random.pick(["any", "all"])}(${random.pick([`rows.append(x) or x for x in ${texts}`, `x == "a" for x in ${texts}`, values, `ids.append(7) for _ in range(2)`, "[n, 0]"])}))`,
    ],
    () =>
      guarded(
        `${list} = list(map(${random.pick(["str", "len", "int", "str.strip", "str.upper", "lambda x: [x]", "lambda x: rows.append(x)", "lambda x: n"])}, ${random.pick([texts, values])}))`,
      ),
    () =>
      guarded(
        `${list} = list(filter(${random.pick(["None", "lambda x: x != 'a'", "str.isdigit", "lambda x: rows.append(x)", "bool"])}, ${random.pick([texts, values])}))`,
      ),
    () => guarded(`${list}.remove(${random.pick(['"s-1"', "1", '"a"', "n", "3"])})`),
    () =>
      guarded(
        `n = ${list}.${random.pick(["index", "count"])}(${random.pick(['"s-1"', "1", '"a"', "n", "True"])})`,
      ),
    () => [`sink = map(lambda x: rows.append(x), ${other})`, ...(random.chance() ? ["list(sink)"] : [])],
    () => guarded(`${list} = [*zip(*[iter(${texts})] * 2)]`),
    () =>
      guarded(
        `${list} = ${random.pick([`(lambda it: [next(it), next(it, 0)])(iter(${texts}))`, `[x for pair in zip(${texts}, ${other}) for x in pair]`])}`,
      ),
  ])();
}

/** Lines that cut texts up and lay values out in them. */
export function ofTextMethods(
  random: RandomSource,
  text: string,
  other: string,
  list: string,
): readonly string[] {
  const subject = random.pick([
    other,
    '" a-b  c-d "',
    '"s3://b/a/c.csv"',
    '"a,b,,c,"',
    '"line\\nnext\\r\\n"',
    '"aXbxA1 b"',
    '""',
    `f"{${other}}-{n}"`,
  ]);
  const separator = random.pick(['"-"', '"/"', '","', "None", '"ab"', '"b"', "sep=None", 'sep=","']);
  const most = random.pick(["", ", 1", ", 0", ", 2", ", -1", ", maxsplit=1", ", n"]);
  const argument = random.pick(["", '"a"', '" -"', '"-"', "None"]);
  const specification = random.pick([
    "",
    "d",
    "03d",
    ">8",
    "<6",
    "^7",
    "*^9",
    "_<4",
    "05",
    "s",
    "8s",
    ",",
    ".2f",
    "x",
    "+d",
    "08.3f",
    "<05",
    ">3d",
    " d",
    "e",
  ]);
  const value = random.pick([other, "n", "-m", "True", "None", "2.5", "ids", '"é"', "opaque()"]);
  const guarded = (line: string) => ["try:", `    ${line}`, "except Exception: pass"];
  return random.pick<() => readonly string[]>([
    () =>
      guarded(
        `${list} = ${subject}.${random.pick(["split", "rsplit"])}(${separator}${separator.startsWith("sep") ? most.replace(/^, (?=[-\dn]$)/, ", maxsplit=") : most})`,
      ),
    () =>
      guarded(
        `${list} = ${subject}.${random.pick(["split()", "rsplit()", "split(maxsplit=1)", "rsplit(None, 1)", "rsplit(None, 0)", "splitlines()", "splitlines(True)"])}`,
      ),
    () =>
      guarded(
        `${list} = list(${subject}.${random.pick(["partition", "rpartition"])}(${random.pick(['"-"', '"/"', '"://"', '"zz"'])}))`,
      ),
    () =>
      guarded(
        `${text} = ${subject}.${random.pick(["strip", "lstrip", "rstrip", "removeprefix", "removesuffix"])}(${argument})`,
      ),
    () => [
      `${text} = ${subject}.${random.pick(["lower", "upper", "title", "capitalize", "swapcase", "casefold"])}()`,
    ],
    () =>
      guarded(
        `${text} = ${subject}.${random.pick(["zfill(8)", 'ljust(7, "*")', "rjust(7)", 'replace("a", "")', 'replace("a", "b", 1)', 'replace("", "-")', "zfill(-1)"])}`,
      ),
    () => [`${text} = "-5".zfill(${random.pick(["4", "1", "n"])}) + "+x".zfill(4)`],
    () =>
      guarded(
        `n = ${subject}.${random.pick(["find", "rfind", "index", "count"])}(${random.pick(['"a"', '"-"', '""', '"a", 2', '"zz"'])})`,
      ),
    () => [
      `m = int(${subject}.${random.pick(["isdigit()", "isalpha()", "isalnum()", "islower()", "isupper()", 'startswith("a")', 'startswith(("s3", " a"))', 'endswith("")', "endswith(())", 'startswith("a", 1)', "isspace()"])})`,
    ],
    () => guarded(`${text} = f"<{${value}:${specification}}>"`),
    () => guarded(`${text} = "<{:${specification}}>".format(${value})`),
    () => guarded(`${text} = "{0:${specification}}/{k:03d}".format(${value}, k=n)`),
    () =>
      guarded(
        `${text} = "%${random.pick(["s", "d", "03d", "5s", "-5s", "-5d", "05s", "i", "x", "5.1f", "r", "+d", "c"])}|%%" % ${random.pick([value, `(${value},)`, "n"])}`,
      ),
    () => guarded(`${text} = "%(a)s-%(b)03d" % {"a": ${value}, "b": n, "c": 1}`),
    () => guarded(`${text} = "%(k)s" % ${random.pick(["cfg", "env", "opts", "dict(cfg)"])}`),
    () =>
      guarded(`${text} = "%s %s" % ${random.pick(["(n, name)", "[1, 2]", "n", "(n,)", "tuple(ids[:2])"])}`),
    () => [`${list} = ["subnet-%04d" % i for i in range(3)] + [f"sg-{i:02d}" for i in range(2)]`],
    () => guarded(`${text} = f"{${value}!r}{n=}{m:{n}d}{${value}!s:>5}"`),
  ])();
}
