import type { TextEdit } from "../../notebook/apply-edits.js";
import { fits, flat, indentAt, laidOut, type Layout, type Source } from "./layout.js";

/** An item between brackets: an argument of a call, an entry of a dict. Offsets in the cell's text. */
export interface Item {
  readonly from: number;
  readonly to: number;
}

/** Brackets, and what is between them. */
export interface Bracketed {
  /** Offset of the opening bracket. */
  readonly open: number;
  /** Offset of the closing bracket. */
  readonly close: number;
  readonly items: readonly Item[];
}

/**
 * Adds items behind the last one, the way the others are written: on one line, each on its own with the same indent,
 * or aligned under the first; with a trailing comma where the author has one, before a comment that ends the line. A
 * line that would become longer than the author's is broken as Black would.
 *
 * @param layout Undefined: no line may be broken here.
 */
export function insertItems(
  text: string,
  { open, close, items }: Bracketed,
  added: readonly Source[],
  layout: Layout | undefined,
): TextEdit[] {
  const last = items.at(-1);
  if (!last) return insertFirst(text, open, close, added, layout);
  // `f(x for x in y)`: beside other arguments a generator needs brackets of its own
  if (last.from <= open) return [insert(open + 1, "("), insert(close, `), ${added.map(flat).join(", ")}`)];

  const end = endOfItem(text, last, close);
  if (!layout || startsOnLineOf(text, open, items)) {
    const appended = `, ${added.map(flat).join(", ")}`;
    if (!layout || fits(lineOf(text, end), layout, appended.length)) return [insert(end, appended)];
    if (!text.slice(open, close).includes("\n")) return breakAll(text, { open, close, items }, added, layout);
  }
  const { newline } = layout;
  const indent = indentOf(text, open, items, last);
  const lines = added.map((one) => laidOut(one, indent, layout));
  const separator = `,${newline}${indent}`;
  const comma = findComma(text, end, close);
  const lineEnd = endOfLine(text, comma === undefined ? end : comma + 1, close);
  // The bracket closes on the line of the last item
  if (lineEnd === undefined) return [insert(end, `${separator}${lines.join(separator)}`)];

  const behind = `${newline}${indent}${lines.join(separator)}`;
  if (comma !== undefined) return [insert(lineEnd, `${behind},`)];
  return lineEnd === end ? [insert(end, `,${behind}`)] : [insert(end, ","), insert(lineEnd, behind)];
}

function insert(at: number, text: string): TextEdit {
  return { from: at, to: at, text };
}

function insertFirst(
  text: string,
  open: number,
  close: number,
  added: readonly Source[],
  layout: Layout | undefined,
): TextEdit[] {
  const whole = added.map(flat).join(", ");
  const lineEnd = endOfLine(text, open, close);
  if (!layout || (lineEnd === undefined && fits(lineOf(text, open), layout, whole.length)))
    return [insert(open + 1, whole)];
  const { newline, step } = layout;
  const outer = indentAt(text, open);
  const indent = outer + step;
  const lines = added.map((one) => `${newline}${indent}${laidOut(one, indent, layout)},`).join("");
  if (lineEnd !== undefined) return [insert(lineEnd, lines)];
  const body = fits(indent + whole, layout) ? `${newline}${indent}${whole}` : lines;
  return [{ from: open + 1, to: close, text: `${body}${newline}${outer}` }];
}

/** What stands on one line, as Black breaks it: the whole of it indented where that fits, else item by item. */
function breakAll(
  text: string,
  { open, close, items }: Bracketed,
  added: readonly Source[],
  layout: Layout,
): TextEdit[] {
  const { newline, step } = layout;
  const outer = indentAt(text, open);
  const indent = outer + step;
  const end = endOfItem(text, items.at(-1) ?? { from: open, to: open }, close);
  const first: TextEdit = { ...blanksAt(text, open + 1), text: newline + indent };
  const whole = added.map(flat).join(", ");
  if (fits(`${indent}${text.slice(first.to, end)}, ${whole}`, layout))
    return [first, { from: end, to: close, text: `, ${whole}${newline}${outer}` }];
  const between = items.slice(1).map(({ from }) => {
    const comma = text.lastIndexOf(",", from);
    return { ...blanksAt(text, comma + 1), text: newline + indent };
  });
  const lines = added.map((one) => `,${newline}${indent}${laidOut(one, indent, layout)}`).join("");
  return [first, ...between, { from: end, to: close, text: `${lines},${newline}${outer}` }];
}

function blanksAt(text: string, from: number): { readonly from: number; readonly to: number } {
  return { from, to: from + (/^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0) };
}

/** Behind the parentheses that the item is written in, which are no part of it. */
function endOfItem(text: string, { to }: Item, close: number): number {
  let end = to;
  for (let at = to; at < close; at++) {
    if (text[at] === ")") end = at + 1;
    else if (text[at] === "#") at = nextLine(text, at, close);
  }
  return end;
}

function startsOnLineOf(text: string, open: number, items: readonly Item[]): boolean {
  return items.every(({ from }, index) => {
    const before = items[index - 1];
    return !text.slice(before === undefined ? open : before.to, from).includes("\n");
  });
}

/** Of the line that the last item is on when an item starts that line; else aligned under the first item. */
function indentOf(text: string, open: number, items: readonly Item[], last: Item): string {
  const lineStart = text.lastIndexOf("\n", last.from - 1) + 1;
  const indent = indentAt(text, last.from);
  if (lineStart > open && items.some(({ from }) => from === lineStart + indent.length)) return indent;
  const first = items[0] ?? last;
  const firstLine = text.lastIndexOf("\n", first.from - 1) + 1;
  return text.slice(firstLine, first.from).replace(/[^\t]/g, " ");
}

function findComma(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    if (text[at] === ",") return at;
    if (text[at] === "#") at = nextLine(text, at, to);
  }
  return undefined;
}

function nextLine(text: string, at: number, to: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? to : end;
}

function lineOf(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, end < 0 ? undefined : end).trimEnd();
}

/** Where the line of `from` ends, its comment included; undefined when the bracket closes before. */
function endOfLine(text: string, from: number, close: number): number | undefined {
  const end = text.indexOf("\n", from);
  if (end < 0 || end > close) return undefined;
  return text[end - 1] === "\r" ? end - 1 : end;
}
