import type { MachineValue } from "./machine.js";

/** Whether `a < b` in Python; undefined: not known, or an error. */
export function isLess(a: MachineValue, b: MachineValue): boolean | undefined {
  if (a.kind === "tuple" && b.kind === "tuple") return isLessTuple(a.items, b.items);
  if (a.kind !== "constant" || b.kind !== "constant") return undefined;
  if (a.type === "none" || b.type === "none" || (a.type === "str") !== (b.type === "str")) return undefined;
  if (a.type !== "str") return Number(a.data) < Number(b.data);
  const [left, right] = [String(a.data), String(b.data)];
  // UTF-16 order differs from Python's beyond the first plane; such texts are not compared
  return /[\ud800-\udfff]/.test(left + right) ? undefined : left < right;
}

function isLessTuple(a: readonly MachineValue[], b: readonly MachineValue[]): boolean | undefined {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (!right) return false;
    // Python looks no further at what is the same object
    if (left.kind === "reference" && right.kind === "reference" && left.id === right.id) continue;
    const less = isLess(left, right);
    const more = isLess(right, left);
    if (less === undefined || more === undefined) return undefined;
    if (less || more) return less;
  }
  return a.length < b.length;
}

/**
 * The order that `sorted` gives items with these keys, equal ones as they stood; undefined: not all keys can be
 * compared, so that what Python does is not known.
 */
export function orderOf(keys: readonly MachineValue[], reverse: boolean): readonly number[] | undefined {
  const unclear: MachineValue[] = [];
  const places = keys.map((_, index) => index);
  const compare = (a: MachineValue, b: MachineValue) => {
    const less = isLess(a, b);
    const more = isLess(b, a);
    if (less === undefined || more === undefined) unclear.push(a);
    return less === true ? -1 : more === true ? 1 : 0;
  };
  // A sort need not look at each pair, so the first item is held against all
  const [first] = keys;
  if (first && keys.length > 1) for (const key of keys.slice(1)) compare(first, key);
  const ordered = places.sort((one, other) => {
    const [a, b] = [keys[one], keys[other]];
    return a && b ? (reverse ? compare(b, a) : compare(a, b)) : 0;
  });
  return unclear.length === 0 ? ordered : undefined;
}
