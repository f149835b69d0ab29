import { namesByPlace } from "../../catalog/parameter-lists.js";
import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Value } from "../../python/value.js";
import { isAbsent, toJson } from "../../requests/field-of.js";
import { isSet } from "../../requests/is-set.js";
import type { Field, FieldPath, JobRequest, Json, Remark, UnsentSetting } from "../../requests/request.js";
import { argumentsByName } from "../arguments-by-name.js";
import { callOf, regionIn } from "../call-of.js";
import { caughtAt } from "../caught-refusal.js";
import { belowDefaultBucket } from "../default-bucket.js";
import type { Made } from "../structures/structure.js";
import { isPipelineSession } from "../pipeline-values.js";
import { sentAsText } from "../sent-as-text.js";
import {
  applyDefaults,
  defaultAt,
  defaultsOf,
  refusedBy,
  unheededOf,
} from "../sdk-defaults/apply-defaults.js";
import type { Construction, Constructions } from "./construction.js";
import { isServerless } from "./endpoint-kind.js";
import { launch, object, type Mapped, type Sending } from "./family.js";
import { halfOfDefaults, judgeHalfVpc, type HalfVpcJudgement } from "./half-vpc.js";
import { absorbedBy, refusedConstructor } from "./refused-constructor.js";
import { refusedSending } from "./refused-sending.js";
import { argumentRemarks, leftBehind, shadowRemarks } from "./remarks.js";
import type { Invocation, Launch, Sent, Subject } from "./sent.js";
import { sentField } from "./sent-field.js";
import { settingUp, Sources } from "./sources.js";
import type { FoundPlace } from "./places.js";
import { enterTraces, enterTunerTags } from "./traces.js";
import { typeOfVariants } from "./variants.js";
import { isGiven, memberOf } from "./values.js";

const experimentOfPipeline: Field = {
  state: "unknown",
  why: "it is the experiment of the pipeline",
  origin: { from: "SDK default" },
};

/** The request that the SDK makes of an object, of the call that sends it, and of its defaults. */
export function readRequest(sent: Sent, constructions: Constructions): JobRequest {
  return new Reading(sent, constructions).request();
}

class Reading {
  private readonly source: Sources;
  private readonly session: Value | undefined;
  private readonly defaults: Value | undefined;
  /** Those that the session adds. */
  private readonly added: Value | undefined;
  private readonly instanceType: Value | undefined;
  private readonly localMode: boolean | "maybe";
  private readonly inPipeline: boolean;
  private readonly made: Made;
  private readonly absorbed: readonly (Construction | undefined)[];
  private readonly part: FieldPath;
  private readonly fields = new Map<FieldPath, Field>();
  private readonly places = new Map<FieldPath, FoundPlace["place"]>();
  private readonly setLater: FieldPath[] = [];
  private readonly remarks: Remark[];

  constructor(
    private readonly sent: Sent,
    private readonly constructions: Constructions,
  ) {
    const { sending, subject, part = "" } = sent;
    const source = new Sources(sent, constructions);
    const session = source.session();
    const defaults = defaultsOf(settingUp(subject.now), session);
    this.part = part;
    this.source = source;
    this.session = session;
    this.defaults = defaults;
    this.added = sent.pastSession === true ? undefined : defaults;
    this.instanceType = instanceTypeOf(sending, source);
    this.localMode = localMode(this.instanceType, source.value([launch("mode"), object("mode")]), session);
    this.inPipeline = session?.kind === "object" && isPipelineSession(session.type, sagemakerSdk);
    this.made = {
      type: subject.now.kind === "object" ? subject.now.type : "",
      part,
      ...(subject.named === undefined ? {} : { named: subject.named }),
      look: (one) => source.value([one]),
      belowDefaultBucket: () => belowDefaultBucket(session, defaults),
    };
    this.absorbed = absorbedBy(subject.now).map((one) => constructions.of(one));
    this.remarks = [
      ...argumentRemarks(subject.construction),
      ...this.absorbed.flatMap((one, index) => argumentRemarks(one, index)),
      ...shadowRemarks(source.shadowed, (method) => pathOfMethod(method, sending, part)),
    ];
  }

