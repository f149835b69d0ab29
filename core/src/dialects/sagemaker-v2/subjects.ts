import type { Value } from "../../python/value.js";
import type { Construction, Constructions } from "./construction.js";
import type { Sending } from "./family.js";
import type { Subject } from "./sent.js";

/** The objects that have the settings: the one that sends, or those that it is made of. */
export function subjectsOf(
  { parts }: Sending,
  sender: Value,
  construction: Construction | undefined,
  constructions: Constructions,
): readonly (Subject & { readonly part?: string })[] {
  if (!parts) return [{ now: sender, construction }];
  const members = sender.kind === "object" ? sender.members : new Map<string, Value>();
  const one = members.get(parts.one.member);
  if (one?.kind === "object")
    return [{ now: one, construction: constructions.of(one), part: parts.one.prefix }];
  const several = members.get(parts.several.member);
  if (several?.kind !== "dict" || several.open) return [];
  // The SDK sends them by name
  return [...several.entries.keys()].sort().flatMap((key, index) => {
    const now = several.entries.get(key);
    const part = parts.several.prefix.replace("[]", `[${index}]`);
    return now?.kind === "object" ? [{ now, construction: constructions.of(now), part, named: key }] : [];
  });
}
