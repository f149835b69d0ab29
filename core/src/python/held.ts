import type { Context } from "./context.js";
import type { HeapObject, MachineValue } from "./machine.js";

/**
 * What a container may have in it besides what is known: the objects that were put in on some way, by number. Where it is
 * not known what is taken out, it may be any of them, and what is done to it is done to them. Of an object in a tuple
 * that was put in, the complement `~id`: what is taken out is not that object.
 */
export type Held = readonly number[];

/** The objects in a container, and those that may be. */
export function contentsOf(object: HeapObject | undefined): Held {
  if (!object) return [];
  const ids = new Set<number>(object.kind === "instance" ? [] : object.held);
  for (const value of valuesIn(object)) collect(value, ids);
  return [...ids];
}

/** The container with more that may be in it. */
export function holding<T extends HeapObject>(object: T, ...more: readonly Held[]): T {
  if (object.kind === "instance") return object;
  const ids = new Set(object.held);
  const before = ids.size;
  for (const held of more) for (const id of held) ids.add(id);
  return ids.size === before ? object : { ...object, held: [...ids] };
}

/** What is held as values, and what is in the tuples that are. */
export function references(held: Held = []): readonly MachineValue[] {
  return held.map((id) => ({ kind: "reference", id: id < 0 ? ~id : id }));
}

/** The objects that may be taken out; what is in tuples may be changed by who takes them. */
export function taken(held: Held = [], context: Pick<Context, "escape">): readonly MachineValue[] {
  context.escape(references(held.filter((id) => id < 0)));
  return references(held.filter((id) => id >= 0));
}

/** Those of the objects that fit. */
export function heldWhere(held: Held, fits: (id: number) => boolean): Held {
  return held.filter((id) => fits(id < 0 ? ~id : id));
}

function valuesIn(object: HeapObject): Iterable<MachineValue> {
  if (object.kind === "dict") return object.entries.values();
  return object.kind === "instance" ? object.members.values() : object.items;
}

function collect(value: MachineValue, ids: Set<number>, inTuple = false): void {
  if (value.kind === "reference") ids.add(inTuple ? ~value.id : value.id);
  else if (value.kind === "tuple") for (const item of value.items) collect(item, ids, true);
  else if (value.kind === "either") for (const one of value.values) collect(one, ids, inTuple);
}
