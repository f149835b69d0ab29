import type { JobArguments } from "./arguments.js";
import { whoWasAsked } from "./asked-account.js";
import type { CheckedFile } from "./checked-file.js";
import { findJobs } from "./find-jobs.js";
import type { CommandHost } from "./main.js";
import { openSession } from "./open-session.js";
import { policyOf, readPolicies } from "./policies.js";
import { printResults, renderingOf } from "./print-results.js";
import { renderFile } from "./render-file.js";
import { printable } from "./terminal-text.js";

/** Jobs that SageMaker has already, judged as if they were submitted now. */
export async function judgeJobs(options: JobArguments, host: CommandHost): Promise<0 | 1 | 2> {
  const here = "job"; // it has no file: the policy of the folder that one of this name would be in
  const policies = await readPolicies([here], options, host);
  const policy = policyOf(policies, host.cwd)(here);
  const session = await openSession(options, host, policies, {
    policyOf: () => policy,
    isSubmitted: true,
  });
  const { found, missing } = await findJobs(session, options.names, options.kind);
  for (const { text, problem } of missing) host.error(`${printable(text)}: ${printable(problem)}\n`);
  const reports = await session.check(
    found.map(({ notebook }) => notebook),
    { withChoices: options.suggest || options.format === "json" },
  );
  const judged = found.map((job, i): CheckedFile => {
    const report = reports[i];
    const { notebook } = job;
    return { path: notebook.uri, error: null, notebook, ...(report === undefined ? {} : { report }), job };
  });
  const unread = missing.map(({ text, problem }): CheckedFile => ({ path: text, error: problem }));
  const rendering = renderingOf({ ...options, fix: false }, host);
  const code = printResults(
    [...judged, ...unread].map((file) => renderFile(file, rendering)),
    { ...rendering, offline: false, failOn: options.failOn, ...whoWasAsked(session, host.now()) },
    host,
  );
  return policies.faults.length > 0 ? 2 : code;
}
