import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { lastName } from "../../dotted-path.js";
import { keyOf, type Span } from "../../notebook/span.js";
import type { CallSite } from "../../python/call-site.js";
import { fieldOf } from "../../requests/field-of.js";
import type { ClientId, Field, FieldPath, JobRequest } from "../../requests/request.js";
import { settingsOf } from "../../requests/settings.js";
import { argumentsByName } from "../arguments-by-name.js";
import { joinRequests, regionIn } from "../call-of.js";
import { stepArguments } from "../pipeline-values.js";
import type { JobReader } from "../sagemaker-v3/job-reader.js";
import { jobClassOf } from "../sagemaker-v3/read-job.js";
import { sentAsText } from "../sent-as-text.js";
import { constructorCall, type Construction, type Constructions } from "./construction.js";
import { familyOf } from "./family-of.js";
import type { Sending } from "./family.js";
import { objectsIn, withEachObject, type ObjectValue } from "./objects-in.js";
import type { Pipelines, PipelineState } from "./pipelines.js";
import { launchOf, readRequest } from "./read-request.js";
import type { Invocation, Launch } from "./sent.js";
import { repackJobs, type RepackJob } from "./repacking.js";
import type { StepPart } from "./estimator-transformer.js";
import { withDefaultsOfPipeline } from "./step-defaults.js";
import { fieldsOfSteps } from "./step-fields.js";
import { refusedPipeline, refusedStep } from "./step-refusals.js";
import { stepKindOf, type StepKind } from "./steps.js";
import { subjectsOf } from "./subjects.js";

/** The object whose method or whose settings a step is made of. */
interface Wrapped {
  readonly object: ObjectValue;
  readonly launch: Launch | undefined;
  /** What gave the step's arguments. */
  readonly invocation?: Invocation;
}

/** Reads the steps of SageMaker pipelines, each as the part of CreatePipeline that it is. */
export class StepReader {
  /** What steps were given for objects, by where these were made. */
  private readonly launches = new Map<string, Launch>();

  constructor(
    private readonly pipelines: Pipelines,
    private readonly constructions: Constructions,
    private readonly jobReader: JobReader,
    /** By their places, in order. */
    private readonly invocations: ReadonlyMap<string, readonly Invocation[]>,
  ) {}

  /** What the step was given for an object that it takes as a whole; undefined: no step that was read takes it. */
  launchFor(made: Span): Launch | undefined {
    return this.launches.get(keyOf(made));
  }

  /** Undefined: the construction is no step. */
  read(record: Construction): readonly JobRequest[] | undefined {
    const kind = stepKindOf(record.type);
    if (!kind) return undefined;
    const { self } = record;
    if (self.kind !== "object") return [];
    const now = this.pipelines.stateOf(record.site.span) ?? self;
    const refused = refusedStep(kind, now, (span) => this.invocations.get(keyOf(span))?.at(-1));
    const refusal = refused ? { refused } : {};
    if (kind.steps) {
      const { type } = kind;
      return kind.steps.flatMap(({ suffix, ...one }, index) =>
        this.jobs({ ...one, type }, now, record).map((job) => ({
          ...this.asStep(job, one, now, record, index, suffix),
          ...refusal,
        })),
      );
    }
    const repacking = kind.mayRepack === true ? repackJobs(now) : [];
    // Several are alike: told once
    const packed = repacking.slice(0, 1).map((job) => this.repackJob(job, now, record));
    if (kind.parts) return [...packed, ...this.parts(kind, kind.parts, now, record, repacking.length)];
    const jobs = kind.objects.length === 0 ? this.ownJobs(kind, now, record) : this.jobs(kind, now, record);
    return [
      ...packed,
      ...jobs.map((job) => ({
        ...this.asStep(job, kind, now, record, repacking.length, kind.endings?.[job.operation]),
        ...refusal,
      })),
    ];
  }

