import { decodeString } from "./string-literal.js";

/** The text is not of the plain kind: the Lezer grammar reads it, with its errors. One object, as it is no news. */
export const notPlain = new Error("not plain Python");

/** In an unfinished line: a comma at its end; something that nobody knows, with or without a comma behind it; or nothing. */
export interface Repair {
  readonly kind: "," | "gap" | "nothing";
  readonly from: number;
  readonly to: number;
}

/** By where each starts. */
export type Repairs = ReadonlyMap<number, Repair>;

/**
 * The tokens of one cell, one at a time: `kind` is a class of tokens or the operator or keyword itself. Throws
 * `notPlain` at what a plain text has not: a carriage return, a name beyond ASCII, an unfinished string.
 */
export class PlainTokens {
  /** What is read in the place of what is there. */
  protected repairs: Repairs | undefined;
  /** `name`, `number`, `string`, `format` (an f-string up to its opening quotes), `newline`, `end`, `(`, `if` … */
  protected kind = "newline";
  /** Of the token, `to` without the point of `100.` */
  protected from = 0;
  protected to = 0;
  /** Where the token before ends. */
  protected before = 0;
  /** Of a name. */
  protected word = "";
  /** Of a string: its value; undefined: one that is not read. */
  protected data: string | undefined;
  /** Of the line that the token starts, tabs to the next multiple of 8. */
  protected column = 0;
  /** Where reading goes on. */
  protected at = 0;
  /** Open brackets, in which line breaks are blanks. */
  protected brackets = 0;
  /** Where it was found that the text is no Python at all; undefined: it is plain, or perhaps Python of another kind. */
  protected brokenAt: number | undefined;

  constructor(protected readonly text: string) {}

  /** To the first token of the next line that has one, or to the end. */
  protected startLine(): void {
    const { text } = this;
    for (;;) {
      let column = 0;
      let code = text.charCodeAt(this.at);
      for (; code === space || code === tab; code = text.charCodeAt(++this.at))
        column += code === tab ? 8 - (column % 8) : 1;
      if (code === hash) this.skipComment();
      else if (code !== lineFeed) {
        this.column = column;
        if (code === backslash) throw notPlain;
        this.next();
        return;
      }
      if (this.at < text.length) this.at++;
    }
  }

  protected next(): void {
    this.before = this.to;
    const { text } = this;
    let at = this.at;
    let code = text.charCodeAt(at);
    const { repairs } = this;
    for (;;) {
      const repair = repairs?.get(at);
      if (repair !== undefined) {
        if (repair.kind === "nothing") {
          code = text.charCodeAt((at = repair.to));
          continue;
        }
        this.from = at;
        this.take(repair.kind, repair.to);
        return;
      }
      if (code === space || code === tab) code = text.charCodeAt(++at);
      else if (code === backslash && text.charCodeAt(at + 1) === lineFeed) code = text.charCodeAt((at += 2));
      else if (code === hash) {
        this.at = at;
        this.skipComment();
        code = text.charCodeAt((at = this.at));
      } else if (code === lineFeed && this.brackets > 0) code = text.charCodeAt(++at);
      else break;
    }
    this.from = at;
    if (isNameStart(code)) this.readWord(at);
    else if (isDigit(code) || (code === dot && isDigit(text.charCodeAt(at + 1)))) this.readNumber(at);
    else if (code === quote || code === doubleQuote) this.readString(at, "");
    else if (code === lineFeed) this.take("newline", at + 1);
    else if (at >= text.length) this.take("end", at);
    else this.readOperator(at, code);
  }

  protected is(kind: string): boolean {
    return this.kind === kind;
  }

  /** On to the next token, if it is such a one. */
  protected skip(kind: string): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  protected expect(kind: string): void {
    if (this.kind !== kind) throw notPlain;
    this.next();
  }

  protected breakAt(place: number): never {
    this.brokenAt = place;
    throw notPlain;
  }

  private take(kind: string, to: number): void {
    this.kind = kind;
    this.to = to;
    this.at = to;
  }

