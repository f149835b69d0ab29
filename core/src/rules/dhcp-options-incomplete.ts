import { defineRule } from "./define-rule.js";
import { notShown, sharedBy } from "./shared-subnet.js";

export const dhcpOptionsIncomplete = defineRule({
  id: "dhcp-options-incomplete",
  severity: "warning",
  needs: ["subnets", "vpcs", "dhcpOptions"],
  summary: "The VPC's DHCP options lack domain-name or domain-name-servers",
  why: "SageMaker reads both options of the VPC's DHCP option set; a job has been seen to fail without one of them.",
  remedy: "Give the VPC a DHCP option set that has both domain-name and domain-name-servers.",
  source: "https://github.com/aws/sagemaker-python-sdk/issues/3955",

  *check(request, { account }) {
    for (const { value, span, onOneBranch } of request.subnets) {
      const subnet = account.subnet(value);
      const vpcId = subnet?.vpcId;
      const owner = sharedBy(subnet, account);
      const id = vpcId === undefined ? undefined : account.vpc(vpcId)?.dhcpOptionsId;
      const options = id === undefined || id === "default" ? undefined : account.dhcpOptions(id);
      if (vpcId !== undefined && owner !== undefined && id !== "default" && options === undefined) {
        yield { cannotTell: notShown(`the DHCP options of ${vpcId}`, owner) };
        continue;
      }
      if (options === undefined || vpcId === undefined) continue;
      const missing = required.filter((name) => !options.names.includes(name));
      if (missing.length === 0) continue;
      yield {
        span,
        message: `${vpcId} has DHCP options (${options.dhcpOptionsId}) without ${missing.join(" and ")}, which SageMaker needs`,
        onOneBranch,
        facts: [
          { kind: "subnet", id: value },
          { kind: "vpc", id: vpcId, says: `${vpcId} has the DHCP options ${options.dhcpOptionsId}` },
          {
            kind: "dhcpOptions",
            id: options.dhcpOptionsId,
            says: `${options.dhcpOptionsId} sets ${options.names.join(", ") || "nothing"}`,
          },
        ],
      };
    }
  },
});

const required = ["domain-name", "domain-name-servers"];
