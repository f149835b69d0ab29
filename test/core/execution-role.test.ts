import assert from "node:assert/strict";
import { questionKey, type Question } from "../../core/src/account/question.js";
import type { Fact } from "../../core/src/account/fact.js";
import { check, createChecker, roleOfMetadata, type ExecutionRole } from "../../core/src/index.js";
import { account, region } from "../support/account-facts.js";

const arn = `arn:aws:iam::${account}:role/service-role/Lab`;
const session = `arn:aws:sts::${account}:assumed-role/Lab/ana`;
const caller: ExecutionRole = { of: "caller" };
const job = `Estimator(image_uri="i", role=role, instance_count=1, instance_type="ml.m5.xlarge").fit()`;
const prelude = `import boto3, os, sagemaker
from sagemaker import get_execution_role
from sagemaker.estimator import Estimator
`;

interface Told {
  readonly identity?: string;
  /** What IAM says of the role; absent: nobody asked. */
  readonly role?: { readonly trusted: string } | "absent" | "denied" | "throttled";
}

function environment(executionRole: ExecutionRole | undefined, { identity, role }: Told = {}) {
  const facts = new Map<string, Fact>();
  const say = (kind: Question["kind"], id: string, fact: object) =>
    facts.set(questionKey({ kind, id, region }), {
      ...fact,
      read: { call: kind, account, region, readAt: 0 },
    } as Fact);
  if (identity !== undefined)
    say("identity", "", { state: "present", value: { Account: account, Arn: identity } });
  if (role === "absent") say("role", "Lab", { state: "absent" });
  else if (typeof role === "string")
    say("role", "Lab", { state: "unreadable", why: role, action: "iam:GetRole", detail: "" });
  else if (role !== undefined) {
    const trust = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: role.trusted }, Action: "sts:AssumeRole" }],
    };
    const value = { RoleName: "Lab", Path: "/service-role/", Arn: arn };
    say("role", "Lab", {
      state: "present",
      value: { ...value, AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)) },
    });
  }
  return { region, facts, online: true, ...(executionRole === undefined ? {} : { executionRole }) };
}

/** The same, and what SageMaker said of the place where the notebook runs. */
function saying(around: ReturnType<typeof environment>, kind: Question["kind"], id: string, value: object) {
  const read = { call: kind, account, region, readAt: 0 };
  const fact: Fact = { state: "present", value, read };
  return { ...around, facts: new Map([...around.facts, [questionKey({ kind, id, region }), fact]]) };
}

const notebookOf = (code: string) => ({
  uri: "a.ipynb",
  cells: [prelude, code].map((text) => ({ kind: "code" as const, language: "python", text })),
});
const checked = (code: string, around: ReturnType<typeof environment>) => check(notebookOf(code), around);
function roleIn(code: string, around: ReturnType<typeof environment>): string {
  const field = checked(code, around).requests[0]?.fields.get("RoleArn") ?? assert.fail("no role is sent");
  return typeof field.value === "string" ? field.value : `${field.state}: ${field.why ?? ""}`;
}

const given = `role = get_execution_role()\n${job}`;

