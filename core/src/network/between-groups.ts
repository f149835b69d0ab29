import type { IpPermission, SecurityGroup } from "../account/resources.js";
import { blockOf, holds, type Block } from "./cidr.js";
import { covers, type Packet, type Passage } from "./filter.js";

/**
 * Whether interfaces that carry all of one list of groups may open a connection to one that carries the others; what
 * comes back is let in.
 *
 * @param from Where those interfaces are, as far as it is known.
 * @param address Of the one that they connect to; `undefined`: not known.
 */
export function betweenGroups(
  groups: readonly SecurityGroup[],
  others: readonly SecurityGroup[],
  packet: Packet,
  from: readonly Block[],
  address: number | undefined,
): Passage {
  const holdsTarget = (block: Block): Held => {
    if (address === undefined) return block.bits === 0 ? "all" : "some";
    return holds(block, address) ? "all" : "none";
  };
  const holdsSources = (block: Block): Held => {
    if (block.bits === 0) return "all";
    if (from.length === 0) return "some";
    if (from.every(({ first, last }) => block.first <= first && last <= block.last)) return "all";
    return from.some(({ first, last }) => block.first <= last && first <= block.last) ? "some" : "none";
  };
  const passages = [
    through(
      groups.flatMap(({ egress }) => egress),
      others,
      packet,
      holdsTarget,
    ),
    through(
      others.flatMap(({ ingress }) => ingress),
      groups,
      packet,
      holdsSources,
    ),
  ];
  if (passages.includes("stopped")) return "stopped";
  return passages.includes("cannot tell") ? "cannot tell" : "passes";
}

/** How much of the other side a block of addresses holds; "some" where that is not known. */
type Held = "all" | "some" | "none";

function through(
  permissions: readonly IpPermission[],
  peers: readonly SecurityGroup[],
  packet: Packet,
  heldBy: (block: Block) => Held,
): Passage {
  const ids = new Set(peers.map(({ groupId }) => groupId));
  const rules = permissions.filter((rule) => covers(rule, packet));
  const held = rules.flatMap(({ cidrs }) =>
    cidrs.flatMap((cidr) => {
      const block = blockOf(cidr);
      return block === undefined ? [] : [heldBy(block)];
    }),
  );
  if (held.includes("all") || rules.some(({ groupIds }) => groupIds.some((id) => ids.has(id))))
    return "passes";
  // The entries of a customer's prefix list are not read
  return held.includes("some") || rules.some(({ prefixListIds }) => prefixListIds.length > 0)
    ? "cannot tell"
    : "stopped";
}
