import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import type { Instance } from "../python/library.js";
import { integer, none, unknown, type MachineValue, type Site } from "../python/machine.js";
import { joinValues } from "../python/state.js";

/** What a method gives that starts nothing, because its object has a PipelineSession; members: `self`. */
export const stepArguments = "sagemaker.workflow.pipeline_context._StepArguments";
/** What a call of an `@step` function gives; members: `step`, the function. */
export const delayedReturn = "sagemaker.workflow.function_step.DelayedReturn";
/** The decorators of pipeline functions, of SDK v2 and v3. */
export const stepFunctions: ReadonlySet<string> = new Set([
  "sagemaker.workflow.function_step.step",
  "sagemaker.mlops.workflow.function_step.step",
]);

const variables = [
  "sagemaker.workflow.entities.PipelineVariable",
  "sagemaker.core.helper.pipeline_variable.PipelineVariable",
];
const sessions = [
  "sagemaker.workflow.pipeline_context.PipelineSession",
  "sagemaker.core.workflow.pipeline_context.PipelineSession",
];
const properties = "sagemaker.workflow.properties.Properties";
const join = "sagemaker.workflow.functions.Join";
const stepClasses = [
  "sagemaker.workflow.steps.Step",
  "sagemaker.workflow.step_collections.StepCollection",
  "sagemaker.mlops.workflow.steps.Step",
  "sagemaker.mlops.workflow.step_collections.StepCollection",
];

/** Known only when the pipeline runs. */
export function isPipelineVariable(type: string, catalog: SdkCatalog): boolean {
  return variables.some((one) => catalog.isA(type, one));
}

/** Methods of objects that have such a session start nothing. */
export function isPipelineSession(type: string, catalog: SdkCatalog): boolean {
  return sessions.some((one) => catalog.isA(type, one));
}

/** A step of a pipeline, or several that are handled as one. */
export function isStep(type: string, catalog: SdkCatalog): boolean {
  return stepFunctions.has(type) || stepClasses.some((one) => catalog.isA(type, one));
}

/** Methods that start nothing under a PipelineSession but give a step its arguments. */
const runnable = /^(?:fit|run|train|transform|tune|build|create|register)$/;

/**
 * What a method of the SDK gives when its object has a PipelineSession: the arguments of a step. Undefined: it has an
 * ordinary session.
 */
export function stepArgumentsOf(
  self: MachineValue,
  method: string,
  call: number | undefined,
  site: Site,
  catalog: SdkCatalog,
  context: Context,
): MachineValue | undefined {
  const inPipeline = givesArguments(self, method, catalog, context);
  if (inPipeline === false) return undefined;
  const made = context.allocate({
    kind: "instance",
    type: stepArguments,
    members: new Map([["self", self], ...(call === undefined ? [] : [["call", integer(call)] as const])]),
    open: false,
    site,
    span: site.span,
  });
  return inPipeline === true ? made : joinValues([made, unknown(`${site.callee}() runs in the notebook`)]);
}

/**
 * Whether the method gives a step its arguments and starts nothing. Only such calls are numbered: a number makes another
 * record of each call that is evaluated again.
 */
export function givesArguments(
  self: MachineValue,
  method: string,
  catalog: SdkCatalog,
  context: Context,
): boolean | "maybe" {
  const ofSession = method === "create_endpoint_config" || method === "create_endpoint";
  if (!runnable.test(method) && !(ofSession && isSessionOfThree(self, context))) return false;
  return hasPipelineSession(self, catalog, context, 0);
}

/** Its own methods give arguments of steps; that of version 2 sends their requests at once. */
function isSessionOfThree(self: MachineValue, context: Context): boolean {
  const object = context.object(self);
  return (
    object?.kind === "instance" &&
    typeof object.type === "string" &&
    object.type.startsWith("sagemaker.core.")
  );
}

function hasPipelineSession(
  value: MachineValue,
  catalog: SdkCatalog,
  context: Context,
  depth: number,
): boolean | "maybe" {
  if (value.kind === "either") {
    const all = new Set(value.values.map((one) => hasPipelineSession(one, catalog, context, depth)));
    const [only] = all;
    return all.size === 1 && only !== undefined ? only : "maybe";
  }
  if (value.kind === "unknown") return "maybe";
  const object = context.object(value);
  if (object?.kind !== "instance" || depth > 4) return false;
  if (typeof object.type === "string" && isPipelineSession(object.type, catalog)) return true;
  const session = object.members.get("sagemaker_session");
  if (session && !(session.kind === "constant" && session.type === "none"))
    return hasPipelineSession(session, catalog, context, depth + 1);
  // A tuner has its estimator's session
  const part = object.members.get("estimator") ?? object.members.get("model_trainer");
  if (part) return hasPipelineSession(part, catalog, context, depth + 1);
  const several = object.members.get("estimator_dict");
  const first = several && firstByName(several, context);
  return first ? hasPipelineSession(first, catalog, context, depth + 1) : false;
}

/** The session of a tuner of several estimators is that of the first by name. */
function firstByName(several: MachineValue, context: Context): MachineValue {
  const dict = context.object(several);
  if (dict?.kind !== "dict" || dict.open) return unknown("the estimators are not all known");
  const [first] = [...dict.entries.keys()].sort();
  return (first === undefined ? undefined : dict.entries.get(first)) ?? none;
}

/** What is only known when the pipeline runs: `step.properties.ModelArtifacts.S3ModelArtifacts`. */
export function pipelineAttribute(
  type: string,
  name: string,
  catalog: SdkCatalog,
  context: Context,
): MachineValue | undefined {
  const isOfStep = name === "properties" && stepClasses.some((one) => catalog.isA(type, one));
  return isOfStep || type === properties ? context.allocate(variable(properties)) : undefined;
}

/** `tuning_step.get_top_model_s3_uri(…)` */
export function pipelineMethod(
  type: string,
  name: string,
  catalog: SdkCatalog,
  context: Context,
): MachineValue | undefined {
  const isTop = name === "get_top_model_s3_uri" && stepClasses.some((one) => catalog.isA(type, one));
  return isTop ? context.allocate(variable(join)) : undefined;
}

function variable(type: string): Instance {
  return { kind: "instance", type, members: new Map(), open: false };
}
