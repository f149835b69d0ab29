import { isAsked } from "../policy/team-policy.js";
import { defineRule } from "./define-rule.js";
import { jobWords } from "./job-words.js";
import { modelsOf } from "./models-of.js";

export const modelOutsideVpc = defineRule({
  id: "model-outside-vpc",
  severity: "info",
  needs: ["models"],
  summary: "A transform job or endpoint runs a model that is in no VPC",
  why: "A transform job has no network of its own: its containers run where its model's VpcConfig says, and so do those of most endpoints. A model's VpcConfig cannot be changed, only another model can be made.",
  remedy: "Make the model again, with a VpcConfig.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/batch-vpc.html",
  demand: { by: ["network.vpc"], severity: "warning" },

  // An endpoint may have a network of its own
  applies: (request) => modelsOf(request).length > 0 && !request.fields.has("VpcConfig.Subnets"),

  *check(request, { account, policy }) {
    const says = isAsked(policy, "network.vpc") ? "; the team's policy asks for a VPC" : "";
    for (const { name, span } of modelsOf(request)) {
      if (account.model(name)?.subnetIds.length !== 0) continue;
      yield {
        span,
        message: `${jobWords(request)} runs outside of a VPC, since its model ${name} has no VpcConfig${says}`,
        facts: [{ kind: "model", id: name, says: `Model ${name} has no VpcConfig` }],
      };
    }
  },
});
