import { parseArgs } from "node:util";

export interface CheckArguments {
  readonly paths: readonly string[];
  readonly format: "text" | "json";
  readonly fix: boolean;
  readonly offline: boolean;
  readonly profile?: string;
  readonly region?: string;
  readonly sdkVersion?: string;
  readonly colours: boolean;
  readonly verbose: boolean;
}

export type Command =
  | { readonly command: "check"; readonly arguments: CheckArguments }
  | { readonly command: "help" | "version" }
  /** What is wrong with the command line, for stderr. */
  | { readonly command: "usage error"; readonly problem: string };

export const helpText = `\
Usage: sagemaker-preflight check PATH… [options]

Checks the SageMaker jobs of notebooks (.ipynb), Python files (.py) and shell scripts (.sh) before they are submitted.
Folders are searched. Nothing of a notebook is run, and AWS is only read.

Options:
  --format text|json   How to print the findings (text).
  --fix                Write the safe fixes into the files: what is missing, with values of the account.
  --offline            Do not ask AWS: checks only what the files themselves show.
  --profile NAME       The AWS profile to ask with; otherwise what AWS_PROFILE and the default chain give.
  --region NAME        The region where a notebook names none; otherwise the profile's.
  --sdk-version V      The version of the SageMaker Python SDK that the notebooks run with, where they do not install
                       one themselves: 2.257.7, or just 2 or 3.
  --no-color           No colours; the environment variable NO_COLOR says the same.
  --verbose            Also list each job and what could not be told about it.
  --version            Print the version.
  --help               Print this.

Exit code: 0 no error found (warnings do not count), 1 a finding of severity error, 2 the command line is wrong or
a file could not be read or written; the other files are still checked.
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
  const [command, ...paths] = positionals;
  if (command === "help") return { command: "help" };
  if (command !== "check")
    return usageError(command === undefined ? "No command" : `Unknown command '${command}'`);
  if (paths.length === 0) return usageError("check needs a path: a notebook, a Python file or a folder");
  const { format = "text", profile, region, "sdk-version": sdkVersion } = values;
  if (format !== "text" && format !== "json")
    return usageError(`Unknown format '${format}', use text or json`);
  if (sdkVersion !== undefined && !/^\d+(?:\.\w+)*$/.test(sdkVersion))
    return usageError(`'${sdkVersion}' is no version, use for instance 2.257.7 or 3`);
  return {
    command: "check",
    arguments: {
      paths,
      format,
      fix: values.fix === true,
      offline: values.offline === true,
      ...(profile === undefined ? {} : { profile }),
      ...(region === undefined ? {} : { region }),
      ...(sdkVersion === undefined ? {} : { sdkVersion }),
      colours: values["no-color"] !== true,
      verbose: values.verbose === true,
    },
  };
}

const options = {
  format: { type: "string" },
  fix: { type: "boolean" },
  offline: { type: "boolean" },
  profile: { type: "string" },
  region: { type: "string" },
  "sdk-version": { type: "string" },
  "no-color": { type: "boolean" },
  verbose: { type: "boolean" },
  version: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

function usageError(problem: string): Command {
  return { command: "usage error", problem };
}

/** Node adds advice about `--` to what it says of unknown options. */
function firstSentence(message: string): string {
  return message.split(". ", 1)[0] ?? message;
}
