import { optionName } from "../dialects/aws-cli/options.js";
import type { Span } from "../notebook/span.js";
import type { Report } from "../report.js";
import { indexOf, stepsOf } from "../requests/path-steps.js";
import type { FieldPath, FieldStep, JobRequest, Json } from "../requests/request.js";
import { settingsByOperation, settingsOf, settingsOfRequest, type Settings } from "../requests/settings.js";
import type { ShellPlace } from "./place-in-shell.js";
import type { WrittenPlace } from "./written-place.js";

/** The settings whose values the account knows. */
export type OfferedSetting =
  "subnets" | "securityGroupIds" | "volumeKmsKeyId" | "outputKmsKeyId" | "roleArn" | "instanceType";

export interface Target {
  readonly setting: OfferedSetting;
  readonly path: FieldPath;
  /** The job that it is for; where none is known one that has nothing else. */
  readonly request: JobRequest;
}

const offered: readonly OfferedSetting[] = [
  "subnets",
  "securityGroupIds",
  "volumeKmsKeyId",
  "outputKmsKeyId",
  "roleArn",
  "instanceType",
];

/** What the SDKs, boto3 and people call them. */
const settingNames: Readonly<Record<string, OfferedSetting>> = {
  subnets: "subnets",
  subnet_ids: "subnets",
  subnet_id: "subnets",
  subnetids: "subnets",
  subnetid: "subnets",
  security_group_ids: "securityGroupIds",
  security_groups: "securityGroupIds",
  securitygroupids: "securityGroupIds",
  securitygroups: "securityGroupIds",
  volume_kms_key: "volumeKmsKeyId",
  volume_kms_key_id: "volumeKmsKeyId",
  volumekmskeyid: "volumeKmsKeyId",
  output_kms_key: "outputKmsKeyId",
  output_kms_key_id: "outputKmsKeyId",
  outputkmskey: "outputKmsKeyId",
  s3_kms_key: "outputKmsKeyId",
  kms_key: "outputKmsKeyId",
  kms_key_id: "outputKmsKeyId",
  kmskeyid: "outputKmsKeyId",
  kms_key_arn: "outputKmsKeyId",
  role: "roleArn",
  role_arn: "roleArn",
  rolearn: "roleArn",
  execution_role: "roleArn",
  execution_role_arn: "roleArn",
  executionrolearn: "roleArn",
  instance_type: "instanceType",
  instancetype: "instanceType",
};

/** The job and the setting that a value written in Python is for; `undefined`: none that the account could help with. */
export function targetInPython(place: WrittenPlace, span: Span, report: Report): Target | undefined {
  return (
    ofFieldAt(span, report.requests) ??
    ofCallAt(place, span, report.requests) ??
    ofName(place, span, report.requests)
  );
}

/** The same of a command. */
export function targetInShell(place: ShellPlace, span: Span, report: Report): Target | undefined {
  const wanted = place.subcommand.replaceAll("-", "");
  const operation = [...settingsByOperation.keys()].find((one) => one.toLowerCase() === wanted);
  if (operation === undefined) return undefined;
  const settings = settingsOf(operation) ?? { vpcExpected: false };
  const request = report.requests.find((one) => one.operation === operation && contains(one.span, span));
  const steps = [...place.names].reverse();
  for (const setting of offered) {
    const path = settings[setting];
    if (path === undefined) continue;
    const [member = "", ...rest] = path.split(".");
    if ([optionName(member), ...rest].join(".") === steps.join("."))
      return { setting, path, request: request ?? emptyRequest(operation, span) };
  }
  return undefined;
}

/** Values are known by where they were written, wherever that is: in a variable, in a config object. */
function ofFieldAt(span: Span, requests: readonly JobRequest[]): Target | undefined {
  for (const request of requests) {
    const settings = settingsOfRequest(request);
    for (const setting of offered) {
      const path = settings?.[setting];
      const field = path === undefined ? undefined : request.fields.get(path);
      if (path === undefined || field === undefined || field.state === "unknown") continue;
      const spans = [field.span, ...(field.items ?? []).map((item) => item.span)];
      if (spans.some((one) => one !== undefined && contains(one, span))) return { setting, path, request };
    }
  }
  return undefined;
}

