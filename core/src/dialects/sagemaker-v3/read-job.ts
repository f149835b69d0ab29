import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { lastName } from "../../dotted-path.js";
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
import { isPipelineSession } from "../pipeline-values.js";
import { sentAsText } from "../sent-as-text.js";
import { logsWithoutWait } from "../sagemaker-v2/logs-without-wait.js";
import { knowsDefaults } from "../sagemaker-v2/refusals.js";
import { isTruthy } from "../sagemaker-v2/values.js";
import { evaluators, evaluatorSends, ownEvaluators } from "./evaluators.js";
import { fineTuners, fineTunerSends, otherTrainers } from "./fine-tuners.js";
import { jobClasses, type JobClass } from "./job-classes.js";
import { laterPaths } from "./later-paths.js";
import type { Launched } from "./launch-fields.js";
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
  return sends && new Reading(record, sends, root, launches, made).request();
}

/** The session of the object, or of the one that it is made of. */
export function sessionOf(root: Value | undefined, { models }: JobClass): Value | undefined {
  return attributeAt(root, [...models, "sagemaker_session"]);
}

class Reading {
  private readonly fields = new Map<FieldPath, Field>();
  private readonly session: Value | undefined;
  /** The object that holds the settings. */
  private readonly holder: Value | undefined;
  private readonly defaults: Value | undefined;
  /** The object as its launch reads it. */
  private readonly root: Value | undefined;
  private readonly inPipeline: boolean;
  /** Where there is one launch: the others of its kind may be given something else. */
  private readonly launched: Launched | undefined;
  /** AWS Batch has tags for its own. */
  private readonly isQueued: boolean;
  private readonly notSent: FieldPath[] = [];

  constructor(
    private readonly record: Construction,
    private readonly job: JobClass,
    private readonly now: Value | undefined,
    private readonly launches: readonly Invocation[],
    private readonly made: ReadonlyMap<string, Value>,
  ) {
    this.session = sessionOf(now, job);
    this.holder = attributeAt(now, job.models);
    this.defaults = this.holder && defaultsOf(this.holder, this.session);
    this.root = this.defaults && job.atLaunch ? job.atLaunch(now, this.defaults) : now;
    this.inPipeline = this.session?.kind === "object" && isPipelineSession(this.session.type, sagemakerSdk);
    this.launched = this.launchedOnce();
    this.isQueued = launches.some(({ through }) => through !== undefined);
  }

  request(): JobRequest {
    const { record, job, session, defaults, launches, fields } = this;
    const { site } = record;
    this.readSettings();
    this.enterTags();
    this.leaveOutOutputs();
    const network = this.endNetwork();
    const ofDefaults = refusedBy(defaults);
    const { refused, isMade } = this.refusals(ofDefaults?.refused, network.refused);
    // No botocore is asked about a definition, which leaves empty lists out
    if (this.inPipeline) for (const [path, { value }] of fields) if (isEmptyList(value)) fields.delete(path);
    const through = launches.every((launch) => launch.through) ? launches[0]?.through : undefined;
    const unsent = unsentSettings(this.root, job);
    const setLater = this.setLater();
    const own: JobRequest = {
      operation: job.operation,
      client: "sagemaker-v3",
      name: lastName(record.type),
      span: site.span,
      nameSpan: site.nameSpan,
      launches: isMade ? launches.map((launch) => launch.site.span) : [],
      ...(through ? { through } : {}),
      // AWS Batch is asked in the environment's region, whatever the trainer's session says
      ...regionIn(through ? undefined : session),
      localMode: localMode(this.root, job),
      fields,
      ...(refused ? { refused } : {}),
      ...(ofDefaults ? { refusedDefaults: ofDefaults.refusedDefaults } : {}),
      ...(defaults && job.unheeded ? { unsentDefaults: unheededOf(job.unheeded, defaults, fields) } : {}),
      ...(network.halfVpc ? { halfVpc: network.halfVpc } : {}),
      ...(setLater.length > 0 ? { setLater } : {}),
      ...(unsent.length > 0 ? { unsent } : {}),
      ...(job.tags && !this.inPipeline && !this.isQueued ? { followed: ["Tags"] } : {}),
      objects: objectsOf(this.root, job),
      call: {
        ...site,
        callee: record.type,
        ...(job.sendsNothing?.(this.root) === true ? { arguments: [] } : {}),
      },
    };
    return job.inPipeline ? asSteps(own, job) : this.inPipeline ? sentAsText(own) : own;
  }

  private launchedOnce(): Launched | undefined {
    const [launch, ...more] = this.launches;
    if (launch === undefined || more.length > 0) return undefined;
    return {
      given: argumentsByName(sagemakerSdk.methodOf(launch.type, launch.method), launch.arguments),
      root: this.root,
      belowDefaultBucket: () => belowDefaultBucket(this.session, this.defaults),
    };
  }

  /** What the object has, then what the defaults fill in, then what the launch is given. */
  private readSettings(): void {
    const { job, root, defaults, launched, fields } = this;
    for (const mapped of job.mapped) {
      const field = readField(root, mapped);
      if (field) fields.set(`${job.prefix}${mapped.path}`, field);
    }
    if (defaults && job.filling) {
      const paths = job.filling.only ?? job.mapped.map(({ path }) => path);
      applyDefaults(fields, job.filling, defaults, paths, undefined);
    }
    if (launched === undefined) return;
    for (const { path, shape } of job.given ?? []) {
      const value = shape(launched);
      const field = value && fieldOf(value, { from: value.span ? "argument" : "SDK default" });
      if (field) fields.set(`${job.prefix}${path}`, field);
    }
  }

