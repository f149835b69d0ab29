import type { Value } from "../python/value.js";
import type { Field, FieldItem, Json, Origin } from "./request.js";

/**
 * A Python value as a field of the request. Undefined: it is not sent, as None is not.
 *
 * @param convert Changes a known value on the way, as the SDK would; undefined when the SDK's result is not known.
 */
export function fieldOf(
  value: Value,
  given: Origin,
  convert: (json: Json) => Json | undefined = (json) => json,
): Field | undefined {
  const at = { ...(value.span ? { span: value.span } : {}), ...(hasDetail(value) ? { detail: value } : {}) };
  const origin = originOf(value) ?? given;
  if (isAbsent(value)) return undefined;
  if (value.kind === "either") return { ...conditional(value, origin, convert), ...at };
  const json = toJson(value);
  if (json !== undefined) {
    const sent = convert(json);
    if (sent === undefined)
      return {
        state: "unknown",
        why: "the SDK completes it when the notebook runs",
        completedFrom: json,
        origin,
        ...at,
      };
    return {
      state: "known",
      value: sent,
      origin,
      ...(Array.isArray(sent) ? { items: itemsOf(value) } : {}),
      ...at,
    };
  }
  const items = itemsOf(value);
  if (items.length > 0) return { state: "partial", items, why: whyUnknown(value), origin, ...at };
  return { state: "unknown", why: whyUnknown(value), origin, ...at };
}

/** The file that a value was read from; undefined: it is written in the notebook, or computed. */
function originOf(value: Value): Origin | undefined {
  const read = "read" in value ? value.read : undefined;
  if (read === undefined) return undefined;
  const { file, line, isDefault } = read;
  return { from: isDefault === true ? "defaults file" : "file", file, line };
}

/** There is more to it than a field's value tells. */
function hasDetail(value: Value): boolean {
  switch (value.kind) {
    case "unknown":
      return value.pattern !== undefined;
    case "dict":
    case "tuple":
      return true;
    case "list":
      return value.items.some(hasDetail);
    case "either":
      return value.values.some(hasDetail);
    default:
      return false;
  }
}

/** None, or a name that is not there: nothing is sent. */
export function isAbsent(value: Value | undefined): boolean {
  return value === undefined || value.kind === "absent" || (value.kind === "constant" && value.data === null);
}

/** Undefined when any part is not known. None inside stays null. */
export function toJson(value: Value): Json | undefined {
  switch (value.kind) {
    case "constant":
      return value.data;
    case "list":
    case "tuple": {
      if (value.open) return undefined;
      const items = value.items.map(toJson);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case "dict": {
      if (value.open) return undefined;
      const members: Record<string, Json> = {};
      for (const [key, entry] of value.entries) {
        if (entry.kind === "absent") continue;
        const json = toJson(entry);
        if (json === undefined) return undefined;
        members[key] = json;
      }
      return members;
    }
    default:
      return undefined;
  }
}

function conditional(
  value: Extract<Value, { kind: "either" }>,
  origin: Origin,
  convert: (json: Json) => Json | undefined,
): Field {
  const fields = alternatives(value).map((one) => fieldOf(one, origin, convert));
  const all = fields.flatMap((field) =>
    field === undefined ? [undefined] : field.state === "known" ? [field.value] : [],
  );
  const values = [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
  const items = fields.flatMap((field) => field?.items ?? []);
  const unknown = fields.find((field) => field && field.state !== "known");
  const at = value.span ? { span: value.span } : {};
  if (values.length === 0 && items.length === 0)
    return { state: "unknown", why: unknown?.why ?? "it differs by branch", origin, ...at };
  return {
    state: "conditional",
    values,
    ...(items.length > 0 ? { items } : {}),
    ...(unknown?.why === undefined ? {} : { why: unknown.why }),
    origin,
    ...at,
  };
}

/** An attribute that differs by branch, of an object that does. */
function alternatives(value: Value): readonly Value[] {
  return value.kind === "either" ? value.values.flatMap(alternatives) : [value];
}

function itemsOf(value: Value): FieldItem[] {
  if (value.kind !== "list" && value.kind !== "tuple") return [];
  return value.items.flatMap((item) => {
    const json = toJson(item);
    return json === undefined ? [] : [{ value: json, ...(item.span ? { span: item.span } : {}) }];
  });
}

function whyUnknown(value: Value): string {
  if (value.kind === "unknown") return value.why;
  if (value.kind === "list" || value.kind === "tuple" || value.kind === "dict") {
    const inside = [...(value.kind === "dict" ? value.entries.values() : value.items)];
    const unknown = inside.find((item) => item.kind !== "absent" && toJson(item) === undefined);
    if (unknown) return whyUnknown(unknown);
    return value.kind === "dict" ? "the dict has more than is known" : "the list has more than is known";
  }
  if (value.kind === "either")
    return value.values.map(whyUnknown).find((why) => why !== notFollowed) ?? notFollowed;
  if (value.kind !== "object") return notFollowed;
  if (value.type === "json.text") return "it is made into text when the notebook runs";
  return pipelineVariable.test(value.type)
    ? "it is known only when the pipeline runs"
    : `it is a ${value.type}`;
}

const notFollowed = "it is not followed";

/** Parameters, properties of steps and what is joined of them. */
const pipelineVariable = /^sagemaker\.(?:core\.)?workflow\./;
