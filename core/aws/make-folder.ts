import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, for its user only, and those above it. Node's own way never ends where the system says that there is
 * no such file although the folder above is there, as in /proc.
 *
 * @returns Whether there was none.
 * @throws The system's error when it cannot be made.
 */
export function makeFolder(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST") return false;
    if (code !== "ENOENT" || existsSync(dirname(path))) throw error;
  }
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
  return true;
}
