import type { MachineValue } from "./machine.js";

const sizes = new WeakMap<MachineValue, number>();

/**
 * How many values there are in tuples, those in inner ones each as often as it is there: `a = (a, a)`, again and again, has no
 * end to it.
 */
export function sizeOf(items: readonly MachineValue[]): number {
  let size = items.length;
  for (const item of items) if (item.kind === "tuple" || item.kind === "either") size += sizeInside(item);
  return size;
}

function sizeInside(value: Extract<MachineValue, { readonly kind: "tuple" | "either" }>): number {
  const known = sizes.get(value);
  if (known !== undefined) return known;
  const size = sizeOf(value.kind === "tuple" ? value.items : value.values);
  sizes.set(value, size);
  return size;
}
