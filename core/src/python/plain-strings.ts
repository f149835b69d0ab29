import type { Conversion, Expression, JoinedPart } from "./ast.js";
import { conversionNamed } from "./format-text.js";
import { PlainOperators } from "./plain-operators.js";
import { notPlain } from "./plain-tokens.js";
import { decodeFormatText } from "./string-literal.js";

/** Strings, with the expressions inside. */
export abstract class PlainStrings extends PlainOperators {
  protected abstract list(): { readonly value: Expression; readonly isBare: boolean };

  /** One string, or several next to each other. */
  protected strings(): Expression {
    const { from } = this;
    const parts: (JoinedPart | undefined)[] = [];
    for (;;) {
      if (this.is("string")) {
        parts.push(this.data);
        this.next();
      } else if (this.is("format")) this.format(parts);
      else break;
    }
    const to = this.before;
    const known = parts.filter((part) => part !== undefined);
    if (known.length < parts.length)
      return { kind: "invalid", why: "it is a bytes literal or uses an escape that is not read", from, to };
    const texts = known.filter((part) => typeof part === "string");
    return texts.length === known.length
      ? { kind: "constant", constant: "str", data: texts.join(""), from, to }
      : { kind: "joined", parts: known, from, to };
  }

  private format(parts: (JoinedPart | undefined)[]): void {
    const { text } = this;
    const open = text.slice(this.from, this.to);
    const isRaw = /r/i.test(open);
    const quotes = open.replace(/^[a-z]+/i, "");
    let start = this.to;
    let at = start;
    const textTo = (end: number) => {
      if (end > start) parts.push(decodeFormatText(text.slice(start, end), isRaw));
    };
    while (!text.startsWith(quotes, at)) {
      const one = text.charAt(at);
      const isTwice = text.charAt(at + 1) === one;
      // What a backslash does to a brace, and names of characters, are left to the grammar
      if (one === "" || /^\\[N{}]/.test(text.slice(at, at + 2))) throw notPlain;
      if (one === "\n" && quotes.length === 1) this.breakAt(this.from);
      if (one === "\\" || ((one === "{" || one === "}") && isTwice)) at += 2;
      else if (one === "}") throw notPlain;
      else if (one === "{") {
        textTo(at);
        start = at = this.replacement(at, quotes.length, parts);
      } else at++;
    }
    textTo(at);
    this.at = this.to = at + quotes.length;
    this.next();
  }

  /** From `{` to behind `}`. */
  private replacement(open: number, quotes: number, parts: (JoinedPart | undefined)[]): number {
    this.at = open + 1;
    this.brackets++;
    this.deeper();
    this.next();
    const { value, isBare } = this.list();
    // `{x=}` prints the name too, which is not followed
    const isFollowed = !isBare && !this.is("=");
    let conversion: Conversion | undefined;
    const mark = this.from;
    if (!this.skip("=") && this.skip("!")) {
      conversion = conversionNamed(this.word);
      // No blank may stand around its letter
      if (conversion === undefined || !/^![rsa][}:]/.test(this.text.slice(mark, mark + 3))) throw notPlain;
      this.expect("name");
    }
    let format = isFollowed && this.is("}") ? "" : undefined;
    if (this.is(":")) {
      const end = this.text.slice(this.to).search(/[}{'"\n\\]/);
      if (end < 0) throw notPlain;
      if (isFollowed) format = this.text.slice(this.to, this.to + end);
      this.at = this.to + end;
      this.next();
    } else if (quotes === 1 && this.isUnfinished(open)) this.breakAt(this.from);
    if (!this.is("}") || (quotes === 1 && this.text.slice(open, this.to).includes("\n"))) throw notPlain;
    this.shallower();
    parts.push({ value, format, ...(conversion !== undefined && isFollowed ? { conversion } : {}) });
    return this.to;
  }

  /** What is read cannot go on with the token at hand: a value behind a value, or something of another line. */
  private isUnfinished(open: number): boolean {
    if (/^(?:name|number|string|format)$/.test(this.kind)) return true;
    return !this.is("}") && this.text.slice(open, this.from).includes("\n");
  }
}
