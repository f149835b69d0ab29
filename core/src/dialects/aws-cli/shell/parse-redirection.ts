import { AssignmentParser } from "./parse-assignment.js";
import { placeholder, textPart } from "./parse-word.js";
import type { Redirect, Word } from "./syntax.js";

const redirect = /(?:\d*(?:<<<|<<-?|<&|>&|>>|>\||<>|<|>)|&>>?)/y;

/** A document whose lines come after the one at hand. */
interface Pending {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly indented: boolean;
  readonly found: (text: Word) => void;
}

/** Reads where commands read from and write to, with the documents that follow their lines. */
export abstract class RedirectionParser extends AssignmentParser {
  private readonly pending: Pending[] = [];

  /** What is between the two: text, and what the shell fills in. */
  protected abstract hereDocument(from: number, to: number): Word["parts"];

  protected redirection(redirects: Redirect[]): boolean {
    redirect.lastIndex = this.at;
    const operator = redirect.exec(this.text)?.[0];
    if (operator === undefined || this.at + operator.length > this.end) return false;
    placeholder.lastIndex = this.at;
    if (placeholder.test(this.text)) return false;
    // `<(…)` is a word
    if (/^[<>]$/.test(operator) && this.text[this.at + 1] === "(") return false;
    this.at += operator.length;
    this.blanks();
    const target = this.word() ?? { parts: [], from: this.at, to: this.at };
    const kind = operator.replace(/^\d+/, "");
    const number = operator.slice(0, operator.length - kind.length);
    const descriptor = number === "" ? {} : { descriptor: number };
    if (kind !== "<<" && kind !== "<<-") {
      redirects.push({ ...descriptor, operator: kind, target });
      return true;
    }
    const raw = this.text.slice(target.from, target.to);
    const index = redirects.length;
    redirects.push({ operator: "<<", target });
    this.pending.push({
      delimiter: raw.replace(/["'\\]/g, ""),
      quoted: /["'\\]/.test(raw),
      indented: kind === "<<-",
      found: (text) => {
        redirects[index] = { operator: "<<", target, text };
      },
    });
    return true;
  }

  protected hereDocuments(): void {
    for (const { delimiter, quoted, indented, found } of this.pending.splice(0)) {
      const from = this.at;
      let to = this.end;
      let next = this.end;
      for (let line = from; line < this.end;) {
        const newline = this.text.indexOf("\n", line);
        const lineEnd = newline < 0 || newline > this.end ? this.end : newline;
        const content = this.text.slice(line, lineEnd).replace(/\r$/, "");
        if ((indented ? content.replace(/^\t+/, "") : content) === delimiter) {
          to = line;
          next = lineEnd;
          break;
        }
        line = lineEnd + 1;
      }
      const parts = quoted ? [textPart(this.text, from, to, true)] : this.hereDocument(from, to);
      found({ parts, from, to });
      this.at = next;
    }
  }
}
