import type { IpPermission, NetworkAcl, SecurityGroup } from "../account/resources.js";
import { blockOf, holds, type Block } from "./cidr.js";
import type { Addresses } from "./route.js";

/** What a filter does with a packet; "cannot tell": it names something that is not read. */
export type Passage = "passes" | "stopped" | "cannot tell";

/** IANA's numbers, as network ACLs have them; groups also have the names. */
export type Protocol = "tcp" | "udp" | "esp";
const protocolNumbers: Readonly<Record<Protocol, string>> = { tcp: "6", udp: "17", esp: "50" };

/** @param port Of the destination; of a protocol without ports any. */
export interface Packet {
  readonly protocol: Protocol;
  readonly port: number;
}

/** What comes back is let in: security groups remember. All groups of an interface hold together. */
export function throughGroups(
  groups: readonly SecurityGroup[],
  packet: Packet,
  address: number,
  to: Addresses,
): Passage {
  const rules = groups.flatMap(({ egress }) => egress.filter((rule) => covers(rule, packet)));
  const isNamed = ({ cidrs, prefixListIds }: IpPermission) =>
    prefixListIds.includes(to.prefixListId) ||
    cidrs.some((cidr) => {
      const block = blockOf(cidr);
      return block !== undefined && holds(block, address);
    });
  if (rules.some(isNamed)) return "passes";
  // The entries of a customer's prefix list are not read.
  return rules.some(({ prefixListIds }) => prefixListIds.length > 0) ? "cannot tell" : "stopped";
}

/**
 * Whether interfaces that carry all of these groups may send such packets to each other, or take them.
 *
 * @param subnets Where the interfaces are: a rule for all of their addresses does too. "no addresses": none does.
 */
export function amongMembers(
  groups: readonly SecurityGroup[],
  packet: Packet,
  direction: "ingress" | "egress",
  subnets: readonly Block[] | "no addresses",
): Passage {
  const own = new Set(groups.map(({ groupId }) => groupId));
  const rules = groups.flatMap((group) => group[direction].filter((rule) => covers(rule, packet)));
  const holdsAll = (block: Block) =>
    subnets !== "no addresses" &&
    subnets.length > 0 &&
    subnets.every(({ first, last }) => block.first <= first && last <= block.last);
  const isNamed = ({ groupIds, cidrs }: IpPermission) =>
    groupIds.some((id) => own.has(id)) ||
    cidrs.some((cidr) => {
      const block = blockOf(cidr);
      return block !== undefined && holdsAll(block);
    });
  if (rules.some(isNamed)) return "passes";
  if (subnets === "no addresses") return "stopped";
  return rules.some(({ prefixListIds, cidrs }) => prefixListIds.length > 0 || cidrs.length > 0)
    ? "cannot tell"
    : "stopped";
}

export function covers({ ipProtocol, fromPort, toPort }: IpPermission, { protocol, port }: Packet): boolean {
  if (ipProtocol === "-1") return true;
  if (ipProtocol !== protocol && ipProtocol !== protocolNumbers[protocol]) return false;
  return protocol === "esp" || inRange(port, fromPort, toPort);
}

/** The entry with the lowest number that fits decides; none: stopped. ACLs do not remember. */
export function throughAcl(
  { entries }: NetworkAcl,
  { protocol, port }: Packet,
  address: number,
  direction: "in" | "out",
): "passes" | "stopped" {
  const fitting = entries.filter(
    ({ egress, protocol: of, cidr, fromPort, toPort }) =>
      egress === (direction === "out") &&
      (of === "-1" || of === protocolNumbers[protocol]) &&
      (of === "-1" || inRange(port, fromPort, toPort)) &&
      isIn(cidr, address),
  );
  const [first] = [...fitting].sort((one, other) => one.ruleNumber - other.ruleNumber);
  return first?.allow === true ? "passes" : "stopped";
}

/** What divides addresses among the entries of an ACL, or the rules of groups. */
export function divisionsOfFilters(
  acls: readonly NetworkAcl[],
  groups: readonly SecurityGroup[],
): readonly Block[] {
  const cidrs = [
    ...acls.flatMap(({ entries }) => entries.flatMap(({ cidr }) => cidr ?? [])),
    ...groups.flatMap(({ egress }) => egress.flatMap((rule) => rule.cidrs)),
  ];
  return cidrs.flatMap((cidr) => blockOf(cidr) ?? []);
}

function isIn(cidr: string | undefined, address: number): boolean {
  const block = cidr === undefined ? undefined : blockOf(cidr);
  return block !== undefined && holds(block, address);
}

/** −1 stands for all ports, as no range does. */
function inRange(port: number, from = -1, to = -1): boolean {
  return (from === -1 && to === -1) || (from <= port && port <= to);
}
