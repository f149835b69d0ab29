import { randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../aws/make-folder.js";

const suffix = ".checks";
const hour = 3_600_000;
const day = 24 * hour;
/** What nobody looked at for so long goes. */
const longest = 30 * day;
/** Bytes of all files together; the oldest go first. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Files of a folder that only its user reads and writes. It may be removed at any time, be full, or be read-only: what
 * cannot be read is not there, what cannot be written is not kept, and neither is an error.
 */
export class CacheFolder {
  readonly #path: string;
  readonly #now: () => number;

  /** @param now Milliseconds since 1970. */
  constructor(path: string, now: () => number) {
    this.#path = path;
    this.#now = now;
  }

  /** @returns Undefined when there is none, or somebody else could have written it. */
  read(name: string): Buffer | undefined {
    const path = join(this.#path, `${name}${suffix}`);
    let file: number | undefined;
    try {
      file = openSync(path, constants.O_RDONLY);
      const { uid, mode, mtimeMs } = fstatSync(file);
      if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o022) !== 0))
        return undefined;
      const bytes = readFileSync(file);
      if (this.#now() - mtimeMs > day) this.#touch(path);
      return bytes;
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /** In one step: whoever reads meanwhile has the old one whole or the new one. */
  write(name: string, bytes: Buffer): void {
    const path = join(this.#path, `${name}${suffix}`);
    const draft = `${path}.${randomUUID()}.tmp`;
    try {
      if (makeFolder(this.#path)) this.#mark();
      writeFileSync(draft, bytes, { mode: 0o600, flag: "wx" });
      renameSync(draft, path);
    } catch {
      remove(draft);
    }
  }

  /** Removes what is old, what is too much, and what a killed process left. */
  sweep(): void {
    const now = this.#now();
    let sum = 0;
    const files = this.#files().sort((a, b) => b.time - a.time);
    for (const { path, bytes, time, isDraft } of files) {
      sum += bytes;
      if (now - time > (isDraft ? hour : longest) || sum > mostBytes) remove(path);
    }
  }

  /** Removes all. @returns How many files, and their bytes. */
  clear(): { readonly files: number; readonly bytes: number } {
    const removed = this.#files().filter(({ path }) => remove(path));
    for (const name of marks.keys()) remove(join(this.#path, name));
    try {
      rmdirSync(this.#path);
    } catch {
      // It is not there, or there is something else in it
    }
    return { files: removed.length, bytes: removed.reduce((sum, { bytes }) => sum + bytes, 0) };
  }

  #files() {
    try {
      return readdirSync(this.#path).flatMap((name) => {
        const isDraft = name.endsWith(".tmp") && name.includes(`${suffix}.`);
        if (!isDraft && !name.endsWith(suffix)) return [];
        const path = join(this.#path, name);
        const found = statSync(path, { throwIfNoEntry: false });
        return found === undefined ? [] : [{ path, isDraft, bytes: found.size, time: found.mtimeMs }];
      });
    } catch {
      return [];
    }
  }

  /** A folder inside of a project is neither committed nor in backups. */
  #mark(): void {
    for (const [name, text] of marks) writeFileSync(join(this.#path, name), text, { mode: 0o600 });
  }

  /** What is used stays. */
  #touch(path: string): void {
    try {
      const now = new Date(this.#now());
      utimesSync(path, now, now);
    } catch {
      // It is removed some day, and made again
    }
  }
}

const marks = new Map([
  [".gitignore", "# Made by sagemaker-preflight\n*\n"],
  ["CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n"],
]);

function remove(path: string): boolean {
  try {
    rmSync(path);
    return true;
  } catch {
    return false;
  }
}
