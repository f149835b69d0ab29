import type { VpcEndpoint } from "../account/resources.js";
import { interfaceEndpointOfS3 } from "../network/s3-endpoints.js";
import type { AccountView } from "./account-view.js";
import { mayGoByVpc, passesByVpc } from "./data-by-vpc.js";
import { defineRule } from "./define-rule.js";
import { notShown, sharedBy } from "./shared-subnet.js";

export const vpcDnsOff = defineRule({
  id: "vpc-dns-off",
  severity: "warning",
  needs: ["subnets", "vpcs", "endpoints", "dhcpOptions", "vpcDnsSupport", "vpcDnsHostnames"],
  summary: "The VPC does not resolve the names that lead to S3",
  why: "The job finds S3 by its name: the VPC's own name server answers only with enableDnsSupport, and leads to an interface endpoint only with enableDnsHostnames too.",
  remedy: "Have the network team turn enableDnsSupport and enableDnsHostnames on for the VPC.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html",

  applies: mayGoByVpc,

  *check(request, { account }) {
    if (yield* passesByVpc(request)) return;
    const told = new Set<string>();
    for (const { value, span, onOneBranch } of request.subnets) {
      const subnet = account.subnet(value);
      if (subnet === undefined || told.has(subnet.vpcId)) continue;
      const { vpcId } = subnet;
      const servers = nameServersOf(vpcId, account);
      const support = account.vpcDnsSupport(vpcId);
      const owner = sharedBy(subnet, account);
      if (support === undefined || servers === undefined) {
        if (owner !== undefined) yield { cannotTell: notShown(`the DNS settings of ${vpcId}`, owner) };
        continue;
      }
      const endpoint = interfaceEndpointOfS3(account.endpoints(vpcId));
      const problem = problemOf(vpcId, endpoint, support, account.vpcDnsHostnames(vpcId));
      if (problem === undefined) continue;
      if (servers === "own") {
        yield { cannotTell: `how the name servers of ${vpcId} resolve S3` };
        continue;
      }
      told.add(vpcId);
      yield {
        span,
        message: problem.message,
        onOneBranch,
        facts: [
          { kind: "subnet", id: value },
          { kind: problem.kind, id: vpcId, says: problem.says },
        ],
      };
    }
  },
});

/** "own": names are resolved by servers of the company's. `undefined`: not shown. */
function nameServersOf(
  vpcId: string,
  account: Pick<AccountView, "vpc" | "dhcpOptions">,
): "Amazon's" | "own" | undefined {
  const vpc = account.vpc(vpcId);
  if (vpc === undefined) return undefined;
  const { dhcpOptionsId } = vpc;
  if (dhcpOptionsId === undefined || dhcpOptionsId === "default") return "Amazon's";
  const options = account.dhcpOptions(dhcpOptionsId);
  if (options === undefined) return undefined;
  return options.nameServers.every((server) => server === "AmazonProvidedDNS") ? "Amazon's" : "own";
}

function problemOf(
  vpcId: string,
  endpoint: VpcEndpoint | undefined,
  support: boolean,
  hostnames: boolean | undefined,
):
  | { readonly kind: "vpcDnsSupport" | "vpcDnsHostnames"; readonly message: string; readonly says: string }
  | undefined {
  if (!support) {
    return {
      kind: "vpcDnsSupport",
      message: `${vpcId} resolves no names (enableDnsSupport is off): the job does not find S3`,
      says: `enableDnsSupport of ${vpcId} is off`,
    };
  }
  if (endpoint === undefined || hostnames !== false) return undefined;
  return {
    kind: "vpcDnsHostnames",
    message: `${endpoint.vpcEndpointId} serves S3 by private names, which ${vpcId} does not resolve (enableDnsHostnames is off)`,
    says: `enableDnsHostnames of ${vpcId} is off`,
  };
}
