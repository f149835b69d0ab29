import assert from "node:assert/strict";
import {
  AttachInternetGatewayCommand,
  AuthorizeSecurityGroupEgressCommand,
  CreateInternetGatewayCommand,
  CreateManagedPrefixListCommand,
  CreateRouteCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeRouteTablesCommand,
  EC2Client,
  RevokeSecurityGroupEgressCommand,
} from "@aws-sdk/client-ec2";
import { checkOverTheWire, type ReaderName } from "../../support/check-over-the-wire.js";
import { startSampleAccount, type SampleAccount } from "../../support/sample-account.js";

/**
 * Groups and a route table that name prefix lists of the company's: one with its own addresses only, one with all there
 * are.
 */
describe("Prefix lists of the company's, in the sample account", function () {
  this.timeout(120_000); // Python and moto start slowly on a busy machine
  let sample: SampleAccount;
  let subnet: string;
  const groups = new Map<string, string>();

  async function build({ region, endpoint, ids }: SampleAccount): Promise<void> {
    const credentials = { accessKeyId: "sample", secretAccessKey: "sample" };
    const ec2 = new EC2Client({ region, endpoint, credentials });
    const listOf = async (name: string, ...blocks: readonly string[]) => {
      const { PrefixList } = await ec2.send(
        new CreateManagedPrefixListCommand({
          PrefixListName: name,
          AddressFamily: "IPv4",
          MaxEntries: 9,
          Entries: blocks.map((Cidr) => ({ Cidr })),
        }),
      );
      return PrefixList?.PrefixListId ?? assert.fail();
    };
    const corporate = await listOf("corp", "10.0.0.0/8", "192.168.0.0/16");
    const everywhere = await listOf("everywhere", "0.0.0.0/1", "128.0.0.0/1");
    const groupOf = async (VpcId: string | undefined, name: string, list: string) => {
      const { GroupId = "" } = await ec2.send(
        new CreateSecurityGroupCommand({ VpcId, GroupName: name, Description: name }),
      );
      const all = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
      await ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: all }));
      const https = {
        IpProtocol: "tcp",
        FromPort: 443,
        ToPort: 443,
        PrefixListIds: [{ PrefixListId: list }],
      };
      await ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId, IpPermissions: [https] }));
      groups.set(name, GroupId);
    };
    await groupOf(ids["vpc.ml-prod"], "inside", corporate);
    await groupOf(ids["vpc.ml-prod"], "outside", everywhere);

    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.91.0.0/16" }));
    const VpcId = Vpc?.VpcId ?? assert.fail();
    const { Subnet } = await ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock: "10.91.1.0/24" }));
    subnet = Subnet?.SubnetId ?? assert.fail();
    await groupOf(VpcId, "listed", everywhere);
    const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({}));
    const GatewayId = InternetGateway?.InternetGatewayId ?? assert.fail();
    await ec2.send(new AttachInternetGatewayCommand({ VpcId, InternetGatewayId: GatewayId }));
    const { RouteTables } = await ec2.send(
      new DescribeRouteTablesCommand({ Filters: [{ Name: "vpc-id", Values: [VpcId] }] }),
    );
    const RouteTableId = RouteTables?.[0]?.RouteTableId;
    await ec2.send(new CreateRouteCommand({ RouteTableId, DestinationPrefixListId: corporate, GatewayId }));
  }

  async function told(account: SampleAccount, reader: ReaderName, of: string, group: string) {
    const code = `import boto3
boto3.client("sagemaker").create_training_job(
    TrainingJobName="churn",
    AlgorithmSpecification={"TrainingImage": "image", "TrainingInputMode": "File"},
    RoleArn="arn:aws:iam::111122223333:role/ml/SageMakerTraining",
    OutputDataConfig={"S3OutputPath": "s3://ml-data/out"},
    ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
    StoppingCondition={"MaxRuntimeInSeconds": 3600},
    VpcConfig={"Subnets": ["${of}"], "SecurityGroupIds": ["${groups.get(group) ?? ""}"]},
)`;
    const { report } = await checkOverTheWire([code], account, reader);
    return ["security-groups-block-s3", "subnet-without-way-to-s3"].map(
      (rule) => report.verdicts[0]?.get(rule)?.state,
    );
  }

  describe("that are read", () => {
    before(async () => {
      sample = await startSampleAccount();
      await build(sample);
    });
    after(() => sample.stop());
    for (const reader of ["Node", "Python"] satisfies ReaderName[]) {
      it(`tell what groups let out, and where routes lead (${reader})`, async () => {
        const own = sample.ids["subnet.ml-prod-private-a"] ?? assert.fail();
        assert.deepEqual(await told(sample, reader, own, "inside"), ["fails", "passes"]);
        assert.deepEqual(await told(sample, reader, own, "outside"), ["passes", "passes"]);
        assert.deepEqual(await told(sample, reader, subnet, "listed"), ["passes", "fails"]);
      });
    }
  });

  it("that may not be read leave it open", async () => {
    sample = await startSampleAccount({ deny: ["ec2:GetManagedPrefixListEntries"] });
    try {
      await build(sample);
      const own = sample.ids["subnet.ml-prod-private-a"] ?? assert.fail();
      assert.deepEqual(await told(sample, "Node", own, "inside"), ["cannot tell", "passes"]);
      assert.deepEqual(await told(sample, "Node", own, "outside"), ["cannot tell", "passes"]);
      assert.deepEqual(await told(sample, "Node", subnet, "listed"), ["cannot tell", "cannot tell"]);
    } finally {
      await sample.stop();
    }
  });
});
