import { editDistance, isSlip } from "../requests/edit-distance.js";
import { defineRule } from "./define-rule.js";
import { answerOf } from "../catalog/sagemaker-answers.js";

export const cliQueryEmpty = defineRule({
  id: "cli-query-empty",
  severity: "warning",
  needs: [],
  summary: "A --query that finds nothing in the answer",
  why: "The AWS CLI prints null for a member that the answer does not have, which reads as if the setting were not there.",
  source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-filter.html",

  applies: ({ query }) => query !== undefined,

  *check({ query, operation, name }) {
    const members = answerOf(operation);
    if (query === undefined || members === undefined) return;
    // A function, a list or anything that does not begin with a member is not followed
    const [path, first = "", second] = /^([A-Za-z_]\w*)(?:\.([A-Za-z_]\w*))?(?![\w(])/.exec(query.text) ?? [];
    if (path === undefined || members.includes(first)) return;
    // `TrainingJob` of DescribeTrainingJob, as other services wrap what they describe
    const isOperation = operation === `Describe${first}`;
    const inside = query.text.slice(first.length + 1);
    const isStructure = isOperation && query.text[first.length] === "." && /^[[{]/.test(inside);
    const isWrapped = second !== undefined && members.includes(second);
    const near = members
      .map((member) => ({ member, distance: editDistance(first.toLowerCase(), member.toLowerCase()) }))
      .sort((one, other) => one.distance - other.distance)[0];
    const isNear = near !== undefined && isSlip(near.distance, near.member) && !isOperation;
    const meant = isWrapped ? second : isNear ? near.member : undefined;
    const right = isStructure
      ? inside
      : meant && `${meant}${query.text.slice(isWrapped ? path.length : first.length)}`;
    yield {
      span: query.span,
      message: `${name} answers without ${first}: this prints null${right === undefined ? "" : `; it is ${right}`}`,
      fixes:
        right === undefined
          ? []
          : [
              {
                propose: "member",
                title: `Ask for ${right}`,
                safety: "safe",
                edit: { do: "rename", at: query.span, from: query.text, to: right },
                changes: [],
              },
            ],
    };
  },
});
