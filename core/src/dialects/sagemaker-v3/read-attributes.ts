import type { Value } from "../../python/value.js";
import { fieldOf, isAbsent } from "../../requests/field-of.js";
import type { Field, Json } from "../../requests/request.js";
import type { Mapped } from "./job-classes.js";

/**
 * The attribute of an attribute: of each alternative where the object differs by branch. Undefined: not set.
 *
 * @param instead What an object that does not set the last of them has.
 */
export function attributeAt(
  value: Value | undefined,
  [name, ...rest]: readonly string[],
  instead?: Value,
): Value | undefined {
  if (value === undefined || isAbsent(value)) return undefined;
  if (name === undefined) return value;
  if (value.kind === "either") {
    const values = value.values.map(
      (one) => attributeAt(one, [name, ...rest], instead) ?? ({ kind: "absent" } as const),
    );
    if (values.every(isAbsent)) return undefined;
    return { kind: "either", values, ...(value.span ? { span: value.span } : {}) };
  }
  // pydantic makes the object out of a dict
  const members =
    value.kind === "object"
      ? value.members
      : value.kind === "dict" && (value.entries.has(name) || !value.open)
        ? value.entries
        : undefined;
  if (members) {
    const member =
      members.get(name) ?? (value.kind === "object" && value.open === true ? changed : undefined);
    if (rest.length > 0) return attributeAt(member, rest, instead);
    if (member?.kind !== "either" || instead === undefined) return isAbsent(member) ? instead : member;
    return { ...member, values: member.values.map((one) => (isAbsent(one) ? instead : one)) };
  }
  const why = value.kind === "unknown" ? value.why : "it is not followed";
  return { kind: "unknown", why, ...(value.span ? { span: value.span } : {}) };
}

const changed: Value = { kind: "unknown", why: "code that is not followed may have set it" };

/** What the request has for one attribute of the object that sends it. */
export function readField(root: Value | undefined, mapped: Mapped): Field | undefined {
  const { from, default: fallback, completed, dropsFalsy, convert } = mapped;
  const instead: Value | undefined =
    fallback !== undefined
      ? { kind: "constant", data: fallback }
      : completed === undefined
        ? undefined
        : { kind: "unknown", why: completed };
  const value =
    mapped.forNone === true
      ? (attributeAt(root, from) ?? (isNone(root, from) ? instead : undefined))
      : attributeAt(root, from, instead);
  if (value === undefined) return undefined;
  // What the SDK fills in itself was written nowhere
  const origin = value.span || value.kind === "either" ? "argument" : "SDK default";
  const field = fieldOf(value, { from: origin }, convert);
  if (!dropsFalsy || field === undefined) return field;
  if (field.state === "known") return isFalsy(field.value) ? undefined : field;
  if (field.state !== "conditional" || !field.values) return field;
  return { ...field, values: field.values.map((one) => (isFalsy(one) ? undefined : one)) };
}

/** None, or of an object that is None. */
function isNone(root: Value | undefined, from: readonly string[]): boolean {
  const holder = attributeAt(root, from.slice(0, -1));
  return holder?.kind !== "object" || holder.members.has(from.at(-1) ?? "");
}

/** As Python has it, but for lists: those are kept, to be told that they are empty. */
function isFalsy(value: Json | undefined): boolean {
  return value === "" || value === 0 || value === false || value === null;
}
