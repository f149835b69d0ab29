import type { Value } from "../../python/value.js";
import { fieldOf, isAbsent } from "../../requests/field-of.js";
import type { Field, Json } from "../../requests/request.js";
import type { Mapped } from "./job-classes.js";

/** The attribute of an attribute: of each alternative where the object differs by branch. Undefined: not set. */
export function attributeAt(value: Value | undefined, [name, ...rest]: readonly string[]): Value | undefined {
  if (value === undefined || name === undefined || isAbsent(value))
    return isAbsent(value) ? undefined : value;
  if (value.kind === "either") {
    const values = value.values.map(
      (one) => attributeAt(one, [name, ...rest]) ?? ({ kind: "absent" } as const),
    );
    if (values.every(isAbsent)) return undefined;
    return { kind: "either", values, ...(value.span ? { span: value.span } : {}) };
  }
  if (value.kind === "object") return attributeAt(value.members.get(name), rest);
  // pydantic makes the object out of a dict
  if (value.kind === "dict" && (value.entries.has(name) || !value.open))
    return attributeAt(value.entries.get(name), rest);
  const why = value.kind === "unknown" ? value.why : "it is not followed";
  return { kind: "unknown", why, ...(value.span ? { span: value.span } : {}) };
}

/** What the request has for one attribute of the object that sends it. */
export function readField(root: Value | undefined, mapped: Mapped): Field | undefined {
  const { from, default: fallback, completed, dropsFalsy, convert } = mapped;
  const value = attributeAt(root, from);
  if (value === undefined || isAbsent(value)) {
    if (fallback !== undefined) return { state: "known", value: fallback, origin: { from: "SDK default" } };
    if (completed !== undefined) return { state: "unknown", why: completed, origin: { from: "SDK default" } };
    return undefined;
  }
  // What the SDK fills in itself was written nowhere
  const origin = value.span || value.kind === "either" ? "argument" : "SDK default";
  const field = fieldOf(withFallback(value, mapped), { from: origin }, convert);
  if (!dropsFalsy || field === undefined) return field;
  if (field.state === "known") return isFalsy(field.value) ? undefined : field;
  if (field.state !== "conditional" || !field.values) return field;
  return { ...field, values: field.values.map((one) => (isFalsy(one) ? undefined : one)) };
}

/** On a branch that does not set the attribute the default is sent. */
function withFallback(value: Value, { default: fallback, completed }: Mapped): Value {
  if (value.kind !== "either" || (fallback === undefined && completed === undefined)) return value;
  const instead: Value =
    typeof fallback === "number" || typeof fallback === "string" || typeof fallback === "boolean"
      ? { kind: "constant", data: fallback }
      : { kind: "unknown", why: completed ?? "the SDK completes it when the notebook runs" };
  return { ...value, values: value.values.map((one) => (isAbsent(one) ? instead : one)) };
}

/** As Python has it, but for lists: those are kept, to be told that they are empty. */
function isFalsy(value: Json | undefined): boolean {
  return value === "" || value === 0 || value === false || value === null;
}
