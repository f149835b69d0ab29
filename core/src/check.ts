import { resolveExecutionRole, type ExecutionRole, type ResolvedRole } from "./account/execution-role.js";
import { questionKey, type Question } from "./account/question.js";
import { sagemakerSdk, sagemakerSdkThree } from "./catalog/sagemaker.js";
import { RequestReader, type ReadNotebook } from "./dialects/read-requests.js";
import { SdkLibrary } from "./dialects/sdk-library.js";
import { installedSdk, refusedByImport, sdkWrittenFor, type SdkMajor } from "./dialects/sdk-version.js";
import type { Environment } from "./environment.js";
import { FileWriter } from "./fixes/file-writer.js";
import { FixWriter } from "./fixes/fix-writer.js";
import { resolveFixes } from "./fixes/resolve-fixes.js";
import { besideValue, mergeFindings } from "./merge-findings.js";
import type { Notebook } from "./notebook/notebook.js";
import { unreadLanguage } from "./notebook/language.js";
import type { CredentialsSet } from "./notebook/credentials-set.js";
import { NotebookTextReader, type NotebookText } from "./notebook-text.js";
import { mayBeIgnored, noPolicy } from "./policy/team-policy.js";
import { NotebookRunner, type Run } from "./python/run-notebook.js";
import type { Surroundings } from "./python/surroundings.js";
import type { TextChange } from "./python/text-version.js";
import type { Finding, Report } from "./report.js";
import { askedAs, whyNotOwn } from "./requests/asked-as.js";
import { unlessBroken } from "./requests/broken-call.js";
import { Moves } from "./requests/moves.js";
import type { JobRequest } from "./requests/request.js";
import { settingsOfRequest } from "./requests/settings.js";
import { IgnoreComments, withVainComment } from "./rules/ignore-comments.js";
import { judge, Judged, mostJudged } from "./rules/judge.js";
import { findingsInComments } from "./rules/written-comments.js";
import { findingsInPolicies } from "./rules/written-policies.js";

export type Checker = (notebook: Notebook, environment: Environment) => Report;

/**
 * A check that remembers what it read, for a host that checks the same notebook again and again: after an edit only
 * what depends on it is evaluated anew. The reports are those of `check`.
 */
export function createChecker(): Checker {
  let sdk = readerFor(undefined);
  const texts = new NotebookTextReader();
  let last:
    | {
        run: Run;
        environment: Environment;
        sdkVersion: string | undefined;
        text: NotebookText;
        report: Report;
      }
    | undefined;
  let judged = new Judged();
  return (notebook, environment) => {
    const text = texts.read(notebook);
    const writtenFor = sdkWrittenFor(text.sdk, environment.sdkVersion);
    if (writtenFor !== sdk.writtenFor) {
      sdk = readerFor(writtenFor);
      last = undefined;
    }
    const role = roleHere(environment, text.credentials);
    const run = sdk.runner.run(notebook, surroundingsOf(environment, role));
    // A cell that installs the SDK need not be one that a job depends on
    const sdkVersion = installedSdk(text.sdk, environment.sdkVersion);
    if (last?.sdkVersion !== sdkVersion || !sameEnvironment(last?.environment, environment))
      judged = new Judged();
    // How a fix is written hangs on names, imports and line lengths of all cells, whether or not a job depends on them
    else if (last?.run === run && last.text.isAnsweredAs(text) && isSilent(last.report, notebook))
      return last.report;
    const changes = last?.run === run ? new Map<number, TextChange>() : sdk.runner.changes;
    const moves = changes && new Moves(changes);
    const read = sdk.reader.read(run, moves);
    const asked = read.requests.map((one) =>
      askedAs(unlessBroken(refusedByImport(one, sdkVersion), run.errors), text.credentials, environment),
    );
    const requests = moves ? judged.follow(asked, last?.report.requests ?? [], moves) : asked;
    const files = new FileWriter(requests, environment.files, (other) => {
      const { runner, reader } = readerFor(writtenFor);
      const surroundings = surroundingsOf({ ...environment, files: other }, role);
      return reader.read(runner.run(notebook, surroundings), undefined).requests;
    });
    const known = withSdk(environment, sdkVersion);
    const report = reportOf(run, { ...read, requests }, notebook, known, judged, role, files, text);
    last = { run, environment, sdkVersion, text, report };
    return report;
  };
}

/** Writes into the requests of a report of this very text. */
export function fixWriterFor(
  requests: Report["requests"],
  notebook: Notebook,
  environment: Environment,
): FixWriter {
  const text = new NotebookTextReader().read(notebook);
  const { runner } = readerFor(sdkWrittenFor(text.sdk, environment.sdkVersion));
  const role = roleHere(environment, text.credentials);
  return new FixWriter(requests, notebook, runner.run(notebook, surroundingsOf(environment, role)));
}

/** What `get_execution_role()` gives; what rests on who asks is not known where the notebook asks as somebody else. */
function roleHere(environment: Environment, set: CredentialsSet): ResolvedRole | undefined {
  const { executionRole } = environment;
  const isNamed = executionRole !== undefined && "arn" in executionRole;
  if (!isNamed && whyNotOwn(set, environment) !== undefined) return undefined;
  return resolveExecutionRole(executionRole, environment);
}

/** What the evaluator may look at. */
function surroundingsOf(
  { files, sdkDefaults }: Environment,
  executionRole: ResolvedRole | undefined,
): Surroundings {
  return {
    ...(files === undefined ? {} : { files }),
    ...(sdkDefaults === undefined ? {} : { sdkDefaults }),
    ...(executionRole === undefined ? {} : { executionRole }),
  };
}

