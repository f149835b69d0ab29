import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { keyOf } from "../../notebook/span.js";
import type { CallRecord } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import { refusalOf } from "../../requests/botocore-checks.js";
import { fieldOf, isAbsent } from "../../requests/field-of.js";
import { isSet } from "../../requests/is-set.js";
import type { Field, FieldPath, JobRequest, Json, Refusal, UnsentSetting } from "../../requests/request.js";
import { argumentsByName } from "../arguments-by-name.js";
import { regionIn } from "../call-of.js";
import { caughtAt } from "../caught-refusal.js";
import { belowDefaultBucket } from "../default-bucket.js";
import { refusedDeleted } from "../deleted-attribute.js";
import {
  applyDefaults,
  defaultAt,
  defaultsOf,
  refusedBy,
  unheededOf,
} from "../sdk-defaults/apply-defaults.js";
import { isFilledIn } from "../sdk-defaults/is-filled-in.js";
import { isPipelineSession } from "../pipeline-values.js";
import { sentAsText } from "../sent-as-text.js";
import { logsWithoutWait } from "../sagemaker-v2/logs-without-wait.js";
import { knowsDefaults } from "../sagemaker-v2/refusals.js";
import { isTruthy } from "../sagemaker-v2/values.js";
import { evaluators, evaluatorSends, ownEvaluators } from "./evaluators.js";
import { fineTuners, fineTunerSends, otherTrainers } from "./fine-tuners.js";
import { jobClasses, type JobClass } from "./job-classes.js";
import { attributeAt, readField } from "./read-attributes.js";
import { networkEnding, refusedArguments, refusedModels } from "./refusals.js";

export type Construction = Extract<CallRecord, { kind: "construction" }>;
export type Invocation = Extract<CallRecord, { kind: "invocation" }>;

const classes: readonly JobClass[] = [
  ...jobClasses,
  ...fineTuners,
  ...otherTrainers,
  ...evaluators,
  ...ownEvaluators,
];
const found = new Map<string, JobClass | undefined>();

/** Undefined: the class is none whose objects hold all of a job. */
export function jobClassOf(type: string): JobClass | undefined {
  const known = found.get(type);
  if (known !== undefined || found.has(type)) return known;
  // Other types are the notebook's own, of which there is no end
  if (sagemakerSdk.canonicalPath(type) === undefined) return undefined;
  const job = classes.find(({ path }) => sagemakerSdk.isA(type, path));
  found.set(type, job);
  return job;
}

/**
 * The job that an object of such a class sends; undefined: it sends none.
 *
 * @param root The object as it is when it is launched.
 * @param made Objects as their constructors left them, by where they were made.
 */
export function readJob(
  record: Construction,
  root: Value | undefined,
  launches: readonly Invocation[],
  made: ReadonlyMap<string, Value>,
): JobRequest | undefined {
  const job = jobClassOf(record.type);
  const tuned = job && fineTunerSends(job, root);
  const sends = tuned && evaluatorSends(tuned, root);
  return sends && request(record, sends, root, launches, made);
}

/** The session of the object, or of the one that it is made of. */
export function sessionOf(root: Value | undefined, { models }: JobClass): Value | undefined {
  return attributeAt(root, [...models, "sagemaker_session"]);
}

