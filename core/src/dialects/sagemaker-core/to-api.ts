import type { ApiOperation } from "../../catalog/sagemaker-api.js";
import { misspeltMembers } from "../../catalog/sagemaker-v3.js";
import type { FrozenArguments } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import { refusalOfParameters } from "../../requests/botocore-checks.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { asMember } from "../sagemaker-v3/pydantic-types.js";

/** What a member of a structure is called in the request, of those that the structure has. */
type Spelling = (name: string, members: readonly string[] | undefined) => string;

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

/** As the SDK spells it, whatever the API has. */
const asSent: Spelling = (name, members) => misspeltMembers.get(name) ?? apiName(name, members);

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
  spelling: Spelling = apiName,
): Map<string, Value> {
  const members = new Map<string, Value>();
  for (const [name, value] of given) {
    const path = apiName(name, operation.members);
    const sent = converted(asMember(name, value), path, operation, keepsFalse, spelling);
    if (!isAbsent(sent)) members.set(path, sent);
  }
  return members;
}

/** botocore's refusal of what sagemaker-core misspells in structures: `MemorySizeInMb`. */
export function refusedSpelling(
  { keywords, openKeywords }: FrozenArguments,
  operation: ApiOperation,
  keepsFalse: boolean,
): Refusal | undefined {
  const misspelt: string[] = [];
  const entries = apiMembers(keywords, operation, keepsFalse, (name, members) => {
    const sent = asSent(name, members);
    if (members?.includes(sent) === false) misspelt.push(sent);
    return sent;
  });
  if (misspelt.length === 0) return undefined;
  const refusal = refusalOfParameters(operation.name, { kind: "dict", entries, open: openKeywords });
  return misspelt.some((sent) => refusal?.message.includes(`"${sent}"`)) ? refusal : undefined;
}

const absent: Value = { kind: "absent" };

function converted(
  value: Value,
  path: string,
  operation: ApiOperation,
  keepsFalse: boolean,
  spelling: Spelling,
): Value {
  if (isAbsent(value)) return absent;
  if (value.kind === "either") {
    return {
      ...value,
      values: value.values.map((one) => converted(one, path, operation, keepsFalse, spelling)),
    };
  }
  if (value.kind === "constant") return keepsFalse || Boolean(value.data) ? value : absent;
  if (value.kind === "list" || value.kind === "tuple") {
    if (!keepsFalse && value.items.length === 0 && !value.open) return absent;
    const items = value.items.map((item) => converted(item, `${path}[]`, operation, keepsFalse, spelling));
    return { ...value, kind: "list", items };
  }
  if (value.kind !== "object" && value.kind !== "dict") return value;
  // A map of the author's own, not a structure
  if (operation.settings.get(path)?.type === "map") return value;
  const given = value.kind === "object" ? value.members : value.entries;
  const names = operation.settings.get(path)?.members;
  const entries = new Map<string, Value>();
  for (const [name, member] of given) {
    const own = spelling(name, names);
    const sent = converted(asMember(name, member), `${path}.${own}`, operation, false, spelling);
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