  private enterTags(): void {
    const { job, defaults } = this;
    const tags = job.tags?.(this.root, (key) => defaults && defaultAt(key, defaults));
    if (tags && !this.isQueued) this.fields.set("Tags", tags);
  }

  /** A processing job without outputs is sent without what belongs to them. */
  private leaveOutOutputs(): void {
    const { job, launches, fields } = this;
    const outputs = launches.map((launch) => hasOutputs(launch, job));
    const isSent = outputs.length === 0 || outputs.some((one) => one !== false);
    if (!isSent) this.notSent.push(...job.onlyWithOutputs);
    for (const path of job.onlyWithOutputs) {
      const field = fields.get(path);
      if (!isSent) fields.delete(path);
      else if (field?.state === "known" && outputs.includes("maybe")) {
        const { value, ...rest } = field;
        fields.set(path, { ...rest, state: "conditional", values: [value, undefined] });
      }
    }
  }

  private endNetwork(): Pick<JobRequest, "halfVpc" | "refused"> {
    const { job, fields } = this;
    const ending = networkEnding(this.root, job);
    // The defaults have added the other half
    const isWhole = ["Subnets", "SecurityGroupIds"].every((name) =>
      fields.has(`${job.prefix}NetworkConfig.VpcConfig.${name}`),
    );
    if (ending.halfVpc === "botocore refuses" && isWhole) return {};
    if (ending.sendsNone === true)
      for (const name of ["Subnets", "SecurityGroupIds"]) fields.delete(`${job.prefix}VpcConfig.${name}`);
    return ending;
  }

  /** Why it is not sent, and whether the notebook goes on with an object all the same. */
  private refusals(
    ofDefaults: Refusal | undefined,
    ofNetwork: Refusal | undefined,
  ): { readonly refused: Refusal | undefined; readonly isMade: boolean } {
    const { record, launches } = this;
    const making = ofDefaults ?? this.refusedMaking();
    const sending = this.refusedSending(ofNetwork);
    const refused =
      caughtAt(making, record.site) ??
      caughtAt(sending, launches.length === 1 ? launches[0]?.site : undefined);
    return { refused, isMade: making === undefined || refused?.isCaught !== true };
  }

  private refusedMaking(): Refusal | undefined {
    const { record, job, root, holder } = this;
    const missing = job.requires?.find(
      ({ name }) => isTruthy(attributeAt(root, [name])) === false && (name !== "role" || knowsDefaults(root)),
    );
    // A class method makes the constructor's arguments out of its own
    const isCalled = job.isModel && !/\.from_\w+$/.test(record.site.callee);
    return (
      missing?.refusal ??
      (isCalled
        ? (refusedArguments(record.type, record.arguments, sagemakerSdk) ??
          job.refusesOwn?.(root, record.arguments.keywords))
        : undefined) ??
      refusedModels(holder, sagemakerSdk) ??
      job.refusesObject?.(root)
    );
  }

  private refusedSending(ofNetwork: Refusal | undefined): Refusal | undefined {
    const { job, now, launches, launched } = this;
    const isOfJob = (name: string) => job.mapped.some(({ from }) => from[0] === name);
    // botocore is not asked for what runs on this machine
    const isLocal = localMode(this.root, job) !== false;
    const ofLogs = job.waitsForLogs && !this.inPipeline ? launches.map(refusedLogs) : [];
    return (
      (launches.length > 0 ? refusedDeleted(now, isOfJob) : undefined) ??
      (launched && job.refusesLaunch?.(launched)) ??
      (isLocal && ofNetwork?.error === "ParamValidationError" ? undefined : ofNetwork) ??
      ofLogs.find((one) => one !== undefined) ??
      (isLocal ? undefined : refusalOf(job.operation, this.fields, { whole: false }))
    );
  }

  /** What is not set at the constructor, or not by an argument. */
  private setLater(): readonly FieldPath[] {
    const { record, job, now, made } = this;
    const cannotSet = (job.cannotSet ?? []).map((path) => `${job.prefix}${path}`);
    return [...laterPaths(record, now, job, made), ...this.notSent, ...cannotSet];
  }
}

function asSteps(own: JobRequest, { operation, prefix }: JobClass): JobRequest {
  return { ...sentAsText(own), operation: "CreatePipeline", part: prefix, step: { at: prefix, operation } };
}

function refusedLogs({ type, method, arguments: given }: Invocation): Refusal | undefined {
  const signature = sagemakerSdk.methodOf(type, method);
  return logsWithoutWait(signature, argumentsByName(signature, given));
}

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

function unsentSettings(root: Value | undefined, { unsent }: JobClass): UnsentSetting[] {
  return unsent.flatMap(({ from, setting, of }): UnsentSetting[] => {
    const value = attributeAt(root, from);
    if (!value || !isSet(value)) return [];
    const name = from.at(-1) ?? "";
    return [
      { setting, name, ...(of === undefined ? {} : { of }), ...(value.span ? { span: value.span } : {}) },
    ];
  });
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
