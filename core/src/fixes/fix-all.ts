import { editCells } from "../notebook/apply-edits.js";
import type { Notebook } from "../notebook/notebook.js";
import type { Edit } from "../notebook/span.js";
import type { Finding, Fix, Report } from "../report.js";

/** A safe fix, and what it mends. */
export interface ChosenFix {
  readonly fix: Fix;
  readonly finding: Finding;
}

/** The first safe fix: what "fix all" takes, and what an editor prefers. */
export function safeFixOf({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ safety, edits }) => safety === "safe" && edits.length > 0);
}

/**
 * The safe fixes that can be made at once: of each finding the first, at most one for each call, since what one adds
 * may answer the next, and none that meets another's edits.
 */
export function chooseSafeFixes({ findings }: Report): readonly ChosenFix[] {
  const chosen: ChosenFix[] = [];
  const calls = new Set<number>();
  for (const finding of findings) {
    const fix = safeFixOf(finding);
    if (fix === undefined || calls.has(finding.request)) continue;
    if (chosen.some((other) => fix.edits.some((edit) => other.fix.edits.some((one) => touches(edit, one)))))
      continue;
    calls.add(finding.request);
    chosen.push({ fix, finding });
  }
  return chosen;
}

/**
 * Applies all safe fixes of a notebook, round by round with a check in between, until nothing is left to mend. A round
 * after which a cell parses worse than before is not made.
 *
 * @returns The new notebook and how many fixes went in; the same notebook object when there is nothing to do.
 */
export function applySafeFixes(
  notebook: Notebook,
  check: (notebook: Notebook) => Report,
): { readonly notebook: Notebook; readonly applied: number } {
  let current = notebook;
  let report = check(notebook);
  let applied = 0;
  const given = new Set<string>();
  for (let round = 0; round < maxRounds; round += 1) {
    // A fix that leaves its finding as it was is not tried again.
    const chosen = chooseSafeFixes(report).filter(({ fix }) => !given.has(keyOf(fix)));
    if (chosen.length === 0) break;
    for (const { fix } of chosen) given.add(keyOf(fix));
    let made = roundOf(chosen, current, report, check);
    // Together they may undo each other: two that give one argument twice
    if (chosen.length > 1) for (const one of chosen) made ??= roundOf([one], current, report, check);
    if (made === undefined) break;
    current = made.notebook;
    report = made.report;
    applied += made.count;
  }
  return { notebook: current, applied };
}

/** Undefined: a cell parses worse afterwards, or a call is refused that was not. */
function roundOf(
  chosen: readonly ChosenFix[],
  notebook: Notebook,
  report: Report,
  check: (notebook: Notebook) => Report,
): { readonly notebook: Notebook; readonly report: Report; readonly count: number } | undefined {
  const next = editCells(
    notebook,
    chosen.flatMap(({ fix }) => fix.edits),
  );
  const after = next && check(next);
  if (!next || !after || after.problems.length > report.problems.length) return undefined;
  if (refusedIn(after) > refusedIn(report)) return undefined;
  return { notebook: next, report: after, count: chosen.length };
}

function refusedIn({ requests }: Report): number {
  return requests.filter(({ refused }) => refused !== undefined).length;
}

/** One call has few things to mend one after the other. */
export const maxRounds = 10;

function keyOf({ title, edits }: Fix): string {
  return JSON.stringify([title, edits]);
}

/** Edits that meet at one place too: which text comes first would be chance. */
function touches({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.cell === b.cell && a.from <= b.to && b.from <= a.to;
}
