import * as iam from "../account/inventory-iam.js";
import type { Role } from "../account/iam-resources.js";
import type { Question } from "../account/question.js";
import { type Decision, isDenied } from "../iam/evaluate.js";
import { policiesOfRole, policyOfBucket, type FactSource } from "../iam/gather-policies.js";
import type { OwnPolicies, PolicyLayer } from "../iam/policies.js";
import type { S3Location } from "../requests/s3-locations.js";
import { asRole, decide, isMeant } from "./role-access.js";
import type { RuleRequest } from "./rule-request.js";

/** What a role must be allowed at a place in S3, and what its policies say. */
export interface S3Access {
  readonly location: S3Location;
  /** `s3:GetObject` */
  readonly action: string;
  readonly decision: Decision;
}

/**
 * What the role may do at the places that a request names.
 *
 * @param policyOf The policy of a bucket, which may allow what the role's own do not; it may be another account's.
 */
export function accessToS3(
  request: RuleRequest,
  role: Role,
  own: OwnPolicies,
  policyOf: (bucket: string) => PolicyLayer,
): readonly S3Access[] {
  return request.s3Locations.flatMap((location) =>
    neededAt(location, role).map(({ action, resource }) => {
      const asked = asRole(role, action, resource);
      const alone = decide(own, asked);
      // What the bucket's policy says beyond that is told by the rules about buckets.
      const isOpen = alone.decision === "implicitly denied";
      const decision = isOpen ? decide(own, asked, policyOf(location.bucket)) : alone;
      return { location, action, decision };
    }),
  );
}

/** The policies of the buckets that the role's own policies do not let it use. */
export function bucketPoliciesToAsk(request: RuleRequest, source: FactSource): readonly Question[] {
  return request.roles.flatMap((written) => {
    const role = iam.role(source.facts, written.name, source.region);
    if (role?.state !== "present" || !isMeant(written, role.value)) return [];
    const own = policiesOfRole(source, written.name).value;
    const nothing: PolicyLayer = { policies: [], unread: [] };
    const lacking = accessToS3(request, role.value, own, () => nothing).filter(({ decision }) =>
      isDenied(decision),
    );
    return lacking.flatMap(({ location }) => policyOfBucket(source, location.bucket).questions);
  });
}

function neededAt({ bucket, key, use }: S3Location, { arn }: Role) {
  const ofBucket = `arn:${arn.split(":")[1] ?? "aws"}:s3:::${bucket}`;
  const objects = { text: `${ofBucket}/${key}`, open: "anywhere" } as const;
  return use === "read"
    ? [
        { action: "s3:ListBucket", resource: { text: ofBucket } },
        { action: "s3:GetObject", resource: objects },
      ]
    : [{ action: "s3:PutObject", resource: objects }];
}
