import assert from "node:assert/strict";
import { findingsInWords, jobsAndFindings } from "../../core/src/counts-in-words.js";
import type { Finding, Report } from "../../core/src/report.js";

const of = (...severities: Finding["severity"][]) =>
  severities.map((severity) => ({ severity })) as Finding[];

describe("What the editors count", () => {
  it("is by severity, the gravest first", () => {
    assert.equal(
      findingsInWords(of("error", "info", "error", "warning")),
      "2 errors, 1 warning, 1 suggestion",
    );
    assert.equal(findingsInWords([]), "no problems");
  });

  it("leaves suggestions out of the status bar", () => {
    const requests = [{ fields: new Map() }] as unknown as Report["requests"];
    assert.equal(jobsAndFindings({ requests, findings: of("info") }), "1 job: no problems");
    assert.equal(jobsAndFindings({ requests, findings: of("warning", "info") }), "1 job: 1 warning");
    assert.equal(jobsAndFindings({ requests: [], findings: [] }), "no SageMaker jobs");
    assert.equal(jobsAndFindings({ requests: [], findings: [], unread: "R" }), "R is not checked");
    assert.equal(jobsAndFindings({ requests: [], findings: of("error") }), "1 error");
  });
});
