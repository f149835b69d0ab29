import { levelPath, type DemandPath, type PolicyInForce } from "../policy/team-policy.js";
import type { Evidence } from "../report.js";

/**
 * Where the team's policy asks for what a finding misses, and where it says how grave that is.
 *
 * @param isLevelled The policy's level of the rule is the finding's.
 */
export function policyEvidence(
  { id, demands, isLevelled }: { id: string; demands: readonly DemandPath[]; isLevelled: boolean },
  policy: PolicyInForce,
): readonly Evidence[] {
  const { places = {}, rules = {} } = policy;
  const asked = [
    ...demands.map((path) => ({ path, word: wordAt(policy, path) })),
    ...(isLevelled ? [{ path: levelPath(id), word: rules[id] }] : []),
  ];
  return asked.flatMap(({ path: asks, word }) =>
    (places[asks] ?? []).map(({ path, line }): Evidence => {
      const says = `The team's policy: ${asks}${word === undefined ? "" : `: ${word}`}`;
      return { kind: "policy", says, path, line };
    }),
  );
}

/** What the file says there, where that is one word or a name; of lists each file has its own. */
function wordAt({ enforcers, ...sections }: PolicyInForce, asked: DemandPath): string | undefined {
  if (asked === "enforcers.outsideVpc") return enforcers?.outsideVpc?.name;
  const [section = "", key = ""] = asked.split(".", 2);
  const said = (sections as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>)[section];
  const value = said?.[key];
  return typeof value === "string" ? value : undefined;
}
