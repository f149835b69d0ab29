import { apiVersions } from "../catalog/sagemaker-api.js";
import type { ParameterProblem } from "../requests/parameter-problems.js";
import { defineRule } from "./define-rule.js";
import { editDistance, isSlip } from "../requests/edit-distance.js";
import type { FixProposal } from "./fix-proposal.js";
import {
  ending,
  evidenceOf,
  isNothingYet,
  isPlaceholder,
  mostListed,
  oneOf,
  shown,
  takes,
} from "./parameter-words.js";

export const parameterValueUnknown = defineRule({
  id: "parameter-value-unknown",
  severity: "info",
  needs: [],
  summary: "A value that is not among those the API is known to take",
  why: "Only AWS checks it. New values come with new releases, so that one that is not known may still be right; one that differs from a known value only by case or by a missing ml. is an error.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations.html",

  applies: ({ fields }) => fields.size > 0,

  *check(request) {
    for (const problem of request.problems) {
      if (problem.kind !== "not in enum") continue;
      const { path, onOneBranch, span, nameSpan } = problem;
      const meant = sameBut(problem);
      const near = meant === undefined ? nearest(problem) : [meant];
      const refused = meant !== undefined || isToBeFilledIn(problem);
      // Newer than what is known, or nothing yet
      if (near.length === 0 && !refused && problem.shape.isInstanceType === true) continue;
      if (isNothingYet(request, problem)) continue;
      yield {
        span: span ?? nameSpan ?? request.nameSpan,
        ...(refused ? { severity: "error" } : {}),
        message:
          meant !== undefined
            ? `${path} takes "${meant}", not ${shown(problem)}: ${ending(request, problem)}`
            : refused
              ? `${path} is still a placeholder, ${shown(problem)}${fewOf(problem)}: ${ending(request, problem)}`
              : `${shown(problem)} is not among the values of ${path} that botocore ${apiVersions.botocore} knows${near.length === 0 ? "" : `; is ${oneOf(near)} meant?`}`,
        onOneBranch,
        evidence: evidenceOf(request, problem),
        fixes: onOneBranch ? [] : near.flatMap((one) => proposals(problem, one)),
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

/** No value of AWS's has such brackets; other words of a placeholder may be in one. */
function isToBeFilledIn(problem: ParameterProblem): boolean {
  const text = textOf(problem);
  return text.includes("<") && text.includes(">", text.indexOf("<")) && isPlaceholder(problem);
}

/** Those that are equally near; of many none is any nearer than chance. */
function nearest(problem: ParameterProblem): readonly string[] {
  const text = textOf(problem);
  const known = (problem.shape.enum ?? [])
    .map((one) => ({ one, distance: editDistance(one, text) }))
    .filter(({ distance }) => distance <= 2 && isSlip(distance, text));
  const least = Math.min(...known.map(({ distance }) => distance));
  const near = known.filter(({ distance }) => distance === least).map(({ one }) => one);
  return near.length > mostNear ? [] : near;
}

const mostNear = 3;

function fewOf({ shape }: ParameterProblem): string {
  return (shape.enum?.length ?? Infinity) <= mostListed ? `, ${takes(shape)}` : "";
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
