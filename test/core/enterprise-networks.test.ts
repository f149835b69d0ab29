import assert from "node:assert/strict";
import { check } from "../../core/src/check.js";
import type { Report } from "../../core/src/report.js";
import {
  account,
  accountFacts,
  environmentOf,
  region,
  type AccountContents,
} from "../support/account-facts.js";
import { resourceFacts, type ResourceContents } from "../support/resource-facts.js";

/**
 * Networks as large companies build them, in which AWS runs the job: no rule claims that it would not. What their
 * facts do not tell is told as such, by the rule that would have to know it.
 */
interface Scenario {
  readonly account: AccountContents;
  readonly resources?: ResourceContents;
  /** Of the job; not given: the VPC's one subnet and group. */
  readonly subnets?: readonly string[];
  readonly input?: string;
  /** Rules that say that they cannot tell. */
  readonly open?: readonly string[];
  /** What is told all the same, as no more than a warning. */
  readonly warns?: readonly string[];
  /** Rules that hold the job for in order. */
  readonly passes?: readonly string[];
}

const everywhere = "0.0.0.0/0";
const local = { DestinationCidrBlock: "10.20.0.0/16", GatewayId: "local", State: "active" };
const to = (DestinationCidrBlock: string, target: Readonly<Record<string, string>>) => ({
  DestinationCidrBlock,
  State: "active",
  ...target,
});
const transitGateway = { TransitGatewayId: "tgw-1" };
const s3Gateway = { DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3", State: "active" };
const https = (more: object) => ({ IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [], ...more });
const isS3 = { ServiceName: `com.amazonaws.${region}.s3` };
const gateway = { VpcEndpointId: "vpce-s3", VpcId: "vpc-ml", ...isS3 };

/** One VPC with one subnet and one group, which is self-referencing and lets everything out. */
function vpc(
  routes: readonly object[],
  more: AccountContents = {},
  egress: readonly object[] = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: everywhere }] }],
  subnet: object = {},
): AccountContents {
  return {
    Subnets: [{ SubnetId: "subnet-ml", VpcId: "vpc-ml", CidrBlock: "10.20.1.0/24", ...subnet }],
    SecurityGroups: [
      {
        GroupId: "sg-ml",
        VpcId: "vpc-ml",
        IpPermissions: [{ IpProtocol: "-1", IpRanges: [], UserIdGroupPairs: [{ GroupId: "sg-ml" }] }],
        IpPermissionsEgress: [
          { IpProtocol: "-1", IpRanges: [], UserIdGroupPairs: [{ GroupId: "sg-ml" }] },
          ...egress,
        ],
      },
    ],
    RouteTables: [
      { RouteTableId: "rtb-ml", VpcId: "vpc-ml", Associations: [{ Main: true }], Routes: [local, ...routes] },
    ],
    ...more,
  };
}

/** An ACL that lets HTTPS go to the company's networks and come back, and nothing else. */
const onlyInside = [
  {
    NetworkAclId: "acl-ml",
    VpcId: "vpc-ml",
    Associations: [{ SubnetId: "subnet-ml" }],
    Entries: [true, false].map((Egress) => ({
      RuleNumber: 100,
      Egress,
      Protocol: "6",
      RuleAction: "allow",
      CidrBlock: "10.0.0.0/8",
      PortRange: { From: 0, To: 65_535 },
    })),
  },
];

const waysOut = ["subnet-without-way-to-s3", "security-groups-block-s3", "network-acl-blocks-s3"];

