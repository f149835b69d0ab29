import { repositoryPolicyId } from "../account/image-ids.js";
import * as iam from "../account/inventory-iam.js";
import type { Role } from "../account/iam-resources.js";
import type { Question } from "../account/question.js";
import { type Decision, isDenied } from "../iam/evaluate.js";
import { policiesOfRole, type FactSource } from "../iam/gather-policies.js";
import { known } from "../iam/context.js";
import type { OwnPolicies, PolicyLayer } from "../iam/policies.js";
import type { EcrImage } from "../requests/images.js";
import { accountAsked, ownImagesOf } from "./images-of.js";
import { asRole, decide, isMeant } from "./role-access.js";
import type { RuleRequest } from "./rule-request.js";

/** What a role must be allowed to pull an image, and what the policies say. */
export interface ImageAccess {
  readonly image: EcrImage;
  /** `ecr:BatchGetImage` */
  readonly action: string;
  readonly decision: Decision;
}

/**
 * What the role may do with the images of the account's own registry.
 *
 * @param policyOf The policy of a repository, which may allow what the role's own do not.
 */
export function accessToImages(
  request: RuleRequest,
  account: string,
  role: Role,
  own: OwnPolicies,
  policyOf: (image: EcrImage) => PolicyLayer,
): readonly ImageAccess[] {
  const partition = role.arn.split(":")[1] ?? "aws";
  return ownImagesOf(request, request.lookUpRegion ?? "", account).flatMap((image) => {
    const { region, registryId, repository } = image;
    const arn = `arn:${partition}:ecr:${region}:${registryId}:repository/${repository}`;
    const keys = [["aws:RequestedRegion", known(region)]] as const;
    return [
      { action: "ecr:GetAuthorizationToken", resource: { text: "*" }, ofRepository: false },
      ...pulling.map((name) => ({ action: `ecr:${name}`, resource: { text: arn }, ofRepository: true })),
    ].map(({ action, resource, ofRepository }) => {
      const asked = asRole(role, action, resource, keys);
      const alone = decide(own, asked);
      const isOpen = ofRepository && alone.decision === "implicitly denied";
      return { image, action, decision: isOpen ? decide(own, asked, policyOf(image)) : alone };
    });
  });
}

/** The policies of the repositories that the role's own policies do not let it pull from. */
export function repositoryPoliciesToAsk(request: RuleRequest, source: FactSource): readonly Question[] {
  const account = accountAsked(source.facts, source.region);
  return request.roles.flatMap((written) => {
    const role = iam.role(source.facts, written.name, source.region);
    if (role?.state !== "present" || !isMeant(written, role.value)) return [];
    const own = policiesOfRole(source, written.name).value;
    const nothing: PolicyLayer = { policies: [], unread: [] };
    return accessToImages(request, account, role.value, own, () => nothing)
      .filter(({ decision, action }) => isDenied(decision) && action !== "ecr:GetAuthorizationToken")
      .map(({ image }) => ({
        kind: "imageRepositoryPolicy",
        id: repositoryPolicyId(image),
        region: source.region,
      }));
  });
}

const pulling = ["BatchCheckLayerAvailability", "GetDownloadUrlForLayer", "BatchGetImage"];
