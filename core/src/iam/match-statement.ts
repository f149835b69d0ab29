import { fitsResource } from "./arn.js";
import { judgeCondition, type JudgedCondition } from "./condition.js";
import type { Context } from "./context.js";
import { matchPrincipal, type Requester } from "./match-principal.js";
import { fitsText, readPattern, type Budget, type Given } from "./pattern.js";
import type { PolicySource } from "./policies.js";
import type { PolicyDocument, Statement } from "./read-policy.js";
import { both, either, not, type Truth } from "./truth.js";

/** A layer of AWS's evaluation: each of them can refuse. */
export type Layer = "identity" | "boundary" | "service control" | "resource";

/** What is asked of AWS. */
export interface AccessRequest {
  readonly principal: Requester;
  /** `sagemaker:CreateTrainingJob` */
  readonly action: string;
  /** The ARN; `open`: it goes on in a way that is not known, as with a name that the SDK makes. */
  readonly resource: Given;
  /** Whose the resource is, 12 digits, where its ARN does not say: a bucket's. */
  readonly resourceAccount?: string;
  readonly context: Context;
}

/** A statement held against a request: what of it fits, and what it compared. */
export interface StatementProof {
  readonly policy: PolicySource;
  readonly layer: Layer;
  readonly statement: Statement;
  /** The statement applies to the request. */
  readonly applies: Truth;
  /** It is about this action and this resource, whatever its conditions say. */
  readonly isAbout: Truth;
  /** Of a resource's policy: how it names the requester. */
  readonly names?: PrincipalMatch["by"];
  readonly conditions: readonly JudgedCondition[];
}

export type PrincipalMatch = ReturnType<typeof matchPrincipal>;

/** @param hasBoundary The principal has a permissions boundary, which changes what NotPrincipal means. */
export function matchStatement(
  statement: Statement,
  document: PolicyDocument,
  { policy, layer }: Pick<StatementProof, "policy" | "layer">,
  request: AccessRequest,
  budget: Budget,
): StatementProof {
  const { context } = request;
  const variables = document.hasVariables ? { variables: context } : {};
  const action = actionTruth(statement, request, budget);
  const resource = action === "no" ? "no" : resourceTruth(statement, layer, request, variables, budget);
  const principal =
    layer === "resource" ? matchPrincipal(statement.principals, request.principal) : undefined;
  const isAbout = both([action, resource, principal?.truth ?? "yes", hasPrincipals(statement, layer)]);
  const conditions =
    isAbout === "no"
      ? []
      : statement.conditions.map((one) => judgeCondition(one, context, { ...variables, budget }));
  const applies = both([isAbout, ...conditions.map(({ truth }) => truth)]);
  return {
    policy,
    layer,
    statement,
    applies: applies === "yes" && statement.problems.length > 0 ? "perhaps" : applies,
    isAbout,
    ...(principal?.by === undefined ? {} : { names: principal.by }),
    conditions,
  };
}

/** The statements of a document that may be about an action: of most policies few are, and each keystroke asks. */
export function statementsFor(document: PolicyDocument, action: string): readonly Statement[] {
  const byAction = relevant.get(document) ?? new Map<string, readonly Statement[]>();
  relevant.set(document, byAction);
  const known =
    byAction.get(action) ??
    document.statements.filter((one) => actionTruth(one, { action }, { left: mostActionSteps }) !== "no");
  byAction.set(action, known);
  return known;
}

const relevant = new WeakMap<PolicyDocument, Map<string, readonly Statement[]>>();
const mostActionSteps = 1_000_000;

/** Whether a statement names the action. */
export function matchesAction(statement: Statement, action: string): boolean {
  return actionTruth(statement, { action }, { left: mostActionSteps }) === "yes";
}

function actionTruth(
  { actions }: Statement,
  { action }: Pick<AccessRequest, "action">,
  budget: Budget,
): Truth {
  if (actions === undefined) return "perhaps";
  const how = { wildcards: true, ignoreCase: true };
  const fit = either(actions.values.map((one) => fitsText({ text: action }, one, how, budget)));
  return actions.negated ? not(fit) : fit;
}

/** The policy of a role's trust has none; every other names its resources. */
function resourceTruth(
  { resources }: Statement,
  layer: Layer,
  { resource }: AccessRequest,
  variables: { readonly variables?: Context },
  budget: Budget,
): Truth {
  if (resources === undefined) return layer === "resource" ? "yes" : "perhaps";
  const how = { wildcards: true, ...variables };
  const fit = either(resources.values.map((one) => fitsResource(resource, one, how, budget)));
  if (!resources.negated) return fit;
  // "Will not match any resource", of Resource and of NotResource: whether the statement then is about all or none is open
  const hasNoValue = resources.values.some((one) =>
    readPattern(one, how, budget).options.includes("matches nothing"),
  );
  return fit === "no" && hasNoValue ? "perhaps" : not(fit);
}

/** Policies of a principal name nobody: whoever has them is meant. */
function hasPrincipals({ principals }: Statement, layer: Layer): Truth {
  return (principals === undefined) === (layer === "resource") ? "perhaps" : "yes";
}
