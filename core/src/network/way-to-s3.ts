import type { NatGateway, RouteTable, Subnet, VpcEndpoint } from "../account/resources.js";
import { standIns } from "./cidr.js";
import { interfaceEndpointOfS3, isS3 } from "./s3-endpoints.js";
import { wayElsewhere } from "./way-elsewhere.js";
import { divisionsOf, namesUnreadList, routeTableOf, routeTo, type Addresses } from "./route.js";

/** What is known of the VPC that the subnets are in. */
export interface VpcRoutes {
  readonly routeTables: readonly RouteTable[];
  readonly endpoints: readonly VpcEndpoint[];
  /** `undefined`: AWS said that there is no such NAT gateway. */
  readonly natGateway: (id: string) => NatGateway | undefined;
  /**
   * Another account's: what it does not show may be there all the same.
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html
   */
  readonly isShared: boolean;
}

/** Where the packets of a job's interface to S3 go. */
export type WayToS3 =
  | { readonly way: "endpoint" | "NAT gateway"; readonly through: string; readonly routeTableId: string }
  /** Some or all go where this does not follow: a transit gateway, a firewall, a network of the company's. */
  | { readonly way: "not followed"; readonly why: string }
  /** They are lost; `why` completes "no way to S3: …". */
  | {
      readonly way: "none";
      readonly why: string;
      readonly routeTableId: string;
      readonly lost: Loss;
      /** The NAT gateway that loses them. */
      readonly natGatewayId?: string;
    };

/** What loses the packets. */
export type Loss = "no route" | "internet gateway" | "blackhole" | "NAT gateway";

/**
 * Which way the interface that SageMaker makes in a subnet has to S3. It has a private address only, whatever the
 * subnet gives out, so that an internet gateway loses its packets.
 *
 * @param to S3's addresses in the region.
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html
 * @see https://github.com/aws/sagemaker-python-sdk/issues/1142
 */
export function wayToS3(subnet: Subnet, vpc: VpcRoutes, to: Addresses): WayToS3 {
  const table = routeTableOf(subnet, vpc.routeTables);
  if (table === undefined) return notFollowed(`the route table of ${subnet.subnetId} is not shown`);
  const served = interfaceEndpointOfS3(vpc.endpoints);
  if (served) return { way: "endpoint", through: served.vpcEndpointId, routeTableId: table.routeTableId };
  if (namesUnreadList(table, to, vpc.endpoints))
    return notFollowed(`${table.routeTableId} routes by a prefix list that is not read`);

  const tables = [table, ...natTables(table, vpc)];
  const addresses = standIns(
    to.blocks,
    tables.flatMap((one) => divisionsOf(one, to)),
  );
  const ways = addresses.map((address) => wayOf(address, table, vpc, to));
  // A job that loses some of S3's addresses fails as soon as it is given one of those.
  const way =
    ways.find((one) => one.way === "not followed") ??
    ways.find((one) => one.way === "none") ??
    ways[0] ??
    notFollowed("the addresses of S3 are not known");
  if (way.way !== "none") return way;
  if (vpc.isShared) return notFollowed(`the account that shares ${subnet.vpcId} need not show its endpoints`);
  const elsewhere = wayElsewhere(subnet, vpc);
  return elsewhere === undefined ? way : notFollowed(elsewhere.why);
}

/** Whether the subnet's packets to addresses outside the VPC go to an internet gateway, by default. */
export function isPublicSubnet(subnet: Subnet, routeTables: readonly RouteTable[]): boolean {
  const table = routeTableOf(subnet, routeTables);
  return table !== undefined && leadsToInternetGateway(table);
}

export function leadsToInternetGateway({ routes }: RouteTable): boolean {
  return routes.some(
    ({ destination, target, state }) =>
      destination === "0.0.0.0/0" && target.startsWith("igw-") && state === "active",
  );
}

/** @param nat The NAT gateway that the packets come from; `undefined`: they come from the job's interface. */
function wayOf(address: number, table: RouteTable, vpc: VpcRoutes, to: Addresses, nat?: NatGateway): WayToS3 {
  const { routeTableId } = table;
  const of = nat === undefined ? routeTableId : `${routeTableId}, which ${nat.natGatewayId} uses,`;
  const none = (lost: Loss, why: string): WayToS3 => ({ way: "none", why, routeTableId, lost });
  const route = routeTo(address, table, to);
  if (route === undefined) return none("no route", `${of} has no route to it`);
  const { target, state } = route;
  const endpoint = vpc.endpoints.find(({ vpcEndpointId }) => vpcEndpointId === target);
  if (endpoint?.vpcEndpointType === "Gateway" && isS3(endpoint.serviceName) && state === "active")
    return { way: "endpoint", through: target, routeTableId };
  if (state === "blackhole")
    return none("blackhole", `${of} routes it to ${target || "a target"}, which is gone (a blackhole)`);
  if (target.startsWith("igw-")) {
    if (nat === undefined)
      return none(
        "internet gateway",
        `${of} routes it to ${target}, and SageMaker's interfaces have no public address`,
      );
    if (nat.connectivityType === "private")
      return none("NAT gateway", `${nat.natGatewayId} is private and has no public address either`);
    return { way: "NAT gateway", through: nat.natGatewayId, routeTableId };
  }
  if (target.startsWith("nat-") && nat === undefined) return throughNat(address, target, table, vpc, to);
  return { way: "not followed", why: `${of} routes it to ${target || "a target that AWS did not name"}` };
}

function throughNat(
  address: number,
  natGatewayId: string,
  { routeTableId }: RouteTable,
  vpc: VpcRoutes,
  to: Addresses,
): WayToS3 {
  const none = (why: string): WayToS3 => ({
    way: "none",
    why,
    routeTableId,
    lost: "NAT gateway",
    natGatewayId,
  });
  const gateway = vpc.natGateway(natGatewayId);
  if (gateway === undefined) {
    return vpc.isShared
      ? notFollowed(`${natGatewayId} belongs to the account that shares the VPC`)
      : none(`${routeTableId} routes it to ${natGatewayId}, which does not exist any more`);
  }
  if (gateway.state !== "available")
    return none(`${routeTableId} routes it to ${natGatewayId}, which is ${gateway.state}`);
  const outside = routeTableOf(gateway, vpc.routeTables);
  if (outside === undefined) return notFollowed(`the route table of ${natGatewayId} is not shown`);
  if (namesUnreadList(outside, to, vpc.endpoints))
    return notFollowed(`${outside.routeTableId} routes by a prefix list that is not read`);
  const way = wayOf(address, outside, vpc, to, gateway);
  switch (way.way) {
    case "not followed":
      return way;
    case "none":
      return none(way.why);
    case "endpoint":
    case "NAT gateway":
      return { way: "NAT gateway", through: natGatewayId, routeTableId };
  }
}

/** The tables of the subnets that the NAT gateways are in: they divide the addresses once more. */
function natTables(table: RouteTable, { routeTables, natGateway }: VpcRoutes): readonly RouteTable[] {
  return table.routes.flatMap(({ target }) => {
    const gateway = target.startsWith("nat-") ? natGateway(target) : undefined;
    return (gateway && routeTableOf(gateway, routeTables)) ?? [];
  });
}

function notFollowed(why: string): WayToS3 {
  return { way: "not followed", why };
}
