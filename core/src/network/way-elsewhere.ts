import type { RouteTable, Subnet, VpcEndpoint } from "../account/resources.js";
import { routeTableOf } from "./route.js";
import { isAvailable, isS3 } from "./s3-endpoints.js";

/**
 * Why packets for S3 may go elsewhere than to S3's own addresses of IPv4: names can lead to an endpoint that stands in
 * this VPC or in a network that it has a route to (a zone of Route 53, a profile, name servers of the company's), and a
 * subnet can have addresses of IPv6. None of that is read.
 */
export interface Elsewhere {
  readonly by: "endpoint of this VPC" | "other network" | "IPv6";
  /** A clause: "rtb-1 leads to tgw-1, and so perhaps to an endpoint of S3 there". */
  readonly why: string;
}

/** `undefined`: nowhere but to S3's own addresses. */
export function wayElsewhere(
  subnet: Subnet,
  {
    routeTables,
    endpoints,
  }: { readonly routeTables: readonly RouteTable[]; readonly endpoints: readonly VpcEndpoint[] },
): Elsewhere | undefined {
  const unnamed = endpoints.find(
    ({ serviceName, vpcEndpointType, state, privateDnsEnabled }) =>
      isS3(serviceName) && vpcEndpointType === "Interface" && isAvailable(state) && !privateDnsEnabled,
  );
  if (unnamed)
    return {
      by: "endpoint of this VPC",
      why: `S3's names may lead to ${unnamed.vpcEndpointId}, by a private zone of your own`,
    };
  if (subnet.ipv6Native) return { by: "IPv6", why: `${subnet.subnetId} has addresses of IPv6 only` };
  const table = routeTableOf(subnet, routeTables);
  const active = table?.routes.filter(({ state }) => state === "active") ?? [];
  const other = active.find(({ target }) => /^(?:tgw|pcx|vgw|lgw|eni|i|arn)[-:]/.test(target));
  if (table && other)
    return {
      by: "other network",
      why: `${table.routeTableId} routes ${other.destination} to ${other.target}, where S3's names may lead to an endpoint`,
    };
  const six = active.find(({ destination, target }) => destination.includes(":") && target !== "local");
  return table && six
    ? { by: "IPv6", why: `${table.routeTableId} has a way out over IPv6, by ${six.target}` }
    : undefined;
}
