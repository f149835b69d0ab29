import type { NetworkAcl, Subnet } from "../account/resources.js";
import { standIns } from "../network/cidr.js";
import { divisionsOfFilters, throughAcl } from "../network/filter.js";
import { interfaceEndpointOfS3 } from "../network/way-to-s3.js";
import { defineRule } from "./define-rule.js";
import { toAddresses } from "./s3-addresses.js";
import { notShown, sharedBy } from "./shared-subnet.js";

export const networkAclBlocksS3 = defineRule({
  id: "network-acl-blocks-s3",
  severity: "error",
  needs: ["subnets", "networkAcls", "endpoints", "s3Addresses"],
  summary: "A subnet's network ACL stops the traffic with S3",
  why: "Network ACLs do not remember connections: HTTPS to S3 has to be let out, and its answers in to the ports that they come back to.",
  remedy: "Have the network team let TCP 443 out and TCP 1024 to 65535 in, or use other subnets.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",

  *check(request, { account }) {
    const s3 = account.s3Addresses();
    if (s3 === undefined) {
      if (request.subnets.length > 0) yield { cannotTell: "the addresses of S3 are not known" };
      return;
    }
    for (const { value, span, onOneBranch } of request.subnets) {
      const subnet = account.subnet(value);
      const acl = subnet && aclOf(subnet, account.networkAcls(subnet.vpcId));
      if (subnet === undefined) continue;
      const served = interfaceEndpointOfS3(account.endpoints(subnet.vpcId));
      if (served) {
        yield { cannotTell: `whether the network ACL lets traffic through to ${served.vpcEndpointId}` };
        continue;
      }
      if (acl === undefined) {
        yield { cannotTell: `the network ACL of ${value} is not shown` };
        continue;
      }
      const addresses = standIns(toAddresses(s3).blocks, divisionsOfFilters([acl], []));
      const stops = (["out", "in"] as const).filter((direction) =>
        addresses.every((address) =>
          portsOf(direction).every((port) => isStopped(acl, port, address, direction)),
        ),
      );
      const [direction] = stops;
      if (direction === undefined) {
        const partly = (["out", "in"] as const).some((way) =>
          addresses.some((address) => portsOf(way).some((port) => isStopped(acl, port, address, way))),
        );
        if (partly) yield { cannotTell: `${acl.networkAclId} lets through some of the traffic with S3 only` };
        continue;
      }
      const owner = sharedBy(subnet, account);
      if (owner !== undefined) {
        yield { cannotTell: notShown(`whether ${subnet.vpcId} has an interface endpoint of S3`, owner) };
        continue;
      }
      yield {
        span,
        message:
          direction === "out"
            ? `${acl.networkAclId}, the network ACL of ${value}, stops HTTPS to S3`
            : `${acl.networkAclId}, the network ACL of ${value}, stops the answers of S3 (TCP, ports 32768–60999)`,
        onOneBranch,
        facts: [
          { kind: "subnet", id: value },
          { kind: "networkAcls", id: subnet.vpcId, says: `${acl.networkAclId} holds for ${value}` },
        ],
      };
    }
  },
});

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
