/** Half-open range of UTF-16 code units in the file's text. */
export interface JsonRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Where each cell's `source` (nbformat 3: `input`) stands in the text of a notebook file, by cell number;
 * `undefined` for a cell without one. One pass, strings are jumped over, so that outputs cost little.
 *
 * @param json Text that `JSON.parse` accepts; may start with a byte order mark.
 */
export function locateSources(json: string): readonly (JsonRange | undefined)[] {
  const start = json.startsWith("\ufeff") ? 1 : 0;
  const top = members(json, skipSpace(json, start));
  const cells = top.get("cells");
  if (cells !== undefined && json[cells.from] === "[") return sourcesIn(json, cells);
  const worksheets = top.get("worksheets");
  if (worksheets === undefined || json[worksheets.from] !== "[") return [];
  return items(json, worksheets.from).flatMap((sheet) => {
    const sheetCells = json[sheet.from] === "{" ? members(json, sheet.from).get("cells") : undefined;
    return sheetCells === undefined || json[sheetCells.from] !== "[" ? [] : sourcesIn(json, sheetCells);
  });
}

/** The items of the array that starts at `open`. */
export function items(json: string, open: number): JsonRange[] {
  const found: JsonRange[] = [];
  let at = skipSpace(json, open + 1);
  while (at < json.length && json[at] !== "]") {
    const to = valueEnd(json, at);
    found.push({ from: at, to });
    at = skipSpace(json, to);
    if (json[at] === ",") at = skipSpace(json, at + 1);
  }
  return found;
}

function sourcesIn(json: string, cells: JsonRange): (JsonRange | undefined)[] {
  return items(json, cells.from).map(({ from }) => {
    if (json[from] !== "{") return undefined;
    const cell = members(json, from);
    const kind = cell.get("cell_type");
    const isCode = kind !== undefined && json.slice(kind.from, kind.to) === '"code"';
    return cell.get("source") ?? (isCode ? cell.get("input") : undefined);
  });
}

/** The members' values of the object that starts at `open`; of a name that is there twice the last, as in `JSON.parse`. */
function members(json: string, open: number): Map<string, JsonRange> {
  const found = new Map<string, JsonRange>();
  if (json[open] !== "{") return found;
  let at = skipSpace(json, open + 1);
  while (json[at] === '"') {
    const nameEnd = stringEnd(json, at);
    const raw = json.slice(at, nameEnd);
    const from = skipSpace(json, skipSpace(json, nameEnd) + 1); // over the colon
    const to = valueEnd(json, from);
    found.set(raw.includes("\\") ? (JSON.parse(raw) as string) : raw.slice(1, -1), { from, to });
    at = skipSpace(json, to);
    if (json[at] === ",") at = skipSpace(json, at + 1);
  }
  return found;
}

function skipSpace(json: string, from: number): number {
  let at = from;
  while (at < json.length && json.charCodeAt(at) <= 32) at += 1;
  return at;
}

function stringEnd(json: string, open: number): number {
  for (let at = open + 1; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === doubleQuote) return at + 1;
  }
  return json.length;
}

const backslash = 92;
const doubleQuote = 34;

/** Iterative, so that no depth of nesting ends it. */
function valueEnd(json: string, from: number): number {
  if (json[from] === '"') return stringEnd(json, from);
  let depth = 0;
  let at = from;
  while (at < json.length) {
    const character = json[at];
    if (character === '"') {
      at = stringEnd(json, at);
      continue;
    }
    if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") {
      if (depth === 0) return at; // the end of a number or literal that was the last in its container
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (character === "," || json.charCodeAt(at) <= 32)) return at;
    at += 1;
  }
  return at;
}
