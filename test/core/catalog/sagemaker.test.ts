import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { sagemakerSdk } from "../../../core/src/catalog/sagemaker.js";
import type { SdkCatalogData } from "../../../core/src/catalog/sdk-catalog.js";
import { sdkPackages } from "../../../core/src/dialects/known-packages.js";

describe("both SDKs as one catalog", () => {
  const trainer = "sagemaker.train.model_trainer.ModelTrainer";
  for (const [path, canonical] of [
    ["sagemaker.estimator.Estimator", "sagemaker.estimator.Estimator"],
    ["sagemaker.pytorch.PyTorch", "sagemaker.pytorch.estimator.PyTorch"],
    ["sagemaker.train.ModelTrainer", trainer],
    ["sagemaker.modules.train.ModelTrainer", "sagemaker.modules.train.model_trainer.ModelTrainer"],
    ["sagemaker.train.configs.Networking", "sagemaker.core.training.configs.Networking"],
    ["sagemaker_core.resources.TrainingJob", "sagemaker.core.resources.TrainingJob"],
    ["sagemaker_core.main.shapes.VpcConfig", "sagemaker.core.shapes.shapes.VpcConfig"],
    ["sagemaker.modules.configs.StoppingCondition", "sagemaker.core.shapes.shapes.StoppingCondition"],
  ] as const) {
    it(`${path} is ${canonical}`, () => {
      assert.equal(sagemakerSdk.canonicalPath(path), canonical);
      assert.equal(sagemakerSdk.classOf(path)?.path, canonical);
    });
  }

  it("is of the packages that calls are looked up for", () => {
    const catalogs = ["sagemaker-v2", "sagemaker-v3", "stepfunctions", "sagemaker-pyspark"].flatMap(pathsIn);
    assert.deepEqual(
      new Set([...catalogs, "sagemaker_core.resources"].map((path) => path.split(".")[0])),
      sdkPackages,
    );
  });

  it("knows methods, ancestors and functions of both", () => {
    assert.ok(sagemakerSdk.methodOf("sagemaker.train.ModelTrainer", "train"));
    assert.ok(sagemakerSdk.methodOf("sagemaker.pytorch.PyTorch", "fit"));
    assert.ok(sagemakerSdk.isA("sagemaker.pytorch.PyTorch", "sagemaker.estimator.EstimatorBase"));
    assert.ok(!sagemakerSdk.isA("sagemaker.train.ModelTrainer", "sagemaker.estimator.EstimatorBase"));
    assert.ok(sagemakerSdk.functionOf("sagemaker.image_uris.retrieve"));
    assert.equal(sagemakerSdk.classOf("sagemaker_core.resources.Nothing"), undefined);
    assert.equal(sagemakerSdk.classOf("trl.SFTTrainer"), undefined);
  });
});

/** The paths that classes and functions of a catalog are imported by. */
function pathsIn(catalog: string): string[] {
  const file = new URL(`../../../core/src/catalog/${catalog}.json`, import.meta.url);
  const { classes, functions } = JSON.parse(readFileSync(file, "utf8")) as SdkCatalogData;
  return [...Object.entries(classes), ...Object.entries(functions)].flatMap(([path, { imports = [] }]) => [
    path,
    ...imports,
  ]);
}
