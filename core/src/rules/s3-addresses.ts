import type { PrefixList } from "../account/resources.js";
import { blockOf } from "../network/cidr.js";
import type { Addresses } from "../network/route.js";

/** The name of S3's list of addresses in a region. */
export function nameOfS3(region: string): string {
  return `com.amazonaws.${region}.s3`;
}

export function toAddresses(list: PrefixList): Addresses {
  const known = addresses.get(list) ?? {
    prefixListId: list.prefixListId,
    blocks: list.cidrs.flatMap((cidr) => blockOf(cidr) ?? []),
  };
  addresses.set(list, known);
  return known;
}

/** Each request of a notebook asks for them anew. */
const addresses = new WeakMap<PrefixList, Addresses>();
