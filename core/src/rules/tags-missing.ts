import { tagKeysOf } from "../requests/tags.js";
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
  demand: { by: ["traceability.tags"], otherwiseSilent: true },
  references: {
    conditionKeys: ["aws:RequestTag/${TagKey}", "aws:TagKeys"],
  },

  applies: ({ operation, step }, { traceability }) =>
    (traceability?.tags?.length ?? 0) > 0 && step === undefined && takesTags(operation),

  *check(request, { policy }) {
    const { keys, isWhole } = tagKeysOf(request);
    const missing = (policy.traceability?.tags ?? []).filter((tag) => !keys.has(tag));
    if (missing.length === 0) return;
    if (!isWhole) {
      yield { cannotTell: "which tags the job carries" };
      return;
    }
    yield {
      span: request.nameSpan,
      message: `${jobWords(request)} lacks the ${missing.length === 1 ? "tag" : "tags"} ${missing.join(", ")}, which the team's policy asks for`,
    };
  },
});

/** Operations that change something that is there take no tags. */
const takesTags = (operation: string): boolean =>
  settingsByOperation.has(operation) && operation.startsWith("Create");
