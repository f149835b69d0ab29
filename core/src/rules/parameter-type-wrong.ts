import type { ApiShape } from "../catalog/sagemaker-api.js";
import { lastName } from "../dotted-path.js";
import type { Value } from "../python/value.js";
import { toJson } from "../requests/field-of.js";
import type { ParameterProblem } from "../requests/parameter-problems.js";
import { pythonStr, pythonTypeName } from "../requests/python-text.js";
import type { Json, MemberEdit } from "../requests/request.js";
import { defineRule } from "./define-rule.js";
import type { FixProposal } from "./fix-proposal.js";
import { ending, evidenceOf, isNothingYet, isPlaceholder, likelihoodOf, shown } from "./parameter-words.js";

export const parameterTypeWrong = defineRule({
  id: "parameter-type-wrong",
  severity: "error",
  needs: [],
  summary: "A value of a type that the API does not take",
  why: "Nothing is converted: a number is no string, a string is no list, and None is not the same as not given.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations.html",

  applies: ({ fields }) => fields.size > 0,

  *check(request) {
    for (const problem of request.problems) {
      if (problem.kind !== "type" || problem.value === undefined || isNothingYet(request, problem)) continue;
      const { path, value, onOneBranch, span, nameSpan } = problem;
      yield {
        span: span ?? nameSpan ?? request.nameSpan,
        message: `${path} ${whatIsWrong(problem, value)}: ${ending(request, problem)}`,
        ...likelihoodOf(problem),
        evidence: evidenceOf(request, problem),
        fixes: onOneBranch ? [] : proposals(problem, value),
      };
    }
  },
});

function whatIsWrong(problem: ParameterProblem, value: Value): string {
  const takes = `takes ${typeWords[problem.shape.type]}`;
  return isPlaceholder(problem)
    ? `is still a placeholder, ${shown(problem)}, it ${takes}`
    : `${takes}, and this is ${givenWord(value)}`;
}

const typeWords: Readonly<Record<ApiShape["type"], string>> = {
  structure: "a dict",
  map: "a dict",
  list: "a list",
  string: "a string",
  integer: "an integer",
  long: "an integer",
  float: "a number",
  double: "a number",
  boolean: "True or False",
  timestamp: "a time",
};

function givenWord(value: Value): string {
  if (value.kind === "tuple" && value.items.length === 1) return "a tuple: a comma follows the value";
  const given = pythonTypeName(value) ?? "";
  return givenWords.get(given) ?? `a ${given}`;
}

const givenWords: ReadonlyMap<string, string> = new Map([
  ["str", "a string"],
  ["int", "an integer"],
  ["bool", "a boolean"],
  ["NoneType", "None"],
]);

function proposals({ path, shape, span, nameSpan }: ParameterProblem, value: Value): readonly FixProposal[] {
  const propose = (title: string, edit: MemberEdit, to?: Json): FixProposal[] => [
    {
      propose: "member",
      title,
      safety: "unsafe",
      edit,
      changes: to === undefined ? [] : [{ path, value: to }],
    },
  ];
  if (value.kind === "constant" && value.data === null) {
    const name = lastName(path);
    if (nameSpan === undefined || path.endsWith("]")) return [];
    return propose(`Remove ${name}: None is not "not given" here`, { do: "remove", at: nameSpan, name });
  }
  if (span === undefined) return [];
  if (shape.type === "list") {
    const texts = splitText(value);
    if (texts) return propose("Make it a list", { do: "replace", at: span, to: texts }, texts);
    const json = toJson(value);
    if (value.kind !== "constant" && value.kind !== "dict") return [];
    return propose(
      "Put it in a list",
      { do: "put in list", at: span },
      json === undefined ? undefined : [json],
    );
  }
  const to = converted(value, shape);
  if (to === undefined) return [];
  return propose(`Write ${JSON.stringify(to)}`, { do: "replace", at: span, to }, to);
}

/** Several ids in one string. */
function splitText(value: Value): readonly string[] | undefined {
  if (value.kind !== "constant" || typeof value.data !== "string" || !value.data.includes(","))
    return undefined;
  return value.data
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The same value as the type that belongs there, where there is no doubt. */
function converted(value: Value, { type, enum: texts }: ApiShape): Json | undefined {
  if (value.kind !== "constant" || value.data === null) return undefined;
  const text = pythonStr(value) ?? "";
  switch (type) {
    case "string":
      // 1 is no instance type: the count stands in its place
      return texts?.includes(text) === false ? undefined : text;
    case "integer":
    case "long":
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case "float":
    case "double":
      return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
    case "boolean":
      return /^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : undefined;
    default:
      return undefined;
  }
}
