import type { Context } from "./context.js";
import { dictKey, type MachineValue } from "./machine.js";

/** Lists may hold themselves, or many times each other: so many values are compared. */
const mostValues = 1000;

/** Python's `left == right` of texts, numbers and what is made of them, undefined when not known. */
export function equal(
  left: MachineValue,
  right: MachineValue,
  context: Context,
  seen = { values: 0 },
): boolean | undefined {
  seen.values += 1;
  if (seen.values > mostValues) return undefined;
  const [a, b] = [plainOf(left, context), plainOf(right, context)];
  if (!a || !b) return undefined;
  if (a.type !== b.type) return false;
  if (a.type === "constant") return a.key === b.key;
  const isShorter = (one: Plain, other: Plain) => one.isWhole && one.items.length < other.least;
  if (isShorter(a, b) || isShorter(b, a)) return false;
  const isEmpty = a.isWhole && b.isWhole && a.items.length === 0;
  if (isEmpty) return true;
  if (a.type !== "list" && a.type !== "tuple") return undefined;
  if (!a.isWhole || !b.isWhole) return undefined;
  return everyOf(a.items.map((item, index) => equal(item, b.items[index] ?? item, context, seen)));
}

interface Plain {
  readonly type: "constant" | "tuple" | "list" | "set" | "dict";
  /** Of a constant. */
  readonly key?: string | undefined;
  readonly items: readonly MachineValue[];
  /** There are just these items. */
  readonly isWhole: boolean;
  /** It has as many items for certain. */
  readonly least: number;
}

/** Undefined: what it is equal to is decided by its class, or it is not known what it is. */
function plainOf(value: MachineValue, context: Context): Plain | undefined {
  if (value.kind === "constant")
    return { type: "constant", key: dictKey(value), items: [], isWhole: true, least: 0 };
  if (value.kind === "tuple")
    return { type: "tuple", items: value.items, isWhole: true, least: value.items.length };
  const object = context.object(value);
  if (object?.kind !== "dict" && object?.kind !== "list" && object?.kind !== "set") return undefined;
  if (object.kind !== "dict" && object.gives) return undefined;
  const items = object.kind === "dict" ? [...object.entries.values()] : object.items;
  const sure = items.filter((item) => !mayBeMissing(item));
  return {
    type: object.kind,
    items,
    isWhole: !object.open && sure.length === items.length,
    // Two items of a set may be one
    least: object.kind === "set" ? Math.min(sure.length, 1) : sure.length,
  };
}

function everyOf(all: readonly (boolean | undefined)[]): boolean | undefined {
  if (all.includes(false)) return false;
  return all.includes(undefined) ? undefined : true;
}

/** A dict's entry under a key that may not be there; an unknown one may come from joining with an open dict. */
export function mayBeMissing(value: MachineValue): boolean {
  if (value.kind === "either") return value.values.some(mayBeMissing);
  return value.kind === "absent" || value.kind === "unknown";
}
