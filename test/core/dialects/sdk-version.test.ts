import assert from "node:assert/strict";
import { installedSdk, saidOfSdk, sdkWrittenFor } from "../../../core/src/dialects/sdk-version.js";

describe("the SDK that a notebook is written for", () => {
  const cases: readonly [string, string | undefined, 2 | 3 | undefined][] = [
    ["from sagemaker.train import ModelTrainer", undefined, 3],
    ["from sagemaker.core import image_uris", undefined, 3],
    ["from sagemaker.serve.model_builder import ModelBuilder", undefined, 3],
    ["from sagemaker.serve.builder.model_builder import ModelBuilder", undefined, 2],
    ["from sagemaker.estimator import Estimator", undefined, 2],
    ["from sagemaker import get_execution_role", "3.27.0", 2],
    ["import sagemaker.pytorch", undefined, 2],
    ["import sagemaker", undefined, undefined],
    ["from sagemaker.serve import ModelBuilder", undefined, undefined],
    ["from sagemaker.serve.builder.schema_builder import SchemaBuilder", undefined, undefined],
    ["from sagemaker.serve.async_inference import AsyncInferenceConfig", undefined, 3],
    ["from sagemaker.serve.bedrock_model_builder import BedrockModelBuilder", undefined, 3],
    ["from sagemaker.serve import ModelBuilder", "2.257.7", 2],
    ["!pip install 'sagemaker>=3'\nfrom sagemaker.serve import ModelBuilder", "2.257.7", 3],
    [
      "from sagemaker.train import ModelTrainer\nfrom sagemaker.estimator import Estimator",
      "2.257.7",
      undefined,
    ],
    ["# from sagemaker.train import ModelTrainer", undefined, undefined],
  ];
  for (const [text, installed, expected] of cases) {
    it(`${text} with ${installed ?? "nothing known"}: ${expected ?? "not known"}`, () => {
      assert.equal(sdkWrittenFor([saidOfSdk(text)], installed), expected);
    });
  }
});

describe("the SDK that a notebook runs with", () => {
  const cases: readonly [string, string | undefined][] = [
    ["x = 1", "2.257.7"],
    ["%pip install sagemaker==2.200.1", "2.200.1"],
    ['%pip install -U --quiet sagemaker=="2.75.1"', "2.75.1"],
    ["%pip install -q 'sagemaker[local]<3' boto3", "2"],
    ["!pip install 'sagemaker>=2.200,<3.0' ", "2"],
    ["%pip install --upgrade sagemaker~=2.100", "2"],
    ["!{sys.executable} -m pip install sagemaker==3.*", "3"],
    ["pip install sagemaker==3.27.0 --quiet", "3.27.0"],
    ["!python -m pip install 'sagemaker>3.0'", "3"],
    ["!pip install -U sagemaker", undefined],
    ["!pip install 'sagemaker>=2.48.0'", undefined],
    ["!pip install sagemaker==2.1\n!pip install sagemaker==3.1", undefined],
    ["!pip install sagemaker-core==1.0.2 sagemaker_datawrangler", "2.257.7"],
    ["# !pip install sagemaker==3.1", "2.257.7"],
  ];
  for (const [text, expected] of cases) {
    it(`${text}: ${expected ?? "not known"}`, () => {
      assert.equal(installedSdk([saidOfSdk(text)], "2.257.7"), expected);
    });
  }
});
