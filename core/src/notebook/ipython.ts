import {
  leavesPython,
  readCapture,
  readCellMagic,
  readEscape,
  type Effect,
  type TextRange,
} from "./magics.js";
import { endOfString } from "./string-extent.js";

/**
 * Stands in the blanked text for the result of `x = !command` and `x = %magic`: a valid Python name (U+01C3, one
 * UTF-16 code unit) that no notebook assigns, so that an evaluator finds it unknown.
 */
export const ipythonResult = "ǃ";

export interface CellMagic {
  /** `bash` of `%%bash -s "$bucket"`. */
  readonly name: string;
  /** `-s "$bucket"` */
  readonly arguments: string;
  /** The line of the magic, without its line break. */
  readonly range: TextRange;
  /** What follows that line. */
  readonly body: TextRange;
}

export interface BlankedCell {
  /** The cell's Python: exactly as long as the cell, line breaks in the same places, everything else of IPython blank. */
  readonly python: string;
  /** Set when the cell is not Python: `%%bash`, `%%writefile`, `%%script false` …; `python` is then blank throughout. */
  readonly cellMagic?: CellMagic;
  readonly effects: readonly Effect[];
  /** The same effects by where something stands for them in `python`, or would if a block needed it. */
  readonly escapes?: ReadonlyMap<number, readonly Effect[]>;
}

/**
 * Blanks IPython's own syntax, so that what is left parses as Python with the same offsets.
 *
 * - `%magic`, `!command` (with `\` continuations), `?help`, `help?` become spaces; indented ones `0`, since a block
 *   needs a statement. Of `%time statement` and its kind only the magic goes (`1;` stands for it).
 * - `x = !command` becomes `x = ǃ`, see `ipythonResult`; `x = %time call()` becomes `x = call()`.
 * - `%%time`, `%%capture` and their kind: the first line goes, the rest is Python. Other `%%magic`: all goes.
 *
 * A line is IPython's only where a statement can start: not inside brackets, strings or after a backslash. Linear.
 *
 * @see https://ipython.readthedocs.io/en/stable/interactive/python-ipython-diff.html
 */
export function blankIpython(text: string): BlankedCell {
  if (!/[%!?]/.test(text)) return automagic(text) ?? { python: text, effects: [] };
  let start = 0;
  let edits: TextRange[] = [];
  const captures: Effect[] = [];
  for (;;) {
    const magic = cellMagicAt(text, start);
    if (magic === undefined) break;
    if (!leavesPython(magic.name))
      return {
        python: blank(text),
        cellMagic: magic,
        effects: [...writtenFile(magic), ...readCellMagic(text, magic)],
      };
    if (magic.name === "capture") captures.push(...readCapture(magic.arguments, magic.range));
    edits = [...edits, magic.range]; // `%%time` may be followed by another one
    start = magic.body.from;
  }
  if (start === 0 && !mayHaveEscapes.test(text)) return automagic(text) ?? { python: text, effects: [] };
  return blankLines(text, start, edits, captures);
}

function writtenFile({ name, arguments: words, range, body }: CellMagic): readonly Effect[] {
  const [, option, file] = /^(-a\s+|--append\s+)?(?!\s)["']?([^"']+?)["']?$/.exec(words) ?? [];
  if ((name !== "writefile" && name !== "file") || file === undefined) return [];
  return [{ kind: "write file", file, body, appends: option !== undefined, range }];
}

/** Misses nothing that `blankLines` would find, and spares most cells the scan. */
const mayHaveEscapes = /^[ \t]*[%!?]|=[ \t]*[%!]|\?[ \t]*$/m;

interface Replacement extends TextRange {
  /** At the start of the range; the rest becomes spaces. */
  readonly text?: string;
}

function blankLines(
  text: string,
  start: number,
  before: readonly TextRange[],
  captures: readonly Effect[],
): BlankedCell {
  const replacements: Replacement[] = [...before];
  const effects: Effect[] = [];
  const escapes = new Map<number, readonly Effect[]>();
  const take = (at: number, ofLine: readonly Effect[]) => {
    effects.push(...ofLine);
    if (ofLine.length > 0) escapes.set(at, ofLine);
  };
  for (const capture of captures) take(capture.range.from, [capture]);
  let at = start;
  while (at < text.length) {
    const first = skipBlanks(text, at);
    const character = text[first];
    if (character === "%" || character === "!" || character === "?") {
      const range = { from: first, to: endOfContinuedLine(text, first) };
      const { effects: ofLine, statement } = isHelp(text, range) ? { effects: [] } : readEscape(text, range);
      take(first, ofLine);
      if (statement !== undefined && statement < range.to)
        replacements.push({ from: first, to: statement, text: "1;" });
      else replacements.push(first === at ? range : { ...range, text: "0" });
      // A statement may go on over several lines: `%time f(` is scanned like any other.
      at = statement !== undefined && statement < range.to ? scan(text, statement).end : range.to + 1;
      continue;
    }
    const { end, escape, help } = scan(text, first);
    if (help) replacements.push({ from: first, to: end - 1, ...(first === at ? {} : { text: "0" }) });
    else if (escape !== undefined) {
      const range = { from: escape, to: endOfContinuedLine(text, escape) };
      const { effects: ofLine, statement } = readEscape(text, range);
      take(escape, ofLine);
      if (statement !== undefined && statement < range.to) replacements.push({ from: escape, to: statement });
      else replacements.push({ ...range, text: ipythonResult });
      at = statement !== undefined && statement < range.to ? scan(text, statement).end : range.to + 1;
      continue;
    }
    at = end;
  }
  return { python: replace(text, replacements), effects, ...(escapes.size > 0 ? { escapes } : {}) };
}

