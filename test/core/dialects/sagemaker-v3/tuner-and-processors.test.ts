import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import type { Report } from "../../../../core/src/report.js";
import type { JobRequest } from "../../../../core/src/requests/request.js";

const imports = `\
from sagemaker.core.network import NetworkConfig
from sagemaker.core.processing import ScriptProcessor
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking
from sagemaker.train.tuner import HyperparameterTuner
`;

describe("jobs of v3's HyperparameterTuner", () => {
  const tuner = `tuner = HyperparameterTuner(trainer, "loss", {})\ntuner.tune()`;

  it("takes the trainer's VPC and drops its volume key, isolation and encryption", () => {
    const [job, ...others] = requestsOf(`\
trainer = ModelTrainer(
    training_image="i",
    compute=Compute(volume_kms_key_id="alias/k"),
    networking=Networking(subnets=["subnet-a"], security_group_ids=["sg-a"], enable_network_isolation=True),
)
${tuner}`);
    assert.equal(job?.operation, "CreateHyperParameterTuningJob");
    assert.deepEqual(job.fields.get("TrainingJobDefinition.VpcConfig.Subnets")?.value, ["subnet-a"]);
    assert.equal(job.fields.get("TrainingJobDefinition.ResourceConfig.VolumeKmsKeyId"), undefined);
    assert.equal(job.fields.get("TrainingJobDefinition.EnableNetworkIsolation"), undefined);
    assert.deepEqual(others, [], "a trainer that only the tuner uses is no job of its own");
  });

  it("lists the trainer among the objects that are shown at no request", () => {
    const { objects } = reportOf(`trainer = ModelTrainer(training_image="i")\n${tuner}`);
    assert.deepEqual(
      objects.map(({ client, name }) => [client, name]),
      [["sagemaker-v3", "ModelTrainer"]],
    );
  });

  it("drops half a VPC without a word", () => {
    const [job] = requestsOf(
      `trainer = ModelTrainer(training_image="i", networking=Networking(subnets=["subnet-a"]))\n${tuner}`,
    );
    assert.equal(job?.halfVpc, "SDK drops it");
    assert.equal(job.fields.get("TrainingJobDefinition.VpcConfig.Subnets"), undefined);
  });

  it("is a job beside the trainer's own", () => {
    const jobs = requestsOf(`trainer = ModelTrainer(training_image="i")\ntrainer.train()\n${tuner}`);
    assert.deepEqual(
      jobs.map(({ operation }) => operation),
      ["CreateTrainingJob", "CreateHyperParameterTuningJob"],
    );
  });

  it("knows nothing of a trainer from elsewhere", () => {
    const [job] = requestsOf(`trainer = company.trainer()\n${tuner}`);
    assert.equal(job?.fields.get("TrainingJobDefinition.VpcConfig.Subnets")?.state, "unknown");
  });
});

describe("jobs of v3's processors", () => {
  const processor = (more: string) => `\
processor = ScriptProcessor(role="r", image_uri="i", instance_count=1, instance_type="ml.m5.xlarge"${more})
`;

  it("sends isolation as false where there is a NetworkConfig, and not at all where there is none", () => {
    const isolation = (more: string) =>
      requestsOf(processor(more))[0]?.fields.get("NetworkConfig.EnableNetworkIsolation")?.value;
    assert.equal(isolation(", network_config=NetworkConfig()"), false);
    assert.equal(isolation(""), undefined);
  });

  it("sends the output key only with outputs", () => {
    const key = (run: string) =>
      requestsOf(processor(`, output_kms_key="alias/k"`) + run)[0]?.fields.get(
        "ProcessingOutputConfig.KmsKeyId",
      );
    assert.equal(key(`processor.run("a.py")`), undefined);
    assert.equal(key(`processor.run("a.py", outputs=[])`), undefined);
    assert.equal(key(`processor.run("a.py", outputs=[out()])`)?.value, "alias/k");
    assert.deepEqual(key(`processor.run("a.py", outputs=outs())`)?.values, ["alias/k", undefined]);
  });

  it("leaves half a VPC to botocore", () => {
    const [job] = requestsOf(processor(`, network_config=NetworkConfig(subnets=["subnet-a"])`));
    assert.equal(job?.halfVpc, "botocore refuses");
    assert.equal(job.refused?.error, "ParamValidationError");
  });

  it("runs on this machine where the instance type says so", () => {
    const [job] = requestsOf(processor("").replace("ml.m5.xlarge", "local"));
    assert.equal(job?.localMode, true);
  });
});

function requestsOf(code: string): readonly JobRequest[] {
  return reportOf(code).requests;
}

function reportOf(code: string): Report {
  const cells = [{ kind: "code", language: "python", text: imports + code } as const];
  return check({ uri: "n.ipynb", cells }, { region: "us-east-1", facts: new Map(), online: false });
}
