import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { applySafeFixes, chooseSafeFixes } from "../../../core/src/fixes/fix-all.js";
import type { Report } from "../../../core/src/report.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { notebookOf } from "../../support/notebooks.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(accountFacts(twoVpcs));
const half = `from sagemaker.estimator import Estimator\nEstimator(role="r", subnets=["subnet-a1"])\n`;

describe("fixes/fix-all", () => {
  it("mends every call, and nothing twice", () => {
    const before = notebookOf(half, `Estimator(role="q")`);
    const { notebook, applied } = applySafeFixes(before, (one) => check(one, environment));
    assert.deepEqual(
      notebook.cells.map(({ text }) => text),
      [
        half.replace("])", `], security_group_ids=["sg-train"])`),
        `Estimator(role="q", subnets=["subnet-a1", "subnet-a2"], security_group_ids=["sg-train"])`,
      ],
    );
    assert.equal(applied, 2);
    const again = applySafeFixes(notebook, (one) => check(one, environment));
    assert.equal(again.notebook, notebook);
    assert.equal(again.applied, 0);
  });

  it("takes one fix of a call, and none that meets another's edits", () => {
    const { findings } = check(notebookOf(half), environment);
    const finding = findings.find(({ rule }) => rule === "vpc-config-incomplete");
    assert.ok(finding);
    const other = { ...finding, request: 1 };
    const report = { findings: [finding, finding, other] } as unknown as Report;
    assert.deepEqual(
      chooseSafeFixes(report).map((one) => one.finding),
      [finding],
    );
  });

  it("does not make a round after which less parses", () => {
    const before = notebookOf(half);
    const report = check(before, environment);
    const broken: Report = { ...report, problems: [{ span: { cell: 0, from: 0, to: 1 }, message: "" }] };
    const { notebook, applied } = applySafeFixes(before, (one) => (one === before ? report : broken));
    assert.equal(notebook, before);
    assert.equal(applied, 0);
  });

  it("does not give an argument twice, in its call and in a dict of another call's", () => {
    const before = notebookOf(
      "from sagemaker.estimator import Estimator\n" +
        'opts = {"subnets": None, "security_group_ids": None}\n' +
        'Estimator("i", "a", 1, "ml.m5.large", **{k: v for k, v in opts.items() if v is not None})\n' +
        'Estimator("i", "b", 1, "ml.m5.large", **opts)\n',
    );
    const { notebook } = applySafeFixes(before, (one) => check(one, environment));
    const { requests } = check(notebook, environment);
    const refused = requests.map((one) => one.refused?.message);
    assert.ok(!refused.some((message) => message?.includes("multiple values") === true), refused.join());
    assert.ok(requests.some(({ fields }) => fields.get("VpcConfig.Subnets")?.state === "known"));
  });
});
