import type { JobRequest } from "../requests/request.js";

/** What the request, or the step of a pipeline, starts or makes, as a sentence begins: "This training job". */
export function jobWords({ operation, step, part }: Pick<JobRequest, "operation" | "step" | "part">): string {
  const named = step?.operation ?? operation;
  const job = words.get(named) ?? (named.startsWith("Update") ? "update" : "job");
  const [, index] = /\bTrainingJobDefinitions\[(\d+)\]\.$/.exec(part ?? "") ?? [];
  return index === undefined ? `This ${job}` : `Definition ${Number(index) + 1} of this ${job}`;
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
  ["CreateMonitoringSchedule", "monitoring schedule"],
  ["CreateDomain", "domain"],
  ["CreateUserProfile", "user profile"],
  ["CreateSpace", "space"],
  ["CreateApp", "app"],
  ["CreateCluster", "cluster"],
  ["CreateFeatureGroup", "feature group"],
  ["CreatePipeline", "pipeline"],
  ["CreateModelPackage", "model package"],
  ["CreateMlflowApp", "MLflow app"],
  ["CreateMlflowTrackingServer", "MLflow tracking server"],
  ["CreateImage", "image"],
  ["CreateInferenceComponent", "inference component"],
  ["StartPipelineExecution", "run of a pipeline"],
  ["UpdateTrainingJob", "update of a training job"],
  ["UpdateNotebookInstance", "update of a notebook instance"],
  ["UpdateMonitoringSchedule", "update of a monitoring schedule"],
  ["UpdateDomain", "update of a domain"],
  ["UpdateUserProfile", "update of a user profile"],
  ["UpdateSpace", "update of a space"],
  ["UpdateCluster", "update of a cluster"],
  ["UpdateClusterSoftware", "update of a cluster"],
  ["UpdatePipeline", "update of a pipeline"],
  ["UpdateInferenceComponent", "update of an inference component"],
]);
