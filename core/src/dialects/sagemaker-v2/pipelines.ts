import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { keyOf, type Span } from "../../notebook/span.js";
import { freeze } from "../../python/freeze.js";
import type { CallRecord } from "../../python/record.js";
import { presentValue } from "../../python/present.js";
import type { Value } from "../../python/value.js";
import type { FieldPath } from "../../requests/request.js";
import type { Outcome } from "../dialect.js";
import { delayedReturn, isStep } from "../pipeline-values.js";
import type { Construction } from "./construction.js";
import { objectAtTimes } from "./object-at-times.js";
import { objectsIn, type ObjectValue } from "./objects-in.js";
import type { Invocation } from "./sent.js";
import { sameValue } from "./places.js";
import { repackJobs } from "./repacking.js";
import { isConditionStep, isPipeline, stepKindOf } from "./steps.js";

/** A pipeline as it is when its definition is made the last time, or after the last cell. */
export interface PipelineState {
  readonly construction: Construction;
  readonly now: ObjectValue;
  /** When its definition was made before. */
  readonly before: readonly ObjectValue[];
  readonly launches: readonly Invocation[];
}

/** Where a step is in the definition of a pipeline. */
interface StepPlace {
  /** `PipelineDefinition.Steps[0].Arguments.` */
  readonly at: FieldPath;
  readonly pipeline: PipelineState;
}

/** An object in a pipeline, as it is at one of its times. */
interface InPipeline {
  readonly value: ObjectValue;
  readonly pipeline: PipelineState;
  /** The pipeline then. */
  readonly at: ObjectValue;
}

/** The pipelines of a notebook: where each step is in a definition, and how the objects are when it is made. */
export class Pipelines {
  readonly all: readonly PipelineState[];
  private readonly places = new Map<string, StepPlace[]>();
  private readonly objects = new Map<string, InPipeline[]>();

  constructor(records: readonly CallRecord[], { state }: Outcome) {
    this.all = records.flatMap((record) => {
      if (record.kind !== "construction" || !isPipeline(record.type)) return [];
      const launches = records.filter(
        (one): one is Invocation => one.kind === "invocation" && one.id === record.id,
      );
      const defining = definingCalls(launches).flatMap(({ self }) => self ?? []);
      const now = defining.at(-1) ?? presentValue(freeze({ kind: "reference", id: record.id }, state));
      const before = defining
        .slice(0, -1)
        .filter((one): one is ObjectValue => one.kind === "object" && !sameValue(one, now));
      return now.kind === "object" ? [{ construction: record, now, before, launches }] : [];
    });
    for (const pipeline of this.all) {
      for (const at of [...pipeline.before, pipeline.now]) {
        this.addSteps(at.members.get("steps"), "PipelineDefinition.Steps", pipeline);
        this.addObjects(at, { pipeline, at }, 0);
      }
    }
  }

  /** What the paths of a step's request begin with, and the calls that make the pipeline. */
  placeOf(step: Span): { readonly at: FieldPath; readonly launches: readonly Span[] } {
    const places = this.places.get(keyOf(step)) ?? [];
    const paths = new Set(places.map(({ at }) => at));
    const [only] = paths;
    const pipelines = new Set(places.map(({ pipeline }) => pipeline));
    const launches = [...pipelines].flatMap((pipeline) => pipeline.launches.map(({ site }) => site.span));
    return { at: only !== undefined && paths.size === 1 ? only : unknownPlace, launches };
  }

  /** The sessions of the pipelines that a step is in; undefined: a pipeline makes its own. */
  sessionsOf(step: Span): readonly (Value | undefined)[] {
    const pipelines = new Set((this.places.get(keyOf(step)) ?? []).map(({ pipeline }) => pipeline));
    return [...pipelines].map(({ now }) => now.members.get("sagemaker_session"));
  }

  /**
   * An object as it is when the definition of its pipeline is made, each time that one is; undefined: it is in none, or it is one of
   * several that the call made.
   */
  stateOf(made: Span): ObjectValue | undefined {
    const found = this.objects.get(keyOf(made)) ?? [];
    const [first, ...others] = found.map(({ value }) => value);
    return first && !areSeveral(found) ? objectAtTimes(first, others) : undefined;
  }

  /** The steps of a pipeline, by where they were made. */
  stepsIn(pipeline: PipelineState): ReadonlySet<string> {
    const own = [...this.places].filter(([, places]) => places.some((place) => place.pipeline === pipeline));
    return new Set(own.map(([key]) => key));
  }

  private addSteps(list: Value | undefined, path: FieldPath, pipeline: PipelineState): void {
    if (list?.kind !== "list" && list?.kind !== "tuple") {
      for (const one of objectsIn(list)) this.addStep(one, `${path}[].Arguments.`, pipeline);
      return;
    }
    let index: number | undefined = 0;
    for (const item of list.items) {
      for (const step of objectsIn(item)) this.addStep(step, `${path}[${index ?? ""}].Arguments.`, pipeline);
      const count: number | undefined = item.kind === "object" ? countOf(item) : undefined;
      index = index === undefined || count === undefined ? undefined : index + count;
    }
  }

  private addStep(step: ObjectValue, at: FieldPath, pipeline: PipelineState): void {
    if (step.type === delayedReturn) {
      for (const one of objectsIn(step.members.get("step"))) this.addStep(one, at, pipeline);
      return;
    }
    if (!isStep(step.type, sagemakerSdk)) return;
    if (step.span) {
      const key = keyOf(step.span);
      this.places.set(key, [...(this.places.get(key) ?? []), { at, pipeline }]);
    }
    if (!isConditionStep(step.type)) return;
    this.addSteps(step.members.get("if_steps"), `${at}IfSteps`, pipeline);
    this.addSteps(step.members.get("else_steps"), `${at}ElseSteps`, pipeline);
  }

  private addObjects(value: Value | undefined, where: Omit<InPipeline, "value">, depth: number): void {
    if (depth > deepest) return;
    for (const one of objectsIn(value)) {
      if (one.span) {
        const key = keyOf(one.span);
        const known = this.objects.get(key) ?? [];
        if (areSeveral(known) || known.some(({ value }) => sameValue(value, one))) continue;
        this.objects.set(key, [...known, { ...where, value: one }]);
      }
      for (const member of one.members.values()) this.addObjects(member, where, depth + 1);
    }
  }
}

/** The calls that send the definition; where there is none, those that show it. */
function definingCalls(launches: readonly Invocation[]): readonly Invocation[] {
  const sending = launches.filter(({ method }) => method !== "start" && method !== "definition");
  return sending.length > 0 ? sending : launches.filter(({ method }) => method === "definition");
}

/** They differ at one time: several objects of one call, as in a loop, or of pipelines that one call makes. */
function areSeveral(found: readonly InPipeline[]): boolean {
  const times = new Set(found.map(({ at }) => at));
  const pipelines = new Set(found.map(({ pipeline }) => pipeline));
  const calls = new Set([...pipelines].map(({ construction }) => keyOf(construction.site.span)));
  return times.size < found.length || calls.size < pipelines.size;
}

/** Which step of which pipeline is not known. */
const unknownPlace = "PipelineDefinition.Steps[].Arguments.";

const deepest = 12;

/** How many steps of the definition come of one in the list; undefined: not known. */
function countOf(step: ObjectValue): number | undefined {
  if (!isStep(step.type, sagemakerSdk)) return undefined;
  const kind = stepKindOf(step.type);
  if (kind?.steps) return kind.steps.length;
  if (kind?.mayRepack !== true) return 1;
  return repackJobs(step).length + (kind.parts?.length ?? 1);
}
