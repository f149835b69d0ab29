import type { FoundFiles } from "./find-files.js";
import type { CommandHost } from "./main.js";
import { printable } from "./terminal-text.js";

export interface UnreadFile {
  readonly path: string;
  /** Why, in words. */
  readonly error: string;
}

export function sayUnread(unread: readonly UnreadFile[], host: Pick<CommandHost, "error">): void {
  for (const { path, error } of unread) host.error(`${printable(path)}: ${printable(error)}\n`);
}

export function nothingFound({ isPartial }: Pick<FoundFiles, "isPartial">): string {
  const why = isPartial
    ? " What .gitignore or --exclude names was left out: name a file itself, or use --no-respect-gitignore."
    : "";
  return `No notebook (.ipynb), Python file (.py) or shell script (.sh) there.${why}\n`;
}
