import { resolveExecutionRole } from "../account/execution-role.js";
import type { Environment } from "../environment.js";
import type { Value } from "../python/value.js";
import { isListed, listsOf } from "../policy/team-policy.js";
import { operationOf } from "../catalog/sagemaker-api.js";
import { pathAbove } from "../dotted-path.js";
import type { Span } from "../notebook/span.js";
import { problemsIn } from "../requests/botocore-checks.js";
import type { ParameterProblem } from "../requests/parameter-problems.js";
import { imagesIn, type EcrImage } from "../requests/images.js";
import { fileSystemsIn, type FileSystemInput } from "../requests/file-systems.js";
import { pathOfEach } from "../requests/path-steps.js";
import { isInstanceGroup } from "../requests/instance-groups.js";
import type { Field, FieldPath, JobRequest, Json } from "../requests/request.js";
import { s3PlacesIn, type Caller, type S3Location, type S3Places } from "../requests/s3-locations.js";
import { settingsOfRequest, type Settings } from "../requests/settings.js";
import { isAwsManagedAlias, readKeyReference } from "./key-reference.js";
import { isIdOfOtherKind, isPlaceholderId, isPlaceholderKey } from "./placeholder.js";

/** An id that the request is known to carry, where it was written. */
export interface WrittenId {
  readonly kind: "subnet" | "securityGroup" | "key";
  readonly value: string;
  readonly span: Span;
  readonly path: FieldPath;
  /** Sent on some way through the notebook only. */
  readonly onOneBranch: boolean;
}

/** A role that the request is known to carry. */
export interface WrittenRole {
  /** Absent: the notebook gives the name only, and the SDK asks IAM for the rest. */
  readonly arn?: string;
  /** Without its path: what IAM is asked for. */
  readonly name: string;
  /** 12 digits; absent: the caller's. */
  readonly account?: string;
  readonly span: Span;
  readonly path: FieldPath;
  readonly onOneBranch: boolean;
  /** It is what the SDK's `get_execution_role()` gives. */
  readonly isGiven?: true;
}

/** A request as rules see it: what AWS would get, with the network and the keys already found in it. */
export interface RuleRequest extends JobRequest, S3Places {
  readonly settings: Settings;
  /** Where its ids are looked up; absent: not known, and nothing can be asked of the account. */
  readonly lookUpRegion?: string;
  /** The SageMaker Python SDK that the notebook runs with, `3.27.0` or `3`; absent: not known. */
  readonly sdkVersion?: string;
  /** The ids known so far, of all branches, without placeholders; more may follow at run time. */
  readonly subnets: readonly WrittenId[];
  readonly securityGroupIds: readonly WrittenId[];
  /** Keys that the account can be asked of: not those of other regions, not those that AWS manages. */
  readonly volumeKeys: readonly WrittenId[];
  readonly outputKeys: readonly WrittenId[];
  readonly keysOfOtherRegions: readonly WrittenId[];
  readonly roles: readonly WrittenRole[];
  readonly fileSystems: readonly FileSystemInput[];
  /** Of containers, as far as ECR has them. */
  readonly images: readonly EcrImage[];
  /** Ids that the author still has to fill in. */
  readonly placeholders: readonly WrittenId[];
  /** A group's id among the subnets, or the other way round: nothing that the account can be asked of. */
  readonly idsOfOtherKinds: readonly WrittenId[];
  /** The notebook instance that the notebook runs on, where the host knows it and it is of the same region. */
  readonly notebookInstance?: string;
  /** It is at AWS already: what it takes of the account it has taken. */
  readonly isSubmitted?: true;
  /** The instance types that the team approves, where it lists them by their whole names. */
  readonly approvedTypes: readonly string[];
  /** What the service model does not allow of it, placeholders apart. */
  readonly problems: readonly ParameterProblem[];
}

