import assert from "node:assert/strict";
import { check, createChecker } from "../../core/src/check.js";
import type { Environment } from "../../core/src/environment.js";
import type { Notebook } from "../../core/src/notebook/notebook.js";
import type { Report } from "../../core/src/report.js";
import { notebookSources } from "../fuzz/sources.js";
import { accountFacts, environmentOf } from "../support/account-facts.js";
import { sequence } from "../support/random-sequence.js";
import { twoVpcs } from "../support/two-vpcs.js";

const environment: Environment = { region: "us-east-1", facts: new Map(), online: true };

const cells = [
  `import boto3
import sagemaker
from sagemaker.estimator import Estimator
from sagemaker.network import NetworkConfig
role = "arn:aws:iam::111122223333:role/Trainer"
subnets = ["subnet-0aaaaaaaaaaaaaaaa"]
groups = ["sg-0aaaaaaaaaaaaaaaa"]
key = "alias/ml"
def estimator(name, **more):
    settings = {"role": role, "instance_count": 1, "instance_type": "ml.m5.xlarge", **more}
    return Estimator(image_uri=name, **settings)
def never_called(x):
    return Estimator(image_uri="i", role=role, instance_count=x, instance_type="ml.m5.xlarge", subnets=subnets, security_group_ids=groups)`,
  `network = NetworkConfig(subnets=subnets, security_group_ids=groups)
config = {"TrainingJobName": "a", "VpcConfig": {"Subnets": subnets}}`,
  `plain = Estimator(image_uri="i", role=role, instance_count=2, instance_type="ml.m5.xlarge")
if plain.tags:
    groups.append("sg-0bbbbbbbbbbbbbbbb")`,
  `mine = estimator("i", subnets=network.subnets, security_group_ids=network.security_group_ids, output_kms_key=key)
mine.volume_kms_key = key`,
  `config["VpcConfig"]["SecurityGroupIds"] = groups
client = boto3.client("sagemaker", region_name="eu-west-1")
client.create_training_job(**config)`,
  `for count in range(3):
    Estimator(image_uri="i", role=role, instance_count=count, instance_type="ml.m5.xlarge").fit()
mine.fit("s3://bucket/train")`,
];

const typed = [
  "x = 1\n",
  "#",
  " ",
  "\n",
  "subnets = None\n",
  '"',
  ")",
  "groups.append(1)\n",
  "role",
  "=",
  "(",
  "key = key\n",
  "é😀",
];

