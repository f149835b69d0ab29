import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { dialectOf } from "../../../core/src/dialects/index.js";
import { noEnvironment } from "../../../core/src/environment.js";
import { applyEdits } from "../../../core/src/notebook/apply-edits.js";
import type { Notebook } from "../../../core/src/notebook/notebook.js";
import type { FieldChange } from "../../../core/src/requests/request.js";

const vpc: readonly FieldChange[] = [
  { path: "VpcConfig.Subnets", value: ["sn-1", "sn-2"] },
  { path: "VpcConfig.SecurityGroupIds", value: ["g-1"] },
];

const whereMissing = vpc.map((change) => ({ ...change, onlyWhereMissing: true as const }));

const imports = `import boto3\nfrom sagemaker.estimator import Estimator\nclient = boto3.client("sagemaker")\n`;

interface Row {
  readonly before: string;
  readonly after: string;
  readonly changes?: readonly FieldChange[];
  /** The changes name a place that is there no longer. */
  readonly isDoneOnce?: true;
}

/** The code after the imports, before and after; formatting is the point. */
const table: Readonly<Record<string, Row>> = {
  "one line": {
    before: `e = Estimator(role=role, instance_count=1)`,
    after: `e = Estimator(role=role, instance_count=1, subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])`,
  },
  "no argument": {
    before: `Estimator()`,
    after: `Estimator(subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])`,
  },
  "single quotes": {
    before: `Estimator(role='r')`,
    after: `Estimator(role='r', subnets=['sn-1', 'sn-2'], security_group_ids=['g-1'])`,
  },
  "each argument on its line, with a trailing comma": {
    before: `Estimator(\n    role=role,\n    instance_count=1,\n)`,
    after: `Estimator(\n    role=role,\n    instance_count=1,\n    subnets=["sn-1", "sn-2"],\n    security_group_ids=["g-1"],\n)`,
  },
  "each argument on its line, without a trailing comma": {
    before: `Estimator(\n    role=role\n)`,
    after: `Estimator(\n    role=role,\n    subnets=["sn-1", "sn-2"],\n    security_group_ids=["g-1"]\n)`,
  },
  "aligned under the first": {
    before: `est = Estimator(role=role,\n                instance_count=1)`,
    after: `est = Estimator(role=role,\n                instance_count=1,\n                subnets=["sn-1", "sn-2"],\n                security_group_ids=["g-1"])`,
  },
  tabs: {
    before: `Estimator(\n\trole=role,\n)`,
    after: `Estimator(\n\trole=role,\n\tsubnets=["sn-1", "sn-2"],\n\tsecurity_group_ids=["g-1"],\n)`,
  },
  "a comment behind the last argument": {
    before: `Estimator(\n    role=role  # mine, not yours\n)`,
    after: `Estimator(\n    role=role,  # mine, not yours\n    subnets=["sn-1", "sn-2"],\n    security_group_ids=["g-1"]\n)`,
  },
  "a comment line before the end": {
    before: `Estimator(\n    role=role,\n    # subnets=[],\n)`,
    after: `Estimator(\n    role=role,\n    subnets=["sn-1", "sn-2"],\n    security_group_ids=["g-1"],\n    # subnets=[],\n)`,
  },
  "line ends of Windows": {
    before: `Estimator(\r\n    role=role,\r\n)`,
    after: `Estimator(\r\n    role=role,\r\n    subnets=["sn-1", "sn-2"],\r\n    security_group_ids=["g-1"],\r\n)`,
  },
  "None that is there is replaced": {
    before: `Estimator(role=role, subnets=None, security_group_ids=None)`,
    after: `Estimator(role=role, subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])`,
  },
  "one item of a list": {
    before: `Estimator(role=role, subnets=["sn-1", 'sn-x'], security_group_ids=["g-1"])`,
    after: `Estimator(role=role, subnets=["sn-1", 'sn-2'], security_group_ids=["g-1"])`,
  },
  "a list where it was written": {
    before: `ids = ["sn-1", "sn-x"]\nEstimator(role=role, subnets=ids, security_group_ids=["g-1"])`,
    after: `ids = ["sn-1", "sn-2"]\nEstimator(role=role, subnets=ids, security_group_ids=["g-1"])`,
  },
  "the dict behind **": {
    before: `settings = {\n    "role": role,\n}\nEstimator(**settings)`,
    after: `settings = {\n    "role": role,\n    "subnets": ["sn-1", "sn-2"],\n    "security_group_ids": ["g-1"],\n}\nEstimator(**settings)`,
  },
  "dict() behind **": {
    before: `settings = dict(role=role)\nEstimator(**settings)`,
    after: `settings = dict(role=role, subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])\nEstimator(**settings)`,
  },
  "a dict that something else takes as well": {
    before: `settings = {"role": role}\nprint(settings)\nEstimator(**settings)`,
    after: `settings = {"role": role}\nprint(settings)\nEstimator(**settings, subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])`,
  },
  "a dict made of another, and changed later": {
    before: `base = {"role": role}\nsettings = {**base, "subnets": None}\nsettings["security_group_ids"] = []\nsettings.update(volume_size=1)\nEstimator(**settings)`,
    after: `base = {"role": role}\nsettings = {**base, "subnets": ["sn-1", "sn-2"]}\nsettings["security_group_ids"] = ["g-1"]\nsettings.update(volume_size=1)\nEstimator(**settings)`,
  },
  "a keyword that update() gives a dict": {
    before: `settings = {}\nsettings.update({"subnets": [], 'security_group_ids': None})\nEstimator(role=role, **settings)`,
    after: `settings = {}\nsettings.update({"subnets": ["sn-1", "sn-2"], 'security_group_ids': ["g-1"]})\nEstimator(role=role, **settings)`,
  },
  "boto3's nested dict": {
    before: `config = {"TrainingJobName": "a"}\nclient.create_training_job(**config)`,
    after: `config = {\n    "TrainingJobName": "a", "VpcConfig": {"Subnets": ["sn-1", "sn-2"], "SecurityGroupIds": ["g-1"]}\n}\nclient.create_training_job(**config)`,
  },
  "half of boto3's nested dict": {
    before: `client.create_training_job(VpcConfig={"Subnets": ["sn-1", "sn-2"]})`,
    after: `client.create_training_job(VpcConfig={"Subnets": ["sn-1", "sn-2"], "SecurityGroupIds": ["g-1"]})`,
  },
  "an empty key": {
    before: `client.create_training_job(OutputDataConfig={"S3OutputPath": "s3://b", "KmsKeyId": ""})`,
    after: `client.create_training_job(OutputDataConfig={"S3OutputPath": "s3://b", "KmsKeyId": "alias/k"})`,
    changes: [{ path: "OutputDataConfig.KmsKeyId", value: "alias/k" }],
  },
  "a line that would become too long": {
    before: `estimator = Estimator(role=role, image_uri="an-image", instance_count=1)`,
    after: `estimator = Estimator(\n    role=role,\n    image_uri="an-image",\n    instance_count=1,\n    subnets=["sn-1", "sn-2"],\n    security_group_ids=["g-1"],\n)`,
  },
  "a line that would become too long, where what is in brackets fits on one": {
    before: `estimator_of_mine = estimators["mine"] = Estimator(role=role, instance_count=1, )`,
    after: `estimator_of_mine = estimators["mine"] = Estimator(\n    role=role, instance_count=1, subnets=["sn-1", "sn-2"], security_group_ids=["g-1"]\n)`,
  },
  "a line that would become too long, in a block of tabs": {
    before: `if True:\n\testimator = Estimator(role=role, image_uri=("an-image"), instance_count=1)  # mine\n`,
    after: `if True:\n\testimator = Estimator(\n\t\trole=role,\n\t\timage_uri=("an-image"),\n\t\tinstance_count=1,\n\t\tsubnets=["sn-1", "sn-2"],\n\t\tsecurity_group_ids=["g-1"],\n\t)  # mine\n`,
  },
  "lines as long as the author's": {
    before:
      `${"x = 1 + 1 + 1 + 1 ".repeat(7).replaceAll("1 x", "1; x")}\n`.repeat(3) +
      `e = Estimator(role=role, image_uri="an-image", instance_count=1)`,
    after:
      `${"x = 1 + 1 + 1 + 1 ".repeat(7).replaceAll("1 x", "1; x")}\n`.repeat(3) +
      `e = Estimator(role=role, image_uri="an-image", instance_count=1, subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])`,
  },
  "a line of IPython's, which cannot be broken": {
    before: `%time estimator = Estimator(role=role, image_uri="an-image", instance_count=1)`,
    after: `%time estimator = Estimator(role=role, image_uri="an-image", instance_count=1, subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])`,
  },
  "a list too long for its line": {
    before: `Estimator(\n    role=role,\n)`,
    after: `Estimator(\n    role=role,\n    subnets=[\n        "${"s".repeat(60)}",\n        "${"t".repeat(60)}",\n    ],\n    security_group_ids=["g-1"],\n)`,
    changes: [
      { path: "VpcConfig.Subnets", value: ["s".repeat(60), "t".repeat(60)] },
      { path: "VpcConfig.SecurityGroupIds", value: ["g-1"] },
    ],
  },
  "a call in an f-string": {
    before: `print(f"{Estimator(role=role)}")`,
    after: `print(f"{Estimator(role=role, subnets=['sn-1', 'sn-2'], security_group_ids=['g-1'])}")`,
  },
  "a call in a lambda": {
    before: `make = lambda: Estimator(role=role)\nmake()`,
    after: `make = lambda: Estimator(role=role, subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])\nmake()`,
  },
  "a call in a comprehension": {
    before: `[Estimator(role=r) for r in roles]`,
    after: `[Estimator(role=r, subnets=["sn-1", "sn-2"], security_group_ids=["g-1"]) for r in roles]`,
  },
  "a generator alone": {
    before: `Estimator(r for r in roles)`,
    after: `Estimator((r for r in roles), subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])`,
  },
  "positional arguments that are expanded": {
    before: `Estimator(*["image", "role", 1])`,
    after: `Estimator(*["image", "role", 1], subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])`,
  },
  "a last argument in parentheses, a comment behind": {
    before: `Estimator(\n    role=(\n        role  # (mine)\n    )  # , yours\n)`,
    after: `Estimator(\n    role=(\n        role  # (mine)\n    ),  # , yours\n    subnets=["sn-1", "sn-2"],\n    security_group_ids=["g-1"]\n)`,
  },
  "an argument over several lines on the line of the call": {
    before: `Estimator(role=role, hyperparameters={\n    "a": 1,\n})`,
    after: `Estimator(role=role, hyperparameters={\n    "a": 1,\n}, subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])`,
  },
  "nothing but a comment": {
    before: `Estimator(  # later\n    # role\n)`,
    after: `Estimator(  # later\n    subnets=["sn-1", "sn-2"],\n    security_group_ids=["g-1"],\n    # role\n)`,
  },
  "a decorator": {
    before: `from sagemaker.remote_function import remote\n@remote(instance_type="ml.m5.large")\ndef f(): pass\nf()`,
    after: `from sagemaker.remote_function import remote\n@remote(instance_type="ml.m5.large", subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])\ndef f(): pass\nf()`,
  },
  "a dict behind ** that differs by branch": {
    before: `s = {"role": role}\nif x:\n    s = {}\nEstimator(**s)`,
    after: `s = {"role": role}\nif x:\n    s = {}\nEstimator(**s, subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])`,
  },
  "a bare decorator": {
    before: `from sagemaker.remote_function import remote\n@remote  # here\ndef f(): pass\nf()`,
    after: `from sagemaker.remote_function import remote\n@remote(subnets=["sn-1", "sn-2"], security_group_ids=["g-1"])  # here\ndef f(): pass\nf()`,
  },
  "a list of another length where it was written": {
    before: `ids = ["<subnet>"]\nEstimator(role=role, subnets=ids, security_group_ids=["g-1"])`,
    after: `ids = ["sn-1", "sn-2"]\nEstimator(role=role, subnets=ids, security_group_ids=["g-1"])`,
  },
  "an id where it was written": {
    before: `KEY = "<key>"\nEstimator(role=role, output_kms_key=KEY)`,
    after: `KEY = "alias/k"\nEstimator(role=role, output_kms_key=KEY)`,
    changes: [{ path: "OutputDataConfig.KmsKeyId", value: "alias/k" }],
  },
  "a string for a list": {
    before: `Estimator(role=role, subnets="<subnet>", security_group_ids=("g-1",))`,
    after: `Estimator(role=role, subnets=["sn-1", "sn-2"], security_group_ids=("g-1",))`,
  },
  "an attribute where it is assigned": {
    before: `e = Estimator(role=role)\ne.subnets = None  # later`,
    after: `e = Estimator(role=role)\ne.subnets = ["sn-1", "sn-2"]  # later\ne.security_group_ids = ["g-1"]`,
  },
  "an attribute below the one that it belongs to": {
    before: `def make():\n    e = Estimator(role=role)\n    e.subnets = ["sn-1", "sn-2"]\n    return e\nmake().fit()`,
    after: `def make():\n    e = Estimator(role=role)\n    e.subnets = ["sn-1", "sn-2"]\n    e.security_group_ids = ["g-1"]\n    return e\nmake().fit()`,
  },
  "attributes that are both assigned": {
    before: `e = Estimator(role=role)\ne.subnets = ids()\ne.security_group_ids = ["g-0"]`,
    after: `e = Estimator(role=role)\ne.subnets = ["sn-1", "sn-2"]\ne.security_group_ids = ["g-1"]`,
  },
  "what belongs into the call, and not into an attribute": {
    before: `e = Estimator(role=role)\ne.enable_network_isolation = True  # cut off\ne.fit()`,
    after: `e = Estimator(role=role, enable_network_isolation=True)\ne.fit()`,
    changes: [
      {
        path: "EnableNetworkIsolation",
        value: true,
        instead: { cell: 0, from: imports.length + 54, to: imports.length + 58 },
      },
    ],
    isDoneOnce: true,
  },
  "a dict behind ** on the branch that has none": {
    before: `s = {}\nif x:\n    s["subnets"] = [x]\n    s["security_group_ids"] = [x]\nEstimator(role=role, **s)`,
    after: `s = {"subnets": ["sn-1", "sn-2"], "security_group_ids": ["g-1"]}\nif x:\n    s["subnets"] = [x]\n    s["security_group_ids"] = [x]\nEstimator(role=role, **s)`,
    changes: whereMissing,
  },
  "the other dict behind **": {
    before: `s = dict(subnets=["a"], security_group_ids=["b"]) if x else {}\nEstimator(role=role, **s)`,
    after: `s = dict(subnets=["a"], security_group_ids=["b"]) if x else {\n    "subnets": ["sn-1", "sn-2"], "security_group_ids": ["g-1"]\n}\nEstimator(role=role, **s)`,
    changes: whereMissing,
  },
  "names that are None on a branch": {
    before: `ids = None\ngroups = None\nif x:\n    ids = ["a"]\n    groups = ["b"]\nEstimator(role=role, subnets=ids, security_group_ids=groups)`,
    after: `ids = ["sn-1", "sn-2"]\ngroups = ["g-1"]\nif x:\n    ids = ["a"]\n    groups = ["b"]\nEstimator(role=role, subnets=ids, security_group_ids=groups)`,
    changes: whereMissing,
  },
  "a structure that is not there on a branch": {
    before: `s = {}\nif x:\n    s["VpcConfig"] = {"Subnets": ["a"], "SecurityGroupIds": ["b"]}\nclient.create_training_job(**s)`,
    after: `s = {"VpcConfig": {"Subnets": ["sn-1", "sn-2"], "SecurityGroupIds": ["g-1"]}}\nif x:\n    s["VpcConfig"] = {"Subnets": ["a"], "SecurityGroupIds": ["b"]}\nclient.create_training_job(**s)`,
    changes: whereMissing,
  },
  "quotes and backslashes in a value": {
    before: `Estimator(role=role)`,
    after: String.raw`Estimator(role=role, output_kms_key="a\"b\\c\n")`,
    changes: [{ path: "OutputDataConfig.KmsKeyId", value: 'a"b\\c\n' }],
  },
};

