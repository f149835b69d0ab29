import type { Value } from "../../python/value.js";
import { fieldOf, isAbsent } from "../../requests/field-of.js";
import type { Field, FieldPath, HalfVpc, Origin } from "../../requests/request.js";
import type { Settings } from "../../requests/settings.js";

const argument: Origin = { from: "argument" };

/** Structures become a field for each of their members; a structure that is not known whole stays one unknown field. */
export function addFields(fields: Map<FieldPath, Field>, path: FieldPath, value: Value): void {
  if (value.kind === "dict" && value.entries.size > 0) {
    for (const [name, entry] of value.entries) addFields(fields, `${path}.${name}`, entry);
    if (value.open)
      fields.set(path, {
        state: "unknown",
        why: "the dict has more than is known",
        origin: argument,
        ...(value.span ? { span: value.span } : {}),
      });
    return;
  }
  if (value.kind === "either" && value.values.some(({ kind }) => kind === "dict")) {
    addAlternatives(fields, path, value);
    return;
  }
  // botocore refuses None, where the SDK leaves it out
  const field = isNone(value)
    ? ({
        state: "known",
        value: null,
        origin: argument,
        ...(value.span ? { span: value.span } : {}),
      } as const)
    : fieldOf(value, argument);
  if (field) fields.set(path, field);
}

function isNone(value: Value): boolean {
  return value.kind === "constant" && value.data === null;
}

/** A structure that differs by branch: each member differs by branch. */
function addAlternatives(
  fields: Map<FieldPath, Field>,
  path: FieldPath,
  value: Extract<Value, { kind: "either" }>,
): void {
  const dicts = value.values.flatMap((one) => (one.kind === "dict" ? [one] : []));
  for (const name of new Set(dicts.flatMap(({ entries }) => [...entries.keys()]))) {
    const values = value.values.map((one): Value => {
      if (one.kind === "dict")
        return (
          one.entries.get(name) ??
          (one.open ? { kind: "unknown", why: "the dict has more than is known" } : { kind: "absent" })
        );
      return one;
    });
    addFields(fields, `${path}.${name}`, {
      kind: "either",
      values,
      ...(value.span ? { span: value.span } : {}),
    });
  }
}

/** What a member is in the structures above it, on each branch; of a structure that is not known whole, unknown. */
export function memberAt(
  members: ReadonlyMap<string, Value>,
  [step = "", ...rest]: readonly string[],
): Value {
  const value = members.get(step);
  return value === undefined ? { kind: "absent" } : inValue(value, rest);
}

function inValue(value: Value, steps: readonly string[]): Value {
  if (steps.length === 0) return value;
  switch (value.kind) {
    case "dict": {
      const member = memberAt(value.entries, steps);
      return member.kind === "absent" && value.open
        ? { kind: "unknown", why: "the dict has more than is known" }
        : member;
    }
    case "either": {
      const values = value.values
        .map((one) => inValue(one, steps))
        .flatMap((one) => (one.kind === "either" ? one.values : [one]));
      return values.every(isAbsent) ? { kind: "absent" } : { ...value, values };
    }
    case "unknown":
    case "object":
      return value;
    default:
      return { kind: "absent" };
  }
}

export function halfOf(
  { subnets, securityGroupIds }: Pick<Settings, "subnets" | "securityGroupIds"> = {},
  fields: ReadonlyMap<FieldPath, Field>,
): HalfVpc | undefined {
  if (subnets === undefined || securityGroupIds === undefined || !subnets.includes(".")) return undefined;
  return fields.has(subnets) === fields.has(securityGroupIds) ? undefined : "botocore refuses";
}
