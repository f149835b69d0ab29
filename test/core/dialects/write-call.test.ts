import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { dialectOf } from "../../../core/src/dialects/index.js";
import { noEnvironment } from "../../../core/src/environment.js";
import { applyEdits } from "../../../core/src/notebook/apply-edits.js";
import type { Notebook } from "../../../core/src/notebook/notebook.js";
import type { FieldChange } from "../../../core/src/requests/request.js";

const vpc: readonly FieldChange[] = [
  { path: "VpcConfig.Subnets", value: ["subnet-1", "subnet-2"] },
  { path: "VpcConfig.SecurityGroupIds", value: ["sg-1"] },
];

const imports = `import boto3\nfrom sagemaker.estimator import Estimator\nclient = boto3.client("sagemaker")\n`;

interface Row {
  readonly before: string;
  readonly after: string;
  readonly changes?: readonly FieldChange[];
}

/** The code after the imports, before and after; formatting is the point. */
const table: Readonly<Record<string, Row>> = {
  "one line": {
    before: `e = Estimator(role=role, instance_count=1)`,
    after: `e = Estimator(role=role, instance_count=1, subnets=["subnet-1", "subnet-2"], security_group_ids=["sg-1"])`,
  },
  "no argument": {
    before: `Estimator()`,
    after: `Estimator(subnets=["subnet-1", "subnet-2"], security_group_ids=["sg-1"])`,
  },
  "single quotes": {
    before: `Estimator(role='r')`,
    after: `Estimator(role='r', subnets=['subnet-1', 'subnet-2'], security_group_ids=['sg-1'])`,
  },
  "each argument on its line, with a trailing comma": {
    before: `Estimator(\n    role=role,\n    instance_count=1,\n)`,
    after: `Estimator(\n    role=role,\n    instance_count=1,\n    subnets=["subnet-1", "subnet-2"],\n    security_group_ids=["sg-1"],\n)`,
  },
  "each argument on its line, without a trailing comma": {
    before: `Estimator(\n    role=role\n)`,
    after: `Estimator(\n    role=role,\n    subnets=["subnet-1", "subnet-2"],\n    security_group_ids=["sg-1"]\n)`,
  },
  "aligned under the first": {
    before: `est = Estimator(role=role,\n                instance_count=1)`,
    after: `est = Estimator(role=role,\n                instance_count=1,\n                subnets=["subnet-1", "subnet-2"],\n                security_group_ids=["sg-1"])`,
  },
  tabs: {
    before: `Estimator(\n\trole=role,\n)`,
    after: `Estimator(\n\trole=role,\n\tsubnets=["subnet-1", "subnet-2"],\n\tsecurity_group_ids=["sg-1"],\n)`,
  },
  "a comment behind the last argument": {
    before: `Estimator(\n    role=role  # mine, not yours\n)`,
    after: `Estimator(\n    role=role,  # mine, not yours\n    subnets=["subnet-1", "subnet-2"],\n    security_group_ids=["sg-1"]\n)`,
  },
  "a comment line before the end": {
    before: `Estimator(\n    role=role,\n    # subnets=[],\n)`,
    after: `Estimator(\n    role=role,\n    subnets=["subnet-1", "subnet-2"],\n    security_group_ids=["sg-1"],\n    # subnets=[],\n)`,
  },
  "line ends of Windows": {
    before: `Estimator(\r\n    role=role,\r\n)`,
    after: `Estimator(\r\n    role=role,\r\n    subnets=["subnet-1", "subnet-2"],\r\n    security_group_ids=["sg-1"],\r\n)`,
  },
  "None that is there is replaced": {
    before: `Estimator(role=role, subnets=None, security_group_ids=None)`,
    after: `Estimator(role=role, subnets=["subnet-1", "subnet-2"], security_group_ids=["sg-1"])`,
  },
  "one item of a list": {
    before: `Estimator(role=role, subnets=["subnet-1", 'subnet-x'], security_group_ids=["sg-1"])`,
    after: `Estimator(role=role, subnets=["subnet-1", 'subnet-2'], security_group_ids=["sg-1"])`,
  },
  "a list where it was written": {
    before: `ids = ["subnet-1", "subnet-x"]\nEstimator(role=role, subnets=ids, security_group_ids=["sg-1"])`,
    after: `ids = ["subnet-1", "subnet-2"]\nEstimator(role=role, subnets=ids, security_group_ids=["sg-1"])`,
  },
  "the dict behind **": {
    before: `settings = {\n    "role": role,\n}\nEstimator(**settings)`,
    after: `settings = {\n    "role": role,\n    "subnets": ["subnet-1", "subnet-2"],\n    "security_group_ids": ["sg-1"],\n}\nEstimator(**settings)`,
  },
  "dict() behind ** cannot be entered": {
    before: `settings = dict(role=role)\nEstimator(**settings)`,
    after: `settings = dict(role=role)\nEstimator(**settings, subnets=["subnet-1", "subnet-2"], security_group_ids=["sg-1"])`,
  },
  "boto3's nested dict": {
    before: `config = {"TrainingJobName": "a"}\nclient.create_training_job(**config)`,
    after: `config = {"TrainingJobName": "a", "VpcConfig": {"Subnets": ["subnet-1", "subnet-2"], "SecurityGroupIds": ["sg-1"]}}\nclient.create_training_job(**config)`,
  },
  "half of boto3's nested dict": {
    before: `client.create_training_job(VpcConfig={"Subnets": ["subnet-1", "subnet-2"]})`,
    after: `client.create_training_job(VpcConfig={"Subnets": ["subnet-1", "subnet-2"], "SecurityGroupIds": ["sg-1"]})`,
  },
  "an empty key": {
    before: `client.create_training_job(OutputDataConfig={"S3OutputPath": "s3://b", "KmsKeyId": ""})`,
    after: `client.create_training_job(OutputDataConfig={"S3OutputPath": "s3://b", "KmsKeyId": "alias/k"})`,
    changes: [{ path: "OutputDataConfig.KmsKeyId", value: "alias/k" }],
  },
  "quotes and backslashes in a value": {
    before: `Estimator(role=role)`,
    after: String.raw`Estimator(role=role, output_kms_key="a\"b\\c\n")`,
    changes: [{ path: "OutputDataConfig.KmsKeyId", value: 'a"b\\c\n' }],
  },
};

