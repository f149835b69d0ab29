import type { Value } from "../python/value.js";
import { valueOf } from "../requests/parameters-of.js";
import type { RuleRequest } from "./rule-request.js";
import { defineRule } from "./define-rule.js";
import { jobWords } from "./job-words.js";
import { settingsByOperation } from "../requests/settings.js";

export const tagsMissing = defineRule({
  id: "tags-missing",
  severity: "warning",
  needs: [],
  summary: "A job lacks a tag that the team asks for",
  why: "Tags tell later which code, experiment and budget a job belongs to. The team's policy names those that a job has to carry.",
  remedy: 'Add the tag: tags=[{"Key": …, "Value": …}].',
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Tag.html",
  demand: "traceability.tags",
  references: {
    conditionKeys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"],
  },

  applies: ({ operation, step }, { traceability }) =>
    (traceability?.tags?.length ?? 0) > 0 && step === undefined && settingsByOperation.has(operation),

  *check(request, { policy }) {
    const keys = tagKeysOf(request.parameters ?? predicted(request));
    if (keys === undefined) {
      yield { cannotTell: "which tags the job carries" };
      return;
    }
    const missing = (policy.traceability?.tags ?? []).filter((tag) => !keys.has(tag));
    if (missing.length === 0) return;
    yield {
      span: request.nameSpan,
      message: `${jobWords(request)} lacks the ${missing.length === 1 ? "tag" : "tags"} ${missing.join(", ")}, which the team's policy asks for`,
    };
  },
});

/** What an SDK sends is followed where the call has a place for it; of other classes nothing is known. */
function predicted({ fields, places }: RuleRequest): Value | undefined {
  const tags = fields.get("Tags");
  if (tags === undefined && places?.has("Tags") !== true) return undefined;
  const entries = new Map(tags === undefined ? [] : [["Tags", valueOf(tags)] as const]);
  return { kind: "dict", entries, open: false };
}

/** `undefined`: not all of them are known. */
function tagKeysOf(parameters: Value | undefined): ReadonlySet<string> | undefined {
  if (parameters?.kind !== "dict") return undefined;
  const tags = parameters.entries.get("Tags");
  if (tags === undefined) return parameters.open ? undefined : new Set();
  if ((tags.kind !== "list" && tags.kind !== "tuple") || tags.open) return undefined;
  const keys = tags.items.map((tag) => (tag.kind === "dict" ? tag.entries.get("Key") : undefined));
  return keys.every((key) => key?.kind === "constant")
    ? new Set(keys.map((key) => String(key.data)))
    : undefined;
}
