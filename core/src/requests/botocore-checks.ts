import { operationOf } from "../catalog/sagemaker-api.js";
import type { Value } from "../python/value.js";
import { problemsOf, type ParameterProblem } from "./parameter-problems.js";
import { parametersOf } from "./parameters-of.js";
import type { Field, FieldPath, JobRequest, Refusal } from "./request.js";

/**
 * What botocore itself would refuse of a request, before AWS is asked: a required or unknown member of a structure, a
 * wrong type, too few items. Not: more than the maximum, the pattern, an unknown instance type.
 *
 * @param whole `fields` has all that is sent; an SDK completes what the author gives, so nothing is missing there.
 */
export function refusalOf(
  operation: string,
  fields: ReadonlyMap<FieldPath, Field>,
  { whole }: { readonly whole: boolean },
): Refusal | undefined {
  return toRefusal(problemsIn({ operation, fields }, whole ? parametersOf(fields, { whole }) : undefined));
}

/** The same of the parameters as the call gives them, a dict. */
export function refusalOfParameters(operation: string, parameters: Value): Refusal | undefined {
  return toRefusal(problemsIn({ operation, fields: new Map() }, parameters));
}

/**
 * All that the service model does not allow of a request. What an SDK makes of its arguments is not known whole: only
 * the fields are judged then, neither what is missing nor names that the model does not know.
 */
export function problemsIn(
  { operation, fields }: Pick<JobRequest, "operation" | "fields">,
  parameters: Value | undefined,
): readonly ParameterProblem[] {
  const of: object = parameters ?? fields;
  const known = judged.get(of);
  if (known?.operation === operation) return known.problems;
  const problems = judge(operation, fields, parameters);
  judged.set(of, { operation, problems });
  return problems;
}

/** A reader asks whether botocore refuses what the rules are then asked of. Neither changes once it is read. */
const judged = new WeakMap<
  object,
  { readonly operation: string; readonly problems: readonly ParameterProblem[] }
>();

function judge(
  operation: string,
  fields: ReadonlyMap<FieldPath, Field>,
  parameters: Value | undefined,
): readonly ParameterProblem[] {
  const input = operationOf(operation)?.input;
  if (input === undefined) return [];
  if (parameters !== undefined) return problemsOf(parameters, input);
  return problemsOf(parametersOf(fields, { whole: false }), input).filter(({ kind }) => kind !== "unknown");
}

/** botocore's error, with all that it finds. What it finds on one branch only is no error for certain. */
function toRefusal(problems: readonly ParameterProblem[]): Refusal | undefined {
  const reports = problems.flatMap(({ report, onOneBranch }) =>
    report === undefined || onOneBranch ? [] : [report],
  );
  if (reports.length === 0) return undefined;
  return { error: "ParamValidationError", message: `Parameter validation failed:\n${reports.join("\n")}` };
}
