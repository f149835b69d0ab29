import { isDenied, type Decision } from "../iam/evaluate.js";
import type { Layer, StatementProof } from "../iam/match-statement.js";
import type { Evidence } from "../report.js";
import { defineRule, type CannotTell, type RuleFinding } from "./define-rule.js";
import { jobWords } from "./job-words.js";
import { causesOf, listed, nameOfStatement, type Cause } from "./policy-cause.js";
import { contradictionOf, deniedBy } from "./policy-demands.js";
import { fixesFor } from "./policy-fixes.js";
import {
  isJudgedByPolicies,
  judgeByPolicies,
  type JudgedResource,
  type PolicyJudgement,
} from "./policy-judgement.js";
import { simulatedDenials } from "./policy-simulation.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

const documented =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html";

export const requestRefusedByPolicy = defineRule({
  id: "request-refused-by-policy",
  severity: "error",
  needs: ["callerPolicies", "simulation", "keyArns"],
  summary: "The caller's IAM policies refuse the request",
  why: "A statement that denies a request wins over all that allow it, and what nothing allows is refused too: AWS answers AccessDeniedException, and no job starts.",
  remedy: "Give the request what the statement asks for, or have the policy changed.",
  source: documented,

  applies: isJudgedByPolicies,

  *check(request, { account }) {
    const judgement = judgeByPolicies(request, account);
    if ("cannotTell" in judgement) {
      yield { cannotTell: judgement.cannotTell };
      return;
    }
    const { decision, underControls, others } = judgement;
    if (decision.decision === "cannot tell" && !isDenied(underControls))
      yield* simulatedDenials(request, judgement.caller, account);
    yield* refusals(judgement, request, judgement);
    if (isDenied(decision)) return;
    for (const { of, ...other } of others)
      for (const one of refusals(other, request, judgement))
        yield toWarning(one, ` (AWS's service authorization reference has it ask for ${of} too)`);
  },
});

/** What the policies say about one of the resources. */
function* refusals(
  resource: JudgedResource,
  request: RuleRequest,
  judgement: PolicyJudgement,
): Iterable<RuleFinding | CannotTell> {
  const { decision, asPublished, underControls } = resource;
  const isMain = resource === judgement;
  if (decision.decision === "explicitly denied") {
    yield* denials(decision.by, request, judgement, isMain);
  } else if (decision.decision === "implicitly denied") {
    yield* notAllowed(decision, request, judgement);
  } else if (isDenied(underControls)) {
    const refused =
      underControls.decision === "explicitly denied"
        ? denials(underControls.by, request, judgement, isMain)
        : notAllowed(underControls, request, judgement);
    for (const one of refused) yield toWarning(one, unlessManagement);
  } else if (decision.decision === "cannot tell") {
    const denying = asPublished === undefined ? [] : deniedBy(asPublished);
    for (const one of denials(denying, request, judgement, isMain)) yield toWarning(one, assumed);
    for (const why of decision.unknown.slice(0, mostWhys)) yield { cannotTell: why };
  } else if (underControls?.decision === "cannot tell") {
    for (const why of underControls.unknown.slice(0, mostWhys)) yield { cannotTell: why };
  }
}

const mostWhys = 5;
/** Service control policies do not hold for it. @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html */
const unlessManagement = " (unless this is the organization's management account)";
/** Whether AWS does so, no document says. */
const assumed =
  " (if AWS tests a default for what is left out, as the guardrails that it publishes count on)";

function toWarning(said: RuleFinding | CannotTell, when: string): RuleFinding | CannotTell {
  return "cannotTell" in said ? said : { ...said, message: `${said.message}${when}`, severity: "warning" };
}

/** One finding for each cause, however many statements deny for it. */
function* denials(
  proofs: readonly StatementProof[],
  request: RuleRequest,
  judgement: PolicyJudgement,
  isMain: boolean,
): Iterable<RuleFinding> {
  const byCause = new Map<string, { readonly causes: readonly Cause[]; readonly proofs: StatementProof[] }>();
  for (const proof of proofs) {
    const causes = causesOf(proof, request);
    // Told by demands-contradict, with the way out
    if (isMain && contradictionOf(proof, causes, request, judgement) !== undefined) continue;
    const key = causes.map(({ says }) => says).join();
    const same = byCause.get(key);
    if (same === undefined) byCause.set(key, { causes, proofs: [proof] });
    else same.proofs.push(proof);
  }
  for (const { causes, proofs: same } of byCause.values()) {
    const [proof] = same;
    if (proof === undefined) continue;
    const because = causes.length === 0 ? "" : ` because ${listed(causes.map(({ says }) => says))}`;
    yield {
      ...aboutCauses(causes, request),
      message: `${jobWords(request)} is refused "with an explicit deny in ${inWords[proof.layer]}": ${nameOfStatement(proof)} denies it${because}${toSet(causes)}`,
      evidence: same.map(evidenceOf),
      fixes: fixesFor(proof, causes, request, judgement),
    };
  }
}

