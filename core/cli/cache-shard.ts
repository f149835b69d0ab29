import { hashOf } from "./fingerprint.js";
import type { Tally } from "./file-result.js";

/** What is known of one file, and what it rests on. */
export interface CacheEntry {
  /** Hash of the file. */
  readonly text: string;
  /** By path, what the host answered of files that the check asked for. */
  readonly files: readonly (readonly [string, string])[];
  readonly tally: Tally;
  /** @returns Undefined when there is nothing to print; `null` when it is not what was written. */
  readonly printed: () => string | undefined | null;
}

const magic = "sagemaker-preflight checks 1";

/**
 * The entries of a folder's files as one file: a line with the hash of the index, the index as JSON, then what is
 * printed of each file, one after the other. So a check of one file parses little, however much is printed of others.
 *
 * @param most Bytes that are printed; what comes later is left out.
 */
export function encodeShard(entries: ReadonlyMap<string, CacheEntry>, most: number): Buffer {
  const files = new Map<string, number>();
  const texts: Buffer[] = [];
  let at = 0;
  const rows: Row[] = [];
  for (const [name, { text, files: asked, tally, printed }] of entries) {
    const shown = printed();
    if (shown === null) continue;
    const bytes = Buffer.from(shown ?? "");
    if (at + bytes.length > most) continue;
    const needs = asked.map((file) => {
      const key = JSON.stringify(file);
      const index = files.get(key) ?? files.size;
      files.set(key, index);
      return index;
    });
    const place: [number, number, string] = [at, bytes.length, hashOf(bytes)];
    rows.push([name, text, needs, tally, ...(shown === undefined ? ([] as const) : place)]);
    texts.push(bytes);
    at += bytes.length;
  }
  const index: Index = { files: [...files.keys()].map((key) => JSON.parse(key) as [string, string]), rows };
  const json = Buffer.from(JSON.stringify(index));
  return Buffer.concat([Buffer.from(`${magic} ${hashOf(json)} ${json.length}\n`), json, ...texts]);
}

/** @returns Nothing for what `encodeShard` did not write. */
export function decodeShard(bytes: Buffer): Map<string, CacheEntry> {
  const entries = new Map<string, CacheEntry>();
  const end = bytes.indexOf("\n");
  const [, hash, length] = /^(\S+) (\d+)$/.exec(bytes.toString("latin1", magic.length + 1, end)) ?? [];
  if (end < 0 || end > 200 || bytes.toString("latin1", 0, magic.length) !== magic) return entries;
  const from = end + 1 + Number(length);
  const json = bytes.subarray(end + 1, from);
  if (hashOf(json) !== hash) return entries;
  const { files, rows } = JSON.parse(json.toString()) as Index;
  for (const [name, text, needs, tally, at, size, sum] of rows)
    entries.set(name, {
      text,
      files: needs.flatMap((need) => {
        const file = files[need];
        return file === undefined ? [] : [file];
      }),
      tally,
      printed: () => {
        if (at === undefined || size === undefined) return undefined;
        const shown = bytes.subarray(from + at, from + at + size);
        return hashOf(shown) === sum ? shown.toString() : null;
      },
    });
  return entries;
}

interface Index {
  readonly files: readonly (readonly [string, string])[];
  readonly rows: readonly Row[];
}

/** Name, hash, indices into `files`, tally; what is printed: from, bytes, hash. */
type Row = readonly [string, string, readonly number[], Tally, number?, number?, string?];
