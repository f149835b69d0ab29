import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { AccountReader } from "../src/account/account-reader.js";
import { createSnapshotReader } from "../src/account/snapshot-reader.js";
import { parseSnapshotFile } from "../src/account/snapshot.js";
import { whyUnreadable } from "./find-files.js";

/** @returns What a session asks then, and the region that the snapshot is of; or why it cannot be used. */
export function readSnapshot(
  path: string,
  cwd: string,
): { readonly openAccount: () => Promise<AccountReader> } | { readonly problem: string } {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, path), "utf8");
  } catch (error) {
    return { problem: `${whyUnreadable(error)}; ${howToMake}` };
  }
  const file = parseSnapshotFile(jsonOf(text));
  if (file === undefined) return { problem: `is no snapshot of sagemaker-preflight; ${howToMake}` };
  const reader = createSnapshotReader(file, path);
  return { openAccount: () => Promise.resolve(reader) };
}

const howToMake = "'sagemaker-preflight snapshot --output FILE' makes one";

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Only for the user to read: a snapshot tells how an account is made. @returns Why it was not written, if so. */
export function writeNewFile(path: string, text: string): { readonly problem: string } | undefined {
  try {
    writeFileSync(path, text, { mode: 0o600 });
    return undefined;
  } catch (error) {
    return { problem: `cannot be written: ${whyUnreadable(error)}` };
  }
}