/** The argument's name, in the call that the job takes the setting from. */
function ofCallAt({ names }: WrittenPlace, span: Span, requests: readonly JobRequest[]): Target | undefined {
  const steps = [...names].reverse();
  for (const request of requests) {
    const settings = settingsOfRequest(request);
    for (const setting of offered) {
      const path = settings?.[setting];
      if (path === undefined || steps.length === 0) continue;
      const place = request.places?.get(path);
      const call = place?.call ?? request.call;
      if (!contains(call.span, span) || isOfOtherPart(span, request)) continue;
      const wanted = place === undefined ? namesOf(path) : place.steps.flatMap(stepName);
      if (endsAlike(steps, wanted)) return { setting, path, request };
    }
  }
  return undefined;
}

/** A part of a request takes what is written in its own dict alone. */
function isOfOtherPart(span: Span, { part = "", objects }: JobRequest): boolean {
  const own = objects?.get(part)?.span;
  return own !== undefined && !contains(own, span);
}

function namesOf(path: FieldPath): readonly string[] {
  return stepsOf(path).filter((step) => indexOf(step) === undefined);
}

function stepName(step: FieldStep): string {
  return typeof step === "string" ? step : step.keyword;
}

/** One may begin further out than the other. */
function endsAlike(one: readonly string[], other: readonly string[]): boolean {
  const length = Math.min(one.length, other.length);
  return length > 0 && one.slice(-length).join("\n") === other.slice(-length).join("\n");
}

/** The name alone; of a job that is not known. A call that is known has its own names. */
function ofName(
  { names, siblings }: WrittenPlace,
  span: Span,
  requests: readonly JobRequest[],
): Target | undefined {
  const [name, around = ""] = names;
  const setting = name === undefined ? undefined : settingOf(name, around);
  if (setting === undefined) return undefined;
  const inCall = requests.find((one) => contains(one.span, span));
  // Messages of a chat have a "role" too
  if (name?.toLowerCase() === "role" && inCall === undefined) return undefined;
  const request = inCall ?? emptyRequest("CreateTrainingJob", span, siblings);
  const path = settingsOfRequest(request)?.[setting];
  return path === undefined ? undefined : { setting, path, request };
}

function settingOf(name: string, around: string): OfferedSetting | undefined {
  const setting = settingNames[name.toLowerCase()];
  return setting === "outputKmsKeyId" && /clusterconfig|resource|volume/i.test(around)
    ? "volumeKmsKeyId"
    : setting;
}

/** A job of which nothing else is known than what is written beside the place. */
function emptyRequest(
  operation: string,
  span: Span,
  siblings: ReadonlyMap<string, readonly string[]> = new Map(),
): JobRequest {
  const settings: Settings = settingsOf(operation) ?? { vpcExpected: false };
  const fields = new Map<FieldPath, { state: "known"; value: Json; origin: { from: "argument" } }>();
  for (const [name, values] of siblings) {
    const setting = settingOf(name, "");
    const path = setting === undefined ? undefined : settings[setting];
    const isList = setting === "subnets" || setting === "securityGroupIds";
    const value = isList ? values : values[0];
    if (path !== undefined && value !== undefined)
      fields.set(path, { state: "known", value, origin: { from: "argument" } });
  }
  const call = { callee: "", span, nameSpan: span, parentheses: span, arguments: [] };
  return {
    operation,
    client: "boto3",
    name: operation,
    span,
    nameSpan: span,
    launches: [],
    regionUnknown: false,
    localMode: false,
    fields,
    call,
  };
}

/** Its edges count: what is written next goes there. */
function contains(outer: Span, inner: Span): boolean {
  return outer.cell === inner.cell && outer.from <= inner.from && inner.to <= outer.to;
}
