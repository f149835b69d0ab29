import type { ApiOperation } from "../../catalog/sagemaker-api.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";

/** `volume_size_in_gb` → `VolumeSizeInGB`, as the API spells it where that is known. */
function apiName(name: string, members: readonly string[] | undefined): string {
  const bare = name.replaceAll("_", "").toLowerCase();
  return (
    members?.find((member) => member.toLowerCase() === bare) ??
    name
      .split("_")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join("")
  );
}

/** `VolumeSizeInGB` → `volume_size_in_gb` */
export function pythonName(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

/**
 * The arguments as members of the request. What is None is left out; what Python holds to be false is left out of
 * structures, and by sagemaker-core 1 of the request itself.
 */
export function apiMembers(
  given: ReadonlyMap<string, Value>,
  operation: ApiOperation,
  keepsFalse: boolean,
): Map<string, Value> {
  const members = new Map<string, Value>();
  for (const [name, value] of given) {
    const path = apiName(name, operation.members);
    const sent = converted(value, path, operation, keepsFalse);
    if (!isAbsent(sent)) members.set(path, sent);
  }
  return members;
}

const absent: Value = { kind: "absent" };

function converted(value: Value, path: string, operation: ApiOperation, keepsFalse: boolean): Value {
  if (isAbsent(value)) return absent;
  if (value.kind === "either") {
    return { ...value, values: value.values.map((one) => converted(one, path, operation, keepsFalse)) };
  }
  if (value.kind === "constant") return keepsFalse || Boolean(value.data) ? value : absent;
  if (value.kind === "list" || value.kind === "tuple") {
    if (!keepsFalse && value.items.length === 0 && !value.open) return absent;
    const items = value.items.map((item) => converted(item, `${path}[]`, operation, keepsFalse));
    return { ...value, kind: "list", items };
  }
  if (value.kind !== "object" && value.kind !== "dict") return value;
  // A map of the author's own, not a structure
  if (operation.settings.get(path)?.type === "map") return value;
  const given = value.kind === "object" ? value.members : value.entries;
  const names = operation.settings.get(path)?.members;
  const entries = new Map<string, Value>();
  for (const [name, member] of given) {
    const own = apiName(name, names);
    const sent = converted(member, `${path}.${own}`, operation, false);
    if (!isAbsent(sent)) entries.set(own, sent);
  }
  const open = value.kind === "dict" && value.open;
  if (!keepsFalse && entries.size === 0 && !open) return absent;
  return {
    kind: "dict",
    entries,
    open,
    ...(value.span ? { span: value.span } : {}),
  };
}
