import { defineRule } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";
import { isPossibleId, isPossibleKey } from "./placeholder.js";
import { fieldAt, knownList, type RuleRequest, type WrittenId } from "./rule-request.js";

export const placeholderId = defineRule({
  id: "placeholder-id",
  severity: "error",
  needs: [],
  summary: "An id is still a placeholder",
  why: "It is sent to AWS as it is, and AWS refuses it.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html",

  applies: ({ settings, fields }) =>
    [settings.subnets, settings.securityGroupIds, settings.volumeKmsKeyId, settings.outputKmsKeyId].some(
      (path) => path !== undefined && fields.has(path),
    ),

  *check(request) {
    for (const id of request.placeholders) {
      yield {
        span: id.span,
        message: messageOf(id),
        onOneBranch: id.onOneBranch,
        fixes: proposals(request, id),
      };
    }
  },
});

function messageOf({ kind, value }: WrittenId): string {
  const what = { subnet: "a subnet's id", securityGroup: "a security group's id", key: "a KMS key" }[kind];
  if (value === "") return `This is empty: ${what} belongs here`;
  const isPossible = kind === "key" ? isPossibleKey(value) : isPossibleId(value);
  if (isPossible || /[<>{}[\]]|\.\.|…/.test(value))
    return `"${value}" is a placeholder: ${what} belongs here`;
  const takes = kind === "key" ? "letters, digits and :/_-" : "letters, digits and hyphens";
  return `"${value}" cannot be ${what}: AWS takes only ${takes}`;
}

function proposals(request: RuleRequest, { kind, path }: WrittenId): readonly FixProposal[] {
  const { subnets, securityGroupIds } = request.settings;
  if (fieldAt(request, path)?.state !== "known") return [];
  if (kind === "key") return [{ propose: "key", paths: [path], safety: "unsafe" }];
  if (subnets === undefined || securityGroupIds === undefined) return [];

  // The other half stays when it is real; where only one id of a list is a placeholder, the rest of the list says
  // which VPC was meant.
  const kept = (of: string) => {
    const ids =
      knownList(request, of)?.filter((id) => !request.placeholders.some(({ value }) => value === id)) ?? [];
    return of === path || ids.length === 0 ? undefined : ids;
  };
  const other = path === subnets ? securityGroupIds : subnets;
  if (fieldAt(request, other) !== undefined && knownList(request, other) === undefined) return [];
  const keptSubnets = kept(subnets);
  const keptGroups = kept(securityGroupIds);
  return [
    {
      propose: "network",
      subnetsPath: subnets,
      securityGroupIdsPath: securityGroupIds,
      ...(keptSubnets === undefined ? {} : { subnets: keptSubnets }),
      ...(keptGroups === undefined ? {} : { securityGroupIds: keptGroups }),
      safety: "unsafe",
      keyPaths: [],
    },
  ];
}
