import assert from "node:assert/strict";
import type { Evidence, Finding } from "../../core/src/report.js";
import { evidenceLine, showFinding } from "../../vscode-ext/src/show-finding.js";

const span = { cell: 2, from: 4, to: 9 };
const other = { cell: 0, from: 0, to: 3 };
const readAt = Date.UTC(2026, 10, 21, 10, 0, 5);
const read = { call: "ec2:DescribeSubnets", account: "111122223333", region: "us-east-1", readAt };
const finding: Finding = {
  rule: "subnet-not-found",
  severity: "error",
  span,
  message: "subnet-0a1 does not exist",
  why: "AWS refuses the request.",
  source: "https://docs.aws.amazon.com/x",
  evidence: [{ kind: "reading", says: "no such subnet", read }],
  related: [{ span: other, message: "written here" }],
  fixes: [],
  asks: [],
  request: 0,
};

describe("showFinding", () => {
  it("keeps the place, the rule and its document", () => {
    const { lines, ...shown } = showFinding(finding);
    assert.equal(lines.length, 3);
    assert.deepEqual(shown, {
      span,
      severity: "error",
      message: "subnet-0a1 does not exist",
      code: "subnet-not-found",
      link: "https://docs.aws.amazon.com/x",
    });
  });

  it("adds other places, the reason and the evidence, one line each", () => {
    assert.deepEqual(showFinding(finding).lines, [
      { span: other, text: "written here" },
      { span, text: "Why: AWS refuses the request." },
      {
        span,
        text: "no such subnet (ec2:DescribeSubnets · 111122223333 · us-east-1 · read 2026-11-21 10:00:05 UTC)",
      },
    ]);
  });

  it("does not say the reason twice", () => {
    const { why, source } = finding;
    const again = { kind: "document", says: why, url: source } as const;
    const other = { kind: "document", says: why, url: "https://docs.aws.amazon.com/other" } as const;
    const texts = showFinding({ ...finding, evidence: [again, other] }).lines.map(({ text }) => text);
    assert.deepEqual(texts, ["written here", `Why: ${why}`, `${why}: ${other.url}`]);
  });

  it("leads to the line of the team's policy that asks for it", () => {
    const proof = {
      kind: "policy",
      says: "The team's policy: network.vpc: required",
      path: "/p.yaml",
      line: 3,
    };
    assert.deepEqual(showFinding({ ...finding, evidence: [proof as Evidence] }).lines.at(-1), {
      span,
      file: { path: "/p.yaml", line: 3 },
      text: "The team's policy: network.vpc: required (/p.yaml:3)",
    });
  });

  it("leaves out an account that nobody knows", () => {
    const line = evidenceLine({ kind: "reading", says: "x", read: { ...read, account: "" } });
    assert.equal(line, "x (ec2:DescribeSubnets · us-east-1 · read 2026-11-21 10:00:05 UTC)");
  });

  it("gives a document's address", () => {
    assert.equal(
      evidenceLine({ kind: "document", says: "VpcConfig", url: "https://a" }),
      "VpcConfig: https://a",
    );
  });
});
