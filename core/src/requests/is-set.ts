import type { Value } from "../python/value.js";

/** Known to be something that has an effect: no None, no False, no empty list. */
export function isSet(value: Value | undefined): boolean {
  if (value?.kind === "constant") return Boolean(value.data);
  return (value?.kind === "list" || value?.kind === "tuple") && value.items.length > 0;
}