function request(
  record: Construction,
  job: JobClass,
  now: Value | undefined,
  launches: readonly Invocation[],
  made: ReadonlyMap<string, Value>,
): JobRequest {
  const { site, arguments: given } = record;
  const session = sessionOf(now, job);
  const holder = attributeAt(now, job.models);
  const defaults = holder && defaultsOf(holder, session);
  const root = defaults && job.atLaunch ? job.atLaunch(now, defaults) : now;
  const fields = new Map<FieldPath, Field>();
  for (const mapped of job.mapped) {
    const field = readField(root, mapped);
    if (field) fields.set(`${job.prefix}${mapped.path}`, field);
  }
  const ofDefaults = refusedBy(defaults);
  if (defaults && job.filling) {
    const paths = job.filling.only ?? job.mapped.map(({ path }) => path);
    applyDefaults(fields, job.filling, defaults, paths, undefined);
  }
  const [launched, ...more] = launches;
  if (launched && more.length === 0) {
    const own = argumentsByName(sagemakerSdk.methodOf(launched.type, launched.method), launched.arguments);
    const below = () => belowDefaultBucket(session, defaults);
    for (const { path, shape } of job.given ?? []) {
      const value = shape({ given: own, root, belowDefaultBucket: below });
      const field = value && fieldOf(value, { from: value.span ? "argument" : "SDK default" });
      if (field) fields.set(`${job.prefix}${path}`, field);
    }
  }
  const tags = job.tags?.(root, (key) => defaults && defaultAt(key, defaults));
  // AWS Batch has them for its own
  const isQueued = launches.some(({ through }) => through !== undefined);
  if (tags && !isQueued) fields.set("Tags", tags);
  const outputs = launches.length === 0 || launches.some((launch) => hasOutputs(launch, job) !== false);
  const notSent = outputs ? [] : job.onlyWithOutputs;
  for (const path of job.onlyWithOutputs) {
    const field = fields.get(path);
    if (!outputs) fields.delete(path);
    else if (field?.state === "known" && launches.some((launch) => hasOutputs(launch, job) === "maybe")) {
      const { value, ...rest } = field;
      fields.set(path, { ...rest, state: "conditional", values: [value, undefined] });
    }
  }
  const network = networkEnding(root, job);
  // The defaults have added the other half
  const isWhole = ["Subnets", "SecurityGroupIds"].every((name) =>
    fields.has(`${job.prefix}NetworkConfig.VpcConfig.${name}`),
  );
  const isMended = network.halfVpc === "botocore refuses" && isWhole;
  const { halfVpc, refused: ofNetwork, sendsNone } = isMended ? {} : network;
  if (sendsNone === true)
    for (const name of ["Subnets", "SecurityGroupIds"]) fields.delete(`${job.prefix}VpcConfig.${name}`);
  const inPipeline = session?.kind === "object" && isPipelineSession(session.type, sagemakerSdk);
  const refusedMaking =
    ofDefaults?.refused ??
    job.requires?.find(
      ({ name }) => isTruthy(attributeAt(root, [name])) === false && (name !== "role" || knowsDefaults(root)),
    )?.refusal ??
    // A class method makes the constructor's arguments out of its own
    (job.isModel && !/\.from_\w+$/.test(site.callee)
      ? (refusedArguments(record.type, given, sagemakerSdk) ?? job.refusesOwn?.(root))
      : undefined) ??
    refusedModels(holder, sagemakerSdk) ??
    job.refusesObject?.(root);
  const refusedSending =
    (launched && refusedDeleted(now, (name) => job.mapped.some(({ from }) => from[0] === name))) ??
    refusedGiven(job, root, launches) ??
    ofNetwork ??
    (job.waitsForLogs && !inPipeline
      ? launches.map(refusedLaunch).find((one) => one !== undefined)
      : undefined) ??
    refusalOf(job.operation, fields, { whole: false });
  const refused =
    caughtAt(refusedMaking, site) ??
    caughtAt(refusedSending, launches.length === 1 ? launched?.site : undefined);
  const isMade = refusedMaking === undefined || refused?.isCaught !== true;
  // No botocore is asked about a definition, which leaves empty lists out
  if (inPipeline) for (const [path, { value }] of fields) if (isEmptyList(value)) fields.delete(path);
  const objects = objectsOf(root, job);
  const unsent = job.unsent.flatMap(({ from, setting, of }): UnsentSetting[] => {
    const value = attributeAt(root, from);
    const name = from.at(-1) ?? "";
    if (!value || !isSet(value)) return [];
    return [
      { setting, name, ...(of === undefined ? {} : { of }), ...(value.span ? { span: value.span } : {}) },
    ];
  });
  const setLater = [
    ...laterPaths(record, now, job, made),
    ...notSent,
    ...(job.cannotSet ?? []).map((path) => `${job.prefix}${path}`),
  ];
  const through = launches.every((one) => one.through) ? launched?.through : undefined;
  const own: JobRequest = {
    operation: job.operation,
    client: "sagemaker-v3",
    name: record.type.slice(record.type.lastIndexOf(".") + 1),
    span: site.span,
    nameSpan: site.nameSpan,
    launches: isMade ? launches.map((launch) => launch.site.span) : [],
    ...(through ? { through } : {}),
    // AWS Batch is asked in the environment's region, whatever the trainer's session says
    ...regionIn(through ? undefined : session),
    localMode: localMode(root, job),
    fields,
    ...(refused ? { refused } : {}),
    ...(ofDefaults ? { refusedDefaults: ofDefaults.refusedDefaults } : {}),
    ...(defaults && job.unheeded ? { unsentDefaults: unheededOf(job.unheeded, defaults, fields) } : {}),
    ...(halfVpc ? { halfVpc } : {}),
    ...(setLater.length > 0 ? { setLater } : {}),
    ...(unsent.length > 0 ? { unsent } : {}),
    ...(job.tags && !inPipeline && !isQueued ? { followed: ["Tags"] } : {}),
    objects,
    call: { ...site, callee: record.type },
  };
  return job.inPipeline ? asSteps(own, job) : inPipeline ? sentAsText(own) : own;
}