  private skipComment(): void {
    const end = this.text.indexOf("\n", this.at);
    this.at = end < 0 ? this.text.length : end;
  }

  private readWord(from: number): void {
    const { text } = this;
    let to = from + 1;
    let code = text.charCodeAt(to);
    while (isNamePart(code)) code = text.charCodeAt(++to);
    const word = text.slice(from, to);
    if ((code === quote || code === doubleQuote) && prefixes.test(word)) {
      this.readString(to, word);
      return;
    }
    if (code >= 128) throw notPlain;
    this.word = word;
    this.take(keywords.get(word) ?? "name", to);
  }

  private readNumber(from: number): void {
    number.lastIndex = from;
    const length = number.exec(this.text)?.[0].length ?? 0;
    const to = from + length;
    const code = this.text.charCodeAt(to);
    if (length === 0 || isNamePart(code) || code >= 128) throw notPlain;
    this.take("number", to);
    if (code !== dot) return;
    // `100.` is a float; the grammar that reads what is not plain cannot see the point, so it is no part of the token
    const after = this.text.charCodeAt(to + 1);
    if (isNamePart(after) || after === dot || !/^[\d_]+$/.test(this.text.slice(from, to))) throw notPlain;
    this.at = to + 1;
  }

  private readString(open: number, prefix: string): void {
    const { text } = this;
    const code = text.charCodeAt(open);
    const long = text.charCodeAt(open + 1) === code && text.charCodeAt(open + 2) === code;
    if (/f/i.test(prefix)) {
      this.take("format", open + (long ? 3 : 1));
      return;
    }
    let at = open + (long ? 3 : 1);
    for (; ; at++) {
      const one = text.charCodeAt(at);
      if (one === backslash) at++;
      else if (one === code) {
        if (!long) break;
        if (text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code) break;
      } else if (one === lineFeed && !long) this.breakAt(open);
      else if (at >= text.length) throw notPlain;
    }
    const to = at + (long ? 3 : 1);
    if (to > text.length) throw notPlain;
    this.take("string", to);
    this.data = decodeString(text.slice(this.from, to));
  }

  private readOperator(at: number, code: number): void {
    const { text } = this;
    const one = text.charAt(at);
    const known = operators.get(one);
    if (known === undefined) throw notPlain;
    if (code === 40 || code === 91 || code === 123) this.brackets++;
    else if ((code === 41 || code === 93 || code === 125) && --this.brackets < 0) throw notPlain;
    for (const longer of known)
      if (text.startsWith(longer, at)) {
        this.take(longer, at + longer.length);
        return;
      }
    throw notPlain;
  }
}

const [tab, lineFeed, space, doubleQuote, hash, quote, dot, backslash] = [9, 10, 32, 34, 35, 39, 46, 92];
/** Stands for the result of a line of IPython. */
const click = 0x1c3;

const number =
  /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?/y;

const prefixes = /^(?:[rubf]|[bf]r|r[bf])$/i;

/** By the first character, the longest first. */
const operators: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "(": ["("],
    ")": [")"],
    "[": ["["],
    "]": ["]"],
    "{": ["{"],
    "}": ["}"],
    ",": [","],
    ":": [":=", ":"],
    ";": [";"],
    ".": ["...", "."],
    "=": ["==", "="],
    "!": ["!=", "!"],
    "<": ["<<=", "<=", "<<", "<"],
    ">": [">>=", ">=", ">>", ">"],
    "+": ["+=", "+"],
    "-": ["->", "-=", "-"],
    "*": ["**=", "*=", "**", "*"],
    "/": ["//=", "//", "/=", "/"],
    "%": ["%=", "%"],
    "@": ["@=", "@"],
    "&": ["&=", "&"],
    "|": ["|=", "|"],
    "^": ["^=", "^"],
    "~": ["~"],
  }),
);

const keywords: ReadonlyMap<string, string> = new Map(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from " +
    "global if import in is lambda nonlocal not or pass raise return try while with yield"
  )
    .split(" ")
    .map((word) => [word, word]),
);

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === click;
}

function isNamePart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 95;
}
