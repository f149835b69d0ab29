import { mayGoByVpc, passesByVpc } from "./data-by-vpc.js";
import { defineRule } from "./define-rule.js";
import { notShown, sharedBy } from "./shared-subnet.js";

export const vpcTenancyDedicated = defineRule({
  id: "vpc-tenancy-dedicated",
  severity: "error",
  needs: ["subnets", "vpcs"],
  summary: "The VPC has dedicated tenancy",
  why: "SageMaker takes only subnets of a VPC whose tenancy is default.",
  remedy:
    "Use subnets of a VPC with default tenancy; a VPC's tenancy can be changed from dedicated to default.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html",

  applies: mayGoByVpc,

  *check(request, { account }) {
    if (yield* passesByVpc(request)) return;
    for (const { value, span, onOneBranch } of request.subnets) {
      const subnet = account.subnet(value);
      const vpcId = subnet?.vpcId;
      const owner = sharedBy(subnet, account);
      if (vpcId !== undefined && owner !== undefined && account.vpc(vpcId) === undefined) {
        yield { cannotTell: notShown(`the tenancy of ${vpcId}`, owner) };
        continue;
      }
      const tenancy = vpcId === undefined ? undefined : account.vpc(vpcId)?.instanceTenancy;
      if (vpcId === undefined || tenancy === undefined || tenancy === "default") continue;
      yield {
        span,
        severity: request.operation === "CreateNotebookInstance" ? "warning" : "error",
        message: `${value} is in ${vpcId}, whose tenancy is ${tenancy}; SageMaker needs one with default tenancy`,
        onOneBranch,
        facts: [
          { kind: "subnet", id: value },
          { kind: "vpc", id: vpcId, says: `${vpcId} has ${tenancy} tenancy` },
        ],
      };
    }
  },
});