const scenarios: Readonly<Record<string, Scenario>> = {
  "the internet by a transit gateway, no NAT in the VPC": {
    account: vpc([to(everywhere, transitGateway)]),
    open: ["subnet-without-way-to-s3"],
    passes: ["security-groups-block-s3", "network-acl-blocks-s3"],
  },
  "a firewall's endpoint on the way out": {
    account: vpc([to(everywhere, { GatewayId: "vpce-firewall" })], {
      VpcEndpoints: [
        {
          VpcEndpointId: "vpce-firewall",
          VpcId: "vpc-ml",
          ServiceName: "com.amazonaws.vpce.us-east-1.vpce-svc-1",
          VpcEndpointType: "GatewayLoadBalancer",
        },
      ],
    }),
    open: ["subnet-without-way-to-s3"],
  },
  "a NAT gateway behind a firewall": {
    account: vpc([to(everywhere, { NatGatewayId: "nat-1" })], {
      Subnets: [
        { SubnetId: "subnet-ml", VpcId: "vpc-ml", CidrBlock: "10.20.1.0/24" },
        { SubnetId: "subnet-nat", VpcId: "vpc-ml", CidrBlock: "10.20.9.0/24" },
      ],
      NatGateways: [{ NatGatewayId: "nat-1", VpcId: "vpc-ml", SubnetId: "subnet-nat" }],
      RouteTables: [
        {
          RouteTableId: "rtb-ml",
          VpcId: "vpc-ml",
          Associations: [{ Main: true }],
          Routes: [local, to(everywhere, { NatGatewayId: "nat-1" })],
        },
        {
          RouteTableId: "rtb-nat",
          VpcId: "vpc-ml",
          Associations: [{ Main: false, SubnetId: "subnet-nat" }],
          Routes: [local, to(everywhere, { GatewayId: "vpce-firewall" })],
        },
      ],
    }),
    open: ["subnet-without-way-to-s3"],
  },
  "an appliance's interface as the way out": {
    account: vpc([to(everywhere, { NetworkInterfaceId: "eni-1", InstanceId: "i-1" })]),
    open: ["subnet-without-way-to-s3"],
  },
  "endpoints in a shared VPC, to which the names lead, and only the company's networks routed": {
    account: vpc([to("10.0.0.0/8", transitGateway)]),
    open: ["subnet-without-way-to-s3"],
  },
  "the same, with a group that lets HTTPS out to the company's networks only": {
    account: vpc([to("10.0.0.0/8", transitGateway)], {}, [https({ IpRanges: [{ CidrIp: "10.0.0.0/8" }] })]),
    open: ["subnet-without-way-to-s3", "security-groups-block-s3"],
  },
  "the same, with an ACL that lets through the company's networks only": {
    account: vpc([to("10.0.0.0/8", transitGateway)], { NetworkAcls: onlyInside }),
    open: ["subnet-without-way-to-s3", "network-acl-blocks-s3"],
  },
  "the same, by a prefix list of the company's": {
    account: vpc([{ DestinationPrefixListId: "pl-corp", State: "active", ...transitGateway }], {}, [
      https({ PrefixListIds: [{ PrefixListId: "pl-corp" }] }),
    ]),
    open: ["subnet-without-way-to-s3", "security-groups-block-s3"],
  },
  "endpoints in a peered VPC, and a NAT gateway of its own for the rest": {
    account: vpc(
      [to("10.9.0.0/16", { VpcPeeringConnectionId: "pcx-1" }), to(everywhere, { NatGatewayId: "nat-1" })],
      {
        Subnets: [
          { SubnetId: "subnet-ml", VpcId: "vpc-ml", CidrBlock: "10.20.1.0/24" },
          { SubnetId: "subnet-nat", VpcId: "vpc-ml", CidrBlock: "10.20.9.0/24" },
        ],
        NatGateways: [{ NatGatewayId: "nat-1", VpcId: "vpc-ml", SubnetId: "subnet-nat" }],
        RouteTables: [
          {
            RouteTableId: "rtb-ml",
            VpcId: "vpc-ml",
            Associations: [{ Main: true }],
            Routes: [
              local,
              to("10.9.0.0/16", { VpcPeeringConnectionId: "pcx-1" }),
              to(everywhere, { NatGatewayId: "nat-1" }),
            ],
          },
          {
            RouteTableId: "rtb-nat",
            VpcId: "vpc-ml",
            Associations: [{ Main: false, SubnetId: "subnet-nat" }],
            Routes: [local, to(everywhere, { GatewayId: "igw-1" })],
          },
        ],
      },
      [https({ IpRanges: [{ CidrIp: "10.9.0.0/16" }] })],
    ),
    resources: {
      Buckets: { "ml-data": region },
      BucketPolicies: { "ml-data": onlyThrough("aws:sourceVpce", "vpce-central") },
      Objects: { "ml-data/in": 1 },
    },
    input: "s3://ml-data/in",
    open: ["security-groups-block-s3", "bucket-policy-denies"],
  },
  "an interface endpoint without private names, to which a zone of the company's leads": {
    account: vpc(
      [],
      {
        VpcEndpoints: [
          { ...gateway, VpcEndpointType: "Interface", PrivateDnsEnabled: false, SubnetIds: ["subnet-ml"] },
        ],
      },
      [https({ UserIdGroupPairs: [{ GroupId: "sg-endpoints" }] })],
    ),
    open: ["subnet-without-way-to-s3", "security-groups-block-s3"],
  },
  "private names for the company's own networks only, and the gateway endpoint for the VPC": {
    account: vpc([s3Gateway], {
      VpcEndpoints: [
        {
          VpcEndpointId: "vpce-inbound",
          VpcId: "vpc-ml",
          ...isS3,
          VpcEndpointType: "Interface",
          PrivateDnsEnabled: true,
          DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: true },
        },
        gateway,
      ],
    }),
    resources: {
      Buckets: { "ml-data": region },
      BucketPolicies: { "ml-data": onlyThrough("aws:sourceVpce", "vpce-s3") },
      Objects: { "ml-data/in": 1 },
    },
    input: "s3://ml-data/in",
    passes: [...waysOut, "bucket-policy-denies"],
  },
  "gateway endpoints of S3, DynamoDB and S3 Express": {
    account: vpc(
      [
        s3Gateway,
        { DestinationPrefixListId: "pl-dynamodb", GatewayId: "vpce-dynamodb", State: "active" },
        { DestinationPrefixListId: "pl-express", GatewayId: "vpce-express", State: "active" },
      ],
      {
        VpcEndpoints: [
          gateway,
          { ...gateway, VpcEndpointId: "vpce-dynamodb", ServiceName: `com.amazonaws.${region}.dynamodb` },
          { ...gateway, VpcEndpointId: "vpce-express", ServiceName: `com.amazonaws.${region}.s3express` },
        ],
      },
      [https({ PrefixListIds: ["pl-s3", "pl-dynamodb"].map((PrefixListId) => ({ PrefixListId })) })],
    ),
    passes: waysOut,
  },
  "directory buckets of S3 Express, and aliases of access points": {
    account: vpc([s3Gateway], { VpcEndpoints: [gateway] }),
    input: "s3://ml-data--use1-az4--x-s3/in",
    passes: waysOut,
  },
  "HTTPS let out by a prefix list that AWS keeps, besides S3's": {
    account: vpc([s3Gateway], { VpcEndpoints: [gateway] }, [
      https({ PrefixListIds: [{ PrefixListId: "pl-63a5400a" }] }),
    ]),
    open: ["security-groups-block-s3"],
  },
  "a subnet with addresses of IPv6 only": {
    account: vpc(
      [
        { DestinationIpv6CidrBlock: "64:ff9b::/96", NatGatewayId: "nat-1", State: "active" },
        { DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1", State: "active" },
      ],
      {},
      [https({ Ipv6Ranges: [{ CidrIpv6: "::/0" }] })],
      { Ipv6Native: true, CidrBlock: undefined, AvailableIpAddressCount: 0 },
    ),
    open: ["subnet-without-way-to-s3", "security-groups-block-s3", "too-few-addresses"],
    warns: ["subnet-outside-region"],
  },
  "a way out over IPv6 besides": {
    account: vpc([
      { DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1", State: "active" },
    ]),
    open: ["subnet-without-way-to-s3"],
  },
  "addresses of both kinds, S3 by its gateway": {
    account: vpc(
      [
        s3Gateway,
        { DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1", State: "active" },
      ],
      { VpcEndpoints: [gateway] },
      [https({ IpRanges: [{ CidrIp: everywhere }], Ipv6Ranges: [{ CidrIpv6: "::/0" }] })],
    ),
    passes: waysOut,
  },
  "an endpoint's policy that lets through the company's buckets, by the organization": {
    account: vpc([s3Gateway], {
      VpcEndpoints: [
        {
          ...gateway,
          PolicyDocument: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Principal: "*",
                Action: "*",
                Resource: "*",
                Condition: { StringEquals: { "aws:ResourceOrgID": "o-1", "aws:PrincipalOrgID": "o-1" } },
              },
              {
                Effect: "Allow",
                Principal: "*",
                Action: "s3:GetObject",
                Resource: "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*",
              },
            ],
          }),
        },
      ],
    }),
    resources: { Buckets: { "ml-data": region }, Objects: { "ml-data/in": 1 } },
    input: "s3://ml-data/in",
    open: ["endpoint-policy-denies"],
  },
  "a perimeter on the bucket: the organization, its networks, and AWS's services": {
    account: vpc([s3Gateway], { VpcEndpoints: [gateway] }),
    resources: {
      Buckets: { "ml-data": region },
      BucketPolicies: {
        "ml-data": denyAll({
          StringNotEqualsIfExists: {
            "aws:PrincipalOrgID": "o-1",
            "aws:SourceVpc": "vpc-other",
            "aws:PrincipalTag/perimeter": "exempt",
          },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" },
          NotIpAddressIfExists: { "aws:SourceIp": "203.0.113.0/24" },
        }),
      },
      Objects: { "ml-data/in": 1 },
    },
    input: "s3://ml-data/in",
    open: ["bucket-policy-denies"],
  },
  "a shared subnet, its VPC's endpoints and tables not shown": {
    account: vpc([], { RouteTables: [] }, undefined, { OwnerId: "444455556666" }),
    open: ["subnet-without-way-to-s3"],
  },
};

