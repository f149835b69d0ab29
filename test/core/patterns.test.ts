import assert from "node:assert/strict";
import { check } from "../../core/src/check.js";
import type { FileAnswer, FileAnswers } from "../../core/src/files/file-answer.js";
import type { Report } from "../../core/src/report.js";
import type { Field, FieldPath, JobRequest } from "../../core/src/requests/request.js";
import { accountFacts, environmentOf } from "../support/account-facts.js";
import { twoVpcs } from "../support/two-vpcs.js";

/** The ways in which notebooks write their calls that a naive reader gets wrong, each with what must come out. */
describe("patterns of real notebooks", () => {
  it("1: a dict for ** that a branch fills", () => {
    const code = (flag: string) => [
      `${imports}kwargs = {}\nif ${flag}:\n    kwargs["subnets"] = ["subnet-a1"]\n    kwargs["security_group_ids"] = ["sg-train"]`,
      `est = Estimator(**job, **kwargs)`,
    ];
    assert.equal(state(...code("use_fsx()")), "conditional");
    assert.deepEqual(rules(...code("use_fsx()")), ["vpc-config-missing warning on one branch"]);
    assert.equal(state(...code("False")), undefined);
    assert.equal(state(...code("True")), `known ["subnet-a1"]`);
  });

  it("2: a dict by branch", () => {
    const cells = [
      `${imports}if fsx():\n    kwargs = {"subnets": ["subnet-a1"], "security_group_ids": ["sg-train"]}\nelse:\n    kwargs = {}`,
      `est = Estimator(**job, **kwargs)`,
    ];
    assert.equal(state(...cells), "conditional");
    assert.deepEqual(rules(...cells), ["vpc-config-missing warning on one branch"]);
  });

  it("3: None first, and another value on one branch", () => {
    const cells = [
      `${imports}subnets = None\ngroups = None\nif vpc():\n    subnets = ["subnet-a1"]\n    groups = ["sg-train"]\nest = Estimator(**job, subnets=subnets, security_group_ids=groups)`,
    ];
    assert.equal(state(...cells), "conditional");
    assert.deepEqual(rules(...cells), ["vpc-config-missing warning on one branch"]);
  });

  it("4: a network configuration of a module that is not on disk", () => {
    const cells = [
      `from team.network import network_config\nfrom sagemaker.processing import Processor`,
      `p = Processor(role="r", image_uri="i", instance_count=1, instance_type="ml.m5.large", network_config=network_config)\np.run()`,
    ];
    assert.equal(state(...cells), "unknown");
    assert.deepEqual(rules(...cells), []);
  });

  it("5: attributes of a network configuration", () => {
    const cells = [
      `${imports}from sagemaker.network import NetworkConfig\nnetwork = NetworkConfig(subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
      `est = Estimator(**job, subnets=network.subnets, security_group_ids=network.security_group_ids)`,
    ];
    assert.equal(state(...cells), `known ["subnet-a1"]`);
    assert.deepEqual(rules(...cells), []);
  });

  it("6: a split text that only a run knows, and later a literal of the same name", () => {
    const cells = [
      `${imports}import boto3\nids = boto3.client("ssm").get_parameter(Name="/subnets")["Parameter"]["Value"]\nfirst = Estimator(**job, subnets=ids.split(","), security_group_ids=["sg-train"])`,
      `ids = "subnet-a1,subnet-a2"\nsecond = Estimator(**job, subnets=ids.split(","), security_group_ids=["sg-train"])`,
    ];
    const [first, second] = requests(...cells);
    assert.equal(describeField(first), "unknown");
    assert.equal(describeField(second), `known ["subnet-a1","subnet-a2"]`);
    assert.deepEqual(rules(...cells), []);
  });

  it("7: lists that a loop in a function fills", () => {
    const cells = [
      `${imports}def network(pages):\n    subnets, groups = [], []\n    for page in pages:\n        subnets.append(page["SubnetId"])\n        groups.append(page["GroupId"])\n    return subnets, groups`,
      `subnets, groups = network(describe())\nest = Estimator(**job, subnets=subnets, security_group_ids=groups)`,
    ];
    assert.notEqual(state(...cells)?.startsWith("known"), true);
    assert.deepEqual(rules(...cells), []);
  });

  it("8: keys of dicts that are not known whole", () => {
    const cells = [
      `${imports}import boto3\nenv = {}\nenv.update(boto3.client("sagemaker").describe_domain(DomainId="d"))\nest = Estimator(**job, subnets=env["SubnetIds"], security_group_ids=env["Groups"])`,
    ];
    assert.equal(state(...cells), "unknown");
    assert.deepEqual(rules(...cells), []);
  });

  it("9: settings that a helper reads from a file", () => {
    const cells = [
      `${imports}import yaml\ndef settings(path):\n    with open(path) as file:\n        return yaml.safe_load(file)\nconfig = settings("config.yaml")`,
      `est = Estimator(**job, subnets=config["subnets"], security_group_ids=config["groups"])`,
    ];
    assert.equal(state(...cells), "unknown");
    assert.deepEqual(rules(...cells), []);
  });

  it("10: the SDK's defaults give the VPC, and raw boto3 gets nothing of them", () => {
    const cells = [
      `${imports}import os, boto3\nos.environ["SAGEMAKER_USER_CONFIG_OVERRIDE"] = "config.yaml"\nEstimator(**job).fit()`,
      `boto3.client("sagemaker").create_model(ModelName="m", ExecutionRoleArn="${role}")`,
    ];
    const text = `SchemaVersion: "1.0"\nSageMaker:\n  TrainingJob:\n    VpcConfig:\n      Subnets: [subnet-a1]\n      SecurityGroupIds: [sg-train]\n`;
    const { requests: found, findings } = report(
      cells,
      new Map<string, FileAnswer>([...noDefaults, ["config.yaml", { state: "text", text }]]),
    );
    assert.deepEqual(
      found.map((one) => describeField(one)),
      [`known ["subnet-a1"]`, undefined],
    );
    assert.deepEqual(found[0]?.fields.get("VpcConfig.Subnets")?.origin, {
      from: "defaults file",
      file: "config.yaml",
      line: 5,
    });
    assert.deepEqual(
      findings.filter(({ severity }) => severity !== "info").map(({ rule, span }) => `${rule} ${span.cell}`),
      ["vpc-config-missing 1"],
    );
  });

  it("11: a remote function that trains with another library is one job", () => {
    const cells = [
      `from sagemaker.remote_function import remote\nfrom transformers import Trainer`,
      `@remote(instance_type="ml.m5.large", subnets=["subnet-a1"], security_group_ids=["sg-train"])\ndef train(path):\n    trainer = Trainer(model=path)\n    trainer.train()\n    return trainer`,
      `train("s3://b/k")`,
    ];
    assert.deepEqual(operations(...cells), ["CreateTrainingJob"]);
    assert.equal(state(...cells), `known ["subnet-a1"]`);
  });

  it("12: a step made and called in one expression", () => {
    const cells = [
      `from sagemaker.workflow.function_step import step\nfrom sagemaker.workflow.pipeline import Pipeline\ndef evaluate(model):\n    return model\nresult = step(evaluate, name="e", instance_type="ml.m5.large", subnets=["subnet-a1"], security_group_ids=["sg-train"])("m")`,
      `Pipeline(name="p", steps=[result]).upsert(role_arn="${role}")`,
    ];
    const at = "PipelineDefinition.Steps[0].Arguments.";
    const [made, pipeline, ...others] = requests(...cells);
    assert.deepEqual(others, []);
    assert.equal(made?.step?.operation, "CreateTrainingJob");
    assert.equal(made.step.at, at);
    for (const one of [made, pipeline])
      assert.equal(describeField(one, `${at}VpcConfig.Subnets`), `known ["subnet-a1"]`);
    assert.deepEqual(rules(...cells), []);
  });

  it("13: an estimator of another file's factory", () => {
    const cells = [
      `from team.jobs import make_estimator\nfrom sagemaker.workflow.pipeline_context import PipelineSession\nestimator = make_estimator(PipelineSession())\nestimator.fit({"train": "s3://b/k"})`,
    ];
    assert.deepEqual(operations(...cells), []);
  });

  it("14: a subclass of a sibling module", () => {
    const cells = [
      `from team.estimators import TeamEstimator\nest = TeamEstimator(instance_type="ml.m5.large", groups=["sg-train"])\nest.fit()`,
    ];
    // Not on disk: nothing is said of it
    assert.deepEqual(operations(...cells), []);
    const text = `from sagemaker.estimator import Estimator\nclass TeamEstimator(Estimator):\n    def __init__(self, groups, **more):\n        super().__init__("i", "${role}", 1, subnets=["subnet-a1"], security_group_ids=groups, **more)\n`;
    const { requests: found } = report(
      cells,
      new Map<string, FileAnswer>([
        ...noDefaults,
        ["team", { state: "folder" }],
        ["team/estimators.py", { state: "text", text }],
      ]),
    );
    assert.deepEqual(
      found.map(({ operation, name }) => [operation, name]),
      [["CreateTrainingJob", "Estimator"]],
    );
    assert.equal(describeField(found[0]), `known ["subnet-a1"]`);
    assert.equal(describeField(found[0], "VpcConfig.SecurityGroupIds"), `known ["sg-train"]`);
    assert.equal(describeField(found[0], "ResourceConfig.InstanceType"), `known "ml.m5.large"`);
  });

  it("15: the same names of other packages", () => {
    const cells = [
      `from trl import SFTTrainer\nfrom keras import Model\nfrom sklearn.cluster import KMeans\nfrom sklearn.decomposition import PCA\nfrom pyspark.ml import Pipeline\nfrom stepfunctions.steps import TrainingStep`,
      `SFTTrainer(model="m").train()\nModel(inputs=1, outputs=2).fit(1)\nKMeans(3).fit([1])\nPCA(2).fit([1])\nPipeline(stages=[]).fit(1)\nTrainingStep("t", estimator=None, job_name="j")`,
    ];
    assert.deepEqual(
      requests(...cells).filter(({ client }) => client !== "stepfunctions"),
      [],
    );
  });

  it("16: an import of a submodule under another name", () => {
    const cells = [
      `from sagemaker.huggingface.estimator import HuggingFace as HF\nest = HF(entry_point="t.py", role="r", instance_count=1, instance_type="ml.g5.xlarge", transformers_version="4.26", pytorch_version="1.13", py_version="py39", subnets=["subnet-a1"], security_group_ids=["sg-train"])\nest.fit()`,
    ];
    assert.deepEqual(operations(...cells), ["CreateTrainingJob"]);
    assert.equal(state(...cells), `known ["subnet-a1"]`);
  });

  it("17: clients under every name", () => {
    const call = `create_model(ModelName="m", ExecutionRoleArn="${role}", VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})`;
    for (const client of [
      `sagemaker = boto3.client("sagemaker")\nsagemaker`,
      `sm = boto3.client("sagemaker", region_name="us-east-1")\nsm`,
      `smclient = boto3.Session().client("sagemaker")\nsmclient`,
      `boto3.Session(region_name="us-east-1").client(service_name="sagemaker")`,
    ]) {
      assert.deepEqual(operations(`import boto3\n${client}.${call}`), ["CreateModel"]);
      assert.deepEqual(rules(`import boto3\n${client}.${call}`), []);
    }
  });

  it("18: blank right-hand sides and placeholders before the call", () => {
    const cells = [
      `${imports}security_group_ids = # ["sg-…"]\nrole = <ROLE_ARN>\nsubnets = ["subnet-a1"]\nest = Estimator(image_uri="i", role=role, instance_count=1, instance_type="ml.m5.large", subnets=subnets, security_group_ids=security_group_ids)`,
    ];
    assert.deepEqual(operations(...cells), ["CreateTrainingJob"]);
    assert.equal(state(...cells), `known ["subnet-a1"]`);
    assert.deepEqual(rules(...cells), []);
  });

  it("19: f-strings with the same quotes inside", () => {
    const cells = [
      `import boto3\ncfg = {"env": "dev"}\nname = f"churn-{cfg["env"]}"\nboto3.client("sagemaker").create_model(ModelName=name, ExecutionRoleArn="${role}", VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})`,
    ];
    assert.equal(describeField(requests(...cells)[0], "ModelName"), `known "churn-dev"`);
    assert.deepEqual(rules(...cells), []);
  });

  it("20: a string where a list belongs, and a placeholder", () => {
    const call = (subnets: string) =>
      `import boto3\nsubnets = ${subnets}\nboto3.client("sagemaker").create_model(ModelName="m", ExecutionRoleArn="${role}", VpcConfig={"Subnets": subnets, "SecurityGroupIds": ["sg-train"]})`;
    assert.deepEqual(rules(call(`"<your_subnets>"`)), ["placeholder-id error"]);
    assert.deepEqual(rules(call(`"subnet-a1"`)), ["parameter-type-wrong error"]);
    assert.equal(requests(call(`"subnet-a1"`))[0]?.refused?.error, "ParamValidationError");
  });

  it("21: a key that is there and empty", () => {
    const cells = [
      `import boto3\nboto3.client("sagemaker").create_training_job(TrainingJobName="j", RoleArn="${role}", OutputDataConfig={"S3OutputPath": "s3://b/k", "KmsKeyId": ""}, ResourceConfig={"InstanceType": "ml.m5.large", "InstanceCount": 1}, VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})`,
    ];
    assert.equal(describeField(requests(...cells)[0], "OutputDataConfig.KmsKeyId"), `known ""`);
    assert.deepEqual(allRules(...cells), ["volume-key-missing info", "output-key-missing info"]);
  });

  it("22: local mode on one branch", () => {
    const cells = (flag: string) => [
      `${imports}instance_type = "local" if ${flag} else "ml.m5.large"\nest = Estimator(image_uri="i", role="r", instance_count=1, instance_type=instance_type)\nest.fit()`,
    ];
    assert.equal(requests(...cells("debug()"))[0]?.localMode, "maybe");
    assert.equal(requests(...cells("True"))[0]?.localMode, true);
    assert.deepEqual(rules(...cells("True")), []);
  });

  it("23: keyword arguments for a recipe, after pop in a function", () => {
    const cells = [
      `from sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Networking`,
      `def make(config):\n    config.pop("team")\n    return ModelTrainer.from_recipe(**config)`,
      `trainer = make({"team": "a", "training_recipe": "r", "networking": Networking(subnets=["subnet-a1"], security_group_ids=["sg-train"])})\ntrainer.train()`,
    ];
    assert.deepEqual(operations(...cells), ["CreateTrainingJob"]);
    assert.equal(state(...cells), `known ["subnet-a1"]`);
  });

  it("24: job code in a file that is written, or in a text", () => {
    const code = `import boto3\nboto3.client("sagemaker").create_model(ModelName="m")`;
    assert.deepEqual(operations(`%%writefile job.py\n${code}`, `text = """\n${code}\n"""`), []);
  });

  it("25: a shell cell with arguments, variables and continued lines", () => {
    const cells = [
      `name = "churn"\nsubnet = "subnet-a1"`,
      `%%bash -s "$name" "$subnet"\nGROUP=sg-train\naws sagemaker create-model \\\n  --model-name $1 --execution-role-arn ${role} \\\n  --vpc-config Subnets=$2,SecurityGroupIds=$GROUP`,
    ];
    const [model, ...others] = requests(...cells);
    assert.deepEqual(others, []);
    assert.deepEqual([model?.client, model?.operation], ["aws-cli", "CreateModel"]);
    assert.equal(describeField(model, "ModelName"), `known "churn"`);
    assert.equal(describeField(model), `known ["subnet-a1"]`);
    assert.equal(describeField(model, "VpcConfig.SecurityGroupIds"), `known ["sg-train"]`);
    assert.deepEqual(rules(...cells), []);
  });

  it("26: one name for several jobs, and an attribute set on the last", () => {
    const cells = [
      `${imports}est = Estimator(**job)\nest.fit()`,
      `est = Estimator(**job)\nest.subnets = ["subnet-a1"]\nest.security_group_ids = ["sg-train"]\nest.fit()`,
    ];
    const [first, second] = requests(...cells);
    assert.equal(describeField(first), undefined);
    assert.equal(describeField(second), `known ["subnet-a1"]`);
    assert.deepEqual(rules(...cells), ["vpc-config-missing warning"]);
  });

  it("27: several jobs of one place are one finding", () => {
    const inLoop = `import boto3\nsm = boto3.client("sagemaker")\nfor name in ["a", "b", "c"]:\n    sm.create_model(ModelName=name, ExecutionRoleArn="${role}")`;
    const inList = `import boto3\nsm = boto3.client("sagemaker")\nall = [sm.create_model(ModelName=name, ExecutionRoleArn="${role}") for name in ["a", "b"]]`;
    for (const code of [inLoop, inList]) {
      assert.deepEqual(operations(code), ["CreateModel"]);
      assert.deepEqual(rules(code), ["vpc-config-missing warning"]);
    }
  });

  it("an estimator that is handed to a function of another file may have any network then", () => {
    const handed = (call: string) => [
      `${imports}import boto3, json\nfrom team.jobs import prepare\nest = Estimator(**job)`,
      `${call}\nest.fit()`,
    ];
    assert.equal(state(...handed("prepare(est)")), "unknown");
    assert.deepEqual(rules(...handed("prepare(est)")), []);
    assert.equal(state(...handed("print(est)")), undefined);
    assert.deepEqual(rules(...handed("print(est)")), ["vpc-config-missing warning"]);
    const trainer = [
      `from team.jobs import prepare\nfrom sagemaker.train import ModelTrainer\nfrom sagemaker.train.configs import Compute\nest = ModelTrainer(training_image="i", role="${role}", compute=Compute(instance_type="ml.m5.large"))`,
      `prepare(est)\nest.train()`,
    ];
    assert.equal(state(...trainer), "unknown");
    assert.deepEqual(allRules(...trainer), []);
    const session = [
      `${imports}from sagemaker import Session\nfrom team.jobs import upload\nsession = Session()\nupload(session)`,
      `Estimator(**job, sagemaker_session=session).fit()`,
    ];
    assert.equal(state(...session), undefined);
  });

  it("28: cells in their order, without those that do not run", () => {
    const call = `boto3.client("sagemaker").create_model(ModelName="m", ExecutionRoleArn="${role}", VpcConfig=vpc)`;
    const cells = [
      `import boto3\nvpc = {"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}`,
      `%%script false\nvpc = {"Subnets": ["subnet-gone"], "SecurityGroupIds": ["sg-train"]}\n${call}`,
      call,
      `vpc = None`,
    ];
    assert.deepEqual(operations(...cells), ["CreateModel"]);
    assert.equal(state(...cells), `known ["subnet-a1"]`);
  });
});

