import assert from "node:assert/strict";
import type { Fact } from "../../core/src/account/fact.js";
import { check } from "../../core/src/check.js";
import { account, environmentOf, keyArn, region } from "../support/account-facts.js";
import { tellerOf } from "../support/fact-teller.js";
import { allowAll } from "../support/guardrails.js";
import { resourceFacts } from "../support/resource-facts.js";
import {
  ofAccount,
  policyOf,
  roleArn,
  roleFacts,
  trustOf,
  type RoleContents,
} from "../support/role-facts.js";
import { twoVpcs } from "../support/two-vpcs.js";

/**
 * Policies as large companies write them, under which AWS takes the job: no rule claims that it would be refused. What
 * nobody but AWS knows is told as such.
 */
interface Scenario {
  readonly caller?: readonly object[];
  readonly controls?: readonly object[];
  readonly boundary?: object;
  /** Of the role's one policy; not given: it may do everything. */
  readonly role?: readonly object[];
  readonly trust?: object;
  readonly keyPolicy?: object;
  readonly grants?: readonly string[];
  /** Rules that say that they cannot tell. */
  readonly open?: readonly string[];
}

const key = "11111111-aaaa-4bbb-8ccc-000000000001";
const root = { AWS: `arn:aws:iam::${account}:root` };
const deny = (more: object) => ({ Sid: "Company", Effect: "Deny", Action: "*", Resource: "*", ...more });

const ofVpcJobs = [
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteNetworkInterfacePermission",
];
const toDescribe = ["Interfaces", "Vpcs", "DhcpOptions", "Subnets", "SecurityGroups"].map((what) =>
  what === "Interfaces" ? "ec2:DescribeNetworkInterfaces" : `ec2:Describe${what}`,
);

