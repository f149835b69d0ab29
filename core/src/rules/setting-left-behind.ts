import { defineRule } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";

export const settingLeftBehind = defineRule({
  id: "setting-left-behind",
  severity: "warning",
  needs: [],
  summary: "A setting of what this object is made from is not handed on",
  why: "SDK v2 makes models of training jobs and estimators of finished jobs, and hands most of their settings on, but not all, without a word.",
  source: "https://sagemaker.readthedocs.io/en/stable/api/training/estimators.html",

  applies: ({ client }) => client === "sagemaker-v2",

  *check({ nameSpan, remarks = [] }) {
    const told = new Set<string>();
    for (const remark of remarks) {
      if (remark.kind !== "setting left behind" || told.has(remark.what)) continue;
      told.add(remark.what);
      const same = remarks.filter((one) => one.kind === "setting left behind" && one.what === remark.what);
      const changes = same.flatMap((one) =>
        one.kind === "setting left behind" && one.value !== undefined
          ? [{ path: one.path, value: one.value }]
          : [],
      );
      const fix: FixProposal = {
        propose: "set",
        title: `Give the ${remark.what} here too`,
        safety: "safe",
        changes,
      };
      const isKnown = changes.length === same.length;
      yield {
        span: nameSpan,
        severity: isKnown ? "warning" : "info",
        message: isKnown
          ? `The SDK does not hand on the ${remark.what}`
          : `The SDK does not hand on the ${remark.what}, if it has one`,
        fixes: isKnown ? [fix] : [],
      };
    }
  },
});
