import { lives, type Read } from "./read.js";

/** EC2 takes 200 values in one filter. */
const filterBatch = 200;

const subnetMembers = [
  "SubnetId",
  "VpcId",
  "AvailabilityZone",
  "AvailabilityZoneId",
  "AvailableIpAddressCount",
  "CidrBlock",
  "OwnerId",
  "MapPublicIpOnLaunch",
  "OutpostArn",
  "Ipv6Native",
  "State",
  "Tags",
];
const securityGroupMembers = [
  "GroupId",
  "GroupName",
  "Description",
  "VpcId",
  "OwnerId",
  "IpPermissions",
  "IpPermissionsEgress",
  "Tags",
];
const ec2Pages = (size: number) => ({
  size,
  sizeParameter: "MaxResults",
  from: "NextToken",
  to: "NextToken",
});

const subnets = {
  service: "ec2",
  operation: "DescribeSubnets",
  action: "ec2:DescribeSubnets",
  items: "Subnets",
  pick: subnetMembers,
  absent: [],
  pages: ec2Pages(1000),
  life: lives.fewMinutes, // free addresses come and go
} as const;

const securityGroups = {
  service: "ec2",
  operation: "DescribeSecurityGroups",
  action: "ec2:DescribeSecurityGroups",
  items: "SecurityGroups",
  pick: securityGroupMembers,
  absent: [],
  pages: ec2Pages(1000),
  life: lives.fewMinutes,
} as const;

const routeTables = {
  service: "ec2",
  operation: "DescribeRouteTables",
  action: "ec2:DescribeRouteTables",
  items: "RouteTables",
  pick: ["RouteTableId", "VpcId", "Associations", "Routes"],
  absent: [],
  pages: ec2Pages(100),
  life: lives.quarterHour,
} as const;

const vpcs = {
  service: "ec2",
  operation: "DescribeVpcs",
  action: "ec2:DescribeVpcs",
  items: "Vpcs",
  pick: ["VpcId", "IsDefault", "CidrBlock", "InstanceTenancy", "DhcpOptionsId", "OwnerId", "Tags"],
  absent: [],
  pages: ec2Pages(1000),
  life: lives.hour,
} as const;

const vpcEndpoints = {
  service: "ec2",
  operation: "DescribeVpcEndpoints",
  action: "ec2:DescribeVpcEndpoints",
  items: "VpcEndpoints",
  pick: [
    "VpcEndpointId",
    "VpcId",
    "ServiceName",
    "VpcEndpointType",
    "State",
    "RouteTableIds",
    "SubnetIds",
    "Groups",
    "PrivateDnsEnabled",
    "DnsOptions",
    "PolicyDocument",
  ],
  absent: [],
  pages: ec2Pages(1000),
  life: lives.quarterHour,
} as const;

/** All that belongs to the VPCs with these ids: what a job's subnets share is asked once for each VPC. */
const ofVpcs = {
  by: "filter",
  filter: "vpc-id",
  batch: filterBatch,
  member: "VpcId",
  answer: "every",
} as const;

const vpcAttribute = (attribute: string) =>
  ({
    service: "ec2",
    operation: "DescribeVpcAttribute",
    action: "ec2:DescribeVpcAttribute",
    ask: { by: "parameter", parameter: "VpcId" },
    input: { Attribute: attribute },
    items: `E${attribute.slice(1)}`,
    pick: ["Value"],
    absent: ["InvalidVpcID.NotFound"],
    life: lives.hour,
  }) as const;

