import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import type { FileAnswer } from "../src/files/file-answer.js";
import type { CacheFolder } from "./cache-folder.js";
import { decodeShard, encodeShard, type CacheEntry } from "./cache-shard.js";
import type { Outcome } from "./check-files.js";
import type { FileResult } from "./file-result.js";
import { fingerprint, hashOf } from "./fingerprint.js";

export interface ResultCacheOptions {
  readonly folder: CacheFolder;
  /** Everything that results depend on besides files: another one shares nothing with this. */
  readonly inputs: unknown;
  /** The same, of the files of a folder; it is absolute. */
  readonly inputsIn: (folder: string) => unknown;
  readonly cwd: string;
  /** Answers as the check's host does. `document` is absolute. */
  readonly readFile: (document: string, path: string) => FileAnswer;
}

interface Shard {
  readonly name: string;
  /** Of the checked files, absolute. */
  readonly folder: string;
  readonly entries: Map<string, CacheEntry>;
  isChanged: boolean;
}

/** More printed of one file is not kept: UTF-16 code units. */
const longestResult = 4_000_000;
/** Bytes printed of all files of a folder. */
const longestShard = 64_000_000;

/**
 * What earlier runs found. An entry counts only while the file, and all that its check was told of other files, are what
 * they were: each is read again, by content and not by time.
 */
export class ResultCache {
  readonly #options: ResultCacheOptions;
  readonly #shards = new Map<string, Shard>();
  /** By folder and path: many notebooks look at the same files. */
  readonly #fingerprints = new Map<string, string>();

  constructor(options: ResultCacheOptions) {
    this.#options = options;
  }

  /** @param path As the user knows it. */
  find(path: string): FileResult | undefined {
    const { entries } = this.#shardOf(path);
    const entry = entries.get(basename(path));
    if (entry === undefined) return undefined;
    const document = resolve(this.#options.cwd, path);
    let text;
    try {
      text = hashOf(readFileSync(document));
    } catch {
      return undefined; // said when it is checked
    }
    if (text !== entry.text) return undefined;
    if (entry.files.some(([file, print]) => this.#fingerprintOf(document, file) !== print)) return undefined;
    const printed = entry.printed();
    if (printed === null) return undefined;
    return { path, error: null, ...(printed === undefined ? {} : { printed }), tally: entry.tally };
  }

  /** For later runs, if it may be. */
  keep({ result: { path, error, printed, tally }, restsOn }: Outcome): void {
    const shard = this.#shardOf(path);
    const name = basename(path);
    if (restsOn === undefined || error !== null || (printed?.length ?? 0) > longestResult) {
      if (shard.entries.delete(name)) shard.isChanged = true;
      return;
    }
    shard.entries.set(name, { ...restsOn, tally, printed: () => printed });
    shard.isChanged = true;
  }

  /** Writes what was kept. */
  save(): void {
    const changed = [...this.#shards.values()].filter(({ isChanged }) => isChanged);
    for (const { name, folder, entries } of changed) {
      const there = namesIn(folder);
      const live = new Map([...entries].filter(([file]) => there.has(file)));
      this.#options.folder.write(name, encodeShard(live, longestShard));
    }
    if (changed.length > 0) this.#options.folder.sweep();
  }

  #shardOf(path: string): Shard {
    const { cwd, inputs, inputsIn } = this.#options;
    // With what stands before the name: "./a.py" is printed otherwise than "a.py"
    const shown = path.slice(0, path.length - basename(path).length);
    let shard = this.#shards.get(shown);
    if (shard === undefined) {
      const folder = dirname(resolve(cwd, path));
      const name = hashOf(JSON.stringify([inputs, inputsIn(folder), folder, shown]));
      shard = { name, folder, entries: this.#load(name), isChanged: false };
      this.#shards.set(shown, shard);
    }
    return shard;
  }

  #load(name: string): Map<string, CacheEntry> {
    const bytes = this.#options.folder.read(name);
    if (bytes === undefined) return new Map();
    try {
      return decodeShard(bytes);
    } catch {
      return new Map();
    }
  }

  #fingerprintOf(document: string, file: string): string {
    // What is told of a file is the same to all that are in the folder, and of one kind
    const key = `${dirname(document)}\0${extname(document)}\0${file}`;
    let print = this.#fingerprints.get(key);
    if (print === undefined) {
      print = fingerprint(this.#options.readFile(document, file));
      this.#fingerprints.set(key, print);
    }
    return print;
  }
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}
