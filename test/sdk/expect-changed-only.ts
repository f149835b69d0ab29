import assert from "node:assert/strict";
import type { FieldPath, Json } from "../../core/src/requests/request.js";
import type { Recording } from "./sdk-case.js";

/**
 * Nothing but `changed` differs between the requests of two recordings. What was not sent before, because the SDK or
 * botocore refused it, cannot be compared.
 */
export function expectChangedOnly(
  before: Recording,
  after: Recording,
  changed: ReadonlySet<FieldPath>,
): void {
  if (before.error !== null) return;
  assert.equal(after.requests.length, before.requests.length);
  before.requests.forEach(({ parameters }, index) => {
    const now = after.requests[index]?.parameters ?? {};
    assert.deepEqual(without(now, changed), without(parameters, changed));
  });
}

/** The parameters without these members, nor structures that then are empty. */
function without(value: Json, paths: ReadonlySet<FieldPath>, at = ""): Json | undefined {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const members = Object.entries(value as Readonly<Record<string, Json>>).flatMap(([name, member]) => {
    // The API's own default, which every NetworkConfig states
    if (name === "EnableNetworkIsolation" && member === false) return [];
    const path = at === "" ? name : `${at}.${name}`;
    const rest = paths.has(path) ? undefined : without(member, paths, path);
    return rest === undefined ? [] : [[name, rest] as const];
  });
  return members.length === 0 && isAbove(at, paths) ? undefined : Object.fromEntries(members);
}

function isAbove(path: FieldPath, paths: ReadonlySet<FieldPath>): boolean {
  return [...paths].some((one) => one.startsWith(`${path}.`));
}
