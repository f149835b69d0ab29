import { blankIpython } from "../../notebook/ipython.js";
import { parse } from "../../python/parse.js";

/**
 * An import line for a cell: above its first statement, behind a docstring and `from __future__` lines, which have to
 * stay first.
 *
 * @param at Offset in the cell's text.
 */
export function importInto(cell: string, line: string): { readonly at: number; readonly text: string } {
  const newline = cell.includes("\r\n") ? "\r\n" : "\n";
  const first = parse(blankIpython(cell).python).statements.find(
    (statement) =>
      !(statement.kind === "import from" && statement.module === "__future__") &&
      !(statement.kind === "expression" && statement.value.kind === "constant"),
  );
  const from = first?.from ?? 0;
  return { at: cell.lastIndexOf("\n", from - 1) + 1, text: `${line}${newline}` };
}
