import assert from "node:assert/strict";
import { readReports, recordedSeeds } from "./botocore-reports.js";
import { predictedReport } from "./predicted-report.js";
import { randomRequest } from "./random-parameters.js";

describe("what botocore reports of parameters is predicted", () => {
  const reports = readReports();

  it("has right and wrong parameters", () => {
    assert.equal(reports.length, recordedSeeds);
    assert.ok(reports.filter((report) => report === null).length > recordedSeeds / 10);
    assert.ok(reports.filter((report) => report !== null).length > recordedSeeds / 2);
  });

  for (const [seed, report] of reports.entries()) {
    it(`${seed}`, () => {
      assert.equal(predictedReport(randomRequest(seed)), report);
    });
  }
});
