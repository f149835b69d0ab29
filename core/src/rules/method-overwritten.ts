import { defineRule } from "./define-rule.js";

export const methodOverwritten = defineRule({
  id: "method-overwritten",
  severity: "error",
  needs: [],
  summary: "A value is assigned to a method of the SDK, not to a setting",
  why: "In SDK v2 enable_network_isolation is an argument of the constructor, and a method of the object. Assigning to it hides the method, and switches no isolation on.",
  remedy: "Pass the value when the object is made, or where the method is called.",
  source: "https://sagemaker.readthedocs.io/en/stable/api/training/estimators.html",

  applies: ({ client }) => client === "sagemaker-v2",

  *check({ name, remarks = [] }) {
    for (const remark of remarks) {
      if (remark.kind !== "overwritten method") continue;
      const { name: method, span, raises, meant } = remark;
      yield {
        span,
        severity: raises ? "error" : "warning",
        message: raises
          ? `${method} is a method of ${name}: fit() raises TypeError, and no job starts`
          : `${method} is a method of ${name}: assigning to it switches nothing on`,
        fixes: meant
          ? [
              {
                propose: "set",
                title: `Give ${method}=True to ${name} instead`,
                safety: "unsafe",
                changes: [meant],
              },
            ]
          : [],
      };
    }
  },
});
