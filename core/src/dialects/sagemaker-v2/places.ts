import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { FieldPlace, FieldStep } from "../../requests/request.js";
import { isFilledIn } from "../sdk-defaults/is-filled-in.js";
import { constructorCall, type Construction, type Constructions } from "./construction.js";
import { familyOf } from "./family-of.js";
import { memberOf } from "./values.js";

/** A place, and whether the notebook sets the value once more after the call there. */
export interface FoundPlace {
  readonly place: FieldPlace;
  readonly setLater: boolean;
}

/**
 * The call where a value is given that an object has: the constructor's, or that of an object which the constructor is
 * given, wherever it was made. Undefined when no call of the notebook can give it.
 *
 * @param now The object as it is when the request is sent.
 * @param steps Attributes and dict keys, by parameter name.
 */
export function placeOf(
  construction: Construction,
  now: Value,
  steps: readonly string[],
  constructions: Constructions,
): FoundPlace | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return undefined;
  const family = familyOf(construction.type);
  const value = memberOf(now, step, family);
  const built = memberOf(construction.self, step, family);
  if (rest.length > 0 && value?.kind === "object") {
    const inner = constructions.of(value);
    return inner && placeOf(inner, value, rest, constructions);
  }
  const made = rest.length === 0 ? undefined : family?.objects.get(step);
  const kind = value?.kind;
  if (rest.length > 0 && !isAbsent(value) && kind !== "dict" && kind !== "either") return undefined;
  const first: FieldStep = made === undefined ? step : { keyword: step, made };
  return {
    place: { call: constructorCall(construction), steps: [first, ...rest] },
    setLater: !sameValue(built, value) && !isFilledIn(value) && !isMade(value),
  };
}

/** An empty list that nobody wrote: the SDK's, for a half that is not given. */
function isMade(value: Value | undefined): boolean {
  return value?.kind === "list" && value.items.length === 0 && !value.open && value.span === undefined;
}

/** Equal in all that they hold. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (left instanceof Map) {
    return (
      right instanceof Map &&
      left.size === right.size &&
      [...left].every(([key, value]) => sameValue(value, right.get(key)))
    );
  }
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) =>
      sameValue((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
    )
  );
}
