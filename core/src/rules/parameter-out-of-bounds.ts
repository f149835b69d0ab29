import type { ParameterProblem } from "../requests/parameter-problems.js";
import { defineRule } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";
import {
  ending,
  evidenceOf,
  formOf,
  isNothingYet,
  isPlaceholder,
  likelihoodOf,
  shown,
  takes,
} from "./parameter-words.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

export const parameterOutOfBounds = defineRule({
  id: "parameter-out-of-bounds",
  severity: "error",
  needs: [],
  summary: "More or less than the API takes: items, characters, or the number itself",
  why: "The API sets a minimum and a maximum; botocore checks the minimum before it sends the request, AWS checks both.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations.html",

  applies: ({ fields }) => fields.size > 0,

  *check(request) {
    for (const problem of request.problems) {
      const { kind, onOneBranch, span, nameSpan } = problem;
      if ((kind !== "too small" && kind !== "too large") || isToldElsewhere(request, problem)) continue;
      if (isNothingYet(request, problem)) continue;
      yield {
        span: span ?? nameSpan ?? request.nameSpan,
        message: `${measured(problem)}: ${ending(request, problem)}`,
        ...likelihoodOf(problem),
        evidence: evidenceOf(request, problem),
        fixes: onOneBranch ? [] : proposals(problem),
      };
    }
  },
});

/** An empty list of a VPC is told by vpc-config-incomplete. */
function isToldElsewhere(request: RuleRequest, { kind, path }: ParameterProblem): boolean {
  const { subnets, securityGroupIds } = request.settings;
  const isVpc = (path === subnets || path === securityGroupIds) && path.includes("VpcConfig.");
  return kind === "too small" && isVpc && fieldAt(request, path)?.state === "known";
}

function measured(problem: ParameterProblem): string {
  const { kind, path, value, shape } = problem;
  const limit = kind === "too large" ? `at most ${shape.max}` : `at least ${shape.min}`;
  if (value?.kind === "list" || value?.kind === "tuple")
    return `${path} takes ${limit}, and this is ${value.items.length}`;
  if (value?.kind === "dict") return `${path} takes ${limit} entries, and this is ${value.entries.size}`;
  if (kind === "too small" && value?.kind === "constant") {
    if (isPlaceholder(problem)) return `${path} is still a placeholder, ${shown(problem)}, ${takes(shape)}`;
    if (formOf(shape.pattern ?? "") !== undefined)
      return `${path} cannot be ${shown(problem)}, ${takes(shape)}`;
  }
  if (value?.kind === "constant" && typeof value.data === "string")
    return `${path} takes ${limit} characters, and this has ${Array.from(value.data).length}`;
  return `${path} takes ${limit}, and this is ${shown(problem)}`;
}

/** The nearest number that is allowed. */
function proposals({ kind, path, value, shape, span }: ParameterProblem): readonly FixProposal[] {
  const bound = kind === "too large" ? shape.max : shape.min;
  if (span === undefined || bound === undefined) return [];
  if (value?.kind !== "constant" || typeof value.data !== "number") return [];
  return [
    {
      propose: "member",
      title: `Write ${bound}`,
      safety: "unsafe",
      edit: { do: "replace", at: span, to: bound },
      changes: [{ path, value: bound }],
    },
  ];
}
