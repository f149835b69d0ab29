import assert from "node:assert/strict";
import type { Fact } from "../../core/src/account/fact.js";
import { check } from "../../core/src/check.js";
import { account, environmentOf, keyArn, region, type AccountContents } from "../support/account-facts.js";
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
 * Landing zones as platform teams build them: boundaries with variables, guardrails with IfExists and set operators,
 * keys and buckets closed by service, organization and network, endpoints with policies, egress through other networks.
 * Each says what AWS would, or that it cannot be told; an empty scenario says nothing at all.
 */
interface Scenario {
  readonly caller?: readonly object[];
  /** Of the caller. */
  readonly boundary?: object;
  readonly controls?: readonly object[];
  readonly role?: readonly object[];
  readonly trust?: object;
  readonly keyPolicy?: object;
  readonly bucket?: object;
  readonly network?: AccountContents;
  /** Addresses of prefix lists, by id. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** Rules that say that they cannot tell, of those that policies and networks concern. */
  readonly open?: readonly string[];
  /** What is told, each "severity rule: …" */
  readonly told?: readonly RegExp[];
}

const arn = keyArn("11111111-aaaa-4bbb-8ccc-000000000001");
const mine = roleArn("Training", "/ml/");
const root = { AWS: `arn:aws:iam::${account}:root` };
const deny = (more: object) => ({ Sid: "Company", Effect: "Deny", Action: "*", Resource: "*", ...more });
const allow = (Action: string | readonly string[], more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource: "*",
  ...more,
});
const closed = (Condition: object, more: object = {}) =>
  policyOf({
    Sid: "Closed",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::ml-data", "arn:aws:s3:::ml-data/*"],
    Condition,
    ...more,
  });
const everybody = (more: object) => ({
  Effect: "Allow",
  Principal: "*",
  Action: "*",
  Resource: "*",
  ...more,
});

const local = { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", State: "active" };
const toS3 = { DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3", State: "active" };
/** The private subnets' table has these routes. */
const routed = (routes: readonly object[], more: Partial<AccountContents> = {}): AccountContents => ({
  ...twoVpcs,
  VpcEndpoints: [],
  RouteTables: [
    {
      RouteTableId: "rtb-private",
      VpcId: "vpc-a",
      Associations: [{ Main: true }],
      Routes: [local, ...routes],
    },
  ],
  ...more,
});
const gateway = (PolicyDocument: object = policyOf(everybody({})), more: Partial<AccountContents> = {}) =>
  routed([toS3], {
    VpcEndpoints: [
      {
        VpcEndpointId: "vpce-s3",
        VpcId: "vpc-a",
        ServiceName: "com.amazonaws.us-east-1.s3",
        VpcEndpointType: "Gateway",
        RouteTableIds: ["rtb-private"],
        PolicyDocument: JSON.stringify(PolicyDocument),
      },
    ],
    ...more,
  });
const letsOut = (rule: object): Partial<AccountContents> => ({
  SecurityGroups: [
    {
      GroupId: "sg-train",
      VpcId: "vpc-a",
      IpPermissionsEgress: [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, ...rule }],
    },
  ],
});

const scenarios: Readonly<Record<string, Scenario>> = {
  "an SCP that refuses where no type of all is approved": {
    controls: [
      allowAll,
      deny({
        Action: "sagemaker:*",
        Condition: { "ForAllValues:StringNotLike": { "sagemaker:InstanceTypes": ["ml.m5.*"] } },
      }),
    ],
  },
  "an SCP on types with IfExists, for everything that is made or changed": {
    controls: [
      allowAll,
      deny({
        Action: ["sagemaker:Create*", "sagemaker:Update*"],
        Condition: { "ForAnyValue:StringNotLikeIfExists": { "sagemaker:InstanceTypes": ["ml.m5.*"] } },
      }),
    ],
  },
  "the same SCP, of other types": {
    controls: [
      allowAll,
      deny({
        Action: ["sagemaker:Create*", "sagemaker:Update*"],
        Condition: { "ForAnyValue:StringNotLikeIfExists": { "sagemaker:InstanceTypes": ["ml.t3.*"] } },
      }),
    ],
    told: [/^warning request-refused-by-policy: .*InstanceTypes is ml.m5.xlarge, not ml.t3.\* \(unless/],
  },
  "an SCP that guards boundaries, and one for the root user": {
    controls: [
      allowAll,
      deny({
        Action: ["iam:CreateRole", "iam:PutRolePolicy", "iam:DeleteRolePermissionsBoundary"],
        Condition: { StringNotEquals: { "iam:PermissionsBoundary": `arn:aws:iam::${account}:policy/Bound` } },
      }),
      deny({ Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" } } }),
    ],
  },
  "a boundary with the account's own variable": {
    boundary: policyOf(
      allow("sagemaker:*", { Resource: "arn:aws:sagemaker:*:*:training-job/*" }),
      allow("iam:PassRole", { Resource: "arn:aws:iam::*:role/ml/*" }),
      allow("kms:*", { Condition: { StringEquals: { "aws:ResourceAccount": "${aws:PrincipalAccount}" } } }),
    ),
  },
  "a boundary by which each may make jobs of his own name only": {
    boundary: policyOf(
      allow("sagemaker:*", { Resource: "arn:aws:sagemaker:*:*:training-job/${aws:username}-*" }),
      allow(["iam:*", "kms:*"]),
    ),
    told: [/^error request-refused-by-policy: .*"because no permissions boundary allows/],
  },
  "roles that each may pass by his own name only": {
    caller: [
      { Effect: "Allow", NotAction: ["iam:*", "organizations:*"], Resource: "*" },
      allow("iam:PassRole", { Resource: `arn:aws:iam::${account}:role/ml/\${aws:username}*` }),
    ],
    told: [/^error role-not-passable: .*user tester, may not pass role Training/],
  },
  "roles that nobody without federation may pass": {
    caller: [allowAll, deny({ Action: "iam:PassRole", Condition: { Null: { "aws:username": "true" } } })],
  },
  "values of lists that only have to fit where they are there": {
    caller: [
      allow(["iam:*", "kms:*"]),
      allow("sagemaker:*", {
        Condition: {
          "ForAllValues:StringEqualsIfExists": {
            "sagemaker:VpcSubnets": ["subnet-a1", "subnet-a2"],
            "sagemaker:VpcSecurityGroupIds": ["sg-train"],
          },
        },
      }),
    ],
  },
  "names of tags that are among the company's": {
    caller: [
      allow(["iam:*", "kms:*"]),
      allow("sagemaker:*", {
        Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "cost-center"] } },
      }),
    ],
  },
  "keys of the account, by their ARNs": {
    caller: [
      allowAll,
      deny({
        Action: "sagemaker:CreateTrainingJob",
        Condition: {
          ArnNotLikeIfExists: { "sagemaker:VolumeKmsKeyArn": `arn:aws:kms:us-east-1:${account}:key/*` },
        },
      }),
    ],
  },
  "nobody without a source identity": {
    caller: [
      allowAll,
      deny({ Action: "sagemaker:*", Condition: { Null: { "aws:SourceIdentity": "true" } } }),
    ],
    open: ["request-refused-by-policy"],
  },
  "people in quarantine, by their tag": {
    caller: [allowAll, deny({ Condition: { StringEquals: { "aws:PrincipalTag/quarantine": "true" } } })],
    open: ["request-refused-by-policy", "role-not-passable"],
  },
  "a key for callers of the account": {
    role: [allow(["ec2:*", "s3:*"])],
    keyPolicy: policyOf({
      ...everybody({ Action: "kms:*" }),
      Condition: { StringEquals: { "kms:CallerAccount": account } },
    }),
  },
  "a key for callers of another account": {
    keyPolicy: policyOf({
      ...everybody({ Action: "kms:*" }),
      Condition: { StringEquals: { "kms:CallerAccount": "999988887777" } },
    }),
    told: [/^error key-policy-denies-role: /, /^error caller-lacks-grant: /],
  },
  "a key for grants of services only, and nothing else refused": {
    keyPolicy: policyOf(
      { Effect: "Allow", Principal: root, Action: "kms:*", Resource: "*" },
      deny({
        Principal: "*",
        Action: "kms:CreateGrant",
        Condition: { Bool: { "kms:GrantIsForAWSResource": "false" } },
      }),
    ),
  },
  "a key by encryption context": {
    keyPolicy: policyOf(
      {
        Effect: "Allow",
        Principal: { AWS: mine },
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::ml-*" } },
      },
      {
        Effect: "Allow",
        Principal: { AWS: mine },
        Action: "kms:CreateGrant",
        Resource: "*",
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
    ),
    open: ["key-policy-denies-role"],
  },
  "a key for the organization": {
    role: [allow(["ec2:*", "s3:*"])],
    keyPolicy: policyOf({
      ...everybody({ Action: "kms:*" }),
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
    }),
    open: ["key-policy-denies-role", "caller-lacks-grant"],
  },
  "a role that uses keys by S3 only": {
    role: [
      allow(["ec2:*", "s3:*"]),
      allow(["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], {
        Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
      }),
      allow("kms:CreateGrant", { Condition: { Bool: { "kms:GrantIsForAWSResource": true } } }),
    ],
    open: ["role-lacks-kms-access"],
  },
  "a role whose interfaces are in the company's VPC only": {
    role: [
      allow(["s3:*", "kms:*", "ec2:Describe*"]),
      allow(["ec2:CreateNetworkInterface*", "ec2:DeleteNetworkInterface*"], {
        Condition: { ArnLikeIfExists: { "ec2:Vpc": `arn:aws:ec2:us-east-1:${account}:vpc/vpc-a` } },
      }),
    ],
    open: ["role-lacks-vpc-actions"],
  },
  "a trust by organization": {
    trust: trustOf("sagemaker.amazonaws.com", {
      Condition: { StringEqualsIfExists: { "aws:SourceOrgID": "o-1" } },
    }),
    open: ["role-not-assumable"],
  },
  "a bucket for the organization, services excepted": {
    network: gateway(),
    bucket: closed({
      StringNotEquals: { "aws:PrincipalOrgID": "o-1" },
      BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    }),
    open: ["bucket-policy-denies"],
  },
  "a bucket for the company's VPCs or its offices": {
    network: gateway(),
    bucket: closed({
      StringNotEqualsIfExists: { "aws:SourceVpc": ["vpc-a", "vpc-z"] },
      NotIpAddressIfExists: { "aws:SourceIp": "203.0.113.0/24" },
    }),
  },
  "a bucket for another endpoint": {
    network: gateway(),
    bucket: closed({ StringNotEqualsIfExists: { "aws:SourceVpce": "vpce-other" } }),
    told: [/^error bucket-policy-denies: /],
  },
  "a bucket for addresses inside the VPC": {
    network: gateway(),
    bucket: closed({ NotIpAddressIfExists: { "aws:VpcSourceIp": "10.0.0.0/8" } }),
    open: ["bucket-policy-denies"],
  },
  "a bucket for roles by path, TLS only": {
    network: gateway(),
    bucket: policyOf(
      ...closed({ ArnNotLike: { "aws:PrincipalArn": [`arn:aws:iam::${account}:role/ml/*`] } }).Statement,
      ...closed({ Bool: { "aws:SecureTransport": "false" } }).Statement,
    ),
  },
  "a bucket for people by tag": {
    network: gateway(),
    bucket: closed({ StringNotEquals: { "aws:PrincipalTag/project": "churn" } }),
    open: ["bucket-policy-denies"],
  },
  "an endpoint for resources of the account": {
    network: gateway(
      policyOf(everybody({ Condition: { StringEquals: { "aws:ResourceAccount": [account] } } })),
    ),
    open: ["endpoint-policy-denies"],
  },
  "an endpoint for these buckets, with ECR's layers": {
    network: gateway(
      policyOf(
        everybody({
          Action: ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
          Resource: [
            "arn:aws:s3:::ml-data",
            "arn:aws:s3:::ml-data/*",
            "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*",
          ],
        }),
      ),
    ),
  },
  "an endpoint for other buckets": {
    network: gateway(policyOf(everybody({ Resource: ["arn:aws:s3:::other", "arn:aws:s3:::other/*"] }))),
    told: [/^error endpoint-policy-denies: /],
  },
  "egress by a transit gateway": {
    network: routed([{ DestinationCidrBlock: "0.0.0.0/0", TransitGatewayId: "tgw-1", State: "active" }]),
    open: ["subnet-without-way-to-s3"],
  },
  "egress by a firewall's endpoint": {
    network: routed([{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "vpce-fw", State: "active" }], {
      VpcEndpoints: [
        {
          VpcEndpointId: "vpce-fw",
          VpcId: "vpc-a",
          ServiceName: "com.amazonaws.vpce.us-east-1.vpce-svc-1",
          VpcEndpointType: "GatewayLoadBalancer",
        },
      ],
    }),
    open: ["subnet-without-way-to-s3"],
  },
  "a peering to the VPC of shared services": {
    network: routed([
      { DestinationCidrBlock: "10.0.0.0/8", VpcPeeringConnectionId: "pcx-1", State: "active" },
    ]),
    open: ["subnet-without-way-to-s3"],
  },
  "IPv6 beside it": {
    network: routed([
      { DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1", State: "active" },
    ]),
    open: ["subnet-without-way-to-s3"],
  },
  "a VPC that another account shares, and whose tables it does not show": {
    network: {
      ...twoVpcs,
      Subnets: (twoVpcs.Subnets ?? []).map((one) => ({ ...one, OwnerId: "999988887777" })),
      RouteTables: [],
      VpcEndpoints: [],
    },
    open: ["subnet-without-way-to-s3"],
  },
  "groups that let out to a list of the company's, with S3's addresses in it": {
    network: gateway(undefined, letsOut({ PrefixListIds: [{ PrefixListId: "pl-0c" }] })),
    lists: { "pl-0c": ["10.0.0.0/8", "52.216.0.0/15", "3.5.0.0/19"] },
  },
  "groups that let out to the company alone": {
    network: gateway(undefined, letsOut({ PrefixListIds: [{ PrefixListId: "pl-0c" }] })),
    lists: { "pl-0c": ["10.0.0.0/8"] },
    told: [/^error security-groups-block-s3: /],
  },
  "groups that let out into the VPC, with an interface endpoint": {
    network: routed([], {
      VpcEndpoints: [
        {
          VpcEndpointId: "vpce-if",
          VpcId: "vpc-a",
          ServiceName: "com.amazonaws.us-east-1.s3",
          VpcEndpointType: "Interface",
          PrivateDnsEnabled: true,
          SubnetIds: ["subnet-a1"],
        },
      ],
      ...letsOut({ IpRanges: [{ CidrIp: "10.0.0.0/16" }] }),
    }),
    open: ["security-groups-block-s3"],
  },
};

describe("Landing zones of large companies", () => {
  for (const [name, scenario] of Object.entries(scenarios)) {
    it(name, () => {
      const { findings, verdicts } = judge(scenario);
      const told = findings
        .filter(({ severity }) => severity !== "info")
        .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
      const expected = scenario.told ?? [];
      const other = told.filter((one) => !expected.some((pattern) => pattern.test(one)));
      assert.deepEqual(other, []);
      for (const pattern of expected)
        assert.ok(
          told.some((one) => pattern.test(one)),
          `${String(pattern)} ${told.join()}`,
        );
      for (const rule of scenario.open ?? [])
        assert.equal(verdicts[0]?.get(rule)?.state, "cannot tell", rule);
      if (scenario.told === undefined && scenario.open === undefined)
        for (const rule of ofPolicies) assert.notEqual(verdicts[0]?.get(rule)?.state, "cannot tell", rule);
    });
  }
});

const ofPolicies = [
  "request-refused-by-policy",
  "role-not-passable",
  "role-not-assumable",
  "role-lacks-vpc-actions",
  "role-lacks-s3-access",
  "role-lacks-kms-access",
  "key-policy-denies-role",
  "caller-lacks-grant",
  "bucket-policy-denies",
  "endpoint-policy-denies",
  "security-groups-block-s3",
];

function judge(scenario: Scenario) {
  const { caller, boundary, controls, role, trust, keyPolicy, bucket, network = twoVpcs, lists } = scenario;
  const contents: RoleContents = {
    Roles: {
      Training: {
        path: "/ml/",
        trust: trust ?? trustOf("sagemaker.amazonaws.com"),
        inline: { work: policyOf(...(role ?? [allowAll])) },
      },
    },
    Caller: {
      inline: { own: policyOf(...(caller ?? [allowAll])) },
      ...(boundary === undefined ? {} : { boundary: "Bound" }),
    },
    Policies: boundary === undefined ? {} : { Bound: boundary },
    KeyPolicies: { [arn]: keyPolicy ?? ofAccount },
    KeyGrants: { [arn]: { [mine]: [] } },
    BucketPolicies: { "ml-data": bucket ?? null },
  };
  const buckets = resourceFacts(network, {
    Buckets: { "ml-data": region },
    BucketKeys: { "ml-data": null },
    Objects: { "ml-data/in/": 1 },
  });
  const facts = new Map<string, Fact>([...buckets, ...roleFacts(network, contents)]);
  const say = tellerOf(facts);
  if (controls !== undefined) {
    say("serviceControlPolicies", account, [{ Id: "p-1", Name: "company" }]);
    say("serviceControlPolicy", "p-1", { Content: JSON.stringify(policyOf(...controls)) });
    say("parents", account, [{ Id: "r-1" }]);
    say("serviceControlPolicies", "r-1", []);
  }
  for (const [id, entries] of Object.entries(lists ?? {}))
    say(
      "prefixListEntries",
      id,
      entries.map((Cidr) => ({ Cidr })),
    );
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
    VpcConfig={"Subnets": ["subnet-a1", "subnet-a2"], "SecurityGroupIds": ["sg-train"]},
    Tags=[{"Key": "team", "Value": "churn"}],
)
`;
  return check(
    { uri: "test.ipynb", cells: [{ kind: "code", language: "python", text: code }] },
    environmentOf(facts),
  );
}
