import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { editCells } from "../../../core/src/notebook/apply-edits.js";
import type { Fix, Report } from "../../../core/src/report.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { notebookOf } from "../../support/notebooks.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(accountFacts(twoVpcs, ["subnet-x"]));
const imports = "from sagemaker.estimator import Estimator";
const ids = `ids = ["subnet-a1", "subnet-a2"]`;
const literal = `subnets=["subnet-a1", "subnet-a2"], security_group_ids=["sg-train"]`;

describe("a fix uses a name that holds the value", () => {
  const named = `subnets=ids, security_group_ids=["sg-train"]`;
  const cases: Record<string, { cells: string[]; by: string; what?: string }> = {
    "from an earlier cell": { cells: [ids, `Estimator("i", "r")`], by: named },
    "from a function": { cells: [ids, `def f():\n    return Estimator("i", "r")\nf()`], by: named },
    "that other jobs use": {
      cells: [ids, `Estimator("j", "r", ${named}, output_kms_key="k")`, `Estimator("i", "r")`],
      by: named,
    },
    "not from a later cell": { cells: [`Estimator("i", "r")`, ids], by: literal },
    "not from a branch": { cells: [`if x:\n    ${ids}`, `Estimator("i", "r")`], by: literal },
    "not one that is assigned again": { cells: [ids, `Estimator("i", "r")\nids = None`], by: literal },
    "not one that a loop binds": { cells: [ids, `for ids in x: pass`, `Estimator("i", "r")`], by: literal },
    "not one that grows": { cells: [ids, `Estimator("i", "r")\nids.append("x")`], by: literal },
    "not one that grows under another name": {
      cells: [ids, `other = ids\nother.append("x")\nEstimator("i", "r", image_uri=other)`],
      by: literal,
    },
    "not one that a function may change": { cells: [ids, `change(ids)`, `Estimator("i", "r")`], by: literal },
    "not one that a parameter hides": {
      cells: [ids, `def f(ids=None):\n    return Estimator("i", "r")\nf()`],
      by: literal,
    },
    "not one that a function sets": {
      cells: [ids, `def f():\n    global ids\n    ids = None\nf()`, `Estimator("i", "r")`],
      by: literal,
    },
    "not where any name may be set": { cells: [ids, `%store -r`, `Estimator("i", "r")`], by: literal },
    "not where names may be set by text": {
      cells: [ids, `vars()["ids"] = None`, `Estimator("i", "r")`],
      by: literal,
    },
    "not where names may be taken away": { cells: [ids, `%reset -f`, `Estimator("i", "r")`], by: literal },
    "not one of what is timed": { cells: [`%%timeit\n${ids}`, `Estimator("i", "r")`], by: literal },
    "not one that a cell's output is put into": {
      cells: [ids, `%%bash --out ids\nls`, `Estimator("i", "r")`],
      by: literal,
    },
    "not one that a cell captures": {
      cells: [ids, `%%capture ids\nprint(1)`, `Estimator("i", "r")`],
      by: literal,
    },
    "not one that a loop's exception takes away": {
      cells: [ids, `try:\n    f()\nexcept E as ids:\n    pass`, `Estimator("i", "r")`],
      by: literal,
    },
    "not one of other order": {
      cells: [`ids = ["subnet-a2", "subnet-a1"]`, `Estimator("i", "r")`],
      by: literal,
    },
  };
  for (const [name, { cells, by }] of Object.entries(cases)) {
    it(name, () => {
      const before = [imports, ...cells];
      const fixed = applied(before, fixOf(before, "vpc-config-missing", `"i"`)).join("\n");
      const written = fixed
        .replaceAll(/,?\s*\n\s*/g, ", ")
        .replaceAll("(, ", "(")
        .replaceAll(", )", ")");
      assert.ok(written.includes(by), fixed);
    });
  }
});

