import type { Value } from "../python/value.js";
import type { Field, FieldPath, JobRequest, Json } from "../requests/request.js";
import { known, type ContextValue } from "./context.js";

/** What the request says of a member, as the texts that AWS's conditions compare. */
export function readField(request: JobRequest, path: FieldPath, isSetting: boolean): ContextValue {
  const field = request.fields.get(path);
  if (field !== undefined) return valueOf(field);
  // Of the settings that rules speak of every client is followed: what has no field is not sent
  return isSetting || isLeftOut(request.parameters, path) ? { state: "absent" } : unknown(whyNotSeen);
}

const whyNotSeen = "what the SDK sends there is not followed";

function valueOf(field: Field): ContextValue {
  const why = field.why ?? "known only when the notebook runs";
  switch (field.state) {
    case "known":
      return toContext(field.value);
    case "partial": {
      const some = (field.items ?? []).flatMap(({ value }) => textsOf(value) ?? []);
      return { state: "unknown", why, present: true, some };
    }
    case "conditional": {
      const values = (field.values ?? []).map(toContext);
      const rest: readonly ContextValue[] = field.why === undefined ? [] : [unknown(why)];
      return { state: "one of", values: [...values, ...rest], why: field.why ?? "it differs by branch" };
    }
    case "unknown":
      return unknown(why);
  }
}

function toContext(value: Json | undefined): ContextValue {
  if (value === undefined || value === null) return { state: "absent" };
  // What AWS does with a key given as "" is not documented
  if (value === "") return { state: "one of", values: [{ state: "absent" }, known("")], why: "it is empty" };
  const texts = textsOf(value);
  return texts === undefined
    ? { state: "unknown", why: "it is no plain value", present: true }
    : known(...texts);
}

function textsOf(value: Json): readonly string[] | undefined {
  if (typeof value === "string") return [value];
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  if (!Array.isArray(value)) return undefined;
  const items = value as readonly Json[];
  const texts = items.flatMap((item) => (Array.isArray(item) ? [] : (textsOf(item) ?? [])));
  return texts.length === items.length ? texts : undefined;
}

export const unknown = (why: string): ContextValue => ({ state: "unknown", why });

/** The author's dict has no such member, and none is added later. */
function isLeftOut(parameters: Value | undefined, path: FieldPath): boolean {
  let value = parameters;
  for (const step of path.split(".")) {
    if (value?.kind !== "dict") return false;
    const inner: Value | undefined = value.entries.get(step);
    if (inner === undefined) return !value.open;
    value = inner;
  }
  return false;
}
