import { apiVersions } from "../catalog/sagemaker-api.js";
import type { ParameterProblem } from "../requests/parameter-problems.js";
import { defineRule } from "./define-rule.js";
import { editDistance, isSlip } from "../requests/edit-distance.js";
import type { FixProposal } from "./fix-proposal.js";
import { ending, evidenceOf, shown } from "./parameter-words.js";

export const parameterValueUnknown = defineRule({
  id: "parameter-value-unknown",
  severity: "info",
  needs: [],
  summary: "A value that is not among those the API is known to take",
  why: "Only AWS checks it. New values come with new releases, so that one that is not known may still be right; one that differs from a known value by case or by its beginning is an error.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations.html",

  applies: ({ fields }) => fields.size > 0,

  *check(request) {
    for (const problem of request.problems) {
      if (problem.kind !== "not in enum") continue;
      const { path, onOneBranch, span, nameSpan } = problem;
      const meant = sameBut(problem);
      const near = meant ?? nearest(problem);
      if (near === undefined && problem.shape.isInstanceType === true) continue; // newer than what is known
      yield {
        span: span ?? nameSpan ?? request.nameSpan,
        ...(meant === undefined ? {} : { severity: "error" }),
        message:
          meant === undefined
            ? `${shown(problem)} is not among the values of ${path} that botocore ${apiVersions.botocore} knows${near === undefined ? "" : `; is ${near} meant?`}`
            : `${path} takes "${meant}", not ${shown(problem)}: ${ending(request, problem)}`,
        onOneBranch,
        evidence: evidenceOf(request, problem),
        fixes: near === undefined || onOneBranch ? [] : proposals(problem, near),
      };
    }
  },
});

function textOf({ value }: ParameterProblem): string {
  return value?.kind === "constant" && typeof value.data === "string" ? value.data : "";
}

/** The known value that differs by case, by blanks around it, or by the `ml.` of instance types. */
function sameBut(problem: ParameterProblem): string | undefined {
  const text = textOf(problem).trim().toLowerCase();
  return problem.shape.enum?.find((one) => [text, `ml.${text}`].includes(one.toLowerCase()));
}

function nearest(problem: ParameterProblem): string | undefined {
  const text = textOf(problem);
  return problem.shape.enum
    ?.map((one) => ({ one, distance: editDistance(one, text) }))
    .filter(({ distance }) => distance <= 2 && isSlip(distance, text))
    .sort((left, right) => left.distance - right.distance)[0]?.one;
}

function proposals({ path, span }: ParameterProblem, to: string): readonly FixProposal[] {
  if (span === undefined) return [];
  return [
    {
      propose: "member",
      title: `Write "${to}"`,
      safety: "unsafe",
      edit: { do: "replace", at: span, to },
      changes: [{ path, value: to }],
    },
  ];
}