  request(): JobRequest {
    const { sent, source, session, defaults, fields, places, setLater, remarks } = this;
    const { sending, subject, shown, name } = sent;
    this.readSettings();
    const half = this.addDefaults();
    const isQueued = sent.launch?.through !== undefined;
    const followed = this.enterTags(isQueued);
    const { refused, isMade, isHalfReached, refusedDefaults } = this.refusals(half);
    const request: JobRequest = {
      operation: sending.operation,
      client: source.client,
      name,
      span: shown.span,
      nameSpan: shown.nameSpan,
      launches: isMade && sent.launch && sending.shownAt === "construction" ? [sent.launch.call.span] : [],
      ...(sent.launch?.through ? { through: sent.launch.through } : {}),
      // AWS Batch is asked in the environment's region, whatever the estimator's session says
      ...regionIn(isQueued ? undefined : session),
      localMode: this.localMode,
      fields,
      ...(refused ? { refused } : {}),
      ...(refusedDefaults ? { refusedDefaults } : {}),
      ...(defaults && sending.unheeded
        ? { unsentDefaults: unheededOf(sending.unheeded, defaults, fields) }
        : {}),
      ...(half.halfVpc && isHalfReached ? { halfVpc: half.halfVpc } : {}),
      ...(half.droppedHalf ? { droppedHalf: half.droppedHalf } : {}),
      ...(setLater.length > 0 ? { setLater } : {}),
      ...unsentOf(sending, source),
      ...(remarks.length > 0 ? { remarks } : {}),
      ...(subject.construction?.inner ? { ofSubclass: true as const } : {}),
      call: shown,
      ...(this.part === "" ? {} : { part: this.part }),
      ...(source.isSure && subject.expandsOthers !== true ? { places } : {}),
      ...(followed.length > 0 && source.isSure && !isQueued ? { followed } : {}),
    };
    return this.inPipeline ? sentAsText(request) : request;
  }

  /** What the object and the call give, and where it is written. */
  private readSettings(): void {
    const { source, fields, places, setLater, remarks } = this;
    const { sending, subject } = this.sent;
    for (const mapped of sending.fields) {
      const isSent = source.isSent(mapped);
      if (isSent === false) continue;
      const path = `${this.part}${mapped.path}`;
      const field = sentField(mapped, isSent, source, this.made);
      if (field) fields.set(path, field);
      remarks.push(...leftBehind(mapped, path, field, source));
      const found = isRefused(sending, mapped) ? undefined : source.place(mapped);
      if (found) places.set(path, found.place);
      if (found?.setLater === true || (found && isPassedOn(found, subject))) setLater.push(path);
    }
  }

  /** What becomes of half a VPC shows before the SDK's defaults are there, and after. */
  private addDefaults(): HalfVpcJudgement {
    const { sent, source, fields } = this;
    const half = judgeHalfVpc(sent.sending, this.part, sent.subject.construction, fields, source);
    if (half.drops) for (const path of half.paths) fields.delete(path);
    return this.fillDefaults() ? halfOfDefaults(half, fields) : half;
  }

  /** Whether the session adds any. */
  private fillDefaults(): boolean {
    const { source, added, fields } = this;
    const { sending } = this.sent;
    if (!added || !sending.filling) return false;
    const wanted = sending.fields.filter(
      ({ onlyWith, filledWith, leftOutForGood, leftOut, from, shape }) =>
        shape === undefined &&
        !(leftOutForGood === true && isConstant(source.value(from), leftOut)) &&
        (!onlyWith || source.anyTruthy(onlyWith) !== false) &&
        (!filledWith || isGiven(source.value(filledWith)) !== false),
    );
    const paths = [...wanted.map(({ path }) => path), ...(sending.filling.also ?? [])];
    const leftOut = new Map(wanted.map((mapped) => [mapped.path, mapped.leftOut]));
    const type = this.typeOfVolumes();
    applyDefaults(fields, sending.filling, added, paths, type, leftOut, source.emptyStructures(wanted));
    return true;
  }

  /** The instance type that decides whether a key may be for the volumes. */
  private typeOfVolumes(): Value | undefined {
    const { instanceType, made } = this;
    const chosen =
      this.sent.sending.choosesType === true && isAbsent(instanceType)
        ? ({ kind: "unknown", why: "the SDK chooses the instance type" } as const)
        : instanceType;
    return typeOfEndpoint(made.look) ?? chosen ?? typeOfVariants(made.look(launch("production_variants")));
  }

  /** Tags and the experiment; the fields that follow what the notebook does elsewhere. */
  private enterTags(isQueued: boolean): readonly FieldPath[] {
    const { sent, source, added, fields } = this;
    const { sending } = sent;
    const ofDefaults = (key: string) => added && defaultAt(key, added);
    const followed =
      this.part === ""
        ? enterTraces(fields, sending, (sources) => source.value(sources), ofDefaults)
        : sending.parts && sending.methods.has("fit")
          ? enterTunerTags(fields, tunerTags(sent), ofDefaults)
          : [];
    // AWS Batch has them for its own
    if (isQueued) fields.delete("Tags");
    // Steps are sent without one: the job belongs to that of the pipeline's execution
    const isOfStep = this.inPipeline || sent.pastSession === true;
    if (isOfStep && fields.has("ExperimentConfig")) fields.set("ExperimentConfig", experimentOfPipeline);
    return followed;
  }

