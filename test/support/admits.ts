import { jsonText } from "../../core/src/python/json-text.js";
import { pathType } from "../../core/src/python/paths.js";
import type { Value } from "../../core/src/python/value.js";

/** Whether what is known of the value leaves room for `actual`, a value as `runPython` writes it. */
export function admits(value: Value, actual: unknown): boolean {
  switch (value.kind) {
    case "unknown":
      return true;
    case "absent":
      return false;
    case "constant":
      return value.data === actual;
    case "either":
      return value.values.some((one) => admits(one, actual));
    case "object": {
      // A path and a JSON text of which only the file and the value are said, nothing of the text or its type
      if (value.type === pathType || value.type === jsonText) return true;
      const found = part(actual, "<object>");
      if (found !== value.type) return false;
      const members = new Map((actual as { members: [string, unknown][] }).members);
      return [...value.members].every(([name, member]) =>
        members.has(name) ? admits(member, members.get(name)) : mayBeAbsent(member),
      );
    }
    case "dict": {
      const found = part(actual, "<dict>") as [unknown, unknown][] | undefined;
      if (!found) return false;
      const entries = new Map(found.map(([key, entry]) => [String(key), entry]));
      for (const [key, entry] of value.entries) {
        const present = entries.has(key);
        if (present ? !admits(entry, entries.get(key)) : !mayBeAbsent(entry)) return false;
      }
      return value.open || [...entries.keys()].every((key) => value.entries.has(key));
    }
    case "set": {
      const found = part(actual, "<set>") as unknown[] | undefined;
      if (!found) return false;
      return (
        value.items.every((item) => found.some((one) => admits(item, one))) &&
        (value.open || found.every((one) => value.items.some((item) => admits(item, one))))
      );
    }
    default: {
      const found = value.kind === "tuple" ? part(actual, "<tuple>") : actual;
      if (!Array.isArray(found)) return false;
      if (value.open ? found.length < value.items.length : found.length !== value.items.length) return false;
      return value.items.every((item, index) => admits(item, found[index]));
    }
  }
}

/** A value of which something is said, whatever it is. */
export function isClaim(value: Value): boolean {
  return (
    value.kind === "constant" ||
    value.kind === "tuple" ||
    ((value.kind === "list" || value.kind === "dict") && !value.open)
  );
}

function part(actual: unknown, name: string): unknown {
  return typeof actual === "object" && actual !== null && !Array.isArray(actual)
    ? (actual as Record<string, unknown>)[name]
    : undefined;
}

function mayBeAbsent(value: Value): boolean {
  return (
    value.kind === "absent" ||
    value.kind === "unknown" ||
    (value.kind === "either" && value.values.some(mayBeAbsent))
  );
}
