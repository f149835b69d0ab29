import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Edit } from "../../core/src/notebook/span.js";
import type { FileEdit } from "../../core/src/report.js";
import type { Json } from "../../core/src/requests/request.js";
import type { FixedAlone } from "./mend.js";
import { recordingsFolder, type Recording } from "./sdk-case.js";

/** What the real SDK sends after one fix, as the difference from what it sends without. */
export interface FixRecording {
  readonly titles: readonly string[];
  readonly edits: readonly Edit[];
  /** Of files beside the snippet; absent: none. */
  readonly fileEdits?: readonly FileEdit[];
  readonly differs: readonly Difference[];
}

/** One place that differs: a member that is new or another (`is`), or one that is gone. */
export interface Difference {
  readonly at: readonly (string | number)[];
  readonly is?: Json;
}

export function readFixRecordings(name: string): readonly FixRecording[] {
  const path = join(recordingsFolder, `${name}.fixes.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as readonly FixRecording[]) : [];
}

/** What a fix writes, to find its recording. */
export function writtenBy({ edits, fileEdits = [] }: Pick<FixRecording, "edits" | "fileEdits">): string {
  return JSON.stringify([edits, fileEdits]);
}

/** A line for each fix. */
export function fixRecordingsText(recordings: readonly FixRecording[]): string {
  return `[\n${recordings.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`;
}

export function recordedFix(
  { titles, edits, fileEdits }: FixedAlone,
  before: Recording,
  after: Recording,
): FixRecording {
  return {
    titles,
    edits,
    ...(fileEdits.length > 0 ? { fileEdits } : {}),
    differs: differences(sent(before), sent(after)),
  };
}

/** The recording of a fix in full. */
export function afterFix({ differs }: FixRecording, before: Recording): Recording {
  const after = differs.reduce((value, { at, is }) => replaced(value, at, is), sent(before));
  return { ...before, ...(after as unknown as Pick<Recording, "requests" | "error">) };
}

function sent({ requests, error }: Recording): Json {
  return { requests, error } as unknown as Json;
}

function differences(before: Json, after: Json, at: Difference["at"] = []): Difference[] {
  const isSameList = Array.isArray(before) && Array.isArray(after) && before.length === after.length;
  if (!isSameList && !(isStructure(before) && isStructure(after)))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ at, is: after }];
  const [old, now] = [before, after].map((value) => new Map(Object.entries(value ?? {}))) as [
    Map<string, Json>,
    Map<string, Json>,
  ];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name): Difference[] => {
    const path = [...at, isSameList ? Number(name) : name];
    const [was, is] = [old.get(name), now.get(name)];
    if (is === undefined) return [{ at: path }];
    return was === undefined ? [{ at: path, is }] : differences(was, is, path);
  });
}

function replaced(value: Json, [step, ...rest]: Difference["at"], is: Json | undefined): Json {
  if (step === undefined) return is ?? null;
  const entries = Object.entries(value ?? {}) as [string, Json][];
  const name = String(step);
  const inner = entries.find(([key]) => key === name)?.[1] ?? null;
  const changed = rest.length > 0 ? replaced(inner, rest, is) : is;
  if (Array.isArray(value)) return entries.map(([key, item]) => (key === name ? (changed ?? null) : item));
  const others = entries.filter(([key]) => key !== name);
  return Object.fromEntries(changed === undefined ? others : [...others, [name, changed]]);
}

function isStructure(value: Json): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
