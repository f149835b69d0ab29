import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Span } from "../../notebook/span.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import type { Invocation } from "./sent.js";
import type { StepKind } from "./steps.js";

type ObjectValue = Extract<Value, { kind: "object" }>;

/**
 * What the constructor of a step raises when its arguments come of a method that ran at once, because its object has no
 * PipelineSession. Undefined: it does not, or nobody knows.
 *
 * @source sagemaker 2.257.7, workflow/steps.py and model_step.py
 * @param invocationAt The call of a method that is written there.
 */
export function refusedStepArguments(
  kind: StepKind,
  { members }: ObjectValue,
  invocationAt: (span: Span) => Invocation | undefined,
): Refusal | undefined {
  const refusal = refusals.find(([type]) => kind.type === type)?.[1];
  const given = members.get("step_args");
  if (!refusal || given?.kind !== "unknown" || !given.span) return undefined;
  // Of what else may be given in its place the step is made
  if (kind.objects.some((name) => name !== "step_args" && !isAbsent(members.get(name)))) return undefined;
  const invocation = invocationAt(given.span);
  return invocation && hasPlainSession(invocation.self) ? refusal : undefined;
}

const either = (message: string): Refusal => ({ error: "ValueError", message });

const refusals: readonly (readonly [string, Refusal])[] = [
  ["sagemaker.workflow.steps.TrainingStep", either("Either step_args or estimator need to be given.")],
  [
    "sagemaker.workflow.steps.ProcessingStep",
    either("either step_args or processor need to be given, but not both."),
  ],
  [
    "sagemaker.workflow.steps.TransformStep",
    either("either step_args or transformer need to be given, but not both."),
  ],
  [
    "sagemaker.workflow.model_step.ModelStep",
    {
      error: "TypeError",
      message: "The step_args of ModelStep must be obtained from model.create() or model.register().",
    },
  ],
];

/** Classes whose session is their own argument, and SDK v2's own Session where there is none. */
const own = [
  "sagemaker.estimator.EstimatorBase",
  "sagemaker.model.Model",
  "sagemaker.processing.Processor",
  "sagemaker.transformer.Transformer",
];

function hasPlainSession(self: Value | undefined): boolean {
  if (self?.kind !== "object" || self.open === true) return false;
  if (!own.some((base) => sagemakerSdk.isA(self.type, base))) return false;
  const session = self.members.get("sagemaker_session");
  return isAbsent(session) || (session?.kind === "object" && session.type === "sagemaker.session.Session");
}
