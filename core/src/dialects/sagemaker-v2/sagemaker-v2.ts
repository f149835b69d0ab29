import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { lastName } from "../../dotted-path.js";
import type { Notebook } from "../../notebook/notebook.js";
import { keyOf, type Edit, type Span } from "../../notebook/span.js";
import { freeze } from "../../python/freeze.js";
import type { Argument } from "../../python/call-site.js";
import type { CallRecord } from "../../python/record.js";
import { presentValue } from "../../python/present.js";
import type { Value } from "../../python/value.js";
import type { ClientId, FieldChange, FieldPath, FieldPlace, JobRequest } from "../../requests/request.js";
import { joinRequests } from "../call-of.js";
import type { Dialect, Outcome } from "../dialect.js";
import { isPipelineSession } from "../pipeline-values.js";
import { JobReader } from "../sagemaker-v3/job-reader.js";
import { jobClassOf, sessionOf } from "../sagemaker-v3/read-job.js";
import { sentAsText } from "../sent-as-text.js";
import { isState } from "../stepfunctions/is-state.js";
import { mayHold } from "../write/call-writer.js";
import type { Surroundings } from "../write/surroundings.js";
import type { PlacedValue } from "../write/placed-value.js";
import { writeCalls } from "../write/write-call.js";
import { Constructions, makingCall, NotedConstructions, type Construction } from "./construction.js";
import { familyOf } from "./family-of.js";
import type { Sending, Source } from "./family.js";
import { objectsIn } from "./objects-in.js";
import { Pipelines } from "./pipelines.js";
import { launchOf, readRequest } from "./read-request.js";
import type { Invocation, Launch } from "./sent.js";
import { isNone } from "./refusals.js";
import { saidOnce } from "./remarks.js";
import { calledAt } from "./sources.js";
import { launchesByObject, readPipeline, runsAtOnce, StepReader } from "./read-step.js";
import { stepKindOf } from "./steps.js";
import { subjectsOf } from "./subjects.js";
import { refusedUnmade, withoutUnreached } from "./unreached.js";
import { isGiven, isTruthy, valueAt } from "./values.js";

/** The SageMaker Python SDK, version 2: the constructor makes the job, a method sends it as it is then. */
export const sagemakerV2Dialect: Dialect = {
  read: (records, outcome) => readFamilies(records, outcome, (client) => client === "sagemaker-v2"),

  objects(records) {
    return records.flatMap((record) =>
      record.kind === "construction" && familyOf(record.type)?.isService !== true && familyOf(record.type)
        ? [
            {
              client: familyOf(record.type)?.client ?? "sagemaker-v2",
              name: nameOf(record),
              span: record.site.span,
            },
          ]
        : [],
    );
  },

  write: writePlaces,
};

/** The requests of the classes in the tables, as far as they are of these clients. */
export function readFamilies(
  records: readonly CallRecord[],
  outcome: Outcome,
  isOf: (client: ClientId) => boolean,
): readonly JobRequest[] {
  let requests = readOnce.get(records);
  if (!requests) {
    requests = joinRequests(new Reader(records, outcome).readAll());
    readOnce.set(records, requests);
  }
  return saidOnce(requests.filter(({ client }) => isOf(client)));
}

/** Two dialects ask for what the tables say of the calls of one run. */
const readOnce = new WeakMap<readonly CallRecord[], readonly JobRequest[]>();

/** Writes into the places that the request has for its fields. */
export function writePlaces(
  request: JobRequest,
  changes: readonly FieldChange[],
  notebook: Notebook,
  surroundings?: Surroundings,
): readonly Edit[] | undefined {
  const values: PlacedValue[] = [];
  const whole = withOtherHalf(request, changes);
  if (!whole) return undefined;
  for (const { path, value, instead, onlyWhereMissing } of whole) {
    const place = request.places?.get(path);
    if (!place) return undefined;
    const beside = siblingSetLater(request, path, place);
    const isSetLater = request.setLater?.includes(path) === true && !instead;
    values.push({
      ...place,
      value,
      isSetLater,
      ...(instead ? { instead } : {}),
      ...(onlyWhereMissing ? { onlyWhereMissing } : {}),
      ...(beside ?? {}),
    });
  }
  return writeCalls(values, notebook, {
    canonicalPath: (path) => sagemakerSdk.canonicalPath(path),
    ...(surroundings ? { surroundings } : {}),
  });
}

