import { parser } from "@lezer/python";
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
  /** Of the processor, for reading and checking once. */
  readonly milliseconds: number;
  readonly fixes: number;
}

/**
 * Reads and checks a damaged notebook, by itself and as an edit of what `checker` saw last, and applies each fix: the
 * reports are the same, and a cell that parses still parses.
 */
export function checkMutated(text: string, checker: Checker): Outcome {
  let { milliseconds, checked } = timed(text);
  // The machine does other things too, and what runs for the first time is compiled
  for (let again = 0; again < 3 && milliseconds > mostMilliseconds(text); again++)
    ({ milliseconds, checked } = timed(text));
  if (!checked) return { faults: [], milliseconds, fixes: 0 };
  const { notebook, report } = checked;
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

/** 250 ms, and 1 ms a kilobyte. */
export function mostMilliseconds(text: string): number {
  return 250 + text.length / 1000;
}

function timed(text: string) {
  const before = process.cpuUsage();
  const read = readIpynb(text, "mutated.ipynb");
  const checked =
    "notebook" in read ? { notebook: read.notebook, report: check(read.notebook, environment) } : undefined;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds: (user + system) / 1000, checked };
}

function parses(text: string): boolean {
  let whole = true;
  const { python } = blankIpython(text);
  parser.parse(python.trimEnd()).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError || (strings.has(type.name) && !isClosed(python.slice(from, to)))) whole = false;
    },
  });
  return whole;
}

const strings: ReadonlySet<string> = new Set(["String", "FormatString"]);

/** The grammar ends a string at the end of its line, too. */
function isClosed(literal: string): boolean {
  const [start = "", quote = ""] = /^\w*("""|'''|"|')/.exec(literal) ?? [];
  return literal.length >= start.length + quote.length && literal.endsWith(quote);
}
