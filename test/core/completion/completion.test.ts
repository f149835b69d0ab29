import assert from "node:assert/strict";
import { check, choicesFor, completionsAt, questionKey, type Environment } from "../../../core/src/index.js";
import type { Fact } from "../../../core/src/account/fact.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { applyEdits } from "../../../core/src/notebook/apply-edits.js";
import { randomFrom } from "../../support/random.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(accountFacts(twoVpcs));
const prelude = `import boto3
from sagemaker.estimator import Estimator
from sagemaker.network import NetworkConfig
from sagemaker.processing import ScriptProcessor
`;
const role = `role="arn:aws:iam::111122223333:role/x"`;
const job = `image_uri="i", ${role}, instance_count=1, instance_type="ml.m5.xlarge"`;

/** @param code With `|` where the cursor is. */
function at(code: string, around: Environment = environment, before = prelude) {
  const marked = before + code;
  const offset = marked.indexOf("|");
  const text = marked.replace("|", "");
  const notebook = { uri: "a.ipynb", cells: [{ kind: "code" as const, language: "python", text }] };
  const found = completionsAt({ cell: 0, offset }, notebook, check(notebook, around), around);
  const written = (index: number) => {
    const item = found?.items[index] ?? assert.fail("nothing is offered");
    const { span, text: put } = item.edit;
    return applyEdits(text, [{ ...span, text: put }])?.slice(before.length);
  };
  return { found, ids: found?.items.map(({ label }) => label), written };
}

