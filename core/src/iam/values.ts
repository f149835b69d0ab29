/** How the values of conditions are read. `undefined`, everywhere: it is none of that kind. */

/** An integer or decimal value. */
export function toNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(trimmed) ? Number(trimmed) : undefined;
}

const date =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[-+]\d\d:?\d\d))?)?)?$/;

/**
 * Milliseconds since 1970 of a date in one of the W3C's forms of ISO 8601, or in seconds since 1970.
 * @see https://www.w3.org/TR/NOTE-datetime
 */
export function toTime(text: string): number | undefined {
  const trimmed = text.trim();
  // Four digits are a year, as the W3C has it; no second of 1970 is meant
  if (/^\d{5,12}$/.test(trimmed)) return Number(trimmed) * 1000;
  const match = date.exec(trimmed);
  if (match === null) return undefined;
  const [, year, month = "1", day = "1", hour = "0", minute = "0", second = "0", fraction = "0", zone = "Z"] =
    match;
  const time = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Math.floor(Number(`0.${fraction}`) * 1000),
  );
  if (zone === "Z") return time;
  const sign = zone.startsWith("-") ? -1 : 1;
  return time - sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000;
}

/** An address as its bits, and how many of them count. */
export interface AddressRange {
  readonly bits: bigint;
  readonly of: 32 | 128;
  readonly prefix: number;
}

/** `203.0.113.0/24`, `2001:db8::/64`; without a prefix it is the one address. */
export function toAddressRange(text: string): AddressRange | undefined {
  const [address = "", prefix, ...more] = text.trim().split("/");
  if (more.length > 0) return undefined;
  const of = address.includes(":") ? 128 : 32;
  const bits = of === 128 ? toBitsOfSix(address) : toBitsOfFour(address);
  const length = prefix === undefined ? of : /^\d{1,3}$/.test(prefix) ? Number(prefix) : of + 1;
  return bits === undefined || length > of ? undefined : { bits, of, prefix: length };
}

export function isIn(address: AddressRange, range: AddressRange): boolean {
  if (address.of !== range.of || address.prefix < range.prefix) return false;
  const rest = BigInt(range.of - range.prefix);
  return address.bits >> rest === range.bits >> rest;
}

function toBitsOfFour(address: string): bigint | undefined {
  const bytes = address.split(".");
  if (bytes.length !== 4 || !bytes.every((byte) => /^\d{1,3}$/.test(byte) && Number(byte) < 256))
    return undefined;
  return bytes.reduce((bits, byte) => bits * 256n + BigInt(byte), 0n);
}

function toBitsOfSix(address: string): bigint | undefined {
  const [left, right, ...more] = address.split("::");
  if (more.length > 0 || left === undefined) return undefined;
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const before = groups(left);
  const after = right === undefined ? [] : groups(right);
  const missing = 8 - before.length - after.length;
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return all.reduce((bits, group) => bits * 65536n + BigInt(`0x${group}`), 0n);
}
