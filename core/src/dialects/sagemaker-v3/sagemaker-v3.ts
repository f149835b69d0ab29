import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { freeze } from "../../python/freeze.js";
import type { Span } from "../../notebook/span.js";
import type { CallRecord } from "../../python/record.js";
import { presentValue } from "../../python/text-version.js";
import type { Value } from "../../python/value.js";
import { refusalOf } from "../../requests/botocore-checks.js";
import { isAbsent } from "../../requests/field-of.js";
import { isSet } from "../../requests/is-set.js";
import type { Field, FieldChange, FieldPath, JobRequest, UnsentSetting } from "../../requests/request.js";
import { joinRequests, regionIn } from "../call-of.js";
import type { Dialect } from "../dialect.js";
import { readFamilies, writePlaces } from "../sagemaker-v2/sagemaker-v2.js";
import { applyDefaults, defaultsOf, refusedBy, unheededOf } from "../sdk-defaults/apply-defaults.js";
import type { PlacedValue } from "../write/placed-value.js";
import { isFilledIn } from "../sdk-defaults/is-filled-in.js";
import { stepsThrough, writeCalls } from "../write/write-call.js";
import { fineTuners, fineTunerSends } from "./fine-tuners.js";
import { jobClasses, type JobClass } from "./job-classes.js";
import { attributeAt, readField } from "./read-attributes.js";
import { networkEnding, refusedArguments, refusedModels } from "./refusals.js";

type Construction = Extract<CallRecord, { kind: "construction" }>;
type Invocation = Extract<CallRecord, { kind: "invocation" }>;

/** The SageMaker Python SDK, version 3: a job is an object that holds others, sent as all of them are at its launch. */
export const sagemakerV3Dialect: Dialect = {
  read(records, run) {
    const launches = new Map<number, Invocation[]>();
    for (const record of records) {
      if (record.kind !== "invocation" || record.id === undefined || isDryRun(record)) continue;
      launches.set(record.id, [...(launches.get(record.id) ?? []), record]);
    }
    const made = new Map(
      records.flatMap((record) =>
        record.kind === "construction" ? [[placeOf(record.site.span), record.self]] : [],
      ),
    );
    const tuned = new Set(records.flatMap(heldTrainer));
    const requests = records.flatMap((record) => {
      const job = record.kind === "construction" ? jobClassOf(record.type) : undefined;
      if (record.kind !== "construction" || !job) return [];
      const own = (launches.get(record.id) ?? []).filter(({ method }) => job.launches.has(method));
      // Its job is the tuner's
      if (own.length === 0 && tuned.has(placeOf(record.site.span))) return [];
      const last = () => presentValue(freeze({ kind: "reference", id: record.id }, run.state));
      return own.length === 0
        ? sent(record, job, last(), [], made)
        : own.flatMap((launch) => sent(record, job, launch.self, [launch], made));
    });
    return [...joinRequests(requests), ...readFamilies(records, run, (client) => client === "sagemaker-v3")];
  },

  write(request, changes, notebook, surroundings) {
    if (request.places) return writePlaces(request, changes, notebook, surroundings);
    const job = jobClassOf(request.call.callee);
    const isSetLater = (path: FieldPath) => request.setLater?.includes(path) === true;
    const isNotSent = ({ path }: FieldChange) =>
      isSetLater(path) && [...(job?.onlyWithOutputs ?? []), ...(job?.cannotSet ?? [])].includes(path);
    if (changes.some(isNotSent)) return undefined;
    const names = new Map(job?.mapped.map(({ from, path }) => [`${job.prefix}${path}`, from]));
    const values: PlacedValue[] = [];
    for (const { path, value, onlyWhereMissing } of changes) {
      const own = names.get(path);
      if (!own) return undefined;
      const steps = stepsThrough(own, (keywords) => job?.classes.get(keywords.join(".")));
      values.push({
        call: request.call,
        steps,
        value,
        isSetLater: isSetLater(path),
        ...(onlyWhereMissing ? { onlyWhereMissing } : {}),
      });
    }
    return writeCalls(values, notebook, {
      canonicalPath: (path) => sagemakerSdk.canonicalPath(path),
      ...(request.objects ? { held: request.objects } : {}),
      ...(surroundings ? { surroundings } : {}),
    });
  },
};

const classes: readonly JobClass[] = [...jobClasses, ...fineTuners];
const found = new Map<string, JobClass | undefined>();

function jobClassOf(type: string): JobClass | undefined {
  if (found.has(type)) return found.get(type);
  const job = classes.find(({ path }) => sagemakerSdk.isA(type, path));
  // Other types are the notebook's own, of which there is no end
  if (job || sagemakerSdk.canonicalPath(type) !== undefined) found.set(type, job);
  return job;
}

