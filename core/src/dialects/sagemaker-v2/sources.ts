import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { lastName } from "../../dotted-path.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { pythonTypeName } from "../../requests/python-text.js";
import type { ClientId, FieldPath, Json, Refusal } from "../../requests/request.js";
import type { Constructions } from "./construction.js";
import { familyOf } from "./family-of.js";
import type { Mapped, Sending, Source } from "./family.js";
import { placeOf, type FoundPlace } from "./places.js";
import type { Sent } from "./sent.js";
import { shadowedMethod, type Shadowed } from "./shadowed.js";
import { isEmptyDict, isGiven, isTruthy, memberOf, valueAt } from "./values.js";

/** Where the values of one request come from. */
export class Sources {
  private readonly given: ReadonlyMap<string, Value>;
  private readonly family;
  private readonly chosen = new Map<readonly Source[], Source>();
  private readonly sets: ReadonlyMap<string, unknown> | undefined;
  readonly shadowed: Shadowed | undefined;

  constructor(
    private readonly sent: Sent,
    private readonly constructions: Constructions,
  ) {
    const { launch, subject } = sent;
    this.given = launch?.given ?? new Map<string, Value>();
    const type = subject.now.kind === "object" ? subject.now.type : "";
    this.family = familyOf(type);
    this.sets = sagemakerSdk.classOf(type)?.sets;
    this.shadowed = shadowedMethod(subject.now, constructions);
  }

  value(sources: readonly Source[]): Value | undefined {
    const source = this.source(sources);
    return source && this.one(source);
  }

  /** The first that is given, else the last; one that is given as None counts where that has a meaning of its own. */
  source(sources: readonly Source[]): Source | undefined {
    if (sources.length < 2) return sources[0];
    // A row asks for it several times
    let source = this.chosen.get(sources);
    if (!source) {
      source = sources.find((one) =>
        one.evenNone === true ? this.first(one) !== undefined : isGiven(this.one(one)) !== false,
      );
      source ??= sources.at(-1);
      if (source) this.chosen.set(sources, source);
    }
    return source;
  }

  get isLaunched(): boolean {
    return this.sent.launch !== undefined;
  }

  /** The class is known, not one of two versions'. */
  get isSure(): boolean {
    const { now } = this.sent.subject;
    return now.kind !== "object" || !now.members.has("_unsure");
  }

  get client(): ClientId {
    return this.family?.client ?? "sagemaker-v2";
  }

  /** None is given where that has a meaning of its own. */
  isExplicitNone(sources: readonly Source[]): boolean {
    return sources.some(
      (one) => one.evenNone === true && one.orDefaults !== true && this.first(one) !== undefined,
    );
  }

  /** What the class sets itself, whatever it is given; undefined also where the notebook sets it afterwards. */
  set(mapped: Mapped): string | number | boolean | null | undefined {
    const source = this.source(mapped.from);
    const [step] = source?.of === "object" && source.steps.length === 1 ? source.steps : [];
    const value = step === undefined ? undefined : this.sets?.get(step);
    if (value !== undefined && this.place(mapped)?.setLater === true) return undefined;
    return typeof value === "object" && value !== null
      ? undefined
      : (value as string | number | boolean | null | undefined);
  }

  /** What of the field is not sent, by an object of this class. */
  leftOut({ leftOut, leftOutBy }: Mapped): Json | undefined {
    const { now } = this.sent.subject;
    const isOwn = now.kind === "object" && leftOutBy?.some((base) => sagemakerSdk.isA(now.type, base));
    return leftOutBy === undefined || isOwn ? leftOut : undefined;
  }

  anyTruthy(sources: readonly Source[]): boolean | "maybe" {
    if (!this.sent.launch) return true;
    const all = sources.map((source) => isTruthy(this.one(source)));
    return all.includes(true) || (all.includes("maybe") ? "maybe" : false);
  }

  isSent({ onlyWith, unless }: Mapped): boolean | "maybe" {
    const { sender, subject } = this.sent;
    const instead = unless ? isGiven(unless(sender, subject.named)) : false;
    if (instead === true) return false;
    const isSent = onlyWith ? this.anyTruthy(onlyWith) : true;
    return instead === "maybe" && isSent === true ? "maybe" : isSent;
  }

