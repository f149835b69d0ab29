import { whyUnknown } from "./context.js";
import {
  matchStatement,
  statementsFor,
  type AccessRequest,
  type Layer,
  type StatementProof,
} from "./match-statement.js";
import type { Budget } from "./pattern.js";
import type { PolicySource, UnreadPolicies } from "./policies.js";
import { readPolicy } from "./read-policy.js";
import { both, either, type Truth } from "./truth.js";

/** The policies that decide. A layer that is not given does not exist. */
export interface Policies {
  readonly identityPolicies: readonly PolicySource[];
  /** Given and empty: there is one and nothing in it could be read. */
  readonly permissionsBoundary?: readonly PolicySource[];
  /** One list for the organization's root, each unit below it and the account: each must allow. */
  readonly serviceControlPolicies?: readonly (readonly PolicySource[])[];
  /** Of what is asked for: a key's, a bucket's, a role's trust. */
  readonly resourcePolicies?: readonly PolicySource[];
  /** What of a layer nobody could read: it may deny, and it may allow. */
  readonly unread?: readonly (UnreadPolicies & { readonly layer: Layer })[];
}

export type Decision =
  | { readonly decision: "allowed"; readonly by: readonly StatementProof[] }
  /** Whatever else there is: one of these is enough. */
  | { readonly decision: "explicitly denied"; readonly by: readonly StatementProof[] }
  | {
      readonly decision: "implicitly denied";
      /** The layer that does not allow it. */
      readonly layer: Layer;
      /** The names of the policies that were looked at there. */
      readonly looked: readonly string[];
      /** Statements that allow such a request, but for their conditions. */
      readonly nearly: readonly StatementProof[];
    }
  | {
      readonly decision: "cannot tell";
      /** Completes "cannot tell: …", once each. */
      readonly unknown: readonly string[];
      /** The statements that would deny if it turns out so. */
      readonly perhapsDeniedBy: readonly StatementProof[];
    };

export type Denial = Extract<Decision, { decision: "explicitly denied" | "implicitly denied" }>;

export function isDenied(decision: Decision | undefined): decision is Denial {
  return decision?.decision === "explicitly denied" || decision?.decision === "implicitly denied";
}

/** Steps of comparing for one request; a policy that AWS would take needs a few thousand. */
const mostSteps = 4_000_000;

/**
 * What AWS would decide, in three values: a thing that is not known, be it a condition key, a policy or a meaning
 * that no document gives, makes a decision only where it cannot change it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(policies: Policies, request: AccessRequest): Decision {
  const budget: Budget = { left: mostSteps };
  const { permissionsBoundary, serviceControlPolicies = [], resourcePolicies, unread = [] } = policies;
  const layer = (name: Layer, sources: readonly PolicySource[]): JudgedLayer =>
    judgeLayer(
      name,
      sources,
      unread.filter((one) => one.layer === name),
      request,
      budget,
    );
  const identity = layer("identity", policies.identityPolicies);
  const boundary =
    permissionsBoundary === undefined && !unread.some((one) => one.layer === "boundary")
      ? undefined
      : layer("boundary", permissionsBoundary ?? []);
  const levels = serviceControlPolicies.map((level) => layer("service control", level));
  if (levels.length === 0 && unread.some((one) => one.layer === "service control")) {
    levels.push(layer("service control", []));
  }
  const resource = layer("resource", resourcePolicies ?? []);
  const all = [identity, ...(boundary === undefined ? [] : [boundary]), ...levels, resource];

  const denies = all.flatMap(({ proofs }) => proofs.filter(({ statement }) => statement.effect === "Deny"));
  const denying = denies.filter(({ applies }) => applies === "yes");
  if (denying.length > 0) return { decision: "explicitly denied", by: denying };

  const grants = grantsOf(policies, request, { identity, boundary, levels, resource });
  const refusing = grants.find(({ allows }) => allows === "no");
  if (refusing !== undefined) return implicitlyDenied(refusing);

  const perhapsDeniedBy = denies.filter(({ applies }) => applies === "perhaps");
  const isCertain =
    perhapsDeniedBy.length === 0 &&
    all.every(({ unknown }) => unknown.length === 0) &&
    grants.every(({ allows }) => allows === "yes");
  if (!isCertain) {
    const unknown = [
      ...all.flatMap((one) => one.unknown),
      ...perhapsDeniedBy.flatMap(whysOf),
      ...grants.flatMap(({ allows, by }) =>
        allows === "perhaps" ? by.flatMap(({ proofs }) => proofs.filter(mayAllow).flatMap(whysOf)) : [],
      ),
    ];
    return {
      decision: "cannot tell",
      unknown: unknown.length > 0 ? [...new Set(unknown)] : ["AWS's documents leave it open"],
      perhapsDeniedBy,
    };
  }
  const by = all.flatMap(({ proofs }) =>
    proofs.filter(({ applies, statement }) => applies === "yes" && statement.effect === "Allow"),
  );
  return { decision: "allowed", by };
}

interface JudgedLayer {
  readonly name: Layer;
  readonly sources: readonly PolicySource[];
  /** Of statements that are about the request, at least perhaps. */
  readonly proofs: readonly StatementProof[];
  readonly unknown: readonly string[];
  readonly allows: Truth;
}