  /** Each of the steps that it comes to. */
  private parts(
    kind: StepKind,
    parts: readonly StepPart[],
    now: ObjectValue,
    record: Construction,
    repacked: number,
  ): readonly JobRequest[] {
    const object = this.wrapped(kind, now, record)?.object;
    if (!object)
      return parts.map((part) => this.asStep(unknownJob(part.sending, record), part.sending, now, record, 0));
    return parts.map(({ sending, suffix }, index) => {
      const request = this.sentFor(sending, object, record);
      return this.asStep(request, sending, now, record, repacked + index, suffix);
    });
  }

  /** The step has the settings of its job itself. */
  private ownJobs(kind: StepKind, now: ObjectValue, record: Construction): readonly JobRequest[] {
    const sending = sendingOf(record.type, kind.operation);
    if (!sending) return [bare(kind, record)];
    const step = withDefaultsOfPipeline(now, record, this.pipelines.sessionsOf(record.site.span));
    return [
      readRequest(
        {
          sending,
          subject: { now: step, construction: record },
          shown: constructorCall(record),
          name: nameOf(record),
          launch: undefined,
          sender: step,
        },
        this.constructions,
      ),
    ];
  }

  private jobs(kind: StepKind, now: ObjectValue, record: Construction): readonly JobRequest[] {
    const branches = withEachObject(now, kind.objects).map((branch) => this.jobsOf(kind, branch, record));
    const [first = []] = branches;
    if (branches.length === 1) return first;
    const joined = joinRequests(branches.flat());
    // Of one kind on each
    return joined.length === first.length ? joined : [unknownJob(kind, record)];
  }

  private jobsOf(kind: StepKind, now: ObjectValue, record: Construction): readonly JobRequest[] {
    const wrapped = this.wrapped(kind, now, record);
    if (wrapped && jobClassOf(wrapped.object.type)) return this.wholeJobs(kind, wrapped, record);
    const operation = wrapped?.invocation?.method === "register" ? "CreateModelPackage" : kind.operation;
    const sending = wrapped && sendingOf(wrapped.object.type, operation, wrapped.invocation?.method);
    if (!wrapped || !sending) return [unknownJob(kind, record)];
    const construction = this.constructions.of(wrapped.object);
    if (construction && wrapped.launch && wrapped.invocation === undefined)
      this.launches.set(keyOf(construction.site.span), wrapped.launch);
    return subjectsOf(sending, wrapped.object, construction, this.constructions).map(
      ({ part, ...subject }) => ({
        ...readRequest(
          {
            sending,
            subject,
            shown: constructorCall(record),
            name: nameOf(record),
            launch: wrapped.launch,
            sender: wrapped.object,
            ...(part === undefined ? {} : { part }),
            ...(isTakenWhole(kind, wrapped) ? { pastSession: true as const } : {}),
          },
          this.constructions,
        ),
        ...judgedAt(wrapped, construction),
      }),
    );
  }

  /** The job of an object that holds all of it. */
  private wholeJobs(
    kind: StepKind,
    { object, invocation }: Wrapped,
    record: Construction,
  ): readonly JobRequest[] {
    const construction = this.constructions.of(object);
    if (!construction) return [unknownJob(kind, record)];
    return this.jobReader.job(construction, object, invocation ? [invocation] : []).map((job) => ({
      ...shownAt(job, constructorCall(record)),
      name: nameOf(record),
      judgedAt: construction.site.span,
    }));
  }

  /** Undefined: it is not known which object it is, or what it is. */
  private wrapped(kind: StepKind, now: ObjectValue, record: Construction): Wrapped | undefined {
    for (const parameter of kind.objects) {
      const [object, ...others] = objectsIn(now.members.get(parameter));
      if (!object || others.length > 0) continue;
      if (object.type !== stepArguments) return { object, launch: stepLaunch(record) };
      const invocation = this.invocationOf(object);
      if (!invocation) continue;
      const atOnce = runsAtOnce(invocation.method) ? invocation.self : undefined;
      const [self] = objectsIn(atOnce ?? object.members.get("self"));
      if (self) return { object: self, launch: launchOf(invocation), invocation };
    }
    return undefined;
  }

