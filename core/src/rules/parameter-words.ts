import type { ApiShape } from "../catalog/sagemaker-api.js";
import type { Evidence } from "../report.js";
import type { ParameterProblem } from "../requests/parameter-problems.js";
import type { FieldPath } from "../requests/request.js";
import type { RuleFinding } from "./define-rule.js";
import { isPlaceholderText } from "./placeholder.js";
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

/**
 * Whether a value is there on one branch only, and is nothing: `role = ""` before the loop that looks for it. Authors
 * write so what they do not have yet. Where the call itself says it, `VpcConfig=network if private else None`, it is
 * what may be sent.
 */
export function isNothingYet(
  { span: call }: RuleRequest,
  { onOneBranch, value, span }: ParameterProblem,
): boolean {
  const isNothing =
    value?.kind === "constant"
      ? value.data === null || value.data === ""
      : value?.kind === "list" && value.items.length === 0;
  const isInCall = span?.cell === call.cell && span.from >= call.from && span.to <= call.to;
  return onOneBranch && isNothing && span !== undefined && !isInCall;
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

export function isPlaceholder({ value }: ParameterProblem): boolean {
  return value?.kind === "constant" && typeof value.data === "string" && isPlaceholderText(value.data);
}

/** The text of a value that is a string, a number or a boolean, as a message quotes it. */
export function shown({ value }: ParameterProblem): string {
  const data = value?.kind === "constant" ? value.data : undefined;
  if (typeof data === "string") return `"${data.length > 60 ? `${data.slice(0, 57)}…` : data}"`;
  if (typeof data === "boolean") return data ? "True" : "False";
  return data === null ? "None" : String(data ?? "");
}

/** What a string must be, as a sentence goes on: in words, or the model's own pattern. */
export function takes({ pattern, enum: values, min }: ApiShape): string {
  if (values !== undefined && values.length <= mostListed) return `it takes ${oneOf(values.map(quoted))}`;
  if (pattern === undefined) return `it takes at least ${min} characters`;
  const form = formOf(pattern);
  return form === undefined ? `it has to match ${pattern}` : `it takes ${form}`;
}

/** Undefined: the pattern is none of the common ones. */
export function formOf(pattern: string): string | undefined {
  const form = forms.find((one) => one.pattern.test(pattern));
  if (form) return form.says;
  const [, service, resource = ""] = arnOf.exec(pattern) ?? [];
  return service && `an ARN like arn:aws:${service}:REGION:ACCOUNT:${resource}NAME`;
}

/** `a, b or c` */
export function oneOf(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}`;
}

/** Values that a message tells one by one. */
export const mostListed = 4;

function quoted(text: string): string {
  return `"${text}"`;
}

/** `-*` between two characters is any number of hyphens. */
const forms: readonly { readonly pattern: RegExp; readonly says: string }[] = [
  {
    pattern: /^arn:aws.*:iam::.*role/,
    says: "a role's whole ARN, arn:aws:iam::ACCOUNT:role/NAME with an ACCOUNT of 12 digits",
  },
  { pattern: /^\(?(https\|s3|s3)\)?:\/\//, says: "an address like s3://BUCKET/PREFIX" },
  { pattern: /^\(fs-\[/, says: "the id of a file system, which begins with fs-" },
  {
    pattern:
      /^\[a-zA-Z0-9\](\(-\*\[a-zA-Z0-9\]\)(\{0,\d+\}|\*)|\(\[\\-a-zA-Z0-9\]\*\[a-zA-Z0-9\]\)\?|\+\(-\[a-zA-Z0-9\]\+\)\*)$/,
    says: "letters, digits, and hyphens between them",
  },
  {
    pattern: /^\(arn:.*\)\?\(\[a-zA-Z0-9\](\(-\*\[a-zA-Z0-9\]\)|\(\[a-zA-Z0-9\\?-\]\))\{0,\d+\}\)/,
    says: "letters, digits, and hyphens between them, or an ARN",
  },
  { pattern: /^\[-0-9a-zA-Z\]\+$/, says: "letters, digits and hyphens" },
  { pattern: /^\[a-zA-Z0-9:\/_-\]\*$/, says: "letters, digits and :/_-" },
  {
    pattern: /^\(\[\\p\{L\}\\p\{Z\}\\p\{N\}_\.:\/=\+\\-@\]\*\)$/,
    says: "letters, digits, spaces and _.:/=+-@",
  },
  { pattern: /^\[\\S\]\+$/, says: "at least one character, and no spaces" },
];

/** The service, and how the resource begins. */
const arnOf = /^arn:aws[^:]*:([a-z]+):\[[^:]*:\[0-9\]\{12\}:((?:[a-z]+-?)+\\?[/:])?/;
