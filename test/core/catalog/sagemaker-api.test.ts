import assert from "node:assert/strict";
import {
  operationNames,
  operationOf,
  operationOfMethod,
  type ApiShape,
} from "../../../core/src/catalog/sagemaker-api.js";
import { matches } from "../../../core/src/requests/api-pattern.js";
import { settingsByOperation, settingsOf } from "../../../core/src/requests/settings.js";

describe("the catalog of the SageMaker API", () => {
  it("knows operations by the method of the boto3 client", () => {
    assert.equal(operationOfMethod("create_training_job")?.name, "CreateTrainingJob");
    assert.equal(operationOfMethod("create_auto_ml_job_v2")?.name, "CreateAutoMLJobV2");
    assert.equal(operationOfMethod("update_notebook_instance")?.name, "UpdateNotebookInstance");
    assert.equal(operationOfMethod("create_endpoint")?.name, "CreateEndpoint");
    assert.equal(operationOfMethod("start_pipeline_execution")?.name, "StartPipelineExecution");
    assert.equal(operationOfMethod("list_training_jobs"), undefined);
    assert.equal(operationOf("constructor"), undefined);
  });

  it("has the limits of the VPC configuration", () => {
    const settings = operationOf("CreateTrainingJob")?.settings;
    assert.deepEqual(settings?.get("VpcConfig"), {
      type: "structure",
      members: ["SecurityGroupIds", "Subnets"],
    });
    assert.deepEqual(settings.get("VpcConfig.Subnets"), { type: "list", required: true, min: 1, max: 16 });
    assert.deepEqual(settings.get("VpcConfig.SecurityGroupIds"), {
      type: "list",
      required: true,
      min: 1,
      max: 5,
    });
  });

  it("has what botocore requires at the top", () => {
    assert.deepEqual(operationOf("CreateTrainingJob")?.required, [
      "TrainingJobName",
      "RoleArn",
      "OutputDataConfig",
    ]);
  });

  it("leaves out of them what botocore makes itself", () => {
    assert.deepEqual(operationOf("StartPipelineExecution")?.required, ["PipelineName"]);
    assert.deepEqual(operationOf("CreatePipeline")?.required, ["PipelineName", "RoleArn"]);
  });

  it("has every place that requests/settings names", () => {
    const names = [...settingsByOperation.keys()];
    assert.ok(names.length > 20);
    for (const name of names) {
      const places = Object.values(settingsOf(name) ?? {}).filter((place) => typeof place === "string");
      assert.ok(places.length > 0, name);
      for (const place of places) assert.ok(operationOf(name)?.settings.has(place), `${name} ${place}`);
    }
  });

  it("has patterns that can be read, and that no text keeps busy", () => {
    const patterns = patternsOf(operationNames().flatMap((name) => operationOf(name)?.input ?? []));
    assert.ok(patterns.size > 100);
    for (const pattern of patterns) {
      assert.doesNotThrow(() => new RegExp(`^(?:${pattern})$`, "su"), pattern);
      for (const part of ["a", "-a", "a/", "a.", "s3://a/"]) {
        const start = performance.now();
        matches(`${part.repeat(400)}\u0000`, pattern);
        assert.ok(performance.now() - start < 250, pattern);
      }
    }
  });
});

function patternsOf(shapes: readonly ApiShape[]): ReadonlySet<string> {
  const patterns = new Set<string>();
  const seen = new Set<ApiShape>();
  const visit = (shape: ApiShape | undefined): void => {
    if (shape === undefined || seen.has(shape)) return;
    seen.add(shape);
    if (shape.pattern !== undefined) patterns.add(shape.pattern);
    for (const below of [...(shape.members?.values() ?? []), shape.item, shape.key, shape.value])
      visit(below?.());
  };
  for (const shape of shapes) visit(shape);
  return patterns;
}
