import type { AccountContents } from "./account-facts.js";
import { prefixListOfS3 } from "./account-facts.js";

const everywhere = "0.0.0.0/0";
const toGateway = { DestinationCidrBlock: everywhere, GatewayId: "igw-1", State: "active" };
const toNat = { DestinationCidrBlock: everywhere, NatGatewayId: "nat-1", State: "active" };
const toS3 = {
  DestinationPrefixListId: prefixListOfS3.PrefixListId,
  GatewayId: "vpce-s3",
  State: "active",
};
const table = (name: string, ...routes: readonly object[]) => ({
  RouteTableId: `rtb-${name}`,
  VpcId: "vpc-net",
  Associations: [{ Main: false, SubnetId: `subnet-${name}` }],
  Routes: [{ DestinationCidrBlock: "10.0.0.0/16", GatewayId: "local", State: "active" }, ...routes],
});
const subnet = (name: string, more: object = {}) => ({
  SubnetId: `subnet-${name}`,
  VpcId: "vpc-net",
  ...more,
});
const entry = (Egress: boolean, RuleAction: "allow" | "deny", more: object = {}) => ({
  RuleNumber: 100,
  Egress,
  Protocol: "-1",
  RuleAction,
  CidrBlock: everywhere,
  ...more,
});
const acl = (name: string, subnets: readonly string[], ...entries: readonly object[]) => ({
  NetworkAclId: `acl-${name}`,
  VpcId: "vpc-net",
  Associations: subnets.map((SubnetId) => ({ SubnetId })),
  Entries: entries,
});
const open = [entry(true, "allow"), entry(false, "allow")];

/**
 * vpc-net has subnets named after what is wrong with them, each with a route table of its own (`rtb-NAME`), and
 * groups likewise; subnet-nat and subnet-endpoint are in order. subnet-dedicated and subnet-dhcp are each in a VPC
 * that is wrong as a whole.
 */
