import { keyOf } from "../../notebook/span.js";
import type { Field, FieldPath, JobRequest } from "../../requests/request.js";
import { joinFields, joinRequests } from "../call-of.js";

/**
 * What steps come to in their pipeline's definition, without those whose place there is not known. Where several may
 * be at one place, as on two branches or by several calls of a function, what differs is conditional.
 */
export function fieldsOfSteps(steps: readonly JobRequest[]): ReadonlyMap<FieldPath, Field> {
  const byPlace = new Map<FieldPath, JobRequest[]>();
  for (const step of steps) {
    const at = step.step?.at ?? "";
    if (at.includes("[]")) continue;
    const others = byPlace.get(at);
    if (others) others.push(step);
    else byPlace.set(at, [step]);
  }
  return new Map([...byPlace.values()].flatMap((all) => [...fieldsAtPlace(all)]));
}

function fieldsAtPlace(steps: readonly JobRequest[]): ReadonlyMap<FieldPath, Field> {
  const [only, ...others] = steps;
  if (only && others.length === 0) return only.fields;
  // One call may come to several jobs, as a tuner of several estimators: all of them are there
  const byCall = new Map<string, Map<FieldPath, Field>>();
  for (const { span, fields } of joinRequests(steps)) {
    const key = keyOf(span);
    byCall.set(key, new Map([...(byCall.get(key) ?? []), ...fields]));
  }
  const branches = [...byCall.values()];
  const paths = new Set(branches.flatMap((fields) => [...fields.keys()]));
  return new Map([...paths].map((path) => [path, joinFields(branches.map((fields) => fields.get(path)))]));
}
