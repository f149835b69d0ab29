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

/**
 * The object with each of those that the first of the members that has several may be, one on each branch; itself where
 * there is no such member, or not every branch gives an object.
 */
export function withEachObject(owner: ObjectValue, members: readonly string[]): readonly ObjectValue[] {
  for (const name of members) {
    const given = owner.members.get(name);
    if (given?.kind !== "either" || !given.values.every(({ kind }) => kind === "object")) continue;
    return given.values.map((one) => ({ ...owner, members: new Map(owner.members).set(name, one) }));
  }
  return [owner];
}
