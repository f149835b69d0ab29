import type { Value } from "../../../python/value.js";
import { arithmeticValue } from "./arithmetic.js";
import { expandBraces, hasBraces } from "./expand-braces.js";
import { unknownText } from "./parse-script.js";
import type { Word, WordPart } from "./syntax.js";

/** Text with the place of each character, -1 for one that was not written there. It has `unknownText` for what is not known. */
export interface Text {
  readonly text: string;
  readonly at: readonly number[];
  /** What Python made the whole text of. */
  readonly made?: Value;
  /** The host's file, from the notebook's folder, that has the whole text in it. */
  readonly file?: string;
  /** Of a variable that is not set: `${NAME-…}` tells it from an empty one. */
  readonly isUnset?: true;
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
  /** The items of arrays, in each of the ways that they may be; `@`: the arguments. One that is not there is not known. */
  readonly arrays: ReadonlyMap<string, readonly (readonly Text[])[]>;
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
    const additions = additionsOf(part, variables, expansions);
    if (builds.length * additions.length > mostAlternatives) return [[unknownField(word)]];
    const [only, other] = additions;
    if (only && other === undefined) builds.forEach(only);
    else {
      builds = builds.flatMap((build) =>
        additions.map((add) => {
          const copy = build.copy();
          add(copy);
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
  const values = part.kind === "variable" && !part.orElse ? variables.get(part.name) : undefined;
  return values?.length === 1 ? values[0]?.made : undefined;
}

/** What stands between items in one text; undefined: not known. */
function separator(variables: Variables): string | undefined {
  const set = variables.get("IFS");
  if (!set) return " ";
  const [only, other] = set;
  return only && other === undefined && !only.text.includes(unknownText) ? only.text.slice(0, 1) : undefined;
}

/** How a part is added to a word, in each of the ways that it may be. */
function additionsOf(
  part: WordPart,
  variables: Variables,
  expansions: Expansions,
): readonly ((build: Building) => void)[] {
  if (part.kind === "items" && (part.which === "@" || part.which === "*")) {
    const between = separator(variables);
    const arrays = expansions.arrays.get(part.name) ?? [undefined];
    return arrays.map((items) => (build) => {
      build.addItems(part, items, between);
    });
  }
  return waysOf(part, variables, expansions).map((way) => (build) => {
    build.addWay(part, way);
  });
}

/** A value, or the words that stand for it. */
type Way = Text | readonly Field[];

/** What a part may be. */
function waysOf(part: WordPart, variables: Variables, expansions: Expansions): readonly Way[] {
  if (part.kind !== "variable" || !part.orElse) return valuesOf(part, variables, expansions);
  const { operator, ofEmpty, words } = part.orElse;
  const somewhere: Text = { text: unknownText, at: [part.from] };
  const values = variables.get(part.name);
  if (!values || (!part.quoted && variables.has("IFS"))) return [somewhere];
  let others: readonly Way[] | undefined;
  return values.flatMap((value): readonly Way[] => {
    if (value.text.includes(unknownText)) return [somewhere];
    const isSet = value.isUnset !== true && !(ofEmpty && value.text === "");
    if (isSet !== (operator === "+")) return [isSet ? value : { text: "", at: [] }];
    return (others ??= words ? fieldsOf(words, variables, expansions) : [somewhere]);
  });
}

/** The words after `:-`. */
function fieldsOf(words: readonly Word[], variables: Variables, expansions: Expansions): readonly Way[] {
  const expanded = words.map((one) => expandValues(one, variables, expansions));
  const [only] = expanded;
  if (only && expanded.length === 1) return only;
  if (expanded.some((ways) => ways.length !== 1)) return [words.map(unknownField)];
  return [expanded.flatMap(([fields = []]) => fields)];
}

function valuesOf(part: WordPart, variables: Variables, expansions: Expansions): readonly Text[] {
  switch (part.kind) {
    case "text":
      return [part];
    case "variable": {
      const values = variables.get(part.name);
      if (!values || isSplitOtherwise(part, values, variables))
        return [{ text: unknownText, at: [part.from] }];
      return values;
    }
    case "arithmetic": {
      const value = arithmeticValue(part.text, variables);
      return [
        value === undefined ? { text: unknownText, at: [part.from] } : { text: value, at: placeless(value) },
      ];
    }
    case "output": {
      const printed = expansions.printed.get(part);
      const isPlain = printed && !isSplitOtherwise(part, [printed], variables);
      return [isPlain ? printed : { text: unknownText, at: [part.from] }];
    }
    case "items": {
      const arrays = expansions.arrays.get(part.name);
      if (!arrays) return [{ text: unknownText, at: [part.from] }];
      return arrays.map((items) => {
        if (typeof part.which === "number") return items[part.which] ?? { text: "", at: [] };
        const count = String(items.length);
        return { text: count, at: placeless(count) };
      });
    }
    default:
      return [{ text: unknownText, at: [part.from] }];
  }
}

function placeless(text: string): readonly number[] {
  return Array.from(text, () => -1);
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

  addWay(part: WordPart, way: Way): void {
    if ("text" in way) {
      this.add(part, way);
      return;
    }
    for (const [index, { text, at, splits }] of way.entries()) {
      if (index > 0) this.finish();
      this.begun = true;
      this.append(text, at);
      this.splits ||= splits;
    }
  }

  private add(part: WordPart, { text, at }: Text): void {
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
