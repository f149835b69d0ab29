import type { Field, Text } from "./expand-word.js";
import { unknownText } from "./parse-script.js";
import type { Word, WordPart } from "./syntax.js";

/** A value, or the words that stand for it. */
export type Way = Text | readonly Field[];

/** A word while its parts are put together. */
export class Building {
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
