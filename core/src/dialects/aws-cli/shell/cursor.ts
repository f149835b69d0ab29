/** A place in the text of a script, and what is read one character at a time. */
export class Cursor {
  constructor(
    protected readonly text: string,
    protected at: number,
    protected readonly end: number,
  ) {}

  protected match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined || this.at + found.length > this.end) return undefined;
    this.at += found.length;
    return found;
  }

  protected peek(text: string): boolean {
    return this.at + text.length <= this.end && this.text.startsWith(text, this.at);
  }

  protected skip(text: string): void {
    if (this.peek(text)) this.at += text.length;
  }

  protected skipTo(text: string): void {
    const found = this.text.indexOf(text, this.at);
    this.at = found < 0 || found > this.end ? this.end : found + text.length;
  }

  /** Blanks, continuations and a comment. */
  protected blanks(): void {
    while (this.at < this.end) {
      const character = this.text[this.at] ?? "";
      if (blank.test(character)) this.at += 1;
      else if (character === "\\" && this.text[this.at + 1] === "\n") this.at += 2;
      else if (character === "\\" && this.text.startsWith("\r\n", this.at + 1)) this.at += 3;
      else if (character === "#") {
        const newline = this.text.indexOf("\n", this.at);
        this.at = newline < 0 || newline > this.end ? this.end : newline;
      } else return;
    }
  }
}

const blank = /[ \t\r]/;