describe("a fix that defines what several calls lack", () => {
  const title = "Define subnets and security_group_ids once and use them in 2 calls";
  const both = `subnets=subnets, security_group_ids=security_group_ids`;
  const definitions = `subnets = ["subnet-a1", "subnet-a2"]\nsecurity_group_ids = ["sg-train"]\n`;

  it("stands above the first call, and leaves nothing to mend", () => {
    const cells = [imports, `# train\nEstimator("i", "r")`, `if x:\n    Estimator("j", "r")`];
    const fixed = applied(cells, fixTitled(cells, title));
    assert.deepEqual(fixed, [
      imports,
      `# train\n${definitions}Estimator("i", "r", ${both})`,
      `if x:\n    Estimator("j", "r", ${both})`,
    ]);
    const { requests, findings } = checked(fixed);
    for (const { fields } of requests) {
      assert.deepEqual(fields.get("VpcConfig.Subnets")?.value, ["subnet-a1", "subnet-a2"]);
      assert.deepEqual(fields.get("VpcConfig.SecurityGroupIds")?.value, ["sg-train"]);
    }
    assert.ok(findings.every(({ rule }) => rule !== "vpc-config-missing"));
  });

  it("stands above the decorators of a function, and takes names that are free", () => {
    const cells = [
      imports,
      `subnets = find()\n@cached\ndef f():\n    return Estimator("i", "r")\nf()\nEstimator("j", "r")`,
    ];
    const fix = fixTitled(
      cells,
      title.replaceAll("subnets", "vpc_subnets").replace("security", "vpc_security"),
    );
    assert.match(
      applied(cells, fix)[1] ?? "",
      /^subnets = find\(\)\nvpc_subnets = .*\nvpc_security_.*\n@cached/,
    );
  });

  it("is used by the steps of a state machine, and offered once for what they share", () => {
    const steps = `${imports}\nfrom sagemaker.tuner import HyperparameterTuner\nfrom stepfunctions.steps import TrainingStep`;
    const states = `TrainingStep("A", estimator=a, job_name="a")\nTrainingStep("B", estimator=b, job_name="b")`;
    const cells = [steps, `a = Estimator("i", "r")\nb = Estimator("j", "r")\n${states}`];
    assert.equal(
      applied(cells, fixTitled(cells, title))[1],
      `${definitions}a = Estimator("i", "r", ${both})\nb = Estimator("j", "r", ${both})\n${states}`,
    );
    const shared = [
      steps,
      `a = Estimator("i", "r")\nHyperparameterTuner(a, "loss", {})\n${states.replace("=b", "=a")}`,
    ];
    assert.ok(checked(shared).findings.every(({ fixes }) => !fixes.some(isDefinition)));
  });

  it("is not offered for one call, nor for one dict of several", () => {
    for (const code of [`Estimator("i", "r")`, `for i in range(2):\n    Estimator("i", "r")`]) {
      assert.ok(checked([imports, code]).findings.every(({ fixes }) => !fixes.some(isDefinition)));
    }
  });
});

describe("a call that is not valid Python", () => {
  it("gets no fix, and says why", () => {
    const { findings } = checked([imports, `Estimator("i", "r", max_run=60,\n    ---- to be filled ----\n)`]);
    const finding = findings.find(({ rule }) => rule === "vpc-config-missing");
    assert.deepEqual(finding?.fixes, []);
    assert.match(finding.remedy ?? "", /not valid Python/);
  });
});

