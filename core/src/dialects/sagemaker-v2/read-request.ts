import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Value } from "../../python/value.js";
import { refusalOf } from "../../requests/botocore-checks.js";
import { fieldOf, isAbsent, toJson } from "../../requests/field-of.js";
import { isSet } from "../../requests/is-set.js";
import type {
  Field,
  FieldPath,
  JobRequest,
  Json,
  Origin,
  Refusal,
  UnsentSetting,
} from "../../requests/request.js";
import { argumentsByName } from "../arguments-by-name.js";
import { callOf, regionIn } from "../call-of.js";
import { caughtAt } from "../caught-refusal.js";
import { belowDefaultBucket } from "../default-bucket.js";
import { refusedDeleted } from "../deleted-attribute.js";
import type { Made, Shape } from "../structures/structure.js";
import { isPipelineSession } from "../pipeline-values.js";
import { sentAsText } from "../sent-as-text.js";
import {
  applyDefaults,
  defaultAt,
  defaultsOf,
  refusedBy,
  unheededOf,
} from "../sdk-defaults/apply-defaults.js";
import { positionalNames, type Constructions } from "./construction.js";
import { isServerless } from "./endpoint-kind.js";
import { launch, object, type Mapped, type Raising, type Sending } from "./family.js";
import { halfOfDefaults, judgeHalfVpc } from "./half-vpc.js";
import { logsWithoutWait } from "./logs-without-wait.js";
import { absorbedBy, refusedConstructor } from "./refused-constructor.js";
import { isBroken, refusedCall, refusedSets } from "./refusals.js";
import { argumentRemarks, leftBehind, shadowRemarks } from "./remarks.js";
import type { Invocation, Launch, Sent, Subject } from "./sent.js";
import { settingUp, Sources } from "./sources.js";
import type { FoundPlace } from "./places.js";
import { enterTraces, enterTunerTags } from "./traces.js";
import { typeOfVariants } from "./variants.js";
import { isGiven, memberOf } from "./values.js";

const argument: Origin = { from: "argument" };
const sdkDefault: Origin = { from: "SDK default" };
const experimentOfPipeline: Field = {
  state: "unknown",
  why: "it is the experiment of the pipeline",
  origin: sdkDefault,
};