describe("writing fields into calls", () => {
  for (const [name, { before, after, changes = vpc, isDoneOnce }] of Object.entries(table)) {
    it(name, () => {
      const written = write(imports + before, changes);
      assert.equal(written, imports + after);
      if (isDoneOnce) return;
      assert.equal(write(written, changes), written, "the second time nothing changes");
    });
  }

  for (const [name, code] of Object.entries({
    "an attribute that is set twice": `e = Estimator(role=role)\ne.subnets = None\ne.subnets = []`,
    "an attribute that is set on one branch": `e = Estimator(role=role)\nif x:\n    e.subnets = None`,
    "an attribute that is set in a loop": `e = Estimator(role=role)\nfor e.subnets in x:\n    pass`,
    "an attribute that is set together with another": `e = Estimator(role=role)\ne.subnets, y = None, 1`,
    "an attribute that other code may set": `e = Estimator(role=role)\ne.subnets = None\nsetattr(e, name, 1)`,
    "an attribute that another function sets": `def f(e):\n    e.subnets = None\ne = Estimator(role=role)\nf(e)`,
    "a list that grows later": `ids = []\ne = Estimator(role=role, subnets=ids)\nids.append("sn-1")`,
    "a list of a dict that has grown": `vpc = {"Subnets": []}\nvpc["Subnets"].append("sn-1")\nclient.create_training_job(VpcConfig=vpc)`,
    "a list of a dict whose item was replaced": `vpc = {"Subnets": ["sn-1"]}\nvpc["Subnets"][0] = make()\nvpc["Subnets"].append("sn-2")\nclient.create_training_job(VpcConfig=vpc)`,
    "a dict that differs by branch": `client.create_training_job(VpcConfig={"Subnets": []} if x else {})`,
    "a dict behind ** that may hold the keyword": `Estimator(role=role, **settings())`,
    "a dict behind ** that differs by branch": `s = {"role": role}\nif x:\n    s = {"subnets": x}\nEstimator(**s)`,
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
