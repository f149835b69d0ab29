import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import type { Environment } from "../../../core/src/environment.js";
import type { FileAnswer } from "../../../core/src/files/file-answer.js";
import { applyEdits } from "../../../core/src/notebook/apply-edits.js";
import type { Finding, Report } from "../../../core/src/report.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { notebookOf } from "../../support/notebooks.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const role = "arn:aws:iam::111122223333:role/R";
const model = `{
  "ModelName": "m",
  "ExecutionRoleArn": "${role}",
  "PrimaryContainer": { "Image": "i" },
  "VpcConfig": { "Subnets": ["subnet-a1"],   "SecurityGroupIds": ["sg-b"] }
}
`;
const own = `{\r\n\t"network": {\r\n\t\t"subnets": ["subnet-a1"],\r\n\t\t"security_group_ids": [\r\n\t\t\t"sg-b"\r\n\t\t]\r\n\t}\r\n}`;
const halfModel = model.replace(`,   "SecurityGroupIds": ["sg-b"]`, "");
const byCommand = "!aws sagemaker create-model --cli-input-json file://job.json --region us-east-1";
const byDict = `\
import boto3, json
with open("job.json") as f:
    settings = json.load(f)
client = boto3.client("sagemaker", region_name="us-east-1")
client.create_model(**settings)`;
const estimator = (name: string) => `\
${name} = Estimator(image_uri="i", role="${role}", instance_count=1, instance_type="ml.m5.large",
    **cfg["network"])
${name}.fit()`;
const byEstimator = `\
import json
from sagemaker.estimator import Estimator
cfg = json.load(open("own.json"))
${estimator("est")}`;

const byYaml = byEstimator.replaceAll("json", "yaml").replace("yaml.load", "yaml.safe_load");
const yamlModel = `\
ModelName: m
ExecutionRoleArn: ${role} # the team's
PrimaryContainer:
  Image: i
VpcConfig:
  Subnets:
  - subnet-a1
  SecurityGroupIds:
  - sg-b   # of B
`;
const byDefaults = `\
import os
from sagemaker.estimator import Estimator
os.environ["SAGEMAKER_USER_CONFIG_OVERRIDE"] = "/elsewhere"
${estimator("est").replace(`,\n    **cfg["network"]`, "")}`;
const defaults = `\
SchemaVersion: "1.0"
SageMaker:
  TrainingJob:
    VpcConfig: {Subnets: [subnet-a1], SecurityGroupIds: [sg-b]} # A
`;