  /** Fields of structures that are given, whether or not there is anything in them. */
  emptyStructures(rows: readonly Mapped[]): ReadonlySet<FieldPath> {
    const given = rows.filter(({ from }) =>
      from.some((one) => {
        const { steps } = one;
        const holder = steps.length > 1 ? this.one({ ...one, steps: steps.slice(0, -1) }) : undefined;
        return isEmptyDict(holder);
      }),
    );
    return new Set(given.map(({ path }) => path));
  }

  place({ from }: Mapped): FoundPlace | undefined {
    const source = this.source(from);
    const own = source && this.placeOf(source);
    if (own || !source) return own;
    // What takes its place in the call that sends the request
    const before = from.slice(0, from.indexOf(source)).find(({ of }) => of === "launch");
    return before && this.placeOf(before);
  }

  private placeOf(source: Source): FoundPlace | undefined {
    // What begins so is no parameter: the constructor makes it of others
    if (source.steps[0]?.startsWith("_") === true) return undefined;
    const { launch, subject } = this.sent;
    if (source.of === "launch") {
      return launch && { place: { call: launch.call, steps: source.steps }, setLater: false };
    }
    const { construction, now } = subject;
    return construction && placeOf(construction, now, source.steps, this.constructions);
  }

  refused({ refuses }: Sending): Refusal | undefined {
    return refuses && isGiven(this.value([refuses.given])) === true ? refuses.refusal : undefined;
  }

  session(): Value | undefined {
    const { now } = this.sent.subject;
    if (now.kind === "object" && sessions.some((one) => sagemakerSdk.isA(now.type, one))) return now;
    return (
      memberOf(now, "sagemaker_session", this.family) ??
      memberOf(this.sent.sender, "sagemaker_session", undefined) ??
      memberOf(settingUp(now), "sagemaker_session", undefined)
    );
  }

  private one(source: Source): Value | undefined {
    if (source.of === "calls") return this.first(source);
    const { of, steps } = source;
    const first = this.first(source);
    const made = of === "object" && steps.length > 1 ? this.family?.objects.get(steps[0] ?? "") : undefined;
    const isPlain = made !== undefined && first && !isAbsent(first) && pythonTypeName(first) !== undefined;
    if (isPlain) return { kind: "unknown", why: `what is given is no ${lastName(made)}` };
    return valueAt(first, steps, 1);
  }

  /** What is expanded may have names that only `**kwargs` takes. */
  private get expanded(): Value | undefined {
    const { bound, signature } = this.sent.launch ?? {};
    return bound?.openKeywords === true && signature?.takesAnyKeyword !== false
      ? { kind: "unknown", why: "it may be among the arguments that are expanded" }
      : undefined;
  }

  private first(source: Source): Value | undefined {
    const [step] = source.steps;
    if (step === undefined) return undefined;
    if (source.of === "calls") return calledAt(this.sent.sender, source, this.constructions);
    if (source.of === "launch") return this.given.get(step) ?? this.expanded;
    if (step === this.shadowed?.method)
      return { kind: "unknown", why: `something else was assigned to its method ${step}` };
    return memberOf(this.sent.subject.now, step, this.family);
  }
}

/** The object whose session and defaults count: a tuner has those of its estimator, of several the first's. */
export function settingUp(now: Value): Value {
  if (now.kind !== "object" || !sagemakerSdk.isA(now.type, "sagemaker.tuner.HyperparameterTuner")) return now;
  const several = now.members.get("estimator_dict");
  const [first] = several?.kind === "dict" ? several.entries.values() : [];
  return now.members.get("estimator") ?? first ?? now;
}

/** As a value: undefined for what is not called. */
export function calledAt(
  sender: Value,
  { onMaker, steps: methods }: Source,
  constructions: Constructions,
): Value | undefined {
  const object = onMaker === true ? constructions.makerOf(sender) : sender;
  const is = constructions.called(object, methods);
  if (is === false) return undefined;
  return is === true
    ? { kind: "constant", data: true }
    : { kind: "unknown", why: "code that is not followed may have called it" };
}

const sessions = ["sagemaker.session.Session", "sagemaker.core.helper.session_helper.Session"];
