import type { PolicyFile } from "./policy/found-policies.js";
import { boundBy, joinPolicies, type DemandedRule } from "./policy/join-policies.js";
import { readPolicy, type PolicyProblem } from "./policy/read-policy.js";
import { noPolicy, type PolicyInForce } from "./policy/team-policy.js";
import { rules } from "./rules/index.js";

export interface PolicyOfFiles {
  readonly policy: PolicyInForce;
  readonly problems: readonly (PolicyProblem & { readonly path: string })[];
}

/**
 * What the policy files that apply to a notebook ask together. Never throws.
 *
 * @param files The machine's first, which cannot be loosened, then the repository's.
 */
export function policyOfFiles(files: readonly PolicyFile[]): PolicyOfFiles {
  const read = files.map(({ path, text, shownAs = path, of }) => ({
    path,
    shownAs,
    of,
    ...readPolicy(text, ruleIds),
  }));
  const policies = read.map(({ shownAs: path, of, policy, lines }): PolicyInForce => {
    const places = [...lines].map(([asked, line]) => [asked, [{ path, line }]] as const);
    const bound = of === "machine" ? boundBy(policy, demanded) : [];
    return {
      ...policy,
      ...(places.length > 0 && { places: Object.fromEntries(places) }),
      ...(bound.length > 0 && { bound }),
    };
  });
  return {
    policy: policies.reduce((joined, policy) => joinPolicies(joined, policy, demanded), noPolicy),
    problems: read.flatMap(({ path, problems }) => problems.map((problem) => ({ path, ...problem }))),
  };
}

const ruleIds = rules.map(({ id }) => id);

const demanded: ReadonlyMap<string, DemandedRule> = new Map(
  rules.flatMap(({ id, severity, demand }) =>
    demand === undefined ? [] : [[id, { by: demand.by, severity: demand.severity ?? severity }]],
  ),
);
