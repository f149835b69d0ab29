import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import { notebookOf } from "../../../support/notebooks.js";

const nowhere = { facts: new Map(), online: false };

function queued(payload: string, type = `"SAGEMAKER_TRAINING"`) {
  const text = `import boto3, json
boto3.client("batch").submit_service_job(
    jobName="j", jobQueue="q", serviceJobType=${type}, serviceRequestPayload=${payload})`;
  return check(notebookOf(text), nowhere).requests;
}

describe("a training job that boto3 gives to a queue of AWS Batch", () => {
  it("is what the payload says", () => {
    for (const payload of [`json.dumps({"TrainingJobName": "t"})`, `'{"TrainingJobName": "t"}'`]) {
      const [request] = queued(payload);
      assert.equal(request?.operation, "CreateTrainingJob");
      assert.equal(request.through, "AWS Batch");
      assert.deepEqual([...request.fields.keys()], ["TrainingJobName"]);
      assert.equal(request.fields.get("TrainingJobName")?.value, "t");
    }
  });

  it("is not known where the payload is not", () => {
    for (const payload of ["made()", `json.dumps(made())`, `open("p.json").read()`]) {
      const [request] = queued(payload);
      assert.ok(
        [...(request?.fields.values() ?? [])].every(({ state }) => state === "unknown"),
        payload,
      );
      assert.equal(request?.fields.get("VpcConfig.Subnets")?.state, "unknown");
    }
  });

  it("is none where another service is asked", () => {
    assert.deepEqual(queued(`"{}"`, `"OTHER"`), []);
    const other = `import boto3\nboto3.client("batch").submit_job(jobName="j", jobQueue="q", jobDefinition="d")`;
    assert.deepEqual(check(notebookOf(other), nowhere).requests, []);
  });

  it("has half a VPC that AWS refuses, and not botocore", () => {
    const [request] = queued(`json.dumps({"VpcConfig": {"Subnets": ["subnet-1"]}})`);
    assert.equal(request?.halfVpc, "AWS refuses");
    assert.equal(request.refused, undefined);
  });
});
