import type { Value } from "../../../python/value.js";
import { expandBraces, hasBraces } from "./expand-braces.js";
import { unknownText } from "./parse-script.js";
import type { Word, WordPart } from "./syntax.js";

/** Text with the place of each character, -1 for one that was not written there. It has `unknownText` for what is not known. */
export interface Text {
  readonly text: string;
  readonly at: readonly number[];
  /** What Python made the whole text of. */
  readonly made?: Value;
}

/** One word of a command as the program gets it. */
export interface Field extends Text {
  /** Something unknown in it is not quoted: it may be several words, or none. */
  readonly splits: boolean;
  /** The whole word as written, quotes included. */
  readonly from: number;
  readonly to: number;
}

/** What each variable may be. */
export type Variables = ReadonlyMap<string, readonly Text[]>;

/** What else a word can take in. */
export interface Expansions {
  /** The items of arrays; `@`: the arguments. One that is not there is not known. */
  readonly arrays: ReadonlyMap<string, readonly Text[]>;
  /** What the commands of `$(…)` print, where that is known. */
  readonly printed: ReadonlyMap<WordPart, Text>;
}

const noExpansions: Expansions = { arrays: new Map(), printed: new Map() };

const mostAlternatives = 8;

/**
 * The words that one word becomes; several possibilities where a variable has several values.
 *
 * @param expandsBraces The shell does, as bash; false: perhaps not.
 */
export function expandWord(
  word: Word,
  variables: Variables,
  expandsBraces = true,
  expansions = noExpansions,
): readonly (readonly Field[])[] {
  if (!hasBraces(word)) return expandValues(word, variables, expansions);
  const words = expandBraces(word);
  if (!words || (!expandsBraces && words.length > 1)) return [[unknownField(word)]];
  const expanded = words.map((one) => expandValues(one, variables, expansions));
  if (expanded.reduce((product, one) => product * one.length, 1) > mostAlternatives)
    return [[unknownField(word)]];
  return expanded.reduce<readonly (readonly Field[])[]>(
    (lines, ways) => lines.flatMap((line) => ways.map((fields) => [...line, ...fields])),
    [[]],
  );
}

/** What the word becomes once its variables are filled in. */
function expandValues(
  word: Word,
  variables: Variables,
  expansions: Expansions,
): readonly (readonly Field[])[] {
  let builds: readonly Building[] = [new Building(word)];
  for (const part of word.parts) {
    const items = part.kind === "items" ? expansions.arrays.get(part.name) : undefined;
    if (part.kind === "items" && (part.which === "@" || part.which === "*")) {
      for (const build of builds) build.addItems(part, items, separator(variables));
      continue;
    }
    const values = valuesOf(part, variables, expansions);
    if (builds.length * values.length > mostAlternatives) return [[unknownField(word)]];
    const [only, other] = values;
    if (only && other === undefined) for (const build of builds) build.add(part, only);
    else {
      builds = builds.flatMap((build) =>
        values.map((value) => {
          const copy = build.copy();
          copy.add(part, value);
          return copy;
        }),
      );
    }
  }
  const [only] = word.parts.length === 1 ? word.parts : [];
  const made = only?.quoted === true ? madeOf(only, variables, expansions) : undefined;
  return builds.map((build) => (made ? build.fields().map((field) => ({ ...field, made })) : build.fields()));
}

/** What Python made the whole of a part of. */
function madeOf(part: WordPart, variables: Variables, { printed }: Expansions): Value | undefined {
  if (part.kind === "output") return printed.get(part)?.made;
  const values = part.kind === "variable" ? variables.get(part.name) : undefined;
  return values?.length === 1 ? values[0]?.made : undefined;
}

/** What stands between items in one text; undefined: not known. */
function separator(variables: Variables): string | undefined {
  const set = variables.get("IFS");
  if (!set) return " ";
  const [only, other] = set;
  return only && other === undefined && !only.text.includes(unknownText) ? only.text.slice(0, 1) : undefined;
}

