import { readFileSync, readdirSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";

export interface FoundFiles {
  /** As the user would write them: relative where the argument was. Sorted within each folder, without repetition. */
  readonly files: readonly string[];
  readonly errors: readonly { readonly path: string; readonly error: string }[];
}

/**
 * The notebooks, Python files and shell scripts of the paths: files as given, folders searched. Linked folders are not followed, so
 * that a loop of links ends.
 */
export function findFiles(paths: readonly string[], cwd: string): FoundFiles {
  const files = new Map<string, string>();
  const errors: { path: string; error: string }[] = [];
  const add = (path: string) => {
    const absolute = resolve(cwd, path);
    if (!files.has(absolute)) files.set(absolute, path);
  };
  const walk = (folder: string) => {
    let entries;
    try {
      entries = readdirSync(resolve(cwd, folder), { withFileTypes: true });
    } catch (error) {
      errors.push({ path: folder, error: whyUnreadable(error) });
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = folder === "." ? entry.name : `${withoutTrailingSeparator(folder)}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) walk(path);
      } else if (isChecked(entry.name) && (entry.isFile() || isLinkToFile(resolve(cwd, path)))) {
        if (!isShellScript(path) || asksSageMaker(resolve(cwd, path))) add(path);
      }
    }
  };

  for (const path of paths) {
    let status;
    try {
      status = statSync(resolve(cwd, path));
    } catch (error) {
      errors.push({ path, error: whyUnreadable(error) });
      continue;
    }
    if (status.isDirectory()) walk(path);
    else if (isChecked(path)) add(path);
    else
      errors.push({
        path,
        error: "neither a notebook (.ipynb) nor a Python file (.py) nor a shell script (.sh)",
      });
  }
  return { files: [...files.values()], errors };
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

function isLinkToFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false; // a link to nowhere
  }
}

function withoutTrailingSeparator(folder: string): string {
  return folder.endsWith("/") || folder.endsWith(sep) ? folder.slice(0, -1) : folder;
}
