import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { ignoredByGit, ignoredByGlobs, type IgnoredPaths } from "./ignored-paths.js";

export interface FoundFiles {
  /** As the user would write them: relative where the argument was. Sorted within each folder, without repetition. */
  readonly files: readonly string[];
  readonly errors: readonly { readonly path: string; readonly error: string }[];
  /** Whether something was left out that .gitignore or `exclude` names. */
  readonly isPartial: boolean;
}

export interface Search {
  /** Lines as of a .gitignore in the current folder; what is not below it, as of one in the folder that was named. */
  readonly exclude?: readonly string[];
  readonly respectGitignore?: boolean;
}

/**
 * The notebooks, Python files and shell scripts of the paths: files as given, folders searched. Linked folders are not
 * followed, so that a loop of links ends. A file that has several paths is there once, under its own where that is one
 * of them: it is not told twice, and not mended twice.
 */
export function findFiles(
  paths: readonly string[],
  cwd: string,
  { exclude = [], respectGitignore = true }: Search = {},
): FoundFiles {
  let isPartial = false;
  const files = new Map<string, { readonly path: string; readonly isLink: boolean }>();
  const errors: { path: string; error: string }[] = [];
  const add = (path: string, own: string, isLink: boolean) => {
    const known = files.get(own);
    if (known === undefined || (known.isLink && !isLink)) files.set(own, { path, isLink });
  };
  const walk = (folder: string, own: string, ignored: readonly IgnoredPaths[]) => {
    let entries;
    try {
      entries = readdirSync(own, { withFileTypes: true });
    } catch (error) {
      errors.push({ path: folder, error: whyUnreadable(error) });
      return;
    }
    if (entries.some(({ name }) => name === virtualEnvironment) && !named.has(own)) return;
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = folder === "." ? entry.name : `${withoutTrailingSeparator(folder)}/${entry.name}`;
      const inside = join(own, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder ? skippedFolders.has(entry.name) : !isChecked(entry.name)) continue;
      if (ignored.some((rules) => rules.leavesOut(inside, isFolder))) {
        isPartial = true;
        continue;
      }
      if (isFolder) {
        walk(
          path,
          inside,
          ignored.map((rules) => rules.below(inside)),
        );
        continue;
      }
      const isLink = entry.isSymbolicLink();
      if (!(entry.isFile() || (isLink && isFile(inside)))) continue;
      if (!isShellScript(path) || asksSageMaker(inside)) add(path, isLink ? ownPath(inside) : inside, isLink);
    }
  };

  const ownCwd = ownPath(cwd);
  const named = new Set(paths.map((path) => ownPath(resolve(cwd, path))));
  for (const path of paths) {
    if (path === "") {
      errors.push({ path: '""', error: "an empty path names nothing; for this folder write ." });
      continue;
    }
    let status;
    try {
      status = statSync(resolve(cwd, path));
    } catch (error) {
      errors.push({ path, error: whyUnreadable(error) });
      continue;
    }
    const own = ownPath(resolve(cwd, path));
    if (status.isDirectory())
      walk(path, own, [
        ...(respectGitignore ? [ignoredByGit(own)] : []),
        ...(exclude.length === 0 ? [] : [ignoredByGlobs(exclude, isBelow(own, ownCwd) ? ownCwd : own)]),
      ]);
    else if (isChecked(path) && status.isFile()) add(path, own, own !== resolve(cwd, path));
    else if (isChecked(path)) errors.push({ path, error: "neither a file nor a folder" });
    else
      errors.push({
        path,
        error: "neither a notebook (.ipynb) nor a Python file (.py) nor a shell script (.sh)",
      });
  }
  return { files: [...files.values()].map(({ path }) => path), errors, isPartial };
}

/** The system's reason in words, without the path that the message repeats. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "is a folder",
  ENOSPC: "no space left on the device",
  EROFS: "the file system is read-only",
};

const skippedFolders = new Set([
  ".git",
  ".hg",
  ".svn",
  ".venv",
  "venv",
  ".tox",
  ".nox",
  ".ipynb_checkpoints",
  ".mypy_cache",
  ".ruff_cache",
  "__pycache__",
  "node_modules",
  "site-packages",
]);

/** Python puts this file into each, whatever the folder is called. */
const virtualEnvironment = "pyvenv.cfg";

function isChecked(name: string): boolean {
  return /\.(?:ipynb|py|sh)$/i.test(name);
}

export function isShellScript(name: string): boolean {
  return /\.sh$/i.test(name);
}

/** Of the many scripts in a folder only those that use the AWS CLI for SageMaker are of interest. */
function asksSageMaker(path: string): boolean {
  try {
    return readFileSync(path, "utf8").includes("sagemaker");
  } catch {
    return true; // said when it is read
  }
}

function ownPath(absolute: string): string {
  try {
    return realpathSync.native(absolute);
  } catch {
    return absolute; // said when it is read
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false; // a link to nowhere
  }
}

function withoutTrailingSeparator(folder: string): string {
  return folder.endsWith("/") || folder.endsWith(sep) ? folder.slice(0, -1) : folder;
}