/** `undefined`: an operation without settings that rules speak of, and that the service model does not judge. */
export function toRuleRequest(request: JobRequest, environment: Environment): RuleRequest | undefined {
  const settings =
    settingsFor(request) ?? (operationOf(request.operation) || request.query ? noSettings : undefined);
  if (settings === undefined) return undefined;
  const region = request.regionUnknown ? undefined : (request.region ?? environment.region);

  const caller = request.regionUnknown ? {} : callerOf(environment);
  const subnets = writtenIds(request, settings.subnets, "subnet");
  const groups = writtenIds(request, settings.securityGroupIds, "securityGroup");
  const volumeKeys = writtenIds(request, settings.volumeKmsKeyId, "key");
  const outputKeys = writtenIds(request, settings.outputKmsKeyId, "key");
  const isElsewhere = ({ value }: WrittenId) => {
    const of = readKeyReference(value).region;
    return of !== undefined && region !== undefined && of !== region;
  };
  const problems = problemsOf(request);
  const placeholders = [...subnets, ...groups, ...volumeKeys, ...outputKeys].filter(
    (id) => !isReal(id) && !problems.some((problem) => isListInText(problem, id)),
  );
  const isAsked = (key: WrittenId) => isReal(key) && !isElsewhere(key) && !isAwsManagedAlias(key.value);

  return {
    ...request,
    settings,
    ...(region === undefined ? {} : { lookUpRegion: region }),
    ...(environment.sdkVersion === undefined ? {} : { sdkVersion: environment.sdkVersion }),
    subnets: subnets.filter((id) => isReal(id) && !isOfOtherKind(id)),
    securityGroupIds: groups.filter((id) => isReal(id) && !isOfOtherKind(id)),
    idsOfOtherKinds: [...subnets, ...groups].filter((id) => isReal(id) && isOfOtherKind(id)),
    volumeKeys: volumeKeys.filter(isAsked),
    outputKeys: outputKeys.filter(isAsked),
    keysOfOtherRegions: [...volumeKeys, ...outputKeys].filter((key) => isReal(key) && isElsewhere(key)),
    roles: writtenRoles(request, settings.roleArn, environment),
    ...s3PlacesIn(request, caller),
    fileSystems: fileSystemsIn(request),
    images: imagesIn(request, caller),
    placeholders,
    ...(region === environment.region ? instanceHere(environment) : {}),
    ...(environment.isSubmitted ? { isSubmitted: true } : {}),
    approvedTypes: approvedTypesIn(environment),
    problems: problems.filter((problem) => !isOf(placeholders, problem)),
  };
}

function instanceHere({ executionRole }: Environment): Pick<RuleRequest, "notebookInstance"> {
  const at = executionRole !== undefined && "at" in executionRole ? executionRole.at : undefined;
  return at !== undefined && "notebookInstance" in at ? { notebookInstance: at.notebookInstance } : {};
}

function approvedTypesIn({ policy }: Environment): readonly string[] {
  const types = policy?.instances?.types;
  if (types === undefined) return [];
  const [names = []] = listsOf(types);
  return names.every((name) => /^ml\.[\w.-]+$/.test(name))
    ? names.filter((name) => isListed(name, types))
    : [];
}

/** Whether it has a place in S3, if perhaps one that only AWS can name. */
export function isAtS3(
  { s3Locations, placesOfCaller }: Pick<S3Places, "s3Locations" | "placesOfCaller">,
  isMeant: (place: Pick<S3Location, "path" | "use">) => boolean = () => true,
): boolean {
  return s3Locations.some(isMeant) || placesOfCaller.some(isMeant);
}

/** Whom the facts are of: every answer says the account that it was asked of. */
function callerOf({ region, facts }: Environment): Caller {
  for (const { state, read } of facts.values())
    if (state !== "unreadable" && read.account !== "")
      return { account: read.account, ...(region === undefined ? {} : { region }) };
  return region === undefined ? {} : { region };
}

/** What the service model does not allow. A definition is sent as text: nobody looks into it before it runs. */
function problemsOf(request: JobRequest): readonly ParameterProblem[] {
  if (request.step !== undefined || isInstanceGroup(request)) return [];
  const { operation, fields, parameters, part } = request;
  if (part !== undefined && parameters !== undefined)
    return problemsIn(request, parameters).filter(({ path }) => isToldAt(part, path));
  const isDefinition = (path: FieldPath) => path.startsWith("PipelineDefinition.");
  if (![...fields.keys()].some(isDefinition)) return problemsIn(request, parameters);
  const others = [...fields].filter(([path]) => !isDefinition(path));
  return problemsIn({ operation, fields: new Map(others) }, parameters);
}

/** Of parts with the same parameters each tells its own, and the first what concerns the whole of them. */
function isToldAt(part: FieldPath, path: FieldPath): boolean {
  const list = part.replace(/\[\d+\]\.$/, "[");
  return path.startsWith(list) ? `${path}.`.startsWith(part) : part === `${list}0].`;
}

