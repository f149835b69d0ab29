import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import type { Report } from "../../../../core/src/report.js";

describe("the boto3 dialect", () => {
  it("lists what starts an endpoint or a pipeline, and has nothing to say of it", () => {
    const { requests, findings } = checked(`\
sm = boto3.client("sagemaker")
sm.create_endpoint(EndpointName="e", EndpointConfigName="c")
sm.update_endpoint(EndpointName="e", EndpointConfigName="d")
sm.start_pipeline_execution(PipelineName="p")`);
    assert.deepEqual(
      requests.map(({ operation, name, refused }) => [operation, name, refused]),
      [
        ["CreateEndpoint", "create_endpoint", undefined],
        ["UpdateEndpoint", "update_endpoint", undefined],
        ["StartPipelineExecution", "start_pipeline_execution", undefined],
      ],
    );
    assert.deepEqual(findings, []);
  });

  it("knows that botocore makes the idempotency token", () => {
    const [request] = checked(
      `boto3.client("sagemaker").create_pipeline(PipelineName="p", PipelineDefinition="{}", RoleArn="arn:aws:iam::111122223333:role/R")`,
    ).requests;
    assert.equal(request?.refused, undefined);
  });

  it("knows nothing of members that may be among what is expanded", () => {
    const [request] = checked(
      `boto3.client("sagemaker").create_model(ModelName="m", PrimaryContainer={"Image": "i"}, **opaque())`,
    ).requests;
    assert.equal(request?.fields.get("ModelName")?.state, "known");
    assert.equal(request.fields.get("Tags")?.state, "unknown");
    assert.equal(request.fields.get("VpcConfig.Subnets")?.state, "unknown");
  });

  it("does not take a structure for missing that is given on some branch and not known there", () => {
    const { requests, findings } = checked(`\
sm = boto3.client("sagemaker")
def register(network=None, isolated=None):
    more = {}
    if network:
        more["VpcConfig"] = network
    sm.create_model(ModelName="a", ExecutionRoleArn="arn:aws:iam::111122223333:role/R", **more)`);
    const subnets = requests[0]?.fields.get("VpcConfig.Subnets");
    assert.deepEqual(subnets?.values, [undefined]);
    assert.match(subnets.why ?? "", /argument network/);
    assert.deepEqual(
      findings.map(({ message }) => message),
      ["This model is not in a VPC: it has no subnets and no security groups (on one branch)"],
    );
  });

  it("does not call it half a network what one branch has and the other may have", () => {
    const { requests, findings } = checked(`\
sm = boto3.client("sagemaker")
def register(network):
    if not network:
        network = {"Subnets": ["subnet-0a1b2c3d4e5f60718"]}
    sm.create_model(ModelName="a", ExecutionRoleArn="arn:aws:iam::111122223333:role/R", VpcConfig=network)`);
    assert.equal(requests[0]?.halfVpc, undefined);
    assert.ok(findings.every(({ rule }) => rule !== "vpc-config-incomplete"));
  });
});

function checked(code: string): Report {
  const text = `import boto3\n${code}\n`;
  return check(
    { uri: "n.ipynb", cells: [{ kind: "code", language: "python", text }] },
    { region: "us-east-1", facts: new Map(), online: true },
  );
}
