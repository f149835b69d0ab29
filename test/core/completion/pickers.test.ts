import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { requestAt, settingsToMend, settingsToPick } from "../../../core/src/completion/pickers.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { notebookOf } from "../../support/notebooks.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const one = `\
x = 1
est = Estimator(image_uri="i", role="R", instance_count=1, instance_type="ml.m5.large",
    subnets=["subnet-a1"], security_group_ids=["sg-b"])
est.fit()`;
const environment = environmentOf(accountFacts(twoVpcs));

describe("the job that a picker is for", () => {
  const report = check(
    notebookOf("from sagemaker.estimator import Estimator", one, `${one}\n${one.replaceAll("est", "other")}`),
    environment,
  );
  const names: Readonly<
    Record<string, readonly [cell: number, offset: number, request: number | undefined]>
  > = {
    "the call around the cursor": [1, one.indexOf("role="), 0],
    "where it is launched": [1, one.indexOf(".fit") + 2, 0],
    "the only one of the cell": [1, 0, 0],
    "none of several": [2, 0, undefined],
    "none of a cell without one": [0, 3, undefined],
  };
  for (const [name, [cell, offset, request]] of Object.entries(names)) {
    it(`is ${name}`, () => {
      assert.equal(requestAt(report, { cell, offset }), request);
    });
  }

  it("has the settings that its operation has, and of a finding those that mend it", () => {
    const [request] = report.requests;
    const finding = report.findings.find(({ rule }) => rule === "security-group-in-other-vpc");
    assert(request !== undefined && finding !== undefined);
    const all = ["subnets", "securityGroupIds", "volumeKmsKeyId", "outputKmsKeyId", "roleArn"];
    assert.deepEqual(settingsToPick(request), all);
    assert.deepEqual(settingsToMend(finding, report), ["securityGroupIds"]);
  });
});