/** What is asked of EC2. */
export const ec2Reads: readonly Read[] = [
  {
    kind: "subnet",
    ...subnets,
    ask: { by: "filter", filter: "subnet-id", batch: filterBatch, member: "SubnetId", answer: "one" },
  },
  {
    kind: "securityGroup",
    ...securityGroups,
    ask: { by: "filter", filter: "group-id", batch: filterBatch, member: "GroupId", answer: "one" },
  },
  {
    kind: "securityGroupVpcs",
    service: "ec2",
    operation: "DescribeSecurityGroupVpcAssociations",
    action: "ec2:DescribeSecurityGroupVpcAssociations",
    ask: { by: "filter", filter: "group-id", batch: filterBatch, member: "GroupId", answer: "every" },
    items: "SecurityGroupVpcAssociations",
    pick: ["GroupId", "VpcId", "State"],
    absent: [],
    pages: ec2Pages(1000),
    life: lives.fewMinutes,
  },
  { kind: "subnets", ...subnets, ask: { by: "list" } },
  { kind: "securityGroups", ...securityGroups, ask: { by: "list" } },
  { kind: "routeTables", ...routeTables, ask: { by: "list" } },
  { kind: "vpcs", ...vpcs, ask: { by: "list" } },
  { kind: "vpcEndpoints", ...vpcEndpoints, ask: { by: "list" } },
  {
    kind: "vpc",
    ...vpcs,
    ask: { by: "filter", filter: "vpc-id", batch: filterBatch, member: "VpcId", answer: "one" },
  },
  { kind: "vpcRouteTables", ...routeTables, ask: ofVpcs },
  { kind: "endpointsOfVpc", ...vpcEndpoints, ask: ofVpcs },
  { kind: "vpcDnsSupport", ...vpcAttribute("enableDnsSupport") },
  { kind: "vpcDnsHostnames", ...vpcAttribute("enableDnsHostnames") },
  {
    kind: "networkAcls",
    service: "ec2",
    operation: "DescribeNetworkAcls",
    action: "ec2:DescribeNetworkAcls",
    ask: ofVpcs,
    items: "NetworkAcls",
    pick: ["NetworkAclId", "VpcId", "IsDefault", "Associations", "Entries"],
    absent: [],
    pages: ec2Pages(1000),
    life: lives.quarterHour,
  },
  {
    kind: "natGateway",
    service: "ec2",
    operation: "DescribeNatGateways",
    action: "ec2:DescribeNatGateways",
    ask: {
      by: "filter",
      filter: "nat-gateway-id",
      parameter: "Filter",
      batch: filterBatch,
      member: "NatGatewayId",
      answer: "one",
    },
    items: "NatGateways",
    pick: ["NatGatewayId", "VpcId", "SubnetId", "State", "ConnectivityType"],
    absent: [],
    pages: ec2Pages(1000),
    life: lives.quarterHour,
  },
  {
    kind: "dhcpOptions",
    service: "ec2",
    operation: "DescribeDhcpOptions",
    action: "ec2:DescribeDhcpOptions",
    ask: {
      by: "filter",
      filter: "dhcp-options-id",
      batch: filterBatch,
      member: "DhcpOptionsId",
      answer: "one",
    },
    items: "DhcpOptions",
    pick: ["DhcpOptionsId", "DhcpConfigurations"],
    absent: [],
    pages: ec2Pages(1000),
    life: lives.hour,
  },
  {
    // Which addresses S3 has, and the id that routes and group rules name it by.
    kind: "prefixList",
    service: "ec2",
    operation: "DescribePrefixLists",
    action: "ec2:DescribePrefixLists",
    ask: {
      by: "filter",
      filter: "prefix-list-name",
      batch: filterBatch,
      member: "PrefixListName",
      answer: "one",
    },
    items: "PrefixLists",
    pick: ["PrefixListId", "PrefixListName", "Cidrs"],
    absent: [],
    pages: ec2Pages(1000),
    life: lives.day,
  },
  {
    kind: "instanceTypeZones",
    service: "ec2",
    operation: "DescribeInstanceTypeOfferings",
    action: "ec2:DescribeInstanceTypeOfferings",
    ask: {
      by: "filter",
      filter: "instance-type",
      batch: filterBatch,
      member: "InstanceType",
      answer: "every",
    },
    input: { LocationType: "availability-zone-id" },
    items: "InstanceTypeOfferings",
    pick: ["InstanceType", "Location"],
    absent: [],
    pages: ec2Pages(1000),
    life: lives.day,
  },
  {
    kind: "instanceType",
    service: "ec2",
    operation: "DescribeInstanceTypes",
    action: "ec2:DescribeInstanceTypes",
    ask: { by: "filter", filter: "instance-type", batch: filterBatch, member: "InstanceType", answer: "one" },
    items: "InstanceTypes",
    pick: ["InstanceType", "NetworkInfo", "InstanceStorageSupported"],
    absent: [],
    pages: ec2Pages(100),
    life: lives.day,
  },
  {
    kind: "flowLogs",
    service: "ec2",
    operation: "DescribeFlowLogs",
    action: "ec2:DescribeFlowLogs",
    ask: {
      by: "filter",
      filter: "resource-id",
      parameter: "Filter",
      batch: filterBatch,
      member: "ResourceId",
      answer: "every",
    },
    items: "FlowLogs",
    pick: ["FlowLogId", "ResourceId", "FlowLogStatus", "TrafficType"],
    absent: [],
    pages: ec2Pages(1000),
    life: lives.quarterHour,
  },
  {
    // The groups of the interfaces by which a file system is reached
    kind: "networkInterface",
    service: "ec2",
    operation: "DescribeNetworkInterfaces",
    action: "ec2:DescribeNetworkInterfaces",
    ask: {
      by: "filter",
      filter: "network-interface-id",
      batch: filterBatch,
      member: "NetworkInterfaceId",
      answer: "one",
    },
    items: "NetworkInterfaces",
    pick: ["NetworkInterfaceId", "SubnetId", "VpcId", "Groups"],
    absent: [],
    pages: ec2Pages(1000),
    life: lives.quarterHour,
  },
];
