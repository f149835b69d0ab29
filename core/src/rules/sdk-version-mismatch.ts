import { defineRule } from "./define-rule.js";

export const sdkVersionMismatch = defineRule({
  id: "sdk-version-mismatch",
  severity: "error",
  needs: [],
  summary: "The notebook imports what the installed SageMaker Python SDK does not have",
  why: "Versions 2 and 3 of the SageMaker Python SDK have other modules and classes; the import ends the notebook.",
  remedy:
    'Install the version that the notebook is written for (`%pip install "sagemaker<3"`), or write it for the one that is installed.',
  source: "https://github.com/aws/sagemaker-python-sdk/blob/master/migration.md",

  applies: ({ refused }) => refused?.error === "ModuleNotFoundError",

  *check(request) {
    const { refused, sdkVersion = "", client, operation } = request;
    const other = (client === "sagemaker-v2" ? inThree : inTwo).get(operation);
    const hint = other === undefined ? "" : `; its place is taken by ${other}`;
    yield {
      span: request.nameSpan,
      message: `${refused?.message ?? "The import fails"}: sagemaker ${sdkVersion} is installed${hint}`,
    };
  },
});

/** What does in version 3 what a class of version 2 did, and the reverse. */
const inThree: ReadonlyMap<string, string> = new Map([
  ["CreateTrainingJob", "sagemaker.train.ModelTrainer"],
  ["CreateHyperParameterTuningJob", "sagemaker.train.tuner.HyperparameterTuner"],
  ["CreateProcessingJob", "sagemaker.core.processing"],
  ["CreateModel", "sagemaker.serve.ModelBuilder"],
  ["CreateEndpointConfig", "sagemaker.serve.ModelBuilder"],
  ["CreateTransformJob", "sagemaker.core.transformer.Transformer"],
]);
const inTwo: ReadonlyMap<string, string> = new Map([
  ["CreateTrainingJob", "sagemaker.estimator.Estimator"],
  ["CreateHyperParameterTuningJob", "sagemaker.tuner.HyperparameterTuner"],
  ["CreateProcessingJob", "sagemaker.processing"],
  ["CreateModel", "sagemaker.model.Model"],
  ["CreateEndpointConfig", "sagemaker.model.Model"],
  ["CreateTransformJob", "sagemaker.transformer.Transformer"],
]);
