import { convertedType } from "../../catalog/sagemaker-v3.js";
import type { ConvertedType } from "../../catalog/sdk-catalog.js";
import type { Value } from "../../python/value.js";
import type { Json } from "../../requests/request.js";

type Plain = string | number | boolean;

/** The value of a member of that name as the model has it. What pydantic refuses, and what is not known, stays as it is. */
export function asMember(name: string, value: Value): Value {
  if (value.kind === "either") return { ...value, values: value.values.map((one) => asMember(name, one)) };
  if (value.kind !== "constant" || value.data === null) return value;
  const data = memberData(name, value.data);
  return data === value.data ? value : { ...value, data };
}

/** The same of data. */
export function memberData<Data extends Json>(name: string, data: Data): Data | number | boolean {
  const type = convertedType(name);
  if (type === undefined || type === "map" || data === null || typeof data === "object") return data;
  return toType(type, data) ?? data;
}

/** What pydantic says of a value for a member of that name; undefined: nothing, or it depends on what is not known. */
export function refusedMember(name: string, value: Value | undefined): string | undefined {
  const type = convertedType(name);
  if (value?.kind !== "constant" || value.data === null || type === undefined || type === "map")
    return undefined;
  return toType(type, value.data) === undefined ? `${name}: input should be a valid ${type}` : undefined;
}

/**
 * What pydantic makes of a value where one of that type belongs: `"2"` is 2, `"no"` is False. Undefined: it refuses it.
 *
 * @source pydantic 2.14.3, its conversions in lax mode
 */
export function toType(type: Exclude<ConvertedType, "map">, given: Plain): number | boolean | undefined {
  if (type === "boolean") return toBoolean(given);
  if (typeof given === "boolean") return given ? 1 : 0;
  const number = typeof given === "number" ? given : toNumber(type, given);
  return type === "integer" && !Number.isInteger(number) ? undefined : number;
}

function toBoolean(given: Plain): boolean | undefined {
  if (typeof given === "boolean") return given;
  const text = String(given).toLowerCase();
  return booleans.get(text);
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...["1", "true", "t", "yes", "y", "on"].map((text) => [text, true] as const),
  ...["0", "false", "f", "no", "n", "off"].map((text) => [text, false] as const),
]);

/** An integer has no point but before zeros; a number may have an exponent. */
function toNumber(type: "integer" | "number", given: string): number | undefined {
  const text = given.trim();
  const form =
    type === "integer"
      ? /^[+-]?\d+(?:_\d+)*(?:\.0+)?$/
      : /^[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
  return form.test(text) ? Number(text.replaceAll("_", "")) : undefined;
}