export function readRequest(sent: Sent, constructions: Constructions): JobRequest {
  const { sending, subject, part = "", shown, name } = sent;
  const source = new Sources(sent, constructions);
  const session = source.session();
  const defaults = defaultsOf(settingUp(subject.now), session);
  const made: Made = {
    type: subject.now.kind === "object" ? subject.now.type : "",
    part,
    ...(subject.named === undefined ? {} : { named: subject.named }),
    look: (one) => source.value([one]),
    belowDefaultBucket: () => belowDefaultBucket(session, defaults),
  };
  const fields = new Map<FieldPath, Field>();
  const places = new Map<FieldPath, FoundPlace["place"]>();
  const setLater: FieldPath[] = [];
  const pathOf = (method: string) => {
    const mapped = sending.fields.find(({ from }) =>
      from.some(({ of, steps }) => of === "object" && steps[0] === method),
    );
    return mapped && `${part}${mapped.path}`;
  };
  const absorbed = absorbedBy(subject.now).map((one) => constructions.of(one));
  const remarks = [
    ...argumentRemarks(subject.construction),
    ...absorbed.flatMap((one, part) => argumentRemarks(one, part)),
    ...shadowRemarks(source.shadowed, pathOf),
  ];
  for (const mapped of sending.fields) {
    const path = `${part}${mapped.path}`;
    const isSent = source.isSent(mapped);
    if (isSent === false) continue;
    const field = mapped.shape ? shapedField(mapped.shape, mapped, source, made) : fieldFor(source, mapped);
    if (field) fields.set(path, isSent === true ? field : perhaps(field));
    remarks.push(...leftBehind(mapped, path, field, source));
    const found = isRefused(sending, mapped) ? undefined : source.place(mapped);
    if (found) places.set(path, found.place);
    if (found?.setLater === true || (found && isPassedOn(found, subject))) setLater.push(path);
  }
  const instanceType = source.value([launch("instance_type"), object("instance_type")]);
  let half = judgeHalfVpc(sending, part, subject.construction, fields, source);
  if (half.drops) for (const path of half.paths) fields.delete(path);
  const ofDefaults = refusedBy(defaults);
  const added = sent.pastSession === true ? undefined : defaults;
  if (added && sending.filling) {
    const wanted = sending.fields.filter(
      ({ onlyWith, filledWith, leftOutForGood, leftOut, from, shape }) =>
        shape === undefined &&
        !(leftOutForGood === true && isConstant(source.value(from), leftOut)) &&
        (!onlyWith || source.anyTruthy(onlyWith) !== false) &&
        (!filledWith || isGiven(source.value(filledWith)) !== false),
    );
    const paths = [...wanted.map(({ path }) => path), ...(sending.filling.also ?? [])];
    const chosen =
      sending.choosesType === true && isAbsent(instanceType)
        ? ({ kind: "unknown", why: "the SDK chooses the instance type" } as const)
        : instanceType;
    const type =
      typeOfEndpoint(made.look) ?? chosen ?? typeOfVariants(made.look(launch("production_variants")));
    const leftOut = new Map(wanted.map((mapped) => [mapped.path, mapped.leftOut]));
    applyDefaults(fields, sending.filling, added, paths, type, leftOut, source.emptyStructures(wanted));
    half = halfOfDefaults(half, fields);
  }
  const inPipeline = session?.kind === "object" && isPipelineSession(session.type, sagemakerSdk);
  const isOfStep = inPipeline || sent.pastSession === true;
  const followed =
    part === ""
      ? enterTraces(
          fields,
          sending,
          (sources) => source.value(sources),
          (key) => added && defaultAt(key, added),
        )
      : sending.parts && sending.methods.has("fit")
        ? enterTunerTags(fields, tunerTags(sent), (key) => added && defaultAt(key, added))
        : [];
  const isQueued = sent.launch?.through !== undefined;
  // AWS Batch has them for its own
  if (isQueued) fields.delete("Tags");
  // Steps are sent without one: the job belongs to that of the pipeline's execution
  if (isOfStep && fields.has("ExperimentConfig")) fields.set("ExperimentConfig", experimentOfPipeline);
  const refusedMaking =
    ofDefaults?.refused ??
    // The constructor looks at the network before the role, botocore long after
    (half.refused?.error === "RuntimeError" ? half.refused : undefined) ??
    refusedConstructor(sent, absorbed, constructions);
  // botocore sees the request last, what methods are given stands before it
  const ofBotocore = half.refused?.error === "ParamValidationError" ? half.refused : undefined;
  const refusedSending =
    (sent.launch && refusedDeleted(subject.now, (name) => asksFor(name, sending))) ??
    (ofBotocore ? undefined : half.refused) ??
    source.refused(sending) ??
    refusedLaunch(sending, sent, defaults, inPipeline, {
      ...made,
      fields,
      sender: sent.sender,
      called: (value, methods) => constructions.called(value, methods),
    }) ??
    source.shadowed?.refused ??
    ofBotocore ??
    refusedSets(sending.fields.map(({ from }) => source.value(from))) ??
    refusalOf(sending.operation, fields, { whole: false });
  const refused =
    caughtAt(refusedMaking, subject.construction?.site) ?? caughtAt(refusedSending, sent.launch?.call);
  // Where the constructor raises for something else nobody looks at the halves
  const isHalfReached = refusedMaking === undefined || refusedMaking === half.refused;
  const isMade = refusedMaking === undefined || refused?.isCaught !== true;
  const request: JobRequest = {
    operation: sending.operation,
    client: source.client,
    name,
    span: shown.span,
    nameSpan: shown.nameSpan,
    launches: isMade && sent.launch && sending.shownAt === "construction" ? [sent.launch.call.span] : [],
    ...(sent.launch?.through ? { through: sent.launch.through } : {}),
    ...regionIn(session),
    localMode: localMode(instanceType, source.value([launch("mode"), object("mode")]), session),
    fields,
    ...(refused ? { refused } : {}),
    ...(ofDefaults ? { refusedDefaults: ofDefaults.refusedDefaults } : {}),
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
    ...(part === "" ? {} : { part }),
    ...(source.isSure ? { places } : {}),
    ...(followed.length > 0 && source.isSure && !isQueued ? { followed } : {}),
  };
  return inPipeline ? sentAsText(request) : request;
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

/** The call of a method. */
export function launchOf({ site, type, method, arguments: bound, through }: Invocation): Launch {
  const signature = sagemakerSdk.methodOf(type, method);
  const call = callOf(site, `${type}.${method}`, positionalNames(signature?.parameters));
  return {
    call,
    given: argumentsByName(signature, bound),
    bound,
    ...(signature ? { signature } : {}),
    ...(through ? { through } : {}),
  };
}

/** Whether the attribute of the object decides about a field. */
function asksFor(name: string, { fields }: Sending): boolean {
  return fields.some(({ from }) => from.some(({ of, steps }) => of === "object" && steps[0] === name));
}

/** What the method raises once it is called; under a PipelineSession it neither waits nor sends. */
function refusedLaunch(
  { waitsForLogs, raisesFor = [], deployRaises, raises, raisesInPipelines }: Sending,
  { launch }: Sent,
  defaults: Value | undefined,
  inPipeline: boolean,
  raising: Omit<Raising, "method">,
): Refusal | undefined {
  if (!launch || (launch.bound && isBroken(launch.bound))) return undefined;
  const method = launch.call.callee.slice(launch.call.callee.lastIndexOf(".") + 1);
  if (inPipeline) return raisesInPipelines?.({ ...raising, method });
  const ofKey = defaults && raisesFor.find(({ key }) => isGiven(defaultAt(key, defaults)) === true);
  if (ofKey) return ofKey.refusal;
  const ofGiven =
    refusedCall(launch) ??
    (method === "deploy" ? deployRaises?.(raising.look) : undefined) ??
    raises?.({ ...raising, method });
  if (ofGiven) return ofGiven;
  return waitsForLogs === true ? logsWithoutWait(launch.signature, launch.given) : undefined;
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

function fieldFor(source: Sources, mapped: Mapped): Field | undefined {
  const { from, default: fallback, unknown, forNone, sendsNone, convert } = mapped;
  const leftOut = source.leftOut(mapped);
  const set = source.set(mapped);
  if (set !== undefined) return set === null ? undefined : { state: "known", value: set, origin: sdkDefault };
  const value = source.value(from);
  if (unknown !== undefined && isGiven(value) === false && !source.isExplicitNone(from))
    return { state: "unknown", why: unknown, origin: sdkDefault };
  if (
    sendsNone === true &&
    source.isLaunched &&
    isAbsent(value) &&
    (value?.kind === "constant" || fallback === undefined)
  )
    return { state: "known", value: null, origin: value === undefined ? sdkDefault : argument };
  if (value === undefined)
    return fallback === undefined ? undefined : { state: "known", value: fallback, origin: sdkDefault };
  const given = fallback === undefined ? value : orDefault(value, fallback);
  const field = fieldOf(forNone === undefined ? given : replaceNone(given, forNone), argument, convert);
  if (field?.state === "known") return leftOut !== undefined && field.value === leftOut ? undefined : field;
  if (field?.state !== "conditional") return field;
  const values =
    field.values?.map((one) => (leftOut !== undefined && one === leftOut ? undefined : one)) ?? [];
  const isNeverSent = field.why === undefined && values.every((one) => one === undefined);
  return isNeverSent ? undefined : { ...field, values };
}

/** What is made of a launch's arguments is told where there is a launch. */
function shapedField(shape: Shape, { from }: Mapped, source: Sources, made: Made): Field | undefined {
  if (from.some(({ of }) => of === "launch") && !source.isLaunched) return undefined;
  const value = shape(source.value(from), made);
  return value && fieldOf(value, value.span || value.kind === "either" ? argument : sdkDefault);
}

/** What is given on one branch alone is the default on the others. */
function orDefault(value: Value, data: Json): Value {
  if (value.kind !== "either" || (typeof data === "object" && data !== null)) return value;
  const values = value.values.map((one): Value => (one.kind === "absent" ? { kind: "constant", data } : one));
  return { ...value, values };
}

function replaceNone(value: Value, data: boolean): Value {
  if (value.kind === "either") return { ...value, values: value.values.map((one) => replaceNone(one, data)) };
  return value.kind === "constant" && value.data === null ? { ...value, data } : value;
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

/** Sent on some way only. */
function perhaps(field: Field): Field {
  if (field.state !== "known" && field.state !== "conditional") return field;
  const { items, why, origin, span } = field;
  return {
    state: "conditional",
    values: [...(field.state === "known" ? [field.value] : (field.values ?? [])), undefined],
    ...(items ? { items } : {}),
    ...(why === undefined ? {} : { why }),
    origin,
    ...(span ? { span } : {}),
  };
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