function valuesOf(part: WordPart, variables: Variables, expansions: Expansions): readonly Text[] {
  switch (part.kind) {
    case "text":
      return [part];
    case "variable": {
      const values = variables.get(part.name);
      const somewhere: Text = { text: unknownText, at: [part.from] };
      if (!values || isSplitOtherwise(part, values, variables)) return [somewhere];
      return part.orElse ? values.map((value) => (value.text === "" ? somewhere : value)) : values;
    }
    case "output": {
      const printed = expansions.printed.get(part);
      const isPlain = printed && !isSplitOtherwise(part, [printed], variables);
      return [isPlain ? printed : { text: unknownText, at: [part.from] }];
    }
    case "items": {
      const items = expansions.arrays.get(part.name);
      if (!items) return [{ text: unknownText, at: [part.from] }];
      if (typeof part.which === "number") return [items[part.which] ?? { text: "", at: [] }];
      const count = String(items.length);
      return [{ text: count, at: Array.from(count, () => -1) }];
    }
    default:
      return [{ text: unknownText, at: [part.from] }];
  }
}

/** The script says where words end, and it is not at blanks. */
function isSplitOtherwise({ quoted }: WordPart, values: readonly Text[], variables: Variables): boolean {
  const ends = quoted ? undefined : variables.get("IFS");
  if (!ends || ends.every(({ text }) => text === " \t\n")) return false;
  return values.some(
    ({ text }) =>
      /\s/.test(text) || ends.some((end) => Array.from(end.text).some((one) => text.includes(one))),
  );
}

/** A word while its parts are put together. */
class Building {
  private done: Field[] = [];
  private text = "";
  private at: number[] = [];
  private begun = false;
  private splits = false;

  constructor(private readonly word: Word) {}

  copy(): Building {
    const copy = new Building(this.word);
    copy.done = [...this.done];
    copy.text = this.text;
    copy.at = [...this.at];
    copy.begun = this.begun;
    copy.splits = this.splits;
    return copy;
  }

  add(part: WordPart, { text, at }: Text): void {
    if (part.kind === "text" || part.quoted) {
      this.begun ||= text !== "" || part.quoted;
      this.append(text, at);
      if (!part.quoted && text.includes(unknownText)) this.splits = true;
      return;
    }
    this.addSplit(text, at);
  }

  /** An unquoted value is split where it has blanks. */
  private addSplit(text: string, at: readonly number[]): void {
    let from = 0;
    for (const { 0: blanks, index } of text.matchAll(/[ \t\n]+/g)) {
      this.piece(text.slice(from, index), at.slice(from, index));
      this.finish();
      from = index + blanks.length;
    }
    this.piece(text.slice(from), at.slice(from));
    if (text.includes(unknownText)) this.splits = true;
  }

  /** `"$@"` is a word for each, also inside of others; `separator` is what stands between them in one text. */
  addItems(
    { which, quoted, from }: Extract<WordPart, { kind: "items" }>,
    items: readonly Text[] | undefined,
    separator: string | undefined,
  ): void {
    const isOne = quoted && which === "*";
    if (!items || (isOne ? separator === undefined : !quoted && separator !== " ")) {
      this.piece(unknownText, [from]);
      this.splits ||= !isOne;
      return;
    }
    if (isOne) this.begun = true;
    for (const [index, { text, at }] of items.entries()) {
      if (index > 0 && isOne) this.append(separator ?? "", separator === "" ? [] : [-1]);
      else if (index > 0) this.finish();
      if (quoted) {
        this.begun = true;
        this.append(text, at);
      } else this.addSplit(text, at);
    }
  }

  fields(): readonly Field[] {
    this.finish();
    return this.done;
  }

  private piece(text: string, at: readonly number[]): void {
    this.begun ||= text !== "";
    this.append(text, at);
  }

  private append(text: string, at: readonly number[]): void {
    this.text += text;
    for (const one of at) this.at.push(one);
  }

  private finish(): void {
    const { from, to } = this.word;
    if (this.begun) this.done.push({ text: this.text, at: this.at, splits: this.splits, from, to });
    this.text = "";
    this.at = [];
    this.begun = false;
    this.splits = false;
  }
}

/** What a word becomes that nobody knows. */
export function unknownField({ from, to }: Word): Field {
  return { text: unknownText, at: [from], splits: true, from, to };
}
