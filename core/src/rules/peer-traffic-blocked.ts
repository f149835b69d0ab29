import type { SecurityGroup, Subnet } from "../account/resources.js";
import { blockOf } from "../network/cidr.js";
import { amongMembers, type Packet, type Passage } from "../network/filter.js";
import type { Severity } from "../report.js";
import { defineRule, type RuleFinding } from "./define-rule.js";
import { nodesOf } from "../requests/instance-groups.js";
import { fewestInstances, instanceTypeOf } from "./instance-count.js";
import { fieldAt, isMissing, knownList, type RuleRequest } from "./rule-request.js";

export const peerTrafficBlocked = defineRule({
  id: "peer-traffic-blocked",
  severity: "warning",
  needs: ["subnets", "securityGroups", "listsOfGroups", "instanceTypes"],
  summary: "The security groups keep the job's instances from talking to each other",
  why: "The instances of a job find each other through its security groups: a rule has to let members of the group in; encrypted traffic and EFA need more.",
  remedy:
    "Add rules to the group that name the group itself: all traffic in, and for EFA also out; for encrypted traffic at least UDP 500 and protocol 50, both ways.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html",

  applies: (request) =>
    fieldAt(request, request.settings.securityGroupIds) !== undefined &&
    (request.settings.instanceCount !== undefined || nodesOf(request) !== undefined),

  *check(request, { account }) {
    const nodes = nodesOf(request);
    const count = nodes === undefined ? fewestInstances(request) : nodes.count;
    const ids = knownList(request, request.settings.securityGroupIds);
    if (count === undefined || ids === undefined) {
      yield { cannotTell: count === undefined ? "how many instances there are" : "the security groups" };
      return;
    }
    const groups = ids.flatMap((id): SecurityGroup | readonly [] => account.securityGroup(id) ?? []);
    const [first] = request.securityGroupIds;
    if (count < 2 || first === undefined || groups.length < ids.length) return;
    const subnets = request.subnets.flatMap(({ value }): Subnet | readonly [] => account.subnet(value) ?? []);
    const types = nodes?.types ?? [instanceTypeOf(request)];
    const efaType = types.find(
      (type) => type !== undefined && account.instanceType(type.slice("ml.".length))?.efaSupported === true,
    );

    const blocked = demandsOf(request, efaType)
      .map((demand) => ({ ...demand, passage: judge(demand, groups, subnets) }))
      .filter(({ passage }) => passage !== "passes");
    const demand = blocked.find(({ passage }) => passage === "stopped");
    if (demand === undefined) {
      if (blocked.length > 0)
        yield { cannotTell: "some traffic among the instances is let through by address" };
      return;
    }
    yield {
      span: first.span,
      severity: demand.severity,
      message: `${ids.join(", ")} ${demand.says[ids.length === 1 ? 0 : 1]}, which ${demand.of} needs among its ${count} instances`,
      onOneBranch: first.onOneBranch,
      facts: ids.map((id) => ({ kind: "securityGroup", id })),
    } satisfies RuleFinding;
  },
});

interface Demand {
  readonly severity: Severity;
  /** Of one group, of several. */
  readonly says: readonly [string, string];
  readonly of: string;
  readonly packets: readonly Packet[];
  readonly directions: readonly ("ingress" | "egress")[];
  /**
   * A rule that names addresses does not do: EFA's own traffic is not IP.
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start.html
   */
  readonly onlyByGroup?: boolean;
}

/** The strictest first. */
function demandsOf(request: RuleRequest, efaType: string | undefined): readonly Demand[] {
  const encryption = request.settings.interContainerTrafficEncryption;
  const isEncrypted =
    fieldAt(request, encryption)?.value === true && isMissing(request, encryption) === false;
  return [
    ...(efaType === undefined
      ? []
      : [
          {
            severity: "warning",
            says: [
              "does not let all traffic of its own members in and out",
              "do not let all traffic of their own members in and out",
            ],
            of: `EFA (${efaType})`,
            packets: anything,
            directions: ["ingress", "egress"],
            onlyByGroup: true,
          } as const,
        ]),
    ...(isEncrypted
      ? [
          {
            severity: "error",
            says: [
              "does not let UDP port 500 and protocol 50 (ESP) of its own members in and out",
              "do not let UDP port 500 and protocol 50 (ESP) of their own members in and out",
            ],
            of: "encrypted traffic",
            packets: [
              { protocol: "udp", port: 500 },
              { protocol: "esp", port: 0 },
            ],
            directions: ["ingress", "egress"],
          } as const,
        ]
      : []),
    {
      severity: "warning",
      says: ["lets no traffic of its own members in", "let no traffic of their own members in"],
      of: "a distributed job",
      packets: [],
      directions: ["ingress"],
    },
    {
      severity: "warning",
      says: ["lets no traffic out to its own members", "let no traffic out to their own members"],
      of: "a distributed job",
      packets: [],
      directions: ["egress"],
    },
  ];
}

/** Only a rule for all protocols covers each of these. */
const anything: readonly Packet[] = [
  { protocol: "tcp", port: 0 },
  { protocol: "tcp", port: 65_535 },
  { protocol: "udp", port: 65_535 },
  { protocol: "esp", port: 0 },
];

function judge(
  { packets, directions, onlyByGroup = false }: Demand,
  groups: readonly SecurityGroup[],
  subnets: readonly Subnet[],
): Passage {
  const blocks = subnets.flatMap(({ cidrBlock }) =>
    cidrBlock === undefined ? [] : (blockOf(cidrBlock) ?? []),
  );
  if (packets.length === 0) return anyWay(groups, directions[0] ?? "ingress");
  const passages = directions.flatMap((direction) =>
    packets.map((packet) => amongMembers(groups, packet, direction, onlyByGroup ? "no addresses" : blocks)),
  );
  if (passages.includes("stopped")) return "stopped";
  return passages.includes("cannot tell") ? "cannot tell" : "passes";
}

/** Which ports a job uses is its own affair: one way for members, or for addresses, is taken for enough. */
function anyWay(groups: readonly SecurityGroup[], direction: "ingress" | "egress"): Passage {
  const own = new Set(groups.map(({ groupId }) => groupId));
  const rules = groups.flatMap((group) => group[direction]);
  if (rules.some(({ groupIds, cidrs }) => cidrs.length > 0 || groupIds.some((id) => own.has(id))))
    return "passes";
  // Those of AWS's services have no member in them, those of a customer's are not read
  if (rules.every(({ prefixListIds }) => prefixListIds.length === 0)) return "stopped";
  return direction === "ingress" ? "passes" : "cannot tell";
}
