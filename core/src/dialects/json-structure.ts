import { jsonText } from "../python/json-text.js";
import type { Value } from "../python/value.js";
import type { Json } from "../requests/request.js";

/** What a text of JSON says, or what `json.dumps` made it of; undefined: not known, or no JSON. */
export function structureOf(value: Value | undefined): Value | undefined {
  if (value?.kind === "object" && value.type === jsonText) return value.members.get("of");
  if (value?.kind !== "constant" || typeof value.data !== "string") return undefined;
  try {
    return asValue(JSON.parse(value.data) as Json);
  } catch {
    return undefined;
  }
}

function asValue(json: Json): Value {
  if (json === null || typeof json !== "object") return { kind: "constant", data: json };
  if (isList(json)) return { kind: "list", items: json.map(asValue), open: false };
  return {
    kind: "dict",
    entries: new Map(Object.entries(json).map(([name, value]) => [name, asValue(value)])),
    open: false,
  };
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
