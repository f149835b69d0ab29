import type { Value } from "../../python/value.js";

export type ObjectValue = Extract<Value, { kind: "object" }>;

/** The objects that a value is or holds, not those inside of them. */
export function objectsIn(value: Value | undefined): readonly ObjectValue[] {
  switch (value?.kind) {
    case "object":
      return [value];
    case "list":
    case "tuple":
      return value.items.flatMap(objectsIn);
    case "dict":
      return [...value.entries.values()].flatMap(objectsIn);
    case "either":
      return value.values.flatMap(objectsIn);
    default:
      return [];
  }
}
