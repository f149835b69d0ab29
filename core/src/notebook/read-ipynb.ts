import { jsonErrorPosition } from "./json-error.js";
import { canonicalLanguage, languageOf } from "./language.js";
import type { Cell, Notebook } from "./notebook.js";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads a notebook file of nbformat 3 or 4; outputs are ignored. Never throws: what cannot be read gives a
 * `problem`, a sentence that says what to do. A cell that is not as nbformat wants it becomes an empty raw cell,
 * so that the others keep their numbers. An empty file is a notebook without cells, as in VS Code.
 *
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export function readIpynb(
  text: string,
  uri: string,
): { readonly notebook: Notebook } | { readonly problem: string } {
  const json = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (json.trim() === "") return { notebook: { uri, cells: [] } };
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return { problem: brokenJson(json) };
  }
  if (!isObject(content)) return { problem: notANotebook };
  const cells = cellsOf(content);
  if (cells === undefined) return { problem: notANotebook };
  const language = languageOf(content.metadata);
  return { notebook: { uri, cells: cells.map((cell) => readCell(cell, language)) } };
}

/** The cells of all worksheets in order (nbformat 3), or of the notebook (nbformat 4). */
function cellsOf(content: JsonObject): readonly unknown[] | undefined {
  if (Array.isArray(content.cells)) return content.cells as unknown[];
  if (!Array.isArray(content.worksheets)) return undefined;
  return (content.worksheets as unknown[]).flatMap((sheet) =>
    isObject(sheet) && Array.isArray(sheet.cells) ? (sheet.cells as unknown[]) : [],
  );
}

function readCell(cell: unknown, kernel: string): Cell {
  if (!isObject(cell)) return { kind: "raw", language: "raw", text: "" };
  if (cell.cell_type === "code") {
    const source = cell.source ?? cell.input; // nbformat 3 says `input`
    return { kind: "code", language: cellLanguage(cell, kernel), text: joined(source) };
  }
  const kind = cell.cell_type === "raw" ? "raw" : "markdown"; // nbformat 3 also has `heading`
  return { kind, language: kind, text: joined(cell.source) };
}

function joined(source: unknown): string {
  if (typeof source === "string") return source;
  if (!Array.isArray(source)) return "";
  return source.filter((line) => typeof line === "string").join("");
}

/** VS Code writes the language of a cell that differs from the kernel's into the cell's metadata. */
function cellLanguage(cell: JsonObject, kernel: string): string {
  const vscode = isObject(cell.metadata) ? cell.metadata.vscode : undefined;
  if (isObject(vscode) && typeof vscode.languageId === "string") return canonicalLanguage(vscode.languageId);
  return typeof cell.language === "string" ? canonicalLanguage(cell.language) : kernel;
}

const notANotebook =
  "not a notebook: the file has no list of cells. Open it in Jupyter and save it again, or leave this path out.";

function brokenJson(json: string): string {
  const conflict = /^<{7} /m.exec(json);
  if (conflict !== null)
    return `line ${lineAt(json, conflict.index)}: the file has merge conflict markers. Resolve the conflict, then check again.`;
  const position = jsonErrorPosition(json);
  const ended = json.slice(position).trim() === "";
  const what = ended ? "the JSON ends too early, the file is cut off" : "the JSON is broken";
  return `line ${lineAt(json, position)}: ${what}. Restore the file from Jupyter's checkpoint or version control, then check again.`;
}

function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < position; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
