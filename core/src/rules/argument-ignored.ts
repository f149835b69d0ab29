import { defineRule } from "./define-rule.js";

export const argumentIgnored = defineRule({
  id: "argument-ignored",
  severity: "warning",
  needs: [],
  summary: "The SDK takes an argument and does nothing with it",
  why: "Estimators of SDK v2 take any keyword. One that they do not know is dropped without a word, and the job runs without the setting.",
  source: "https://sagemaker.readthedocs.io/en/stable/api/training/estimators.html",

  applies: ({ client }) => client === "sagemaker-v2",

  *check({ remarks = [] }) {
    for (const remark of remarks) {
      if (remark.kind !== "ignored argument") continue;
      const { name, of, like, span, isName, isLikeFree } = remark;
      yield {
        span,
        message: `${of} has no argument ${name}: it is dropped without a word${like === undefined ? "" : `. Is ${like} meant?`}`,
        fixes:
          like === undefined || !isName || !isLikeFree
            ? []
            : [
                {
                  propose: "edit",
                  title: `Rename to ${like}`,
                  safety: "unsafe",
                  edits: [{ span, text: like }],
                },
              ],
      };
    }
  },
});
