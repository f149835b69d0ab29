import { keyOf } from "../../notebook/span.js";
import type { Value } from "../../python/value.js";
import type { ObjectValue } from "./objects-in.js";
import { sameValue } from "./places.js";

/** One object as it is at several times: what is not the same at all of them is told as what differs by branch. */
export function objectAtTimes(first: ObjectValue, others: readonly ObjectValue[]): ObjectValue {
  return others.reduce(joined, first);
}

function joined(one: ObjectValue, other: ObjectValue): ObjectValue {
  const members = new Map<string, Value>();
  for (const name of new Set([...one.members.keys(), ...other.members.keys()]))
    members.set(name, joinedValue(one.members.get(name) ?? absent, other.members.get(name) ?? absent));
  return { ...one, members, ...(other.open === true ? { open: true } : {}) };
}

function joinedValue(one: Value, other: Value): Value {
  if (sameValue(one, other)) return one;
  if (one.kind === "object" && other.kind === "object" && isSameObject(one, other)) return joined(one, other);
  return { kind: "either", values: [...alternativesOf(one), ...alternativesOf(other)] };
}

/** Made by the same call. */
function isSameObject(one: ObjectValue, other: ObjectValue): boolean {
  return one.type === other.type && one.span !== undefined && other.span !== undefined
    ? keyOf(one.span) === keyOf(other.span)
    : false;
}

function alternativesOf(value: Value): readonly Value[] {
  return value.kind === "either" ? value.values : [value];
}

const absent: Value = { kind: "absent" };
