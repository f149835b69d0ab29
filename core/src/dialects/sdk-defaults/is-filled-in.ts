import type { Value } from "../../python/value.js";

/** A constructor of the SDK filled the attribute of an object in from its defaults; the notebook does not set it. */
export function isFilledIn(value: Value | undefined): boolean {
  return value !== undefined && "read" in value && value.read.isDefault === true;
}
