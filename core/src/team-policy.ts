import type { PolicyFile } from "./policy/found-policies.js";
import { joinPolicies } from "./policy/join-policies.js";
import { readPolicy, type PolicyProblem } from "./policy/read-policy.js";
import { noPolicy, type TeamPolicy } from "./policy/team-policy.js";
import { rules } from "./rules/index.js";

export interface PolicyOfFiles {
  readonly policy: TeamPolicy;
  readonly problems: readonly (PolicyProblem & { readonly path: string })[];
}

/**
 * What the policy files that apply to a notebook ask together. Never throws.
 *
 * @param files The one that cannot be loosened first: the machine's, then the repository's.
 */
export function policyOfFiles(files: readonly PolicyFile[]): PolicyOfFiles {
  const read = files.map(({ path, text }) => ({ path, ...readPolicy(text, ruleIds) }));
  return {
    policy: read.reduce((joined, { policy }) => joinPolicies(joined, policy), noPolicy),
    problems: read.flatMap(({ path, problems }) => problems.map((problem) => ({ path, ...problem }))),
  };
}

const ruleIds = rules.map(({ id }) => id);
