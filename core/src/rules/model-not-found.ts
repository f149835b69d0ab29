import { defineRule } from "./define-rule.js";
import { modelsOf } from "./models-of.js";

export const modelNotFound = defineRule({
  id: "model-not-found",
  // Something else may make it before the job starts
  severity: "warning",
  needs: ["models"],
  summary: "A transform job or endpoint names a model that does not exist",
  why: "SageMaker takes the name of an existing model in the same region and account only.",
  remedy: "Correct the model's name, or make the model first.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTransformJob.html",
  references: {
    conditionKeys: ["sagemaker:ModelArn"],
  },

  applies: (request) => modelsOf(request).length > 0,

  *check(request, { account }) {
    for (const { name, span } of modelsOf(request)) {
      if (account.model(name) !== undefined) continue;
      yield {
        span,
        message: `There is no model ${name} in ${account.place}, unless something else makes it first`,
        facts: [{ kind: "model", id: name, says: `SageMaker has no model ${name}` }],
        unlessMade: { operation: "CreateModel", path: "ModelName", name },
      };
    }
  },
});
