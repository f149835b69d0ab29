import type { Role } from "../account/iam-resources.js";
import { trustsSageMaker } from "../iam/trust.js";
import type { FieldPath } from "../requests/request.js";
import type { AccountLists } from "./account-lists.js";
import type { Draft } from "./draft.js";

/** A name that says what the role is for. */
const ofSageMaker = /sagemaker/i;
const ofJobs = /execution|training|train|(^|[^a-z])ml([^a-z]|$)/i;

/** What the policies of a role allow takes a few calls for each: so many are looked at before one is chosen. */
const mostJudged = 8;

/** The roles of the account that SageMaker may take on, those first whose names say so. */
export function roleDrafts(path: FieldPath, lists: AccountLists): readonly Draft[] {
  const roles = (lists.roles() ?? []).filter(
    (role) => !role.path.startsWith("/aws-service-role/") && trustsSageMaker(role) !== false,
  );
  return [...roles].sort(compare).map((role, index): Draft => {
    const isSure = trustsSageMaker(role) === true;
    return {
      about: { kind: "role", id: role.arn, name: role.name },
      alternatives: [[{ path, value: role.arn }]],
      ...(index < mostJudged
        ? {}
        : { unjudged: "what its policies allow is looked at once it is in the job" }),
      alsoNamed: [role.name],
      reasons: [isSure ? "trusts SageMaker" : "trusts SageMaker on conditions"],
    };
  });
}

function compare(one: Role, other: Role): number {
  return rank(one) - rank(other) || (one.name < other.name ? -1 : Number(one.name > other.name));
}

function rank(role: Role): number {
  const isSure = trustsSageMaker(role) === true;
  return Number(!isSure) * 4 + Number(!ofSageMaker.test(role.name)) * 2 + Number(!ofJobs.test(role.name));
}
