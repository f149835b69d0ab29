import assert from "node:assert/strict";
import { operationOf, operationOfMethod } from "../../../core/src/catalog/sagemaker-api.js";
import { settingsOf } from "../../../core/src/requests/settings.js";

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
    for (const name of [
      "CreateTrainingJob",
      "CreateProcessingJob",
      "CreateModel",
      "CreateTransformJob",
      "CreateAutoMLJob",
      "CreateAutoMLJobV2",
      "CreateEndpointConfig",
      "CreateNotebookInstance",
      "CreateCompilationJob",
      "CreateHyperParameterTuningJob",
      "CreateDataQualityJobDefinition",
    ]) {
      const places = Object.values(settingsOf(name) ?? {}).filter((place) => typeof place === "string");
      assert.ok(places.length > 0, name);
      for (const place of places) assert.ok(operationOf(name)?.settings.has(place), `${name} ${place}`);
    }
  });
});
