import type { Value } from "../python/value.js";
import type { Field, FieldItem, FieldPath, Json } from "./request.js";

/**
 * The fields of a request as the dict that a boto3 client would be given.
 *
 * @param whole They are all that is sent. Otherwise each structure may have more members than are known.
 */
export function parametersOf(
  fields: ReadonlyMap<FieldPath, Field>,
  { whole }: { readonly whole: boolean },
): Value {
  const root: Structure = { members: new Map(), isKnown: whole };
  for (const [path, field] of fields) place(root, path, field, whole);
  return toValue(root);
}

/** While it is put together. `isKnown`: it has no other members. */
interface Structure {
  readonly members: Map<string, Structure | Value>;
  isKnown: boolean;
}

function place(into: Structure, path: FieldPath, field: Field, whole: boolean, isInside = false): void {
  const dot = path.indexOf(".");
  const step = dot < 0 ? path : path.slice(0, dot);
  const old = into.members.get(step);
  if (dot < 0) {
    // A structure of which more is not known than the members that have fields of their own
    if (old && isStructure(old)) old.isKnown = false;
    else into.members.set(step, isInside ? withItsStructure(valueOf(field)) : valueOf(field));
    return;
  }
  const inside: Structure =
    old && isStructure(old) ? old : { members: new Map(), isKnown: whole && old?.kind !== "unknown" };
  into.members.set(step, inside);
  place(inside, path.slice(dot + 1), field, whole, true);
}

/** Where a member is absent on some branch, the structure that it is in may be missing with it. */
function withItsStructure(value: Value): Value {
  if (value.kind !== "either") return value;
  const values = value.values.map((one) => (one.kind === "absent" ? notSent : one));
  return { ...value, values };
}

const notSent: Value = { kind: "unknown", why: "it is not sent on some branch" };

function isStructure(one: Structure | Value): one is Structure {
  return "members" in one && "isKnown" in one;
}

function toValue({ members, isKnown }: Structure): Value {
  const entries = new Map<string, Value>();
  for (const [step, inner] of members) {
    const value = isStructure(inner) ? toValue(inner) : inner;
    const [, name, index] = step.endsWith("]") ? (/^(.*)\[(\d+)\]$/.exec(step) ?? []) : [];
    if (name === undefined) {
      entries.set(step, value);
      continue;
    }
    // One of several definitions in a list
    const list = entries.get(name);
    const items = list?.kind === "list" ? [...list.items] : [];
    while (items.length < Number(index)) items.push({ kind: "unknown", why: "it is read elsewhere" });
    items[Number(index)] = value;
    entries.set(name, { kind: "list", items, open: true });
  }
  return { kind: "dict", entries, open: !isKnown };
}

/** A field's value, with the places that are known of it. */
export function valueOf({ state, value, values = [], items, why, detail, span }: Field): Value {
  if (detail) return detail;
  const at = span ? { span } : {};
  const unknown: Value = { kind: "unknown", why: why ?? "known only when the notebook runs", ...at };
  switch (state) {
    case "known":
      return { ...fromJson(value, items ?? []), ...at };
    case "partial":
      return {
        kind: "list",
        items: (items ?? []).map((item) => fromJson(item.value, [item])),
        open: true,
        ...at,
      };
    case "conditional":
      return {
        kind: "either",
        values: [
          ...values.map((one) => fromJson(one, items ?? [], span)),
          ...(why === undefined ? [] : [unknown]),
        ],
        ...at,
      };
    case "unknown":
      return unknown;
  }
}

/** @param items Where items of a list were written, by their value. */
function fromJson(value: Json | undefined, items: readonly FieldItem[], span?: Value["span"]): Value {
  // The structure that it is in may be missing with it
  if (value === undefined) return notSent;
  const own = items.find((item) => item.value === value)?.span ?? span;
  const at = own ? { span: own } : {};
  if (isList(value))
    return { kind: "list", items: value.map((one) => fromJson(one, items)), open: false, ...at };
  if (value === null || typeof value !== "object") return { kind: "constant", data: value, ...at };
  const entries = new Map(Object.entries(value).map(([name, one]) => [name, fromJson(one, items)]));
  return { kind: "dict", entries, open: false, ...at };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