const noSettings: Settings = { vpcExpected: false };

/** Several ids in one string, where a list of them belongs: no placeholder. */
function isListInText({ kind, path }: ParameterProblem, id: WrittenId): boolean {
  return kind === "type" && path === id.path && /^[-\w]+(?:\s*,\s*[-\w]+)+$/.test(id.value.trim());
}

/** The problem is that of a value that the author still has to fill in. */
function isOf(placeholders: readonly WrittenId[], { path, value }: ParameterProblem): boolean {
  const data = value?.kind === "constant" ? value.data : undefined;
  return placeholders.some((id) => id.value === data && path.replace(/\[\d+\]$/, "") === id.path);
}

/** The settings of the operation, of the request's part, as far as the client can set them. */
function settingsFor(request: JobRequest): Settings | undefined {
  const { fields, places } = request;
  const settings = settingsOfRequest(request);
  if (settings === undefined) return undefined;
  const { vpcExpected, ...paths } = settings;
  const all = Object.entries(paths);
  const settable = all.filter(
    ([, path]) => fields.has(path) || (places === undefined ? hasRoom(request, path) : places.has(path)),
  );
  if (settable.length === all.length) return settings;
  return { vpcExpected, ...Object.fromEntries(settable) };
}

/**
 * Whether the setting can be given at all: not in a structure that the author leaves out and that needs more than it,
 * as the outputs of a processing job that has none.
 */
function hasRoom(request: JobRequest, path: FieldPath): boolean {
  const { operation, fields, parameters } = request;
  const above = pathAbove(path);
  const settings = operationOf(operation)?.settings;
  const model = { get: (one: FieldPath) => settings?.get(pathOfEach(one)) };
  if (parameters === undefined || above === "") return true;
  const isThere = (structure: FieldPath): boolean =>
    structure === "" ||
    [...fields.keys()].some((one) => one === structure || one.startsWith(`${structure}.`)) ||
    (model.get(structure)?.required === true && isThere(pathAbove(structure)));
  if (isThere(above)) return true;
  const needed = model.get(above)?.members?.some((member) => model.get(`${above}.${member}`)?.required);
  return (above.endsWith("VpcConfig") || needed !== true) && hasRoom(request, above);
}

/** With the caller's own credentials: a pipeline's role asks for its steps, and AWS Batch for what it queues. */
export function isAskedByCaller({ step, through }: Pick<JobRequest, "step" | "through">): boolean {
  return step === undefined && through === undefined;
}

/** The members that are given beside one, in all branches. */
export function siblingsOf({ parameters }: RuleRequest, path: FieldPath): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: Value | undefined, [step, ...rest]: readonly string[]): void => {
    if (value?.kind === "either")
      for (const one of value.values) visit(one, step === undefined ? [] : [step, ...rest]);
    else if (value?.kind === "dict" && step !== undefined) visit(value.entries.get(step), rest);
    else if (value?.kind === "dict") for (const name of value.entries.keys()) names.add(name);
    else if ((value?.kind === "list" || value?.kind === "tuple") && step !== undefined)
      visit(value.items[Number(step)], rest);
  };
  visit(
    parameters,
    path.split(/[.[\]]+/).filter((step) => step !== ""),
  );
  return names;
}

/** The field of a setting; `undefined` when the request does not carry it or the operation has no place for it. */
export function fieldAt(request: JobRequest, path: FieldPath | undefined): Field | undefined {
  return path === undefined ? undefined : request.fields.get(path);
}

/** What completes "cannot tell: …" when some of the field is known only at run time; `undefined`: known whole. */
export function whyNotKnown(request: RuleRequest, path: FieldPath | undefined): string | undefined {
  const field = fieldAt(request, path);
  if (field === undefined || path === undefined) return undefined;
  const placeholder = request.placeholders.find((id) => id.path === path);
  if (placeholder !== undefined) return `${path}: ${placeholder.value} is a placeholder`;
  if (field.completedFrom !== undefined && request.roles.some((role) => role.path === path)) return undefined;
  if (field.state === "known" || (field.state === "conditional" && field.why === undefined)) return undefined;
  return `${path}: ${field.why ?? "known only when the notebook runs"}`;
}