  private refusals(half: HalfVpcJudgement) {
    const { sent, source, defaults, absorbed, constructions, fields, made, inPipeline } = this;
    const ofDefaults = refusedBy(defaults);
    const making =
      ofDefaults?.refused ??
      // The constructor looks at the network before the role, botocore long after
      (half.refused?.error === "RuntimeError" ? half.refused : undefined) ??
      refusedConstructor(sent, absorbed, constructions);
    const sending = refusedSending(sent, source, half, inPipeline, {
      ...made,
      fields,
      defaults,
      sender: sent.sender,
      isLocal: this.localMode !== false,
      called: (value, methods) => constructions.called(value, methods),
    });
    const refused = caughtAt(making, sent.subject.construction?.site) ?? caughtAt(sending, sent.launch?.call);
    return {
      refused,
      refusedDefaults: ofDefaults?.refusedDefaults,
      isMade: making === undefined || refused?.isCaught !== true,
      // Where the constructor raises for something else nobody looks at the halves
      isHalfReached: making === undefined || making === half.refused,
    };
  }
}

function pathOfMethod(method: string, { fields }: Sending, part: FieldPath): FieldPath | undefined {
  const mapped = fields.find(({ from }) =>
    from.some(({ of, steps }) => of === "object" && steps[0] === method),
  );
  return mapped && `${part}${mapped.path}`;
}

/** A tuner's own and those of the estimator that is the first by name. */
function tunerTags({ sender, sending: { parts } }: Sent): readonly (Value | undefined)[] {
  const members = sender.kind === "object" ? sender.members : new Map<string, Value>();
  const several = members.get(parts?.several.member ?? "");
  const [first] = several?.kind === "dict" ? [...several.entries.keys()].sort() : [];
  const one = members.get(parts?.one.member ?? "");
  const estimator =
    one?.kind === "object"
      ? one
      : several?.kind === "dict" && first !== undefined
        ? several.entries.get(first)
        : undefined;
  return [memberOf(sender, "tags", undefined), estimator && memberOf(estimator, "tags", undefined)];
}

function instanceTypeOf({ ownType }: Sending, source: Sources): Value | undefined {
  const own = object("instance_type");
  if (ownType === undefined) return source.value([launch("instance_type"), own]);
  const given = source.value([own]);
  return isAbsent(given) ? { kind: "constant", data: ownType } : given;
}

/** The call of a method. */
export function launchOf({ site, type, method, arguments: bound, through }: Invocation): Launch {
  const signature = sagemakerSdk.methodOf(type, method);
  const call = callOf(site, `${type}.${method}`, namesByPlace(signature?.parameters));
  return {
    call,
    given: argumentsByName(signature, bound),
    bound,
    ...(signature ? { signature } : {}),
    ...(through ? { through } : {}),
  };
}

/** What decides for the key of an endpoint's volumes where that is not its model's instance type. */
function typeOfEndpoint(look: Made["look"]): Value | undefined {
  const serverless = isServerless(look);
  if (serverless === false) return undefined;
  return serverless === true
    ? { kind: "absent" }
    : { kind: "unknown", why: "whether the endpoint is serverless is not known" };
}

function isConstant(value: Value | undefined, data: Json | undefined): boolean {
  return value?.kind === "constant" && value.data === data;
}

/** The field is of what the SDK raises for. */
function isRefused({ refuses }: Sending, { from }: Mapped): boolean {
  return refuses !== undefined && from.some(({ steps }) => steps[0] === refuses.given.steps[0]);
}

/** What a class of the notebook hands on by `*` or `**` comes from calls of its own: nothing can be added to it here. */
function isPassedOn({ place: { call } }: FoundPlace, { construction }: Subject): boolean {
  const { inner } = construction ?? {};
  return inner?.span === call.span && inner.arguments.some(({ star }) => star !== undefined);
}

/** What is given and left out, each once: of several rows of a setting the first has the place. */
function unsentOf({ unsent = [] }: Sending, source: Sources): Pick<JobRequest, "unsent"> {
  const found = unsent.flatMap(({ from, setting, of, unless, instead }): UnsentSetting[] => {
    const value = source.value([from]);
    if (!value || !isSet(value) || (unless && isGiven(source.value([unless])) !== false)) return [];
    const json = toJson(value);
    return [
      {
        setting,
        name: from.steps.at(-1) ?? "",
        ...(of === undefined ? {} : { of }),
        ...(value.span ? { span: value.span } : {}),
        ...(instead === undefined || json === undefined ? {} : { instead: [{ path: instead, value: json }] }),
      },
    ];
  });
  return found.length > 0 ? { unsent: found } : {};
}

/** By the session, the instance type, or the mode of a ModelBuilder. */
function localMode(
  instanceType: Value | undefined,
  mode: Value | undefined,
  session: Value | undefined,
): boolean | "maybe" {
  if (session?.kind === "object" && /(?:^|\.)Local(?:Pipeline)?Session$/.test(session.type)) return true;
  const local = [isText(instanceType, /^local(?:_gpu)?$/), isText(mode, /^(?:LOCAL_CONTAINER|IN_PROCESS)$/)];
  return local.includes(true) || (local.includes("maybe") && "maybe");
}

function isText(value: Value | undefined, pattern: RegExp): boolean | "maybe" {
  const values = value?.kind === "either" ? value.values : value ? [value] : [];
  const fits = values.map((one) => one.kind === "constant" && pattern.test(String(one.data)));
  return fits.includes(true) && (fits.every(Boolean) || "maybe");
}
