import assert from "node:assert/strict";
import {
  AssociateDhcpOptionsCommand,
  AssociateRouteTableCommand,
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateDhcpOptionsCommand,
  CreateNetworkAclCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeNetworkAclsCommand,
  EC2Client,
  ReplaceNetworkAclAssociationCommand,
  RevokeSecurityGroupEgressCommand,
} from "@aws-sdk/client-ec2";
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { SampleAccount } from "./sample-account.js";

/** Ids of things that are wrong in one way each; `tight` has 11 free addresses. */
export interface Troubles {
  readonly subnets: Readonly<Record<"dedicated" | "dhcp" | "filtered" | "tight", string>>;
  readonly groups: Readonly<Record<"dedicated" | "dhcp" | "mute" | "efa", string>>;
}

/**
 * Adds to the sample account what AWS's error messages are about: the bucket `ml-data` with an object under `in`, the
 * bucket `ml-data-frankfurt`, and two roles that trust SageMaker for the jobs of one account, `TrustsOwnJobs` and
 * `TrustsOthersJobs`.
 */
export async function addTroubles({ region, endpoint, account, ids }: SampleAccount): Promise<Troubles> {
  const client = { region, endpoint, credentials: { accessKeyId: "sample", secretAccessKey: "sample" } };
  const ec2 = new EC2Client(client);
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: "ml-data" }));
  await s3.send(new PutObjectCommand({ Bucket: "ml-data", Key: "in/part-0.csv", Body: "1,2" }));
  await s3.send(
    new CreateBucketCommand({
      Bucket: "ml-data-frankfurt",
      CreateBucketConfiguration: { LocationConstraint: "eu-central-1" },
    }),
  );
  const iam = new IAMClient(client);
  for (const [RoleName, of] of [
    ["TrustsOwnJobs", account],
    ["TrustsOthersJobs", "444455556666"],
  ] as const) {
    const trust = {
      Effect: "Allow",
      Principal: { Service: "sagemaker.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": of } },
    };
    const all = { Effect: "Allow", Action: ["s3:*", "ec2:*", "ecr:*", "logs:*"], Resource: "*" };
    const document = (Statement: object) => JSON.stringify({ Version: "2012-10-17", Statement });
    await iam.send(
      new CreateRoleCommand({ RoleName, Path: "/ml/", AssumeRolePolicyDocument: document(trust) }),
    );
    await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "work", PolicyDocument: document(all) }));
  }
  const vpcId = ids["vpc.ml-prod"] ?? assert.fail();
  const subnetIn = async (VpcId: string, CidrBlock: string): Promise<string> => {
    const { Subnet } = await ec2.send(
      new CreateSubnetCommand({ VpcId, CidrBlock, AvailabilityZone: `${region}a` }),
    );
    return Subnet?.SubnetId ?? assert.fail();
  };
  const groupIn = async (VpcId: string, GroupName: string): Promise<string> => {
    const { GroupId } = await ec2.send(
      new CreateSecurityGroupCommand({ VpcId, GroupName, Description: GroupName }),
    );
    return GroupId ?? assert.fail();
  };
  const vpc = async (CidrBlock: string, InstanceTenancy: "default" | "dedicated"): Promise<string> => {
    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock, InstanceTenancy }));
    return Vpc?.VpcId ?? assert.fail();
  };
  const [dedicated, dhcp] = [await vpc("10.81.0.0/16", "dedicated"), await vpc("10.82.0.0/16", "default")];
  const { DhcpOptions } = await ec2.send(
    new CreateDhcpOptionsCommand({
      DhcpConfigurations: [{ Key: "domain-name-servers", Values: ["10.82.0.2"] }],
    }),
  );
  await ec2.send(
    new AssociateDhcpOptionsCommand({ VpcId: dhcp, DhcpOptionsId: DhcpOptions?.DhcpOptionsId ?? "" }),
  );
  const filtered = await subnetIn(vpcId, "10.20.200.0/24");
  const { NetworkAcl } = await ec2.send(new CreateNetworkAclCommand({ VpcId: vpcId })); // lets nothing through
  const { NetworkAcls } = await ec2.send(
    new DescribeNetworkAclsCommand({ Filters: [{ Name: "association.subnet-id", Values: [filtered] }] }),
  );
  const association = NetworkAcls?.flatMap(({ Associations }) => Associations ?? []).find(
    ({ SubnetId }) => SubnetId === filtered,
  );
  await ec2.send(
    new ReplaceNetworkAclAssociationCommand({
      AssociationId: association?.NetworkAclAssociationId ?? assert.fail(),
      NetworkAclId: NetworkAcl?.NetworkAclId ?? "",
    }),
  );
  const tight = await subnetIn(vpcId, "10.20.201.0/28");
  await ec2.send(
    new AssociateRouteTableCommand({ SubnetId: tight, RouteTableId: ids["routeTable.ml-prod-private"] }),
  );
  const mute = await groupIn(vpcId, "mute");
  await ec2.send(
    new RevokeSecurityGroupEgressCommand({
      GroupId: mute,
      IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
    }),
  );
  const efa = await groupIn(vpcId, "efa");
  const itself = {
    GroupId: efa,
    IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: efa }] }],
  };
  await ec2.send(new AuthorizeSecurityGroupIngressCommand(itself));
  await ec2.send(new AuthorizeSecurityGroupEgressCommand(itself));
  return {
    subnets: {
      dedicated: await subnetIn(dedicated, "10.81.0.0/24"),
      dhcp: await subnetIn(dhcp, "10.82.0.0/24"),
      filtered,
      tight,
    },
    groups: { dedicated: await groupIn(dedicated, "jobs"), dhcp: await groupIn(dhcp, "jobs"), mute, efa },
  };
}
