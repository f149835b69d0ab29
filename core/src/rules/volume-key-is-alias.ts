import type { FieldPath } from "../requests/request.js";
import { defineRule } from "./define-rule.js";
import { readKeyReference } from "./key-reference.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

export const volumeKeyIsAlias = defineRule({
  id: "volume-key-is-alias",
  severity: "warning",
  needs: ["volumeKey"],
  summary: "An alias as the volume key, where the API documents only ids and ARNs of keys",
  why: "Of the volume key of training jobs the API says that it is the id or the ARN of a key; for output keys it lists aliases too.",
  remedy: "Give the ARN of the key that the alias stands for.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html",

  applies: ({ operation, step, volumeKeys }) =>
    documented.has(step?.operation ?? operation) &&
    volumeKeys.some(({ value }) => isAlias.has(readKeyReference(value).form)),

  *check(request, { account }) {
    for (const { value, span, path, onOneBranch } of request.volumeKeys) {
      if (!isAlias.has(readKeyReference(value).form)) continue;
      const key = account.key(value);
      if (key === undefined) continue; // told by kms-key-not-found
      yield {
        span,
        message: `${value} is an alias, and the API documents only the id or the ARN of a key as volume key`,
        onOneBranch,
        facts: [{ kind: "key", id: value }],
        fixes: isInTheCall(request, path)
          ? [
              {
                propose: "set",
                title: `Use the key's ARN, ${key.arn}`,
                safety: "unsafe",
                changes: [{ path, value: key.arn }],
              },
            ]
          : [],
      };
    }
  },
});

/** Not in a file of defaults, and not under a name of SDK v1, which wins over the name that a fix would write. */
function isInTheCall(request: RuleRequest, path: FieldPath): boolean {
  const field = fieldAt(request, path);
  const isRenamed = request.remarks?.some(({ kind }) => kind === "renamed argument") ?? false;
  return field?.state === "known" && field.origin.from === "argument" && !isRenamed;
}

const isAlias: ReadonlySet<string> = new Set(["alias name", "alias ARN"]);

/** The operations of whose volume key the API lists the forms, aliases not among them. */
const documented: ReadonlySet<string> = new Set([
  "CreateTrainingJob",
  "CreateHyperParameterTuningJob",
  "CreateLabelingJob",
]);
