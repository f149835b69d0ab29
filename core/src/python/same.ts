import type { Held } from "./held.js";
import type { HeapObject, MachineValue } from "./machine.js";
import { samePattern } from "./text-pattern.js";

/** Tuples deeper than this count as different: a tower of pairs would take ages to compare. */
const deepest = 8;

/** Equal as far as the evaluator can tell them apart; where they were written does not matter. */
export function sameValue(left: MachineValue, right: MachineValue, depth = 0): boolean {
  if (left === right) return true;
  if (depth > deepest) return false;
  switch (left.kind) {
    case "constant":
      return right.kind === "constant" && left.type === right.type && left.data === right.data;
    case "tuple":
      return right.kind === "tuple" && sameList(left.items, right.items, depth + 1);
    case "reference":
      return right.kind === "reference" && left.id === right.id;
    case "library":
      return right.kind === "library" && left.path === right.path;
    case "function":
      return right.kind === "function" && left.definition === right.definition;
    case "class":
      return right.kind === "class" && left.definition === right.definition;
    case "method":
      return (
        right.kind === "method" && left.name === right.name && sameValue(left.self, right.self, depth + 1)
      );
    case "either":
      return right.kind === "either" && sameList(left.values, right.values, depth + 1);
    case "absent":
      return right.kind === "absent";
    case "unknown":
      return right.kind === "unknown" && left.why === right.why && samePattern(left.pattern, right.pattern);
  }
}

export function sameHeapObject(left: HeapObject, right: HeapObject): boolean {
  if (left === right) return true;
  if (left.kind === "dict") {
    return (
      right.kind === "dict" &&
      left.open === right.open &&
      left.unordered === right.unordered &&
      sameHeld(left.held, right.held) &&
      sameKeys(left.entries, right.entries) &&
      sameMap(left.entries, right.entries)
    );
  }
  if (left.kind === "instance") {
    return (
      right.kind === "instance" &&
      left.type === right.type &&
      left.open === right.open &&
      sameMap(left.members, right.members)
    );
  }
  return (
    right.kind === left.kind &&
    left.open === right.open &&
    left.gives?.moment === right.gives?.moment &&
    sameHeld(left.held, right.held) &&
    sameList(left.items, right.items)
  );
}

function sameHeld(left: Held = [], right: Held = []): boolean {
  return left.length === right.length && left.every((id) => right.includes(id));
}

/** In the same order. */
function sameKeys(left: ReadonlyMap<string, unknown>, right: ReadonlyMap<string, unknown>): boolean {
  const others = right.keys();
  for (const key of left.keys()) if (others.next().value !== key) return false;
  return left.size === right.size;
}

function sameList(left: readonly MachineValue[], right: readonly MachineValue[], depth = 0): boolean {
  return (
    left.length === right.length &&
    left.every((item, index) => {
      const other = right[index];
      return other !== undefined && sameValue(item, other, depth);
    })
  );
}

function sameMap(left: ReadonlyMap<string, MachineValue>, right: ReadonlyMap<string, MachineValue>): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined || !sameValue(value, other)) return false;
  }
  return true;
}
