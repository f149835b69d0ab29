import type { FieldPlace, FieldStep, Json } from "../../requests/request.js";
import type { Span } from "../../notebook/span.js";
import type { Setting } from "./make-source.js";

/** A value and where it belongs. */
export interface PlacedValue extends FieldPlace {
  readonly value: Json;
  /** On branches where there is a value, that stays. */
  readonly onlyWhereMissing?: true;
  /** The notebook sets it once more, after the call. */
  readonly isSetLater?: boolean;
  /** The attribute that it is of no use without is set after the call, and this one is not given in the call. */
  readonly beside?: string;
  /** What was assigned after the call goes: the value belongs into the call. */
  readonly instead?: Span;
}

/** What to set by keyword; undefined: one value is both a value and a structure. */
export function settingsFor(values: readonly PlacedValue[]): Map<string, Setting> | undefined {
  const settings = new Map<string, Setting>();
  return values.every(({ steps, value }) => addSetting(settings, steps, value)) ? settings : undefined;
}

function addSetting(
  settings: Map<string, Setting>,
  [step, ...rest]: readonly FieldStep[],
  value: Json,
): boolean {
  if (step === undefined) return false;
  const { keyword: name, made } = typeof step === "string" ? { keyword: step, made: undefined } : step;
  if (rest.length === 0) {
    settings.set(name, { value });
    return true;
  }
  const old = settings.get(name);
  if (old && !("members" in old)) return false;
  const members = new Map(old?.members);
  settings.set(name, { members, ...(made === undefined ? {} : { made }) });
  return addSetting(members, rest, value);
}
