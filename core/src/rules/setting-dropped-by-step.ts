import { defineRule } from "./define-rule.js";
import { effectsOfUnsent } from "./unsent-effects.js";

export const settingDroppedByStep = defineRule({
  id: "setting-dropped-by-step",
  severity: "warning",
  needs: [],
  summary: "A step of a state machine leaves out a setting that its object has",
  why: "The Step Functions SDK writes the job into the state machine itself, and takes only some of the settings of the estimator, processor or model along.",
  source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html",

  applies: ({ client, unsent }) => client === "stepfunctions" && unsent !== undefined,

  *check({ name, nameSpan, unsent = [] }) {
    for (const { setting, name: attribute, of, span, instead } of unsent) {
      yield {
        span: nameSpan,
        message: `${name} does not send ${attribute} of its ${of ?? "object"}: ${effectsOfUnsent[setting]}`,
        related: span ? [{ span, message: `${attribute} is given here` }] : [],
        fixes: instead
          ? [
              {
                propose: "set",
                title: `Give it to ${name} as well`,
                safety: "safe",
                changes: instead,
              },
            ]
          : [],
      };
    }
  },
});
