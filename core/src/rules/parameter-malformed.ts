import { matches } from "../requests/api-pattern.js";
import type { ParameterProblem } from "../requests/parameter-problems.js";
import { defineRule } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";
import {
  ending,
  evidenceOf,
  isNothingYet,
  isPlaceholder,
  likelihoodOf,
  shown,
  takes,
} from "./parameter-words.js";

export const parameterMalformed = defineRule({
  id: "parameter-malformed",
  severity: "error",
  needs: [],
  summary: "A name, an id, an ARN or an address of a form that the API does not take",
  why: "It is sent as it is, and AWS answers with a ValidationException: the value does not match the pattern that the API sets.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/CommonErrors.html",

  applies: ({ fields }) => fields.size > 0,

  *check(request) {
    for (const problem of request.problems) {
      const { kind, path, shape, onOneBranch, span, nameSpan } = problem;
      if (kind !== "malformed" || isNothingYet(request, problem)) continue;
      yield {
        span: span ?? nameSpan ?? request.nameSpan,
        message: `${path} ${isPlaceholder(problem) ? "is still a placeholder," : "cannot be"} ${shown(problem)}, ${takes(shape)}: ${ending(request, problem)}`,
        ...likelihoodOf(problem),
        evidence: evidenceOf(request, problem),
        fixes: onOneBranch ? [] : proposals(problem),
      };
    }
  },
});

/** What was most likely meant: without the blanks around it, with hyphens, with s3:// in front. */
function proposals({ path, value, shape: { pattern = "" }, span }: ParameterProblem): readonly FixProposal[] {
  if (span === undefined || value?.kind !== "constant" || typeof value.data !== "string") return [];
  const text = value.data;
  const candidates = [
    text.trim(),
    ...(path.endsWith("Name") ? [text.replaceAll(/[^a-zA-Z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "")] : []),
    ...(/^[a-z0-9][a-z0-9.-]{2,62}\/|^\/\//.test(text) ? [`s3://${text.replace(/^\/+/, "")}`] : []),
  ];
  const meant = candidates.find((one) => one !== "" && one !== text && matches(one, pattern));
  if (meant === undefined) return [];
  return [
    {
      propose: "member",
      title: `Write "${meant}"`,
      safety: "unsafe",
      edit: { do: "replace", at: span, to: meant },
      changes: [{ path, value: meant }],
    },
  ];
}
