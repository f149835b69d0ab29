import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import { stepFunctions } from "./pipeline-values.js";

/** Whether the method submits something, or says what is to be, though the catalog does not list it. */
export function isSubmitter(type: string, method: string, catalog: SdkCatalog): boolean {
  return submitters.some(
    ([base, methods]) => methods.has(method) && (type === base || catalog.isA(type, base)),
  );
}

const remotes: ReadonlySet<string> = new Set([
  "sagemaker.remote_function.client.remote",
  "sagemaker.core.remote_function.client.remote",
]);

/** Functions that make an object which is called with a function, and then in its place. */
export const decorators: ReadonlySet<string> = new Set([...remotes, ...stepFunctions]);

/** Methods of a class and its descendants that submit without a setting among their parameters, which is what the catalog goes by. */
const submitters: readonly (readonly [string, ReadonlySet<string>])[] = [
  ["sagemaker.remote_function.client.RemoteExecutor", new Set(["submit", "map"])],
  ["sagemaker.core.remote_function.client.RemoteExecutor", new Set(["submit", "map"])],
  ["sagemaker.serve.builder.model_builder.ModelBuilder", new Set(["deploy"])],
  ...[...decorators].map((decorator) => [decorator, new Set(["__call__"])] as const),
  ["sagemaker.model.Model", new Set(["register"])],
  ["sagemaker.pipeline.PipelineModel", new Set(["register"])],
  ["sagemaker.workflow.pipeline.Pipeline", new Set(["definition", "start"])],
  ["sagemaker.train.evaluate.base_evaluator.BaseEvaluator", new Set(["evaluate"])],
  ["sagemaker.mlops.workflow.pipeline.Pipeline", new Set(["definition", "start"])],
];
