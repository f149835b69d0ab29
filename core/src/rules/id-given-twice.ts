import { defineRule } from "./define-rule.js";
import { knownList, type RuleRequest, type WrittenId } from "./rule-request.js";

export const idGivenTwice = defineRule({
  id: "id-given-twice",
  severity: "info",
  needs: [],
  summary: "A subnet or a security group is given twice",
  why: "The second time says nothing new, and often another id was meant: a job has 16 subnets and 5 security groups at most.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VpcConfig.html",

  applies: ({ subnets, securityGroupIds }) => subnets.length > 1 || securityGroupIds.length > 1,

  *check(request) {
    for (const ids of [request.subnets, request.securityGroupIds]) {
      // Of several branches or an open list which items meet is not known
      const list = knownList(request, ids[0]?.path);
      if (list === undefined) continue;
      for (const again of repeated(ids, list)) {
        yield {
          span: again.span,
          message: `${again.value} is given twice`,
          fixes: [
            {
              propose: "set",
              title: "Give each id once",
              safety: "unsafe",
              changes: [{ path: again.path, value: [...new Set(list)] }],
            },
          ],
        };
      }
    }
  },
});

/** Each id that the list has more than once, where it was written the second time. */
function repeated(ids: RuleRequest["subnets"], list: readonly string[]): readonly WrittenId[] {
  const twice = [...new Set(list)].filter((id) => list.indexOf(id) !== list.lastIndexOf(id));
  return twice.flatMap((id) => {
    const written = ids.filter(({ value }) => value === id);
    return written[1] ?? written[0] ?? [];
  });
}
