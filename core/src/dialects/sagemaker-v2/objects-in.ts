import type { Value } from "../../python/value.js";

/** The objects that a value is or holds, not those inside of them. */
export function objectsIn(value: Value | undefined): readonly Extract<Value, { kind: "object" }>[] {
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
