import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { noEnvironment } from "../../../core/src/environment.js";
import type { Field } from "../../../core/src/requests/request.js";

const prelude = `
from sagemaker.core.jumpstart import JumpStartConfig
from sagemaker.serve import ModelBuilder
from sagemaker.train import ModelTrainer, SFTTrainer
from sagemaker.train.configs import Compute, Networking
from sagemaker.core.training.configs import HyperPodCompute
model = JumpStartConfig(model_id="m")
network = Networking(subnets=["subnet-a1"], security_group_ids=["sg-train"])
`;

function fieldsOf(code: string): ReadonlyMap<string, Field>[] {
  const text = prelude + code;
  const { requests } = check(
    { uri: "a.py", cells: [{ kind: "code", language: "python", text }] },
    noEnvironment,
  );
  for (const { refused } of requests) assert.equal(refused, undefined);
  return requests.map(({ fields }) => fields);
}

/** What the documents of the hub say is known only when the notebook runs; a recording cannot show it. */
describe("jobs of models of the hub", () => {
  it("may be isolated by the model's document, and have the network that is given", () => {
    const [fields] = fieldsOf(`ModelTrainer.from_jumpstart_config(model, networking=network)`);
    assert.deepEqual(fields?.get("VpcConfig.Subnets")?.value, ["subnet-a1"]);
    assert.equal(fields.get("EnableNetworkIsolation")?.state, "unknown");
    assert.equal(fields.get("ResourceConfig.InstanceType")?.state, "unknown");
    assert.equal(fields.get("ResourceConfig.InstanceCount")?.value, 1);
  });

  it("keep what the caller gives", () => {
    const [fields] = fieldsOf(`\
closed = Networking(enable_network_isolation=True)
ModelTrainer.from_jumpstart_config(
    jumpstart_config=model, compute=Compute(instance_type="ml.g5.xlarge", instance_count=2), networking=closed
)`);
    assert.equal(fields?.get("EnableNetworkIsolation")?.value, true);
    assert.equal(fields.get("ResourceConfig.InstanceType")?.value, "ml.g5.xlarge");
    assert.equal(fields.get("ResourceConfig.InstanceCount")?.value, 2);
    assert.equal(fields.get("ResourceConfig.VolumeSizeInGB")?.state, "unknown");
  });

  it("take the recipe's number of instances where the caller gives none", () => {
    const [given, none] = fieldsOf(`\
ModelTrainer.from_recipe(training_recipe="r", compute=Compute(instance_type="ml.p5.48xlarge", instance_count=4))
ModelTrainer.from_recipe(training_recipe="r", compute=Compute(instance_type="ml.p5.48xlarge"))`);
    assert.equal(given?.get("ResourceConfig.InstanceCount")?.value, 4);
    assert.equal(none?.get("ResourceConfig.InstanceCount")?.state, "unknown");
  });

  it("are models with the network that a ModelBuilder is given", () => {
    const [fields] = fieldsOf(`ModelBuilder.from_jumpstart_config(model, network=network)`);
    assert.deepEqual(fields?.get("VpcConfig.SecurityGroupIds")?.value, ["sg-train"]);
    assert.equal(fields.get("EnableNetworkIsolation")?.state, "unknown");
  });

  it("are models of which nobody knows the network, where they may be fine-tuned", () => {
    const [fields] = fieldsOf(`ModelBuilder(model=load(), network=network)`);
    assert.equal(fields?.get("VpcConfig.Subnets")?.state, "unknown");
  });

  it("send nothing to SageMaker where a HyperPod cluster runs them", () => {
    assert.deepEqual(fieldsOf(`SFTTrainer(model="m", compute=HyperPodCompute(cluster_name="c"))`), []);
  });

  it("have a key of which nobody knows whether it is sent, where the compute is not known", () => {
    const [fields] = fieldsOf(`SFTTrainer(model="m", compute=pick(), kms_key_id="alias/k")`);
    assert.equal(fields?.get("OutputDataConfig.KmsKeyId")?.state, "unknown");
  });
});