describe("a check that remembers", function () {
  // Each edit is checked twice, and both reports are compared whole: that is slow on a machine that does other things
  this.timeout(120_000);

  it("reports after every edit what a fresh check reports", () => {
    const random = sequence(7);
    for (let session = 0; session < 12; session++) {
      let notebook: Notebook = {
        uri: "n",
        cells: cells.map((text) => ({ kind: "code", language: "python", text })),
      };
      const checker = createChecker();
      for (let edit = 0; edit < 40; edit++) {
        notebook = edited(notebook, random);
        assertSame(checker(notebook, environment), check(notebook, environment), notebook);
      }
    }
  });

  it("does so for every way to ask for a job, with an account's answers", () => {
    const random = sequence(Number(process.env.INCREMENTAL_SEED ?? 11));
    const account = environmentOf(accountFacts(twoVpcs));
    const sources = notebookSources();
    for (let session = 0; session < Number(process.env.INCREMENTAL_SESSIONS ?? 30); session++) {
      const own = sources[random(sources.length)] ?? [];
      const others = sources[random(sources.length)] ?? [];
      let notebook: Notebook = {
        uri: "n",
        cells: [...own, ...others].map((text) => ({ kind: "code", language: "python", text })),
      };
      const checker = createChecker();
      for (let edit = 0; edit < 12; edit++) {
        notebook = edited(notebook, random, own);
        assertSame(checker(notebook, account), check(notebook, account), notebook);
      }
    }
  });

  it("looks for names that fixes would take in cells that no job depends on", () => {
    const account = environmentOf(accountFacts(twoVpcs));
    const job = (name: string) => `boto3.client("sagemaker").create_model(ModelName="${name}")`;
    const others = [
      "print(1)",
      "subnets = None",
      "vpc_subnets = 2",
      'ids = ["subnet-a1", "subnet-a2"]',
      'ids = ["subnet-a1", "subnet-a2"]\nids.append("subnet-b1")',
      "exec(code)",
      "print(2)",
    ];
    const checker = createChecker();
    for (const other of others) {
      const texts = [other, "import boto3", job("one"), job("two")];
      const notebook: Notebook = {
        uri: "n",
        cells: texts.map((text) => ({ kind: "code", language: "python", text })),
      };
      assertSame(checker(notebook, account), check(notebook, account), notebook);
    }
  });

  it("follows cells that move, split, merge and go", () => {
    const checker = createChecker();
    const orders = [
      [0, 1, 2, 3, 4, 5],
      [0, 2, 1, 3, 4, 5],
      [0, 1, 3, 4, 5],
      [0, 1, 2, 2, 3, 4, 5],
      [5, 4, 3, 2, 1, 0],
      [0, 1, 2, 3, 4, 5],
    ];
    for (const order of orders) {
      const notebook: Notebook = {
        uri: "n",
        cells: order.map((index) => ({ kind: "code", language: "python", text: cells[index] ?? "" })),
      };
      assertSame(checker(notebook, environment), check(notebook, environment), notebook);
    }
  });

  it("follows a cell that moves over texts and comes back", () => {
    const checker = createChecker();
    const text = { kind: "markdown", language: "markdown", text: "# A job\nin a network." } as const;
    const code = cells.map((one) => ({ kind: "code", language: "python", text: one }) as const);
    const last = code.slice(5);
    for (const [before, behind] of [
      [[], [text, text]],
      [[text], [text]],
      [[text, text], []],
      [[text], [text]],
      [[], [text, text]],
    ]) {
      const moved = [...code.slice(0, 5), ...(before ?? []), ...last, ...(behind ?? [])];
      const notebook: Notebook = { uri: "n", cells: moved };
      assertSame(checker(notebook, environment), check(notebook, environment), notebook);
    }
  });

  it("follows the SDK that a cell installs, which no job depends on", () => {
    const checker = createChecker();
    for (const version of ["2.200.1", "3.1.0", "2.9.0"]) {
      const texts = [
        `!pip install "sagemaker==${version}"`,
        "from sagemaker.estimator import Estimator",
        cells[2] ?? "",
      ];
      const notebook: Notebook = {
        uri: "n",
        cells: texts.map((text) => ({ kind: "code", language: "python", text })),
      };
      assertSame(checker(notebook, environment), check(notebook, environment), notebook);
    }
  });

  it("lays fixes out as wide as the notebook's lines are, where no job depends on them too", () => {
    const checker = createChecker();
    const account = environmentOf(accountFacts(twoVpcs));
    const job = `import boto3
sm = boto3.client("sagemaker")
sm.create_training_job(TrainingJobName="${"a".repeat(30)}", RoleArn="arn:aws:iam::111122223333:role/Trainer", EnableNetworkIsolation=True)`;
    for (const length of [150, 90, 170]) {
      const notes = Array.from({ length: 3 }, () => `note = "${"n".repeat(length)}"`).join("\n");
      const notebook: Notebook = {
        uri: "n",
        cells: [job, notes].map((text) => ({ kind: "code", language: "python", text })),
      };
      assertSame(checker(notebook, account), check(notebook, account), notebook);
    }
  });

  it("takes no name for a fix that a cell has taken meanwhile, where no job depends on it too", () => {
    const checker = createChecker();
    const account = environmentOf(accountFacts(twoVpcs));
    const job = `from sagemaker.train import ModelTrainer
trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/Trainer")
trainer.train()`;
    const written = ["Networkin = 1", "Networking = 1"].map((other) => {
      const notebook: Notebook = {
        uri: "n",
        cells: [job, other].map((text) => ({ kind: "code", language: "python", text })),
      };
      const report = checker(notebook, account);
      assertSame(report, check(notebook, account), notebook);
      return JSON.stringify(report.findings.flatMap(({ fixes }) => fixes)).includes("import Networking");
    });
    assert.deepEqual(written, [true, false]);
  });

  it("tells the objects of functions apart that nothing calls, where one comes before another", () => {
    const checker = createChecker();
    const launch = `from sagemaker.estimator import Estimator
def train(subnets):
    return Estimator("i", "arn:aws:iam::111122223333:role/Trainer", 1, "ml.m5.xlarge", subnets=subnets, security_group_ids=["sg-1"])`;
    for (const first of ["x = 1", launch, launch.replace("sg-1", "sg-2")]) {
      const notebook: Notebook = {
        uri: "n",
        cells: [first, launch].map((text) => ({ kind: "code", language: "python", text })),
      };
      assertSame(checker(notebook, environment), check(notebook, environment), notebook);
    }
  });

  it("stays right over very many edits", () => {
    const checker = createChecker();
    let notebook: Notebook = {
      uri: "n",
      cells: cells.map((text) => ({ kind: "code", language: "python", text })),
    };
    for (let edit = 0; edit < 900; edit++) {
      const text = `${(cells[0] ?? "").replace("key =", `key${"_".repeat(edit % 7)} =`)}${" ".repeat(edit % 5)}`;
      notebook = {
        ...notebook,
        cells: notebook.cells.map((cell, index) => (index === 0 ? { ...cell, text } : cell)),
      };
      const report = checker(notebook, environment);
      if (edit % 50 === 0) assertSame(report, check(notebook, environment), notebook);
    }
  });
});

