import { dirname, resolve } from "node:path";
import { readFileBeside } from "../aws/read-file-beside.js";
import { sdkDefaultsPlaces } from "../aws/sdk-defaults-places.js";
import type { AccountReader } from "../src/account/account-reader.js";
import { toSnapshotJson } from "../src/account/snapshot.js";
import type { Report } from "../src/report.js";
import type { PolicyFile, PolicyOfFiles } from "../src/team-policy.js";
import {
  helpText,
  readArguments,
  type CheckArguments,
  type CommonArguments,
  type JobArguments,
  type SnapshotArguments,
} from "./arguments.js";
import { CheckSession, type Check } from "./check-session.js";
import type { CheckedFile } from "./checked-file.js";
import { findFiles } from "./find-files.js";
import { findJobs } from "./find-jobs.js";
import { fixFiles } from "./fix-files.js";
import { jsonReport } from "./json-report.js";
import { readNotebookFile, replaceFile, type NotebookFile } from "./notebook-file.js";
import { readPolicies, type Policies } from "./policies.js";
import { printable } from "./terminal-text.js";
import { readSnapshot, writeNewFile } from "./snapshot-file.js";
import { takeSnapshot } from "./take-snapshot.js";
import { unifiedDiff } from "./unified-diff.js";
import { textReport } from "./text-report.js";
import { version } from "./version.js";

/** What the command line needs of the world around it; tests give their own. */
export interface CommandHost {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly machine: { readonly platform: NodeJS.Platform; readonly home: string };
  readonly isTerminal: boolean;
  readonly now: () => number;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Loaded when there are files to check. */
  readonly loadChecker: () => Promise<() => Check>;
  /** Loaded when there is a policy file. */
  readonly loadPolicyReader: () => Promise<(files: readonly PolicyFile[]) => PolicyOfFiles>;
  /** Loaded when there is something to ask. */
  readonly openAccount: (account: { profile?: string; region?: string }) => Promise<AccountReader>;
}

/** @returns The exit code: 0 no error, 1 a finding of severity error, 2 a usage, read or write error. */
export async function main(argv: readonly string[], host: CommandHost): Promise<0 | 1 | 2> {
  const command = readArguments(argv);
  switch (command.command) {
    case "help":
      host.out(helpText);
      return 0;
    case "version":
      host.out(`${version}\n`);
      return 0;
    case "usage error":
      host.error(`sagemaker-preflight: ${printable(command.problem)}. Try 'sagemaker-preflight --help'.\n`);
      return 2;
    case "check":
      return check(command.arguments, host);
    case "job":
      return judgeJobs(command.arguments, host);
    case "snapshot":
      return writeSnapshot(command.arguments, host);
  }
}

async function check(options: CheckArguments, host: CommandHost): Promise<0 | 1 | 2> {
  const { read, unread } = readFiles(options.paths, host);
  const asked = options.snapshot === undefined ? undefined : readSnapshot(options.snapshot, host.cwd);
  if (asked !== undefined && "problem" in asked) {
    host.error(`${printable(options.snapshot ?? "")}: ${printable(asked.problem)}\n`);
    return 2;
  }
  const policies = await policiesOf(
    read.map(({ notebook }) => notebook.uri),
    options,
    host,
  );
  const session = new CheckSession({
    ...(await sessionOptions(options, host)),
    ...asked,
    policyOf: policies.of,
  });
  const reports = await session.check(
    read.map(({ notebook }) => notebook),
    { withChoices: options.fix || options.diff || options.format === "json" },
  );
  const isIncomplete = unread.length > 0 || policies.problems.length > 0;
  if (options.diff) return printDiff(session, read, reports, isIncomplete, host);
  const checked = options.fix
    ? await fixAndWrite(session, read, reports, host)
    : read.map(({ notebook }, i) => checkedFile(notebook.uri, notebook, reports[i]));

  const code = print(inOrder([...checked, ...unread]), session, options, host);
  return isIncomplete ? 2 : code;
}

