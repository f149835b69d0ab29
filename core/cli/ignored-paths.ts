import { readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { readIgnoreLine, type IgnoreLine } from "./ignore-line.js";

/** Which entries of a folder that is searched, and of the folders in it, are left out. */
export interface IgnoredPaths {
  /** @param own The entry's absolute path; the folders above it are not left out. */
  readonly leavesOut: (own: string, isFolder: boolean) => boolean;
  /** @param own A folder that is searched next. */
  readonly below: (own: string) => IgnoredPaths;
}

/**
 * What git ignores: the lines of .gitignore in a folder, above it up to the repository's root and below it, and of
 * .git/info/exclude. Nothing outside of a repository. In a folder that is itself ignored only what is in it counts.
 *
 * @param folder An absolute path without links.
 */
export function ignoredByGit(folder: string): IgnoredPaths {
  const above = foldersAbove(folder);
  const start = above.map(isRepository).lastIndexOf(true);
  if (start < 0) return ignoredByGlobs([], folder);
  const [root = folder, ...inner] = above.slice(start);
  let lines = linesOfRepository(root);
  for (const inside of inner) {
    if (leavesOut(lines, inside, true)) lines = [];
    lines = [...linesOf(inside, ".gitignore"), ...lines];
  }
  return inRepository(lines);
}

/** What the lines of a .gitignore in a folder would leave out, there and below. */
export function ignoredByGlobs(globs: readonly string[], folder: string): IgnoredPaths {
  const lines = placed(globs, folder);
  const ignored: IgnoredPaths = {
    leavesOut: (own, isFolder) => leavesOut(lines, own, isFolder),
    below: () => ignored,
  };
  return ignored;
}

function inRepository(lines: readonly PlacedLine[]): IgnoredPaths {
  return {
    leavesOut: (own, isFolder) => leavesOut(lines, own, isFolder),
    below: (own) => {
      // The lines of a repository say nothing of one that is in it
      if (isRepository(own)) return inRepository(linesOfRepository(own));
      const more = linesOf(own, ".gitignore");
      return inRepository(more.length === 0 ? lines : [...more, ...lines]);
    },
  };
}

interface PlacedLine extends IgnoreLine {
  /** The folder that the line speaks of. */
  readonly folder: string;
}

/** @param lines The nearest and last first: the first that fits decides. */
function leavesOut(lines: readonly PlacedLine[], own: string, isFolder: boolean): boolean {
  const first = lines.find(({ folder, fits }) => {
    const path = relative(folder, own).split(sep).join("/");
    return path !== "" && path !== ".." && !path.startsWith("../") && fits(path, isFolder);
  });
  return first !== undefined && !first.isException;
}

function linesOfRepository(root: string): readonly PlacedLine[] {
  return [...linesOf(root, ".gitignore"), ...linesOf(root, ".git/info/exclude")];
}

function linesOf(folder: string, file: string): readonly PlacedLine[] {
  try {
    const text = readFileSync(join(folder, file), "utf8").replace(/^\ufeff/, "");
    return placed(text.split(/\r?\n/), folder);
  } catch {
    return []; // there is none, or git could not read it either
  }
}

/** The last line first. */
function placed(lines: readonly string[], folder: string): readonly PlacedLine[] {
  const read = lines.flatMap((text) => {
    const line = readIgnoreLine(text);
    return line === undefined ? [] : [{ ...line, folder }];
  });
  return read.reverse();
}

/** In a worktree and a submodule `.git` is a file. */
function isRepository(folder: string): boolean {
  try {
    statSync(join(folder, ".git"));
    return true;
  } catch {
    return false;
  }
}

/** From the file system's root to the folder itself. */
function foldersAbove(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [...foldersAbove(parent), folder];
}
