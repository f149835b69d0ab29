import assert from "node:assert/strict";
import type { AccountDescription } from "../../core/src/account/account-reader.js";
import type { Report } from "../../core/src/report.js";
import { accountIdOf, disconnectionOf, type AccountState } from "../../vscode-ext/src/account-state.js";
import { gapLines, spokenStatus, statusText } from "../../vscode-ext/src/status-text.js";

const now = Date.UTC(2026, 10, 21, 12, 0, 0);
const read = { call: "sts:GetCallerIdentity", account: "111122223333", region: "us-east-1", readAt: now };
const description: AccountDescription = {
  region: "us-east-1",
  identity: {
    state: "present",
    value: { Account: "111122223333", Arn: "arn:aws:iam::111122223333:user/a" },
    read,
  },
};
const connected: AccountState = { kind: "connected", description, pending: 0, readAt: now - 5 * 60_000 };
const emptyReport: Report = {
  requests: [],
  findings: [],
  ignored: [],
  verdicts: [],
  questions: [],
  gaps: [],
  objects: [],
  files: [],
  problems: [],
};
const denied = { action: "ec2:DescribeSubnets", why: "denied", detail: "" };

function textOf(state: AccountState, report?: Report): string {
  return statusText(state, report, { now, profile: "" }).text;
}

describe("statusText", () => {
  it("says what was found first, for narrow windows cut the end, then account, region and age", () => {
    assert.equal(
      textOf(connected, emptyReport),
      "$(shield) no SageMaker jobs · 111122223333 · us-east-1 · 5 min ago",
    );
  });

  it("says of a notebook in another language that it is not checked", () => {
    const message = "The notebook's language is R: only Python and shell scripts are checked";
    const problems = [{ span: { cell: 0, from: 0, to: 0 }, message }];
    const report: Report = { ...emptyReport, problems, unread: "R" };
    const { text, lines } = statusText(connected, report, { now, profile: "" });
    assert.match(text, /^\$\(shield\) R is not checked · 111122223333/);
    assert.deepEqual(lines.slice(-1), [message]);
    assert.doesNotMatch(lines.join("\n"), /No SageMaker job/);
  });

  it("says that the team's policy is not followed in full, and what is wrong with it", () => {
    const problem = "/repo/sagemaker-preflight.yaml:2: network has no 'vpn'; is 'vpc' meant?";
    const policyProblems = [problem];
    for (const state of [connected, { kind: "off" } as const]) {
      const { text, lines } = statusText(state, emptyReport, { now, profile: "", policyProblems });
      assert.match(text, /^\$\(shield\) no SageMaker jobs · policy not followed in full · /);
      assert.ok(lines.includes(`The team's policy is not followed in full. ${problem}`));
    }
    assert.doesNotMatch(textOf(connected, emptyReport), /policy/);
  });

  it("says that a sample account is one", () => {
    const endpoint = "http://127.0.0.1:1";
    const state = { ...connected, description: { ...description, endpoint } };
    const { text, lines } = statusText(state, undefined, { now, profile: "" });
    assert.match(text, /sample account 111122223333/);
    assert.ok(lines.includes(`Sample account, not AWS: calls go to ${endpoint}`));
  });

  it("says that questions are on their way", () => {
    assert.equal(textOf({ ...connected, pending: 2 }), "$(sync~spin) asking AWS… · 111122223333 · us-east-1");
    assert.match(textOf({ ...connected, pending: 2 }, emptyReport), / no SageMaker jobs · asking AWS… · /);
  });

  it("says that something could not be told, and which permission is missing", () => {
    const { text, lines } = statusText(connected, { ...emptyReport, gaps: [denied] }, { now, profile: "" });
    assert.match(text, / no SageMaker jobs · cannot tell all · /);
    assert.ok(lines.includes("cannot tell: ec2:DescribeSubnets was denied"));
  });

  it("says how to sign in, with the profile", () => {
    const state: AccountState = { kind: "disconnected", why: "expired", detail: "" };
    const { text, lines, tone } = statusText(state, undefined, { now, profile: "team" });
    assert.equal(text, "$(warning) AWS sign-in expired");
    assert.equal(tone, "warning");
    assert.match(lines.join("\n"), /run aws sso login --profile team/);
  });

  it("does not send anybody to sign in with a profile that is not there", () => {
    const detail = "nosuch is not in the AWS configuration of this machine";
    const state: AccountState = { kind: "disconnected", why: "no such profile", detail };
    const { text, lines, tone } = statusText(state, undefined, { now, profile: "nosuch" });
    assert.equal(text, "$(warning) AWS profile not found");
    assert.equal(tone, "warning");
    assert.match(
      lines.join("\n"),
      /nosuch is not in the AWS configuration[^]*choose a profile that is there/,
    );
    assert.doesNotMatch(lines.join("\n"), /aws sso login/);
  });

  it("says why AWS is not asked", () => {
    assert.match(
      textOf({ kind: "untrusted" }, emptyReport),
      / no SageMaker jobs · workspace not trusted, AWS is not asked$/,
    );
    assert.match(textOf({ kind: "off" }, emptyReport), / no SageMaker jobs · AWS is not asked$/);
  });

  it("lets nobody put an icon into the status bar", () => {
    const state = { ...connected, description: { ...description, region: "$(error)" } };
    assert.doesNotMatch(textOf(state), /\$\(error\)/);
  });
});