describe("get_execution_role()", () => {
  it("is not known where the host does not know who runs the notebook", () => {
    assert.match(roleIn(given, environment(undefined)), /^unknown: .*runs in the notebook$/);
  });

  it("is the role that SageMaker names, with whatever session it is asked", () => {
    const around = environment({ arn });
    assert.equal(roleIn(given, around), arn);
    const other = `session = sagemaker.Session(boto3.Session(profile_name="other"))
role = get_execution_role(session)\n${job}`;
    assert.equal(roleIn(other, around), arn);
    assert.equal(roleIn(`role = sagemaker.Session().get_caller_identity_arn()\n${job}`, around), arn);
    const inThree = `from sagemaker.train import ModelTrainer, get_execution_role
ModelTrainer(training_image="i", role=get_execution_role()).train()`;
    assert.equal(
      check({ uri: "b", cells: notebookOf(inThree).cells.slice(1) }, around).requests[0]?.fields.get(
        "RoleArn",
      )?.value,
      arn,
    );
    assert.equal(roleIn(given, around), arn);
  });

  it("may fail, and what is done then may happen", () => {
    const code = `try:\n    role = get_execution_role()\nexcept ValueError:\n    role = "${arn}2"\n${job}`;
    const field = checked(code, environment({ arn })).requests[0]?.fields.get("RoleArn");
    assert.deepEqual([field?.state, field?.values], ["conditional", [arn, `${arn}2`]]);
  });

  it("is the caller's role, with the path that IAM tells", () => {
    const asked = (told: Told) =>
      checked(given, environment(caller, told)).questions.map(({ kind, id }) => `${kind} ${id}`);
    assert.ok(asked({}).includes("identity "));
    assert.ok(asked({ identity: session }).includes("role Lab"));
    const told = { identity: session, role: { trusted: "sagemaker.amazonaws.com" } };
    assert.equal(roleIn(given, environment(caller, told)), arn);
  });

  it("has no path where IAM may not be asked, as the SDK does it", () => {
    const plain = `arn:aws:iam::${account}:role/Lab`;
    assert.equal(roleIn(given, environment(caller, { identity: session, role: "denied" })), plain);
    assert.equal(roleIn(given, environment(caller, { identity: session, role: "absent" })), plain);
    assert.equal(
      roleIn(given, environment(caller, { identity: session, role: "throttled" })),
      "unknown: iam:GetRole: throttled",
    );
  });

  it("fails for a user, and is not known then", () => {
    const user = `arn:aws:iam::${account}:user/ana`;
    assert.match(roleIn(given, environment(caller, { identity: user })), /^unknown: .* fails here/);
  });

  it("is asked for only where a job has it", () => {
    const kinds = (code: string) =>
      new Set(checked(code, environment(caller)).questions.map(({ kind }) => kind));
    assert.ok(kinds(given).has("identity"));
    const other = `role = get_execution_role()\nboto3.client("sagemaker").create_endpoint(EndpointName="x")`;
    assert.deepEqual([...kinds(other)], []);
  });

  for (const [what, code] of [
    [
      "a profile of its own",
      `session = sagemaker.Session(boto3.Session(profile_name="x"))\nrole = get_execution_role(session)\n${job}`,
    ],
    ["a session that is not known", `role = get_execution_role(session_of())\n${job}`],
    ["a variable that the notebook sets", `os.environ["AWS_PROFILE"] = "x"\n${given}`],
    ["a magic that sets one", `%env AWS_ACCESS_KEY_ID=x\n${given}`],
    ["a default session", `boto3.setup_default_session(profile_name="x")\n${given}`],
  ] as const) {
    it(`is not the caller's with ${what}`, () => {
      const told = { identity: session, role: { trusted: "sagemaker.amazonaws.com" } };
      assert.match(roleIn(code, environment(caller, told)), /^unknown/);
    });
  }

  it("is that of the notebook instance, which SageMaker is asked for", () => {
    const place = roleOfMetadata(`{"ResourceArn": "arn:…", "ResourceName": "lab"}`);
    assert.deepEqual(place, { at: { notebookInstance: "lab" } });
    const around = environment(place);
    const asked = checked(given, around).questions.filter(({ kind }) => kind === "notebookInstance");
    assert.deepEqual(asked, [{ kind: "notebookInstance", id: "lab", region }]);
    assert.match(roleIn(given, around), /^unknown: the notebook instance was not looked up yet/);
    const told = saying(around, "notebookInstance", "lab", { NotebookInstanceName: "lab", RoleArn: arn });
    assert.equal(roleIn(given, told), arn);
    assert.equal(checked(given, told).questions.filter(({ kind }) => kind === "notebookInstance").length, 0);
    const other = `session = sagemaker.Session(boto3.Session(profile_name="x"))\nrole = get_execution_role(session)\n${job}`;
    assert.match(roleIn(other, told), /^unknown/);
  });

  it("is that of the user of Studio, else of the domain", () => {
    const place = roleOfMetadata(`{"DomainId": "d-1a", "UserProfileName": "ana", "ResourceName": "default"}`);
    assert.deepEqual(place, { at: { domainId: "d-1a", userProfile: "ana" } });
    const around = environment(place);
    const id = `{"DomainId":"d-1a","UserProfileName":"ana"}`;
    const asked = checked(given, around).questions.filter(({ kind }) => /domain|userProfile/.test(kind));
    assert.deepEqual(asked, [
      { kind: "userProfile", id, region },
      { kind: "domain", id: "d-1a", region },
    ]);
    const domain = { DomainId: "d-1a", DefaultUserSettings: { ExecutionRole: `${arn}OfDomain` } };
    const ofDomain = saying(around, "domain", "d-1a", domain);
    assert.match(roleIn(given, ofDomain), /^unknown/);
    assert.equal(roleIn(given, saying(ofDomain, "userProfile", id, {})), `${arn}OfDomain`);
    const own = { UserSettings: { ExecutionRole: arn } };
    assert.equal(roleIn(given, saying(ofDomain, "userProfile", id, own)), arn);
  });

  it("is judged, and the finding says whose role it is", () => {
    const told = { identity: session, role: { trusted: "ec2.amazonaws.com" } };
    const { findings } = checked(given, environment(caller, told));
    const found = findings.find(({ rule }) => rule === "role-not-assumable");
    assert.equal(
      found?.message,
      "SageMaker cannot take on role Lab: its trust policy names ec2.amazonaws.com (the role that get_execution_role() gives here)",
    );
    assert.equal(found.severity, "error");
  });

  it("is seen anew when the caller becomes known", () => {
    const checker = createChecker();
    const notebook = notebookOf(given);
    checker(notebook, environment(caller));
    const told = { identity: session, role: { trusted: "sagemaker.amazonaws.com" } };
    const report = checker(notebook, environment(caller, told));
    assert.deepEqual(report, check(notebook, environment(caller, told)));
    assert.equal(report.requests[0]?.fields.get("RoleArn")?.value, arn);
  });

  it("is read from SageMaker's own file only where that says a role", () => {
    assert.deepEqual(roleOfMetadata(JSON.stringify({ AppType: "JupyterLab", ExecutionRoleArn: arn })), {
      arn,
    });
    for (const text of ["", "{}", "[]", "null", `{"ExecutionRoleArn": 1}`, `{"ResourceName": "../lab"}`])
      assert.equal(roleOfMetadata(text), undefined);
  });
});