function* notAllowed(
  { layer, nearly, looked }: Extract<Decision, { decision: "implicitly denied" }>,
  request: RuleRequest,
  judgement: PolicyJudgement,
): Iterable<RuleFinding | CannotTell> {
  // Somebody without any policy is more likely somebody whose policies were not found
  if (looked.length === 0) {
    yield { cannotTell: "the caller's policies: none was found" };
    return;
  }
  const [nearest] = nearly
    .map((proof) => ({ proof, causes: causesOf(proof, request, "no") }))
    .sort((one, other) => one.causes.length - other.causes.length);
  const because =
    nearest === undefined
      ? ""
      : `: ${nameOfStatement(nearest.proof)} does, but ${listed(nearest.causes.map(({ says }) => says))}`;
  yield {
    ...aboutCauses(nearest?.causes ?? [], request),
    message: `${jobWords(request)} is refused "because no ${noneWords[layer]} allows the sagemaker:${request.operation} action"${because}${toSet(nearest?.causes ?? [])}`,
    evidence: nearest === undefined ? lookedAt(looked, request, judgement) : [evidenceOf(nearest.proof)],
    fixes: nearest === undefined ? [] : fixesFor(nearest.proof, nearest.causes, request, judgement),
  };
}

/** The policies of a layer that allow nothing of the kind. */
function lookedAt(
  names: readonly string[],
  { operation }: RuleRequest,
  { policies: { identityPolicies, permissionsBoundary = [], serviceControlPolicies = [] } }: PolicyJudgement,
): readonly Evidence[] {
  return [...identityPolicies, ...permissionsBoundary, ...serviceControlPolicies.flat()].flatMap(
    ({ name, read }): readonly Evidence[] => {
      if (read === undefined || !names.includes(name)) return [];
      return [{ kind: "reading", says: `policy ${name} does not allow sagemaker:${operation}`, read }];
    },
  );
}

/** AWS's own words for where a denial is. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const noneWords: Readonly<Record<Layer, string>> = {
  identity: "identity-based policy",
  boundary: "permissions boundary",
  "service control": "service control policy",
  resource: "resource-based policy",
};
const inWords: Readonly<Record<Layer, string>> = {
  identity: "an identity-based policy",
  boundary: "a permissions boundary",
  "service control": "a service control policy",
  resource: "a resource-based policy",
};

/** Where it is shown, and what need not be said besides. */
function aboutCauses(causes: readonly Cause[], request: RuleRequest) {
  const spans = causes.flatMap(({ path }) => fieldAt(request, path)?.span ?? []);
  const insteadOf = causes.flatMap(({ key = "", isAbsent }) => [
    ...(isAbsent ? (plainRules[key] ?? []) : []),
    ...(teamRules[key] ?? []),
  ]);
  return { span: spans[0] ?? request.nameSpan, insteadOf };
}

/** Rules that tell, without any policy, that the key's field is left out. */
const plainRules: Readonly<Record<string, readonly string[]>> = {
  VpcSubnets: ["vpc-config-missing"],
  VpcSecurityGroupIds: ["vpc-config-missing"],
  VolumeKmsKeyArn: ["volume-key-missing"],
  OutputKmsKeyArn: ["output-key-missing"],
};

/** Rules by which a team asks the same of the key's field. */
const teamRules: Readonly<Record<string, readonly string[]>> = {
  NetworkIsolation: ["network-isolation-off"],
  InterContainerTrafficEncryption: ["traffic-encryption-off"],
  InstanceTypes: ["instance-type-not-approved"],
  DirectInternetAccess: ["direct-internet-access-on"],
  AppNetworkAccessType: ["domain-internet-open"],
  RootAccess: ["root-access-on"],
};

function toSet(causes: readonly Cause[]): string {
  const paths = [
    ...new Set(causes.flatMap(({ path, isAbsent }) => (isAbsent && path !== undefined ? [path] : []))),
  ];
  return paths.length === 0 ? "" : `; set ${listed(paths)}`;
}

function evidenceOf(proof: StatementProof): Evidence {
  const { policy, statement } = proof;
  const says = `${nameOfStatement(proof)}: ${statement.effect ?? ""} ${conditionsOf(proof)}`.trim();
  return policy.read === undefined
    ? { kind: "document", says, url: documented }
    : { kind: "reading", says, read: policy.read };
}

function conditionsOf({ statement: { conditions } }: StatementProof): string {
  const texts = conditions.map(
    ({ operator, key, values = [] }) => `${operator} ${key} ${listed(values, "or")}`,
  );
  return texts.length === 0 ? "without a condition" : `if ${texts.join(" and ")}`;
}
