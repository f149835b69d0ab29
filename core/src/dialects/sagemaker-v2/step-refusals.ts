import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Span } from "../../notebook/span.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { objectsIn, type ObjectValue } from "./objects-in.js";
import type { Invocation } from "./sent.js";
import type { StepKind } from "./steps.js";
import { valueError } from "./value-error.js";

/** What the constructor of a step raises. Undefined: nothing, or nobody knows. */
export function refusedStep(
  kind: StepKind,
  now: ObjectValue,
  invocationAt: (span: Span) => Invocation | undefined,
): Refusal | undefined {
  return kind.steps ? refusedOrder(now) : refusedStepArguments(kind, now, invocationAt);
}

/**
 * What is checked of the transform's results cannot be checked before it.
 *
 * @source sagemaker 2.257.7, workflow/monitor_batch_transform_step.py
 */
function refusedOrder({ members }: ObjectValue): Refusal | undefined {
  const before = members.get("monitor_before_transform");
  const config = members.get("monitor_configuration");
  const isOfResults = config?.kind === "object" && /\.(?:DataBias|ModelBias)CheckConfig$/.test(config.type);
  return isOfResults && before?.kind === "constant" && before.data === true
    ? valueError(
        "monitor_before_transform only take effect when the monitor_configuration is one of [DataQualityCheckConfig, ModelExplainabilityCheckConfig]",
      )
    : undefined;
}

/**
 * Version 3 has a step that its pipelines do not take.
 *
 * @source sagemaker 3.27.0, mlops/workflow/_steps_compiler.py
 */
export function refusedPipeline(steps: Value | undefined): Refusal | undefined {
  const refused = objectsIn(steps).find(({ type }) => type === notTaken);
  return refused && valueError(`Invalid input step type: <class '${notTaken}'>`);
}

const notTaken = "sagemaker.mlops.workflow.monitor_batch_transform_step.MonitorBatchTransformStep";

/**
 * What the constructor of a step raises when its arguments come of a method that ran at once, because its object has no
 * PipelineSession. Undefined: it does not, or nobody knows.
 *
 * @source sagemaker 2.257.7, workflow/steps.py and model_step.py
 * @param invocationAt The call of a method that is written there.
 */
function refusedStepArguments(
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

const refusals: readonly (readonly [string, Refusal])[] = [
  ["sagemaker.workflow.steps.TrainingStep", valueError("Either step_args or estimator need to be given.")],
  [
    "sagemaker.workflow.steps.ProcessingStep",
    valueError("either step_args or processor need to be given, but not both."),
  ],
  [
    "sagemaker.workflow.steps.TransformStep",
    valueError("either step_args or transformer need to be given, but not both."),
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
