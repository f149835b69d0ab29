import { isNeverEmpty } from "../../python/text-pattern.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Family } from "./family.js";

/** The value at the end of attributes and dict keys; of what differs by branch each alternative's. Undefined: not there. */
export function valueAt(value: Value | undefined, steps: readonly string[], from = 0): Value | undefined {
  const step = steps[from];
  if (value === undefined || step === undefined) return value;
  switch (value.kind) {
    case "object":
      // What is not given to an object that is given is None
      return valueAt(value.members.get(step) ?? (value.open === true ? changed : notGiven), steps, from + 1);
    case "dict":
      return valueAt(value.entries.get(step) ?? (value.open ? moreInDict : undefined), steps, from + 1);
    case "either":
      return {
        kind: "either",
        values: value.values.map((one) => valueAt(one, steps, from) ?? { kind: "absent" }),
        ...(value.span ? { span: value.span } : {}),
      };
    case "constant":
    case "absent":
      return isAbsent(value) ? undefined : { kind: "unknown", why: "it is not followed" };
    case "unknown":
      return value;
    default:
      return { kind: "unknown", why: "it is not followed", ...(value.span ? { span: value.span } : {}) };
  }
}

const notGiven: Value = { kind: "constant", data: null };
const moreInDict: Value = { kind: "unknown", why: "the dict has more than is known" };
const changed: Value = { kind: "unknown", why: "code that is not followed may have set it" };

/** What an object has for a parameter of its constructor; undefined: it was not given. */
export function memberOf(value: Value, parameter: string, family: Family | undefined): Value | undefined {
  if (value.kind !== "object") return undefined;
  const attribute = family?.attributes.get(parameter);
  const member =
    (attribute === undefined ? undefined : value.members.get(attribute)) ?? value.members.get(parameter);
  return member ?? (value.open ? changed : undefined);
}

/** Something else than None; "maybe" when it depends or is not known. */
export function isGiven(value: Value | undefined): boolean | "maybe" {
  if (isAbsent(value)) return false;
  if (value?.kind === "unknown") return "maybe";
  return value?.kind === "either" ? onAllBranches(value.values.map(isGiven)) : true;
}

/** `{}`, and nothing that is not followed put something into it. */
export function isEmptyDict(value: Value | undefined): boolean {
  return value?.kind === "dict" && value.entries.size === 0 && !value.open;
}

/** Python's truth: an empty list is not. */
export function isTruthy(value: Value | undefined): boolean | "maybe" {
  switch (value?.kind) {
    case "constant":
      return Boolean(value.data);
    case "list":
    case "tuple":
    case "set":
      return value.items.length > 0 || (value.open && "maybe");
    case "dict":
      return value.entries.size > 0 || (value.open && "maybe");
    case "either":
      return onAllBranches(value.values.map(isTruthy));
    case "unknown":
      return value.pattern !== undefined && isNeverEmpty(value.pattern) ? true : "maybe";
    default:
      return isGiven(value);
  }
}

function onAllBranches(all: readonly (boolean | "maybe")[]): boolean | "maybe" {
  const [first = "maybe"] = all;
  return all.every((one) => one === first) ? first : "maybe";
}
