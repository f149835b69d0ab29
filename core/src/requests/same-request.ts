import type { JobRequest } from "./request.js";

/**
 * The requests, and in the place of one that says what it said before, at the same place, the old object: what was
 * made of it then still holds.
 *
 * @param before The requests of the last check.
 */
export function keepSame(requests: readonly JobRequest[], before: readonly JobRequest[]): JobRequest[] {
  return requests.map((request, index) => {
    const old = before[index];
    return old !== undefined && same(request, old) ? old : request;
  });
}

/** Requests are plain data and maps. */
function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => same(item, right[index]));
  }
  if (left instanceof Map) {
    if (!(right instanceof Map) || left.size !== right.size) return false;
    // In another order the fields of a message would be, too
    const others = right.entries();
    for (const [key, value] of left as ReadonlyMap<unknown, unknown>) {
      const other = others.next().value as readonly [unknown, unknown];
      if (key !== other[0] || !same(value, other[1])) return false;
    }
    return true;
  }
  if (Array.isArray(right) || right instanceof Map) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(right, key) &&
      same((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
  );
}
