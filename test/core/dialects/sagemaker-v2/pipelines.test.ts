import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import { jobsIn } from "../../../../core/src/requests/jobs-in.js";
import type { Report } from "../../../../core/src/report.js";

describe("pipelines of SDK v2", () => {
  it("list a step as a part of CreatePipeline, and judge its job once, where its settings are", () => {
    const { requests, findings } = checked(`\
${estimator}
step = TrainingStep("Train", step_args=estimator.fit("s3://b/train"))
Pipeline("p", steps=[step], sagemaker_session=session).upsert(role)`);
    assert.deepEqual(
      requests.map(({ operation, name, step, launches }) => [operation, name, step, launches.length]),
      [
        ["CreateTrainingJob", "Estimator", undefined, 3],
        [
          "CreatePipeline",
          "TrainingStep",
          { at: "PipelineDefinition.Steps[0].Arguments.", operation: "CreateTrainingJob", name: "Train" },
          1,
        ],
        ["CreatePipeline", "Pipeline", undefined, 1],
      ],
    );
    assert.deepEqual(new Set(findings.map(({ request }) => requests[request]?.name)), new Set(["Estimator"]));
    assert.equal(jobsIn(requests).length, 2);
  });

  it("have the fields of their steps in the request of the pipeline", () => {
    const { requests } = checked(`\
${estimator}
step = TrainingStep("Train", step_args=estimator.fit("s3://b/train"))
Pipeline("p", steps=[step], sagemaker_session=session).upsert(role)`);
    const pipeline = requests.find(({ name }) => name === "Pipeline");
    const path = "PipelineDefinition.Steps[0].Arguments.ResourceConfig.InstanceType";
    assert.equal(pipeline?.fields.get(path)?.value, "ml.m5.large");
    assert.equal(pipeline.fields.get("RoleArn")?.value, "arn:aws:iam::111122223333:role/R");
  });

  it("take no parameter for a known value", () => {
    const { requests, findings } = checked(`\
from sagemaker.workflow.parameters import ParameterString
subnet = ParameterString("Subnet", default_value="subnet-1")
estimator = Estimator("image", role, 1, "ml.m5.large", sagemaker_session=session, subnets=[subnet], security_group_ids=["sg-1"])
step = TrainingStep("Train", step_args=estimator.fit("s3://b/train"))`);
    const field = requests[0]?.fields.get("VpcConfig.Subnets");
    assert.equal(field?.state, "unknown");
    assert.equal(field.why, "it is known only when the pipeline runs");
    assert.ok(!findings.some(({ rule }) => rule.startsWith("vpc-")));
  });

  it("cannot tell anything of a step that is made of something unknown", () => {
    const report = checked(`step = TrainingStep("Train", step_args=make_estimator().fit("s3://b/train"))`);
    assert.deepEqual(report.findings, []);
    assert.equal(report.verdicts[0]?.get("vpc-config-missing")?.state, "cannot tell");
  });

  it("start nothing at AWS with a LocalPipelineSession", () => {
    const { requests, findings } = checked(`\
from sagemaker.workflow.pipeline_context import LocalPipelineSession
session = LocalPipelineSession()
${estimator}
step = TrainingStep("Train", step_args=estimator.fit("s3://b/train"))
Pipeline("p", steps=[step], sagemaker_session=session).upsert(role)`);
    assert.deepEqual(
      requests.map(({ localMode }) => localMode),
      [true, true, true],
    );
    assert.deepEqual(findings, []);
  });

  it("read a step that is made by a function, once for each call", () => {
    const { requests } = checked(`\
def training(name, kind):
    estimator = Estimator("image", role, 1, kind, sagemaker_session=session)
    return TrainingStep(name, step_args=estimator.fit("s3://b/train"))

steps = [training("A", "ml.m5.large"), training("B", "ml.m5.xlarge")]
Pipeline("p", steps=steps, sagemaker_session=session).upsert(role)`);
    const step = requests.find(({ name }) => name === "TrainingStep");
    const field = step?.fields.get("PipelineDefinition.Steps[].Arguments.ResourceConfig.InstanceType");
    assert.deepEqual(field?.values, ["ml.m5.large", "ml.m5.xlarge"]);
  });

  it("name no step that a loop makes, of which each has another name", () => {
    const names = (text: string) => {
      const { requests } = checked(`\
${estimator}
steps = [TrainingStep(${text}, step_args=estimator.fit("s3://b/train")) for one in ("a", "b")]
Pipeline("p", steps=steps, sagemaker_session=session).upsert(role)`);
      return requests.flatMap(({ step }) => (step ? [[step.at, step.name]] : []));
    };
    assert.deepEqual(names('f"Train-{one}"'), [["PipelineDefinition.Steps[].Arguments.", undefined]]);
    assert.deepEqual(names('"Train"'), [["PipelineDefinition.Steps[].Arguments.", "Train"]]);
  });

  it("judge a function that is made a step and called at once", () => {
    const { requests, findings } = checked(`\
from sagemaker.workflow.function_step import step
score = step(print, name="score", instance_type="ml.m5.large", role=role)("x")`);
    assert.deepEqual(
      requests.map(({ operation, name, step }) => [operation, name, step?.operation]),
      [["CreatePipeline", "step", "CreateTrainingJob"]],
    );
    const [finding] = findings.filter(({ rule }) => rule === "vpc-config-missing");
    assert.equal(
      finding?.message,
      "This training job is not in a VPC: it has no subnets and no security groups",
    );
  });

  it("read half a network as what AWS refuses", () => {
    const { findings } = checked(`\
from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor
from sagemaker.workflow.steps import ProcessingStep
processor = Processor(role, "image", 1, "ml.m5.large", sagemaker_session=session, network_config=NetworkConfig(subnets=["subnet-1"]))
step = ProcessingStep("Prepare", step_args=processor.run())`);
    const half = findings.filter(({ rule }) => rule === "vpc-config-incomplete");
    assert.deepEqual(
      half.map(({ message }) => message),
      ["Subnets without security groups: AWS refuses the job when it is to start"],
    );
  });

  it("do not expect a model that is only registered to be created", () => {
    const { requests, findings } = checked(`\
from sagemaker.model import Model
from sagemaker.workflow.model_step import ModelStep
model = Model("image", "s3://b/model.tar.gz", role, sagemaker_session=session)
step = ModelStep("Register", step_args=model.register(content_types=["text/csv"]))`);
    assert.deepEqual(
      requests.map(({ operation, name }) => [operation, name]),
      [
        ["CreateModelPackage", "Model"],
        ["CreatePipeline", "ModelStep"],
      ],
    );
    assert.deepEqual(findings, []);
  });

  const typeOfFirst = "PipelineDefinition.Steps[0].Arguments.ResourceConfig.InstanceType";
  const types = ["ml.m5.large", "ml.m5.xlarge"];
  const made = (type: string) => `Estimator("image", role, 1, "${type}", sagemaker_session=session)`;

  for (const [name, code] of Object.entries({
    "an object that differs by branch": `\
if large():
    estimator = ${made("ml.m5.large")}
else:
    estimator = ${made("ml.m5.xlarge")}
step = TrainingStep("Train", step_args=estimator.fit())`,
    "a whole object that differs by branch": `\
estimator = ${made("ml.m5.large")} if large() else ${made("ml.m5.xlarge")}
step = TrainingStep("Train", estimator=estimator)`,
    "a step that differs by branch": `\
if large():
    step = TrainingStep("Train", step_args=${made("ml.m5.large")}.fit())
else:
    step = TrainingStep("Train", step_args=${made("ml.m5.xlarge")}.fit())`,
    "a function that is called on each branch": `\
def train(type):
    estimator = Estimator("image", role, 1, type, sagemaker_session=session)
    return TrainingStep("Train", step_args=estimator.fit())
if large():
    step = train("ml.m5.large")
else:
    step = train("ml.m5.xlarge")`,
  }))
    it(`know what ${name} may give a pipeline`, () => {
      const { requests } = checked(`${code}\nPipeline("Churn", steps=[step]).upsert(role)`);
      const pipeline = requests.find(({ name }) => name === "Pipeline");
      const { state, values } = pipeline?.fields.get(typeOfFirst) ?? {};
      assert.deepEqual({ state, values }, { state: "conditional", values: types });
    });
});

const estimator = `estimator = Estimator("image", role, 1, "ml.m5.large", sagemaker_session=session)`;

function checked(code: string): Report {
  const prelude = `\
from sagemaker.estimator import Estimator
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep
session = PipelineSession()
role = "arn:aws:iam::111122223333:role/R"
`;
  const cells = [prelude, code].map((text) => ({ kind: "code" as const, language: "python", text }));
  return check({ uri: "n.ipynb", cells }, { region: "us-east-1", facts: new Map(), online: true });
}