/** The place of the trainer that a tuner was constructed with. */
function heldTrainer(record: CallRecord): string[] {
  const models = record.kind === "construction" ? (jobClassOf(record.type)?.models ?? []) : [];
  const held = record.self && models.length > 0 ? attributeAt(record.self, models) : undefined;
  return held?.span ? [placeOf(held.span)] : [];
}

/** A processing job without outputs is sent without its output configuration. */
function hasOutputs({ type, method, arguments: given }: Invocation): boolean | "maybe" {
  if (method !== "run") return true;
  const at =
    sagemakerSdk.methodOf(type, method)?.parameters.findIndex(({ name }) => name === "outputs") ?? -1;
  const outputs = given.keywords.get("outputs") ?? given.positional[at];
  if (outputs === undefined) return given.openKeywords || given.openPositional ? "maybe" : false;
  if (isAbsent(outputs)) return false;
  if (outputs.kind === "list" || outputs.kind === "tuple")
    return outputs.items.length > 0 || (outputs.open ? "maybe" : false);
  return "maybe";
}

function isDryRun({ arguments: { keywords } }: Invocation): boolean {
  const dry = keywords.get("dry_run");
  return dry?.kind === "constant" && dry.data === true;
}

function sent(
  record: Construction,
  job: JobClass,
  root: Value | undefined,
  launches: readonly Invocation[],
  made: ReadonlyMap<string, Value>,
): readonly JobRequest[] {
  const sends = fineTunerSends(job, root);
  return sends ? [request(record, sends, root, launches, made)] : [];
}

function request(
  record: Construction,
  job: JobClass,
  root: Value | undefined,
  launches: readonly Invocation[],
  made: ReadonlyMap<string, Value>,
): JobRequest {
  const { site, arguments: given } = record;
  const fields = new Map<FieldPath, Field>();
  for (const mapped of job.mapped) {
    const field = readField(root, mapped);
    if (field) fields.set(`${job.prefix}${mapped.path}`, field);
  }
  const session = attributeAt(root, [...job.models, "sagemaker_session"]);
  const holder = attributeAt(root, job.models);
  const defaults = holder && defaultsOf(holder, session);
  const ofDefaults = refusedBy(defaults);
  if (defaults && job.filling) {
    const paths = job.mapped.map(({ path }) => path);
    applyDefaults(fields, job.filling, defaults, paths, undefined);
  }
  const outputs = launches.length === 0 || launches.some(hasOutputs);
  const notSent = outputs ? [] : job.onlyWithOutputs;
  for (const path of job.onlyWithOutputs) {
    const field = fields.get(path);
    if (!outputs) fields.delete(path);
    else if (field?.state === "known" && launches.some((launch) => hasOutputs(launch) === "maybe")) {
      const { value, ...rest } = field;
      fields.set(path, { ...rest, state: "conditional", values: [value, undefined] });
    }
  }
  const { halfVpc, refused: ofNetwork, sendsNone } = networkEnding(root, job);
  if (sendsNone === true)
    for (const name of ["Subnets", "SecurityGroupIds"]) fields.delete(`${job.prefix}VpcConfig.${name}`);
  const refused =
    ofDefaults?.refused ??
    // A class method makes the constructor's arguments out of its own
    (job.isModel && !/\.from_\w+$/.test(site.callee)
      ? refusedArguments(record.type, given, sagemakerSdk)
      : undefined) ??
    refusedModels(holder, sagemakerSdk) ??
    ofNetwork ??
    refusalOf(job.operation, fields, { whole: false });
  const objects = objectsOf(root, job);
  const unsent = job.unsent.flatMap(({ from, setting, of }): UnsentSetting[] => {
    const value = attributeAt(root, from);
    const name = from.at(-1) ?? "";
    if (!value || !isSet(value)) return [];
    return [
      { setting, name, ...(of === undefined ? {} : { of }), ...(value.span ? { span: value.span } : {}) },
    ];
  });
  const setLater = [...laterPaths(record, root, job, made), ...notSent, ...(job.cannotSet ?? [])];
  return {
    operation: job.operation,
    client: "sagemaker-v3",
    name: record.type.slice(record.type.lastIndexOf(".") + 1),
    span: site.span,
    nameSpan: site.nameSpan,
    launches: launches.map((launch) => launch.site.span),
    ...regionIn(session),
    localMode: localMode(root, job),
    fields,
    ...(refused ? { refused } : {}),
    ...(ofDefaults ? { refusedDefaults: ofDefaults.refusedDefaults } : {}),
    ...(defaults && job.unheeded ? { unsentDefaults: unheededOf(job.unheeded, defaults, fields) } : {}),
    ...(halfVpc ? { halfVpc } : {}),
    ...(setLater.length > 0 ? { setLater } : {}),
    ...(unsent.length > 0 ? { unsent } : {}),
    objects,
    call: { ...site, callee: record.type },
  };
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
    const built = holder?.span && made.get(placeOf(holder.span));
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

function placeOf({ cell, from, to }: Span): string {
  return `${cell} ${from} ${to}`;
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
