import { defineRule } from "./define-rule.js";

/** Told of comments, which are of no request: `written-comments.ts`. */
export const ignoredRuleUnknown = defineRule({
  id: "ignored-rule-unknown",
  severity: "info",
  needs: [],
  summary: "A comment keeps a rule quiet that does not exist",
  why: "A comment has an effect only on the rules that it names: with a typing error in a name the finding is still told, or comes back unseen.",
  remedy: "Name the rule as the finding does, or remove the name.",
  source: "https://docs.python.org/3/reference/lexical_analysis.html#comments",

  applies: () => false,
  *check() {
    // Nothing of a request
  },
});
