import { items, locateSources, type JsonRange } from "../src/notebook/locate-sources.js";
import type { Span } from "../src/notebook/span.js";
import { CellLines, type CheckedFile } from "./checked-file.js";
import { Lines } from "./position.js";

/** Where something stands in the file as it is on the disk; all 1-based, columns in UTF-16 code units. */
export interface FileRegion {
  readonly line: number;
  readonly endLine: number;
  /** Absent in a notebook file, where the text is inside JSON strings. */
  readonly column?: number;
  readonly endColumn?: number;
}

/**
 * The places of a file as tools count them that know nothing of cells: for a notebook the lines of its JSON, which are
 * those of its diff. Undefined: the place is nowhere in the file.
 */
export function fileRegions({ notebook, text, path }: CheckedFile): (span: Span) => FileRegion | undefined {
  if (notebook === undefined) return () => undefined;
  const cells = new CellLines(notebook);
  if (!path.toLowerCase().endsWith(".ipynb")) {
    return ({ cell, from, to }) => {
      const start = cells.of(cell).position(from);
      const end = cells.of(cell).position(to);
      return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    };
  }
  if (text === undefined) return () => undefined;
  const json = new Lines(text);
  const sources = locateSources(text);
  return ({ cell, from, to }) => {
    const source = sources[cell];
    if (source === undefined) return undefined;
    const line = lineOf(text, source, cells.of(cell).position(from).line, json);
    const endLine = lineOf(text, source, cells.of(cell).position(to).line, json);
    return { line, endLine: Math.max(line, endLine) };
  };
}

/** The line of the file that has a line of a cell; of a cell that is one string, the only one. */
function lineOf(text: string, source: JsonRange, line: number, json: Lines): number {
  let found = source.from;
  if (text[source.from] !== "[") return json.position(found).line;
  let before = 0;
  for (const { from, to } of items(text, source.from)) {
    if (before >= line) break;
    found = from;
    before += [...String(JSON.parse(text.slice(from, to))).matchAll(/\r\n|\n|\r/g)].length;
  }
  return json.position(found).line;
}
