import { isInstanceGroup } from "../requests/instance-groups.js";
import { authorizationOf } from "../catalog/sagemaker-condition-keys.js";
import { evaluate, type Decision, type Policies } from "../iam/evaluate.js";
import type { Given } from "../iam/pattern.js";
import type { Layer } from "../iam/match-statement.js";
import { ownPolicies, unreadOf } from "../iam/own-policies.js";
import type { CallerPolicies } from "../iam/policies.js";
import { requestContext, resourcesOf, type RequestPlace } from "../iam/request-context.js";
import type { Field, FieldChange, FieldPath } from "../requests/request.js";
import type { AccountView } from "./account-view.js";
import { isAskedByCaller, type RuleRequest } from "./rule-request.js";

/** What the policies say about one resource. */
export interface JudgedResource {
  readonly decision: Decision;
  /** The decision when AWS tests what its published guardrails count on; only where `decision` cannot tell. */
  readonly asPublished?: Decision;
  /**
   * The decision with the organization's policies, which hold for every account but the management account; nobody
   * tells which one this is, and it is the one from which they can mostly be read.
   */
  readonly underControls?: Decision;
}

/** What the caller's policies say to a request, and to the same request with other values: of what it makes or changes. */
export interface PolicyJudgement extends JudgedResource {
  readonly caller: CallerPolicies;
  readonly policies: Policies;
  /** Of what else the service authorization reference has the operation need permission on, by ARN. */
  readonly others: readonly (JudgedResource & { readonly of: string })[];
  /** @param changes `undefined`: the field is left out. */
  with(changes: readonly (FieldChange | { readonly path: FieldPath; readonly value: undefined })[]): Decision;
}

/** Whether the caller's policies decide over the request, as it is made: a pipeline's steps are asked for by its role. */
export function isJudgedByPolicies(request: RuleRequest): boolean {
  return (
    authorizationOf(request.operation) !== undefined &&
    isAskedByCaller(request) &&
    !isInstanceGroup(request) &&
    request.query === undefined &&
    request.refused === undefined &&
    request.halfVpc === undefined &&
    (request.part === undefined || !/\[[1-9]\d*\]\.$/.test(request.part))
  );
}

export function judgeByPolicies(
  request: RuleRequest,
  account: Pick<AccountView, "callerPolicies" | "key">,
): PolicyJudgement | { readonly cannotTell: string } {
  const caller = account.callerPolicies();
  if ("unknown" in caller) return { cannotTell: caller.unknown };
  const known = judgements.get(request);
  if (known?.caller === caller) return known;
  const judgement = judge(request, caller, (name) => account.key(name)?.arn);
  judgements.set(request, judgement);
  return judgement;
}

/** What is known of where and by whom the request is made. */
export function placeOf(
  request: RuleRequest,
  { principal }: CallerPolicies,
  keyArn: RequestPlace["keyArn"] = () => undefined,
): RequestPlace {
  return {
    region: request.lookUpRegion ?? "",
    principal,
    keyArn,
    openPaths: new Set(request.placeholders.map(({ path }) => path)),
  };
}

/** Several rules ask about one request. */
const judgements = new WeakMap<RuleRequest, PolicyJudgement>();

function judge(
  request: RuleRequest,
  caller: CallerPolicies,
  keyArn: RequestPlace["keyArn"],
): PolicyJudgement {
  const controls = policiesOf(caller);
  const policies = { ...controls, serviceControlPolicies: [], unread: controls.unread.filter(isOfCaller) };
  const place = placeOf(request, caller, keyArn);
  const resources = resourcesOf(request, place);
  const hasControls =
    controls.serviceControlPolicies.length > 0 || controls.unread.length > policies.unread.length;
  const judged = (resource: Given): JudgedResource => {
    const decide = (how: RequestPlace, by: Policies) => decideBy(by, request, resource, caller, how);
    const decision = decide(place, policies);
    return {
      decision,
      ...(decision.decision === "cannot tell"
        ? { asPublished: decide({ ...place, asPublished: true }, policies) }
        : {}),
      ...(hasControls ? { underControls: decide(place, controls) } : {}),
    };
  };
  const [main, ...others] = resources;
  return {
    ...judged(main),
    caller,
    policies: controls,
    others: others.map((one) => ({ of: one.text, ...judged(one) })),
    with: (changes) => {
      const written = new Set(changes.map(({ path }) => path));
      const openPaths = new Set([...place.openPaths].filter((path) => !written.has(path)));
      const how = { ...place, openPaths, asPublished: true } as const;
      return decideBy(controls, changed(request, changes), main, caller, how);
    },
  };
}

function decideBy(
  policies: Policies,
  request: RuleRequest,
  resource: Given,
  { principal }: CallerPolicies,
  how: RequestPlace,
): Decision {
  return evaluate(policies, {
    principal,
    action: `sagemaker:${request.operation}`,
    resource,
    context: requestContext(request, how),
  });
}

const isOfCaller = ({ layer }: { readonly layer: Layer }): boolean => layer !== "service control";

function policiesOf(
  caller: CallerPolicies,
): Required<Pick<Policies, "serviceControlPolicies" | "unread">> & Policies {
  const { serviceControl } = caller;
  const own = ownPolicies(caller);
  // AWS attaches at least one to each level where there are any: without one they are not in use
  const layers = serviceControl.map(({ policies }) => policies).filter((policies) => policies.length > 0);
  return {
    ...own,
    serviceControlPolicies: layers,
    unread: [
      ...own.unread,
      // Hardly anybody may read them: what they say besides is never known, and that is not worth a word at each job
      ...serviceControl
        .flatMap((level) => unreadOf("service control", level))
        .filter(({ why }) => why !== "denied"),
    ],
  };
}

function changed(
  request: RuleRequest,
  changes: readonly { readonly path: FieldPath; readonly value: FieldChange["value"] | undefined }[],
): RuleRequest {
  const fields = new Map(request.fields);
  for (const { path, value } of changes) {
    const field: Field = {
      state: "known",
      ...(value === undefined ? {} : { value }),
      origin: { from: "argument" },
    };
    fields.set(path, field);
  }
  return { ...request, fields };
}
