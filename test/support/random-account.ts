import { account, prefixListOfS3, type AccountContents } from "./account-facts.js";
import type { randomFrom } from "./random.js";

type Members = Readonly<Record<string, unknown>>;

/** Up to three VPCs, in which many things can be as they should not be, and some keys. */
export function randomAccount({ below, chance, pick }: ReturnType<typeof randomFrom>): AccountContents {
  const vpcIds = ["vpc-1", "vpc-2", "vpc-3"].slice(0, 1 + below(3));
  const everywhere = "0.0.0.0/0";
  const zones = ["1", "2", "3"];
  const some = <T>(most: number, make: (index: number) => T): readonly T[] =>
    Array.from({ length: 1 + below(most) }, (_, index) => make(index));

  const subnets = vpcIds.flatMap((VpcId) =>
    some(4, (index) => {
      const zone = pick(zones);
      return {
        SubnetId: `subnet-${VpcId}-${index}`,
        VpcId,
        AvailabilityZone: `us-east-1${"abc"[Number(zone) - 1] ?? ""}`,
        AvailabilityZoneId: `use1-az${zone}`,
        AvailableIpAddressCount: pick([0, 3, 9, 200]),
        State: chance(0.95) ? "available" : "pending",
        OwnerId: chance(0.9) ? account : "444455556666",
      };
    }),
  );
  const route = (VpcId: string): Members =>
    pick([
      { DestinationCidrBlock: everywhere, GatewayId: "igw-1", State: "active" },
      { DestinationCidrBlock: everywhere, NatGatewayId: `nat-${VpcId}`, State: "active" },
      { DestinationCidrBlock: everywhere, NatGatewayId: `nat-${VpcId}`, State: "blackhole" },
      { DestinationPrefixListId: prefixListOfS3.PrefixListId, GatewayId: `vpce-${VpcId}`, State: "active" },
      { DestinationPrefixListId: prefixListOfS3.PrefixListId, GatewayId: `vpce-${VpcId}`, State: "active" },
    ]);
  const routes = (VpcId: string) => [
    { DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", State: "active" },
    ...Array.from({ length: below(3) }, () => route(VpcId)),
  ];
  const group = (VpcId: string, index: number): Members => {
    const GroupId = `sg-${VpcId}-${index}`;
    const self = { IpProtocol: pick(["-1", "-1", "tcp"]), UserIdGroupPairs: [{ GroupId }], IpRanges: [] };
    const egress = pick<readonly Members[]>([
      [{ IpProtocol: "-1", IpRanges: [{ CidrIp: everywhere }], UserIdGroupPairs: [] }],
      [{ IpProtocol: "-1", IpRanges: [{ CidrIp: everywhere }], UserIdGroupPairs: [{ GroupId }] }],
      [{ IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: everywhere }] }],
      [{ IpProtocol: "tcp", FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: everywhere }] }],
      [],
    ]);
    return {
      GroupId,
      VpcId,
      GroupName: pick(["training", "orders-db", "default", "jobs"]),
      IpPermissions: chance(0.6) ? [self] : [],
      IpPermissionsEgress: egress,
    };
  };
  const entry = (Egress: boolean): Members => ({
    RuleNumber: 100,
    Egress,
    Protocol: pick(["-1", "-1", "6"]),
    RuleAction: chance(0.85) ? "allow" : "deny",
    CidrBlock: everywhere,
  });
  return {
    Vpcs: vpcIds.map((VpcId) => ({
      VpcId,
      InstanceTenancy: chance(0.9) ? "default" : "dedicated",
      DhcpOptionsId: chance(0.9) ? "default" : "dopt-1",
    })),
    DhcpOptions: [{ DhcpOptionsId: "dopt-1", DhcpConfigurations: [{ Key: "domain-name-servers" }] }],
    Subnets: subnets,
    RouteTables: vpcIds.flatMap((VpcId) => [
      { RouteTableId: `rtb-${VpcId}`, VpcId, Associations: [{ Main: true }], Routes: routes(VpcId) },
      ...subnets
        .filter((subnet) => subnet.VpcId === VpcId && chance(0.6))
        .map(({ SubnetId }) => ({
          RouteTableId: `rtb-${SubnetId}`,
          VpcId,
          Associations: [{ Main: false, SubnetId }],
          Routes: routes(VpcId),
        })),
    ]),
    NatGateways: vpcIds.map((VpcId) => ({
      NatGatewayId: `nat-${VpcId}`,
      VpcId,
      SubnetId: subnets.find((subnet) => subnet.VpcId === VpcId)?.SubnetId,
      State: chance(0.8) ? "available" : "deleted",
      ConnectivityType: chance(0.8) ? "public" : "private",
    })),
    VpcEndpoints: vpcIds.map((VpcId) => ({
      VpcEndpointId: `vpce-${VpcId}`,
      VpcId,
      ServiceName: "com.amazonaws.us-east-1.s3",
    })),
    NetworkAcls: vpcIds.map((VpcId) => ({
      NetworkAclId: `acl-${VpcId}`,
      VpcId,
      Associations: subnets.flatMap((one) => (one.VpcId === VpcId ? [{ SubnetId: one.SubnetId }] : [])),
      Entries: [entry(true), entry(false)],
    })),
    SecurityGroups: vpcIds.flatMap((VpcId) => some(3, (index) => group(VpcId, index))),
    InstanceTypeOfferings: { "g5.xlarge": [`use1-az${pick(zones)}`] },
    Keys: some(3, (index) => ({
      KeyId: `11111111-aaaa-4bbb-8ccc-00000000000${index}`,
      KeyState: chance(0.7) ? "Enabled" : pick(["Disabled", "PendingDeletion"]),
      KeySpec: chance(0.8) ? "SYMMETRIC_DEFAULT" : "RSA_2048",
    })),
    Aliases: chance(0.5)
      ? [{ AliasName: "alias/training", TargetKeyId: "11111111-aaaa-4bbb-8ccc-000000000000" }]
      : [],
  };
}
