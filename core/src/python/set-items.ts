import type { Context } from "./context.js";
import { dictKey, type MachineValue } from "./machine.js";

/** What a set holds, each once, in no order; undefined: not known. Of equal items the first stays. */
export function setItems(value: MachineValue, context: Context): readonly MachineValue[] | undefined {
  const object = context.object(value);
  return object?.kind === "set" && !object.open ? distinct(object.items) : undefined;
}

/** Each constant once, the first of those that are equal; undefined: not all are constants. */
export function distinct(items: readonly MachineValue[]): readonly MachineValue[] | undefined {
  const found = new Map<string, MachineValue>();
  for (const item of items) {
    const key = dictKey(item);
    if (key === undefined) return undefined;
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.values()];
}
