import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import { stepFunctions } from "./pipeline-values.js";

/** Whether the method submits something, or says what is to be, though the catalog does not list it. */
export function isSubmitter(type: string, method: string, catalog: SdkCatalog): boolean {
  const bases = submitters.get(method);
  return bases?.some((base) => type === base || catalog.isA(type, base)) === true;
}

const remotes: ReadonlySet<string> = new Set([
  "sagemaker.remote_function.client.remote",
  "sagemaker.core.remote_function.client.remote",
]);

/** Functions that make an object which is called with a function, and then in its place. */
export const decorators: ReadonlySet<string> = new Set([...remotes, ...stepFunctions]);

const executors = [
  "sagemaker.remote_function.client.RemoteExecutor",
  "sagemaker.core.remote_function.client.RemoteExecutor",
];
const pipelines = ["sagemaker.workflow.pipeline.Pipeline", "sagemaker.mlops.workflow.pipeline.Pipeline"];

/**
 * Methods that submit without a setting among their parameters, which is what the catalog goes by, and the classes that
 * they are of, with their descendants.
 */
const submitters: ReadonlyMap<string, readonly string[]> = new Map([
  ["submit", executors],
  ["map", executors],
  ["deploy", ["sagemaker.serve.builder.model_builder.ModelBuilder"]],
  ["__call__", [...decorators]],
  ["register", ["sagemaker.model.Model", "sagemaker.pipeline.PipelineModel"]],
  ["definition", pipelines],
  ["start", pipelines],
  ["evaluate", ["sagemaker.train.evaluate.base_evaluator.BaseEvaluator"]],
]);
