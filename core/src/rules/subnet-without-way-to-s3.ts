import type { Subnet } from "../account/resources.js";
import type { VpcRoutes, WayToS3 } from "../network/way-to-s3.js";
import { wayToS3 } from "../network/way-to-s3.js";
import type { AccountView } from "./account-view.js";
import { mayGoByVpc, passesByVpc } from "./data-by-vpc.js";
import { defineRule, type FactReference } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";
import { chance, severityWithoutS3 } from "./moves-data.js";
import { alternativesOf, fieldAt, knownList, type RuleRequest, type WrittenId } from "./rule-request.js";
import { nameOfS3, toAddresses } from "./s3-addresses.js";
import { sharedBy } from "./shared-subnet.js";

export const subnetWithoutWayToS3 = defineRule({
  id: "subnet-without-way-to-s3",
  severity: "error",
  needs: ["subnets", "routeTables", "endpoints", "listsOfRoutes", "natGateways", "s3Addresses"],
  summary: "A subnet has no way to S3, where the job's data is",
  why: "SageMaker makes the job's interfaces in any one of the subnets, with a private address only; from there the job's data is read and its results are written.",
  remedy:
    "Have the network team add an S3 gateway endpoint to the subnet's route table (it costs nothing), or a NAT gateway; or use subnets that reach S3.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html",

  applies: mayGoByVpc,

  *check(request, { account }) {
    if (yield* passesByVpc(request)) return;
    const s3 = account.s3Addresses();
    if (s3 === undefined) {
      if (request.subnets.length > 0) yield { cannotTell: "the addresses of S3 are not known" };
      return;
    }
    const to = toAddresses(s3);
    const ways = new Map<WrittenId, WayToS3>();
    for (const written of request.subnets) {
      const subnet = account.subnet(written.value);
      if (subnet) ways.set(written, wayToS3(subnet, routesOf(subnet, account), to));
    }

    for (const subnets of alternativesOf(request, request.subnets)) {
      const vpcIds = new Set(subnets.flatMap(({ value }) => account.subnet(value)?.vpcId ?? []));
      if (vpcIds.size > 1) {
        yield { cannotTell: "in which VPC the job runs" }; // told by subnets-in-different-vpcs
        continue;
      }
      const lost = subnets.filter((written) => ways.get(written)?.way === "none");
      for (const written of subnets) {
        const way = ways.get(written);
        if (way?.way === "not followed") yield { cannotTell: `${written.value}: ${way.why}` };
        if (way?.way !== "none") continue;
        const subnet = account.subnet(written.value);
        yield {
          span: written.span,
          severity: severityWithoutS3(request),
          message: `${written.value} has no way to S3: ${way.why}${chance(subnets.length, lost.length)}`,
          onOneBranch: written.onOneBranch,
          facts: factsOf(written.value, subnet, way, nameOfS3(request.lookUpRegion ?? "")),
          related: subnets
            .filter((one) => one !== written && ways.get(one)?.way !== "none")
            .map((one) => ({ span: one.span, message: `${one.value}: ${describe(ways.get(one))}` })),
          fixes: keepOthers(
            request,
            subnets,
            lost.map(({ value }) => value),
          ),
        };
      }
    }
  },
});

export function routesOf(
  subnet: Subnet,
  account: Pick<AccountView, "account" | "routeTables" | "endpoints" | "natGateway">,
): VpcRoutes {
  const { vpcId } = subnet;
  return {
    routeTables: account.routeTables(vpcId),
    endpoints: account.endpoints(vpcId),
    natGateway: (id) => account.natGateway(id),
    isShared: sharedBy(subnet, account) !== undefined,
  };
}

function factsOf(
  id: string,
  subnet: Subnet | undefined,
  way: Extract<WayToS3, { way: "none" }>,
  s3: string,
): readonly FactReference[] {
  if (subnet === undefined) return [];
  return [
    { kind: "subnet", id },
    { kind: "vpcRouteTables", id: subnet.vpcId, says: `${way.routeTableId} holds for ${id}` },
    { kind: "endpointsOfVpc", id: subnet.vpcId, says: `no endpoint of ${subnet.vpcId} serves S3 there` },
    ...(way.natGatewayId === undefined
      ? []
      : [{ kind: "natGateway", id: way.natGatewayId, says: way.why } as const]),
    { kind: "prefixList", id: s3, says: `the addresses of ${s3}` },
  ];
}

function describe(way: WayToS3 | undefined): string {
  switch (way?.way) {
    case "endpoint":
    case "NAT gateway":
      return `reaches S3 through ${way.through}`;
    default:
      return "may reach S3";
  }
}

/** Keep the subnets that reach S3; where none does, the job needs another network. */
function keepOthers(
  request: RuleRequest,
  subnets: readonly WrittenId[],
  lost: readonly string[],
): readonly FixProposal[] {
  const { subnets: subnetsPath, securityGroupIds: securityGroupIdsPath } = request.settings;
  const all = knownList(request, subnetsPath);
  if (subnetsPath === undefined || securityGroupIdsPath === undefined || all === undefined) return [];
  if (lost.length < subnets.length) {
    return [
      {
        propose: "set",
        title: `Keep only the subnets that reach S3`,
        safety: "unsafe",
        changes: [{ path: subnetsPath, value: all.filter((id) => !lost.includes(id)) }],
      },
    ];
  }
  const groups = knownList(request, securityGroupIdsPath);
  const network = {
    propose: "network",
    subnetsPath,
    securityGroupIdsPath,
    safety: "unsafe",
    keyPaths: [],
  } as const;
  if (fieldAt(request, securityGroupIdsPath) !== undefined && groups === undefined) return [];
  return [...(groups === undefined ? [] : [{ ...network, securityGroupIds: groups }]), network];
}
