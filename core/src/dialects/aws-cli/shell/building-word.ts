import type { Field, Text } from "./expand-word.js";
import { unknownText } from "./parse-script.js";
import type { Word, WordPart } from "./syntax.js";

/** Characters of a text that is put together of parts: a value that is doubled again and again has no end. */
export const longestMade = 20_000;

/** Words that one word may become. */
const mostFields = 2_000;

/** A value, or the words that stand for it. */
export type Way = Text | readonly Field[];

/** A word while its parts are put together. */
export class Building {
  private done: Field[] = [];
  private text = "";
  private at: readonly number[] = [];
  /** That list, where it is not a part's own. */
  private own: number[] | undefined;
  private isTooLong = false;
  private begun = false;
  private splits = false;

  constructor(private readonly word: Word) {}

  copy(): Building {
    const copy = new Building(this.word);
    copy.done = [...this.done];
    copy.text = this.text;
    copy.at = [...this.at];
    copy.isTooLong = this.isTooLong;
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
    // A script that leaves its own folder unquoted has no blanks in it
    if (at.some((one, index) => one >= -1 && text[index] === unknownText)) this.splits = true;
  }

  /** `"$@"` is a word for each, also inside of others; `separator` is what stands between them in one text. */
  addItems(
    { which, isWhole, quoted, from }: Extract<WordPart, { kind: "items" }>,
    items: readonly Text[] | undefined,
    separator: string | undefined,
  ): void {
    const isOne = quoted && (which === "*" || isWhole === true);
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
    if (this.text === "") {
      this.text = text;
      this.at = at;
      this.own = undefined;
    } else if (this.text.length + text.length > longestMade) this.isTooLong = true;
    else if (text !== "") {
      this.text += text;
      this.at = this.own ??= [...this.at];
      for (const one of at) this.own.push(one);
    }
  }

  private finish(): void {
    const { from, to } = this.word;
    if (this.isTooLong || this.done.length >= mostFields) {
      this.done = [{ text: unknownText, at: [from], splits: true, from, to }];
      this.isTooLong = true;
    } else if (this.begun) this.done.push({ text: this.text, at: this.at, splits: this.splits, from, to });
    this.text = "";
    this.at = [];
    this.own = undefined;
    this.begun = false;
    this.splits = false;
  }
}
