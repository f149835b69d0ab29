import type { Value } from "../python/value.js";
import { indexOf, stepsOf } from "../requests/path-steps.js";
import type { FieldPath } from "../requests/request.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

/** What is known of a flag, or of whether a member is there at all. "differs": by branch. */
export type Known = boolean | "differs" | "cannot tell";

/**
 * Whether the flag is on; one that is not sent is `otherwise`.
 *
 * @param isPredicted The SDK's dialects tell of each request whether it has this member; false: only calls that write
 *   the request out do.
 */
export function flagOf(
  request: RuleRequest,
  path: FieldPath,
  { otherwise = false, isPredicted }: { readonly otherwise?: boolean; readonly isPredicted: boolean },
): Known {
  const field = fieldAt(request, path);
  if (field === undefined) {
    const isThere = isSent(request, path, isPredicted);
    return isThere === false ? otherwise : "cannot tell";
  }
  if (field.state === "known") return typeof field.value === "boolean" ? field.value : "cannot tell";
  if (field.state !== "conditional" || field.why !== undefined) return "cannot tell";
  const values = new Set(
    (field.values ?? []).map((value) => (value === undefined ? otherwise : value === true)),
  );
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : "differs";
}

/** Whether the request has the member, in whatever form. */
export function isSent(request: RuleRequest, path: FieldPath, isPredicted: boolean): Known {
  if (fieldAt(request, path) !== undefined) return true;
  if ([...request.fields.keys()].some((one) => one.startsWith(`${path}.`))) return true;
  const isFollowed = isPredicted || request.followed?.includes(path) === true;
  if (request.parameters === undefined) return isFollowed ? false : "cannot tell";
  return isIn(request.parameters, stepsOf(path));
}

function isIn(value: Value | undefined, [step, ...rest]: readonly string[]): Known {
  if (step === undefined) return true;
  const index = indexOf(step);
  if (index !== undefined)
    return value?.kind === "list" || value?.kind === "tuple" ? isIn(value.items[index], rest) : "cannot tell";
  if (value?.kind !== "dict") return value === undefined ? false : "cannot tell";
  const entry = value.entries.get(step);
  if (entry === undefined) return value.open ? "cannot tell" : false;
  return rest.length === 0 ? true : isIn(entry, rest);
}
