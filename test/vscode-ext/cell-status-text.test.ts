import assert from "node:assert/strict";
import { noEnvironment } from "../../core/src/environment.js";
import { check, type Report } from "../../core/src/index.js";
import { cellStatus } from "../../vscode-ext/src/cell-status-text.js";
import { notebookOf } from "../support/notebooks.js";

const environment = { ...noEnvironment, region: "us-east-1" };
const report = check(
  notebookOf(
    "from sagemaker.estimator import Estimator",
    'a = Estimator("image", "role", 1, "ml.m5.xlarge")\na.fit()',
    `b = Estimator("image", "role", 1, "ml.m5.xlarge", subnets=["subnet-0a1b2c3d4e5f60718"],
  security_group_ids=["sg-0e5f60718293a4b5c"], volume_kms_key="alias/a", output_kms_key="alias/b")
b.fit()`,
  ),
  environment,
);

describe("cellStatus", () => {
  it("has nothing to say about a cell without a job", () => {
    assert.equal(cellStatus(report, 0, false), undefined);
  });

  it("counts the findings of the cell's jobs", () => {
    const status = cellStatus(report, 1, false);
    assert.match(status?.text ?? "", /^\$\(shield\) .*1 warning/);
    assert.match(status?.tooltip ?? "", /Estimator: CreateTrainingJob\nWarning: /);
  });

  it("tells what is not known from what is not known yet", () => {
    assert.equal(cellStatus(report, 2, false)?.text, "$(question) cannot tell");
    assert.equal(cellStatus(report, 2, true)?.text, "$(sync~spin) asking AWS…");
  });

  it("takes a job as checked of which only running code knows the rest, and says what that is", () => {
    const verdicts = report.verdicts.map(
      (ofRules) =>
        new Map(
          [...ofRules].map(([rule]) => [rule, { state: "cannot tell", for: ["the role is not known"] }]),
        ),
    ) as Report["verdicts"];
    const answered = { ...report, findings: [], gaps: [], verdicts };
    const status = cellStatus(answered, 2, false);
    assert.equal(status?.text, "$(check) job checked");
    assert.match(status.tooltip, /\ncannot tell: the role is not known$/);
  });

  it("says that a job was checked", () => {
    const checked = { ...report, findings: [], verdicts: report.verdicts.map(() => new Map()) };
    assert.equal(cellStatus(checked, 2, false)?.text, "$(check) job checked");
  });
});
