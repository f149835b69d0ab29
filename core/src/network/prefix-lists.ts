import type { IpPermission, Route, RouteTable, SecurityGroup } from "../account/resources.js";

/** The addresses of a list; `undefined`: it was not read. */
export type EntriesOf = (prefixListId: string) => readonly string[] | undefined;

/** A group whose rules name, in the place of each list that was read, the list's addresses. */
export function groupWithEntries(group: SecurityGroup, entriesOf: EntriesOf): SecurityGroup {
  const isRead = ({ prefixListIds }: IpPermission) => prefixListIds.some((id) => entriesOf(id) !== undefined);
  if (!group.ingress.some(isRead) && !group.egress.some(isRead)) return group;
  const expand = (rule: IpPermission): IpPermission => {
    const listsRead = rule.prefixListIds.filter((id) => entriesOf(id) !== undefined);
    const entries = listsRead.flatMap((id) => entriesOf(id) ?? []);
    return {
      ...rule,
      listsRead,
      prefixListIds: rule.prefixListIds.filter((id) => entriesOf(id) === undefined),
      cidrs: [...rule.cidrs, ...entries.filter((cidr) => !isIpv6(cidr))],
      ipv6Cidrs: [...rule.ipv6Cidrs, ...entries.filter(isIpv6)],
    };
  };
  return { ...group, ingress: group.ingress.map(expand), egress: group.egress.map(expand) };
}

/**
 * A table with a route for each address of the lists that were read. Of lists that have an address in common and lead
 * to different targets AWS takes one at random: these stay as they are.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function tableWithEntries(table: RouteTable, entriesOf: EntriesOf): RouteTable {
  const targets = new Map<string, Set<string>>();
  const read = (route: Route) => (isList(route) ? entriesOf(route.destination) : undefined);
  for (const route of table.routes)
    for (const cidr of read(route) ?? [])
      targets.set(cidr, (targets.get(cidr) ?? new Set()).add(`${route.target} ${route.state}`));
  if (targets.size === 0) return table;
  const routes = table.routes.flatMap((route): readonly Route[] => {
    const entries = read(route);
    if (entries === undefined || entries.some((cidr) => (targets.get(cidr)?.size ?? 0) > 1)) return [route];
    return entries.map((destination) => ({ ...route, destination, ofList: route.destination }));
  });
  return { ...table, routes };
}

export const isList = ({ destination }: Pick<Route, "destination">): boolean => destination.startsWith("pl-");

const isIpv6 = (cidr: string): boolean => cidr.includes(":");