function withQuestions(questions: readonly Question[], more: readonly Question[]): readonly Question[] {
  if (more.length === 0) return questions;
  return [...new Map([...questions, ...more].map((one) => [questionKey(one), one])).values()];
}

/** What would tell the role, where a job has it and its value is not known yet. */
function asksOfRole(requests: readonly JobRequest[], role: ResolvedRole | undefined): readonly Question[] {
  if (role?.state !== "unknown" || role.asks.length === 0) return [];
  const isOpen = requests.some((request) => {
    const path = settingsOfRequest(request)?.roleArn;
    return path !== undefined && request.fields.get(path)?.why === role.why;
  });
  return isOpen ? role.asks : [];
}

/** The environment with the SDK that the notebook installs, where it installs one. */
function withSdk(environment: Environment, sdkVersion: string | undefined): Environment {
  const { sdkVersion: ofHost, ...rest } = environment;
  if (ofHost === sdkVersion) return environment;
  return { ...rest, ...(sdkVersion === undefined ? {} : { sdkVersion }) };
}

function readerFor(writtenFor: SdkMajor | undefined) {
  const library = new SdkLibrary(
    writtenFor === 3 ? sagemakerSdkThree : sagemakerSdk,
    writtenFor !== undefined,
  );
  return {
    writtenFor,
    runner: new NotebookRunner(library, library),
    reader: new RequestReader(),
  };
}

/** A report that the next one can be, where nothing that is judged has changed: no place is in it. */
function isSilent({ findings, unread }: Report, notebook: Notebook): boolean {
  return findings.length === 0 && unread === undefined && unreadLanguage(notebook) === undefined;
}

function sameEnvironment(left: Environment | undefined, right: Environment): boolean {
  // What is in files is the run's to compare
  return (
    left?.facts === right.facts &&
    left.region === right.region &&
    left.profile === right.profile &&
    left.kernel?.profile === right.kernel?.profile &&
    left.kernel?.credentials === right.kernel?.credentials &&
    left.online === right.online &&
    left.isSubmitted === right.isSubmitted &&
    left.sdkVersion === right.sdkVersion &&
    left.policy === right.policy &&
    sameRole(left.executionRole, right.executionRole)
  );
}

function sameRole(left: ExecutionRole | undefined, right: ExecutionRole | undefined): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

function reportOf(
  run: Run,
  { requests, objects }: ReadNotebook,
  notebook: Notebook,
  environment: Environment,
  judged: Judged,
  role: ResolvedRole | undefined,
  files: FileWriter,
  text: NotebookText,
): Report {
  const { findings, verdicts, questions, gaps } = judge(requests, environment, undefined, judged, text);
  const writer = new FixWriter(requests, notebook, run);
  const ofValues = new Map<Finding, string>();
  const resolved = findings
    .map(({ proposals, ...finding }): Finding => {
      const request = requests[finding.request];
      if (!request) return { fixes: [], asks: [], ...finding };
      const { fixes, asks, unwritten } = resolveFixes(
        proposals,
        request,
        environment,
        writer.write,
        writer.memberWriterOf(request),
        (of, changes, where) => files.write(of, changes, where),
      );
      const remedy = unwritten ? writer.whyNotWritten(request, unwritten) : finding.remedy;
      const told = {
        fixes: fixes.map((fix) => writer.described(fix, request)),
        asks,
        ...finding,
        ...(remedy === undefined ? {} : { remedy }),
      };
      const beside = besideValue(proposals, request);
      if (beside !== undefined) ofValues.set(told, beside);
      return told;
    })
    .concat(findingsInPolicies(text.conditionKeys, environment))
    .concat(findingsInComments(text.ignores, environment))
    .sort((a, b) => a.span.cell - b.span.cell || a.span.from - b.span.from);
  const { policy = noPolicy } = environment;
  const comments = new IgnoreComments(text.ignores, notebook);
  const commentOn = (finding: Finding) => comments.about(finding, requests[finding.request]?.span);
  const ignored = resolved.filter(
    (finding) => mayBeIgnored(finding.rule, policy) && commentOn(finding) !== undefined,
  );
  const unread = unreadLanguage(notebook);
  return {
    requests,
    objects,
    findings: writer
      .withDefinitions(
        mergeFindings(
          resolved.filter((finding) => !ignored.includes(finding)),
          ofValues,
        ),
      )
      .map((finding) => withVainComment(finding, commentOn(finding), policy)),
    ignored,
    verdicts,
    questions: withQuestions(questions, environment.online ? asksOfRole(requests, role) : []),
    gaps,
    files: run.files,
    problems: [
      ...(unread === undefined
        ? []
        : [
            {
              span: { cell: unread.cell, from: 0, to: 0 },
              message: `The notebook's language is ${unread.language}: only Python and shell scripts are checked`,
            },
          ]),
      ...run.errors.map((span) => ({
        span,
        message: "This is not valid Python; the rest of the cell is checked",
      })),
      ...run.unfinished.map((cell) => ({
        span: { cell, from: 0, to: notebook.cells[cell]?.text.length ?? 0 },
        message: "This cell does more than a check can follow; jobs at its end may not be listed",
      })),
      ...requests.slice(mostJudged, mostJudged + 1).map(({ span }) => ({
        span,
        message: `This notebook starts more than ${mostJudged} jobs; those from here on are listed and not judged`,
      })),
    ],
    ...(unread === undefined ? {} : { unread: unread.language }),
  };
}

/**
 * Checks a notebook: which requests it would make of SageMaker, and what is wrong with them on the facts there are.
 * Pure: the same input gives the same report; no clock, no network, no exception for broken Python.
 */
export const check: Checker = (notebook, environment) => createChecker()(notebook, environment);
