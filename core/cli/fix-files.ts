import { chooseSafeFixes, maxRounds } from "../src/fixes/fix-all.js";
import type { Finding, Report } from "../src/report.js";
import type { CheckSession } from "./check-session.js";
import { editNotebookFile, type NotebookFile } from "./notebook-file.js";

/** A fix that was made in a file. */
export interface AppliedFix {
  readonly title: string;
  readonly rule: string;
  /** Where the finding was before this round's edits. */
  readonly finding: Finding;
}

export interface FixedFile {
  /** As it is now, in memory. */
  readonly file: NotebookFile;
  readonly report: Report;
  readonly applied: readonly AppliedFix[];
  /** Why fixing stopped before its end, if it did. */
  readonly problem?: string;
}

/**
 * Makes the safe fixes in memory: of each finding the first safe one, at most one for each call and round, then all
 * is checked again, until nothing is left to mend. A round after which a cell parses worse than before is undone.
 */
export async function fixFiles(
  session: CheckSession,
  files: readonly NotebookFile[],
  reports: readonly Report[],
): Promise<readonly FixedFile[]> {
  let states: FixedFile[] = files.flatMap((file, i) => {
    const report = reports[i];
    return report === undefined ? [] : [{ file, report, applied: [] }];
  });
  for (let round = 0; round < maxRounds; round += 1) {
    const changed = states.flatMap((state, i) => {
      const next = state.problem === undefined ? editOnce(state) : undefined;
      return next === undefined ? [] : [{ i, next }];
    });
    if (changed.length === 0) return states;
    const edited = changed.filter((change) => change.next.problem === undefined);
    const checked = await session.check(
      edited.map(({ next }) => next.file.notebook),
      { withChoices: true },
    );
    const outcome = new Map(changed.map(({ i, next }) => [i, next]));
    edited.forEach(({ i, next }, at) => {
      const report = checked[at];
      if (report !== undefined) outcome.set(i, { ...next, report });
    });
    states = states.map((before, i) => {
      const after = outcome.get(i);
      if (after === undefined) return before;
      if (after.report.problems.length <= before.report.problems.length) return after;
      return { ...before, problem: "a fix would have left a cell that does not parse; it was not made" };
    });
  }
  return states.map((state) =>
    state.problem === undefined && chooseSafeFixes(state.report).length > 0
      ? { ...state, problem: `still not settled after ${maxRounds} rounds of fixes` }
      : state,
  );
}

function editOnce(state: FixedFile): FixedFile | undefined {
  const chosen = chooseSafeFixes(state.report);
  if (chosen.length === 0) return undefined;
  const edited = editNotebookFile(
    state.file,
    chosen.flatMap(({ fix }) => fix.edits),
  );
  if ("problem" in edited) return { ...state, problem: edited.problem };
  const made = chosen.map(({ fix: { title }, finding }) => ({ title, rule: finding.rule, finding }));
  return { ...state, file: edited.file, applied: [...state.applied, ...made] };
}
