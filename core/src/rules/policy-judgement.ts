import { authorizationOf } from "../catalog/sagemaker-condition-keys.js";
import { evaluate, type Decision, type Policies } from "../iam/evaluate.js";
import type { CallerPolicies, PolicyLayer, UnreadPolicies } from "../iam/policies.js";
import { requestContext, resourceOf, type RequestPlace } from "../iam/request-context.js";
import type { Field, FieldChange, FieldPath } from "../requests/request.js";
import type { AccountView } from "./account-view.js";
import type { RuleRequest } from "./rule-request.js";

/** What the caller's policies say to a request, and to the same request with other values. */
export interface PolicyJudgement {
  readonly caller: CallerPolicies;
  readonly policies: Policies;
  readonly decision: Decision;
  /** The decision when AWS tests what its published guardrails count on; only where `decision` cannot tell. */
  readonly asPublished?: Decision;
  /** @param changes `undefined`: the field is left out. */
  with(changes: readonly (FieldChange | { readonly path: FieldPath; readonly value: undefined })[]): Decision;
}

/** Whether the caller's policies decide over the request, as it is made: a pipeline's steps are asked for by its role. */
export function isJudgedByPolicies(request: RuleRequest): boolean {
  return (
    authorizationOf(request.operation) !== undefined &&
    request.step === undefined &&
    request.query === undefined &&
    request.refused === undefined &&
    request.halfVpc === undefined &&
    (request.part === undefined || !/\[[1-9]\d*\]\.$/.test(request.part))
  );
}

export function judgeByPolicies(
  request: RuleRequest,
  account: Pick<AccountView, "callerPolicies">,
): PolicyJudgement | { readonly cannotTell: string } {
  const caller = account.callerPolicies();
  if ("unknown" in caller) return { cannotTell: caller.unknown };
  const policies = policiesOf(caller);
  const place: RequestPlace = {
    region: request.lookUpRegion ?? "",
    principal: caller.principal,
    keyArn: () => undefined,
    openPaths: new Set(request.placeholders.map(({ path }) => path)),
  };
  const decide = (of: RuleRequest, how: RequestPlace): Decision => {
    const resource = resourceOf(of, how);
    if (resource === undefined) {
      return { decision: "cannot tell", unknown: ["what the request makes"], perhapsDeniedBy: [] };
    }
    return evaluate(policies, {
      principal: caller.principal,
      action: `sagemaker:${of.operation}`,
      resource,
      context: requestContext(of, how),
    });
  };
  const decision = decide(request, place);
  return {
    caller,
    policies,
    decision,
    ...(decision.decision === "cannot tell"
      ? { asPublished: decide(request, { ...place, asPublished: true }) }
      : {}),
    with: (changes) => {
      const written = new Set(changes.map(({ path }) => path));
      const openPaths = new Set([...place.openPaths].filter((path) => !written.has(path)));
      return decide(changed(request, changes), { ...place, openPaths, asPublished: true });
    },
  };
}

function policiesOf({ identity, boundary, serviceControl }: CallerPolicies): Policies {
  const layers = serviceControl.map(({ policies }) => policies);
  const unreadOf = (layer: PolicyLayer | "none", name: "identity" | "boundary" | "service control") =>
    layer === "none" ? [] : layer.unread.map((one: UnreadPolicies) => ({ ...one, layer: name }));
  return {
    identityPolicies: identity.policies,
    ...(boundary === "none" ? {} : { permissionsBoundary: boundary.policies }),
    serviceControlPolicies: layers,
    unread: [
      ...unreadOf(identity, "identity"),
      ...unreadOf(boundary, "boundary"),
      ...serviceControl.flatMap((level) => unreadOf(level, "service control")),
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