/** Types or deletes a little somewhere, or puts a cell back as it was. */
function edited(
  notebook: Notebook,
  random: (below: number) => number,
  original: readonly string[] = cells,
): Notebook {
  const index = random(notebook.cells.length);
  const text = notebook.cells[index]?.text ?? "";
  const at = random(text.length + 1);
  const choice = random(10);
  if (choice === 8) return { ...notebook, cells: swapped(notebook.cells, index) };
  if (choice === 9) {
    const turned = { kind: "code", language: "python", text } as const;
    const cell = notebook.cells[index]?.kind === "code" ? { ...turned, kind: "markdown" as const } : turned;
    return { ...notebook, cells: notebook.cells.map((old, other) => (other === index ? cell : old)) };
  }
  const next =
    choice === 0
      ? (original[index] ?? text)
      : choice < 3
        ? text.slice(0, at) + text.slice(at + 1 + random(12))
        : text.slice(0, at) + (typed[random(typed.length)] ?? "") + text.slice(at);
  return {
    ...notebook,
    cells: notebook.cells.map((cell, other) => (other === index ? { ...cell, text: next } : cell)),
  };
}

/** With the cell below the one that is above it. */
function swapped(all: Notebook["cells"], index: number): Notebook["cells"] {
  const order = all.map((_, at) => (at === index ? at + 1 : at === index + 1 ? index : at));
  return order.flatMap((at) => all[at] ?? []);
}

/** Text is quick to compare; what differs is shown as data. */
function assertSame(actual: Report, expected: Report, notebook: Notebook): void {
  const [one, other] = [actual, expected].map((report) =>
    JSON.stringify(report, (_key, value: unknown) =>
      value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value,
    ),
  ) as [string, string];
  if (one !== other) assert.deepEqual(JSON.parse(one), JSON.parse(other), texts(notebook));
}

function texts({ cells: all }: Notebook): string {
  return all.map(({ text }) => text).join("\n# %%\n");
}
