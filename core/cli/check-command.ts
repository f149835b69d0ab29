import type { CheckArguments } from "./arguments.js";
import type { CheckedOnline, OfflineWork, Outcome } from "./check-files.js";
import { checkSettings } from "./check-settings.js";
import { emptyTally, type FileResult } from "./file-result.js";
import { findFiles } from "./find-files.js";
import type { CommandHost } from "./main.js";
import { openCache } from "./open-cache.js";
import { policyFaultsIn, readPolicies } from "./policies.js";
import { byPath, printResults, renderingOf } from "./print-results.js";
import { printable } from "./terminal-text.js";
import { nothingFound, sayUnread } from "./unread-files.js";

/** `check` that changes nothing. */
export async function check(options: CheckArguments, host: CommandHost): Promise<0 | 1 | 2> {
  const found = findFiles(options.paths, host.cwd, options);
  const { files, errors } = found;
  sayUnread(errors, host);
  if (files.length === 0 && errors.length === 0) host.error(nothingFound(found));
  const settings = checkSettings(options, host);
  const rendering = renderingOf(options, host);
  const policies = await readPolicies(files, options, host);
  const cache = openCache(options, settings, rendering, policies, host);

  const results = new Map<string, FileResult>();
  for (const path of files) {
    const kept = cache?.find(path);
    if (kept !== undefined) results.set(path, kept);
  }
  const others = files.filter((path) => !results.has(path));
  const work = { settings, policies, rendering, cwd: host.cwd, withGrounds: cache !== undefined };
  const checked = await checkOthers(others, [...results.keys()], options, work, host);
  if (checked === undefined) return 2;
  for (const { result } of checked.outcomes) results.set(result.path, result);

  const told = files.flatMap((path) => results.get(path) ?? []);
  sayUnread(
    told.flatMap(({ path, error }) => (error === null ? [] : [{ path, error }])),
    host,
  );
  const unfound = errors.map((file) => ({ ...file, tally: emptyTally }));
  const code = printResults(
    byPath([...told, ...unfound]),
    {
      ...rendering,
      ...checked,
      offline: options.offline,
      failOn: options.failOn,
      policyFaults: policyFaultsIn(policies, host.cwd),
    },
    host,
  );
  if (cache !== undefined && checked.outcomes.length > 0) {
    for (const outcome of checked.outcomes) cache.keep(outcome);
    cache.save();
  }
  return policies.faults.length > 0 ? 2 : code;
}

/** @returns Undefined when the options cannot be followed, which is said. */
async function checkOthers(
  paths: readonly string[],
  kept: readonly string[],
  options: CheckArguments,
  work: OfflineWork,
  host: CommandHost,
): Promise<CheckedOnline | undefined> {
  let snapshot;
  if (options.snapshot !== undefined) {
    const { readSnapshot } = await import("./snapshot-file.js");
    const read = readSnapshot(options.snapshot, host.cwd);
    if ("problem" in read) {
      host.error(`${printable(options.snapshot)}: ${printable(read.problem)}\n`);
      return undefined;
    }
    snapshot = read;
  }
  if (paths.length === 0) return { outcomes: [] };
  const { checkOnline, createOfflineCheck } = await import("./check-files.js");
  if (!options.offline) return checkOnline(paths, kept, options, work, snapshot, host);
  const checkOne = createOfflineCheck(work, await host.loadChecker());
  return { outcomes: await checkOffline(paths, work, checkOne, options.threads, host) };
}

async function checkOffline(
  paths: readonly string[],
  work: OfflineWork,
  checkOne: (path: string) => Promise<Outcome>,
  count: number | undefined,
  host: CommandHost,
): Promise<readonly Outcome[]> {
  if (host.thread === undefined || count === 1 || paths.length < fewFiles) {
    const outcomes: Outcome[] = [];
    for (const path of paths) outcomes.push(await checkOne(path));
    return outcomes;
  }
  const { checkInThreads } = await import("./check-in-threads.js");
  return checkInThreads(paths, work, checkOne, {
    program: host.thread,
    ...(count === undefined ? {} : { count }),
    onFailure: (message) => {
      host.error(`A thread ended early, and its files were checked without it: ${printable(message)}\n`);
    },
  });
}

/** So few are checked before another thread has started. */
const fewFiles = 4;
