import { resolve } from "node:path";
import { toSnapshotJson } from "../src/account/snapshot.js";
import type { SnapshotArguments } from "./arguments.js";
import type { CommandHost } from "./main.js";
import { openSession } from "./open-session.js";
import { readPolicies } from "./policies.js";
import { findAndRead } from "./read-files.js";
import { writeNewFile } from "./snapshot-file.js";
import { takeSnapshot } from "./take-snapshot.js";
import { printable } from "./terminal-text.js";

/** What AWS says of an account, for those who cannot ask. */
export async function writeSnapshot(options: SnapshotArguments, host: CommandHost): Promise<0 | 2> {
  const { read, unread } =
    options.paths.length === 0 ? nothingRead : findAndRead(options.paths, options, host);
  const uris = read.map(({ notebook }) => notebook.uri);
  const session = await openSession(options, host, await readPolicies(uris, options, host), unhurried);
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
