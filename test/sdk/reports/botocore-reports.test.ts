import assert from "node:assert/strict";
import { readReports, recordedRequests } from "./botocore-reports.js";
import { predictedReport } from "./predicted-report.js";

describe("what botocore reports of parameters is predicted", () => {
  const reports = readReports();

  it("has right and wrong parameters", () => {
    assert.equal(reports.length, recordedRequests);
    assert.ok(reports.filter(({ report }) => report === null).length > recordedRequests / 10);
    assert.ok(reports.filter(({ report }) => report !== null).length > recordedRequests / 2);
  });

  for (const [index, { request, report }] of reports.entries()) {
    it(`${index}: ${request.operation}`, () => {
      assert.equal(predictedReport(request), report);
    });
  }
});
