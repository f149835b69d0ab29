import { lastName, pathAbove } from "../dotted-path.js";
import { defineRule } from "./define-rule.js";
import type { FieldPath, Json } from "../requests/request.js";
import type { FixProposal } from "./fix-proposal.js";
import { isMisnamed } from "./parameter-missing.js";
import { fieldAt, isMissing, knownList, type RuleRequest } from "./rule-request.js";

export const vpcConfigIncomplete = defineRule({
  id: "vpc-config-incomplete",
  severity: "error",
  needs: [],
  summary: "Half a VPC: subnets without security groups, or security groups without subnets",
  why: "A VPC configuration needs both. What happens with half of one depends on the client, and none of the ways is a job in your VPC.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html",
  references: {
    conditionKeys: ["sagemaker:VpcSubnets", "sagemaker:VpcSecurityGroupIds"],
  },

  applies: ({ settings }) => settings.subnets !== undefined && settings.securityGroupIds !== undefined,

  *check(request) {
    const { subnets, securityGroupIds } = request.settings;
    if (subnets === undefined || securityGroupIds === undefined) return;

    for (const [path, what] of [
      [subnets, "The list of subnets is empty"],
      [securityGroupIds, "The list of security groups is empty"],
    ] as const) {
      if (!isEmptyList(request, path) || !path.includes("VpcConfig.")) continue;
      // An empty list that nobody wrote stands for the half that is not given
      const given = path === subnets ? securityGroupIds : subnets;
      const isWritten = fieldAt(request, path)?.span !== undefined || isEmptyList(request, given);
      const span = fieldAt(request, isWritten ? path : given)?.span ?? request.nameSpan;
      const problem = isWritten ? what : halfWords(path === subnets);
      yield {
        span,
        message: `${problem}: ${request.refused ? refusal(request) : "AWS refuses the request"}`,
        fixes: network(request, subnets, securityGroupIds),
      };
      return;
    }

    if (request.halfVpc === undefined) return;
    // The other half is there under another name: the right name makes it whole
    if ([subnets, securityGroupIds].some((path) => isMisnamed(request, structureAndMember(path)))) return;
    const groupsGiven = request.droppedHalf
      ? request.droppedHalf.path === securityGroupIds
      : isMissing(request, subnets) === true;
    const given = groupsGiven ? securityGroupIds : subnets;
    const half = halfWords(groupsGiven);
    yield {
      span: fieldAt(request, given)?.span ?? request.droppedHalf?.span ?? request.nameSpan,
      message: `${half}: ${ending(request)}`,
      // A member that does not exist would still be refused with the other half in place
      fixes:
        request.refused?.message.includes("Unknown parameter") === true
          ? []
          : network(request, subnets, securityGroupIds),
    };
  },
});

function halfWords(areGroups: boolean): string {
  return areGroups ? "Security groups without subnets" : "Subnets without security groups";
}

function structureAndMember(path: FieldPath): { readonly path: FieldPath; readonly member: string } {
  return { path: pathAbove(path), member: lastName(path) };
}

/** How half a VPC ends for this client. */
function ending(request: RuleRequest): string {
  if (request.halfVpc === "SDK drops it") {
    return "the SDK drops them without a word, and the job runs outside your VPC";
  }
  if (request.halfVpc === "SDK raises") return refusal(request);
  if (request.halfVpc === "AWS refuses") return "AWS refuses the job when it is to start";
  return refusal(request, "botocore", "ParamValidationError");
}

function refusal({ name, refused }: RuleRequest, who = name, error = "an error"): string {
  return `${who} raises ${refused?.error ?? error}, and no job starts`;
}

function listOf(value: Json | undefined): readonly string[] | undefined {
  const isList = Array.isArray(value) && value.every((one) => typeof one === "string");
  return isList ? value : undefined;
}

function isEmptyList(request: RuleRequest, path: string): boolean {
  return knownList(request, path)?.length === 0;
}

/** Keeps the half that was written. None when it is not known whole: nobody can tell which VPC the other half is of. */
function network(
  request: RuleRequest,
  subnetsPath: FieldPath,
  securityGroupIdsPath: FieldPath,
): readonly FixProposal[] {
  const isPlaceholder = (id: string) => request.placeholders.some(({ value }) => value === id);
  const halves = [subnetsPath, securityGroupIdsPath].map((path) => {
    const isDropped = request.droppedHalf?.path === path;
    if (fieldAt(request, path) === undefined && !isDropped) return { ids: [], known: true };
    const ids = isDropped ? listOf(request.droppedHalf.value) : knownList(request, path);
    return { ids: ids?.filter((id) => !isPlaceholder(id)) ?? [], known: ids !== undefined };
  });
  if (halves.some(({ known }) => !known)) return [];
  const [subnets = [], securityGroupIds = []] = halves.map(({ ids }) => ids);
  const replaces = request.placeholders.some(
    ({ path }) => path === subnetsPath || path === securityGroupIdsPath,
  );
  // The constructor raises before the other half is assigned: to assign more mends nothing
  const isLate = [subnetsPath, securityGroupIdsPath].some(
    (path) => request.setLater?.includes(path) === true,
  );
  if (isLate && request.halfVpc === "SDK raises" && subnets.length > 0 && securityGroupIds.length > 0)
    return [];
  return [
    {
      propose: "network",
      subnetsPath,
      securityGroupIdsPath,
      ...(subnets.length === 0 ? {} : { subnets }),
      ...(securityGroupIds.length === 0 ? {} : { securityGroupIds }),
      ...(request.droppedHalf ? { sendsNeither: true } : {}),
      safety: replaces ? "unsafe" : "safe",
      keyPaths: [],
    },
  ];
}
