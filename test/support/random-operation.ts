import { sequence } from "./random-sequence.js";

const letters = "a|b|a|-| |A|1|\\t|é|\\n|aa|.|_|/|{|}|%|'|0|+|ß|😀|\\r\\n|x".split("|");
const numbers =
  "0 1 2 3 -1 -2 5 10 7 -7 100 2.5 -0.5 1e3 3.0 12345678 0.1 1e-7 1e16 1e22 123456789012 True False None";
const readNumbers = ["", "1", "-2", " 3 ", "1_0", "1.5", "0x1", "1e3", "+4", "00", "٣"];

/** One expression of Python that puts constants into operators, builtins and methods; many raise. */
export function randomOperation(seed: number): string {
  const next = sequence(seed);
  const one = <Item>(items: readonly [Item, ...Item[]]): Item => items[next(items.length)] ?? items[0];
  const word = (items: string) => one(items.split(" ") as [string, ...string[]]);
  const perhaps = (text: string) => one(["", text]);
  const letter = () => letters[next(letters.length)] ?? "";
  const text = (most = 8) => `"${Array.from({ length: next(most) }, letter).join("")}"`;
  const short = () => text(3);
  // The harness writes the number 0 and the text "0" as one key
  const key = () => text().replace('"', '"k');
  const number = () => word(numbers);
  const whole = () => word("0 1 2 3 -1 -2 5 12");
  const value = (): string =>
    one([
      text,
      number,
      () => `[${text()}, ${number()}]`,
      () => `(${number()},)`,
      () => `{${short()}: ${number()}}`,
      () => "()",
    ])();
  const layout = () =>
    perhaps(
      `${word("0 *< > ^ = _^")}${perhaps("0")}${one(["", "3", "8"])}${one(["", ".2", ".0", ","])}${perhaps(word("d s f x X o b e g % c"))}`,
    );
  const slice = () =>
    one([
      whole(),
      `${whole()}:`,
      `:${whole()}`,
      `${whole()}:${whole()}`,
      "::-1",
      "::2",
      "::-2",
      `${whole()}:${whole()}:${word("-1 2")}`,
    ]);
  const separators = () =>
    one(["", short(), `${short()}, ${whole()}`, `None, ${whole()}`, `maxsplit=${whole()}`, `sep=${short()}`]);

  const kinds: [() => string, ...(() => string)[]] = [
    () => `${text()}.${word("split rsplit")}(${separators()})`,
    () =>
      `${text()}.${word("partition rpartition find rfind index count startswith endswith removeprefix removesuffix rindex join")}(${short()})`,
    () => `${text()}.${word("strip lstrip rstrip")}(${perhaps(short())})`,
    () =>
      `${text()}.${word("lower upper title capitalize swapcase casefold isdigit isalpha isalnum islower isupper splitlines isspace isnumeric isidentifier istitle isascii encode expandtabs")}()`,
    () => `${text()}.${word("zfill ljust rjust center")}(${whole()}${perhaps(`, ${short()}`)})`,
    () => `${text()}.replace(${short()}, ${short()}${perhaps(`, ${whole()}`)})`,
    () => `${text()}[${slice()}]`,
    () => `f"{${value().replaceAll('"', "'")}${one(["", "!r", "!s", "!a"])}${perhaps(`:${layout()}`)}}"`,
    () => `"{:${layout()}}".format(${value()})`,
    () => `"{0}-{1}{a}".format(${value()}, ${value()}, a=${value()})`,
    () =>
      `"%${one(["", "0", "-", "+", " "])}${one(["", "3", "8"])}${one(["", ".2", ".0"])}${word("d s f x r i g e %")}" % ${one([value(), `(${value()},)`, `(${value()}, 1)`])}`,
    () => `"%(a)s-%(b)d" % {"a": ${value()}, "b": ${number()}}`,
    () => `${number()} ${word("+ - * / // % ** < <= == != & | ^ << >> and or in")} ${one([number, value])()}`,
    () => `${text()} ${word("+ * in < == %")} ${one([text, number, short])()}`,
    () =>
      `${word("int float str repr bool abs round len list tuple set sorted sum max min any all dict ord chr hex bin reversed enumerate bytes divmod")}(${one([value(), `${value()}, ${whole()}`, "", `[${number()}, ${number()}, ${number()}]`])})`,
    () => `[${number()}, ${number()}, ${text()}].${word("index count")}(${one([number, text])()})`,
    () => `[${number()}, ${number()}, ${number()}, ${number()}][${slice()}]`,
    () =>
      `{${key()}: 1, ${number()}: 2, ${number()}: 3}${one([`.get(${number()})`, `.get(${key()}, 7)`, `[${number()}]`, ".items()", ""])}`,
    () => `round(${number()}, ${whole()})`,
    () => `${number()} if ${value()} else ${number()}`,
    () => `${word("int float bool")}("${readNumbers[next(readNumbers.length)] ?? ""}"${perhaps(", 16")})`,
    () =>
      `list(range(${one([whole(), `${whole()}, ${whole()}`, `${whole()}, ${whole()}, ${word("-1 2 3")}`])}))`,
    () => `list(zip([1, 2], ${text()}))`,
    () => `dict([(${number()}, 1), (${key()}, 2), (${number()}, 3)])`,
    () =>
      `sorted([${number()}, ${number()}, ${number()}]${one(["", ", reverse=True", ", key=lambda x: -x", ", key=str"])})`,
    () =>
      `sorted([${text()}, ${text()}, ${text()}]${one(["", ", reverse=True", ", key=len", ", key=str.lower"])})`,
  ];
  return one(kinds)();
}