const scenarios: Readonly<Record<string, Scenario>> = {
  "regions closed by an SCP with NotAction, as Control Tower has it": {
    controls: [
      deny({
        Action: undefined,
        NotAction: ["iam:*", "sts:*", "organizations:*", "route53:*", "support:*", "kms:*"],
        Condition: {
          StringNotEquals: { "aws:RequestedRegion": ["us-east-1", "eu-west-1"] },
          ArnNotLike: { "aws:PrincipalARN": ["arn:aws:iam::*:role/AWSControlTowerExecution"] },
        },
      }),
      allowAll,
    ],
  },
  "tags that every job has to carry, by an SCP": {
    controls: [
      allowAll,
      deny({ Action: "sagemaker:Create*", Condition: { Null: { "aws:RequestTag/team": "true" } } }),
      deny({
        Action: ["sagemaker:CreateTrainingJob", "sagemaker:CreateProcessingJob"],
        Condition: { Null: { "sagemaker:VpcSubnets": "true" } },
      }),
      deny({
        NotAction: ["iam:*"],
        Action: undefined,
        Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } },
      }),
    ],
  },
  "regions closed to the caller, passing roles among what is": {
    caller: [
      allowAll,
      deny({
        Action: undefined,
        NotAction: ["s3:*"],
        Condition: { StringNotEquals: { "aws:RequestedRegion": "us-east-1" } },
      }),
    ],
    open: ["role-not-passable"],
  },
  "a perimeter of networks": {
    caller: [
      allowAll,
      deny({
        Condition: {
          NotIpAddressIfExists: { "aws:SourceIp": ["203.0.113.0/24"] },
          StringNotEqualsIfExists: { "aws:SourceVpc": ["vpc-a"], "aws:PrincipalTag/network": "free" },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" },
        },
      }),
    ],
    open: ["request-refused-by-policy", "role-not-passable"],
  },
  "no MFA, no access": {
    caller: [allowAll, deny({ Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } })],
    open: ["request-refused-by-policy"],
  },
  "work by attributes: a tag of the request equal to one of the caller's": {
    caller: [
      { Effect: "Allow", Action: ["iam:*", "kms:*"], Resource: "*" },
      {
        Effect: "Allow",
        Action: "sagemaker:*",
        Resource: "*",
        Condition: { StringEquals: { "aws:RequestTag/team": "${aws:PrincipalTag/team}" } },
      },
    ],
  },
  "roles passed by path, to SageMaker, for its own jobs": {
    caller: [
      { Effect: "Allow", Action: ["sagemaker:*", "kms:*"], Resource: "*" },
      {
        Effect: "Allow",
        Action: "iam:PassRole",
        Resource: `arn:aws:iam::*:role/ml/*`,
        Condition: {
          StringEquals: { "iam:PassedToService": ["sagemaker.amazonaws.com", "glue.amazonaws.com"] },
          ArnLike: { "iam:AssociatedResourceARN": `arn:aws:sagemaker:*:${account}:training-job/*` },
        },
      },
    ],
    open: ["role-not-passable"],
  },
  "what others are denied: NotPrincipal and NotResource": {
    caller: [
      allowAll,
      { Effect: "Deny", Action: "sagemaker:*", NotResource: `arn:aws:sagemaker:*:${account}:*` },
      { Effect: "Deny", Action: "iam:PassRole", NotResource: "arn:aws:iam::*:role/ml/*" },
    ],
  },
  "a boundary for SageMaker, EC2, S3 and keys": {
    boundary: policyOf(
      { Effect: "Allow", Action: ["sagemaker:*", "s3:*", "ec2:*", "kms:*", "logs:*"], Resource: "*" },
      { Effect: "Deny", Action: ["iam:Create*", "organizations:*"], Resource: "*" },
    ),
  },
  "a role with the least: interfaces in these subnets and with these groups only": {
    role: [
      {
        Effect: "Allow",
        Action: ofVpcJobs,
        Resource: ["subnet/subnet-a1", "security-group/sg-train", "network-interface/*"].map(
          (what) => `arn:aws:ec2:us-east-1:${account}:${what}`,
        ),
      },
      {
        Effect: "Allow",
        Action: toDescribe,
        Resource: "*",
        Condition: { StringEquals: { "aws:RequestedRegion": region } },
      },
      { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: "arn:aws:s3:::ml-*/*" },
      {
        Effect: "Allow",
        Action: "s3:ListBucket",
        Resource: "arn:aws:s3:::ml-*",
        Condition: { StringLike: { "s3:prefix": ["in/*", "in"] } },
      },
      { Effect: "Allow", Action: "kms:*", Resource: `arn:aws:kms:*:${account}:key/*` },
    ],
    open: ["role-lacks-s3-access"],
  },
  "a role whose data is the organization's": {
    role: [
      allowAll,
      deny({
        Action: "s3:*",
        Condition: {
          StringNotEqualsIfExists: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" },
          "ForAllValues:StringNotEquals": { "aws:CalledVia": ["dataexchange.amazonaws.com"] },
        },
      }),
    ],
    open: ["role-lacks-s3-access"],
  },
  "objects by their tags, as AmazonSageMakerFullAccess has it": {
    role: [
      { Effect: "Allow", Action: ["ec2:*", "kms:*", "s3:ListBucket", "s3:PutObject"], Resource: "*" },
      {
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: "*",
        Condition: { StringEqualsIgnoreCase: { "s3:ExistingObjectTag/SageMaker": "true" } },
      },
    ],
    open: ["role-lacks-s3-access"],
  },
  "a trust with the account, the job's ARN, and nothing else": {
    trust: policyOf({
      Effect: "Allow",
      Principal: { Service: ["sagemaker.amazonaws.com", "glue.amazonaws.com"] },
      Action: ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"],
      Condition: {
        StringEquals: { "aws:SourceAccount": account },
        ArnLike: { "aws:SourceArn": `arn:aws:sagemaker:us-east-1:${account}:*` },
      },
    }),
    open: ["role-not-assumable"],
  },
  "a key for whoever comes by S3, SageMaker or EC2, as AWS's own keys have it": {
    role: [{ Effect: "Allow", Action: ["ec2:*", "s3:*"], Resource: "*" }],
    keyPolicy: policyOf(
      { Effect: "Allow", Principal: { AWS: roleArn("KeyAdmins") }, Action: "kms:*", Resource: "*" },
      {
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:CreateGrant"],
        Resource: "*",
        Condition: {
          StringEquals: {
            "kms:CallerAccount": account,
            "kms:ViaService": ["s3.us-east-1.amazonaws.com", "sagemaker.us-east-1.amazonaws.com"],
          },
        },
      },
    ),
    open: ["role-lacks-kms-access"],
  },
  "a key by its alias": {
    role: [
      { Effect: "Allow", Action: ["ec2:*", "s3:*"], Resource: "*" },
      {
        Effect: "Allow",
        Action: "kms:*",
        Resource: "*",
        Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/ml-volume" } },
      },
    ],
    open: ["role-lacks-kms-access"],
  },
  "a key by grants alone": {
    role: [{ Effect: "Allow", Action: ["ec2:*", "s3:*"], Resource: "*" }],
    keyPolicy: policyOf({
      Effect: "Allow",
      Principal: { AWS: roleArn("KeyAdmins") },
      Action: "kms:*",
      Resource: "*",
    }),
    grants: ["CreateGrant", "Encrypt", "Decrypt", "GenerateDataKey"],
  },
  "a key closed to all outside the organization": {
    keyPolicy: policyOf(
      { Effect: "Allow", Principal: root, Action: "kms:*", Resource: "*" },
      {
        Effect: "Deny",
        Principal: "*",
        Action: "kms:*",
        Resource: "*",
        Condition: {
          StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      },
    ),
    open: ["key-policy-denies-role"],
  },
  "grants by services of AWS only": {
    role: [
      allowAll,
      deny({ Action: "kms:CreateGrant", Condition: { Bool: { "kms:GrantIsForAWSResource": "false" } } }),
    ],
  },
};

