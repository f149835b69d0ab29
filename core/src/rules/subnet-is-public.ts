import { isPublicSubnet, wayToS3 } from "../network/way-to-s3.js";
import { mayGoByVpc, passesByVpc } from "./data-by-vpc.js";
import { defineRule } from "./define-rule.js";
import { toAddresses } from "./s3-addresses.js";
import { routesOf } from "./subnet-without-way-to-s3.js";

export const subnetIsPublic = defineRule({
  id: "subnet-is-public",
  severity: "info",
  needs: ["subnets", "routeTables", "endpoints", "listsOfRoutes", "natGateways", "s3Addresses"],
  summary: "A subnet is public, which gives a job no internet",
  why: "SageMaker's interfaces have a private address only, also in a public subnet: its internet gateway is of no use to them.",
  remedy: "Use private subnets; with a NAT gateway where the job needs the internet.",
  source: "https://github.com/aws/sagemaker-python-sdk/issues/1142",

  applies: mayGoByVpc,

  *check(request, { account }) {
    if (yield* passesByVpc(request)) return;
    const s3 = account.s3Addresses();
    for (const { value, span, onOneBranch } of request.subnets) {
      const subnet = account.subnet(value);
      if (subnet === undefined || !isPublicSubnet(subnet, account.routeTables(subnet.vpcId))) continue;
      // Without a way to S3 the job fails, and another rule says so.
      if (s3 === undefined || wayToS3(subnet, routesOf(subnet, account), toAddresses(s3)).way === "none")
        continue;
      yield {
        span,
        message: `${value} is a public subnet: the job reaches S3 from it, but nothing else outside the VPC`,
        onOneBranch,
        facts: [
          { kind: "subnet", id: value },
          {
            kind: "vpcRouteTables",
            id: subnet.vpcId,
            says: `the route table of ${value} leads to an internet gateway`,
          },
        ],
      };
    }
  },
});
