import { counted } from "../src/counts-in-words.js";
import type { Report } from "../src/report.js";
import type { CheckArguments } from "./arguments.js";
import { whoWasAsked } from "./asked-account.js";
import type { CheckSession } from "./check-session.js";
import type { CheckedFile } from "./checked-file.js";
import { countBySeverity, isFailure } from "./fail-on.js";
import { fixFiles } from "./fix-files.js";
import type { CommandHost } from "./main.js";
import { replaceFile, type NotebookFile } from "./notebook-file.js";
import { openSession } from "./open-session.js";
import { policyFaultsIn, readPolicies } from "./policies.js";
import { byPath, printResults, renderingOf } from "./print-results.js";
import { findAndRead } from "./read-files.js";
import { renderFile } from "./render-file.js";
import { readSnapshot } from "./snapshot-file.js";
import { printable } from "./terminal-text.js";
import { unifiedDiff } from "./unified-diff.js";

/** `check` with `--fix` or `--diff`: always of the files and the account as they are now. */
export async function fix(options: CheckArguments, host: CommandHost): Promise<0 | 1 | 2> {
  const { read, unread } = findAndRead(options.paths, options, host);
  const asked = options.snapshot === undefined ? undefined : readSnapshot(options.snapshot, host.cwd);
  if (asked !== undefined && "problem" in asked) {
    host.error(`${printable(options.snapshot ?? "")}: ${printable(asked.problem)}\n`);
    return 2;
  }
  const policies = await readPolicies(
    read.map(({ notebook }) => notebook.uri),
    options,
    host,
  );
  const session = await openSession(options, host, policies, asked);
  const reports = await session.check(
    read.map(({ notebook }) => notebook),
    { withChoices: true },
  );
  const isIncomplete = unread.length > 0 || policies.faults.length > 0;
  if (options.diff) return printDiff(session, read, reports, { ...options, isIncomplete }, host);
  const fixed = await fixAndWrite(session, read, reports, host);
  const rendering = renderingOf(options, host);
  const code = printResults(
    byPath([...fixed, ...unread]).map((file) => renderFile(file, rendering)),
    {
      ...rendering,
      offline: options.offline,
      failOn: options.failOn,
      ...whoWasAsked(session, host.now()),
      policyFaults: policyFaultsIn(policies, host.cwd),
    },
    host,
  );
  return isIncomplete ? 2 : code;
}

async function fixAndWrite(
  session: CheckSession,
  files: readonly NotebookFile[],
  reports: readonly Report[],
  host: CommandHost,
): Promise<CheckedFile[]> {
  const fixed = await fixFiles(session, files, reports);
  return fixed.map(({ file, report, applied, problem }, i): CheckedFile => {
    const before = files[i];
    const path = file.notebook.uri;
    const done = { path, error: null, notebook: file.notebook, text: file.text, report, applied };
    if (problem !== undefined) host.error(`${printable(path)}: ${printable(problem)}\n`);
    if (before === undefined || before.text === file.text) return done;
    const failed = replaceFile(file.path, before.text, file.text);
    if (failed === undefined) return done;
    host.error(`${printable(path)}: ${printable(failed.problem)}\n`);
    const asItIs = reports[i];
    return {
      path,
      error: failed.problem,
      notebook: before.notebook,
      text: before.text,
      ...(asItIs === undefined ? {} : { report: asItIs }),
      applied: [],
    };
  });
}

/** What `--fix` would write. The exit code is that of the files as they are. */
async function printDiff(
  session: CheckSession,
  files: readonly NotebookFile[],
  reports: readonly Report[],
  { failOn, isIncomplete }: Pick<CheckArguments, "failOn"> & { readonly isIncomplete: boolean },
  host: CommandHost,
): Promise<0 | 1 | 2> {
  const fixed = await fixFiles(session, files, reports);
  let [changed, fixes] = [0, 0];
  for (const [i, { file, applied, problem }] of fixed.entries()) {
    const path = file.notebook.uri;
    if (problem !== undefined) host.error(`${printable(path)}: ${printable(problem)}\n`);
    const diff = unifiedDiff(path.replaceAll("\\", "/"), files[i]?.text ?? file.text, file.text);
    if (diff === "") continue;
    changed += 1;
    fixes += applied.length;
    // A terminal is not to be told anything by a notebook's text
    host.out(host.isTerminal ? diff.split("\n").map(printable).join("\n") : diff);
  }
  host.error(
    changed === 0
      ? "Nothing to fix safely.\n"
      : `${counted(fixes, "fix", "fixes")} in ${counted(changed, "file")}; --fix writes them.\n`,
  );
  if (isIncomplete) return 2;
  return reports.some(({ findings }) => isFailure(countBySeverity(findings), failOn)) ? 1 : 0;
}
