import { applyEdits, type TextEdit } from "./apply-edits.js";
import { items, locateSources, type JsonRange } from "./locate-sources.js";
import { readIpynb } from "./read-ipynb.js";
import type { Edit } from "./span.js";

/**
 * The text of a notebook file with edits made to its cells. Only the `source` of the edited cells changes: outputs,
 * metadata, key order, indentation, line ends, the final newline and a byte order mark stay byte for byte, and so do
 * the lines of an edited cell that are as before. A list stays a list, a string a string; new text is escaped to
 * ASCII when the file is.
 *
 * The result is read back before it is returned: `problem` instead of a file that would not say what was meant.
 *
 * @param edits Offsets in the cells' texts as `readIpynb` gave them.
 */
export function writeIpynb(
  original: string,
  edits: readonly Edit[],
): { readonly text: string } | { readonly problem: string } {
  const before = readIpynb(original, "");
  if ("problem" in before) return before;
  const editsOfCell = new Map<number, TextEdit[]>();
  for (const { span, text } of edits) {
    const ofCell = editsOfCell.get(span.cell) ?? [];
    ofCell.push({ from: span.from, to: span.to, text });
    editsOfCell.set(span.cell, ofCell);
  }

  const sources = locateSources(original);
  const ascii = isEscapedToAscii(original);
  const expected = before.notebook.cells.map(({ text }) => text);
  const replacements: TextEdit[] = [];
  for (const [cell, ofCell] of editsOfCell) {
    const text = applyEdits(expected[cell] ?? "", ofCell);
    const source = sources[cell];
    if (text === undefined || source === undefined) return { problem: `cell ${cell} cannot be edited` };
    if (text === expected[cell]) continue;
    expected[cell] = text;
    replacements.push({ ...source, text: encode(original, source, text, ascii) });
  }

  const text = applyEdits(original, replacements);
  if (text === undefined) return { problem: "the cells' places in the file overlap" };
  const after = readIpynb(text, "");
  const isAsMeant = "notebook" in after && after.notebook.cells.every((cell, i) => cell.text === expected[i]);
  return isAsMeant ? { text } : { problem: "the edited notebook would not read back as meant" };
}

function encode(json: string, source: JsonRange, text: string, ascii: boolean): string {
  const quote = (line: string): string => {
    const quoted = JSON.stringify(line);
    return ascii
      ? quoted.replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)
      : quoted;
  };
  if (json[source.from] !== "[") return quote(text);
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  if (lines.length === 0) return "[]";

  const old = items(json, source.from);
  const written = new Map(
    old.map(({ from, to }) => [JSON.parse(json.slice(from, to)) as string, { from, to }]),
  );
  const { prefix, separator, suffix } = layout(json, source, old);
  const encoded = lines.map((line) => {
    const same = written.get(line);
    return same === undefined ? quote(line) : json.slice(same.from, same.to);
  });
  return `[${prefix}${encoded.join(separator)}${suffix}]`;
}

/** What stands around the items of a source list, taken from the list itself or, when it is empty, from its line. */
function layout(json: string, source: JsonRange, old: readonly JsonRange[]) {
  const [first, second] = old;
  const last = old.at(-1);
  if (first !== undefined && last !== undefined) {
    const prefix = json.slice(source.from + 1, first.from);
    const space = json.charCodeAt(source.from - 1) === 32 ? " " : "";
    const separator =
      second === undefined ? `,${prefix === "" ? space : prefix}` : json.slice(first.to, second.from);
    return { prefix, separator, suffix: json.slice(last.to, source.to - 1) };
  }
  const lineStart = json.lastIndexOf("\n", source.from) + 1;
  const key = /^([ \t]*)"(?:source|input)"/.exec(json.slice(lineStart, source.from));
  if (key === null) return { prefix: "", separator: ", ", suffix: "" };
  const indent = key[1] ?? "";
  const newline = json[lineStart - 2] === "\r" ? "\r\n" : "\n";
  const unit = indent.startsWith("\t") ? "\t" : " ".repeat(Math.max(1, Math.floor(indent.length / 3)));
  const prefix = newline + indent + unit; // a cell's members are three levels deep
  return { prefix, separator: `,${prefix}`, suffix: newline + indent };
}

/** Python's `json.dump` escapes by default; Jupyter and VS Code do not. A file that has neither is written as by Jupyter. */
function isEscapedToAscii(json: string): boolean {
  return /\\u(?:00[89a-f]|0[1-9a-f]|[1-9a-f])/i.test(json) && !/[\u0080-\ufefe\uff00-\uffff]/.test(json);
}