/**
 * The constructor raises on half a VPC, whatever the SDK's defaults give: where a half goes into the call, the other half
 * has to as well. Undefined: it is not known.
 */
function withOtherHalf(
  { fields, places, setLater = [] }: JobRequest,
  changes: readonly FieldChange[],
): readonly FieldChange[] | undefined {
  const added: FieldChange[] = [];
  for (const { path } of changes) {
    const other = otherHalf(path);
    const [field, place, own] = [fields.get(other), places?.get(other), places?.get(path)];
    if (other === path || !field || !place || changes.some((one) => one.path === other)) continue;
    const [keyword] = place.steps;
    const isOneCall = place.call.span === own?.call.span && place.steps.length === 1;
    const isGiven = typeof keyword === "string" && place.call.arguments.some((one) => gives(one, keyword));
    if (!isOneCall || isGiven || setLater.includes(other) || place.call.callee.endsWith("NetworkConfig"))
      continue;
    if (field.state !== "known" || field.value === undefined) return undefined;
    added.push({ path: other, value: field.value });
  }
  return [...changes, ...added];
}

function gives({ name, parameter, star, value }: Argument, keyword: string): boolean {
  if (star !== "**") return (name ?? parameter) === keyword && !isNone(value);
  return mayHold(value, keyword) && !(value.kind === "dict" && isNone(value.entries.get(keyword)));
}

function otherHalf(path: FieldPath): FieldPath {
  return path.replace(/(Subnets|SecurityGroupIds)$/, (half) =>
    half === "Subnets" ? "SecurityGroupIds" : "Subnets",
  );
}

/**
 * The constructor raises on half a VPC: where one half is only assigned later, the other has to be as well.
 */
function siblingSetLater(
  { setLater, places }: JobRequest,
  path: FieldPath,
  { call, steps }: FieldPlace,
): Pick<PlacedValue, "beside"> | undefined {
  const other = otherHalf(path);
  const [beside] = places?.get(other)?.steps ?? [];
  if (other === path || setLater?.includes(other) !== true || setLater.includes(path)) return undefined;
  if (typeof beside !== "string" || steps.length !== 1 || call.callee.endsWith("NetworkConfig"))
    return undefined;
  const isGiven = call.arguments.some(({ name, value }) => name === beside && !isNone(value));
  return isGiven ? undefined : { beside };
}

class Reader {
  private readonly constructions: Constructions;
  /** Objects by id → the operations that a method sends of them. */
  private readonly launched = new Map<number, Set<string>>();
  /** Objects that others are made of: a tuner's estimators. */
  private readonly parts = new Set<number>();
  /** Objects that a step takes settings of, and does not run. */
  private readonly copied = new Set<number>();

  private readonly pipelines: Pipelines;
  private readonly jobs: JobReader;
  private readonly steps: StepReader;
  /** Objects by where they were made → the step of a state machine that sends their job. */
  private readonly states = new Map<string, Span>();

  constructor(
    private readonly records: readonly CallRecord[],
    private readonly outcome: Outcome,
  ) {
    this.constructions = new Constructions(records);
    this.pipelines = new Pipelines(records, outcome);
    const invocations = new Map<string, Invocation[]>();
    for (const record of records) {
      if (record.kind !== "invocation") continue;
      const place = keyOf(record.site.span);
      const others = invocations.get(place);
      if (others) others.push(record);
      else invocations.set(place, [record]);
    }
    this.jobs = new JobReader(records, outcome, (invocation) => this.stateOf(invocation));
    this.steps = new StepReader(this.pipelines, this.constructions, this.jobs, invocations);
    for (const record of records) {
      if (isState(record) && record.self.kind === "object") {
        for (const object of [...record.self.members.values()].flatMap(objectsIn))
          if (object.span) this.states.set(keyOf(object.span), record.site.span);
      }
      if (record.kind === "construction") {
        this.addParts(record, familyOf(record.type)?.absorbs, this.parts);
        const step = stepKindOf(record.type);
        if (step?.parts) this.addParts(record, step.objects, this.copied);
      }
      if (record.kind !== "invocation" || record.id === undefined) continue;
      const operations = this.launched.get(record.id) ?? new Set();
      for (const { operation } of sendsOf(record)) operations.add(operation);
      this.launched.set(record.id, operations);
    }
  }

