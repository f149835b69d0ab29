import { applySafeFixes, editsBetween, type Fix, type Report } from "@sagemaker-preflight/core";
import type { Applied } from "./apply-fix.js";
import { isEditable, type CheckedNotebook } from "./checked-notebook.js";
import { mostRounds, type NotebookSession } from "./notebook-session.js";

/** Safe fixes that were made together. */
export interface AllApplied {
  readonly state: "applied";
  readonly fixes: number;
  readonly cells: number;
}

/**
 * Makes all safe fixes with one undo step for each cell; asks AWS for the candidates first. Cells that may not be
 * edited are left as they are.
 *
 * @returns How many fixes were made, 0 when there was nothing to mend.
 */
export async function fixAll(
  session: NotebookSession,
): Promise<(Applied & { readonly state: "refused" }) | AllApplied> {
  for (let round = 0; round < mostRounds; round++) {
    const asks = (session.checked?.report.findings ?? []).flatMap((finding) => finding.asks);
    if (asks.length === 0 || session.account.state.state !== "online" || session.isDisposed) break;
    await session.learn(asks);
  }
  const now = session.current();
  if (now === undefined)
    return { state: "refused", why: session.isDisposed ? "it was closed" : "it has not been checked" };
  const { checked, notebook } = now;
  const fixed = applySafeFixes(notebook, (next) => withoutLocked(session.reportOn(next), checked));
  const edits = editsBetween(notebook, fixed.notebook);
  const applied = session.apply({ edits }, checked);
  const cells = new Set(edits.map(({ span }) => span.cell)).size;
  return applied.state === "refused" ? applied : { state: "applied", fixes: fixed.applied, cells };
}

/** The report without the fixes that would write into a cell which may not be edited. */
function withoutLocked(report: Report, { cells }: CheckedNotebook): Report {
  const isOpen = ({ span }: Fix["edits"][number]) => {
    const cell = cells[span.cell]?.cell;
    return cell === undefined || isEditable(cell);
  };
  const canBeMade = ({ edits }: Fix) => edits.every(isOpen);
  const findings = report.findings.map((finding) => ({
    ...finding,
    fixes: finding.fixes.filter(canBeMade),
  }));
  return { ...report, findings };
}
