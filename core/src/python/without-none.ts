import type { MachineValue } from "./machine.js";

/**
 * What goes on being called or expanded, or having an attribute or an item read or set: where it is None, Python raises, and what comes
 * after it is not reached.
 */
export function withoutNone(value: MachineValue): MachineValue {
  if (value.kind !== "either") return value;
  const [only, ...others] = value.values.filter((one) => one.kind !== "constant" || one.type !== "none");
  if (!only) return value;
  return others.length === 0 ? only : { kind: "either", values: [only, ...others] };
}
