import assert from "node:assert/strict";
import {
  CreateRouteCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  CreateVpcPeeringConnectionCommand,
  DescribeRouteTablesCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { checkOverTheWire, type ReaderName } from "../../support/check-over-the-wire.js";
import { startSampleAccount, type SampleAccount } from "../../support/sample-account.js";

/**
 * Three VPCs without a gateway endpoint or a NAT gateway, read over the wire: one leads nowhere, one has a route to the
 * VPC where a company may have its endpoints, one an endpoint of S3 without private names.
 */
describe("Ways to S3 that no route tells, in the sample account", function () {
  this.timeout(180_000); // Python and moto start slowly on a busy machine
  let sample: SampleAccount;
  const networks = new Map<
    string,
    { readonly subnet: string; readonly group: string; readonly vpc: string }
  >();

  before(async () => {
    sample = await startSampleAccount();
    const { region, endpoint, ids } = sample;
    const ec2 = new EC2Client({
      region,
      endpoint,
      credentials: { accessKeyId: "sample", secretAccessKey: "sample" },
    });
    for (const [name, block] of Object.entries({ nowhere: 91, peered: 92, unnamed: 93 })) {
      const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: `10.${block}.0.0/16` }));
      const VpcId = Vpc?.VpcId ?? assert.fail();
      const { Subnet } = await ec2.send(
        new CreateSubnetCommand({ VpcId, CidrBlock: `10.${block}.1.0/24`, AvailabilityZone: `${region}a` }),
      );
      const { GroupId = "" } = await ec2.send(
        new CreateSecurityGroupCommand({ VpcId, GroupName: "jobs", Description: "jobs" }),
      );
      networks.set(name, { subnet: Subnet?.SubnetId ?? assert.fail(), group: GroupId, vpc: VpcId });
    }
    const peered = networks.get("peered")?.vpc;
    const { VpcPeeringConnection } = await ec2.send(
      new CreateVpcPeeringConnectionCommand({ VpcId: peered, PeerVpcId: ids["vpc.ml-prod"] }),
    );
    const { RouteTables } = await ec2.send(
      new DescribeRouteTablesCommand({ Filters: [{ Name: "vpc-id", Values: [peered ?? ""] }] }),
    );
    await ec2.send(
      new CreateRouteCommand({
        RouteTableId: RouteTables?.[0]?.RouteTableId,
        DestinationCidrBlock: "10.20.0.0/16",
        VpcPeeringConnectionId: VpcPeeringConnection?.VpcPeeringConnectionId,
      }),
    );
    const unnamed = networks.get("unnamed");
    await ec2.send(
      new CreateVpcEndpointCommand({
        VpcId: unnamed?.vpc,
        VpcEndpointType: "Interface",
        ServiceName: `com.amazonaws.${region}.s3`,
        SubnetIds: [unnamed?.subnet ?? ""],
        PrivateDnsEnabled: false,
      }),
    );
  });
  after(() => sample.stop());

  const role = "arn:aws:iam::111122223333:role/ml/SageMakerTraining";
  const training = (name: string) => {
    const { subnet = "", group = "" } = networks.get(name) ?? {};
    return `import boto3
boto3.client("sagemaker").create_training_job(
    TrainingJobName="churn",
    AlgorithmSpecification={"TrainingImage": "image", "TrainingInputMode": "File"},
    RoleArn="${role}",
    OutputDataConfig={"S3OutputPath": "s3://ml-data/out"},
    ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
    StoppingCondition={"MaxRuntimeInSeconds": 3600},
    VpcConfig={"Subnets": ["${subnet}"], "SecurityGroupIds": ["${group}"]},
)`;
  };
  const domain = (access: string) => {
    const { subnet = "", group = "", vpc = "" } = networks.get("nowhere") ?? {};
    return `import boto3
boto3.client("sagemaker").create_domain(
    DomainName="lab",
    AuthMode="IAM",
    DefaultUserSettings={"ExecutionRole": "${role}", "SecurityGroups": ["${group}"]},
    VpcId="${vpc}",
    SubnetIds=["${subnet}"],
    AppNetworkAccessType="${access}",
)`;
  };
  const cluster = (ofGroup: string, key: string) => {
    const { group = "" } = networks.get("nowhere") ?? {};
    return `import boto3
boto3.client("sagemaker").create_cluster(
    ClusterName="big",
    InstanceGroups=[{"InstanceGroupName": "a", "InstanceType": "ml.m5.xlarge", "InstanceCount": 2, "LifeCycleConfig": {"SourceS3Uri": "s3://sagemaker-x/on", "OnCreate": "on.sh"}, "ExecutionRole": "arn:aws:iam::111122223333:role/${ofGroup}", "InstanceStorageConfigs": [{"EbsVolumeConfig": {"VolumeSizeInGB": 500, "VolumeKmsKeyId": "${key}"}}]}],
    VpcConfig={"Subnets": ["${networks.get("nowhere")?.subnet ?? ""}"], "SecurityGroupIds": ["${group}"]},
)`;
  };

  for (const reader of ["Node", "Python"] satisfies ReaderName[]) {
    const told = async (cell: string, rules: readonly string[]): Promise<readonly string[]> => {
      const { report } = await checkOverTheWire([cell], sample, reader);
      return report.findings.flatMap(({ rule, severity }) =>
        rules.includes(rule) ? [`${severity} ${rule}`] : [],
      );
    };
    const ways = ["subnet-without-way-to-s3", "security-groups-block-s3", "network-acl-blocks-s3"];

    it(`are not claimed to be lost (${reader})`, async () => {
      assert.deepEqual(await told(training("nowhere"), ways), ["error subnet-without-way-to-s3"]);
      assert.deepEqual(await told(training("peered"), ways), []);
      assert.deepEqual(await told(training("unnamed"), ways), []);
    });

    it(`are of no concern to a domain that does not use them (${reader})`, async () => {
      assert.deepEqual(await told(domain("VpcOnly"), ways), ["warning subnet-without-way-to-s3"]);
      assert.deepEqual(await told(domain("PublicInternetOnly"), ways), []);
    });

    it(`are not all of a cluster's groups: their roles and keys (${reader})`, async () => {
      const rules = ["role-not-found", "kms-key-not-found"];
      const key = "11111111-2222-4333-8444-555555555555";
      assert.deepEqual(await told(cluster("Nobody", key), rules), [
        "error role-not-found",
        "error kms-key-not-found",
      ]);
      assert.deepEqual(
        await told(cluster("ml/SageMakerTraining", sample.ids["key.training"] ?? ""), rules),
        [],
      );
    });
  }
});
