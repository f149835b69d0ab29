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
import { objectsIn, type ObjectValue } from "./objects-in.js";
import type { Invocation } from "./sent.js";
import { sameValue } from "./places.js";
import { repackJobs } from "./repacking.js";
import { isConditionStep, isPipeline, stepKindOf } from "./steps.js";

/** A pipeline as it is when its definition is made, or after the last cell. */
export interface PipelineState {
  readonly construction: Construction;
  readonly now: ObjectValue;
  readonly launches: readonly Invocation[];
}

/** Where a step is in the definition of a pipeline. */
interface StepPlace {
  /** `PipelineDefinition.Steps[0].Arguments.` */
  readonly at: FieldPath;
  readonly pipeline: PipelineState;
  readonly now: ObjectValue;
}

/** The pipelines of a notebook: where each step is in a definition, and how the objects are when it is made. */
export class Pipelines {
  readonly all: readonly PipelineState[];
  private readonly places = new Map<string, StepPlace[]>();
  private readonly objects = new Map<string, ObjectValue[]>();

  constructor(records: readonly CallRecord[], { state }: Outcome) {
    this.all = records.flatMap((record) => {
      if (record.kind !== "construction" || !isPipeline(record.type)) return [];
      const launches = records.filter(
        (one): one is Invocation => one.kind === "invocation" && one.id === record.id,
      );
      const made = launches.filter(({ method }) => method !== "start").at(-1)?.self;
      const now = made ?? presentValue(freeze({ kind: "reference", id: record.id }, state));
      return now.kind === "object" ? [{ construction: record, now, launches }] : [];
    });
    for (const pipeline of this.all) {
      this.addSteps(pipeline.now.members.get("steps"), "PipelineDefinition.Steps", pipeline);
      this.addObjects(pipeline.now, 0);
    }
  }

  /** What the paths of a step's request begin with, and the calls that make the pipeline. */
  placeOf(step: Span): { readonly at: FieldPath; readonly launches: readonly Span[] } {
    const places = this.places.get(keyOf(step)) ?? [];
    const paths = new Set(places.map(({ at }) => at));
    const [only] = paths;
    const launches = places.flatMap(({ pipeline }) => pipeline.launches.map(({ site }) => site.span));
    return { at: only !== undefined && paths.size === 1 ? only : unknownPlace, launches };
  }

  /** An object as it is when the definition of its pipeline is made; undefined: it is in none, or it is one of several. */
  stateOf(made: Span): ObjectValue | undefined {
    const found = this.objects.get(keyOf(made)) ?? [];
    return found.length === 1 ? found[0] : undefined;
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
      this.places.set(key, [...(this.places.get(key) ?? []), { at, pipeline, now: step }]);
    }
    if (!isConditionStep(step.type)) return;
    this.addSteps(step.members.get("if_steps"), `${at}IfSteps`, pipeline);
    this.addSteps(step.members.get("else_steps"), `${at}ElseSteps`, pipeline);
  }

  private addObjects(value: Value | undefined, depth: number): void {
    if (depth > deepest) return;
    for (const one of objectsIn(value)) {
      if (one.span) {
        const key = keyOf(one.span);
        const known = this.objects.get(key) ?? [];
        if (known.length > 1) continue;
        // Two mentions of one object are the same; two objects of one call, as in a loop, are not told apart
        if (known.some((other) => sameValue(other, one))) continue;
        this.objects.set(key, [...known, one]);
      }
      for (const member of one.members.values()) this.addObjects(member, depth + 1);
    }
  }
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
