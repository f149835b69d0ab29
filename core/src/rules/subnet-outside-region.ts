import type { Subnet } from "../account/resources.js";
import { defineRule } from "./define-rule.js";

export const subnetOutsideRegion = defineRule({
  id: "subnet-outside-region",
  // Which subnets SageMaker takes, its documents do not say
  severity: "warning",
  needs: ["subnets"],
  summary: "A subnet is on an Outpost, in a Local or Wavelength Zone, or has IPv6 addresses only",
  why: "SageMaker's instances are in the region's own zones. That jobs can use subnets elsewhere, or without IPv4, is documented nowhere.",
  remedy: "Use subnets of the region's availability zones, with IPv4 addresses.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html",

  *check(request, { account }) {
    for (const { value, span, onOneBranch } of request.subnets) {
      const subnet = account.subnet(value);
      const problem = subnet && problemOf(subnet, request.lookUpRegion ?? "");
      if (problem === undefined) continue;
      yield {
        span,
        message: `${value} ${problem}, where SageMaker probably makes no interfaces`,
        onOneBranch,
        facts: [{ kind: "subnet", id: value }],
      };
    }
  },
});

function problemOf({ outpostArn, ipv6Native, availabilityZone }: Subnet, region: string): string | undefined {
  if (outpostArn !== undefined) return `is on an Outpost (${outpostArn})`;
  // A zone of the region is its name and a letter: us-east-1a; a Local Zone us-east-1-bos-1a
  if (availabilityZone.startsWith(`${region}-`))
    return `is in ${availabilityZone}, a Local or Wavelength Zone`;
  return ipv6Native === true ? "has IPv6 addresses only" : undefined;
}
