import type { Cell, Notebook } from "../../notebook/notebook.js";
import type { Place } from "../../python/ast.js";
import { blankIpython } from "../../notebook/ipython.js";

/** Python source that can be broken into lines between its brackets. */
export type Source =
  | string
  /** `before` the opening bracket: a keyword, a class. */
  | {
      readonly before: string;
      readonly open: string;
      readonly items: readonly Source[];
      readonly close: string;
    };

/** How the author of a cell lays out code. */
export interface Layout {
  readonly newline: string;
  /** One step of indent. */
  readonly step: string;
  /** Columns that a line may have. */
  readonly width: number;
}

const ordinaryWidth = 100;

/** What the cell and the notebook have; a few long lines make no style, the third longest does. */
export function layoutOf(text: string, notebook: Notebook): Layout {
  return {
    newline: text.includes("\r\n") ? "\r\n" : "\n",
    step: /^\t/m.test(text) ? "\t" : /^ {2}(?! )/m.test(text) && !/^ {4}(?! )/m.test(text) ? "  " : "    ",
    width: widthOf(notebook),
  };
}

/** Columns that the notebook's lines of Python have. */
function widthOf({ cells }: Notebook): number {
  const longest = cells.flatMap(longestLines).sort((one, other) => other - one);
  return Math.max(ordinaryWidth, longest[2] ?? 0);
}

/** A cell that nobody edits is measured once. */
const remembered = new WeakMap<Cell, readonly number[]>();
const none: readonly number[] = [];

/** The lengths of a cell's three longest lines, where they are longer than ordinary. */
function longestLines(cell: Cell): readonly number[] {
  if (cell.kind !== "code" || cell.language !== "python" || cell.text.length <= ordinaryWidth) return none;
  let known = remembered.get(cell);
  if (known === undefined) {
    const long = cell.text
      .split("\n")
      .filter((line) => line.length > ordinaryWidth && !/^\s*[#%!]/.test(line));
    const lengths = long.map((line) => line.length).sort((one, other) => other - one);
    remembered.set(cell, (known = lengths.slice(0, 3)));
  }
  return known;
}

export function flat(source: Source): string {
  if (typeof source === "string") return source;
  const { before, open, items, close } = source;
  return `${before}${open}${items.map(flat).join(", ")}${close}`;
}

/** Source at an indent, on one line where that fits, else broken. */
export function laidOut(source: Source, indent: string, layout: Layout): string {
  const whole = flat(source);
  // A comma follows
  return fits(indent + whole, layout, 1) ? whole : broken(source, indent, layout);
}

/**
 * Source broken as Black does: what is between its brackets on a line of its own where that fits, else each item on
 * its own with a trailing comma.
 *
 * @param indent Of the line that the source begins on.
 */
export function broken(source: Source, indent: string, layout: Layout): string {
  if (typeof source === "string" || source.items.length === 0) return flat(source);
  const { before, open, items, close } = source;
  const inner = indent + layout.step;
  const body = inner + items.map(flat).join(", ");
  const lines = fits(body, layout) ? [body] : items.map((item) => `${inner}${laidOut(item, inner, layout)},`);
  return [`${before}${open}`, ...lines, `${indent}${close}`].join(layout.newline);
}

/** @param more Columns that follow. */
export function fits(line: string, { width }: Layout, more = 0): boolean {
  return line.length + more <= width;
}

/** The blanks that the line of an offset begins with. */
export function indentAt(text: string, at: number): string {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
}

/** The line is IPython's, `%time call()`, which ends where the line ends. */
export function isMagicLine(text: string, { from, to }: Place): boolean {
  if (!text.includes("%")) return false;
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", to);
  const { python } = blankIpython(text);
  return python.slice(start, end < 0 ? undefined : end) !== text.slice(start, end < 0 ? undefined : end);
}
