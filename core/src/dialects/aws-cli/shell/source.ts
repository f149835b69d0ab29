import type { Span } from "../../../notebook/span.js";
import { unknownText } from "./parse-script.js";
import type { Text } from "./expand-word.js";

/** A part of what the shell is given: text of the notebook, or a value that IPython put in its place. */
export type SourcePiece =
  | { readonly kind: "text"; readonly text: string; readonly span: Span }
  /** `text`: undefined when only a run can tell. `written`: where the value itself was written. */
  | {
      readonly kind: "filled";
      readonly text: string | undefined;
      readonly why?: string;
      readonly span: Span;
      readonly written?: Span;
    };

/** What the shell is given, each character with its place in the notebook. */
export class ShellSource {
  readonly text: string;
  private readonly starts: readonly number[];

  constructor(private readonly pieces: readonly SourcePiece[]) {
    const starts: number[] = [];
    let text = "";
    for (const piece of pieces) {
      starts.push(text.length);
      text += piece.text ?? unknownText;
    }
    this.text = text;
    this.starts = starts;
  }

  /** Of the characters from `from` to `to` of the shell's text; of none, behind the one before. */
  span(from: number, to: number): Span {
    if (to <= from && from > 0) {
      const before = this.span(from - 1, from);
      return { ...before, from: before.to };
    }
    const [first, last] = [this.pieceAt(from), this.pieceAt(Math.max(from, to - 1))];
    const [start, end] = [this.pieces[first], this.pieces[last]];
    if (!start || !end) return this.pieces[0]?.span ?? { cell: 0, from: 0, to: 0 };
    // A piece may be written longer than it is: a brace that is doubled, the end of a line
    const skipped = from - (this.starts[first] ?? 0);
    const begin = start.span.from + (start.kind === "text" ? skipped : 0);
    const length = to - (this.starts[last] ?? 0);
    const whole = end.kind === "filled" || length >= end.text.length;
    const stop = whole ? end.span.to : end.span.from + length;
    return { cell: start.span.cell, from: begin, to: Math.max(begin, stop) };
  }

  /** Where some characters of a text were written: of a value that IPython filled in, the value's own place. */
  place(text: Text, from: number, to: number): Span | undefined {
    const [first, last] = [text.at[from] ?? -1, text.at[to - 1] ?? -1];
    // Characters of several places are not one range
    if (first < 0 || last < first || last - first > 2 * (to - from) + 16) return undefined;
    const piece = this.pieces[this.pieceAt(first)];
    if (piece?.kind === "filled" && piece.written && this.pieceAt(first) === this.pieceAt(last)) {
      const whole = to - from === (piece.text ?? "").length;
      if (whole) return piece.written;
    }
    return this.span(first, last + 1);
  }

  /** Why what stands at a place is not known. */
  why(at: number): string {
    const piece = this.pieces[this.pieceAt(at)];
    const why = piece?.kind === "filled" ? piece.why : undefined;
    return why ?? `the shell fills in ${this.text.slice(at, at + 40).split(/[\s"',]/)[0] ?? ""}`;
  }

  private pieceAt(offset: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    // An empty piece has no characters of its own
    while (low > 0 && this.pieces[low]?.text === "") low -= 1;
    return low;
  }
}
