import { sagemakerSdk } from "./catalog/sagemaker.js";
import { dialectOf, readRequests } from "./dialects/index.js";
import { writeMemberEdit } from "./dialects/write/write-member-edit.js";
import { SdkLibrary } from "./dialects/sdk-library.js";
import type { Environment } from "./environment.js";
import { resolveFixes, type WriteFields } from "./fixes/resolve-fixes.js";
import type { Notebook } from "./notebook/notebook.js";
import { NotebookRunner, type Run } from "./python/run-notebook.js";
import type { Finding, Report } from "./report.js";
import type { JobRequest, MemberEdit } from "./requests/request.js";
import { judge } from "./rules/judge.js";

export type Checker = (notebook: Notebook, environment: Environment) => Report;

/**
 * A check that remembers what it read, for a host that checks the same notebook again and again: after an edit only
 * what depends on it is evaluated anew. The reports are those of `check`.
 */
export function createChecker(): Checker {
  const library = new SdkLibrary(sagemakerSdk);
  const runner = new NotebookRunner(library, library.mentions);
  let last: { run: Run; environment: Environment; report: Report } | undefined;
  return (notebook, environment) => {
    const run = runner.run(notebook);
    if (last?.run === run && sameEnvironment(last.environment, environment)) return last.report;
    const report = reportOf(run, notebook, environment);
    last = { run, environment, report };
    return report;
  };
}

function sameEnvironment(left: Environment, right: Environment): boolean {
  return left.facts === right.facts && left.region === right.region && left.online === right.online;
}

function reportOf(run: Run, notebook: Notebook, environment: Environment): Report {
  const requests = readRequests(run.records, run);
  const { findings, verdicts, questions, gaps } = judge(requests, environment);
  return {
    requests,
    findings: findings
      .map(({ proposals, ...finding }): Finding => {
        const request = requests[finding.request];
        if (!request) return { ...finding, fixes: [], asks: [] };
        const write: WriteFields = (of, changes) => dialectOf(of)?.write(of, changes, notebook);
        const writeMember = isPython(request)
          ? (edit: MemberEdit) => writeMemberEdit(edit, notebook)
          : undefined;
        return { ...finding, ...resolveFixes(proposals, request, environment, write, writeMember) };
      })
      .sort((a, b) => a.span.cell - b.span.cell || a.span.from - b.span.from),
    verdicts,
    questions,
    gaps,
    problems: [
      ...run.errors.map((span) => ({
        span,
        message: "This is not valid Python; the rest of the cell is checked",
      })),
      ...run.unfinished.map((cell) => ({
        span: { cell, from: 0, to: notebook.cells[cell]?.text.length ?? 0 },
        message: "This cell does more than a check can follow; jobs at its end may not be listed",
      })),
    ],
  };
}

/** Members of a command line or of a JSON file are not written as those of a call. */
function isPython({ client }: JobRequest): boolean {
  return client !== "aws-cli";
}

/**
 * Checks a notebook: which requests it would make of SageMaker, and what is wrong with them on the facts there are.
 * Pure: the same input gives the same report; no clock, no network, no exception for broken Python.
 */
export const check: Checker = (notebook, environment) => createChecker()(notebook, environment);