describe("gapLines", () => {
  it("tells a denied call from another failure, and names a reason once", () => {
    const key = { action: "kms:DescribeKey", why: "timed out", detail: "after 10 s" };
    assert.deepEqual(
      gapLines([denied, key, { ...denied, action: "ec2:X" }, { ...key, action: "iam:GetRole" }]),
      [
        "cannot tell: ec2:DescribeSubnets was denied",
        "cannot tell: ec2:X was denied",
        "cannot tell: kms:DescribeKey, iam:GetRole: timed out (after 10 s)",
      ],
    );
  });

  it("leaves to the account's state that the sign-in has expired", () => {
    const gaps = [{ action: "ec2:DescribeSubnets", why: "expired", detail: "RequestExpired" }];
    const lost: AccountState = { kind: "disconnected", why: "expired", detail: "RequestExpired" };
    const { text, lines } = statusText(lost, { ...emptyReport, gaps }, { now, profile: "" });
    assert.match(text, /AWS sign-in expired$/);
    assert.deepEqual(
      lines.filter((line) => /expired|Sign in/i.test(line)),
      [
        "AWS was not asked: expired (RequestExpired)",
        "Sign in: run aws sso login, or choose a profile, then click here and choose Refresh.",
      ],
    );
  });
});

describe("spokenStatus", () => {
  it("has the words of the item and of its tooltip, without icons, dots and Markdown", () => {
    assert.equal(
      spokenStatus(statusText(connected, emptyReport, { now, profile: "" })),
      [
        "SageMaker Preflight: no SageMaker jobs, 111122223333, us-east-1, 5 min ago",
        "Account 111122223333, region us-east-1",
        "Oldest answer in use: 2026-11-21 11:55:00 UTC (5 min ago)",
        "No SageMaker job in this document: no problems",
      ].join(". "),
    );
  });
});

describe("the account's state", () => {
  it("is lost without credentials, and not where only STS cannot be reached", () => {
    const unreadable = { state: "unreadable", action: "", detail: "no provider", read } as const;
    assert.deepEqual(disconnectionOf({ ...unreadable, why: "no credentials" }), {
      why: "no credentials",
      detail: "no provider",
    });
    assert.equal(disconnectionOf({ ...unreadable, why: "unreachable" }), undefined);
    assert.equal(disconnectionOf(description.identity), undefined);
  });

  it("has the account's number when the identity has it", () => {
    assert.equal(accountIdOf(description), "111122223333");
    assert.equal(accountIdOf({ identity: { state: "present", value: null, read } }), undefined);
  });
});
