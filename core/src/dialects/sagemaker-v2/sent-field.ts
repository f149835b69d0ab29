import type { Value } from "../../python/value.js";
import { fieldOf, isAbsent } from "../../requests/field-of.js";
import type { Field, Json, Origin } from "../../requests/request.js";
import type { Made, Shape } from "../structures/structure.js";
import type { Mapped } from "./family.js";
import type { Sources } from "./sources.js";
import { isGiven } from "./values.js";

const argument: Origin = { from: "argument" };
const sdkDefault: Origin = { from: "SDK default" };

/**
 * One field of a request as the SDK fills it, its defaults file aside; undefined: it is not sent.
 *
 * @param isSent Maybe: on some way only.
 */
export function sentField(
  mapped: Mapped,
  isSent: true | "maybe",
  source: Sources,
  made: Made,
): Field | undefined {
  const field = mapped.shape ? shapedField(mapped.shape, mapped, source, made) : fieldFor(source, mapped);
  return field && isSent !== true ? perhaps(field) : field;
}

function fieldFor(source: Sources, mapped: Mapped): Field | undefined {
  const { from, default: fallback, unknown, forNone, sendsNone, convert } = mapped;
  const leftOut = source.leftOut(mapped);
  const set = source.set(mapped);
  if (set !== undefined) return set === null ? undefined : { state: "known", value: set, origin: sdkDefault };
  const value = source.value(from);
  if (unknown !== undefined && isGiven(value) === false && !source.isExplicitNone(from))
    return { state: "unknown", why: unknown, origin: sdkDefault };
  if (
    sendsNone === true &&
    source.isLaunched &&
    isAbsent(value) &&
    (value?.kind === "constant" || fallback === undefined)
  )
    return { state: "known", value: null, origin: value === undefined ? sdkDefault : argument };
  if (value === undefined)
    return fallback === undefined ? undefined : { state: "known", value: fallback, origin: sdkDefault };
  const given = fallback === undefined ? value : orDefault(value, fallback);
  const field = fieldOf(forNone === undefined ? given : replaceNone(given, forNone), argument, convert);
  if (field?.state === "known") return leftOut !== undefined && field.value === leftOut ? undefined : field;
  if (field?.state !== "conditional") return field;
  const values =
    field.values?.map((one) => (leftOut !== undefined && one === leftOut ? undefined : one)) ?? [];
  const isNeverSent = field.why === undefined && values.every((one) => one === undefined);
  return isNeverSent ? undefined : { ...field, values };
}

/** What is made of a launch's arguments is told where there is a launch. */
function shapedField(shape: Shape, { from }: Mapped, source: Sources, made: Made): Field | undefined {
  if (from.some(({ of }) => of === "launch") && !source.isLaunched) return undefined;
  const value = shape(source.value(from), made);
  return value && fieldOf(value, value.span || value.kind === "either" ? argument : sdkDefault);
}

/** What is given on one branch alone is the default on the others. */
function orDefault(value: Value, data: Json): Value {
  if (value.kind !== "either" || (typeof data === "object" && data !== null)) return value;
  const values = value.values.map((one): Value => (one.kind === "absent" ? { kind: "constant", data } : one));
  return { ...value, values };
}

function replaceNone(value: Value, data: boolean): Value {
  if (value.kind === "either") return { ...value, values: value.values.map((one) => replaceNone(one, data)) };
  return value.kind === "constant" && value.data === null ? { ...value, data } : value;
}

/** Sent on some way only. */
function perhaps(field: Field): Field {
  if (field.state !== "known" && field.state !== "conditional") return field;
  const { items, why, origin, span } = field;
  return {
    state: "conditional",
    values: [...(field.state === "known" ? [field.value] : (field.values ?? [])), undefined],
    ...(items ? { items } : {}),
    ...(why === undefined ? {} : { why }),
    origin,
    ...(span ? { span } : {}),
  };
}