function judgeLayer(
  name: Layer,
  sources: readonly PolicySource[],
  unread: readonly UnreadPolicies[],
  request: AccessRequest,
  budget: Budget,
): JudgedLayer {
  const proofs: StatementProof[] = [];
  const unknown = unread.map(({ what, action, why }) => `${what} (${action}: ${why})`);
  for (const policy of sources) {
    const document = readPolicy(policy);
    for (const problem of document.problems) unknown.push(`policy ${policy.name}: ${problem}`);
    for (const statement of statementsFor(document, request.action)) {
      const proof = matchStatement(statement, document, { policy, layer: name }, request, budget);
      if (proof.isAbout === "no") continue;
      proofs.push(proof);
      if (statement.effect === undefined && proof.applies !== "no") unknown.push(...whysOf(proof));
    }
  }
  const allows = unknown.length > 0 ? either(["perhaps", allowIn(proofs)]) : allowIn(proofs);
  return { name, sources, proofs, unknown, allows };
}

const mayAllow = ({ statement, applies }: StatementProof): boolean =>
  statement.effect === "Allow" && applies === "perhaps";

function allowIn(proofs: readonly StatementProof[]): Truth {
  return either(proofs.map(({ applies, statement }) => (statement.effect === "Deny" ? "no" : applies)));
}

/** What has to allow the request, all of it, and the layers that say so. */
interface Grant {
  readonly allows: Truth;
  readonly by: readonly JudgedLayer[];
}

function grantsOf(
  { resourcePolicies }: Policies,
  request: AccessRequest,
  {
    identity,
    boundary,
    levels,
    resource,
  }: {
    readonly identity: JudgedLayer;
    readonly boundary: JudgedLayer | undefined;
    readonly levels: readonly JudgedLayer[];
    readonly resource: JudgedLayer;
  },
): readonly Grant[] {
  const { principal } = request;
  const named = (...ways: readonly StatementProof["names"][]): Truth =>
    resource.unknown.length > 0
      ? either(["perhaps", allowIn(resource.proofs.filter(({ names }) => ways.includes(names)))])
      : allowIn(resource.proofs.filter(({ names }) => ways.includes(names)));
  if ("service" in principal) return [{ allows: resource.allows, by: [resource] }];

  const bounded = boundary?.allows ?? "yes";
  const above = levels.map((level) => ({ allows: level.allows, by: [level] }));
  const account = request.resourceAccount ?? request.resource.text.split(":")[4] ?? "";
  if (account !== "" && account !== principal.account) {
    return [
      { allows: identity.allows, by: [identity] },
      ...(boundary === undefined ? [] : [{ allows: bounded, by: [boundary] }]),
      { allows: resource.allows, by: [resource] },
      ...above,
    ];
  }

  const everybody = named("everybody", undefined);
  const direct = either([
    named("user or session"),
    both([named("role"), bounded]),
    // Whether a boundary holds for what everybody is given is not documented
    bounded === "yes" ? everybody : both([everybody, "perhaps"]),
  ]);
  if (isGated(request.action)) {
    const handedOn = both([named("account"), identity.allows, bounded]);
    return [{ allows: either([direct, handedOn]), by: [resource, identity] }, ...above];
  }
  if (resourcePolicies === undefined && resource.unknown.length === 0) {
    return [
      { allows: identity.allows, by: [identity] },
      ...(boundary === undefined ? [] : [{ allows: bounded, by: [boundary] }]),
      ...above,
    ];
  }
  const byLayer = identity.allows === "no" ? identity : (boundary ?? identity);
  const own = both([identity.allows, bounded]);
  return [{ allows: either([own, direct]), by: [byLayer, resource] }, ...above];
}

/** A key and a role decide by their own policies who may use them; what others allow is not enough. */
function isGated(action: string): boolean {
  return /^(?:kms:|sts:AssumeRole)/i.test(action);
}

function implicitlyDenied({ by }: Grant): Decision {
  const [layer] = by;
  return {
    decision: "implicitly denied",
    layer: layer?.name ?? "identity",
    looked: by.flatMap(({ sources }) => sources.map(({ name }) => name)),
    nearly: by.flatMap(({ proofs }) =>
      proofs.filter(({ statement, isAbout }) => statement.effect === "Allow" && isAbout === "yes"),
    ),
  };
}

/** What is not known about whether a statement applies. */
export function whysOf({ policy, statement, conditions }: StatementProof): readonly string[] {
  const name = `statement ${statement.sid ?? statement.index + 1} of policy ${policy.name}`;
  const open = conditions.flatMap((condition) => {
    if (condition.truth !== "perhaps") return [];
    return [`${condition.key} (${whyUnknown(condition.given) ?? `${condition.operator} in ${name}`})`];
  });
  if (open.length > 0) return open;
  const [problem] = statement.problems;
  return [problem === undefined ? `whether ${name} is about the request` : `${name}: ${problem}`];
}
