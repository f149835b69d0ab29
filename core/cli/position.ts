/** Both 1-based; `column` counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Lines end with LF, CR LF or CR, as editors count them. */
export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    this.#starts = starts;
  }

  /** @param offset UTF-16 code units from the start of the text. */
  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The text of a line (1-based), without its end. */
  line(number: number): string {
    const from = this.#starts[number - 1];
    if (from === undefined) return "";
    return this.#text.slice(from, this.#starts[number] ?? this.#text.length).replace(/[\r\n]+$/, "");
  }
}
