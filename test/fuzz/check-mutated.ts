import { parser } from "@lezer/python";
import { performance } from "node:perf_hooks";
import { check, type Checker } from "../../core/src/check.js";
import { applyEdits } from "../../core/src/notebook/apply-edits.js";
import { blankIpython } from "../../core/src/notebook/ipython.js";
import { readIpynb } from "../../core/src/notebook/read-ipynb.js";
import { accountFacts, environmentOf } from "../support/account-facts.js";
import { twoVpcs } from "../support/two-vpcs.js";

const environment = environmentOf(accountFacts(twoVpcs));

export interface Outcome {
  /** What should not have happened, with its place. */
  readonly faults: readonly string[];
  readonly milliseconds: number;
  readonly fixes: number;
}

/**
 * Reads and checks a damaged notebook, by itself and as an edit of what `checker` saw last, and applies each fix: the
 * reports are the same, and a cell that parses still parses.
 */
export function checkMutated(text: string, checker: Checker): Outcome {
  const start = performance.now();
  const read = readIpynb(text, "mutated.ipynb");
  if (!("notebook" in read)) return { faults: [], milliseconds: performance.now() - start, fixes: 0 };
  const { notebook } = read;
  const report = check(notebook, environment);
  const milliseconds = performance.now() - start;
  const faults: string[] = [];
  if (JSON.stringify(checker(notebook, environment).findings) !== JSON.stringify(report.findings))
    faults.push("another report as an edit");
  let fixes = 0;
  for (const { rule, fixes: offered } of report.findings) {
    for (const { title, edits } of offered) {
      fixes++;
      for (const cell of new Set(edits.map(({ span }) => span.cell))) {
        const before = notebook.cells[cell]?.text ?? "";
        const own = edits.filter(({ span }) => span.cell === cell);
        const after = applyEdits(
          before,
          own.map(({ span: { from, to }, text: inserted }) => ({ from, to, text: inserted })),
        );
        if (after === undefined) faults.push(`${rule}: "${title}" has edits that overlap in cell ${cell}`);
        else if (parses(before) && !parses(after))
          faults.push(`${rule}: "${title}" breaks cell ${cell}:\n${before}\n# becomes\n${after}`);
      }
    }
  }
  return { faults, milliseconds, fixes };
}

function parses(text: string): boolean {
  let whole = true;
  parser.parse(blankIpython(text).python.trimEnd()).iterate({
    enter: ({ type }) => {
      if (type.isError) whole = false;
    },
  });
  return whole;
}