describe("Policies of large companies", () => {
  for (const [name, scenario] of Object.entries(scenarios)) {
    it(`give no false alarm: ${name}`, () => {
      const { findings, verdicts } = judge(scenario);
      assert.deepEqual(
        findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`),
        [],
      );
      const open = scenario.open ?? [];
      const states = open.map((rule) => `${rule}: ${verdicts[0]?.get(rule)?.state ?? "nothing"}`);
      assert.deepEqual(
        states,
        open.map((rule) => `${rule}: cannot tell`),
      );
    });
  }
});

function judge({ caller, controls, boundary, role, trust, keyPolicy, grants }: Scenario) {
  const arn = keyArn(key);
  const mine = roleArn("Training", "/ml/");
  const contents: RoleContents = {
    Roles: {
      Training: {
        path: "/ml/",
        trust: trust ?? trustOf("sagemaker.amazonaws.com"),
        inline: { work: policyOf(...(role ?? [allowAll])) },
        ...(boundary === undefined ? {} : { boundary: "Bound" }),
      },
    },
    Caller: { inline: { own: policyOf(...(caller ?? [allowAll])) } },
    Policies: boundary === undefined ? {} : { Bound: boundary },
    KeyPolicies: { [arn]: keyPolicy ?? ofAccount },
    KeyGrants: { [arn]: { [mine]: grants ?? [] } },
    BucketPolicies: { "ml-data": null },
  };
  const buckets = resourceFacts(twoVpcs, {
    Buckets: { "ml-data": region },
    BucketKeys: { "ml-data": null },
    Objects: { "ml-data/in/": 1 },
  });
  const facts = new Map<string, Fact>([...buckets, ...roleFacts(twoVpcs, contents)]);
  if (controls !== undefined) {
    const say = tellerOf(facts);
    say("serviceControlPolicies", account, [{ Id: "p-1", Name: "company" }]);
    say("serviceControlPolicy", "p-1", { Content: JSON.stringify(policyOf(...controls)) });
    say("parents", account, [{ Id: "r-1" }]);
    say("serviceControlPolicies", "r-1", []);
  }
  const code = `\
import boto3
boto3.client("sagemaker").create_training_job(
    TrainingJobName="churn",
    AlgorithmSpecification={"TrainingImage": "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1", "TrainingInputMode": "File"},
    RoleArn="${mine}",
    InputDataConfig=[{"ChannelName": "train", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/in/"}}}],
    OutputDataConfig={"S3OutputPath": "s3://ml-data/out/", "KmsKeyId": "${arn}"},
    ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30, "VolumeKmsKeyId": "${arn}"},
    StoppingCondition={"MaxRuntimeInSeconds": 3600},
    VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]},
    Tags=[{"Key": "team", "Value": "churn"}],
)
`;
  return check(
    { uri: "test.ipynb", cells: [{ kind: "code", language: "python", text: code }] },
    environmentOf(facts),
  );
}
