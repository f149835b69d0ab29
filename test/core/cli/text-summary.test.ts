import assert from "node:assert/strict";
import { emptyTally, type FileResult } from "../../../core/cli/file-result.js";
import { textSummary } from "../../../core/cli/text-summary.js";

const refused = (action: string) => ({ action, why: "unreachable", detail: "connect ECONNREFUSED" });
const denied = (action: string) => ({ action, why: "denied", detail: `no policy allows ${action}` });

function summary(gaps: FileResult["tally"]["gaps"], verbose = false): readonly string[] {
  const file = { path: "a.ipynb", error: null, tally: { ...emptyTally, jobs: 1, gaps } } as FileResult;
  const text = textSummary([file], { colours: false, verbose, fix: false, offline: false });
  return text.split("\n").filter((line) => line.startsWith("Some checks"));
}

describe("What could not be told, at the end of a run", () => {
  const gaps = ["kms:DescribeKey", "ec2:DescribeSubnets", "ec2:DescribeVpcs", "s3:GetBucket"].map(refused);

  it("is said once for all calls that failed for the same reason", () => {
    assert.deepEqual(summary(gaps), [
      "Some checks could not be told. kms:DescribeKey, ec2:DescribeSubnets and 2 other calls failed (unreachable): connect ECONNREFUSED",
    ]);
    assert.deepEqual(summary(gaps.slice(0, 3), true), [
      "Some checks could not be told. kms:DescribeKey, ec2:DescribeSubnets and ec2:DescribeVpcs failed (unreachable): connect ECONNREFUSED",
    ]);
    assert.deepEqual(summary(gaps.slice(0, 1)), [
      "Some checks could not be told. kms:DescribeKey failed (unreachable): connect ECONNREFUSED",
    ]);
  });

  it("names each permission to ask for", () => {
    assert.deepEqual(summary(["kms:DescribeKey", "ec2:DescribeVpcs"].map(denied)), [
      "Some checks could not be told. Ask for the permission kms:DescribeKey: no policy allows kms:DescribeKey",
      "Some checks could not be told. Ask for the permission ec2:DescribeVpcs: no policy allows ec2:DescribeVpcs",
    ]);
  });
});