function asSteps(own: JobRequest, { operation, prefix }: JobClass): JobRequest {
  return { ...sentAsText(own), operation: "CreatePipeline", part: prefix, step: { at: prefix, operation } };
}

function refusedLaunch({ type, method, arguments: given }: Invocation): Refusal | undefined {
  const signature = sagemakerSdk.methodOf(type, method);
  return logsWithoutWait(signature, argumentsByName(signature, given));
}

function refusedGiven(
  { refusesLaunch }: JobClass,
  root: Value | undefined,
  [launched, ...more]: readonly Invocation[],
): Refusal | undefined {
  if (refusesLaunch === undefined || launched === undefined || more.length > 0) return undefined;
  const given = argumentsByName(sagemakerSdk.methodOf(launched.type, launched.method), launched.arguments);
  return refusesLaunch({ given, root, belowDefaultBucket: () => belowDefaultBucket(undefined, undefined) });
}

/** A processing job without outputs is sent without its output configuration. */
function hasOutputs(
  { type, method, arguments: given }: Invocation,
  { outputs }: JobClass,
): boolean | "maybe" {
  if (method !== "run") return true;
  const parameters = argumentsByName(sagemakerSdk.methodOf(type, method), given);
  const all = outputs.map((name) => isTruthy(parameters.get(name)));
  return all.includes(true) || (all.includes("maybe") ? "maybe" : false);
}

function isEmptyList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}

function objectsOf(root: Value | undefined, { classes }: JobClass): Map<string, Value> {
  const objects = new Map<string, Value>();
  for (const name of classes.keys()) {
    const value = attributeAt(root, [name]);
    if (value && !isAbsent(value)) objects.set(name, value);
  }
  return objects;
}

/** Attributes that are not as the constructor of their object left them: set anew, or a list that grew. */
function laterPaths(
  { self }: Construction,
  root: Value | undefined,
  { mapped, prefix }: JobClass,
  made: ReadonlyMap<string, Value>,
): FieldPath[] {
  return mapped.flatMap(({ from, path }) => {
    const holder = attributeAt(root, from.slice(0, -1));
    const built = holder?.span && made.get(keyOf(holder.span));
    const before = built ? attributeAt(built, from.slice(-1)) : attributeAt(self, from);
    const now = attributeAt(root, from);
    const given = attributeAt(self, from.slice(0, -1));
    const isTakenAway = from.length > 1 && isAbsent(holder) && !isAbsent(given);
    if (isTakenAway) return [`${prefix}${path}`];
    return sameValue(before, now) || isFilledIn(now) ? [] : [`${prefix}${path}`];
  });
}

function sameValue(left: Value | undefined, right: Value | undefined): boolean {
  return JSON.stringify(left, plain) === JSON.stringify(right, plain);
}

function plain(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value;
}

function localMode(root: Value | undefined, { models, operation }: JobClass): boolean | "maybe" {
  const [name, isLocal] =
    operation === "CreateProcessingJob"
      ? ["instance_type", /^local/]
      : ["training_mode", /^LOCAL_CONTAINER$/];
  const value = attributeAt(root, [...models, name]);
  const values = value?.kind === "either" ? value.values : value ? [value] : [];
  const local = values.map((one) => one.kind === "constant" && isLocal.test(String(one.data)));
  if (local.length > 0 && local.every(Boolean)) return true;
  // An instance type that is not known is hardly ever local
  const unsure = name === "training_mode" && values.some(({ kind }) => kind === "unknown");
  return local.some(Boolean) || unsure ? "maybe" : false;
}
