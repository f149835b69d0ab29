import type { ApiOperation } from "../../catalog/sagemaker-api.js";
import type { TemplatePart } from "../../notebook/interpolation.js";
import type { Edit, Span } from "../../notebook/span.js";
import { templateOf } from "../../python/apply-effect.js";
import { CannotWrite, shellWord } from "./argument-text.js";
import type { TextEdit } from "./edit-argument.js";
import type { LocatedText } from "./located-text.js";
import { readCommand, type CommandWord, type GivenOption } from "./read-command.js";
import { expandWord, type Field } from "./shell/expand-word.js";
import { parseScript } from "./shell/parse-script.js";
import { ShellSource, type SourcePiece } from "./shell/source.js";
import type { SimpleCommand, Word } from "./shell/syntax.js";

/** A word, and how it is written. */
export interface WrittenWord extends CommandWord {
  readonly field: Field;
  readonly word: Word;
}

/** One command as it stands in the notebook, to be edited. Its variables and what IPython fills in are left alone. */
export class WrittenCommand {
  readonly edits: Edit[] = [];
  readonly words: readonly WrittenWord[];
  readonly options: readonly GivenOption[];
  readonly unknown: readonly CommandWord[];
  protected readonly isQueued: boolean;
  protected readonly source: ShellSource;
  private readonly doubled: boolean;

  constructor(
    protected readonly operation: ApiOperation,
    protected readonly text: string,
    protected readonly span: Span,
    interpolated: boolean,
  ) {
    const template = interpolated ? templateOf(text) : undefined;
    this.source = new ShellSource(template ? piecesOf(template.parts, span) : [{ kind: "text", text, span }]);
    this.doubled = template?.filled === true;
    const [command, ...others] = parseScript(this.source.text);
    if (command?.kind !== "simple" || others.length > 0) throw new CannotWrite();
    this.words = this.wordsOf(command);
    const start = this.words.findIndex(({ text: word }) => word === "aws" || word.endsWith("/aws"));
    const read = start < 0 ? undefined : readCommand(this.words.slice(start + 1), () => emptyFile);
    if (read?.operation?.name !== operation.name || read.open) throw new CannotWrite();
    this.options = read.options;
    this.isQueued = read.isQueued === true;
    this.unknown = read.unknown;
  }

  /** Where characters of a word's text are written. */
  placeOf({ field, span }: WrittenWord, from: number, to: number): Span {
    return this.source.place(field, from, to) ?? span;
  }

  /** Words and the blanks before them. */
  removeWords(first: number, last: number): void {
    const [before, end] = [this.words[first - 1], this.words[last]];
    if (!before || !end) throw new CannotWrite();
    this.edits.push({ span: { cell: end.span.cell, from: before.span.to, to: end.span.to }, text: "" });
  }

  protected replaceWords(first: WrittenWord, last: WrittenWord, text: string): void {
    const span = this.source.span(first.field.from, last.field.to);
    this.push(span, text);
  }

  /** Edits of a word's text as edits of what is written, quotes and escapes heeded. */
  editText({ field, word }: WrittenWord, edits: readonly TextEdit[]): void {
    for (const { from, to, text } of edits) {
      let start = from < field.at.length ? (field.at[from] ?? -1) : (field.at.at(-1) ?? -2) + 1;
      let end = to > from ? this.endOf(word, field.at[to - 1] ?? -1) : start;
      if (from === field.at.length && from > 0) start = end = this.endOf(word, field.at.at(-1) ?? -1);
      if (start < 0 || end < start) throw new CannotWrite();
      const quote = this.source.text[start - 1] ?? "";
      // A value that has quotes of its own goes with them
      if (
        end > start &&
        /["']/.test(quote) &&
        this.source.text[end] === quote &&
        this.quoteAt(word, start - 1) === ""
      ) {
        start -= 1;
        end += 1;
      }
      const context = this.quoteAt(word, start);
      if (context !== this.quoteAt(word, end) || this.leaves(start, end, context)) throw new CannotWrite();
      this.push(this.source.span(start, end), quoted(text, context));
    }
  }

  /** Where what begins at `at` ends: a variable has one character in the word's text. */
  private endOf({ parts }: Word, at: number): number {
    const part = parts.find((one) => one.kind !== "text" && one.from === at);
    return part && part.kind !== "text" ? part.to : at + 1;
  }

  /** The quote that a place of a word is inside of. */
  private quoteAt({ from }: Word, at: number): "" | "'" | '"' {
    let quote: "" | "'" | '"' = "";
    for (let index = from; index < at; index += 1) {
      const character = this.source.text[index];
      if (character === "\\" && quote !== "'") index += 1;
      else if ((character === "'" || character === '"') && (quote === "" || quote === character))
        quote = quote === "" ? character : "";
    }
    return quote;
  }

  private leaves(start: number, end: number, quote: string): boolean {
    const text = this.source.text.slice(start, end).replace(/\\./g, "");
    return quote === "" ? /["']/.test(text) && !/^(["'])[^"']*\1$/.test(text) : text.includes(quote);
  }

  push(span: Span, text: string): void {
    const written = this.forIpython(text);
    if (this.text.slice(span.from - this.span.from, span.to - this.span.from) !== written)
      this.edits.push({ span, text: written });
  }

  /** Braces that are for the shell are written twice where IPython would fill something in. */
  protected forIpython(text: string): string {
    return this.doubled ? text.replace(/[{}]/g, "$&$&") : text;
  }

  private wordsOf(command: SimpleCommand): WrittenWord[] {
    return command.words.map((word) => {
      const fields = expandWord(word, new Map())[0] ?? [];
      const [field] = fields;
      if (fields.length !== 1 || !field) throw new CannotWrite();
      return {
        text: field.text,
        field,
        word,
        splits: field.splits,
        span: this.source.span(field.from, field.to),
        place: () => undefined,
        why: () => "",
      };
    });
  }

  written(word: CommandWord): WrittenWord {
    const found = this.words.find((one) => one === word);
    if (!found) throw new CannotWrite(); // `--name=value`
    return found;
  }
}

/** How the words are written is asked here, not what is in the files that they name. */
const emptyFile: LocatedText = { text: "{}", place: () => undefined, why: () => "" };

function piecesOf(parts: readonly TemplatePart[], within: Span): SourcePiece[] {
  return parts.map((part): SourcePiece => {
    const span = { ...within, from: within.from + part.from, to: within.from + part.to };
    return part.kind === "text"
      ? { kind: "text", text: part.text, span }
      : { kind: "filled", text: undefined, span };
  });
}

function quoted(text: string, context: "" | "'" | '"'): string {
  switch (context) {
    case "'":
      if (text.includes("'")) throw new CannotWrite();
      return text;
    case '"':
      return text.replace(/["\\$`]/g, "\\$&");
    case "":
      return text === "" ? "" : shellWord(text);
  }
}