describe("completion", () => {
  for (const [place, code, after] of [
    ["in a string", `Estimator(${job}, subnets=["|"])`, `Estimator(${job}, subnets=["subnet-a1"])`],
    ["in a list", `Estimator(${job}, subnets=[|])`, `Estimator(${job}, subnets=["subnet-a1"])`],
    ["after a keyword", `Estimator(${job}, subnets=|)`, `Estimator(${job}, subnets=["subnet-a1"])`],
    [
      "in a string that has no list",
      `Estimator(${job}, subnets="|")`,
      `Estimator(${job}, subnets=["subnet-a1"])`,
    ],
    ["at a word", `Estimator(${job}, subnets=[subn|])`, `Estimator(${job}, subnets=["subnet-a1"])`],
    [
      "on a line of its own",
      `Estimator(${job}, subnets=[\n  "|",\n])`,
      `Estimator(${job}, subnets=[\n  "subnet-a1",\n])`,
    ],
    [
      "in a call that is not closed",
      `Estimator(${job}, subnets=["|`,
      `Estimator(${job}, subnets=["subnet-a1`,
    ],
    [
      "in a variable that a job uses, whatever its name",
      `places = ["|"]\nEstimator(${job}, subnets=places)`,
      `places = ["subnet-a1"]\nEstimator(${job}, subnets=places)`,
    ],
    [
      "in an object that a job is made with",
      `ScriptProcessor(${job}, command=["python3"], network_config=NetworkConfig(subnets=["|"])).run(code="x.py")`,
      `ScriptProcessor(${job}, command=["python3"], network_config=NetworkConfig(subnets=["subnet-a1"])).run(code="x.py")`,
    ],
    [
      "in a dict of boto3",
      `boto3.client("sagemaker").create_training_job(VpcConfig={"Subnets": ["|"]})`,
      `boto3.client("sagemaker").create_training_job(VpcConfig={"Subnets": ["subnet-a1"]})`,
    ],
    [
      "in one of a tuning job's definitions",
      `boto3.client("sagemaker").create_hyper_parameter_tuning_job(TrainingJobDefinitions=[{"VpcConfig": {"Subnets": ["subnet-a1"]}}, {"VpcConfig": {"Subnets": ["|"]}}])`,
      `boto3.client("sagemaker").create_hyper_parameter_tuning_job(TrainingJobDefinitions=[{"VpcConfig": {"Subnets": ["subnet-a1"]}}, {"VpcConfig": {"Subnets": ["subnet-a1"]}}])`,
    ],
    [
      "in a dict that nothing uses yet",
      `config = {"VpcConfig": {"Subnets": ["|"]}}`,
      `config = {"VpcConfig": {"Subnets": ["subnet-a1"]}}`,
    ],
    ["in an attribute", `estimator.subnets = ["|"]`, `estimator.subnets = ["subnet-a1"]`],
    ["in a dict's item", `config["Subnets"] = ["|"]`, `config["Subnets"] = ["subnet-a1"]`],
    [
      "in the shorthand of a command",
      `!aws sagemaker create-training-job --vpc-config Subnets=|,SecurityGroupIds=sg-train`,
      `!aws sagemaker create-training-job --vpc-config Subnets=subnet-a1,SecurityGroupIds=sg-train`,
    ],
    [
      "in the JSON of a command, on its second line",
      `!aws sagemaker create-training-job \\\n  --vpc-config '{"Subnets": ["|"]}'`,
      `!aws sagemaker create-training-job \\\n  --vpc-config '{"Subnets": ["subnet-a1"]}'`,
    ],
  ] as const) {
    it(`offers the account's subnets ${place}`, () => {
      const { ids, written } = at(code);
      assert.deepEqual(ids, ["subnet-a1", "subnet-a2"]);
      assert.equal(written(0), after);
    });
  }

  it("offers them in a script for a shell", () => {
    const text = "%%bash\naws sagemaker create-training-job --vpc-config Subnets=|";
    assert.deepEqual(at(text, environment, "").ids, ["subnet-a1", "subnet-a2"]);
  });

  it("tells of each what decides, and why it is first", () => {
    const [first] = at(`Estimator(${job}, subnets=["|"])`).found?.items ?? [];
    assert.equal(first?.detail, "us-east-1a · vpc-a · 200 free addresses · reaches S3 by NAT gateway nat-1");
    assert.deepEqual(first.documentation.split("\n"), [
      "private, reaches S3 by NAT gateway nat-1",
      "200 free addresses",
      "Not known: bucket-policy-denies: sagemaker-us-east-1-111122223333 in us-east-1 was not looked up yet",
    ]);
    assert.equal(first.sortText, "000");
  });

  it("leaves out what is in the list already, and what is of another VPC", () => {
    assert.deepEqual(at(`Estimator(${job}, subnets=["subnet-a1", "|"])`).ids, ["subnet-a2"]);
    assert.deepEqual(at(`Estimator(${job}, subnets=["subnet-b", "|"])`).ids, []);
    const groups = at(`Estimator(${job}, subnets=["subnet-a1"], security_group_ids=["|"])`).ids;
    assert.deepEqual(groups, ["sg-train", "sg-db", "sg-default-a"]);
  });

  it("offers keys by their names and writes their ARNs", () => {
    const { ids, written } = at(`Estimator(${job}, volume_kms_key="|")`);
    assert.deepEqual(ids, ["alias/ml-volume"]);
    assert.match(written(0) ?? "", /volume_kms_key="arn:aws:kms:us-east-1:111122223333:key\/1/);
    assert.deepEqual(
      at(`Estimator(${job.replace("m5", "g5")}, volume_kms_key="|")`).ids,
      [],
      "local storage",
    );
  });

  it("offers roles that SageMaker may take on", () => {
    const code = `Estimator(image_uri="i", role="|", instance_count=1, instance_type="ml.m5.xlarge")`;
    const asked = at(code).found;
    assert.deepEqual([asked?.items, asked?.asks.map(({ kind }) => kind)], [[], ["roles"]]);
    const roles = [
      roleOf("Analyst", "ec2"),
      roleOf("b-plain", "sagemaker"),
      roleOf("SageMakerExecution", "sagemaker"),
    ];
    const read = { call: "iam:ListRoles", account: "111122223333", region: "us-east-1", readAt: 0 };
    const question = { kind: "roles", id: "", region: "us-east-1" } as const;
    const facts = new Map<string, Fact>([
      ...environment.facts,
      [questionKey(question), { state: "present", value: roles, read }],
    ]);
    const { ids, written } = at(code, { ...environment, facts });
    assert.deepEqual(ids, ["SageMakerExecution", "b-plain"]);
    assert.match(written(0) ?? "", /role="arn:aws:iam::111122223333:role\/SageMakerExecution"/);
  });

  it("offers instance types without asking anybody, those that the team approved", () => {
    const code = `Estimator(image_uri="i", ${role}, instance_count=1, instance_type="|")`;
    const { found } = at(code, { facts: new Map(), online: false });
    assert.ok((found?.items.length ?? 0) > 100);
    const policy = { instances: { types: ["ml.m5.large", "ml.g5.2*"] } };
    assert.deepEqual(at(code, { ...environment, policy }).ids, [
      "ml.m5.large",
      "ml.g5.2xlarge",
      "ml.g5.24xlarge",
    ]);
  });

  it("says what is to be asked as long as the account was not read", () => {
    const { found } = at(`Estimator(${job}, subnets=["|"])`, environmentOf(new Map()));
    assert.deepEqual(found?.items, []);
    assert.ok(found.asks.some(({ kind }) => kind === "subnets"));
  });

  for (const code of [
    `print("|")`,
    `Estimator(image_uri="|")`,
    `# subnets=["|"]`,
    `x = f"subnets={|}"`,
    `messages = [{"role": "|"}]`,
    `Estimator(${job}, |subnets=[])`,
    `Estimator(${job}, subnets=["subnet-a1" |])`,
    `config["|"]`,
    `!aws sagemaker describe-training-job --training-job-name |`,
    `!aws s3 ls |`,
  ]) {
    it(`is silent in ${code}`, () => {
      assert.equal(at(code).found, undefined);
    });
  }

  it("never throws, wherever the cursor is", () => {
    const random = randomFrom(7);
    const texts = [
      `Estimator(${job}, subnets=["subnet-a1", 'x'], security_group_ids=[], volume_kms_key="")`,
      `x = {"VpcConfig": {"Subnets": ["""a`,
      `!aws sagemaker create-training-job --vpc-config '{"Subnets": ["a"` + " \\\n --role-arn=x",
      `f(a=[(b, "c"), {"Subnets": [`,
    ];
    for (const text of texts) {
      for (let offset = 0; offset <= text.length; offset += 3) {
        const cut = random.chance(0.5) ? text : text.slice(0, offset + random.below(8));
        at(`${cut.slice(0, offset)}|${cut.slice(offset)}`, { facts: new Map(), online: false });
      }
    }
  });
});

describe("completion in a cell of another language", () => {
  it("offers nothing: a kernel of R's has no use for it", () => {
    const text = `${prelude}Estimator(${job}, subnets=[""])`;
    const cells = ["python", "r"].map((language) => ({ kind: "code" as const, language, text }));
    const offset = text.indexOf('""') + 1;
    const notebook = { uri: "a.ipynb", cells };
    const found = cells.map((_, cell) =>
      completionsAt({ cell, offset }, notebook, check(notebook, environment), environment),
    );
    assert.deepEqual([(found[0]?.items.length ?? 0) > 0, found[1]], [true, undefined]);
  });
});

describe("choices", () => {
  it("come with all that has to be set, and the fix that writes it", () => {
    const text = `${prelude}Estimator(${job}).fit()\n`;
    const notebook = { uri: "a.ipynb", cells: [{ kind: "code" as const, language: "python", text }] };
    const report = check(notebook, environment);
    const { choices, asks } = choicesFor("subnets", 0, notebook, report, environment);
    assert.deepEqual(asks, []);
    const [first] = choices;
    assert.equal(first?.label, "subnet-a1");
    assert.equal(first.fix.safety, "safe");
    const edits = first.fix.edits.map(({ span, text: put }) => ({ ...span, text: put }));
    const after = applyEdits(text, edits) ?? "";
    assert.match(after, /subnets=\["subnet-a1"\],\s+security_group_ids=\["sg-train"\]/);
    const none = { choices: [], asks: [], others: 0, unfit: 0 };
    assert.deepEqual(choicesFor("subnets", 9, notebook, report, environment), none);
    const other = choicesFor("subnets", 0, notebook, report, environment, { matching: "us-east-1b" });
    assert.deepEqual(
      other.choices.map(({ label }) => label),
      ["subnet-a2"],
    );
  });
});

function roleOf(name: string, service: string) {
  const trust = {
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { Service: `${service}.amazonaws.com` }, Action: "sts:AssumeRole" },
    ],
  };
  return {
    RoleName: name,
    Path: "/",
    Arn: `arn:aws:iam::111122223333:role/${name}`,
    AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
  };
}
