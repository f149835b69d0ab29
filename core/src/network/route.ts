import type { Route, RouteTable, Subnet, VpcEndpoint } from "../account/resources.js";
import { blockOf, holds, type Block } from "./cidr.js";

/** The addresses that are to be reached: those of S3 in the region, which routes and rules may also name by the list's id. */
export interface Addresses {
  readonly prefixListId: string;
  readonly blocks: readonly Block[];
}

/**
 * The table that holds for a subnet: the one that names it, else the main one of its VPC.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */
export function routeTableOf(
  { subnetId, vpcId }: Pick<Subnet, "subnetId" | "vpcId">,
  tables: readonly RouteTable[],
): RouteTable | undefined {
  return (
    tables.find(({ subnetIds }) => subnetIds.includes(subnetId)) ??
    tables.find((table) => table.main && table.vpcId === vpcId)
  );
}

/**
 * The route that a packet to `address` takes: the most specific; of equals a static one, then that of a prefix list,
 * then a propagated one. A blackhole is taken like any other. `undefined`: no route fits.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function routeTo(address: number, { routes }: RouteTable, to: Addresses): Route | undefined {
  let best: { readonly route: Route; readonly rank: number } | undefined;
  for (const route of routes) {
    const isOfList = route.ofList !== undefined || route.destination === to.prefixListId;
    const preference = route.propagated ? 0 : isOfList ? 1 : 2;
    for (const block of blocksOf(route, to)) {
      const rank = block.bits * 3 + preference;
      if (holds(block, address) && (best === undefined || rank > best.rank)) best = { route, rank };
    }
  }
  return best?.route;
}

/** What divides the addresses among routes. */
export function divisionsOf({ routes }: RouteTable, to: Addresses): readonly Block[] {
  return routes.flatMap((route) => blocksOf(route, to));
}

/** Other prefix lists are the customer's: see `withEntries`, and `namesUnreadList` where they were not read. */
function blocksOf({ destination }: Route, { prefixListId, blocks }: Addresses): readonly Block[] {
  if (destination === prefixListId) return blocks;
  const block = blockOf(destination);
  return block === undefined ? [] : [block];
}

/**
 * Whether the table has a route to a prefix list of the customer's, which may hold any address. Those that lead to
 * gateway endpoints are lists of AWS's, each with the addresses of the endpoint's own service.
 */
export function namesUnreadList(
  { routes }: RouteTable,
  to: Addresses,
  endpoints: readonly VpcEndpoint[],
): boolean {
  const isOfGateway = (target: string) =>
    endpoints.some((one) => one.vpcEndpointId === target && one.vpcEndpointType === "Gateway");
  return routes.some(
    ({ destination, target }) =>
      destination.startsWith("pl-") && destination !== to.prefixListId && !isOfGateway(target),
  );
}
