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
): readonly (readonly Field[])[] {
  if (!hasBraces(word)) return expandValues(word, variables);
  const words = expandBraces(word);
  if (!words || (!expandsBraces && words.length > 1)) return [[unknownField(word)]];
  const expanded = words.map((one) => expandValues(one, variables));
  if (expanded.reduce((product, one) => product * one.length, 1) > mostAlternatives)
    return [[unknownField(word)]];
  return expanded.reduce<readonly (readonly Field[])[]>(
    (lines, ways) => lines.flatMap((line) => ways.map((fields) => [...line, ...fields])),
    [[]],
  );
}

/** What the word becomes once its variables are filled in. */
function expandValues(word: Word, variables: Variables): readonly (readonly Field[])[] {
  let builds: readonly Building[] = [new Building(word)];
  for (const part of word.parts) {
    const values = valuesOf(part, variables);
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
  return builds.map((build) => build.fields());
}

function valuesOf(part: WordPart, variables: Variables): readonly Text[] {
  switch (part.kind) {
    case "text":
      return [part];
    case "variable": {
      const values = variables.get(part.name);
      const somewhere: Text = { text: unknownText, at: [part.from] };
      if (!values) return [somewhere];
      return part.orElse ? values.map((value) => (value.text === "" ? somewhere : value)) : values;
    }
    default:
      return [{ text: unknownText, at: [part.from] }];
  }
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
    // An unquoted value is split where it has blanks
    let from = 0;
    for (const { 0: blanks, index } of text.matchAll(/[ \t\n]+/g)) {
      this.piece(text.slice(from, index), at.slice(from, index));
      this.finish();
      from = index + blanks.length;
    }
    this.piece(text.slice(from), at.slice(from));
    if (text.includes(unknownText)) this.splits = true;
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
