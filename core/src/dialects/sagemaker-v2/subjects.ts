import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Construction, Constructions } from "./construction.js";
import type { Sending } from "./family.js";
import { sameValue } from "./places.js";
import type { Subject } from "./sent.js";

/** Whatever was made of a call that is not followed: a job of it is sent all the same. */
const notFollowed: Value = {
  kind: "object",
  type: "sagemaker.estimator.EstimatorBase",
  members: new Map(),
  open: true,
};

/** The objects that have the settings: the one that sends, or those that it is made of. */
export function subjectsOf(
  { parts }: Sending,
  sender: Value,
  construction: Construction | undefined,
  constructions: Constructions,
): readonly (Subject & { readonly part?: string })[] {
  if (!parts) return [{ now: sender, construction }];
  const members = sender.kind === "object" ? sender.members : new Map<string, Value>();
  const [one, several] = [members.get(parts.one.member), members.get(parts.several.member)];
  const subjectOf = (now: Value): Subject => {
    if (now.kind !== "object") return { now: notFollowed, construction: undefined };
    const alike = expandAlike(constructions.allOf(now));
    return { now, construction: constructions.of(now), ...(alike ? {} : { expandsOthers: true }) };
  };
  if (one && !isAbsent(one)) {
    const branches = one.kind === "either" ? one.values.filter((branch) => !isAbsent(branch)) : [one];
    return branches.map((branch) => ({ ...subjectOf(branch), part: parts.one.prefix }));
  }
  const partOf = (index: number) => parts.several.prefix.replace("[]", `[${index}]`);
  if (several?.kind !== "dict" || several.open)
    return isAbsent(several) ? [] : [{ ...subjectOf(notFollowed), part: partOf(0) }];
  // The SDK sends them by name
  return [...several.entries.keys()].sort().flatMap((key, index) => {
    const now = several.entries.get(key);
    return now && !isAbsent(now) ? [{ ...subjectOf(now), part: partOf(index), named: key }] : [];
  });
}

/** Of one call that made several objects: that it expanded the same keywords for each. */
function expandAlike(made: readonly Construction[]): boolean {
  const [first, ...others] = made.map(({ site, inner }) =>
    (inner ?? site).arguments.filter(({ star }) => star === "**").map(({ value }) => value),
  );
  return others.every((one) => sameValue(one, first));
}