/** Tells at once what is wrong with a policy file. */
async function policiesOf(
  uris: readonly string[],
  { policy, verbose }: CommonArguments,
  host: CommandHost,
): Promise<Policies> {
  const policies = await readPolicies(uris, {
    cwd: host.cwd,
    machine: { platform: host.machine.platform, environment: host.environment },
    ...(policy === undefined ? {} : { explicit: policy }),
    loadReader: host.loadPolicyReader,
  });
  for (const problem of policies.problems) host.error(`${printable(problem)}\n`);
  if (verbose) for (const path of policies.paths) host.error(`Policy: ${printable(path)}\n`);
  return policies;
}

function readFiles(paths: readonly string[], host: CommandHost) {
  const found = findFiles(paths, host.cwd);
  const unread: CheckedFile[] = [...found.errors];
  const read: NotebookFile[] = [];
  for (const path of found.files) {
    const result = readNotebookFile(resolve(host.cwd, path), path);
    if ("problem" in result) unread.push({ path, error: result.problem });
    else read.push(result.file);
  }
  for (const { path, error } of unread) host.error(`${printable(path)}: ${printable(error ?? "")}\n`);
  if (found.files.length === 0 && unread.length === 0) host.error("No notebook or Python file there.\n");

  return { read, unread };
}

/** What AWS says of an account, for those who cannot ask. */
async function writeSnapshot(options: SnapshotArguments, host: CommandHost): Promise<0 | 2> {
  const session = new CheckSession({ ...(await sessionOptions(options, host)), ...unhurried });
  const { read, unread } = options.paths.length === 0 ? nothingRead : readFiles(options.paths, host);
  await session.check(
    read.map(({ notebook }) => notebook),
    { withChoices: true },
  );
  const taken = await takeSnapshot(session, options.region);
  if ("problem" in taken) {
    host.error(`sagemaker-preflight: ${printable(taken.problem)}\n`);
    return 2;
  }
  const { file, gaps } = taken;
  const failed = writeNewFile(resolve(host.cwd, options.output), `${JSON.stringify(toSnapshotJson(file))}\n`);
  if (failed !== undefined) {
    host.error(`${printable(options.output)}: ${printable(failed.problem)}\n`);
    return 2;
  }
  for (const gap of gaps) host.error(`Not in the snapshot. ${printable(gap)}\n`);
  const { account, region, facts } = file;
  host.out(`Wrote ${options.output}: account ${account}, ${region}, ${facts.length} answers.\n`);
  return unread.length > 0 ? 2 : 0;
}

/** An account may be large, and nobody waits at a keyboard. */
const unhurried = { budget: 300_000, roundDeadline: 120_000 };
const nothingRead = { read: [], unread: [] } as const;

/** Jobs that SageMaker has already, judged as if they were submitted now. */
async function judgeJobs(options: JobArguments, host: CommandHost): Promise<0 | 1 | 2> {
  const here = "jobs"; // they have no file: the policy of the folder that one is in
  const policies = await policiesOf([here], options, host);
  const session = new CheckSession({
    ...(await sessionOptions(options, host)),
    policyOf: () => policies.of(here),
  });
  const { found, missing } = await findJobs(session, options.names, options.kind);
  for (const { text, problem } of missing) host.error(`${printable(text)}: ${printable(problem)}\n`);
  const reports = await session.check(
    found.map(({ notebook }) => notebook),
    { withChoices: options.suggest || options.format === "json" },
  );
  const judged = found.map((job, i) => ({ ...checkedFile(job.notebook.uri, job.notebook, reports[i]), job }));
  const unread = missing.map(({ text, problem }): CheckedFile => ({ path: text, error: problem }));
  const code = print([...judged, ...unread], session, { ...options, fix: false }, host);
  return policies.problems.length > 0 ? 2 : code;
}