describe("a fix leaves other jobs as they are", () => {
  it("mends what they share when they have the same trouble, and says so", () => {
    const cells = [
      imports,
      `ids = ["subnet-x"]\nEstimator("i", "r", subnets=ids, security_group_ids=["sg-train"])`,
      `Estimator("j", "r", subnets=ids, security_group_ids=["sg-train"])`,
    ];
    const fix = fixOf(cells, "subnet-not-found", `subnet-x`);
    assert.match(fix.title, /; changes 1 other job as well$/);
    assert.deepEqual(applied(cells, fix), [cells[0], cells[1]?.replace("subnet-x", "subnet-a1"), cells[2]]);
  });

  it("is written into the call when they need what they share", () => {
    const cells = [
      imports,
      `groups = ["sg-b"]\nEstimator("i", "r", subnets=["subnet-a1"], security_group_ids=groups)`,
      `Estimator("j", "r", subnets=["subnet-b"], security_group_ids=groups)`,
    ];
    const fix = fixOf(cells, "security-group-in-other-vpc", "");
    assert.doesNotMatch(fix.title, /other job/);
    assert.deepEqual(applied(cells, fix), [
      cells[0],
      cells[1]?.replace("=groups", `=["sg-train"]`),
      cells[2],
    ]);
  });

  it("is not offered when it would change them", () => {
    const cells = [
      imports,
      `common = {"security_group_ids": ["sg-b"]}\nEstimator("i", "r", subnets=["subnet-a1"], **common)`,
      `Estimator("j", "r", subnets=["subnet-b"], **common)`,
    ];
    const finding = checked(cells).findings.find(({ rule }) => rule === "security-group-in-other-vpc");
    assert.deepEqual(finding?.fixes, []);
  });

  it("enters an object that another job takes with a network of its own", () => {
    const cells = [
      `${imports}\nfrom sagemaker.processing import Processor\nfrom sagemaker.network import NetworkConfig`,
      `net = NetworkConfig(subnets=["subnet-a1"])\nfirst = Processor("r", "i", 1, "ml.m5.large", network_config=net)\nfirst.run()`,
      `net.security_group_ids = ["sg-train"]\nsecond = Processor("r", "i", 1, "ml.m5.large", network_config=net)\nsecond.run()`,
    ];
    const fix = fixOf(cells, "vpc-config-incomplete", "");
    assert.doesNotMatch(fix.title, /other job/);
    const fixed = cells[1]?.replace("])", `], security_group_ids=["sg-train"])`);
    assert.deepEqual(applied(cells, fix), [cells[0], fixed, cells[2]]);
  });

  it("is written into a function that gets another value from each call", () => {
    const cells = [
      `import boto3\nsm = boto3.client("sagemaker")`,
      `def f(ids):\n    sm.create_model(VpcConfig={"Subnets": ids, "SecurityGroupIds": ["sg-train"]})`,
      `f(["subnet-x"])\nf(["subnet-x"])`,
    ];
    const fix = fixOf(cells, "subnet-not-found", "");
    assert.deepEqual(applied(cells, fix), [
      cells[0],
      cells[1]?.replace(": ids", `: ["subnet-a1"]`),
      cells[2],
    ]);
  });

  it("leaves another setting of the call that has the same name for its value", () => {
    const key = "11111111-aaaa-4bbb-8ccc-000000000003";
    const cells = [
      imports,
      `key = "${key}"\nEstimator("i", "r", subnets=["subnet-a1"], security_group_ids=["sg-train"], volume_kms_key=key, output_kms_key=key)`,
    ];
    const { changes, edits } = fixOf(cells, "kms-key-not-usable", "");
    assert.equal(changes.length, 1);
    assert.ok(edits.every(({ span }) => cells[1]?.slice(span.from, span.to) === "key"));
  });
});

function checked(cells: readonly string[]): Report {
  return check(notebookOf(...cells), environment);
}

/** The first fix of the rule's finding whose line has this text. */
function fixOf(cells: readonly string[], rule: string, near: string): Fix {
  const finding = checked(cells).findings.find(({ rule: id, span }) => {
    const text = cells[span.cell] ?? "";
    const line = text.slice(text.lastIndexOf("\n", span.from) + 1).split("\n")[0] ?? "";
    return id === rule && line.includes(near);
  });
  const [fix] = finding?.fixes ?? [];
  assert.ok(fix, `no fix for ${rule}`);
  return fix;
}

function fixTitled(cells: readonly string[], title: string): Fix {
  const fixes = checked(cells).findings.flatMap((finding) => finding.fixes);
  const fix = fixes.find((one) => one.title === title);
  assert.ok(fix, `no such fix among: ${fixes.map((one) => one.title).join("; ")}`);
  return fix;
}

function isDefinition({ title }: Fix): boolean {
  return title.startsWith("Define");
}

function applied(cells: readonly string[], { edits }: Fix): string[] {
  const edited = editCells(notebookOf(...cells), edits);
  assert.ok(edited, "the edits overlap");
  return edited.cells.map(({ text }) => text);
}
