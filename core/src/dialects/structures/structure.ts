import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Look } from "../sagemaker-v2/family.js";

/** What a structure of the request is made of, besides the value of its own source. */
export interface Made {
  /** The class of the object that sends the request. */
  readonly type: string;
  /** Of a request that holds several jobs the one that is meant. */
  readonly part: string;
  /** Under which name that one is among them. */
  readonly named?: string;
  readonly look: Look;
  /** The text of a place below the session's default bucket, of which nothing but the bucket is known. */
  readonly belowDefaultBucket: () => Value;
}

/** The structure as the SDK sends it; undefined: it sends none. */
export type Shape = (value: Value | undefined, made: Made) => Value | undefined;

export type Entry = readonly [name: string, value: Value | undefined];

/** A structure without the members that are None. */
export function structure(entries: readonly Entry[], span?: Value["span"], open = false): Value {
  const given = entries.flatMap(([name, value]) =>
    value && !isAbsent(value) ? [[name, value] as const] : [],
  );
  return { kind: "dict", entries: new Map(given), open, ...(span ? { span } : {}) };
}

/** In the API's own shape. */
export const asGiven: Shape = (value) => (value === undefined || isAbsent(value) ? undefined : value);

/** A list in the API's own shape, but not an empty one. */
export const whenAny: Shape = (value) =>
  value === undefined || isAbsent(value) ? undefined : unlessEmpty(value);

/** The SDK leaves out a list that has nothing in it. */
export function unlessEmpty(value: Value | undefined): Value | undefined {
  if (value?.kind === "either")
    return { ...value, values: value.values.map((one) => unlessEmpty(one) ?? { kind: "absent" }) };
  return value?.kind === "list" && value.items.length === 0 && !value.open ? undefined : value;
}

/** What is made of each item of a list; undefined: there is no list. */
export function listOf(
  given: Value | undefined,
  make: (one: Value, index: number) => Value | undefined,
): Value | undefined {
  if (given === undefined || isAbsent(given)) return undefined;
  return eachOf(given, (one) => {
    if (isAbsent(one)) return undefined;
    if (one.kind !== "list" && one.kind !== "tuple") return unknown(whyOf(one), one.span);
    const items = one.items.map((item, index) => eachOf(item, (each) => make(each, index)));
    return { kind: "list", items, open: one.open, ...(one.span ? { span: one.span } : {}) };
  });
}

export function constant(data: string | number | boolean): Value {
  return { kind: "constant", data };
}

export function unknown(why: string, span?: Value["span"]): Value {
  return { kind: "unknown", why, ...(span ? { span } : {}) };
}

/** What is made of each alternative. */
export function eachOf(value: Value, make: (one: Value) => Value | undefined): Value {
  if (value.kind !== "either") return make(value) ?? { kind: "absent" };
  return { ...value, values: value.values.map((one) => eachOf(one, make)) };
}

/** How a text begins, as far as it is known. */
export function beginning(value: Value): string | undefined {
  if (value.kind === "constant") return typeof value.data === "string" ? value.data : undefined;
  const first = value.kind === "unknown" ? value.pattern?.[0] : undefined;
  return typeof first === "string" ? first : undefined;
}

/** Parameters, properties of steps and what is joined of them. */
export function isPipelineVariable(value: Value): boolean {
  return value.kind === "object" && /^sagemaker\.(?:core\.)?workflow\./.test(value.type);
}

/** Why a value is not known, for what is made of it. */
export function whyOf(value: Value): string {
  return value.kind === "unknown" ? value.why : "it is not followed";
}
