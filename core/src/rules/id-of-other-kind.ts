import { defineRule } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";
import { knownList, type RuleRequest } from "./rule-request.js";

export const idOfOtherKind = defineRule({
  id: "id-of-other-kind",
  severity: "error",
  needs: [],
  summary: "The id of a security group among the subnets, or of a subnet among the groups",
  why: "The beginning of an id says what it is of; AWS finds no subnet by a group's id, and no group by a subnet's.",
  remedy: "Write an id of the right kind there; where both lists are swapped, a fix swaps them back.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html",
  references: {
    cfnLint: ["E1150", "E1154"],
  },

  applies: ({ settings, fields }) =>
    [settings.subnets, settings.securityGroupIds].some((path) => path !== undefined && fields.has(path)),

  *check(request) {
    for (const { kind, value, span, onOneBranch } of request.idsOfOtherKinds) {
      yield {
        span,
        message: `${value} is the id of ${kinds[prefixOf(value)]}: the id of ${kind === "subnet" ? "a subnet" : "a security group"} belongs here`,
        onOneBranch,
        fixes: swap(request),
      };
    }
  },
});

const kinds = { "subnet-": "a subnet", "sg-": "a security group", "vpc-": "a VPC" } as const;

function prefixOf(value: string): keyof typeof kinds {
  return value.startsWith("subnet-") ? "subnet-" : value.startsWith("sg-") ? "sg-" : "vpc-";
}

function swap(request: RuleRequest): readonly FixProposal[] {
  const { subnets, securityGroupIds } = request.settings;
  const [groups, nets] = [knownList(request, subnets), knownList(request, securityGroupIds)];
  if (subnets === undefined || securityGroupIds === undefined || !groups || !nets) return [];
  const isSwapped =
    groups.length > 0 &&
    nets.length > 0 &&
    groups.every((id) => id.startsWith("sg-")) &&
    nets.every((id) => id.startsWith("subnet-"));
  if (!isSwapped) return [];
  const changes = [
    { path: subnets, value: nets },
    { path: securityGroupIds, value: groups },
  ];
  return [{ propose: "set", title: "Swap the two lists", safety: "unsafe", changes }];
}
