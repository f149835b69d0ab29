import { resolve } from "node:path";
import { findFiles, type Search } from "./find-files.js";
import type { CommandHost } from "./main.js";
import { readNotebookFile, type NotebookFile } from "./notebook-file.js";
import { nothingFound, sayUnread, type UnreadFile } from "./unread-files.js";

/** The files of the paths; what cannot be found or read is said. */
export function findAndRead(
  paths: readonly string[],
  search: Search,
  host: Pick<CommandHost, "cwd" | "error">,
) {
  const found = findFiles(paths, host.cwd, search);
  const { read, unread } = readFiles(found.files, host.cwd);
  const problems: readonly UnreadFile[] = [...found.errors, ...unread];
  sayUnread(problems, host);
  if (found.files.length === 0 && problems.length === 0) host.error(nothingFound(found));
  return { read, unread: problems };
}

export function readFiles(paths: readonly string[], cwd: string) {
  const read: NotebookFile[] = [];
  const unread: UnreadFile[] = [];
  for (const path of paths) {
    const result = readNotebookFile(resolve(cwd, path), path);
    if ("problem" in result) unread.push({ path, error: result.problem });
    else read.push(result.file);
  }
  return { read, unread };
}
