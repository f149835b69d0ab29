import type { ParameterProblem } from "../requests/parameter-problems.js";
import { defineRule } from "./define-rule.js";
import { networkInstead } from "./network-instead.js";
import { ending, evidenceOf, likelihoodOf, subjectOf } from "./parameter-words.js";
import { probableMember } from "./probable-member.js";
import { siblingsOf, type RuleRequest } from "./rule-request.js";

export const parameterMissing = defineRule({
  id: "parameter-missing",
  severity: "error",
  needs: [],
  summary: "A member that the API requires is not given",
  why: "A structure without one of its required members is refused as a whole.",
  remedy: "Add what is missing; only the author knows its value.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations.html",

  applies: ({ fields }) => fields.size > 0,

  *check(request) {
    const missing = request.problems.filter(
      (problem) =>
        problem.kind === "missing" && !isHalfOfVpc(request, problem) && !isMisnamed(request, problem),
    );
    const network = networkInstead(request);
    for (const [path, ofStructure] of byPath(missing)) {
      const [first] = ofStructure;
      if (first === undefined) continue;
      // On several branches, each of them told
      const names = [...new Set(ofStructure.map(({ member }) => member ?? ""))];
      yield {
        span: first.nameSpan ?? first.span ?? request.nameSpan,
        message: `${subjectOf(path, request.operation)} needs ${listed(names)}: ${ending(request, first)}`,
        ...likelihoodOf(ofStructure.find(({ onOneBranch }) => !onOneBranch) ?? first),
        evidence: ofStructure.flatMap((problem) => evidenceOf(request, problem)),
        ...(network?.subnetsPath === `${path}.Subnets` ? { fixes: [network] } : {}),
      };
    }
    for (const problem of request.problems) {
      if (problem.kind !== "union") continue;
      const { path, shape, nameSpan, span } = problem;
      const names = [...(shape.members?.keys() ?? [])];
      yield {
        span: nameSpan ?? span ?? request.nameSpan,
        message: `${path} needs exactly one of ${names.join(", ")}: ${ending(request, problem)}`,
        ...likelihoodOf(problem),
        evidence: evidenceOf(request, problem),
      };
    }
  },
});

/** Told by vpc-config-incomplete, with the other half as the fix. */
function isHalfOfVpc({ settings, halfVpc }: RuleRequest, { path, member }: ParameterProblem): boolean {
  const at = `${path}.${member}`;
  return halfVpc !== undefined && (at === settings.subnets || at === settings.securityGroupIds);
}

/** It is there under a name that does not exist: told by parameter-unknown, with the right name as the fix. */
export function isMisnamed(
  request: RuleRequest,
  { path, member }: Pick<ParameterProblem, "path" | "member">,
): boolean {
  return request.problems.some(
    (one) =>
      one.kind === "unknown" &&
      one.path === path &&
      probableMember(one, siblingsOf(request, path)) === member,
  );
}

function byPath(problems: readonly ParameterProblem[]): ReadonlyMap<string, readonly ParameterProblem[]> {
  const found = new Map<string, ParameterProblem[]>();
  for (const problem of problems) found.set(problem.path, [...(found.get(problem.path) ?? []), problem]);
  return found;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
