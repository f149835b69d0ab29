import type { Environment } from "../environment.js";
import type { Finding } from "../report.js";
import { nearestName } from "../requests/nearest-name.js";
import type { WrittenIgnore } from "./ignore-comments.js";
import { ignoredRuleUnknown as rule } from "./ignored-rule-unknown.js";
import { rules } from "./index.js";
import { ofNoRequest } from "./written-policies.js";

/** Names in comments that keep findings quiet which are no rule's. */
export function findingsInComments(
  comments: readonly WrittenIgnore[],
  { policy }: Pick<Environment, "policy">,
): readonly Finding[] {
  const level = policy?.rules?.[rule.id];
  if (comments.length === 0 || level === "off" || policy?.ignoreComments === "forbidden") return [];
  return comments.flatMap(({ rule: name, span }): readonly Finding[] => {
    if (name === "" || ids.includes(name)) return [];
    const meant = nearestName(name, ids);
    return [
      {
        rule: rule.id,
        severity: level ?? rule.severity,
        span,
        message: `There is no rule '${name}' that a comment could keep quiet${meant === undefined ? "" : `; is '${meant}' meant?`}`,
        why: rule.why,
        source: rule.source,
        ...(rule.remedy === undefined ? {} : { remedy: rule.remedy }),
        evidence: [{ kind: "document", says: rule.why, url: rule.source }],
        related: [],
        fixes:
          meant === undefined
            ? []
            : [
                {
                  title: `Ignore ${meant}`,
                  safety: "unsafe", // what is kept quiet is the author's to say
                  changes: [],
                  edits: [{ span, text: meant }],
                },
              ],
        asks: [],
        request: ofNoRequest,
      },
    ];
  });
}

const ids = rules.map(({ id }) => id);