/** The characters that change the scanner's state, by code; a table, since every character of a cell passes here. */
const special = new Set(Array.from("'\"#()[]{}\\\n=?", (character) => character.charCodeAt(0)));
const isSpecial = Array.from({ length: 128 }, (_, code) => special.has(code));

/**
 * Reads one logical line.
 *
 * @returns `end`: where the next one starts. `escape`: the `%` or `!` right after an assignment's `=`. `help`: the line
 *   ends with a `?` that Python could not have there.
 */
function scan(
  text: string,
  from: number,
): { readonly end: number; readonly escape?: number; readonly help: boolean } {
  let depth = 0;
  let at = from;
  let question = -1; // a `?` outside of brackets, if nothing but blanks came after it
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpecial[code] !== true) {
      if (code > 32) question = -1;
      at += 1;
      continue;
    }
    const character = text[at];
    if (character === "\n") {
      at += 1;
      if (depth === 0) break;
      continue;
    }
    if (character === "?") {
      if (depth === 0) question = at;
      at += 1;
      continue;
    }
    question = -1;
    if (character === "'" || character === '"') at = endOfString(text, at) ?? text.length;
    else if (character === "#") at = lineEnd(text, at);
    else if (character === "\\") at += text[at + 1] === "\r" && text[at + 2] === "\n" ? 3 : 2;
    else if (character === "=") {
      const value = skipBlanks(text, at + 1);
      const isEscape = depth === 0 && (text[value] === "!" || text[value] === "%") && text[value + 1] !== "=";
      if (isEscape && !/[=!<>+\-*/%@&|^:~]/.test(text[at - 1] ?? ""))
        return { end: at, escape: value, help: false };
      at += 1;
    } else {
      if (character === "(" || character === "[" || character === "{") depth += 1;
      else depth = Math.max(0, depth - 1);
      at += 1;
    }
  }
  const end = at >= text.length && !text.endsWith("\n", at) ? text.length + 1 : at;
  return { end, help: question !== -1 && depth === 0 };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t" || text[at] === "\f") at += 1;
  return at;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline === -1 ? text.length : newline;
}

/** Where a magic's line ends, its `\` continuations included. */
function endOfContinuedLine(text: string, from: number): number {
  let end = lineEnd(text, from);
  while (end < text.length && /\\\r?$/.test(text.slice(Math.max(from, end - 2), end)))
    end = lineEnd(text, end + 1);
  return text[end - 1] === "\r" ? end - 1 : end;
}

/** `?name`, `%magic?` */
function isHelp(text: string, { from, to }: TextRange): boolean {
  return text[from] === "?" || /^%{1,2}[\w.]+\?{1,2}\s*$/.test(text.slice(from, to));
}

/** A cell magic stands on the first line that is not blank. */
function cellMagicAt(text: string, start: number): CellMagic | undefined {
  const head = /\s*%%(\w[\w.]*)([^\n]*)/y;
  head.lastIndex = start;
  const match = head.exec(text);
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const to = start + match[0].length;
  const argumentText = (match[2] ?? "").trim();
  if (argumentText.startsWith("?")) return undefined; // `%%time?` asks for help
  const from = start + match[0].indexOf("%%");
  const body = { from: Math.min(to + 1, text.length), to: text.length };
  return { name, arguments: argumentText, range: { from, to }, body };
}

/** IPython takes a cell of one line such as `pip install sagemaker` for the magic of that name. */
function automagic(text: string): BlankedCell | undefined {
  const line =
    /^(?:pip|conda|mamba|uv|cd|ls|cat|mkdir|rm|cp|mv|run|store|load_ext) +[^\s=(,.[][^\n=(]*(?:=[^\n(]*)?$/.exec(
      text.trim(),
    );
  const command = line?.[0];
  if (command === undefined || /^\w+ +(?:in|is|if|and|or|not|for|else)\b/.test(command)) return undefined;
  const { effects } = readEscape(`%${command}`, { from: 0, to: command.length + 1 });
  const range = { from: text.indexOf(command), to: text.indexOf(command) + command.length };
  return { python: blank(text), effects: effects.map((effect) => ({ ...effect, range })) };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]+/g, (line) => " ".repeat(line.length));
}

function replace(text: string, replacements: readonly Replacement[]): string {
  let result = "";
  let position = 0;
  for (const { from, to, text: substitute = "" } of replacements) {
    if (from < position) continue;
    result += text.slice(position, from) + substitute + blank(text.slice(from + substitute.length, to));
    position = to;
  }
  return result + text.slice(position);
}
