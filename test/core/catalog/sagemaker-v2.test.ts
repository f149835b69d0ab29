import assert from "node:assert/strict";
import { sagemakerV2 } from "../../../core/src/catalog/sagemaker-v2.js";
import type { Parameter } from "../../../core/src/catalog/sdk-catalog.js";

describe("the catalog of the SageMaker SDK v2", () => {
  it("says which SDK it was made from", () => {
    assert.match(sagemakerV2.versions.get("sagemaker") ?? "", /^2\.\d+/);
  });

  it("knows classes by every path they can be imported by", () => {
    const paths = {
      "sagemaker.pytorch.PyTorch": "sagemaker.pytorch.estimator.PyTorch",
      "sagemaker.pytorch.estimator.PyTorch": "sagemaker.pytorch.estimator.PyTorch",
      "sagemaker.tensorflow.TensorFlow": "sagemaker.tensorflow.estimator.TensorFlow",
      "sagemaker.huggingface.HuggingFace": "sagemaker.huggingface.estimator.HuggingFace",
      "sagemaker.Session": "sagemaker.session.Session",
      "sagemaker.TrainingInput": "sagemaker.inputs.TrainingInput",
      "sagemaker.get_execution_role": "sagemaker.session.get_execution_role",
      "sagemaker.processing.Processor": "sagemaker.processing.Processor",
    };
    for (const [path, canonical] of Object.entries(paths)) {
      assert.equal(sagemakerV2.canonicalPath(path), canonical);
    }
  });

  it("does not know what the SDK does not have", () => {
    assert.equal(sagemakerV2.classOf("sagemaker.Estimator"), undefined);
    assert.equal(sagemakerV2.classOf("sagemaker.estimator.constructor"), undefined);
    assert.deepEqual(sagemakerV2.ancestors("toString"), []);
    assert.equal(sagemakerV2.methodOf("sagemaker.estimator.Estimator", "toString"), undefined);
  });

  it("has the parameters in the order of the signature", () => {
    const names = parametersOf("sagemaker.estimator.Estimator").map(({ name }) => name);
    assert.deepEqual(names.slice(0, 5), [
      "image_uri",
      "role",
      "instance_count",
      "instance_type",
      "keep_alive_period_in_seconds",
    ]);
  });

  it("has defaults as values: none, null for None, and plain ones", () => {
    const parameters = parametersOf("sagemaker.estimator.Estimator");
    assert.deepEqual(named(parameters, "image_uri"), {
      name: "image_uri",
      required: true,
      default: undefined,
      keywordOnly: false,
    });
    assert.equal(named(parameters, "subnets").default, null);
    assert.equal(named(parameters, "max_run").default, 86400);
    assert.equal(named(parameters, "disable_profiler").default, false);
    assert.equal(named(parameters, "input_mode").default, "File");
  });

  it("has what reaches base classes through **kwargs, by keyword only", () => {
    for (const framework of [
      "tensorflow.TensorFlow",
      "sklearn.SKLearn",
      "xgboost.XGBoost",
      "huggingface.HuggingFace",
      "mxnet.MXNet",
    ]) {
      const parameters = parametersOf(`sagemaker.${framework}`);
      for (const name of ["subnets", "security_group_ids", "volume_kms_key", "output_kms_key"]) {
        assert.equal(named(parameters, name).keywordOnly, true, `${framework} ${name}`);
      }
      assert.equal(new Set(parameters.map(({ name }) => name)).size, parameters.length, framework);
    }
  });

  it("knows ancestors, and methods that are inherited", () => {
    const path = "sagemaker.tensorflow.TensorFlow";
    assert.deepEqual(
      sagemakerV2.ancestors(path).map((one) => one.path),
      [
        "sagemaker.tensorflow.estimator.TensorFlow",
        "sagemaker.estimator.Framework",
        "sagemaker.estimator.EstimatorBase",
      ],
    );
    assert.ok(sagemakerV2.isA(path, "sagemaker.estimator.EstimatorBase"));
    assert.ok(!sagemakerV2.isA("sagemaker.processing.Processor", "sagemaker.estimator.EstimatorBase"));
    assert.deepEqual(
      sagemakerV2.methodOf(path, "fit")?.parameters.map(({ name }) => name),
      ["inputs", "wait", "logs", "job_name", "experiment_config"],
    );
  });

  it("knows the v1 names that v2 still takes, also those of a base class", () => {
    const renames = sagemakerV2.classOf("sagemaker.pytorch.PyTorch")?.renames;
    assert.equal(renames?.get("train_instance_count"), "instance_count");
    assert.equal(renames.get("train_volume_kms_key"), "volume_kms_key");
    assert.equal(renames.get("image_name"), "image_uri");
  });

  it("knows that a constructor fills again what its base class took under an old name", () => {
    const renames = sagemakerV2.classOf("sagemaker.xgboost.XGBoost")?.renames;
    assert.equal(renames?.get("train_max_run"), "max_run");
    assert.ok(!renames.has("image_name"));
  });

  it("knows what a constructor sets itself", () => {
    const sets = sagemakerV2.classOf("sagemaker.sklearn.SKLearn")?.sets;
    assert.deepEqual([...(sets ?? [])], [["instance_count", 1]]);
  });

  it("knows functions", () => {
    const parameters = sagemakerV2.functionOf("sagemaker.image_uris.retrieve")?.parameters ?? [];
    assert.deepEqual(
      parameters.slice(0, 3).map(({ name, required }) => [name, required]),
      [
        ["framework", true],
        ["region", true],
        ["version", false],
      ],
    );
  });
});

function parametersOf(path: string): readonly Parameter[] {
  return sagemakerV2.classOf(path)?.parameters ?? [];
}

function named(parameters: readonly Parameter[], name: string): Parameter {
  const found = parameters.find((parameter) => parameter.name === name);
  assert.ok(found, `no parameter ${name}`);
  return found;
}
