import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { noEnvironment } from "../../../core/src/environment.js";
import type { Report } from "../../../core/src/report.js";

const prelude = `
from sagemaker.core.shapes import VpcConfig
from sagemaker.core.training.configs import Compute, HyperPodCompute
from sagemaker.train.evaluate import BenchMarkEvaluator, CustomScorerEvaluator, LLMAsJudgeEvaluator
role = "arn:aws:iam::111122223333:role/Evaluation"
network = VpcConfig(subnets=["subnet-a1"], security_group_ids=["sg-train"])
given = dict(model="m", s3_output_path="s3://b/k", role=role)
`;
const at = "PipelineDefinition.Steps[].Arguments.";

function report(code: string): Report {
  const text = prelude + code;
  return check({ uri: "a.py", cells: [{ kind: "code", language: "python", text }] }, noEnvironment);
}

function fieldOf({ requests }: Report, path: string): unknown {
  const field = requests[0]?.fields.get(`${at}${path}`);
  return field?.state === "unknown" ? "unknown" : field?.value;
}

/** What an evaluator sends begins with documents of the hub; a recording cannot show it. */
describe("v3's evaluators", () => {
  for (const call of [
    `BenchMarkEvaluator(**given, benchmark=b, networking=network, kms_key_id="alias/ml-output")`,
    `CustomScorerEvaluator(**given, evaluator=e, dataset=d, networking=network, kms_key_id="alias/ml-output")`,
    `LLMAsJudgeEvaluator(**given, evaluator_model=e, dataset=d, networking=network, kms_key_id="alias/ml-output")`,
  ]) {
    it(`${call.slice(0, call.indexOf("("))} makes a pipeline of jobs in its network, with its key and role`, () => {
      const found = report(`evaluator = ${call}\nevaluator.evaluate()`);
      const [job, ...others] = found.requests;
      assert.deepEqual(others, []);
      assert.deepEqual([job?.operation, job?.step?.operation], ["CreatePipeline", "CreateTrainingJob"]);
      assert.equal(job?.launches.length, 1);
      assert.equal(job.refused, undefined);
      assert.deepEqual(fieldOf(found, "VpcConfig.Subnets"), ["subnet-a1"]);
      assert.deepEqual(fieldOf(found, "VpcConfig.SecurityGroupIds"), ["sg-train"]);
      assert.equal(fieldOf(found, "OutputDataConfig.KmsKeyId"), "alias/ml-output");
      assert.equal(fieldOf(found, "RoleArn"), "arn:aws:iam::111122223333:role/Evaluation");
    });
  }

  it("are told to run outside a VPC", () => {
    const found = report(`BenchMarkEvaluator(**given, benchmark=b).evaluate()`);
    assert.deepEqual(
      found.findings.map(({ rule }) => rule),
      ["vpc-config-missing", "output-key-missing"],
    );
  });

  it("are told that they leave network and keys out where they have instances", () => {
    const { requests, findings } = report(`\
BenchMarkEvaluator(**given, benchmark=b, compute=Compute(instance_type="ml.g5.xlarge"), networking=network, kms_key_id="k").evaluate()`);
    assert.deepEqual(
      requests.map(({ operation, step }) => [operation, step]),
      [["CreateTrainingJob", undefined]],
    );
    assert.deepEqual(
      findings.filter(({ rule }) => rule === "setting-not-sent").map(({ message }) => message),
      [
        "BenchMarkEvaluator does not send subnets: it runs outside your VPC (seen with sagemaker 3.27.0)",
        "BenchMarkEvaluator does not send kms_key_id: the output is not encrypted with your key (seen with sagemaker 3.27.0)",
      ],
    );
  });

  it("send nothing that is known while the compute is not, and nothing at all to a cluster", () => {
    const ofRecipe = report(`BenchMarkEvaluator(**given, benchmark=b, compute=pick())`);
    assert.equal(fieldOf(ofRecipe, "VpcConfig.Subnets"), "unknown");
    assert.deepEqual(ofRecipe.findings, []);
    assert.deepEqual(
      report(`BenchMarkEvaluator(**given, benchmark=b, compute=HyperPodCompute(cluster_name="c"))`).requests,
      [],
    );
  });
});
