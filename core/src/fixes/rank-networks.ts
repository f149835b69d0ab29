import {
  nameOf,
  type RouteTable,
  type SecurityGroup,
  type Subnet,
  type Vpc,
  type VpcEndpoint,
} from "../account/resources.js";
import { covers } from "../network/filter.js";
import { routeTableOf } from "../network/route.js";
import { interfaceEndpointOfS3, isAvailable, isS3 } from "../network/s3-endpoints.js";
import { leadsToInternetGateway } from "../network/way-to-s3.js";

/** What the account has in one region. A list that could not be read is absent, and the choice is made without it. */
export interface NetworkLists {
  readonly subnets: readonly Subnet[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly routeTables?: readonly RouteTable[];
  readonly vpcs?: readonly Vpc[];
  readonly vpcEndpoints?: readonly VpcEndpoint[];
  /** Ids that the caller's policies name, each with the statement that does: these are chosen before others. */
  readonly allowed?: ReadonlyMap<string, string>;
  /** VPCs from which the policy of a bucket of the request lets its data be reached, each with the bucket. */
  readonly bucketsOfVpcs?: ReadonlyMap<string, string>;
  /** Where the notebook itself runs; its VPC comes before others that nobody named. */
  readonly place?: {
    /** "Studio domain d-…" */
    readonly what: string;
    readonly subnetIds: readonly string[];
    readonly groupIds: readonly string[];
  };
}

/** A VPC that a job can run in, with what to put into the request. */
export interface Network {
  readonly vpcId: string;
  /** The VPC's name; empty when it has none. */
  readonly name: string;
  /** Not public; of each zone the one with the most free addresses. At most 16, as many as SageMaker takes. */
  readonly subnets: readonly Subnet[];
  /** Best first, never empty. */
  readonly securityGroups: readonly SecurityGroup[];
  /** The routes, and the best group's rules, let the job reach S3 from each of the subnets; without that it fails. */
  readonly reachesS3: boolean;
  /** "statement InVpc of policy ml-guardrails", which allows its subnets or its first group; absent: none names them. */
  readonly allowedBy?: string;
  /** The bucket of the request whose policy lets this VPC in. */
  readonly letInBy?: string;
  /** "Studio domain d-…", which is in it. */
  readonly placeOf?: string;
}

/**
 * The VPCs that have subnets which are not public, best first: what the caller's policies allow, what the
 * policies of the request's buckets let in, a way to S3, that of the notebook itself, not the default VPC, the more
 * zones, the more free addresses, then by name.
 *
 * A subnet with a route to an internet gateway is of no use: the job's interfaces get no public address, and so reach
 * neither the internet nor S3.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html
 */
export function rankNetworks(lists: NetworkLists): readonly Network[] {
  const vpcIds = [...new Set(lists.subnets.map(({ vpcId }) => vpcId))];
  const isDefault = new Map(lists.vpcs?.map((vpc) => [vpc.vpcId, vpc.isDefault]));
  const free = ({ subnets }: Network) =>
    subnets.reduce((sum, subnet) => sum + subnet.availableIpAddressCount, 0);
  return vpcIds
    .flatMap((vpcId) => networkOf(vpcId, lists) ?? [])
    .sort(
      (one, other) =>
        Number(other.allowedBy !== undefined) - Number(one.allowedBy !== undefined) ||
        Number(other.letInBy !== undefined) - Number(one.letInBy !== undefined) ||
        Number(other.reachesS3) - Number(one.reachesS3) ||
        Number(other.placeOf !== undefined) - Number(one.placeOf !== undefined) ||
        Number(isDefault.get(one.vpcId) ?? false) - Number(isDefault.get(other.vpcId) ?? false) ||
        other.subnets.length - one.subnets.length ||
        free(other) - free(one) ||
        compare(one.name, other.name) ||
        compare(one.vpcId, other.vpcId),
    );
}

/**
 * The groups of a VPC that suit a job, best first: allowed by the caller's policies, members may talk to each other and out (jobs of several instances
 * need both), a name of machine learning's, last those of another purpose and the VPC's default group.
 */
export function rankSecurityGroups(
  groups: readonly SecurityGroup[],
  vpcId: string,
  allowed: ReadonlyMap<string, string> = new Map(),
): readonly SecurityGroup[] {
  const rank = (group: SecurityGroup): readonly number[] => [
    Number(!allowed.has(group.groupId)),
    Number(group.groupName === "default"),
    Number(otherPurpose.test(group.groupName)),
    Number(!(isSelfReferencing(group) && hasEgress(group))),
    Number(!machineLearning.test(`${group.groupName} ${nameOf(group)}`)),
    Number(!hasEgress(group)),
  ];
  return groups
    .filter((group) => group.vpcId === vpcId)
    .sort(
      (one, other) =>
        compareEach(rank(one), rank(other)) ||
        compare(one.groupName, other.groupName) ||
        compare(one.groupId, other.groupId),
    );
}

/** Whether a subnet routes to an internet gateway; without the route tables, whether it gives out public addresses. */
export function isPublic(subnet: Subnet, routeTables: readonly RouteTable[] = []): boolean {
  const table = routeTableOf(subnet, routeTables);
  return table === undefined ? subnet.mapPublicIpOnLaunch : leadsToInternetGateway(table);
}

/** @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html: at least two private addresses for an instance */
const addressesOfAnInstance = 2;
const mostSubnets = 16;

const machineLearning = /sagemaker|train|(^|[^a-z])ml([^a-z]|$)/i;
const otherPurpose =
  /endpoint|vpce|(^|[^a-z])([aen]lb|rds|db|eks|efs|fsx|nat|emr)([^a-z]|$)|bastion|database|lambda|load-?balancer/i;

function networkOf(vpcId: string, lists: NetworkLists): Network | undefined {
  const { allowed = new Map<string, string>() } = lists;
  const securityGroups = rankSecurityGroups(lists.securityGroups, vpcId, allowed);
  const [best] = securityGroups;
  const usable = lists.subnets.filter(
    (subnet) =>
      subnet.vpcId === vpcId &&
      subnet.state === "available" &&
      subnet.availableIpAddressCount >= addressesOfAnInstance &&
      !isPublic(subnet, lists.routeTables),
  );
  const named = usable.filter(({ subnetId }) => allowed.has(subnetId));
  const candidates = named.length > 0 ? named : usable;
  if (best === undefined || candidates.length === 0) return undefined;

  // SageMaker takes any of the subnets, so that all of them have to reach S3.
  const reaching = candidates.filter((subnet) => reachesS3(subnet, lists));
  const vpc = lists.vpcs?.find((one) => one.vpcId === vpcId);
  const isPlace = lists.subnets.some(
    (subnet) => subnet.vpcId === vpcId && lists.place?.subnetIds.includes(subnet.subnetId),
  );
  const allowedBy = allowed.get(named[0]?.subnetId ?? best.groupId);
  const letInBy = lists.bucketsOfVpcs?.get(vpcId);
  return {
    vpcId,
    name: vpc === undefined ? "" : nameOf(vpc),
    subnets: oneForEachZone(reaching.length > 0 ? reaching : candidates),
    securityGroups,
    reachesS3: reaching.length > 0 && hasEgress(best),
    ...(allowedBy === undefined ? {} : { allowedBy }),
    ...(letInBy === undefined ? {} : { letInBy }),
    ...(isPlace ? { placeOf: lists.place?.what ?? "" } : {}),
  };
}

function oneForEachZone(subnets: readonly Subnet[]): readonly Subnet[] {
  const byZone = new Map<string, Subnet>();
  const ordered = [...subnets].sort(
    (one, other) =>
      compare(one.availabilityZone, other.availabilityZone) ||
      other.availableIpAddressCount - one.availableIpAddressCount ||
      compare(one.subnetId, other.subnetId),
  );
  for (const subnet of ordered) {
    if (!byZone.has(subnet.availabilityZone)) byZone.set(subnet.availabilityZone, subnet);
  }
  return [...byZone.values()].slice(0, mostSubnets);
}

/** A gateway endpoint of S3 on the subnet's table, an interface endpoint that serves S3's own names, or a NAT. */
function reachesS3(subnet: Subnet, { routeTables = [], vpcEndpoints = [] }: NetworkLists): boolean {
  const table = routeTableOf(subnet, routeTables);
  const endpoints = vpcEndpoints.filter(
    ({ vpcId, serviceName, state }) => vpcId === subnet.vpcId && isS3(serviceName) && isAvailable(state),
  );
  if (interfaceEndpointOfS3(endpoints)) return true;
  if (table === undefined) return false;
  const gateways = endpoints.filter((one) => one.vpcEndpointType === "Gateway");
  return (
    gateways.some(({ routeTableIds }) => routeTableIds.includes(table.routeTableId)) ||
    table.routes.some(
      ({ destination, target, state }) =>
        state === "active" &&
        ((destination === "0.0.0.0/0" && target.startsWith("nat-")) ||
          gateways.some(({ vpcEndpointId }) => vpcEndpointId === target)),
    )
  );
}

function isSelfReferencing({ groupId, ingress }: SecurityGroup): boolean {
  return ingress.some(({ groupIds }) => groupIds.includes(groupId));
}

const https = { protocol: "tcp", port: 443 } as const;

/** Lets HTTPS out, to everywhere or to a prefix list, which is how S3 is named. */
function hasEgress({ egress }: SecurityGroup): boolean {
  return egress.some(
    (rule) => covers(rule, https) && (rule.cidrs.includes("0.0.0.0/0") || rule.prefixListIds.length > 0),
  );
}

function compareEach(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** By code unit: the same order on every machine, whatever its language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
