import { Cursor } from "./cursor.js";
import { bracedPart, closingBrace } from "./parse-braced.js";
import type { Script, Word, WordPart } from "./syntax.js";

const endOfWord = new Set([" ", "\t", "\r", "\n", ";", "&", "|", "(", ")", "<", ">"]);
const name = /[A-Za-z_]\w*/y;
const longestArithmetic = 2000;
const escapedText = /(?:[^'\\]|\\[^])*/y;
/** `<your-subnet>`, which the shell takes for redirections, and nobody means so. */
export const placeholder = /<[A-Za-z][\w-]*>(?=[\s,"'}\])]|$)/y;

/** Reads words: quotes, escapes, and what the shell puts in the place of `$…`. */
export abstract class WordParser extends Cursor {
  /** A quote is not closed: it goes on to the end. */
  protected isUnclosed = false;

  /** The commands up to a closing parenthesis. */
  protected abstract commands(): Script;
  /** The commands of a part of the text. */
  protected abstract inside(from: number, to: number): Script;
  /** A part of the text as words: one where it is quoted. Undefined: it is not understood. */
  abstract wordsInside(from: number, to: number, quoted: boolean): readonly Word[] | undefined;
  /** A part of the text as one word, blanks and operators included. */
  abstract wholeWord(from: number, to: number): Word;

  protected nextWord(): Word | undefined {
    this.blanks();
    return this.word();
  }

  /**
   * One word with its quotes taken off; none where an operator or the end is.
   *
   * @param isOpen It goes on to the end, whatever stands there.
   */
  protected word(isOpen = false): Word | undefined {
    const from = this.at;
    const parts: WordPart[] = [];
    const plain: { text: string; at: number[] } = { text: "", at: [] };
    const flush = () => {
      if (plain.text !== "")
        parts.push({ kind: "text", text: plain.text, at: plain.at.slice(), quoted: false });
      plain.text = "";
      plain.at.length = 0;
    };
    while (this.at < this.end) {
      const character = this.text[this.at] ?? "";
      const isAngle = character === "<" || character === ">";
      if (isAngle && !isOpen && this.text[this.at + 1] === "(" && this.at === from) {
        const start = this.at;
        this.at += 2;
        this.commands();
        this.skip(")");
        parts.push({ kind: "unknown", quoted: true, from: start, to: this.at });
        break;
      }
      const blankToFill = character === "<" ? this.match(placeholder) : undefined;
      if (blankToFill !== undefined) {
        flush();
        parts.push(textPart(this.text, this.at - blankToFill.length, this.at, true));
        continue;
      }
      if (!isOpen && endOfWord.has(character)) break;
      if (character === "'") {
        flush();
        parts.push(this.singleQuoted(this.at + 1));
      } else if (character === '"') {
        flush();
        const start = this.at++;
        const quoted = this.quotedParts('"');
        if (this.peek('"')) parts.push(...quoted);
        else parts.push(this.unclosed(start));
        this.skip('"');
      } else if (character === "\\") {
        if (this.text[this.at + 1] === "\n") this.at += 2;
        else if (this.text.startsWith("\r\n", this.at + 1)) this.at += 3;
        else {
          flush();
          if (this.at + 1 < this.end) parts.push(textPart(this.text, this.at + 1, this.at + 2, true));
          this.at += 2;
        }
      } else if (character === "$" || character === "`") {
        const part = this.expansion(false);
        if (part) {
          flush();
          parts.push(part);
        } else {
          plain.text += character;
          plain.at.push(this.at++);
        }
      } else {
        plain.text += character;
        plain.at.push(this.at++);
      }
    }
    flush();
    if (this.at > this.end) this.at = this.end;
    return this.at === from ? undefined : { parts, from, to: this.at };
  }

  private singleQuoted(from: number): WordPart {
    const close = this.text.indexOf("'", from);
    if (close < 0 || close >= this.end) return this.unclosed(from - 1);
    this.at = close + 1;
    return textPart(this.text, from, close, true);
  }

  /** At `$'`, in which letters stand for others and a quote too may have a backslash before it. */
  private escaped(from: number): WordPart {
    this.at = from + 2;
    const inside = this.match(escapedText) ?? "";
    if (!this.peek("'")) return this.unclosed(from);
    this.at += 1;
    return inside.includes("\\")
      ? { kind: "unknown", quoted: true, from, to: this.at }
      : textPart(this.text, from + 2, this.at - 1, true);
  }

  /** A quote that is not closed: nobody knows yet how far it goes. */
  private unclosed(from: number): WordPart {
    this.isUnclosed = true;
    this.at = this.end;
    return { kind: "unknown", quoted: true, from, to: this.end };
  }

  /** What a command may have besides that ends in an open quote: options, of which nobody knows which. */
  protected unread(): Word {
    const [from, to] = [this.end, this.end];
    const parts: WordPart[] = [
      { kind: "text", text: "--", at: [from, from], quoted: false },
      { kind: "unknown", quoted: false, from, to },
    ];
    return { parts, from, to };
  }

  /** What is inside double quotes, or in a here-document, up to `close`. */
  protected quotedParts(close: '"' | undefined): WordPart[] {
    const parts: WordPart[] = [];
    let plain = "";
    let at: number[] = [];
    const flush = () => {
      if (plain !== "") parts.push({ kind: "text", text: plain, at, quoted: true });
      plain = "";
      at = [];
    };
    while (this.at < this.end && this.text[this.at] !== close) {
      const character = this.text[this.at] ?? "";
      const next = this.text[this.at + 1] ?? "";
      if (character === "\\" && next === "\n") this.at += 2;
      else if (character === "\\" && (next === "$" || next === "`" || next === "\\" || next === close)) {
        plain += next;
        at.push(this.at + 1);
        this.at += 2;
      } else {
        const part = character === "$" || character === "`" ? this.expansion(true) : undefined;
        if (part) {
          flush();
          parts.push(part);
        } else {
          plain += character;
          at.push(this.at++);
        }
      }
    }
    flush();
    // An empty pair of quotes is a word of its own
    return parts.length === 0 ? [{ kind: "text", text: "", at: [], quoted: true }] : parts;
  }

  /** At `$` or a backtick; none when it stands for itself. */
  private expansion(quoted: boolean): WordPart | undefined {
    const from = this.at;
    if (this.text[from] === "`") {
      let close = from + 1;
      while (close < this.end && this.text[close] !== "`") close += this.text[close] === "\\" ? 2 : 1;
      close = Math.min(close, this.end);
      const script = this.inside(from + 1, close);
      this.at = Math.min(close + 1, this.end);
      return { kind: "output", script, quoted, from, to: this.at };
    }
    const next = this.text[from + 1] ?? "";
    if (this.peek("$((")) {
      this.at += 1;
      const text = this.arithmetic();
      return { kind: "arithmetic", text, quoted, from, to: this.at };
    }
    if (next === "(") {
      this.at += 2;
      const script = this.commands();
      this.skip(")");
      return { kind: "output", script, quoted, from, to: this.at };
    }
    if (next === "{") return this.braced(from, quoted);
    if (next === "'" && !quoted) return this.escaped(from);
    if (next === '"' && !quoted) {
      this.at += 1;
      return { kind: "text", text: "", at: [], quoted: false };
    }
    name.lastIndex = from + 1;
    const variable = name.exec(this.text)?.[0] ?? (/[0-9]/.test(next) ? next : undefined);
    if (variable !== undefined && from + 1 + variable.length <= this.end) {
      this.at = from + 1 + variable.length;
      return { kind: "variable", name: variable, quoted, from, to: this.at };
    }
    if (next === "@" || next === "*" || next === "#") {
      this.at += 2;
      return { kind: "items", name: "@", which: next, quoted, from, to: this.at };
    }
    if (next !== "" && "?$!-".includes(next)) {
      this.at += 2;
      return { kind: "unknown", quoted, from, to: this.at };
    }
    return undefined;
  }

  /** At `((`; what stands between them and `))`. */
  protected arithmetic(): string {
    const from = this.at + 2;
    const end = Math.min(this.end, from + longestArithmetic);
    let depth = 2;
    let at = from;
    for (; at < end && depth > 0; at += 1) {
      if (this.text[at] === "(") depth += 1;
      else if (this.text[at] === ")") depth -= 1;
    }
    if (depth === 0) this.at = at;
    else this.skipTo("))");
    return this.text.slice(from, Math.max(from, this.at - 2));
  }

  /** `${NAME}`, `${NAME:-other}`, `${NAME%pattern}` … */
  private braced(from: number, quoted: boolean): WordPart {
    const close = closingBrace(this.text, from, this.end);
    const inside = this.text.slice(from + 2, close);
    this.at = Math.min(close + 1, this.end);
    return bracedPart(inside, from + 2, quoted, { from, to: this.at }, this);
  }
}

export function textPart(text: string, from: number, to: number, quoted: boolean): WordPart {
  return {
    kind: "text",
    text: text.slice(from, to),
    at: Array.from({ length: to - from }, (_, index) => from + index),
    quoted,
  };
}
