import type { AccountContents } from "./account-facts.js";

/**
 * vpc-a, "ml-prod": subnet-a1 and subnet-a2 are private, in two zones, with NAT and an S3 endpoint; subnet-pub is
 * public; groups sg-train (self-referencing), sg-db, sg-default-a. vpc-b, "ml-dev": subnet-b, no way to S3, sg-b.
 * Keys: one for each state that matters.
 */
export const twoVpcs: AccountContents = {
  Vpcs: [
    { VpcId: "vpc-a", Tags: [{ Key: "Name", Value: "ml-prod" }] },
    { VpcId: "vpc-b", Tags: [{ Key: "Name", Value: "ml-dev" }] },
  ],
  Subnets: [
    { SubnetId: "subnet-a1", VpcId: "vpc-a", AvailabilityZone: "us-east-1a" },
    { SubnetId: "subnet-a2", VpcId: "vpc-a", AvailabilityZone: "us-east-1b" },
    { SubnetId: "subnet-pub", VpcId: "vpc-a", AvailabilityZone: "us-east-1c", MapPublicIpOnLaunch: true },
    { SubnetId: "subnet-b", VpcId: "vpc-b", AvailabilityZone: "us-east-1a" },
  ],
  SecurityGroups: [
    { GroupId: "sg-default-a", GroupName: "default", VpcId: "vpc-a" },
    { GroupId: "sg-db", GroupName: "orders-db", VpcId: "vpc-a" },
    {
      GroupId: "sg-train",
      GroupName: "training",
      VpcId: "vpc-a",
      IpPermissions: [{ IpProtocol: "-1", IpRanges: [], UserIdGroupPairs: [{ GroupId: "sg-train" }] }],
    },
    { GroupId: "sg-b", GroupName: "dev", VpcId: "vpc-b" },
  ],
  RouteTables: [
    {
      RouteTableId: "rtb-private",
      VpcId: "vpc-a",
      Associations: [{ Main: true }],
      Routes: [
        { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", State: "active" },
        { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1", State: "active" },
      ],
    },
    {
      RouteTableId: "rtb-public",
      VpcId: "vpc-a",
      Associations: [{ Main: false, SubnetId: "subnet-pub" }],
      Routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1", State: "active" }],
    },
    { RouteTableId: "rtb-b", VpcId: "vpc-b", Associations: [{ Main: true }], Routes: [] },
  ],
  VpcEndpoints: [
    {
      VpcEndpointId: "vpce-s3",
      VpcId: "vpc-a",
      ServiceName: "com.amazonaws.us-east-1.s3",
      RouteTableIds: ["rtb-private"],
    },
  ],
  NatGateways: [{ NatGatewayId: "nat-1", VpcId: "vpc-a", SubnetId: "subnet-pub" }],
  Keys: [
    { KeyId: "11111111-aaaa-4bbb-8ccc-000000000001" },
    {
      KeyId: "11111111-aaaa-4bbb-8ccc-000000000002",
      KeyState: "PendingDeletion",
      DeletionDate: "2026-12-01T00:00:00Z",
    },
    { KeyId: "11111111-aaaa-4bbb-8ccc-000000000003", KeyState: "Disabled", Enabled: false },
    { KeyId: "11111111-aaaa-4bbb-8ccc-000000000004", KeySpec: "RSA_2048" },
    { KeyId: "11111111-aaaa-4bbb-8ccc-000000000005", KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" },
    { KeyId: "11111111-aaaa-4bbb-8ccc-000000000006", KeyState: "Updating" },
    { KeyId: "11111111-aaaa-4bbb-8ccc-000000000007", KeyManager: "AWS" },
  ],
  Aliases: [{ AliasName: "alias/ml-volume", TargetKeyId: "11111111-aaaa-4bbb-8ccc-000000000001" }],
};
