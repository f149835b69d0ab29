import type { SdkCatalog } from "../catalog/sdk-catalog.js";

/**
 * Estimators that do not hand their isolation on to their model. `evenWhenAsked`: not either what deploy() and
 * create_model() are given.
 */
export const losingIsolation: readonly { readonly base: string; readonly evenWhenAsked: boolean }[] = [
  { base: "sagemaker.amazon.amazon_estimator.AmazonAlgorithmEstimatorBase", evenWhenAsked: false },
  { base: "sagemaker.chainer.estimator.Chainer", evenWhenAsked: false },
  { base: "sagemaker.huggingface.estimator.HuggingFace", evenWhenAsked: false },
  { base: "sagemaker.mxnet.estimator.MXNet", evenWhenAsked: false },
  { base: "sagemaker.pytorch.estimator.PyTorch", evenWhenAsked: false },
  { base: "sagemaker.rl.estimator.RLEstimator", evenWhenAsked: true },
  { base: "sagemaker.xgboost.estimator.XGBoost", evenWhenAsked: false },
];

/** Estimators whose model is isolated as they are. */
export function keepsIsolation(type: string, catalog: SdkCatalog): boolean {
  return keeping.has(catalog.canonicalPath(type) ?? type);
}

const keeping: ReadonlySet<string> = new Set([
  "sagemaker.estimator.Estimator",
  "sagemaker.sklearn.estimator.SKLearn",
  "sagemaker.tensorflow.estimator.TensorFlow",
]);