  /** The call that gave the arguments: of those at one place, as in a loop, the very one. */
  private invocationOf({ span, members }: ObjectValue): Invocation | undefined {
    const all = (span && this.invocations.get(keyOf(span))) ?? [];
    const call = members.get("call");
    const own = call?.kind === "constant" ? all.find((one) => one.call === call.data) : undefined;
    return own ?? all.at(-1);
  }

  /** What the step has sent with the settings of an object. */
  private sentFor(sending: Sending, object: ObjectValue, record: Construction): JobRequest {
    return readRequest(
      {
        sending,
        subject: { now: object, construction: this.constructions.of(object) },
        shown: constructorCall(record),
        name: nameOf(record),
        launch: stepLaunch(record),
        sender: object,
      },
      this.constructions,
    );
  }

  private repackJob({ sending, settings }: RepackJob, now: ObjectValue, record: Construction): JobRequest {
    const request = this.sentFor(sending, settings, record);
    const step = this.asStep(request, { operation: "CreateTrainingJob" }, now, record, 0);
    // Only its network is told of: what the author did not ask for is not to be all mended
    const network = [...(step.places ?? [])].filter(([path]) => path.includes(".VpcConfig."));
    return {
      ...step,
      step: { ...(step.step ?? { at: "" }), addedBySdk: "RepackModel" },
      places: new Map(network),
    };
  }

  /** The job as the part of the pipeline's definition that it is; `later`: how many steps after the first of its call. */
  private asStep(
    job: JobRequest,
    { operation }: Pick<StepKind, "operation">,
    now: ObjectValue,
    record: Construction,
    later: number,
    suffix = "",
  ): JobRequest {
    const place = this.pipelines.placeOf(record.site.span);
    const at = shifted(place.at, later);
    const below = (path: FieldPath) => `${at}${path}`;
    const name = now.members.get("name");
    const { part = "", places, setLater, droppedHalf, ...rest } = sentAsText(job);
    return {
      ...rest,
      operation: "CreatePipeline",
      launches: place.launches,
      fields: new Map([...job.fields].map(([path, field]) => [below(path), field])),
      part: below(part),
      step: {
        at,
        ...(operation === undefined ? {} : { operation: job.operation }),
        ...(name?.kind === "constant" && typeof name.data === "string"
          ? { name: `${name.data}${suffix}` }
          : {}),
      },
      ...(places ? { places: new Map([...places].map(([path, one]) => [below(path), one])) } : {}),
      ...(setLater ? { setLater: setLater.map(below) } : {}),
      ...(droppedHalf ? { droppedHalf: { ...droppedHalf, path: below(droppedHalf.path) } } : {}),
    };
  }
}

/**
 * The step is given the object, not what one of its methods gave.
 *
 * @source sagemaker 2.257.7, workflow/steps.py, `arguments` of each step
 */
function isTakenWhole({ objects }: StepKind, { invocation }: Wrapped): boolean {
  return invocation === undefined && !objects.some((name) => name.startsWith("check_job_config"));
}

/** Under a PipelineSession too the method reads its object at once; others do when the definition is made. */
export function runsAtOnce(method: string): boolean {
  return /^(?:create|build|register|deploy|transformer)$/.test(method);
}

