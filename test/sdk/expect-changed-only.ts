import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import type { FieldPath, Json } from "../../core/src/requests/request.js";
import { settingsOf } from "../../core/src/requests/settings.js";
import type { Change } from "./mend.js";
import { requestsIn } from "./pipeline-steps.js";
import { memberAt, type Recording } from "./sdk-case.js";

/**
 * Nothing but `changed` differs between the requests of two recordings, and the same settings of requests that take
 * them along: a model's VPC from its estimator. What was not sent before, because the SDK or botocore refused it,
 * cannot be compared.
 */
export function expectChangedOnly(before: Recording, after: Recording, changes: readonly Change[]): void {
  if (before.error !== null) return;
  const [were, are] = [before, after].map(({ requests }) => requests.flatMap(requestsIn));
  assert.equal(are?.length, were?.length);
  were?.forEach(({ operation, parameters }, index) => {
    const now = are?.[index]?.parameters ?? {};
    const changed = pathsIn(operation, changes);
    // An isolated container cannot fetch its code: the SDK puts it into the model's archive
    const isIsolatedNow = [...changed].some((path) => path.endsWith("EnableNetworkIsolation"));
    if (operation === "CreateModel" && isIsolatedNow) changed.add("PrimaryContainer");
    assert.deepEqual(without(now, changed), without(parameters, changed));
  });
}

/** Of a tuning job; other operations have none. */
const parts = ["", "TrainingJobDefinition.", "TrainingJobDefinitions[0].", "TrainingJobDefinitions[1]."];

/** What the fixes set is sent; a request of the same operation that needed no fix has what it had. */
export function expectNewValues(before: Recording, after: Recording, changes: readonly Change[]): void {
  const [were, are] = [before, after].map(({ requests }) => requests.flatMap(requestsIn));
  for (const { operation, path, value, onlyWhereMissing } of changes) {
    const values = (are ?? []).flatMap((request, index) => {
      if (request.operation !== operation) return [];
      const now = memberAt(request.parameters, path);
      const old = before.error === null ? memberAt(were?.[index]?.parameters, path) : undefined;
      return isDeepStrictEqual(now, old) && !isDeepStrictEqual(now, value) ? [] : [now];
    });
    for (const now of values) assert.deepEqual(now, value, path);
    const sendsIt = (are ?? []).some((request) => request.operation === operation);
    assert.ok(values.length > 0 || !sendsIt || onlyWhereMissing, `${path} is nowhere set`);
  }
}

/** Where an operation has the settings that were changed, perhaps of another operation. */
function pathsIn(operation: string, changes: readonly Change[]): Set<FieldPath> {
  const paths = new Set<FieldPath>();
  const own = parts.flatMap((part) => settingsIn(operation, part));
  for (const change of changes) {
    if (change.operation === operation) paths.add(change.path);
    const settings = settingsIn(change.operation, change.part);
    const [name] = settings.find(([, path]) => path === change.path) ?? [];
    for (const [other, path] of own) if (other === name) paths.add(path);
  }
  return paths;
}

/** The settings of a part by name, at each place that they can have: a tuning job has two for its instances. */
function settingsIn(operation: string, part?: FieldPath): readonly (readonly [string, FieldPath])[] {
  return Object.entries(settingsOf(operation, part) ?? {}).flatMap(([name, path]: [string, unknown]) =>
    typeof path === "string"
      ? [
          [name, path],
          [name, path.replace("HyperParameterTuningResourceConfig", "ResourceConfig")],
        ]
      : [],
  );
}

/** The parameters without these members, nor structures that then are empty. */
function without(value: Json, paths: ReadonlySet<FieldPath>, at = ""): Json | undefined {
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    // A remote function's own program is told the output key as well.
    const key = items.indexOf("--s3_kms_key");
    const own = key < 0 ? items : items.filter((_, index) => index !== key && index !== key + 1);
    return own.map((item: Json, index) => without(item, paths, `${at}[${index}]`) ?? null);
  }
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value as Readonly<Record<string, Json>>).flatMap(([name, member]) => {
    const path = at === "" ? name : `${at}.${name}`;
    // NetworkConfig says False where nothing was said before, which is the same to AWS.
    const isDefault = name === "EnableNetworkIsolation" && member === false;
    const rest = paths.has(path) || isDefault ? undefined : without(member, paths, path);
    return rest === undefined ? [] : [[name, rest] as const];
  });
  return members.length === 0 && isAbove(at, paths) ? undefined : Object.fromEntries(members);
}

function isAbove(path: FieldPath, paths: ReadonlySet<FieldPath>): boolean {
  return [...paths].some((one) => one.startsWith(`${path}.`));
}