describe("a fix of a value in a file beside the notebook", () => {
  it("changes the value alone, where the file is a command's input", () => {
    const { fixed, after } = mended(byCommand, { "job.json": model });
    assert.equal(fixed["job.json"], model.replace("sg-b", "sg-train"));
    assert.deepEqual(rules(after), []);
  });

  it("changes the value alone, where Python expands the file's dict", () => {
    const { fixed, after } = mended(byDict, { "job.json": model });
    assert.equal(fixed["job.json"], model.replace("sg-b", "sg-train"));
    assert.deepEqual(rules(after), []);
  });

  it("changes the value alone, where the file has a structure of its own", () => {
    const { fixed, after } = mended(byEstimator, { "own.json": own });
    assert.equal(fixed["own.json"], own.replace(/\[\s*"sg-b"\s*\]/, `["sg-train"]`));
    assert.deepEqual(rules(after), []);
  });

  it("changes the value alone, where a YAML file is a command's input", () => {
    const { fixed, after } = mended(byCommand.replaceAll("json", "yaml"), { "job.yaml": yamlModel });
    assert.equal(fixed["job.yaml"], yamlModel.replace("sg-b", "sg-train"));
    assert.deepEqual(rules(after), []);
  });

  it("changes the value alone, where a YAML file has a structure of its own", () => {
    const text = `network: {subnets: ['subnet-a1'], security_group_ids: ['sg-b']} # of A\r\nmore: 1\r\n`;
    const { fixed, after } = mended(byYaml, { "own.yaml": text });
    assert.equal(fixed["own.yaml"], text.replace("sg-b", "sg-train"));
    assert.deepEqual(rules(after), []);
  });

  it("is offered besides that of the notebook, where that can be edited too", () => {
    const code = `${byYaml.slice(0, byYaml.indexOf("est ="))}${estimator("est").replace(
      `**cfg["network"]`,
      `subnets=cfg["subnets"], security_group_ids=cfg["groups"]`,
    )}`;
    const { fix, fixed, report } = mended(code, { "own.yaml": "subnets: [subnet-a1]\ngroups: [sg-b]\n" });
    assert.equal(fixed["own.yaml"], "subnets: [subnet-a1]\ngroups: [sg-train]\n");
    assert.equal(fix.safety, "unsafe");
    const titles = report.findings
      .find(({ rule }) => rule === "security-group-in-other-vpc")
      ?.fixes.map(({ title, edits }) => `${title}: ${edits.length}`);
    assert.deepEqual(titles?.slice(-1), [`${fix.title}: 0`]);
    assert.match(titles[0] ?? "", /: 1$/);
  });

  it("is written into the SDK's defaults beside the notebook", () => {
    const { fixed, after } = mended(byDefaults.replace("/elsewhere", "conf"), { conf: defaults });
    assert.equal(fixed.conf, defaults.replace("sg-b", "sg-train"));
    assert.deepEqual(rules(after), []);
    const half = defaults.replace(", SecurityGroupIds: [sg-b]", "");
    const { fixed: whole } = mended(
      byDefaults.replace("/elsewhere", "conf"),
      { conf: half },
      "vpc-config-incomplete",
    );
    assert.match(
      whole.conf ?? "",
      /VpcConfig: \{Subnets: \[subnet-a1\], SecurityGroupIds: \[sg-\w+\]\} # A$/m,
    );
  });

  it("adds the member that the file's structure lacks", () => {
    const { fixed, fix } = mended(byCommand, { "job.json": halfModel }, "vpc-config-incomplete");
    assert.match(
      fixed["job.json"] ?? "",
      /"VpcConfig": \{ "Subnets": \["subnet-a1"\], ?"SecurityGroupIds": \["sg-\w+"\] \}/,
    );
    assert.equal(fix.safety, "unsafe", "other notebooks may take the file too");
  });

  const tuned = (network: string) => `[{"DefinitionName": "a", ${network}},\n {"DefinitionName": "b"}]`;
  const jsonNetwork = (subnets: string) =>
    `"VpcConfig": {"Subnets": [${subnets}], "SecurityGroupIds": ["sg-train"]}`;
  const yamlTuning = `\
HyperParameterTuningJobName: t
TrainingJobDefinitions:
- DefinitionName: a
  VpcConfig: {Subnets: [subnet-a1], SecurityGroupIds: [sg-train]}
- DefinitionName: b # the other one
  RoleArn: ${role}
`;
  const tune = "!aws sagemaker create-hyper-parameter-tuning-job --region us-east-1";
  const items: Readonly<
    Record<string, readonly [command: string, file: string, text: string, added: RegExp]>
  > = {
    "JSON of the whole request": [
      `${tune} --cli-input-json file://tune.json`,
      "tune.json",
      `{"TrainingJobDefinitions": ${tuned(jsonNetwork(`"subnet-a1"`))}}`,
      /\{"DefinitionName": "b", "VpcConfig": \{"Subnets": \["subnet-/,
    ],
    "JSON of the one member": [
      `${tune} --training-job-definitions file://defs.json`,
      "defs.json",
      tuned(jsonNetwork(`"subnet-a1"`)),
      /\{"DefinitionName": "b", "VpcConfig": \{"Subnets": \["subnet-/,
    ],
    "YAML of the whole request": [
      `${tune} --cli-input-yaml file://tune.yaml`,
      "tune.yaml",
      yamlTuning,
      /- DefinitionName: b # the other one\n {2}RoleArn: \S+\n {2}VpcConfig:\n {4}Subnets: ?[[\n]/,
    ],
    "JSON that Python expands": [
      byDict.replace("job.json", "tune.json").replace("create_model", "create_hyper_parameter_tuning_job"),
      "tune.json",
      `{"TrainingJobDefinitions": ${tuned(jsonNetwork(`"subnet-a1"`))}}`,
      /\{"DefinitionName": "b", "VpcConfig": \{"Subnets": \["subnet-/,
    ],
  };
  for (const [name, [command, file, text, added]] of Object.entries(items)) {
    it(`adds what one item of a list lacks: ${name}`, () => {
      const { fixed, report, after } = mended(command, { [file]: text }, "vpc-config-missing");
      assert.match(fixed[file] ?? "", added);
      assert.equal(after.requests.length, report.requests.length);
      assert.equal(after.findings.filter(({ rule }) => rule === "vpc-config-missing").length, 0);
    });
  }

  it("replaces the value of one item of a list", () => {
    const text = tuned(jsonNetwork(`"subnet-a1"`)).replace(
      `"b"`,
      `"b", ${jsonNetwork(`"subnet-a1"`).replace("train", "b")}`,
    );
    const { fixed, after } = mended(`${tune} --training-job-definitions file://defs.json`, {
      "defs.json": text,
    });
    assert.equal(fixed["defs.json"], text.replace("sg-b", "sg-train"));
    assert.ok(!rules(after).includes("security-group-in-other-vpc"));
  });

  it("says which file, and how many other jobs change with it", () => {
    const { fix } = mended(`${byEstimator}\n${estimator("other")}`, { "own.json": own });
    assert.match(fix.title, /, in own\.json; changes 1 other job as well$/);
    assert.deepEqual(fix.edits, []);
  });

  const withheld: Readonly<Record<string, readonly [code: string, files: Readonly<Record<string, string>>]>> =
    {
      "when another field takes the same value": [
        byEstimator.replace('"i"', '"i", output_kms_key=cfg["network"]["security_group_ids"][0]'),
        { "own.json": own },
      ],
      "when the line has the value twice": [
        byEstimator,
        {
          "own.json": `{"network": {"subnets": ["subnet-a1"], "security_group_ids": ["sg-b"], "tags": null, "hyperparameters": {"x": "sg-b"}, "more": ["sg-b"]}}`,
        },
      ],
      "when the notebook writes the file": [
        `from pathlib import Path\nPath("own.json").write_text(text)\n${byEstimator}`,
        { "own.json": own },
      ],
      "when the value is computed from the file's": [
        byEstimator.replace(
          `**cfg["network"]`,
          `subnets=["subnet-a1"], **{k: list(v) for k, v in cfg["network"].items()}`,
        ),
        { "own.json": own },
      ],
      "when YAML repeats it": [
        byYaml,
        {
          "own.yaml": "network: &all\n  subnets: [subnet-a1]\n  security_group_ids: [sg-b]\nother: *all\n",
        },
      ],
      "when the SDK's defaults are not beside the notebook": [byDefaults, {}],
    };
  for (const [name, [code, files]] of Object.entries(withheld)) {
    it(`is withheld ${name}`, () => {
      const { findings } = reportOf(code, files);
      assert.deepEqual(
        findings.flatMap(({ fixes }) => fixes.filter(({ fileEdits }) => fileEdits)),
        [],
      );
    });
  }
});

function reportOf(code: string, texts: Readonly<Record<string, string>>): Report {
  const files = new Map<string, FileAnswer>(
    Object.entries(texts).map(([path, text]) => [path, { state: "text", text } as const]),
  );
  const sdkDefaults = { path: "/none/config.yaml", isOverride: false };
  const environment: Environment = {
    ...environmentOf(accountFacts(twoVpcs)),
    files: files.set("/none/config.yaml", { state: "absent" }),
    sdkDefaults: { administrator: sdkDefaults, user: sdkDefaults },
  };
  return check(notebookOf(code), environment);
}

/** The first fix of a finding, made. */
function mended(code: string, texts: Readonly<Record<string, string>>, rule = "security-group-in-other-vpc") {
  const report = reportOf(code, texts);
  const finding: Finding | undefined = report.findings.find((one) => one.rule === rule);
  const fix = finding?.fixes.find(({ fileEdits }) => fileEdits !== undefined);
  assert(fix?.fileEdits !== undefined, JSON.stringify([rules(report), finding?.remedy]));
  const { fileEdits } = fix;
  const fixed = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [
      path,
      applyEdits(
        text,
        fileEdits.filter(({ file }) => file === path),
      ) ?? "",
    ]),
  );
  return { fix, fixed, report, after: reportOf(code, fixed) };
}

function rules({ findings }: Report): readonly string[] {
  return findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
}
