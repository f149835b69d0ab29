import { createHash, randomUUID } from "node:crypto";
import { readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Snapshot } from "../src/account/fact-store.js";
import { parseSnapshot } from "../src/account/snapshot.js";
import { makeFolder } from "./make-folder.js";
import { userCacheDirectory } from "./user-cache-directory.js";

/** Whose facts: those of a sample account never mix with those of a real one of the same number. */
export interface CacheKey {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly endpoint?: string;
}

/** What is kept: which networks and keys there are. Who the caller is, and what policies say, is asked anew. */
const keptCalls = /^(?:ec2:\w+|kms:(?:DescribeKey|ListAliases|ListKeys))$/;
/** Milliseconds: older facts are dropped. */
const longestKept = 7 * 24 * 3600 * 1000;
/** Of a file, or of one that was being written. */
const fileName = /^[\da-f]{32}\.json(?:\.[\da-f-]{36})?$/;

/**
 * Facts on disk for the next start: what AWS said about networks and keys, no credentials, no policies. Files are only the
 * user's to read. A cache that cannot be read or written costs a few calls to AWS and nothing else, so that neither
 * is an error.
 */
export class DiskCache {
  readonly #directory: string;
  readonly #now: () => number;

  constructor(directory: string = userCacheDirectory(), now: () => number = Date.now) {
    this.#directory = directory;
    this.#now = now;
  }

  /** @returns Nothing when there is no file, or one that is not ours, torn or of another version. */
  async read(key: CacheKey): Promise<Snapshot> {
    try {
      return this.#kept(key, parseSnapshot(JSON.parse(await readFile(this.#path(key), "utf8"))));
    } catch {
      return [];
    }
  }

  /** Keeps the facts of the key's account and region. @returns Whether they were written. */
  async write(key: CacheKey, snapshot: Snapshot): Promise<boolean> {
    const own = this.#kept(key, snapshot);
    const path = this.#path(key);
    const draft = `${path}.${randomUUID()}`;
    try {
      makeFolder(this.#directory);
      await writeFile(draft, JSON.stringify({ version: 1, facts: own }), { mode: 0o600, flag: "wx" });
      await rename(draft, path);
      return true;
    } catch {
      await rm(draft, { force: true }).catch(() => undefined);
      return false;
    }
  }

  /** Removes the facts of all accounts. @returns How many files there were. */
  async clear(): Promise<number> {
    const names = await readdir(this.#directory).catch(() => []);
    const own = names.filter((name) => fileName.test(name));
    await Promise.all(own.map((name) => rm(join(this.#directory, name), { force: true })));
    return own.length;
  }

  #kept(key: CacheKey, snapshot: Snapshot): Snapshot {
    const oldest = this.#now() - longestKept;
    return snapshot.filter(
      ([{ region }, { read }]) =>
        region === key.region &&
        read.account === key.account &&
        read.readAt >= oldest &&
        keptCalls.test(read.call),
    );
  }

  #path({ account, region, endpoint = "" }: CacheKey): string {
    const name = createHash("sha256")
      .update(JSON.stringify([account, region, endpoint]))
      .digest("hex");
    return join(this.#directory, `${name.slice(0, 32)}.json`);
  }
}