/** CreatePipeline as the notebook's Pipeline sends it, with the fields of the steps that are known by their place. */
export function readPipeline(
  { construction, now, launches }: PipelineState,
  steps: readonly JobRequest[],
): JobRequest {
  const call = constructorCall(construction);
  const fields = new Map<FieldPath, Field>();
  const role = launches.map((one) => launchOf(one).given.get("role_arn")).find((one) => one !== undefined);
  for (const [path, value] of [
    ["PipelineName", now.members.get("name")],
    ["RoleArn", role],
  ] as const) {
    const field = value && fieldOf(value, { from: "argument" });
    if (field) fields.set(path, field);
  }
  for (const [path, field] of fieldsOfSteps(steps)) if (!path.includes("[]")) fields.set(path, field);
  const session = now.members.get("sagemaker_session");
  const refused = refusedPipeline(now.members.get("steps"));
  return {
    operation: "CreatePipeline",
    client: clientOf(construction),
    name: nameOf(construction),
    span: call.span,
    nameSpan: call.nameSpan,
    launches: launches.map(({ site }) => site.span),
    ...regionIn(session),
    localMode: session?.kind === "object" && /\.Local(?:Pipeline)?Session$/.test(session.type),
    fields,
    ...(refused ? { refused } : {}),
    call,
    places: new Map(),
  };
}

/** The places of the steps' calls, and those of the pipeline, where the objects are used whose jobs these are. */
export function launchesByObject(steps: readonly JobRequest[]): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { judgedAt, step, span, launches } of steps) {
    if (!judgedAt) continue;
    const key = `${keyOf(judgedAt)} ${step?.operation ?? ""}`;
    spans.set(key, [...(spans.get(key) ?? []), span, ...launches]);
  }
  return spans;
}

/** @param method Of a session, which sends what its methods are given. */
function sendingOf(type: string, operation: string | undefined, method?: string): Sending | undefined {
  const { sends = [], isService = false } = familyOf(type) ?? {};
  return sends.find(
    (one) =>
      one.operation === operation &&
      (isService ? one.methods.has(method ?? "") : one.shownAt === "construction"),
  );
}

/** Where the job is listed that the step is of. */
function judgedAt(
  { object, invocation }: Wrapped,
  construction: Construction | undefined,
): Pick<JobRequest, "judgedAt"> {
  const isService = familyOf(object.type)?.isService === true;
  const span = isService ? invocation?.site.span : construction?.site.span;
  return span ? { judgedAt: span } : {};
}

/** The job at another call, which none of its settings can be written into. */
function shownAt(job: JobRequest, call: CallSite): JobRequest {
  const shown = { ...job, span: call.span, nameSpan: call.nameSpan, call, places: new Map() };
  delete shown.objects;
  delete shown.setLater;
  return shown;
}

/** What the step itself is given for the job of an object: a processor's outputs. */
function stepLaunch(record: Construction): Launch {
  return {
    call: constructorCall(record),
    given: argumentsByName(sagemakerSdk.classOf(record.type), record.arguments),
  };
}

/** A step of which nothing is known but that it is there, or that has no settings. */
function bare({ operation }: Pick<StepKind, "operation">, record: Construction): JobRequest {
  const call = constructorCall(record);
  return {
    operation: operation ?? "",
    client: clientOf(record),
    name: nameOf(record),
    span: call.span,
    nameSpan: call.nameSpan,
    launches: [],
    regionUnknown: false,
    localMode: false,
    fields: new Map(),
    call,
    places: new Map(),
  };
}

function unknownJob(kind: Pick<StepKind, "operation">, record: Construction): JobRequest {
  const paths = Object.values(settingsOf(kind.operation ?? "") ?? {}).filter(
    (path) => typeof path === "string",
  );
  const why = "what the step is made of is not followed";
  const field = { state: "unknown", why, origin: { from: "argument" } } as const;
  return {
    ...bare(kind, record),
    regionUnknown: true,
    fields: new Map(paths.map((path) => [path, field])),
  };
}

/** Of the version whose step or pipeline it is. */
function clientOf({ type }: Construction): ClientId {
  return type.startsWith("sagemaker.mlops.") ? "sagemaker-v3" : "sagemaker-v2";
}

function nameOf({ type }: Construction): string {
  return lastName(type);
}

function shifted(at: FieldPath, later: number): FieldPath {
  return at.replace(/\[(\d+)\](?=\.Arguments\.$)/, (_, index: string) => `[${Number(index) + later}]`);
}