  private addParts({ self }: Construction, parameters: readonly string[] = [], into: Set<number>): void {
    for (const parameter of parameters) {
      const parts = objectsIn(self.kind === "object" ? self.members.get(parameter) : undefined);
      // A call in a loop makes several of them
      const byPlace = new Map<string, number>();
      for (const { span } of parts) if (span) byPlace.set(keyOf(span), (byPlace.get(keyOf(span)) ?? 0) + 1);
      for (const [place, count] of byPlace)
        for (const { id } of this.constructions.at(place).slice(-count)) into.add(id);
    }
  }

  readAll(): readonly JobRequest[] {
    const steps = this.records.flatMap((record) =>
      record.kind === "construction" ? (this.steps.read(record) ?? []) : [],
    );
    const launches = launchesByObject(steps);
    const jobs = refusedUnmade(
      this.records.map((record) => [record, withoutUnreached(this.read(record))]),
    ).map((job) => {
      const more = launches.get(`${keyOf(job.span)} ${job.operation}`);
      return more ? { ...sentAsText(job), launches: [...job.launches, ...more] } : job;
    });
    const pipelines = this.pipelines.all.map((pipeline) => {
      const own = this.pipelines.stepsIn(pipeline);
      return readPipeline(
        pipeline,
        steps.filter(({ span }) => own.has(keyOf(span))),
      );
    });
    return [...jobs, ...steps, ...pipelines];
  }

  private read(record: CallRecord): readonly JobRequest[] {
    if (record.kind === "construction") return this.readUnlaunched(record);
    const self = this.stateOf(record);
    if (self?.kind !== "object") return [];
    const launched = record.id === undefined ? undefined : this.launched.get(record.id);
    return sendsOf(record)
      .filter(({ insteadOf }) => insteadOf === undefined || launched?.has(insteadOf) !== true)
      .flatMap((sending) => this.readLaunched(sending, self, record));
  }

  /** Of the same call of the same object the same is read, as long as what it is made of was made by the same calls. */
  private readLaunched(sending: Sending, sender: Value, record: Invocation): readonly JobRequest[] {
    const { known } = this.outcome;
    const other = sender === record.self ? undefined : sender;
    const before = known?.of(
      record,
      sending,
      (basis) => basis.sender === other && this.constructions.have(basis, known),
    );
    if (before) return before;
    const constructions = new NotedConstructions(this.constructions, known);
    const made = constructions.of(sender, record.id);
    const requests = this.readSending(sending, sender, launchOf(record), record.method, made, constructions);
    known?.keep(record, sending, {
      requests,
      basis: { ...constructions.basis, ...(other ? { sender: other } : {}) },
    });
    return requests;
  }

  /** Under a PipelineSession a method is only run when the definition is made, with the object as it is then. */
  private stateOf({ self, method, id }: Invocation): Value | undefined {
    const job = self?.kind === "object" ? jobClassOf(self.type) : undefined;
    const session = job
      ? sessionOf(self, job)
      : self?.kind === "object"
        ? self.members.get("sagemaker_session")
        : undefined;
    const isLater = session?.kind === "object" && isPipelineSession(session.type, sagemakerSdk);
    if (!isLater || !self?.span || runsAtOnce(method)) return self;
    return this.pipelines.stateOf(self.span) ?? (id === undefined ? self : this.stateAtEnd(id));
  }