const role = "arn:aws:iam::111122223333:role/Training";
const imports = `from sagemaker.estimator import Estimator\njob = dict(image_uri="i", role="${role}", instance_count=1, instance_type="ml.m5.large")\n`;
const environment = environmentOf(accountFacts(twoVpcs, ["subnet-gone"]));

function report(cells: readonly string[], files?: FileAnswers): Report {
  return check(
    { uri: "a.ipynb", cells: cells.map((text) => ({ kind: "code", language: "python", text })) },
    files ? { ...environment, files, sdkDefaults } : environment,
  );
}

const sdkDefaults = {
  administrator: { path: "/site/config.yaml", isOverride: false },
  user: { path: "/user/config.yaml", isOverride: false },
};
const noDefaults = ["/site/config.yaml", "/user/config.yaml", "team.py", "team/__init__.py"].map(
  (path) => [path, { state: "absent" }] as const,
);

function requests(...cells: readonly string[]): readonly JobRequest[] {
  return report(cells).requests;
}

function operations(...cells: readonly string[]): readonly string[] {
  return requests(...cells).map(({ operation }) => operation);
}

function state(...cells: readonly string[]): string | undefined {
  return describeField(requests(...cells)[0]);
}

/** The subnets, where no other field is asked for. */
function describeField(request: JobRequest | undefined, path?: FieldPath): string | undefined {
  assert.ok(request, "there is no request");
  const isProcessing = request.operation === "CreateProcessingJob";
  const field: Field | undefined = request.fields.get(
    path ?? `${isProcessing ? "NetworkConfig." : ""}VpcConfig.Subnets`,
  );
  return field?.state === "known" ? `known ${JSON.stringify(field.value)}` : field?.state;
}

/** Rules and severities, of what is more than advice. */
function rules(...cells: readonly string[]): readonly string[] {
  return allRules(...cells).filter((rule) => !rule.endsWith(" info"));
}

function allRules(...cells: readonly string[]): readonly string[] {
  return report(cells).findings.map(
    ({ rule, severity, message }) =>
      `${rule} ${severity}${message.endsWith("(on one branch)") ? " on one branch" : ""}`,
  );
}
