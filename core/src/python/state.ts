import type { Budget } from "./budget.js";
import type { HeapObject, MachineValue } from "./machine.js";
import { contentsOf, holding } from "./held.js";
import { sameHeapObject, sameValue } from "./same.js";

/** More alternatives than this are one unknown. */
const mostAlternatives = 8;

/**
 * Names and heap at one point of the notebook. A child sees its parent's and keeps its own changes, so that a branch
 * costs what it changes; `join` brings two branches back together.
 */
export class State {
  /**
   * @param budget Pays for look-ups, copies and joins of this state and its children; none: the notebook's own state.
   * @param names What it has of its own.
   */
  constructor(
    readonly parent?: State,
    private readonly budget: Budget | undefined = parent?.budget,
    readonly names = new Map<string, MachineValue>(),
    readonly heap = new Map<number, HeapObject>(),
  ) {}

  name(key: string): MachineValue | undefined {
    const own = this.names.get(key);
    if (own !== undefined || !this.parent) return own;
    this.budget?.touch(1);
    return this.parent.name(key);
  }

  object(id: number): HeapObject | undefined {
    const own = this.heap.get(id);
    if (own !== undefined || !this.parent) return own;
    this.budget?.touch(1);
    return this.parent.object(id);
  }

  /** All names that are bound here. */
  keys(): Set<string> {
    const keys = this.parent?.keys() ?? new Set<string>();
    for (const key of this.names.keys()) keys.add(key);
    return keys;
  }

  setName(key: string, value: MachineValue): void {
    this.names.set(key, value);
  }

  setObject(id: number, object: HeapObject): void {
    this.heap.set(id, object);
  }

  fork(): State {
    return new State(this);
  }

  /** What was changed here, by itself. This state is no more: both have the same maps. */
  detached(): State {
    return new State(undefined, undefined, this.names, this.heap);
  }

  /** Takes over what a child, or a child of a child, changed. */
  commit(child: State): void {
    this.budget?.touch(child.names.size + child.heap.size);
    child.names.forEach((value, key) => this.names.set(key, value));
    child.heap.forEach((object, id) => this.heap.set(id, object));
  }

  /** Joins; false when there is no branch, so that nothing comes after them. */
  settle(branches: readonly State[]): boolean {
    this.join(branches);
    return branches.length > 0;
  }

  /** Changes this state to what holds after any one of `branches`, which are children of it. */
  join(branches: readonly State[]): void {
    const [first, ...others] = branches;
    if (!first) return;
    if (others.length === 0) {
      this.commit(first);
      return;
    }
    const ids = new Set<number>();
    for (const { heap } of branches) for (const id of heap.keys()) ids.add(id);
    for (const id of ids) {
      const objects = branches.map((branch) => branch.object(id)).filter((object) => object !== undefined);
      this.budget?.touch(objects.reduce((sum, object) => sum + 1 + partsOf(object), 0));
      this.heap.set(id, joinObjects(objects));
    }
    const keys = new Set<string>();
    for (const { names } of branches) for (const key of names.keys()) keys.add(key);
    for (const key of keys) {
      this.budget?.touch(branches.length);
      this.names.set(key, joinValues(branches.map((branch) => branch.name(key) ?? { kind: "absent" })));
    }
  }
}

/** One of these, whichever: equal ones once, the span of the first. */
export function joinValues(values: readonly MachineValue[]): MachineValue {
  const distinct: MachineValue[] = [];
  for (const value of values) {
    if (value.kind === "either") for (const one of value.values) addDistinct(distinct, one);
    else addDistinct(distinct, value);
  }
  const [only] = distinct;
  if (distinct.length === 1 && only) return only;
  if (distinct.length > mostAlternatives) {
    // What is done to it is done to one of the lists and dicts
    const mutable = distinct.filter(({ kind }) => kind === "reference");
    const rest: MachineValue = { kind: "unknown", why: "it differs by branch in too many ways" };
    return mutable.length === 0 || mutable.length > 4 * mostAlternatives
      ? rest
      : { kind: "either", values: [...mutable, rest] };
  }
  return { kind: "either", values: distinct };
}

function addDistinct(distinct: MachineValue[], value: MachineValue): void {
  for (const other of distinct) if (sameValue(other, value)) return;
  distinct.push(value);
}

function partsOf(object: HeapObject): number {
  if (object.kind === "dict") return object.entries.size;
  return object.kind === "instance" ? object.members.size : object.items.length;
}

const somethingElse: HeapObject = {
  kind: "instance",
  type: "builtins.object",
  members: new Map(),
  open: true,
};

function joinObjects(objects: readonly HeapObject[]): HeapObject {
  const joined = objects.reduce(joinTwo);
  if (objects.every((one) => one === joined)) return joined;
  const shown = new Set(contentsOf(joined));
  return holding(
    joined,
    objects.flatMap(contentsOf).filter((id) => !shown.has(id)),
  );
}

function joinTwo(left: HeapObject, right: HeapObject): HeapObject {
  if (left === right || sameHeapObject(left, right)) return left;
  if (left.kind === "dict" && right.kind === "dict") {
    return {
      ...left,
      entries: joinMaps(left.entries, right.entries, left.open, right.open),
      keys: new Map([...(right.keys ?? []), ...(left.keys ?? [])]),
      open: left.open || right.open,
      ...(left.unordered === true || right.unordered === true || !sameOrder(left.entries, right.entries)
        ? { unordered: true }
        : {}),
    };
  }
  if (left.kind === "instance" && right.kind === "instance" && left.type === right.type) {
    return {
      ...left,
      members: joinMaps(left.members, right.members, left.open, right.open),
      open: left.open || right.open,
    };
  }
  if (
    (left.kind === "list" || left.kind === "set") &&
    right.kind === left.kind &&
    left.gives?.moment === right.gives?.moment
  ) {
    if (left.items.length === right.items.length) {
      const items = left.items.map((item, index) => joinValues([item, right.items[index] ?? item]));
      return { ...left, items, open: left.open || right.open };
    }
    // What both begin with is certain; whether the rest is there is not.
    const shared = left.items.filter((item, index) => {
      const other = right.items[index];
      return (
        other !== undefined &&
        left.items.slice(0, index + 1).every((one, at) => same(one, right.items[at])) &&
        same(item, other)
      );
    });
    return { ...left, items: shared, open: true };
  }
  // Rounds of a loop that went different ways gave one number to different things
  return somethingElse;
}

/** What both have stands in the same order in both, and one begins with the other. */
function sameOrder(left: ReadonlyMap<string, unknown>, right: ReadonlyMap<string, unknown>): boolean {
  const [shorter, longer] = left.size < right.size ? [left, right] : [right, left];
  const keys = longer.keys();
  for (const key of shorter.keys()) if (keys.next().value !== key) return false;
  return true;
}

function same(left: MachineValue, right: MachineValue | undefined): boolean {
  return right !== undefined && sameValue(left, right);
}

function joinMaps(
  left: ReadonlyMap<string, MachineValue>,
  right: ReadonlyMap<string, MachineValue>,
  leftOpen: boolean,
  rightOpen: boolean,
): ReadonlyMap<string, MachineValue> {
  const result = new Map<string, MachineValue>();
  const missing = (open: boolean): MachineValue =>
    open ? { kind: "unknown", why: "it may have been set by code that is not followed" } : { kind: "absent" };
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    result.set(key, joinValues([left.get(key) ?? missing(leftOpen), right.get(key) ?? missing(rightOpen)]));
  }
  return result;
}