  private stateAtEnd(id: number): Value {
    return presentValue(freeze({ kind: "reference", id }, this.outcome.state));
  }

  /** The job as it is after the last cell, when nothing in the notebook launches it. */
  private readUnlaunched(record: Construction): readonly JobRequest[] {
    if (jobClassOf(record.type)) return this.jobs.read(record, this.pipelines.stateOf(record.site.span));
    if (this.parts.has(record.id) || stepKindOf(record.type)) return [];
    const all = familyOf(record.type)?.sends ?? [];
    const launched = this.launched.get(record.id);
    const replaced = new Set(
      all.flatMap(({ operation, insteadOf }) => (launched?.has(operation) === true ? (insteadOf ?? []) : [])),
    );
    const missing = all.filter(
      ({ operation, unlaunched }) =>
        (unlaunched === true || (unlaunched === "alone" && launched === undefined)) &&
        launched?.has(operation) !== true &&
        !replaced.has(operation),
    );
    if (missing.length === 0) return [];
    const now = this.pipelines.stateOf(record.site.span) ?? this.stateAtEnd(record.id);
    const self = now.kind === "object" ? now : record.self;
    const launch = this.steps.launchFor(record.site.span);
    if (this.copied.has(record.id) && launch === undefined) return [];
    const judgedAt = this.states.get(keyOf(record.site.span));
    return missing
      .flatMap((sending) => this.readSending(sending, self, launch, undefined, record, this.constructions))
      .map((request) => (judgedAt ? { ...request, judgedAt } : request));
  }

  /** @param method The one that sends; undefined when nothing in the notebook launches the object itself. */
  private readSending(
    sending: Sending,
    sender: Value,
    launch: Launch | undefined,
    method: string | undefined,
    made: Construction | undefined,
    constructions: Constructions,
  ): readonly JobRequest[] {
    if (sending.unless && isGiven(valueAt(sender, sending.unless.steps)) === true) return [];
    if (sending.onlyWhere && !isSentWhere(sending.onlyWhere, sender, launch, constructions)) return [];
    const { isSent } = sending;
    if (isSent?.((source) => lookUp(source, sender, launch, constructions)) === false) return [];
    const atLaunch = method !== undefined && (sending.shownAt === "launch" || !made);
    const shown = atLaunch ? launch?.call : made && makingCall(made);
    if (!shown) return [];
    const name = atLaunch ? method : made ? nameOf(made) : "";
    // What launches it without a method is a step that takes it whole
    const past = method === undefined && launch ? { pastSession: true as const } : {};
    return subjectsOf(sending, sender, made, constructions).map(({ part, ...subject }) =>
      readRequest(
        { sending, subject, shown, name, launch, sender, ...(part === undefined ? {} : { part }), ...past },
        constructions,
      ),
    );
  }
}

/** As it is imported, not as the notebook calls it. */
function nameOf({ site, inner, type }: Construction): string {
  const path =
    !inner && site.callee.startsWith("sagemaker.") && !isMadeByMethod(site.callee) ? site.callee : type;
  return lastName(path);
}

/** `estimator.transformer(…)` */
function isMadeByMethod(callee: string): boolean {
  return /^[a-z]/.test(lastName(callee));
}

function isSentWhere(
  { source, is }: NonNullable<Sending["onlyWhere"]>,
  sender: Value,
  launch: Launch | undefined,
  constructions: Constructions,
): boolean {
  return (isTruthy(lookUp(source, sender, launch, constructions)) === true) === is;
}

function lookUp(
  source: Source,
  sender: Value,
  launch: Launch | undefined,
  constructions: Constructions,
): Value | undefined {
  const { of, steps } = source;
  if (of === "calls") return calledAt(sender, source, constructions);
  const [step = "", ...rest] = steps;
  return of === "launch" ? valueAt(launch?.given.get(step), rest) : valueAt(sender, steps);
}

function sendsOf({ type, method }: Invocation): readonly Sending[] {
  return familyOf(type)?.sends.filter(({ methods }) => methods.has(method)) ?? [];
}
