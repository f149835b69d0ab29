import { objectsUnderId } from "../account/objects-under-id.js";
import { defineRule } from "./define-rule.js";
import { inputPrefixesOf } from "./input-prefixes.js";

export const inputEmpty = defineRule({
  id: "input-empty",
  // Something else may put it there before the job starts
  severity: "warning",
  needs: ["buckets", "inputObjects"],
  summary: "There is nothing where the job looks for its data",
  why: "SageMaker looks for the data when the job is asked for, and refuses it where there is none: “No S3 objects found under S3 URL … given in input data source”.",
  remedy: "Correct the prefix, or put the data there before the job starts.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3DataSource.html",

  applies: (request) => inputPrefixesOf(request).length > 0,

  *check(request, { account }) {
    for (const { bucket, key, span, onOneBranch } of inputPrefixesOf(request)) {
      const id = objectsUnderId(bucket, key);
      if (account.objectsUnder(id) !== 0) continue; // elsewhere, or no bucket: other rules say so
      yield {
        span: span ?? request.nameSpan,
        message: `There is nothing under s3://${bucket}/${key}: AWS refuses the job unless somebody puts its data there first`,
        onOneBranch,
        facts: [{ kind: "objectsUnder", id, says: `s3://${bucket}/${key}: no object` }],
        unlessWritten: true,
      };
    }
  },
});
