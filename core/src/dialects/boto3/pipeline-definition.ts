import type { Value } from "../../python/value.js";
import type { Field, FieldPath, JobRequest } from "../../requests/request.js";
import { settingsOf } from "../../requests/settings.js";
import { structureOf } from "../json-structure.js";
import { sentAsText } from "../sent-as-text.js";
import { addFields, halfOf } from "./structure-fields.js";

/**
 * The steps of a pipeline whose definition is a text of JSON, each as the part of the request that it is.
 *
 * @param request CreatePipeline or UpdatePipeline as it is called.
 * @param definition What is given for `PipelineDefinition`: a text, or what `json.dumps` made it of.
 * @see https://aws-sagemaker-mlops.github.io/sagemaker-model-building-pipeline-definition-JSON-schema/
 */
export function readDefinition(request: JobRequest, definition: Value): readonly JobRequest[] {
  const steps = memberOf(structureOf(definition), "Steps");
  return steps ? readSteps(request, steps, "PipelineDefinition.Steps") : [];
}

/** The operation that a step of a type is the request of. */
const operations: ReadonlyMap<string, string> = new Map([
  ["AutoML", "CreateAutoMLJob"],
  ["ClarifyCheck", "CreateProcessingJob"],
  ["EndpointConfig", "CreateEndpointConfig"],
  ["Model", "CreateModel"],
  ["Processing", "CreateProcessingJob"],
  ["QualityCheck", "CreateProcessingJob"],
  ["RegisterModel", "CreateModelPackage"],
  ["Training", "CreateTrainingJob"],
  ["Transform", "CreateTransformJob"],
  ["Tuning", "CreateHyperParameterTuningJob"],
]);

function readSteps(request: JobRequest, steps: Value, path: FieldPath): readonly JobRequest[] {
  if (steps.kind !== "list" && steps.kind !== "tuple") return [];
  return steps.items.flatMap((step, index) => {
    const at = `${path}[${index}].Arguments.`;
    const given = memberOf(step, "Arguments");
    const type = textOf(memberOf(step, "Type"));
    if (type === "Condition")
      return ["IfSteps", "ElseSteps"].flatMap((name) => {
        const inner = memberOf(given, name);
        return inner ? readSteps(request, inner, `${at}${name}`) : [];
      });
    const operation = type === undefined ? undefined : operations.get(type);
    return operation === undefined
      ? []
      : [readStep(request, operation, given, at, textOf(memberOf(step, "Name")))];
  });
}

function readStep(
  request: JobRequest,
  operation: string,
  given: Value | undefined,
  at: FieldPath,
  name: string | undefined,
): JobRequest {
  const own = new Map<FieldPath, Field>();
  if (given?.kind === "dict")
    for (const [member, value] of given.entries) addFields(own, member, atRun(value));
  const halfVpc = halfOf(settingsOf(operation), own);
  const { client, span, nameSpan, launches, region, regionUnknown, localMode, call } = request;
  const job: JobRequest = {
    operation: request.operation,
    client,
    name: request.name,
    span,
    nameSpan,
    launches,
    ...(region === undefined ? {} : { region }),
    regionUnknown,
    localMode,
    fields: new Map([...own].map(([path, field]) => [`${at}${path}`, field])),
    ...(halfVpc ? { halfVpc } : {}),
    call,
    part: at,
    step: { at, operation, ...(name === undefined ? {} : { name }) },
  };
  return sentAsText(job);
}

/** What stands for a value of the pipeline's own is known once that runs. */
function atRun(value: Value): Value {
  switch (value.kind) {
    case "dict": {
      const [name] = value.entries.keys();
      const stands = value.entries.size === 1 && name !== undefined && /^(?:Get|Std:\w+)$/.test(name);
      if (stands) return { kind: "unknown", why: "it is known only when the pipeline runs" };
      return { ...value, entries: new Map([...value.entries].map(([key, entry]) => [key, atRun(entry)])) };
    }
    case "list":
    case "tuple":
      return { ...value, items: value.items.map(atRun) };
    case "either":
      return { ...value, values: value.values.map(atRun) };
    default:
      return value;
  }
}

function memberOf(value: Value | undefined, name: string): Value | undefined {
  return value?.kind === "dict" ? value.entries.get(name) : undefined;
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "constant" && typeof value.data === "string" ? value.data : undefined;
}