describe("writing fields into calls", () => {
  for (const [name, { before, after, changes = vpc }] of Object.entries(table)) {
    it(name, () => {
      const written = write(imports + before, changes);
      assert.equal(written, imports + after);
      assert.equal(write(written, changes), written, "the second time nothing changes");
    });
  }

  for (const [name, code] of Object.entries({
    "an attribute that is set later": `e = Estimator(role=role)\ne.subnets = None`,
    "a list that grows later": `ids = []\ne = Estimator(role=role, subnets=ids)\nids.append("subnet-1")`,
    "a dict that differs by branch": `client.create_training_job(VpcConfig={"Subnets": []} if x else {})`,
    "a dict that is not known whole": `client.create_training_job(VpcConfig=make())`,
  })) {
    it(`leaves alone ${name}`, () => {
      assert.equal(write(imports + code, vpc), undefined);
    });
  }
});

function write(text: string, changes: readonly FieldChange[]): string | undefined {
  const notebook: Notebook = { uri: "n", cells: [{ kind: "code", language: "python", text }] };
  const [request] = check(notebook, noEnvironment).requests;
  assert.ok(request);
  const edits = dialectOf(request)?.write(request, changes, notebook);
  return (
    edits &&
    applyEdits(
      text,
      edits.map(({ span: { from, to }, text: inserted }) => ({ from, to, text: inserted })),
    )
  );
}
