import { findMember } from "./find-member.js";
import type { Context } from "./context.js";
import { libraryType, unknown, type BoundArguments, type HeapObject, type MachineValue } from "./machine.js";

/** `copy.copy(…)` and `copy.deepcopy(…)`; undefined: another function, or not one value. */
export function callCopy(path: string, bound: BoundArguments, context: Context): MachineValue | undefined {
  if (path !== "copy.copy" && path !== "copy.deepcopy") return undefined;
  const [value] = bound.positional;
  if (bound.openPositional || bound.openKeywords) return undefined;
  if (!value || bound.positional.length > 1 || bound.keywords.size > 0) return undefined;
  const copy = path === "copy.copy" ? shallow : deep;
  const made = new Map<number, MachineValue>();
  return context.each(value, (one) => {
    const copied = copy(one, context, made);
    // What is not copied as it is may be inside of what comes out
    if (copied.kind === "unknown") context.leak(one);
    return copied;
  });
}

/** The value with copies of all that is in it; unknown where those are not followed. */
export function deepCopy(value: MachineValue, context: Context): MachineValue {
  return deep(value, context, new Map());
}

const why = "the copy is not followed";

function shallow(value: MachineValue, context: Context): MachineValue {
  const object = context.object(value);
  if (!object) return value.kind === "constant" || value.kind === "tuple" ? value : unknown(why);
  if (!isPlain(object, context)) return unknown(why);
  const copy = context.allocate(object);
  const type = object.kind === "instance" ? libraryType(object.type) : undefined;
  if (object.kind === "instance" && type !== undefined)
    context.library.subclassing?.copied(copy, object, type, context);
  return copy;
}

function deep(value: MachineValue, context: Context, made: Map<number, MachineValue>): MachineValue {
  context.step();
  const each = (one: MachineValue) => deep(one, context, made);
  switch (value.kind) {
    case "tuple":
      return { ...value, items: value.items.map(each) };
    case "either":
      return { ...value, values: value.values.map(each) };
    case "reference": {
      const before = made.get(value.id);
      if (before) return before;
      const object = context.object(value);
      if (!object || !isPlain(object, context)) return unknown(why);
      // Clients and sessions, which SDK objects hold, cannot be copied so
      const type = object.kind === "instance" ? libraryType(object.type) : undefined;
      if (type !== undefined && context.library.subclassing?.isPlainData(type) !== true) return unknown(why);
      if (object.kind !== "instance" && object.held !== undefined) return unknown(why);
      const copy = context.allocate(object);
      made.set(value.id, copy);
      context.update(copy, () => copiedInside(object, each));
      return copy;
    }
    default:
      return value;
  }
}

function copiedInside(object: HeapObject, each: (value: MachineValue) => MachineValue): HeapObject {
  const inside = (values: ReadonlyMap<string, MachineValue>) =>
    new Map([...values].map(([name, value]) => [name, each(value)]));
  switch (object.kind) {
    case "instance":
      return { ...object, members: inside(object.members) };
    case "dict":
      return { ...object, entries: inside(object.entries) };
    default:
      return { ...object, items: object.items.map(each) };
  }
}

/** It is copied member by member: no iterator, and no class that has a say in it. */
function isPlain(object: HeapObject, context: Context): boolean {
  if (object.kind === "dict") return true;
  if (object.kind !== "instance") return object.gives === undefined;
  if (typeof object.type === "string") return true;
  const { type } = object;
  return ["__copy__", "__deepcopy__", "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__"].every(
    (name) => findMember(type, name, context)?.kind !== "found",
  );
}
