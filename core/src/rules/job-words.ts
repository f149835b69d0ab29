import type { JobRequest } from "../requests/request.js";

/** What the request, or the step of a pipeline, starts or makes, as a sentence begins: "This training job". */
export function jobWords({ operation, step }: Pick<JobRequest, "operation" | "step">): string {
  return `This ${words.get(step?.operation ?? operation) ?? "job"}`;
}

const words: ReadonlyMap<string, string> = new Map([
  ["CreateTrainingJob", "training job"],
  ["CreateHyperParameterTuningJob", "tuning job"],
  ["CreateProcessingJob", "processing job"],
  ["CreateTransformJob", "transform job"],
  ["CreateModel", "model"],
  ["CreateEndpointConfig", "endpoint configuration"],
  ["CreateEndpoint", "endpoint"],
  ["UpdateEndpoint", "update of an endpoint"],
  ["CreateAutoMLJob", "AutoML job"],
  ["CreateAutoMLJobV2", "AutoML job"],
  ["CreateNotebookInstance", "notebook instance"],
  ["CreateCompilationJob", "compilation job"],
]);
