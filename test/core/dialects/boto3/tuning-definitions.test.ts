import assert from "node:assert/strict";
import { check } from "../../../../core/src/check.js";
import { boto3Dialect } from "../../../../core/src/dialects/boto3/boto3.js";
import { editCells } from "../../../../core/src/notebook/apply-edits.js";
import type { Notebook } from "../../../../core/src/notebook/notebook.js";
import type { FieldChange } from "../../../../core/src/requests/request.js";
import { SharedPlaces } from "../../../../core/src/fixes/shared-places.js";
import { settingsOfRequest } from "../../../../core/src/requests/settings.js";

const nowhere = { facts: new Map(), online: false };
const network = `{"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}`;

function notebook(definitions: string, isCommand = false): Notebook {
  const text = isCommand
    ? definitions
    : `import boto3
boto3.client("sagemaker").create_hyper_parameter_tuning_job(
    HyperParameterTuningJobName="t",
    HyperParameterTuningJobConfig={"Strategy": "Random", "ResourceLimits": {"MaxParallelTrainingJobs": 1}},
    TrainingJobDefinitions=${definitions},
)`;
  return { uri: "a.ipynb", cells: [{ kind: "code", language: "python", text }] };
}

const read = (definitions: string) => check(notebook(definitions), nowhere).requests;

describe("a boto3 tuning job of several definitions", () => {
  it("is a request for each of them, with what concerns all of it at the first", () => {
    const requests = read(`[{"DefinitionName": "a", "VpcConfig": ${network}}, {"DefinitionName": "b"}]`);
    assert.deepEqual(
      requests.map(({ part, fields }) => [part, [...fields.keys()]]),
      [
        [
          "TrainingJobDefinitions[0].",
          [
            "HyperParameterTuningJobName",
            "HyperParameterTuningJobConfig.Strategy",
            "HyperParameterTuningJobConfig.ResourceLimits.MaxParallelTrainingJobs",
            "TrainingJobDefinitions[0].DefinitionName",
            "TrainingJobDefinitions[0].VpcConfig.Subnets",
            "TrainingJobDefinitions[0].VpcConfig.SecurityGroupIds",
          ],
        ],
        ["TrainingJobDefinitions[1].", ["TrainingJobDefinitions[1].DefinitionName"]],
      ],
    );
  });

  it("stays one where not all of them are known", () => {
    for (const definitions of [
      "definitions",
      `[{"DefinitionName": "a"}, other()]`,
      `[{"A": 1}] + more()`,
      "[]",
    ])
      assert.deepEqual(
        read(definitions).map(({ part }) => part),
        [undefined],
        definitions,
      );
  });

  it("knows nothing of what a definition may have besides", () => {
    const [request] = read(`[{"DefinitionName": "a", **more()}]`);
    assert.ok(request);
    const { subnets = "", roleArn = "" } = settingsOfRequest(request) ?? {};
    assert.deepEqual(
      [subnets, roleArn].map((path) => request.fields.get(path)?.state),
      ["unknown", "unknown"],
    );
  });

  it("has the instances of a definition where that has them", () => {
    const types = (member: string) =>
      settingsOfRequest(
        read(`[{"${member}": {"InstanceType": "ml.m5.xlarge"}}]`)[0] ?? assert.fail("no request"),
      )?.instanceType;
    for (const member of ["ResourceConfig", "HyperParameterTuningResourceConfig"])
      assert.equal(types(member), `TrainingJobDefinitions[0].${member}.InstanceType`);
    const one = check(
      {
        uri: "a.ipynb",
        cells: [
          {
            kind: "code",
            language: "python",
            text: `import boto3
boto3.client("sagemaker").create_hyper_parameter_tuning_job(
    TrainingJobDefinition={"HyperParameterTuningResourceConfig": {"InstanceType": "ml.m5.xlarge"}})`,
          },
        ],
      },
      nowhere,
    ).requests[0];
    assert.equal(
      one && settingsOfRequest(one)?.instanceType,
      "TrainingJobDefinition.HyperParameterTuningResourceConfig.InstanceType",
    );
  });

  it("has half a VPC where one definition has half of it", () => {
    const halves = read(
      `[{"VpcConfig": {"Subnets": ["subnet-0a10000000000001a"]}}, {"DefinitionName": "b"}]`,
    );
    assert.deepEqual(
      halves.map(({ halfVpc }) => halfVpc),
      ["botocore refuses", undefined],
    );
  });

  it("tells what the model does not allow once, at the definition that it is in", () => {
    const { findings } = check(
      notebook(`[{"DefinitionName": "a"}, {"DefinitionName": "b", "Rolearn": "r"}]`),
      nowhere,
    );
    const told = findings.filter(({ rule }) => rule.startsWith("parameter-"));
    assert.ok(told.some(({ request }) => request === 0) && told.some(({ request }) => request === 1));
    assert.equal(new Set(told.map(({ message }) => message)).size, told.length);
    assert.ok(
      told.every(({ request, message }) => !message.includes(`TrainingJobDefinitions[${1 - request}]`)),
    );
  });

  it("is written into the definition, wherever that was made, and nowhere else", () => {
    const given = notebook(`[{"DefinitionName": "a"}, {"DefinitionName": "b"}]`);
    const { requests } = check(given, nowhere);
    const [, second] = requests;
    assert.ok(second);
    const changes: FieldChange[] = [
      { path: "TrainingJobDefinitions[1].VpcConfig.Subnets", value: ["subnet-1"] },
      { path: "TrainingJobDefinitions[1].VpcConfig.SecurityGroupIds", value: ["sg-1"] },
    ];
    const places = new SharedPlaces(requests);
    const edits = boto3Dialect.write(second, changes, given, {
      isOthers: (span) => places.isOthers(span, second, changes),
      nameOf: () => undefined,
    });
    const text = edits && editCells(given, edits)?.cells[0]?.text;
    assert.match(text ?? "", /\[\{"DefinitionName": "a"\}, \{\s*"DefinitionName": "b",\s*"VpcConfig": \{/);
  });

  it("is not written into a dict that two definitions are, which differ", () => {
    const text = `import boto3
def definition(name, **more):
    return {"DefinitionName": name, **more}
boto3.client("sagemaker").create_hyper_parameter_tuning_job(
    TrainingJobDefinitions=[definition("a", VpcConfig=${network}), definition("b")])`;
    const { findings } = check(
      { uri: "a.ipynb", cells: [{ kind: "code", language: "python", text }] },
      nowhere,
    );
    const missing = findings.filter(({ rule }) => rule === "vpc-config-missing");
    assert.deepEqual(
      missing.map(({ request, fixes }) => [request, fixes]),
      [[1, []]],
    );
  });

  it("is read of the AWS CLI as well", () => {
    const command = `aws sagemaker create-hyper-parameter-tuning-job --hyper-parameter-tuning-job-name t --training-job-definitions '[{"DefinitionName": "a", "VpcConfig": ${network}}, {"DefinitionName": "b"}]'`;
    const { requests, findings } = check(notebook(`%%bash\n${command}`, true), nowhere);
    assert.deepEqual(
      requests.map(({ part }) => part),
      ["TrainingJobDefinitions[0].", "TrainingJobDefinitions[1]."],
    );
    assert.ok(findings.some(({ rule, request }) => rule === "vpc-config-missing" && request === 1));
  });
});
