import type { Json } from "../requests/request.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

/** How many instances the job has, at least; `undefined`: not known. */
export function fewestInstances(request: RuleRequest): number | undefined {
  const field = fieldAt(request, request.settings.instanceCount);
  const isNumber = (value: Json | undefined): value is number => typeof value === "number";
  if (field?.state === "known") return isNumber(field.value) ? field.value : undefined;
  if (field?.state !== "conditional" || field.why !== undefined) return undefined;
  const values = field.values ?? [];
  return values.length > 0 && values.every(isNumber) ? Math.min(...values) : undefined;
}

/** The instance type, when the request is known to carry just one. */
export function instanceTypeOf(request: RuleRequest): string | undefined {
  const field = fieldAt(request, request.settings.instanceType);
  return field?.state === "known" && typeof field.value === "string" ? field.value : undefined;
}
