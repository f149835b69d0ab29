import { parseArgs } from "node:util";
import { regionPattern } from "../src/account/region-name.js";
import { jobNouns } from "../src/submitted/job-reference.js";
import { failLevels, type FailOn } from "./fail-on.js";
import { formats, type Format } from "./file-result.js";
import { readIgnoreLine } from "./ignore-line.js";

/** What all commands take. */
export interface CommonArguments {
  readonly format: Format;
  readonly offline: boolean;
  readonly profile?: string;
  readonly region?: string;
  readonly sdkVersion?: string;
  /** The ARN of the role that `get_execution_role()` gives where the notebooks will run. */
  readonly executionRole?: string;
  /** A policy file instead of the nearest one of each notebook. */
  readonly policy?: string;
  readonly failOn: FailOn;
  readonly colours: boolean;
  readonly verbose: boolean;
}

export interface CacheArguments {
  /** Whether what was found is kept for later runs. */
  readonly cache: boolean;
  /** Where, if the user says so. */
  readonly cacheFolder?: string;
}

export interface SearchArguments {
  /** Lines as of a .gitignore in the current folder. */
  readonly exclude: readonly string[];
  readonly respectGitignore: boolean;
}

export interface CheckArguments extends CommonArguments, CacheArguments, SearchArguments {
  readonly paths: readonly string[];
  readonly fix: boolean;
  /** Print what `fix` would write, and write nothing. */
  readonly diff: boolean;
  /** A snapshot file to ask instead of AWS. */
  readonly snapshot?: string;
  /** How many threads check files, if the user says so. */
  readonly threads?: number;
}

export interface SnapshotArguments extends CommonArguments, SearchArguments {
  /** Files whose jobs are asked for besides the account's networks and keys. */
  readonly paths: readonly string[];
  readonly output: string;
}

export interface JobArguments extends CommonArguments {
  /** Names or ARNs. */
  readonly names: readonly string[];
  /** One of `jobNouns`; absent: the usual kinds are tried. */
  readonly kind?: string;
  /** Also list the account, to say what to set. */
  readonly suggest: boolean;
}

export type Command =
  | { readonly command: "check"; readonly arguments: CheckArguments }
  | { readonly command: "job"; readonly arguments: JobArguments }
  | { readonly command: "snapshot"; readonly arguments: SnapshotArguments }
  | { readonly command: "clean"; readonly arguments: CacheArguments }
  | { readonly command: "help" | "version" }
  /** What is wrong with the command line, for stderr. */
  | { readonly command: "usage error"; readonly problem: string };

export const helpText = `\
Usage: sagemaker-preflight check PATH… [options]
       sagemaker-preflight job NAME… [options]
       sagemaker-preflight snapshot [PATH…] --output FILE [options]
       sagemaker-preflight clean

check  Checks the SageMaker jobs of notebooks (.ipynb), Python files (.py) and shell scripts (.sh) before they are
       submitted. Folders are searched. Nothing of a notebook is run, and AWS is only read.
job    Judges by the same rules what SageMaker has already: NAME is the name or the ARN of a training, processing,
       tuning, transform or AutoML job or of a model, or the ARN of a pipeline's execution.
snapshot
       Writes down what AWS says of the account's networks and keys, and of what the jobs in PATH name, so that others
       can check without asking: check --snapshot FILE.
clean  Removes what check keeps for later runs (see --cache-dir).

Options:
  --format FORMAT      How to print the findings: text (otherwise), json; check: also github, the annotations of GitHub's
                       workflows, and sarif, SARIF 2.1.0 for code scanning.
  --fail-on SEVERITY   check, job: the least grave findings with which the exit code is 1: error (otherwise), warning,
                       info or never. What only breaks the team's policy is a warning.
  --exclude GLOB       check, snapshot: leave out what matches, as a line of .gitignore in this folder would; may be
                       repeated. A file that is named itself is always checked.
  --no-respect-gitignore
                       check, snapshot: also search what the repository's .gitignore files name.
  --fix                Write the safe fixes into the files: what is missing, with values of the account.
  --diff               Print what --fix would write as a unified diff, and write nothing.
  --kind KIND          job: what NAME is the name of, for instance endpoint-config; --kind help lists all.
  --suggest            job: also say what to set instead; that lists the account's subnets, groups and keys.
  --snapshot FILE      check: ask a snapshot file instead of AWS; its account and age are printed.
  --output FILE        snapshot: where to write it.
  --offline            Do not ask AWS: checks only what the files themselves show.
  --no-cache           check: neither use nor keep what was found in files that ask nothing of AWS; the environment
                       variable SAGEMAKER_PREFLIGHT_NO_CACHE says the same.
  --cache-dir FOLDER   check, clean: where that is kept, instead of SAGEMAKER_PREFLIGHT_CACHE_DIR or a folder among the
                       user's caches. Files are read again and compared by content; facts of AWS are never kept.
  --threads N          check --offline: how many threads check files; otherwise as many as the machine has processors,
                       where there are files enough.
  --profile NAME       The AWS profile to ask with; otherwise what AWS_PROFILE and the default chain give.
  --region NAME        The region where a notebook names none; otherwise the profile's.
  --sdk-version V      The version of the SageMaker Python SDK that the notebooks run with, where they do not install
                       one themselves: 2.257.7, or just 2 or 3.
  --execution-role ARN What get_execution_role() gives where the notebooks will run; in SageMaker Studio that is known.
  --policy FILE        The team's policy instead of the sagemaker-preflight.yaml nearest to each file, in its folder or
                       above; the machine's policy applies with either.
  --no-color           No colours; the environment variable NO_COLOR says the same.
  --verbose            Also list each job and what could not be told about it.
  --version            Print the version.
  --help               Print this.

Exit code: 0 no error found (warnings do not count, see --fail-on), 1 a finding of severity error, 2 the command line or a
policy file is wrong, a file could not be read or written, or a job could not be read; the others are still checked.
`;

