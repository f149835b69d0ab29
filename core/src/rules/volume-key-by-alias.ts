import { defineRule } from "./define-rule.js";
import { readKeyReference } from "./key-reference.js";
import { fieldAt } from "./rule-request.js";

export const volumeKeyByAlias = defineRule({
  id: "volume-key-by-alias",
  severity: "warning",
  needs: ["volumeKey"],
  summary: "The key of the storage volumes is named by an alias",
  why: "For the volumes of these jobs the API's text lists a key's id and its ARN; that an alias works is not documented.",
  remedy: "Give the key's ARN.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html",

  applies: (request) =>
    documented.has(request.step?.operation ?? request.operation) &&
    fieldAt(request, request.settings.volumeKmsKeyId) !== undefined,

  *check(request, { account }) {
    for (const { value, span, path, onOneBranch } of request.volumeKeys) {
      if (!readKeyReference(value).form.startsWith("alias")) continue;
      const arn = account.key(value)?.arn;
      yield {
        span,
        message: `${value} is an alias; the volumes' key is given by its id or ARN`,
        onOneBranch,
        facts: [{ kind: "key", id: value }],
        fixes:
          arn === undefined || fieldAt(request, path)?.state !== "known"
            ? []
            : [
                {
                  propose: "set",
                  title: `Use the key's ARN, ${arn}`,
                  safety: "unsafe",
                  changes: [{ path, value: arn }],
                },
              ],
      };
    }
  },
});

/** Where the API's text lists the forms, without those of an alias. */
const documented: ReadonlySet<string> = new Set([
  "CreateTrainingJob",
  "CreateHyperParameterTuningJob",
  "CreateLabelingJob",
]);