export const troubledVpcs: AccountContents = {
  Vpcs: [
    { VpcId: "vpc-net" },
    { VpcId: "vpc-dedicated", InstanceTenancy: "dedicated" },
    { VpcId: "vpc-dhcp", DhcpOptionsId: "dopt-1" },
    { VpcId: "vpc-nameless", vpcDnsSupport: false },
    { VpcId: "vpc-own-names", vpcDnsSupport: false, DhcpOptionsId: "dopt-2" },
    { VpcId: "vpc-hostless", vpcDnsHostnames: false },
  ],
  DhcpOptions: [
    {
      DhcpOptionsId: "dopt-2",
      DhcpConfigurations: [
        { Key: "domain-name", Values: [{ Value: "corp.example" }] },
        { Key: "domain-name-servers", Values: [{ Value: "10.0.0.53" }] },
      ],
    },
    {
      DhcpOptionsId: "dopt-1",
      DhcpConfigurations: [{ Key: "domain-name-servers", Values: [{ Value: "AmazonProvidedDNS" }] }],
    },
  ],
  Subnets: [
    subnet("nat"),
    subnet("endpoint"),
    subnet("island"),
    subnet("public"),
    subnet("public-endpoint"),
    subnet("blackhole"),
    subnet("nat-deleted"),
    subnet("nat-private"),
    subnet("nat-inside"),
    subnet("transit"),
    subnet("endpoint-gone"),
    subnet("half"),
    subnet("acl-out", { CidrBlock: "10.0.7.0/24" }),
    subnet("acl-in"),
    subnet("acl-some"),
    subnet("tight", { AvailableIpAddressCount: 3 }),
    subnet("zone-4", { AvailabilityZone: "us-east-1e", AvailabilityZoneId: "use1-az4" }),
    subnet("outpost", { OutpostArn: "arn:aws:outposts:us-east-1:111122223333:outpost/op-1" }),
    subnet("local-zone", { AvailabilityZone: "us-east-1-bos-1a", AvailabilityZoneId: "use1-bos1-az1" }),
    subnet("ipv6", { Ipv6Native: true }),
    subnet("shared", { OwnerId: "444455556666" }),
    subnet("shared-island", { OwnerId: "444455556666" }),
    { SubnetId: "subnet-dedicated", VpcId: "vpc-dedicated" },
    { SubnetId: "subnet-dhcp", VpcId: "vpc-dhcp" },
    ...["nameless", "own-names", "hostless"].map((name) => ({
      SubnetId: `subnet-${name}`,
      VpcId: `vpc-${name}`,
    })),
  ],
  RouteTables: [
    { RouteTableId: "rtb-main", VpcId: "vpc-net", Associations: [{ Main: true }], Routes: [toNat] },
    table("island"),
    table("endpoint", toS3),
    table("public", toGateway),
    table("public-endpoint", toGateway, toS3),
    table("blackhole", { ...toNat, State: "blackhole" }),
    table("nat-deleted", { ...toNat, NatGatewayId: "nat-deleted" }),
    table("nat-private", { ...toNat, NatGatewayId: "nat-private" }),
    table("nat-inside", { ...toNat, NatGatewayId: "nat-inside" }),
    table("transit", { DestinationCidrBlock: everywhere, TransitGatewayId: "tgw-1", State: "active" }),
    table("endpoint-gone", { ...toS3, State: "blackhole" }, toNat),
    table("half", { DestinationCidrBlock: "52.216.0.0/16", NatGatewayId: "nat-1", State: "active" }),
    table("shared-island"),
    table("shared", { ...toNat, NatGatewayId: "nat-of-the-owner" }),
    ...["vpc-dedicated", "vpc-dhcp", "vpc-nameless", "vpc-own-names", "vpc-hostless"].map((VpcId) => ({
      RouteTableId: `rtb-${VpcId}`,
      VpcId,
      Associations: [{ Main: true }],
      Routes: [{ ...toS3, GatewayId: `vpce-${VpcId}` }],
    })),
  ],
  NatGateways: [
    { NatGatewayId: "nat-1", VpcId: "vpc-net", SubnetId: "subnet-public" },
    { NatGatewayId: "nat-deleted", VpcId: "vpc-net", SubnetId: "subnet-public", State: "deleted" },
    { NatGatewayId: "nat-private", VpcId: "vpc-net", SubnetId: "subnet-public", ConnectivityType: "private" },
    { NatGatewayId: "nat-inside", VpcId: "vpc-net", SubnetId: "subnet-island" },
  ],
  VpcEndpoints: [
    ...["vpc-net", "vpc-dedicated", "vpc-dhcp", "vpc-nameless", "vpc-own-names"].map((VpcId) => ({
      VpcEndpointId: VpcId === "vpc-net" ? "vpce-s3" : `vpce-${VpcId}`,
      VpcId,
      ServiceName: "com.amazonaws.us-east-1.s3",
    })),
    {
      VpcEndpointId: "vpce-hostless",
      VpcId: "vpc-hostless",
      ServiceName: "com.amazonaws.us-east-1.s3",
      VpcEndpointType: "Interface",
      PrivateDnsEnabled: true,
    },
  ],
  NetworkAcls: [
    acl("out", ["subnet-acl-out"], entry(true, "deny"), entry(false, "allow")),
    acl(
      "in",
      ["subnet-acl-in"],
      entry(true, "allow"),
      entry(false, "allow", { Protocol: "6", PortRange: { From: 443, To: 443 } }),
    ),
    acl(
      "some",
      ["subnet-acl-some"],
      entry(true, "allow", { CidrBlock: "52.216.0.0/16" }),
      entry(false, "allow"),
    ),
    acl(
      "open",
      [
        "nat",
        "endpoint",
        "island",
        "public",
        "public-endpoint",
        "blackhole",
        "nat-deleted",
        "nat-private",
        "nat-inside",
        "transit",
        "endpoint-gone",
        "half",
        "tight",
        "zone-4",
        "outpost",
        "local-zone",
        "ipv6",
        "shared",
        "shared-island",
      ].map((name) => `subnet-${name}`),
      ...open,
    ),
  ],
  SecurityGroups: [
    {
      GroupId: "sg-ok",
      VpcId: "vpc-net",
      IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-ok" }] }],
    },
    { GroupId: "sg-alone", VpcId: "vpc-net" },
    {
      GroupId: "sg-tcp",
      VpcId: "vpc-net",
      IpPermissions: [
        { IpProtocol: "tcp", FromPort: 0, ToPort: 65535, UserIdGroupPairs: [{ GroupId: "sg-tcp" }] },
      ],
    },
    {
      GroupId: "sg-efa",
      VpcId: "vpc-net",
      IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-efa" }] }],
      IpPermissionsEgress: [
        { IpProtocol: "-1", IpRanges: [{ CidrIp: everywhere }], UserIdGroupPairs: [{ GroupId: "sg-efa" }] },
      ],
    },
    {
      GroupId: "sg-shut",
      VpcId: "vpc-net",
      IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-shut" }] }],
      IpPermissionsEgress: [],
    },
    {
      GroupId: "sg-in-and-list",
      VpcId: "vpc-net",
      IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-in-and-list" }] }],
      IpPermissionsEgress: [{ IpProtocol: "-1", PrefixListIds: [{ PrefixListId: "pl-own" }] }],
    },
    { GroupId: "sg-mute", VpcId: "vpc-net", IpPermissionsEgress: [] },
    {
      GroupId: "sg-s3",
      VpcId: "vpc-net",
      IpPermissionsEgress: [
        { IpProtocol: "tcp", FromPort: 443, ToPort: 443, PrefixListIds: [{ PrefixListId: "pl-s3" }] },
      ],
    },
    {
      GroupId: "sg-list",
      VpcId: "vpc-net",
      IpPermissionsEgress: [{ IpProtocol: "-1", PrefixListIds: [{ PrefixListId: "pl-own" }] }],
    },
    {
      GroupId: "sg-inside",
      VpcId: "vpc-net",
      IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "10.0.0.0/8" }] }],
    },
    { GroupId: "sg-dedicated", VpcId: "vpc-dedicated" },
    { GroupId: "sg-dhcp", VpcId: "vpc-dhcp" },
    ...["nameless", "own-names", "hostless"].map((name) => ({
      GroupId: `sg-${name}`,
      VpcId: `vpc-${name}`,
    })),
  ],
  InstanceTypeOfferings: {
    "p5.48xlarge": ["use1-az1", "use1-az2"],
    "p4d.24xlarge": ["use1-az1"],
    "p3.2xlarge": [],
  },
};
