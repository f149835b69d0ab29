import type { FunctionNode } from "./ast.js";
import type { Budget } from "./budget.js";
import type { Definition, HeapObject, MachineValue } from "./machine.js";
import type { ShellRecordAt, WrittenRecord } from "./record.js";
import type { FileLog, Surroundings } from "./surroundings.js";
import { State } from "./state.js";
import { isWrittenSpan, samePlace, type TextVersion, type WrittenSpan } from "./text-version.js";

/** What one cell did, and what it read to do it: with the same reads it does the same. */
export interface Segment {
  /** The cell's text then. */
  readonly version: TextVersion;
  /** What the numbers of its objects begin with: no other may give them out. */
  readonly home: number;
  /** False: the cell does more than a check can follow, and only its beginning was read. */
  readonly finished: boolean;
  /** What it took, and what it was allowed to take. */
  readonly steps: number;
  readonly mostSteps: number;
  readonly changes: State;
  readonly records: readonly WrittenRecord[];
  readonly commands: readonly ShellRecordAt<WrittenSpan>[];
  readonly called: ReadonlySet<FunctionNode>;
  readonly defined: readonly Definition[];
  readonly reads: ReadLog;
  readonly files: FileLog;
}

/** The state before a cell, which notes what the cell looks at. */
export class ReadLog extends State {
  readonly nameReads = new Map<string, MachineValue | undefined>();
  readonly objectReads = new Map<number, HeapObject | undefined>();
  /** The cell looked at all names; such a cell is evaluated anew each time. */
  everything = false;
  private base: State | undefined;

  constructor(base: State, budget: Budget) {
    super(undefined, budget);
    // A copy of the references: the state itself goes on changing after the cell
    this.base = base;
  }

  override name(key: string): MachineValue | undefined {
    if (this.nameReads.has(key)) return this.nameReads.get(key);
    const value = this.base?.name(key);
    this.nameReads.set(key, value);
    return value;
  }

  override object(id: number): HeapObject | undefined {
    if (this.objectReads.has(id)) return this.objectReads.get(id);
    const object = this.base?.object(id);
    this.objectReads.set(id, object);
    return object;
  }

  /** All that was looked at is the same in another state. */
  holdsIn(state: State): boolean {
    if (this.everything) return false;
    // At each keystroke, for all cells: an iterator would make an array of each entry
    let holds = true;
    this.nameReads.forEach((value, key) => {
      if (holds && state.name(key) !== value) holds = false;
    });
    this.objectReads.forEach((object, id) => {
      if (holds && state.object(id) !== object) holds = false;
    });
    return holds;
  }

  override keys(): Set<string> {
    this.everything = true;
    return this.base?.keys() ?? new Set();
  }
}

export function stillReads(
  { finished, steps, mostSteps: allowed, reads, files }: Segment,
  base: State,
  around: Surroundings,
  mostSteps: number,
): boolean {
  if (finished ? steps > mostSteps : allowed !== mostSteps) return false;
  return files.stillReads(around) && reads.holdsIn(base);
}

/**
 * Puts the old run's values where the new run's say the same, so that cells that read them need no new run. Where
 * something is written may have moved with the text around it: that is the same.
 */
export function reuseValues(segment: Segment, before: Segment): Segment {
  for (const [key, value] of segment.changes.names) {
    const old = before.changes.names.get(key);
    if (old && same(value, old)) segment.changes.setName(key, old);
  }
  for (const [id, object] of segment.changes.heap) {
    const old = before.changes.heap.get(id);
    if (old && same(object, old)) segment.changes.setObject(id, old);
  }
  const records = reused(segment.records, before.records);
  const commands = reused(segment.commands, before.commands);
  const called = new Set(segment.called);
  const defined = segment.defined.map((definition) => {
    const old = before.defined.find((one) => sameDefinition(definition, one));
    if (old?.node && definition.node && called.has(definition.node)) called.add(old.node);
    return old ?? definition;
  });
  return { ...segment, records, commands, called, defined };
}

/**
 * Whether a cell leaves to the others what it left before: the very values, as `reuseValues` sees to. One that defines
 * functions is taken to leave something else, since who calls them is the whole notebook's to say.
 */
export function leavesSame(now: Segment, before: Segment): boolean {
  return (
    now.defined.length + before.defined.length === 0 &&
    sameEntries(now.changes.names, before.changes.names) &&
    sameEntries(now.changes.heap, before.changes.heap) &&
    now.called.size === before.called.size &&
    [...now.called].every((node) => before.called.has(node)) &&
    now.files.reads.size === before.files.reads.size &&
    [...now.files.reads.keys()].every((path) => before.files.reads.has(path))
  );
}

/** In the same order, in which they are taken over. */
function sameEntries<K>(left: ReadonlyMap<K, unknown>, right: ReadonlyMap<K, unknown>): boolean {
  if (left.size !== right.size) return false;
  const others = right.keys();
  for (const key of left.keys())
    if (others.next().value !== key || left.get(key) !== right.get(key)) return false;
  return true;
}

function reused<T>(all: readonly T[], before: readonly T[]): readonly T[] {
  return all.map((one, index) => {
    const old = before[index];
    return old !== undefined && same(one, old) ? old : one;
  });
}

function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (left instanceof Map) return right instanceof Map && sameMap(left, right);
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => same(item, right[index]))
    );
  }
  if (isWrittenSpan(left)) return isWrittenSpan(right) && samePlace(left, right);
  if (isDefinition(left)) return isDefinition(right) && sameDefinition(left, right);
  return sameMembers(left as Record<string, unknown>, right as Record<string, unknown>);
}

/** At each keystroke, for all that a cell says: so no lists of keys are made. */
function sameMembers(left: Record<string, unknown>, right: Record<string, unknown>): boolean {
  for (const key in left) if (!same(left[key], right[key])) return false;
  for (const key in right) if (!(key in left)) return false;
  return true;
}

/** In the same order, which a dict has and the fields of a request get from it. */
function sameMap(left: ReadonlyMap<unknown, unknown>, right: ReadonlyMap<unknown, unknown>): boolean {
  if (left.size !== right.size) return false;
  const others = right.keys();
  for (const key of left.keys())
    if (others.next().value !== key || !same(left.get(key), right.get(key))) return false;
  return true;
}

/** The same source with the same defaults in the same frame: it does the same. */
function sameDefinition(left: Definition, right: Definition): boolean {
  return (
    left === right ||
    (left.name === right.name &&
      left.cell === right.cell &&
      left.frame === right.frame &&
      left.opaque === right.opaque &&
      sourceOf(left) === sourceOf(right) &&
      samePlace(writtenAt(left), writtenAt(right)) &&
      sameMap(left.defaults, right.defaults))
  );
}

function sourceOf({ version, place }: Definition): string {
  return version.text.slice(place.from, place.to);
}

function writtenAt({ cell, version, place }: Definition): WrittenSpan {
  return { cell, start: place.from, end: place.to, version };
}

function isDefinition(value: object): value is Definition {
  return "version" in value && "body" in value;
}
