import type { AccountReader } from "../src/account/account-reader.js";
import type { PolicyFile } from "../src/policy/found-policies.js";
import type { PolicyOfFiles } from "../src/team-policy.js";
import { helpText, readArguments } from "./arguments.js";
import type { Check } from "./check-session.js";
import { printable } from "./terminal-text.js";
import { version } from "./version.js";

/** What the command line needs of the world around it; tests give their own. */
export interface CommandHost {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly machine: { readonly platform: NodeJS.Platform; readonly home: string };
  readonly isTerminal: boolean;
  readonly now: () => number;
  /** Tells this program from every other version of it. Absent: what was found is not kept for later runs. */
  readonly build?: string;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** The program of a thread that checks files. Absent: all are checked in this one. */
  readonly thread?: URL;
  /** Loaded when there are files to check. */
  readonly loadChecker: () => Promise<() => Check>;
  /** Loaded when there is a policy file. */
  readonly loadPolicyReader: () => Promise<(files: readonly PolicyFile[]) => PolicyOfFiles>;
  /** Loaded when there is something to ask. */
  readonly openAccount: (account: { profile?: string; region?: string }) => Promise<AccountReader>;
}

/** @returns The exit code: 0 no error, 1 a finding of severity error (or what --fail-on says), 2 a usage, read or write error. */
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
      host.error(
        `sagemaker-preflight: ${asSentence(printable(command.problem))} Try 'sagemaker-preflight --help'.\n`,
      );
      return 2;
    // Each is loaded when it is called: a check of files that did not change needs little of the program
    case "check": {
      const { fix, diff } = command.arguments;
      return fix || diff
        ? (await import("./fix-command.js")).fix(command.arguments, host)
        : (await import("./check-command.js")).check(command.arguments, host);
    }
    case "job":
      return (await import("./job-command.js")).judgeJobs(command.arguments, host);
    case "snapshot":
      return (await import("./snapshot-command.js")).writeSnapshot(command.arguments, host);
    case "clean":
      return (await import("./clean-command.js")).clean(command.arguments, host);
  }
}

function asSentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}
