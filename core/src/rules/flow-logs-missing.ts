import { defineRule } from "./define-rule.js";
import { notShown, sharedBy } from "./shared-subnet.js";

export const flowLogsMissing = defineRule({
  id: "flow-logs-missing",
  severity: "warning",
  needs: ["subnets", "flowLogs"],
  summary: "The traffic of a subnet is not logged",
  why: "VPC flow logs record which connections the job's interfaces make. The team's policy asks for them.",
  remedy: "Have the network team turn flow logs on for the VPC, or use subnets that have them.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
  demand: { by: ["network.flowLogs"], otherwiseSilent: true },

  applies: ({ subnets }, { network }) => network?.flowLogs === "required" && subnets.length > 0,

  *check({ subnets }, { account }) {
    for (const { value, span, onOneBranch } of subnets) {
      const subnet = account.subnet(value);
      if (subnet === undefined) continue;
      const logs = [...account.flowLogs(subnet.vpcId), ...account.flowLogs(value)];
      if (logs.some(({ status = "ACTIVE" }) => status === "ACTIVE")) continue;
      const owner = sharedBy(subnet, account);
      if (owner !== undefined) {
        yield { cannotTell: notShown(`whether the traffic of ${value} is logged`, owner) };
        continue;
      }
      yield {
        span,
        message: `Neither ${subnet.vpcId} nor ${value} has flow logs, which the team's policy asks for`,
        onOneBranch,
        facts: [
          { kind: "subnet", id: value },
          { kind: "flowLogs", id: subnet.vpcId, says: `${subnet.vpcId} has no active flow logs` },
          { kind: "flowLogs", id: value, says: `${value} has no active flow logs` },
        ],
      };
    }
  },
});