function print(
  files: readonly CheckedFile[],
  { account, failure }: CheckSession,
  options: CommonArguments & { readonly fix: boolean },
  host: CommandHost,
): 0 | 1 | 2 {
  if (options.format === "json")
    host.out(`${JSON.stringify(jsonReport(files, account, failure), null, 2)}\n`);
  else
    host.out(
      textReport(files, {
        ...options,
        now: host.now(),
        colours: options.colours && host.isTerminal && (host.environment.NO_COLOR ?? "") === "",
        ...(account === undefined ? {} : { account }),
        ...(failure === undefined ? {} : { failure }),
      }),
    );
  if (files.some(({ error }) => error !== null)) return 2;
  return files.some(({ report }) => report?.findings.some(({ severity }) => severity === "error")) ? 1 : 0;
}

async function sessionOptions(
  { offline, profile, region, sdkVersion, executionRole }: CommonArguments,
  host: CommandHost,
) {
  const account = {
    ...(profile === undefined ? {} : { profile }),
    ...(region === undefined ? {} : { region }),
  };
  // A profile brings its own region; otherwise the variables that the SDKs read decide without asking anything.
  const { AWS_REGION, AWS_DEFAULT_REGION } = host.environment;
  const known = [region, ...(profile === undefined ? [AWS_REGION, AWS_DEFAULT_REGION] : [])].find(Boolean);
  const sdkDefaults = sdkDefaultsPlaces({ ...host.machine, environment: host.environment });
  return {
    createChecker: await host.loadChecker(),
    readFile: (uri: string, path: string) =>
      readFileBeside(dirname(resolve(host.cwd, uri)), path, sdkDefaults),
    ...(sdkDefaults === undefined ? {} : { sdkDefaults }),
    ...(offline ? {} : { openAccount: () => host.openAccount(account) }),
    ...(known === undefined ? {} : { region: known }),
    ...(sdkVersion === undefined ? {} : { sdkVersion }),
    ...(executionRole === undefined ? {} : { executionRole: { arn: executionRole } }),
    now: host.now,
  };
}

async function fixAndWrite(
  session: CheckSession,
  files: readonly NotebookFile[],
  reports: Awaited<ReturnType<CheckSession["check"]>>,
  host: CommandHost,
): Promise<CheckedFile[]> {
  const fixed = await fixFiles(session, files, reports);
  return fixed.map(({ file, report, applied, problem }, i) => {
    const before = files[i]?.text;
    const path = file.notebook.uri;
    if (problem !== undefined) host.error(`${printable(path)}: ${printable(problem)}\n`);
    if (before === undefined || before === file.text)
      return { ...checkedFile(path, file.notebook, report), applied };
    const failed = replaceFile(file.path, before, file.text);
    if (failed === undefined) return { ...checkedFile(path, file.notebook, report), applied };
    host.error(`${printable(path)}: ${printable(failed.problem)}\n`);
    return { ...checkedFile(path, files[i]?.notebook, reports[i]), error: failed.problem, applied: [] };
  });
}

/** What `--fix` would write. The exit code is that of the files as they are. */
async function printDiff(
  session: CheckSession,
  files: readonly NotebookFile[],
  reports: readonly Report[],
  isIncomplete: boolean,
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
      : `${counted(fixes, "fix", "fixes")} in ${counted(changed, "file", "files")}; --fix writes them.\n`,
  );
  if (isIncomplete) return 2;
  return reports.some(({ findings }) => findings.some(({ severity }) => severity === "error")) ? 1 : 0;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function checkedFile(
  path: string,
  notebook: CheckedFile["notebook"],
  report: CheckedFile["report"],
): CheckedFile {
  return {
    path,
    error: null,
    ...(notebook === undefined ? {} : { notebook }),
    ...(report === undefined ? {} : { report }),
  };
}

function inOrder(files: readonly CheckedFile[]): readonly CheckedFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
