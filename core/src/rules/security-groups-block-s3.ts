import type { SecurityGroup } from "../account/resources.js";
import { standIns } from "../network/cidr.js";
import { covers, divisionsOfFilters, throughGroups } from "../network/filter.js";
import { interfaceEndpointOfS3 } from "../network/s3-endpoints.js";
import { wayElsewhere, type Elsewhere } from "../network/way-elsewhere.js";
import { goesByVpc, passesByVpc } from "./data-by-vpc.js";
import { defineRule } from "./define-rule.js";
import { severityWithoutS3 } from "./moves-data.js";
import { alternativesOf, fieldAt } from "./rule-request.js";
import { toAddresses } from "./s3-addresses.js";
import { notShown, sharerOf } from "./shared-subnet.js";

export const securityGroupsBlockS3 = defineRule({
  id: "security-groups-block-s3",
  severity: "error",
  needs: ["subnets", "securityGroups", "listsOfGroups", "routeTables", "endpoints", "s3Addresses"],
  summary: "The security groups let nothing out to S3",
  why: "The job reads its data from S3 and writes its results there over HTTPS; its security groups have to let that out.",
  remedy: "Add a group that lets TCP 443 out to S3's prefix list, or to 0.0.0.0/0.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html",

  applies: (request) =>
    fieldAt(request, request.settings.securityGroupIds) !== undefined && goesByVpc(request) !== false,

  *check(request, { account }) {
    if (yield* passesByVpc(request)) return;
    const s3 = account.s3Addresses();
    if (s3 === undefined) {
      if (request.subnets.length > 0) yield { cannotTell: "the addresses of S3 are not known" };
      return;
    }
    const to = toAddresses(s3);
    const vpcIds = request.subnets.flatMap(({ value }) => account.subnet(value)?.vpcId ?? []);
    const served = vpcIds.map((vpcId) => interfaceEndpointOfS3(account.endpoints(vpcId))).find(Boolean);
    if (vpcIds.length === 0 || served) {
      yield {
        cannotTell: served
          ? `whether the security groups let traffic out to ${served.vpcEndpointId}`
          : "which way the job takes to S3",
      };
      return;
    }
    for (const written of alternativesOf(request, request.securityGroupIds)) {
      const groups = written.flatMap(({ value }): readonly SecurityGroup[] => {
        const group = account.securityGroup(value);
        return group === undefined ? [] : [group];
      });
      const [first] = written;
      if (first === undefined || groups.length < written.length) continue; // told by security-group-not-found
      const state = fieldAt(request, first.path)?.state;
      if (state === "partial" || state === "unknown") continue; // the engine says what is not known

      const passages = standIns(to.blocks, divisionsOfFilters([], groups)).map((address) =>
        throughGroups(groups, https, address, to),
      );
      if (passages.includes("passes") || passages.length === 0) {
        if (passages.some((passage) => passage !== "passes"))
          yield { cannotTell: "the security groups let HTTPS out to some of S3's addresses only" };
        continue;
      }
      if (passages.includes("cannot tell")) {
        yield { cannotTell: "the security groups name a prefix list that is not read" };
        continue;
      }
      const elsewhere = request.subnets.flatMap(({ value }) => {
        const subnet = account.subnet(value);
        return (
          (subnet &&
            wayElsewhere(subnet, {
              routeTables: account.routeTables(subnet.vpcId),
              endpoints: account.endpoints(subnet.vpcId),
            })) ??
          []
        );
      });
      const other = elsewhere.find((one) => letOutBy(groups, one));
      if (other !== undefined) {
        yield { cannotTell: `whether the security groups let HTTPS out to S3: ${other.why}` };
        continue;
      }
      const owner = sharerOf(request.subnets, account);
      if (owner !== undefined) {
        yield { cannotTell: notShown("whether the VPC has an interface endpoint of S3", owner) };
        continue;
      }
      yield {
        span: first.span,
        severity: severityWithoutS3(request),
        message: `${written.map(({ value }) => value).join(", ")} ${written.length === 1 ? "lets" : "let"} no HTTPS out to S3 (port 443, ${s3.prefixListId} or 0.0.0.0/0)`,
        onOneBranch: first.onOneBranch,
        facts: [
          ...written.map(({ value }) => ({ kind: "securityGroup", id: value }) as const),
          { kind: "prefixList", id: s3.name, says: `${s3.prefixListId} lists the addresses of S3` },
          ...listsReadOf(groups).map(
            (id) => ({ kind: "prefixListEntries", id, says: `${id} lists none of them` }) as const,
          ),
        ],
      };
    }
  },
});

const https = { protocol: "tcp", port: 443 } as const;

/** The prefix lists by which they let HTTPS out to other addresses. */
function listsReadOf(groups: readonly SecurityGroup[]): readonly string[] {
  const rules = groups.flatMap(({ egress }) => egress.filter((rule) => covers(rule, https)));
  return [...new Set(rules.flatMap(({ listsRead = [] }) => listsRead))];
}

/** Whether the groups let HTTPS out to anything that may stand there. */
function letOutBy(groups: readonly SecurityGroup[], { by }: Elsewhere): boolean {
  const own = new Set(groups.map(({ groupId }) => groupId));
  return groups
    .flatMap(({ egress }) => egress)
    .some(
      (rule) =>
        covers(rule, https) &&
        (by === "IPv6"
          ? rule.ipv6Cidrs.length > 0
          : rule.cidrs.length > 0 ||
            rule.ipv6Cidrs.length > 0 ||
            // An endpoint elsewhere carries other groups than the job's
            rule.groupIds.some((id) => by === "endpoint of this VPC" || !own.has(id))),
    );
}
