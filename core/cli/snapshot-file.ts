import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { AccountReader } from "../src/account/account-reader.js";
import { createSnapshotReader } from "../src/account/snapshot-reader.js";
import { parseSnapshotFile } from "../src/account/snapshot.js";

/** @returns What a session asks then, and the region that the snapshot is of; or why it cannot be used. */
export function readSnapshot(
  path: string,
  cwd: string,
): { readonly openAccount: () => Promise<AccountReader> } | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(resolve(cwd, path), "utf8"));
  } catch (error) {
    return { problem: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
  const file = parseSnapshotFile(json);
  if (file === undefined) return { problem: "is no snapshot of sagemaker-preflight" };
  const reader = createSnapshotReader(file, path);
  return { openAccount: () => Promise.resolve(reader) };
}

/** Only for the user to read: a snapshot tells how an account is made. @returns Why it was not written, if so. */
export function writeNewFile(path: string, text: string): { readonly problem: string } | undefined {
  try {
    writeFileSync(path, text, { mode: 0o600 });
    return undefined;
  } catch (error) {
    return { problem: `cannot be written: ${error instanceof Error ? error.message : String(error)}` };
  }
}
