import type { Decision } from "../iam/evaluate.js";
import type { StatementProof } from "../iam/match-statement.js";
import { readPolicy } from "../iam/read-policy.js";
import { sagemakerKey, replacementOf } from "../catalog/sagemaker-condition-keys.js";
import type { FieldPath, Json } from "../requests/request.js";
import { takesVolumeKey } from "./missing-keys.js";
import { imageInNeedOfNetwork } from "./network-isolation-unsupported.js";
import type { Cause } from "./policy-cause.js";
import type { PolicyJudgement } from "./policy-judgement.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

/** Values that policies name for a key, in the order of their statements: literal ones, without wildcards. */
export function valuesNamed(
  { policies }: PolicyJudgement,
  key: string,
  which: "allowed" | "all",
): readonly string[] {
  const { identityPolicies, permissionsBoundary = [], serviceControlPolicies = [] } = policies;
  const values = new Set<string>();
  for (const policy of [...identityPolicies, ...permissionsBoundary, ...serviceControlPolicies.flat()]) {
    for (const { effect, conditions } of readPolicy(policy).statements) {
      for (const { operator, key: given, values: wanted = [] } of conditions) {
        const name = sagemakerKey(given.replace(/^sagemaker:/i, ""));
        if (name === undefined || (replacementOf(name) ?? name) !== key || /null/i.test(operator)) continue;
        const isAllowed = /not/i.test(operator) === (effect === "Deny");
        if (which === "allowed" && !isAllowed) continue;
        for (const value of wanted) if (!/[*?$]/.test(value)) values.add(value);
      }
    }
  }
  return [...values];
}

/** Two demands that no value satisfies: the statement's, and what contradicts it. */
export interface Contradiction {
  readonly proof: StatementProof;
  readonly cause: Cause;
  readonly against:
    | { readonly by: "local storage"; readonly type: string }
    | { readonly by: "operation" }
    /** The call cannot set the field, whatever it is given. */
    | { readonly by: "client"; readonly path: FieldPath }
    /** SageMaker's own image, which needs the network. */
    | { readonly by: "image"; readonly image: string }
    | { readonly by: "statement"; readonly proof: StatementProof };
}

/**
 * Why no value of the key would do: the request cannot carry it, AWS refuses it for this instance type, or another
 * statement refuses every value that this one takes.
 */
export function contradictionOf(
  proof: StatementProof,
  causes: readonly Cause[],
  request: RuleRequest,
  judgement: PolicyJudgement,
): Contradiction | undefined {
  // With several conditions it is enough to mend one of them
  const [cause, ...others] = causes.filter(({ condition }) => /^(?:sagemaker):/i.test(condition.key));
  if (cause === undefined) return undefined;
  if ([cause, ...others].every(({ isNever }) => isNever)) {
    return cause.key === undefined ? undefined : { proof, cause, against: { by: "operation" } };
  }
  const mendable = [cause, ...others].filter(({ isNever }) => !isNever);
  const [only, ...more] = mendable;
  if (only?.key === undefined || only.path === undefined || more.length > 0) return undefined;
  const type = fieldAt(request, request.settings.instanceType)?.value;
  if (
    only.key === "VolumeKmsKeyArn" &&
    only.isAbsent &&
    typeof type === "string" &&
    refusesVolumeKey(request)
  ) {
    return { proof, cause: only, against: { by: "local storage", type } };
  }
  if (!canSet(request, only.path)) return { proof, cause: only, against: { by: "client", path: only.path } };
  const image = only.key === "NetworkIsolation" ? imageInNeedOfNetwork(request) : undefined;
  const isolated = [{ path: only.path, value: true }];
  if (image !== undefined && !deniedBy(judgement.with(isolated)).some((one) => isSame(one, proof)))
    return { proof, cause: only, against: { by: "image", image } };
  const values = candidates(only.key, judgement);
  let other: StatementProof | undefined;
  for (const value of values) {
    const { key, path } = only;
    const denied = deniedBy(judgement.with([{ path, value: asField(key, value) }]));
    const about = denied.filter((one) => one.conditions.some((condition) => isOfKey(condition.key, key)));
    if (about.length === 0) return undefined;
    other ??= about.find((one) => !isSame(one, proof));
  }
  return other === undefined || values.length === 0
    ? undefined
    : { proof, cause: only, against: { by: "statement", proof: other } };
}

/** Some calls have no argument for a field, and always send the same. */
function canSet({ places, setLater = [] }: RuleRequest, path: FieldPath): boolean {
  return places === undefined || places.has(path) || setLater.includes(path);
}

/** "You can't request a VolumeKmsKeyId when using an instance type with local storage." */
function refusesVolumeKey(request: RuleRequest): boolean {
  return refusingOperations.has(request.operation) && takesVolumeKey(request) === false;
}

/** @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html */
const refusingOperations: ReadonlySet<string> = new Set([
  "CreateTrainingJob",
  "CreateHyperParameterTuningJob",
  "CreateProcessingJob",
  "CreateTransformJob",
]);

/** Values of each kind that policies could tell apart, and leaving the field out. */
function candidates(key: string, judgement: PolicyJudgement): readonly (string | undefined)[] {
  const named = valuesNamed(judgement, key, "all");
  switch (key) {
    case "NetworkIsolation":
    case "InterContainerTrafficEncryption":
      return ["true", "false"];
    case "MaxRuntimeInSeconds":
      return named.flatMap((value) => [-1, 0, 1].map((step) => String(Number(value) + step)));
    case "VpcSubnets":
    case "VpcSecurityGroupIds":
    case "InstanceTypes":
      return [undefined, "of no policy", ...named];
    default:
      // Of a key and of tags there are more values than a policy names
      return [];
  }
}

/** As the request has it: a list, a flag, a number or a text. */
export function asField(key: string, value: string | undefined): Json | undefined {
  if (value === undefined) return undefined;
  if (key === "VpcSubnets" || key === "VpcSecurityGroupIds") return [value];
  if (value === "true" || value === "false") return value === "true";
  return key === "MaxRuntimeInSeconds" ? Number(value) : value;
}

export function deniedBy(decision: Decision): readonly StatementProof[] {
  return decision.decision === "explicitly denied" ? decision.by : [];
}

export function isSame(one: StatementProof, other: StatementProof): boolean {
  return one.policy === other.policy && one.statement.index === other.statement.index;
}

function isOfKey(given: string, key: string): boolean {
  const name = sagemakerKey(given.replace(/^sagemaker:/i, ""));
  return name !== undefined && (replacementOf(name) ?? name) === key;
}

/** The field of a key, where the policies would demand it if it were left out. */
export function demandOf(path: FieldPath, judgement: PolicyJudgement): readonly StatementProof[] {
  return deniedBy(judgement.with([{ path, value: undefined }]));
}
