/** An item between brackets: an argument of a call, an entry of a dict. Offsets in the cell's text. */
export interface Item {
  readonly from: number;
  readonly to: number;
}

export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Adds items behind the last one, the way the others are written: on one line, each on its own with the same indent,
 * or aligned under the first; with a trailing comma where the author has one, before a comment that ends the line.
 *
 * @param open Offset of the opening bracket.
 * @param close Offset of the closing bracket.
 */
export function insertItems(
  text: string,
  open: number,
  close: number,
  items: readonly Item[],
  added: readonly string[],
): TextEdit[] {
  const last = items.at(-1);
  if (!last) return [insert(open + 1, added.join(", "))];
  if (!text.slice(open, close).includes("\n")) return [insert(last.to, `, ${added.join(", ")}`)];

  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const separator = `,${newline}${indentOf(text, open, items, last)}`;
  const comma = findComma(text, last.to, close);
  const lineEnd = endOfLine(text, comma === undefined ? last.to : comma + 1, close);
  // The bracket closes on the line of the last item
  if (lineEnd === undefined) return [insert(last.to, `${separator}${added.join(separator)}`)];

  const lines = `${separator.slice(1)}${added.join(separator)}`;
  if (comma !== undefined) return [insert(lineEnd, `${lines},`)];
  return lineEnd === last.to
    ? [insert(last.to, `,${lines}`)]
    : [insert(last.to, ","), insert(lineEnd, lines)];
}

function insert(at: number, text: string): TextEdit {
  return { from: at, to: at, text };
}

/** Of the line that the last item is on when an item starts that line; else aligned under the first item. */
function indentOf(text: string, open: number, items: readonly Item[], last: Item): string {
  const lineStart = text.lastIndexOf("\n", last.from - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  if (lineStart > open && items.some(({ from }) => from === lineStart + indent.length)) return indent;
  const first = items[0] ?? last;
  const firstLine = text.lastIndexOf("\n", first.from - 1) + 1;
  return text.slice(firstLine, first.from).replace(/[^\t]/g, " ");
}

function findComma(text: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    if (text[at] === ",") return at;
    if (text[at] !== "#") continue;
    const end = text.indexOf("\n", at);
    if (end < 0) return undefined;
    at = end;
  }
  return undefined;
}

/** Where the line of `from` ends, its comment included; undefined when the bracket closes before. */
function endOfLine(text: string, from: number, close: number): number | undefined {
  const end = text.indexOf("\n", from);
  if (end < 0 || end > close) return undefined;
  return text[end - 1] === "\r" ? end - 1 : end;
}