/**
 * Whether the request goes without the field. A key given as "" counts as not given: SageMaker takes it so.
 * "on one branch": only on some way through the notebook.
 */
export function isMissing(
  request: JobRequest,
  path: FieldPath | undefined,
): boolean | "on one branch" | "cannot tell" {
  const field = fieldAt(request, path);
  if (field === undefined) return true;
  switch (field.state) {
    case "known":
      return isNothing(field.value);
    case "partial":
      return false;
    case "conditional": {
      const values = field.values ?? [];
      const nothing = values.filter(isNothing).length;
      if (nothing === 0) return field.why === undefined ? false : "cannot tell";
      return nothing === values.length && field.why === undefined ? true : "on one branch";
    }
    case "unknown":
      return "cannot tell";
  }
}

/**
 * The lists of ids that may be sent, one for each branch: ids of different branches never meet in one request.
 * `ids` has them with their places.
 */
export function alternativesOf(
  request: RuleRequest,
  ids: readonly WrittenId[],
): readonly (readonly WrittenId[])[] {
  const field = fieldAt(request, ids[0]?.path);
  if (field?.state !== "conditional") return [ids];
  return (field.values ?? []).map((value) => ids.filter((id) => namesIn(value).includes(id.value)));
}

/** Whether the whole list is known, so that a fix can write it anew. */
export function knownList(request: JobRequest, path: FieldPath | undefined): readonly string[] | undefined {
  const field = fieldAt(request, path);
  if (field?.state !== "known") return undefined;
  const names = namesIn(field.value);
  return Array.isArray(field.value) && names.length === field.value.length ? names : undefined;
}

const isOfOtherKind = ({ kind, value }: WrittenId): boolean =>
  isIdOfOtherKind(value, kind === "subnet" ? "subnet-" : "sg-");

const isReal = ({ kind, value }: WrittenId): boolean =>
  kind === "key" ? !isPlaceholderKey(value) : !isPlaceholderId(value, kind === "subnet" ? "subnet-" : "sg-");

function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === null || value === "";
}

function writtenIds(
  request: JobRequest,
  path: FieldPath | undefined,
  kind: WrittenId["kind"],
): readonly WrittenId[] {
  return writtenTexts(request, path).flatMap((text) =>
    text.value === "" && kind === "key" ? [] : [{ kind, ...text }],
  );
}

function writtenTexts(request: JobRequest, path: FieldPath | undefined): readonly Omit<WrittenId, "kind">[] {
  const field = fieldAt(request, path);
  if (field === undefined || path === undefined) return [];
  const onOneBranch = field.state === "conditional";
  const values = onOneBranch ? (field.values ?? []) : [field.value];
  const items = field.items ?? values.flatMap(namesIn).map((value) => ({ value, span: undefined }));
  const ids = new Map<string, Omit<WrittenId, "kind">>();
  for (const { value, span = field.span ?? request.nameSpan } of items) {
    if (typeof value !== "string") continue;
    const place = `${span.cell} ${span.from} ${value}`;
    if (!ids.has(place)) ids.set(place, { value, span, path, onOneBranch });
  }
  return [...ids.values()];
}

const roleName = /^[\w+=,.@-]{1,64}$/;
const roleForm = /^arn:aws[a-z-]*:iam::(\d{12}):role\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]{1,64})$/;

function writtenRoles(
  request: JobRequest,
  path: FieldPath | undefined,
  environment: Environment,
): readonly WrittenRole[] {
  const given = resolveExecutionRole(environment.executionRole, environment);
  const { completedFrom, span = request.nameSpan } = fieldAt(request, path) ?? {};
  if (path !== undefined && typeof completedFrom === "string" && roleName.test(completedFrom)) {
    return [{ name: completedFrom, span, path, onOneBranch: false }];
  }
  return writtenTexts(request, path).flatMap(({ value, ...where }) => {
    const [, account, name] = roleForm.exec(value) ?? [];
    if (account === undefined || name === undefined) return [];
    const isGiven = given?.state === "known" && given.arn === value;
    return [{ arn: value, name, account, ...where, ...(isGiven ? { isGiven } : {}) }];
  });
}

/** The strings of a field's value: of a list its items, else itself. */
function namesIn(value: Json | undefined): readonly string[] {
  const items: readonly (Json | undefined)[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return items.filter((item) => typeof item === "string");
}
