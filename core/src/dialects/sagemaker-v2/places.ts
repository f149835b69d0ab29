import type { Run } from "../../python/run-notebook.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { FieldPlace, FieldStep } from "../../requests/request.js";
import type { Construction, Constructions } from "./construction.js";
import { familyOf } from "./family-of.js";
import { importedName } from "./imported-name.js";
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
  run: Run,
): FoundPlace | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return undefined;
  const family = familyOf(construction.type);
  const value = memberOf(now, step, family);
  const built = memberOf(construction.self, step, family);
  if (rest.length > 0 && value?.kind === "object") {
    const inner = constructions.of(value);
    return inner && placeOf(inner, value, rest, constructions, run);
  }
  const made = rest.length === 0 ? undefined : family?.objects.get(step);
  if (rest.length > 0 && !isAbsent(value) && value?.kind !== "dict") return undefined;
  const first = made === undefined ? step : madeStep(step, made, construction, run);
  if (first === undefined) return undefined;
  return {
    place: { call: constructions.callOf(construction), steps: [first, ...rest] },
    setLater: !sameValue(built, value),
  };
}

function madeStep(keyword: string, path: string, { site }: Construction, run: Run): FieldStep | undefined {
  const name = importedName(path, site.span, run);
  return name && { keyword, ...name };
}

function sameValue(left: Value | undefined, right: Value | undefined): boolean {
  return JSON.stringify(left, plain) === JSON.stringify(right, plain);
}

function plain(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value;
}