export function readArguments(argv: readonly string[]): Command {
  if (argv.length === 0) return { command: "help" };
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    return usageError(error instanceof Error ? firstSentence(error.message) : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { command: "help" };
  if (values.version === true) return { command: "version" };
  const [command, ...operands] = positionals;
  if (command === "help") return { command: "help" };
  if (command !== "check" && command !== "job" && command !== "snapshot" && command !== "clean")
    return usageError(command === undefined ? "No command" : unknownCommand(command));
  const stray = onlyFor.find(({ option, of }) => values[option] !== undefined && !of.includes(command));
  if (stray !== undefined) return usageError(`--${stray.option} is of the command ${stray.of.join(" and ")}`);
  const caching: CacheArguments = {
    cache: values["no-cache"] !== true,
    ...(values["cache-dir"] === undefined ? {} : { cacheFolder: values["cache-dir"] }),
  };
  if (command === "clean")
    return operands.length === 0
      ? { command, arguments: caching }
      : usageError("clean takes no path: --cache-dir says where");
  const {
    format = "text",
    "fail-on": failOn = "error",
    profile,
    region,
    "sdk-version": sdkVersion,
    "execution-role": executionRole,
  } = values;
  if (!isFormat(format)) return usageError(`Unknown format '${format}', use ${formats.join(", ")}`);
  if (!isFailLevel(failOn)) return usageError(`--fail-on takes ${failLevels.join(", ")}, not '${failOn}'`);
  if (command !== "check" && format !== "text" && format !== "json")
    return usageError(`--format ${format} is of the command check`);
  if (region !== undefined && !new RegExp(regionPattern).test(region))
    return usageError(`'${region}' is no region, use for instance us-east-1`);
  if (sdkVersion !== undefined && !/^\d+(?:\.\w+)*$/.test(sdkVersion))
    return usageError(`'${sdkVersion}' is no version, use for instance 2.257.7 or 3`);
  if (executionRole !== undefined && !/^arn:[^:]+:iam::\d{12}:role\/./.test(executionRole))
    return usageError(`'${executionRole}' is no role's ARN, use arn:aws:iam::ACCOUNT:role/NAME`);
  const common: CommonArguments = {
    format,
    failOn,
    offline: values.offline === true,
    ...(profile === undefined ? {} : { profile }),
    ...(region === undefined ? {} : { region }),
    ...(sdkVersion === undefined ? {} : { sdkVersion }),
    ...(executionRole === undefined ? {} : { executionRole }),
    ...(values.policy === undefined ? {} : { policy: values.policy }),
    colours: values["no-color"] !== true,
    verbose: values.verbose === true,
  };
  if (command === "job") return jobCommand(operands, values, common);
  const { snapshot, output, threads } = values;
  const search: SearchArguments = {
    exclude: values.exclude ?? [],
    respectGitignore: values["no-respect-gitignore"] !== true,
  };
  const useless = search.exclude.find((glob) => readIgnoreLine(glob) === undefined);
  if (useless !== undefined)
    return usageError(`--exclude '${useless}' fits nothing, as a line of .gitignore`);
  if (command === "snapshot") {
    if (output === undefined) return usageError("snapshot needs --output FILE");
    if (common.offline) return usageError("snapshot reads the account: it cannot be offline");
    return { command, arguments: { ...common, ...search, paths: operands, output } };
  }
  if (snapshot !== undefined && (common.offline || profile !== undefined))
    return usageError("--snapshot asks nobody: it goes without --offline and --profile");
  if (threads !== undefined && !/^[1-9]\d{0,2}$/.test(threads))
    return usageError(`'${threads}' is no number of threads, use 1 or more`);
  if (operands.length === 0) return usageError("check needs a path: a notebook, a Python file or a folder");
  if (values.diff === true && (values.fix === true || format !== "text"))
    return usageError(
      `--diff writes nothing and prints a diff: it goes without --${values.fix ? "fix" : `format ${format}`}`,
    );
  return {
    command,
    arguments: {
      ...common,
      ...caching,
      ...search,
      paths: operands,
      fix: values.fix === true,
      diff: values.diff === true,
      ...(snapshot === undefined ? {} : { snapshot }),
      ...(threads === undefined ? {} : { threads: Number(threads) }),
    },
  };
}

function isFormat(text: string): text is Format {
  return formats.some((one) => one === text);
}

function isFailLevel(text: string): text is FailOn {
  return failLevels.some((one) => one === text);
}

function jobCommand(
  names: readonly string[],
  { kind, suggest }: { readonly kind?: string | undefined; readonly suggest?: boolean | undefined },
  common: CommonArguments,
): Command {
  if (kind !== undefined && !jobNouns.includes(kind))
    return usageError(
      `${kind === "help" ? "--kind takes" : `Unknown kind '${kind}', use`} ${jobNouns.join(", ")}`,
    );
  if (names.length === 0) return usageError("job needs a name or an ARN");
  if (common.offline) return usageError("job reads what SageMaker has: it cannot be offline");
  return {
    command: "job",
    arguments: { ...common, names, ...(kind === undefined ? {} : { kind }), suggest: suggest === true },
  };
}

const options = {
  format: { type: "string" },
  "fail-on": { type: "string" },
  exclude: { type: "string", multiple: true },
  "no-respect-gitignore": { type: "boolean" },
  fix: { type: "boolean" },
  diff: { type: "boolean" },
  kind: { type: "string" },
  suggest: { type: "boolean" },
  snapshot: { type: "string" },
  output: { type: "string", short: "o" },
  offline: { type: "boolean" },
  profile: { type: "string" },
  region: { type: "string" },
  "sdk-version": { type: "string" },
  "execution-role": { type: "string" },
  policy: { type: "string" },
  "no-color": { type: "boolean" },
  "no-cache": { type: "boolean" },
  "cache-dir": { type: "string" },
  threads: { type: "string" },
  verbose: { type: "boolean" },
  version: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Options that mean something to some commands only. */
const onlyFor: readonly {
  readonly option: keyof typeof options;
  readonly of: readonly Command["command"][];
}[] = [
  { option: "exclude", of: ["check", "snapshot"] },
  { option: "no-respect-gitignore", of: ["check", "snapshot"] },
  { option: "fail-on", of: ["check", "job"] },
  { option: "fix", of: ["check"] },
  { option: "diff", of: ["check"] },
  { option: "kind", of: ["job"] },
  { option: "suggest", of: ["job"] },
  { option: "snapshot", of: ["check"] },
  { option: "output", of: ["snapshot"] },
  { option: "no-cache", of: ["check"] },
  { option: "threads", of: ["check"] },
  { option: "cache-dir", of: ["check", "clean"] },
];

function usageError(problem: string): Command {
  return { command: "usage error", problem };
}

function unknownCommand(command: string): string {
  const isPath = /[./\\]/.test(command);
  return `Unknown command '${command}'${isPath ? `, is 'check ${command}' meant?` : ""}`;
}

/** Node adds advice about `--` to what it says of unknown options. */
function firstSentence(message: string): string {
  return message.split(". ", 1)[0] ?? message;
}
