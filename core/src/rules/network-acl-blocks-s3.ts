import type { NetworkAcl, PrefixList, Subnet } from "../account/resources.js";
import { standIns } from "../network/cidr.js";
import { divisionsOfFilters, throughAcl } from "../network/filter.js";
import { interfaceEndpointOfS3 } from "../network/s3-endpoints.js";
import { wayElsewhere } from "../network/way-elsewhere.js";
import type { AccountView } from "./account-view.js";
import { mayGoByVpc, passesByVpc } from "./data-by-vpc.js";
import { defineRule, type CannotTell } from "./define-rule.js";
import { chance, severityWithoutS3 } from "./moves-data.js";
import { alternativesOf } from "./rule-request.js";
import { toAddresses } from "./s3-addresses.js";
import { notShown, sharedBy } from "./shared-subnet.js";

export const networkAclBlocksS3 = defineRule({
  id: "network-acl-blocks-s3",
  severity: "error",
  needs: ["subnets", "networkAcls", "routeTables", "endpoints", "s3Addresses"],
  summary: "A subnet's network ACL stops the traffic with S3",
  why: "Network ACLs do not remember connections: HTTPS to S3 has to be let out, and its answers in to the ports that they come back to.",
  remedy: "Have the network team let TCP 443 out and TCP 1024 to 65535 in, or use other subnets.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",

  applies: mayGoByVpc,

  *check(request, { account }) {
    if (yield* passesByVpc(request)) return;
    const s3 = account.s3Addresses();
    if (s3 === undefined) {
      if (request.subnets.length > 0) yield { cannotTell: "the addresses of S3 are not known" };
      return;
    }
    for (const subnets of alternativesOf(request, request.subnets)) {
      const found = subnets.map((written) => ({ written, says: ofSubnet(written.value, account, s3) }));
      const stopped = found.filter(({ says }) => says !== undefined && "aclId" in says);
      for (const { written, says } of found) {
        const { value, span, onOneBranch } = written;
        if (says === undefined) continue;
        if ("cannotTell" in says) {
          yield says;
          continue;
        }
        const what =
          says.direction === "out" ? "stops HTTPS to S3" : "stops the answers of S3 (TCP, ports 32768–60999)";
        yield {
          span,
          severity: severityWithoutS3(request),
          message: `${says.aclId}, the network ACL of ${value}, ${what}${chance(subnets.length, stopped.length)}`,
          onOneBranch,
          facts: [
            { kind: "subnet", id: value },
            { kind: "networkAcls", id: says.vpcId, says: `${says.aclId} holds for ${value}` },
          ],
        };
      }
    }
  },
});

/** The ACL that stops it. */
interface Stopped {
  readonly aclId: string;
  readonly vpcId: string;
  readonly direction: "in" | "out";
}

type Look = Pick<AccountView, "account" | "subnet" | "networkAcls" | "routeTables" | "endpoints">;

/** `undefined`: all of it passes, or there is no such subnet. */
function ofSubnet(id: string, account: Look, s3: PrefixList): Stopped | CannotTell | undefined {
  const subnet = account.subnet(id);
  if (subnet === undefined) return undefined;
  const endpoints = account.endpoints(subnet.vpcId);
  const served = interfaceEndpointOfS3(endpoints);
  if (served)
    return { cannotTell: `whether the network ACL lets traffic through to ${served.vpcEndpointId}` };
  const acl = aclOf(subnet, account.networkAcls(subnet.vpcId));
  if (acl === undefined) return { cannotTell: `the network ACL of ${id} is not shown` };
  const addresses = standIns(toAddresses(s3).blocks, divisionsOfFilters([acl], []));
  const isLost = (direction: "in" | "out", some: "every" | "some") =>
    addresses[some]((address) =>
      portsOf(direction)[some]((port) => isStopped(acl, port, address, direction)),
    );
  const direction = (["out", "in"] as const).find((one) => isLost(one, "every"));
  if (direction === undefined) {
    const isPartly = isLost("out", "some") || isLost("in", "some");
    return isPartly
      ? { cannotTell: `${acl.networkAclId} lets through some of the traffic with S3 only` }
      : undefined;
  }
  const elsewhere = wayElsewhere(subnet, { routeTables: account.routeTables(subnet.vpcId), endpoints });
  if (
    elsewhere !== undefined &&
    acl.entries.some(({ allow, egress }) => allow && egress === (direction === "out"))
  )
    return { cannotTell: `whether ${acl.networkAclId} lets the traffic with S3 through: ${elsewhere.why}` };
  const owner = sharedBy(subnet, account);
  if (owner !== undefined)
    return { cannotTell: notShown(`whether ${subnet.vpcId} has an interface endpoint of S3`, owner) };
  return { aclId: acl.networkAclId, vpcId: subnet.vpcId, direction };
}

function aclOf({ subnetId }: Subnet, acls: readonly NetworkAcl[]): NetworkAcl | undefined {
  return acls.find(({ subnetIds }) => subnetIds.includes(subnetId));
}

/** Linux takes the ports that answers come to from this range; an ACL that lets in some of them works sometimes. */
const answerPorts = [32_768, 40_000, 49_152, 60_999];

function portsOf(direction: "in" | "out"): readonly number[] {
  return direction === "out" ? [443] : answerPorts;
}

function isStopped(acl: NetworkAcl, port: number, address: number, direction: "in" | "out"): boolean {
  return throughAcl(acl, { protocol: "tcp", port }, address, direction) === "stopped";
}
