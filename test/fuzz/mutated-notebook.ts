import { ipynbOf } from "../support/notebooks.js";
import { RandomSource } from "../support/random-source.js";

/** A notebook file that somebody or something has damaged, the same for the same seed. */
export function mutatedNotebook(seed: number, sources: readonly (readonly string[])[]): string {
  const random = new RandomSource(seed);
  const cells = [...random.pick(sources)];
  const count = 1 + random.below(4);
  for (let done = 0; done < count; done++) {
    const index = random.below(cells.length);
    const change = random.pick(textChanges);
    cells[index] = change(cells[index] ?? "", random, () => {
      const other = random.pick(sources);
      return random.pick(other);
    });
  }
  if (seed % 500 === 250) random.pick(enlarge)(cells, random);
  const file = ipynbOf(cells, { source: random.pick(["list", "string"]) });
  return random.chance(8) ? random.pick(fileChanges)(file, random) : file;
}

type TextChange = (text: string, random: RandomSource, other: () => string) => string;

/** `text` with `inserted` somewhere, or in place of something. */
function put(text: string, inserted: string, random: RandomSource, replaced = 0): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at + replaced);
}

const characters = [
  "\ud83d",
  "\udc00",
  "\u202e",
  "\u0000",
  "\r",
  "\u2028",
  "\u0301",
  "é",
  "😀",
  "\t",
  "\f",
  "\\",
  "'",
  '"""',
  "#",
  "%",
  "!",
  "?",
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ":",
  ",",
  "=",
  "**",
  "*",
  "@",
  ";",
  "\n",
  "\n    ",
  "ǃ",
  "\u00a0",
  "\ufeff",
  "f'{",
  "lambda:",
  "\\\n",
  "`",
  "$",
  "0x",
  "1e999",
  "'''",
] as const;

const textChanges: readonly TextChange[] = [
  (text, random) => put(text, random.pick(characters), random),
  (text, random) => put(text, "", random, 1 + random.below(40)),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random, other) => put(text, other(), random),
  (text, random, other) => put(text, other().slice(0, random.below(200)), random, random.below(200)),
  (text) => text.replaceAll("\n", "\r"),
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text + "\n" + text,
  (text, random) =>
    put(
      text,
      random
        .pick(["(", "[", "{", "f(", "{1:", "not ", "-", "lambda: ", "a.", "a["])
        .repeat(random.pick([10, 100, 1000, 10_000])),
      random,
    ),
  (text, random) => {
    const depth = random.pick([10, 300, 3000]);
    return put(text, "\nx = " + random.pick(["[", "(", '{"a": ']).repeat(depth) + "1\n", random);
  },
  (text, random) => put(text, "9".repeat(random.pick([20, 400, 5000])), random),
  (text, random) => put(text, "x".repeat(random.pick([1000, 100_000])), random),
  (text, random) =>
    put(
      text,
      "\n" +
        Array.from(
          { length: random.pick([5, 30, 100]) },
          (_, depth) =>
            " ".repeat(depth) +
            random.pick(["if x:", "for i in range(9):", "def f(a):", "while x:", "try:", "class C:"]),
        ).join("\n") +
        "\n",
      random,
    ),
  (text, random) =>
    put(
      text,
      `\nx = x ${random.pick(["+", "and", "if x else", "or", "==", "."])} `.repeat(1) +
        "x + ".repeat(random.pick([10, 500, 3000])) +
        "x\n",
      random,
    ),
  (text, random) =>
    Array.from(text, (character) => (random.chance(60) ? random.pick(characters) : character)).join(""),
  (text, random) =>
    text
      .split("\n")
      .sort(() => (random.chance() ? 1 : -1))
      .join("\n"),
  (text, random) =>
    text
      .split("\n")
      .map((line) => (random.chance(6) ? " " + line : line))
      .join("\n"),
];

/** Of the characters of the largest files. */
const large = 20_000_000;

/** Makes a great deal of a notebook: of its data 20 MB, of its cells as many as no one writes. */
const enlarge: readonly ((cells: string[], random: RandomSource) => void)[] = [
  (cells, random) => {
    const own = [...cells];
    for (let count = 0; count < 100; count++) cells.push(random.pick(own));
  },
  (cells, random) => {
    const index = random.below(cells.length);
    const text = `${cells[index] ?? ""}\n`;
    cells[index] = text.repeat(Math.floor(large / text.length));
  },
  (cells) => cells.push(`data = "${"x".repeat(large)}"`),
  (cells) => cells.push(`data = [${"1, ".repeat(large / 3)}]`),
];

const fileChanges: readonly ((file: string, random: RandomSource) => string)[] = [
  (file, random) => file.slice(0, random.below(file.length)),
  (file, random) => put(file, random.pick(characters), random),
  (file, random) => put(file, "", random, 1 + random.below(100)),
  (file) => file.replace('"nbformat": 4', '"nbformat": "x"'),
  (file) => file.replace('"cells": [', '"cells": [null, 1, "a", [], {}, {"cell_type": 4, "source": {}},'),
  (file) => file.replace('"cells"', '"worksheets"'),
  (file) => file.replaceAll('"source": ', '"source": [1, null], "sauce": '),
  (file, random) => "[".repeat(random.pick([10, 100_000])) + file,
  (file) =>
    file.replace(
      '"cells": [',
      '"cells": [{"cell_type": "code", "metadata": null, "outputs": "x", "source": "x = 1"},',
    ),
  (file) => `\ufeff${file}`,
  (file, random) =>
    file.replace(
      '"cells": [',
      `"cells": [{"cell_type": "code", "metadata": {}, "source": "x = 1", "outputs": [{"output_type": "stream", "text": "${"y\\n".repeat(
        random.pick([1000, 100_000, 5_000_000]),
      )}"}]},`,
    ),
];