function denyAll(Condition: object): object {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Perimeter",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: ["arn:aws:s3:::ml-data", "arn:aws:s3:::ml-data/*"],
        Condition,
      },
    ],
  };
}

function onlyThrough(key: string, value: string): object {
  return denyAll({ StringNotEquals: { [key]: value } });
}

describe("Networks of large companies", () => {
  for (const [name, scenario] of Object.entries(scenarios)) {
    it(`gives no false alarm: ${name}`, () => {
      const { findings, verdicts } = judge(scenario);
      const told = findings.filter(({ rule }) => !aboutOtherThings.has(rule));
      assert.deepEqual(
        told
          .filter(({ rule, severity }) => severity === "error" || scenario.warns?.includes(rule) !== true)
          .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`),
        [],
      );
      const states = (rules: readonly string[] = []) =>
        rules.map((rule) => `${rule}: ${verdicts[0]?.get(rule)?.state ?? "nothing"}`);
      assert.deepEqual(
        states(scenario.open),
        (scenario.open ?? []).map((rule) => `${rule}: cannot tell`),
      );
      assert.deepEqual(
        states(scenario.passes),
        (scenario.passes ?? []).map((rule) => `${rule}: passes`),
      );
    });
  }

  it("still tells a subnet that leads nowhere at all, and groups that let no HTTPS out to anywhere", () => {
    const rules = judge({
      account: vpc([], {}, [https({ FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: everywhere }] })]),
    })
      .findings.filter(({ severity }) => severity === "error")
      .map(({ rule }) => rule);
    assert.deepEqual(rules, ["subnet-without-way-to-s3", "security-groups-block-s3"]);
  });

  it("still tells groups that let no HTTPS out to anywhere, where the way is another network's", () => {
    const rules = judge({
      account: vpc([to("10.0.0.0/8", transitGateway)], {}, [
        https({ FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: everywhere }] }),
      ]),
    })
      .findings.filter(({ severity }) => severity === "error")
      .map(({ rule }) => rule);
    assert.deepEqual(rules, ["security-groups-block-s3"]);
  });
});

describe("Studio and notebook instances", () => {
  const lost = vpc([to(everywhere, { GatewayId: "igw-1" })], { NetworkAcls: onlyInside }, [
    https({ FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: everywhere }] }),
  ]);
  const dedicated = {
    ...lost,
    Vpcs: [{ VpcId: "vpc-ml", InstanceTenancy: "dedicated", vpcDnsSupport: false }],
  };
  const rulesOf = (call: string, contents = lost) =>
    check(
      {
        uri: "test.ipynb",
        cells: [
          { kind: "code", language: "python", text: `import boto3\nsm = boto3.client("sagemaker")\n${call}` },
        ],
      },
      environmentOf(accountFacts(contents)),
    );
  const domain = (more: string) =>
    `sm.create_domain(DomainName="d", AuthMode="IAM", DefaultUserSettings={"ExecutionRole": "arn:aws:iam::${account}:role/Studio", "SecurityGroups": ["sg-ml"]}, VpcId="vpc-ml", SubnetIds=["subnet-ml"]${more})`;
  const notebook = (more: string) =>
    `sm.create_notebook_instance(NotebookInstanceName="n", InstanceType="ml.t3.medium", RoleArn="arn:aws:iam::${account}:role/Studio", SubnetId="subnet-ml", SecurityGroupIds=["sg-ml"]${more})`;
  const ofWays = [...waysOut, "subnet-is-public", "vpc-dns-off", "vpc-tenancy-dedicated"];
  const told = (call: string) =>
    rulesOf(call, dedicated).findings.flatMap(({ rule, severity }) =>
      ofWays.includes(rule) ? [`${severity} ${rule}`] : [],
    );

  it("reach S3 by SageMaker's own network, unless the request says otherwise", () => {
    for (const call of [
      domain(""),
      domain(`, AppNetworkAccessType="PublicInternetOnly"`),
      notebook(""),
      notebook(`, DirectInternetAccess="Enabled"`),
    ])
      assert.deepEqual(told(call), [], call);
  });

  it("are judged by the way of the VPC where the request says so", () => {
    for (const call of [
      domain(`, AppNetworkAccessType="VpcOnly"`),
      notebook(`, DirectInternetAccess="Disabled"`),
    ])
      assert.deepEqual(
        told(call)
          .filter((one) => !one.includes("tenancy"))
          .sort(),
        [
          "warning network-acl-blocks-s3",
          "warning security-groups-block-s3",
          "warning subnet-without-way-to-s3",
          "warning vpc-dns-off",
        ],
        call,
      );
  });

  it("are not judged where the request says it only when it runs", () => {
    for (const call of [
      domain(`, AppNetworkAccessType=access()`),
      notebook(`, DirectInternetAccess=access()`),
      notebook(`, **more()`),
      `sm.update_domain(DomainId="d-1", SubnetIds=["subnet-ml"], DefaultUserSettings={"SecurityGroups": ["sg-ml"]})`,
    ]) {
      assert.deepEqual(told(call), [], call);
      assert.equal(rulesOf(call).verdicts[0]?.get("subnet-without-way-to-s3")?.state, "cannot tell", call);
    }
  });
});

/** Of the keys and the like, which these jobs have none of. */
const aboutOtherThings = new Set(["volume-key-missing", "output-key-missing", "traffic-encryption-off"]);

function judge({ account: contents, resources = {}, subnets = ["subnet-ml"], input }: Scenario): Report {
  const channel =
    input === undefined
      ? ""
      : `, InputDataConfig=[{"ChannelName": "train", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "${input}"}}}]`;
  const code = `\
import boto3
boto3.client("sagemaker").create_training_job(
    TrainingJobName="churn",
    AlgorithmSpecification={"TrainingImage": "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1", "TrainingInputMode": "File"},
    RoleArn="arn:aws:iam::${account}:role/Training",
    OutputDataConfig={"S3OutputPath": "s3://ml-out--use1-az4--x-s3/"},
    ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 2, "VolumeSizeInGB": 30},
    StoppingCondition={"MaxRuntimeInSeconds": 3600},
    VpcConfig={"Subnets": ${JSON.stringify(subnets)}, "SecurityGroupIds": ["sg-ml"]}${channel},
)
`;
  const facts = new Map([...accountFacts(contents), ...resourceFacts(contents, resources)]);
  return check(
    { uri: "test.ipynb", cells: [{ kind: "code", language: "python", text: code }] },
    environmentOf(facts),
  );
}
