import type { Decode } from "../account/decode.js";
import type { Facts } from "../account/fact.js";
import { idOfParts } from "../account/id-parts.js";
import { listOf, type Answer } from "../account/inventory.js";
import { authorizationOf, conditionKeyType } from "../catalog/sagemaker-condition-keys.js";
import type { Context } from "./context.js";
import type { CallerPolicies } from "./policies.js";
import { requestContext, resourcesOf, type KeyedRequest, type RequestPlace } from "./request-context.js";

/** What IAM's simulator says of one action. */
export interface Simulated {
  readonly decision: "allowed" | "explicitDeny" | "implicitDeny" | (string & {});
  /** The names of the policies with a statement that decided. */
  readonly policies: readonly string[];
  /** Condition keys that the policies test and that the simulator was not given. */
  readonly missing: readonly string[];
}

/** What is asked of the simulator, and what its answer is to be held against. */
export interface Simulation {
  /** The id of the question. */
  readonly id: string;
  readonly context: Context;
  /** The name of what is made is not known, and a made-up one is asked about. */
  readonly isOpen: boolean;
  /** It is asked about several resources together. */
  readonly isOfSeveral: boolean;
}

/**
 * The question to IAM's simulator about a request; `undefined`: the caller's policies can be read, or are still to
 * be, and the simulator would only repeat them.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export function simulationOf(
  request: KeyedRequest,
  caller: CallerPolicies,
  place: RequestPlace,
): Simulation | undefined {
  const unread = [caller.identity, caller.boundary].flatMap((layer) =>
    layer === "none" ? [] : layer.unread,
  );
  const isOver = unread.every(({ why }) => why !== "not asked yet" && why !== "offline");
  const keys = authorizationOf(request.operation)?.keys;
  const resources = resourcesOf(request, place);
  if (unread.length === 0 || !isOver || keys === undefined) return undefined;
  const context = requestContext(request, place);
  const entries = [...[...keys].map((key) => `sagemaker:${key}`), ...globalKeys].flatMap((key) => {
    const value = context.of(key);
    if (value.state !== "known") return [];
    return [{ ContextKeyName: key, ContextKeyType: typeOf(key), ContextKeyValues: value.values }];
  });
  const id = idOfParts({
    PolicySourceArn: caller.principal.arn,
    ActionNames: [`sagemaker:${request.operation}`],
    ResourceArns: resources.map(({ text, open }) => (open === undefined ? text : `${text}${madeUp}`)),
    ContextEntries: entries,
  });
  return {
    id,
    context,
    isOpen: resources.some(({ open }) => open !== undefined),
    isOfSeveral: resources.length > 1,
  };
}

const madeUp = "preflight";
const globalKeys = ["aws:RequestedRegion", "aws:SecureTransport", "aws:ViaAWSService"];

function typeOf(key: string): string {
  const type = conditionKeyType(key.replace(/^sagemaker:/, ""));
  if (type?.startsWith("ArrayOf") === true) return "stringList";
  return type === "Bool" ? "boolean" : type === "Numeric" ? "numeric" : "string";
}

/** `undefined`: nobody has asked yet. */
export function simulated(
  facts: Facts,
  id: string,
  region: string,
): Answer<readonly Simulated[]> | undefined {
  return listOf(facts, { kind: "simulation", id, region }, toSimulated);
}

const toSimulated: Decode<Simulated> = (of) => ({
  decision: of.string("EvalDecision"),
  policies: of.each("MatchedStatements", (one) =>
    one.has("SourcePolicyId") ? one.string("SourcePolicyId") : "",
  ),
  missing: of.strings("MissingContextValues"),
});
