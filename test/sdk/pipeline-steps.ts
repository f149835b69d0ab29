import type { Json } from "../../core/src/requests/request.js";
import type { RecordedRequest } from "./sdk-case.js";

/** The operation that a step of a type is the request of. */
const operations: Readonly<Record<string, string>> = {
  AutoML: "CreateAutoMLJob",
  ClarifyCheck: "CreateProcessingJob",
  Model: "CreateModel",
  Processing: "CreateProcessingJob",
  QualityCheck: "CreateProcessingJob",
  Training: "CreateTrainingJob",
  Transform: "CreateTransformJob",
  Tuning: "CreateHyperParameterTuningJob",
};

interface Step {
  readonly Type: string;
  readonly Arguments?: RecordedRequest["parameters"];
}

/** The parameters with the pipeline's definition as the object that its text holds. */
export function withDefinition(parameters: RecordedRequest["parameters"]): RecordedRequest["parameters"] {
  const { PipelineDefinition: text } = parameters;
  if (typeof text !== "string") return parameters;
  return { ...parameters, PipelineDefinition: JSON.parse(text) as Json };
}

/** Of a recorded pipeline or state machine the requests that its steps are; of anything else the request itself. */
export function requestsIn(recorded: RecordedRequest): readonly RecordedRequest[] {
  if (recorded.operation === "CreateStateMachine") return statesOf(recorded).map(({ request }) => request);
  const { PipelineDefinition: text } = recorded.parameters;
  if (typeof text !== "string") return [recorded];
  const { Steps: steps } = JSON.parse(text) as { readonly Steps: readonly Step[] };
  return steps.flatMap((step) => requestsOf(step, recorded));
}

function requestsOf(
  { Type: type, Arguments: parameters = {} }: Step,
  recorded: RecordedRequest,
): RecordedRequest[] {
  const { IfSteps = [], ElseSteps = [] } = parameters as unknown as Record<
    string,
    readonly Step[] | undefined
  >;
  if (type === "Condition") return [...IfSteps, ...ElseSteps].flatMap((step) => requestsOf(step, recorded));
  return [{ ...recorded, operation: operations[type] ?? type, parameters }];
}

interface State {
  readonly Resource?: string;
  readonly Parameters?: RecordedRequest["parameters"];
}

/** The requests of a recorded state machine, each with the name of its state. */
export function statesOf(
  recorded: RecordedRequest,
): readonly { readonly name: string; readonly request: RecordedRequest }[] {
  const { definition } = recorded.parameters;
  if (typeof definition !== "string") return [];
  const { States } = JSON.parse(definition) as { readonly States: Readonly<Record<string, State>> };
  return Object.entries(States).flatMap(
    ([name, { Resource: resource = "", Parameters: parameters = {} }]) => {
      const [, first = "", rest = ""] = /:sagemaker:(\w)(\w+)/.exec(resource) ?? [];
      const operation = `${first.toUpperCase()}${rest}`;
      return operation === "" ? [] : [{ name, request: { ...recorded, operation, parameters } }];
    },
  );
}
