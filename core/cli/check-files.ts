import type { FileAnswer } from "../src/files/file-answer.js";
import type { CheckArguments } from "./arguments.js";
import { whoWasAsked } from "./asked-account.js";
import type { Check, CheckSession } from "./check-session.js";
import type { CheckSettings } from "./check-settings.js";
import type { AskedAccount, FileResult, Rendering } from "./file-result.js";
import { fingerprint, hashOf } from "./fingerprint.js";
import type { CommandHost } from "./main.js";
import { openOfflineSession, openSession } from "./open-session.js";
import type { Policies } from "./policies.js";
import { readFiles } from "./read-files.js";
import { renderFile } from "./render-file.js";
import type { readSnapshot } from "./snapshot-file.js";

/** What was found in a file. */
export interface Outcome {
  readonly result: FileResult;
  /** What it rests on, where that is only files and options; absent: it is of this moment. */
  readonly restsOn?: Grounds;
}

/** Hashes of what was read for a check. */
export interface Grounds {
  /** Of the file itself. */
  readonly text: string;
  /** By path as the check names it, of what the host answered: also that a file is not there. */
  readonly files: readonly (readonly [string, string])[];
}

export interface OfflineWork {
  readonly settings: CheckSettings;
  /** What the team asks. */
  readonly policies: Pick<Policies, "byFolder">;
  readonly rendering: Rendering;
  readonly cwd: string;
  /** Whether anybody wants to know what the outcomes rest on. */
  readonly withGrounds: boolean;
}

/** Checks one file at a time without an account, so that nothing of it stays in memory. */
export function createOfflineCheck(
  { settings, policies, rendering, cwd, withGrounds }: OfflineWork,
  createChecker: () => Check,
): (path: string) => Promise<Outcome> {
  return async (path) => {
    const {
      read: [file],
      unread,
    } = readFiles([path], cwd);
    const error = unread[0]?.error ?? null;
    if (file === undefined) return { result: renderFile({ path, error }, rendering) };
    const { notebook, text } = file;
    const session = openOfflineSession(settings, policies, cwd, createChecker);
    const [report] = await session.check([notebook], { withChoices: false });
    const checked = { path, error, notebook, text, ...(report === undefined ? {} : { report }) };
    const result = renderFile(checked, rendering);
    return withGrounds ? { result, restsOn: groundsOf(text, session.filesOf(path)) } : { result };
  };
}

export interface CheckedOnline {
  readonly outcomes: readonly Outcome[];
  readonly account?: AskedAccount;
  readonly failure?: string;
}

/**
 * Checks files together, asking AWS once for all.
 *
 * @param kept Files whose outcome is known as long as the account tells nothing that holds for all files: then they are
 * among the outcomes too.
 */
export async function checkOnline(
  paths: readonly string[],
  kept: readonly string[],
  options: CheckArguments,
  { policies, rendering, withGrounds }: Pick<OfflineWork, "policies" | "rendering" | "withGrounds">,
  snapshot: Exclude<ReturnType<typeof readSnapshot>, { problem: string }> | undefined,
  host: CommandHost,
): Promise<CheckedOnline> {
  const session = await openSession(options, host, policies, snapshot);
  const outcomes = await checkTogether(session, paths);
  if (session.isRoleNew) outcomes.push(...(await checkTogether(session, kept)));
  return { outcomes, ...whoWasAsked(session, host.now()) };

  async function checkTogether(on: CheckSession, these: readonly string[]): Promise<Outcome[]> {
    const { read, unread } = readFiles(these, host.cwd);
    const reports = await on.check(
      read.map(({ notebook }) => notebook),
      { withChoices: options.format === "json" },
    );
    const checked = read.map(({ notebook, text }, i): Outcome => {
      const report = reports[i];
      const path = notebook.uri;
      const result = renderFile(
        { path, error: null, notebook, text, ...(report === undefined ? {} : { report }) },
        rendering,
      );
      return withGrounds && !on.isOfAccount(path)
        ? { result, restsOn: groundsOf(text, on.filesOf(path)) }
        : { result };
    });
    return [...checked, ...unread.map((file) => ({ result: renderFile(file, rendering) }))];
  }
}

function groundsOf(text: string, files: ReadonlyMap<string, FileAnswer>): Grounds {
  return {
    text: hashOf(text),
    files: [...files].map(([path, answer]) => [path, fingerprint(answer)] as const),
  };
}
