import type { ApiShape } from "../catalog/sagemaker-api.js";
import type { Evidence } from "../report.js";
import type { ParameterProblem } from "../requests/parameter-problems.js";
import type { FieldPath } from "../requests/request.js";
import type { RuleFinding } from "./define-rule.js";
import type { RuleRequest } from "./rule-request.js";

/** Who refuses the request for it, and when, as a sentence ends. */
export function ending(
  { client, settings, name, refused }: RuleRequest,
  { refusedBy }: ParameterProblem,
): string {
  if (refusedBy === "AWS") return "AWS refuses the request";
  if (client === "aws-cli") return "the AWS CLI refuses it, and nothing is sent";
  const ends = settings.vpcExpected ? "no job starts" : "nothing is sent";
  const error = refused?.error ?? "ParamValidationError";
  const who = error !== "ParamValidationError" ? name : client === "boto3" ? "boto3" : "botocore";
  return `${who} raises ${error}, and ${ends}`;
}

/**
 * A value of one branch is often what is left where another one failed or was not taken, `except: role = None`, and
 * whether the call is reached with it depends on conditions that are not known: advice, and no more.
 */
export function likelihoodOf({
  onOneBranch,
}: ParameterProblem): Pick<RuleFinding, "onOneBranch" | "severity"> {
  return onOneBranch ? { onOneBranch, severity: "info" } : {};
}

/** What is at the path, as a sentence begins. */
export function subjectOf(path: FieldPath, operation: string): string {
  return path === "" ? operation : path;
}

/** The page of the operation, with botocore's own words where it has some. */
export function evidenceOf({ operation }: RuleRequest, { report }: ParameterProblem): readonly Evidence[] {
  return [
    {
      kind: "document",
      says: report ?? `the model of the API that botocore has, ${operation}`,
      url: `https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_${operation}.html`,
    },
  ];
}

/** The text of a value that is a string, a number or a boolean, as a message quotes it. */
export function shown({ value }: ParameterProblem): string {
  const data = value?.kind === "constant" ? value.data : undefined;
  if (typeof data === "string") return `"${data.length > 60 ? `${data.slice(0, 57)}…` : data}"`;
  if (typeof data === "boolean") return data ? "True" : "False";
  return data === null ? "None" : String(data ?? "");
}

/** In words, the form that a string must have; undefined: the model's pattern is none of the common ones. */
export function formOf({ pattern = "" }: ApiShape): string | undefined {
  return forms.find((form) => form.pattern.test(pattern))?.says;
}

const forms: readonly { readonly pattern: RegExp; readonly says: string }[] = [
  { pattern: /^arn:aws.*:iam::.*role/, says: "a role's whole ARN, arn:aws:iam::ACCOUNT:role/NAME" },
  { pattern: /^\(?(https\|s3|s3)\)?:\/\//, says: "an address that begins with s3://" },
  {
    pattern: /^\[a-zA-Z0-9\]\(-\*\[a-zA-Z0-9\]\)(\{0,\d+\}|\*)$/,
    says: "letters, digits and single hyphens between them",
  },
  { pattern: /^\[-0-9a-zA-Z\]\+$/, says: "letters, digits and hyphens" },
  { pattern: /^\[a-zA-Z0-9:\/_-\]\*$/, says: "letters, digits and :/_-" },
];
