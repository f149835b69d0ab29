import { keyOf } from "../../notebook/span.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { FieldPath } from "../../requests/request.js";
import { isFilledIn } from "../sdk-defaults/is-filled-in.js";
import type { JobClass } from "./job-classes.js";
import { attributeAt } from "./read-attributes.js";
import type { Construction } from "./read-job.js";

/** Attributes that are not as the constructor of their object left them: set anew, or a list that grew. */
export function laterPaths(
  { self }: Construction,
  root: Value | undefined,
  { mapped, prefix }: JobClass,
  made: ReadonlyMap<string, Value>,
): FieldPath[] {
  return mapped.flatMap(({ from, path }) => {
    const holder = attributeAt(root, from.slice(0, -1));
    const built = holder?.span && made.get(keyOf(holder.span));
    const before = built ? attributeAt(built, from.slice(-1)) : attributeAt(self, from);
    const now = attributeAt(root, from);
    const given = attributeAt(self, from.slice(0, -1));
    const isTakenAway = from.length > 1 && isAbsent(holder) && !isAbsent(given);
    if (isTakenAway) return [`${prefix}${path}`];
    return sameValue(before, now) || isFilledIn(now) ? [] : [`${prefix}${path}`];
  });
}

function sameValue(left: Value | undefined, right: Value | undefined): boolean {
  return JSON.stringify(left, plain) === JSON.stringify(right, plain);
}

function plain(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value;
}
