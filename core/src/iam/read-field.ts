import type { Value } from "../python/value.js";
import type { Field, FieldPath, JobRequest, Json } from "../requests/request.js";
import { fieldOf } from "../requests/field-of.js";
import { indexOf, stepsOf } from "../requests/path-steps.js";
import { known, whyUnknown, type ContextValue } from "./context.js";

/** What the request says of a member, as the texts that AWS's conditions compare. */
export function readField(request: JobRequest, path: FieldPath, isSetting: boolean): ContextValue {
  const field = request.fields.get(path);
  if (field !== undefined) return valueOf(field);
  // Of the settings that rules speak of every client is followed: what has no field is not sent
  return isSetting || isLeftOut(request.parameters, path) ? { state: "absent" } : unknown(whyNotSeen);
}

/** The values of all members together, as those of a key with many. `[]` in a path: of each item of the list. */
export function readAll(request: JobRequest, paths: readonly FieldPath[], setting?: FieldPath): ContextValue {
  const own = setting === undefined ? [] : [readField(request, setting, true)];
  const [first] = own;
  // An SDK's own classes are followed for the setting alone; what is beside it in a dict is seen
  const isFollowed = first === undefined || first.state === "absent" || request.parameters !== undefined;
  const others = isFollowed
    ? paths.filter((path) => path !== setting).map((path) => readEach(request, path))
    : [];
  return together([...own, ...others]);
}

function readEach(request: JobRequest, path: FieldPath): ContextValue {
  if (!path.includes("[]")) return readField(request, path, false);
  const { parameters } = request;
  if (parameters === undefined) return unknown(whyNotSeen);
  return together(valuesAt(parameters, stepsOf(path)));
}

function valuesAt(value: Value, [step, ...rest]: readonly string[]): readonly ContextValue[] {
  if (step === undefined) {
    const field = fieldOf(value, { from: "argument" });
    return [field === undefined ? { state: "absent" } : valueOf(field)];
  }
  if (step === "[]" && (value.kind === "list" || value.kind === "tuple")) {
    const items = value.items.flatMap((item) => valuesAt(item, rest));
    return value.open ? [...items, unknown("the list goes on")] : items;
  }
  if (step !== "[]" && value.kind === "dict") {
    const inner = value.entries.get(step);
    if (inner !== undefined) return valuesAt(inner, rest);
    return [value.open ? unknown("there may be more members") : { state: "absent" }];
  }
  return [unknown("it is known only when the notebook runs")];
}

/** A key with the values of several members. */
function together(values: readonly ContextValue[]): ContextValue {
  const given = values.filter(({ state }) => state !== "absent");
  const [only, ...more] = given;
  if (only === undefined) return { state: "absent" };
  if (more.length === 0) return only;
  const some = [...new Set(given.flatMap((one) => (one.state === "known" ? one.values : someOf(one))))];
  if (given.every(({ state }) => state === "known")) return known(...some);
  const why = given.map(whyUnknown).find((one) => one !== undefined) ?? "it is not known whole";
  const isPresent = given.some((one) => one.state === "known" || (one.state === "unknown" && one.present));
  return isPresent ? { state: "unknown", why, present: true, some } : unknown(why);
}

const someOf = (value: ContextValue): readonly string[] =>
  value.state === "unknown" && value.present === true ? (value.some ?? []) : [];

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
  for (const step of stepsOf(path)) {
    const index = indexOf(step);
    if (index !== undefined && (value?.kind === "list" || value?.kind === "tuple")) {
      value = value.items[index];
      continue;
    }
    if (value?.kind !== "dict") return false;
    const inner: Value | undefined = value.entries.get(step);
    if (inner === undefined) return !value.open;
    value = inner;
  }
  return false;
}
