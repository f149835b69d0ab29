/** IPv4 addresses as numbers, 0 to 2³² − 1. */
export interface Block {
  readonly first: number;
  readonly last: number;
  /** Bits of the prefix: the more, the more specific. */
  readonly bits: number;
}

/** `undefined`: not an IPv4 CIDR. Bits behind the prefix are ignored, as AWS does: `10.0.0.7/24` is `10.0.0.0/24`. */
export function blockOf(cidr: string): Block | undefined {
  const [, a, b, c, d, prefix] = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr) ?? [];
  const octets = [a, b, c, d].map(Number);
  const bits = Number(prefix);
  if (octets.some((octet) => !(octet <= 255)) || !(bits <= 32)) return undefined;
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - bits);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, bits };
}

export function holds({ first, last }: Block, address: number): boolean {
  return first <= address && address <= last;
}

/**
 * Addresses of `blocks` that stand for all of them: whatever `divisions` hold an address of a block, they hold one of
 * these too. So what is decided by `divisions` alone is decided for every address once it is for these.
 */
export function standIns(blocks: readonly Block[], divisions: readonly Block[]): readonly number[] {
  const edges = divisions.flatMap(({ first, last }) => [first, last + 1]);
  const addresses = blocks.flatMap((block) => [block.first, ...edges.filter((edge) => holds(block, edge))]);
  return [...new Set(addresses)].sort((one, other) => one - other);
}
