import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { settingsToPick } from "../../../core/src/completion/pickers.js";
import type { Fact } from "../../../core/src/account/fact.js";
import { accountFacts, environmentOf, keyArn } from "../../support/account-facts.js";
import { allowAll } from "../../support/guardrails.js";
import { policyOf, roleArn, roleFacts, trustOf, type RoleContents } from "../../support/role-facts.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const key = (end: string) => `11111111-aaaa-4bbb-8ccc-0000000000${end}`;
const roles: RoleContents = {
  Roles: {
    Nodes: { inline: { all: policyOf(allowAll) } },
    Reports: { trust: trustOf("lambda.amazonaws.com") },
    Payroll: {},
    Gone: null,
  },
  Caller: {
    inline: {
      jobs: policyOf(allowAll, {
        Sid: "NotPayroll",
        Effect: "Deny",
        Action: "iam:PassRole",
        Resource: roleArn("Payroll"),
      }),
    },
  },
};

interface Group {
  readonly role?: string;
  readonly keys?: readonly string[];
  readonly count?: number | string;
  readonly more?: string;
}

const group = ({ role = roleArn("Nodes"), keys = [], count = 2, more = "" }: Group, index: number) =>
  `{"InstanceGroupName": "g${index}", "InstanceType": "ml.m5.xlarge", "InstanceCount": ${count}, "LifeCycleConfig": {"SourceS3Uri": "s3://sagemaker-x/on", "OnCreate": "on.sh"}, "ExecutionRole": "${role}", "InstanceStorageConfigs": [${keys.map((one) => `{"EbsVolumeConfig": {"VolumeKmsKeyId": "${one}", "VolumeSizeInGB": 500}}`).join(", ")}]${more}}`;
const cluster = (groups: readonly Group[], member = "InstanceGroups") =>
  `boto3.client("sagemaker").create_cluster(ClusterName="c", ${member}=[${groups.map(group).join(", ")}], VpcConfig={"Subnets": ["subnet-a1", "subnet-a2"], "SecurityGroupIds": ["sg-train"]})`;

function judge(call: string, free = 200, more = {}) {
  const text = `import boto3\n${call}`;
  const contents = {
    ...twoVpcs,
    Subnets: (twoVpcs.Subnets ?? []).map((one) => ({ ...one, AvailableIpAddressCount: free })),
  };
  const facts = new Map<string, Fact>([
    ...accountFacts(contents, ["11111111-aaaa-4bbb-8ccc-0000000000ff"]),
    ...roleFacts(contents, roles),
  ]);
  const report = check(
    { uri: "a.py", cells: [{ kind: "code", language: "python", text }] },
    { ...environmentOf(facts), ...more },
  );
  const told = report.findings.map(
    ({ rule, severity, span }) => `${severity} ${rule} ${text.slice(span.from, span.to)}`,
  );
  return { ...report, told };
}

describe("The groups of a HyperPod cluster", () => {
  it("in order: nothing is told of their roles, keys and addresses", () => {
    for (const member of ["InstanceGroups", "RestrictedInstanceGroups"])
      assert.deepEqual(
        judge(
          cluster([{ keys: [key("01"), keyArn(key("01"))] }, {}], member).replaceAll(
            member === "InstanceGroups" ? "nothing" : /"LifeCycleConfig": \{[^}]*\}, /g,
            "",
          ),
        ).told,
        [],
      );
    const aws = `%%sh\naws sagemaker create-cluster --cluster-name c --vpc-config Subnets=subnet-a1,SecurityGroupIds=sg-train --instance-groups InstanceGroupName=g,InstanceType=ml.m5.xlarge,InstanceCount=1,ExecutionRole=${roleArn("Gone")}`;
    const cells = [{ kind: "code" as const, language: "python", text: aws }];
    const facts = roleFacts(twoVpcs, roles);
    const { findings } = check({ uri: "a.ipynb", cells }, environmentOf(facts));
    assert.ok(
      findings.some(({ rule }) => rule === "role-not-found"),
      "a command of the AWS CLI is read alike",
    );
  });

  it("have their roles looked up, each where it is written", () => {
    const { told } = judge(
      cluster([{}, { role: roleArn("Gone") }, { role: roleArn("Reports") }, { role: roleArn("Payroll") }]),
    );
    assert.deepEqual(told, [
      `error role-not-found "${roleArn("Gone")}"`,
      `error role-not-assumable "${roleArn("Reports")}"`,
      `error role-not-passable "${roleArn("Payroll")}"`,
    ]);
  });

  it("have the keys of their volumes looked up", () => {
    const { told } = judge(
      cluster([{ keys: [key("01"), key("03")] }, { keys: [key("ff")] }, { keys: [keyArn(key("04"))] }]),
    );
    assert.deepEqual(told, [
      `error kms-key-not-usable "${key("03")}"`,
      `error kms-key-not-found "${key("ff")}"`,
      `error kms-key-not-usable "${keyArn(key("04"))}"`,
    ]);
  });

  it("keep what is known where something is not", () => {
    const open = `groups = found()\nboto3.client("sagemaker").create_cluster(ClusterName="c", InstanceGroups=groups, VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]})`;
    const { told, verdicts } = judge(open, 1);
    assert.deepEqual(told, []);
    assert.equal(verdicts[0]?.get("role-not-found")?.state, "cannot tell");
    assert.equal(verdicts[0].get("too-few-addresses")?.state, "cannot tell");
    const partly = cluster([{ role: roleArn("Gone") }]).replace("[{", "[more(), {");
    assert.deepEqual(judge(partly, 1).told, [`error role-not-found "${roleArn("Gone")}"`]);
  });

  it("need one address for each node, in all subnets together", () => {
    assert.deepEqual(judge(cluster([{ count: 2 }, { count: 3 }]), 3).told, []);
    assert.deepEqual(judge(cluster([{ count: 4 }, { count: 3 }]), 3).told, [
      `warning too-few-addresses "subnet-a1"`,
    ]);
    assert.deepEqual(judge(cluster([{ count: "size()" }]), 0).told, []);
    assert.deepEqual(
      judge(cluster([{ count: 4 }, { count: 3 }]), 3, { isSubmitted: true }).told,
      [],
      "one that is there has its addresses",
    );
    const elsewhere = `, "OverrideVpcConfig": {"Subnets": ["subnet-b"], "SecurityGroupIds": ["sg-b"]}`;
    const { told } = judge(cluster([{ count: 2 }, { count: 9, more: elsewhere }]), 4);
    assert.deepEqual(
      told.filter((one) => one.includes("addresses")),
      [`warning too-few-addresses "subnet-b"`],
    );
  });

  it("are mended by nobody else's hand, and offered no picker for what stands for several", () => {
    const { findings, requests } = judge(cluster([{ role: roleArn("Gone"), keys: [key("ff")] }]));
    assert.ok(findings.every(({ fixes }) => fixes.length === 0));
    const [request] = requests;
    assert.deepEqual(request && settingsToPick(request), ["subnets", "securityGroupIds"]);
  });
});
