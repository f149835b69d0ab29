import { joinCatalogs } from "./join-catalogs.js";
import { pysparkSdk } from "./sagemaker-pyspark.js";
import { sagemakerV2 } from "./sagemaker-v2.js";
import { sagemakerV3 } from "./sagemaker-v3.js";
import type { SdkCatalog } from "./sdk-catalog.js";
import { stepFunctionsSdk } from "./stepfunctions.js";

/** `sagemaker_core` was a package of its own until v3 took it in; late v2 installs it. */
const resources = "sagemaker.core.resources";
const shapes = "sagemaker.core.shapes.shapes";

const aliases = new Map([
  // Classes of older releases of v2, and what took their place
  ["sagemaker.tensorflow.serving.Model", "sagemaker.tensorflow.model.TensorFlowModel"],
  ["sagemaker.djl_inference.DeepSpeedModel", "sagemaker.djl_inference.model.DJLModel"],
  ["sagemaker.djl_inference.FasterTransformerModel", "sagemaker.djl_inference.model.DJLModel"],
  ["sagemaker.djl_inference.HuggingFaceAccelerateModel", "sagemaker.djl_inference.model.DJLModel"],
  ...["sagemaker", "sagemaker.session", "sagemaker.inputs"].map(
    (module) => [`${module}.s3_input`, "sagemaker.inputs.TrainingInput"] as const,
  ),
  ["sagemaker_core.resources", resources],
  ["sagemaker_core.main.resources", resources],
  ["sagemaker_core.shapes", shapes],
  ["sagemaker_core.main.shapes", shapes],
  ["sagemaker.modules.configs.StoppingCondition", `${shapes}.StoppingCondition`],
]);

/**
 * Both major versions of the SageMaker Python SDK, and the SDKs of Step Functions and Spark, told apart by the import path. The
 * few paths that both versions have are version 2's: `sagemaker.serve.ModelBuilder`.
 */
export const sagemakerSdk: SdkCatalog = joinCatalogs(
  [sagemakerV2, sagemakerV3, stepFunctionsSdk, pysparkSdk],
  aliases,
);

/** The same, but paths that both have are version 3's. */
export const sagemakerSdkThree: SdkCatalog = joinCatalogs(
  [sagemakerV3, sagemakerV2, stepFunctionsSdk, pysparkSdk],
  aliases,
);
