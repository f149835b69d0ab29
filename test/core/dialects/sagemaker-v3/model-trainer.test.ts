import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import type { Environment } from "../../../../core/src/environment.js";
import type { JobRequest } from "../../../../core/src/requests/request.js";

const imports = `\
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig
from sagemaker.train.model_trainer import Mode
`;

describe("jobs of ModelTrainer", () => {
  it("sends what the objects hold when it is launched", () => {
    const trainer = requestOf(`\
net = Networking()
trainer = ModelTrainer(training_image="i", networking=net)
net.subnets = ["subnet-a"]
net.security_group_ids = ["sg-a"]
trainer.train()
net.subnets = ["subnet-late"]`);
    assert.deepEqual(known(trainer, "VpcConfig.Subnets"), ["subnet-a"]);
    assert.equal(trainer.launches.length, 1);
    assert.equal(trainer.refused, undefined);
  });

  it("says where each value comes from", () => {
    const trainer = requestOf(
      `ModelTrainer(training_image="i", compute=Compute(instance_type="ml.g5.xlarge"))`,
    );
    const origin = (path: string) => trainer.fields.get(path)?.origin.from;
    assert.equal(origin("ResourceConfig.InstanceType"), "argument");
    assert.equal(origin("ResourceConfig.InstanceCount"), "SDK default");
    assert.equal(origin("StoppingCondition.MaxRuntimeInSeconds"), "SDK default");
    assert.equal(trainer.fields.get("RoleArn")?.state, "unknown");
  });

  it("leaves the type of instance groups to the groups", () => {
    const trainer = requestOf(`ModelTrainer(training_image="i", compute=Compute(instance_groups=groups()))`);
    assert.equal(trainer.fields.get("ResourceConfig.InstanceType"), undefined);
  });

  it("knows nothing of an object from elsewhere", () => {
    const trainer = requestOf(`ModelTrainer(training_image="i", networking=company.network())`);
    assert.equal(trainer.fields.get("VpcConfig.Subnets")?.state, "unknown");
    assert.equal(trainer.fields.get("EnableNetworkIsolation")?.state, "unknown");
    assert.equal(trainer.refused, undefined);
  });

  it("is not said to have no network where the notebook sets something of it, though None has nothing to set", () => {
    const place = { path: "/defaults.yaml", isOverride: false };
    const withoutDefaults: Environment = {
      ...environment,
      sdkDefaults: { administrator: place, user: place },
      files: new Map([[place.path, { state: "absent" }]]),
    };
    const set = `\
trainer = ModelTrainer(training_image="i")
trainer.networking.subnets = ["subnet-a"]
trainer.networking.security_group_ids = ["sg-a"]
trainer.train()`;
    const plain = requestOf(`ModelTrainer(training_image="i").train()`, withoutDefaults);
    assert.equal(plain.fields.get("VpcConfig.Subnets"), undefined);
    assert.equal(requestOf(set, withoutDefaults).fields.get("VpcConfig.Subnets")?.state, "unknown");
  });

  it("differs by branch where its network does", () => {
    const trainer = requestOf(`\
net = Networking(subnets=["subnet-a"], security_group_ids=["sg-a"]) if flag() else None
ModelTrainer(training_image="i", networking=net).train()`);
    const subnets = trainer.fields.get("VpcConfig.Subnets");
    assert.equal(subnets?.state, "conditional");
    assert.deepEqual(subnets.values, [["subnet-a"], undefined]);
    assert.equal(trainer.refused, undefined);
  });

  for (const [mode, expected] of [
    ["Mode.LOCAL_CONTAINER", true],
    ["Mode.SAGEMAKER_TRAINING_JOB", false],
    ["mode()", "maybe"],
  ] as const) {
    it(`training_mode=${mode}: local ${expected}`, () => {
      assert.equal(requestOf(`ModelTrainer(training_image="i", training_mode=${mode})`).localMode, expected);
    });
  }

  it("predicts what botocore refuses, but of what runs on this machine", () => {
    for (const [mode, error] of [
      ["Mode.SAGEMAKER_TRAINING_JOB", "ParamValidationError"],
      ["Mode.LOCAL_CONTAINER", undefined],
    ] as const) {
      const { refused } = requestOf(
        `ModelTrainer(training_image="i", training_mode=${mode}, networking=Networking(subnets=[], security_group_ids=["sg-1"])).train()`,
      );
      assert.equal(refused?.error, error, mode);
    }
  });

  it("takes what from_recipe is given, and leaves the rest to the recipe", () => {
    const trainer = requestOf(`\
trainer = ModelTrainer.from_recipe(
    training_recipe="r", compute=Compute(instance_type="ml.p5.48xlarge"), networking=Networking(subnets=["subnet-a"])
)
trainer.train()`);
    assert.deepEqual(known(trainer, "ResourceConfig.InstanceType"), "ml.p5.48xlarge");
    assert.equal(trainer.fields.get("ResourceConfig.InstanceCount")?.state, "unknown");
    assert.equal(trainer.halfVpc, "SDK raises");
  });

  it("is none of ours when it comes from another package", () => {
    const report = check(
      notebook(`from trl import ModelTrainer\nModelTrainer(training_image="i").train()`),
      environment,
    );
    assert.deepEqual(report.requests, []);
  });
});

const environment = { region: "us-east-1", facts: new Map(), online: false };

function notebook(text: string) {
  return { uri: "n.ipynb", cells: [{ kind: "code", language: "python", text } as const] };
}

function requestOf(code: string, around: Environment = environment): JobRequest {
  const [request] = check(notebook(imports + code), around).requests;
  assert.ok(request, "no request");
  return request;
}

function known(request: JobRequest, path: string) {
  const field = request.fields.get(path);
  assert.equal(field?.state, "known", path);
  return field.value;
}
