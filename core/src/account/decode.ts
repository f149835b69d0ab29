import type { Members } from "./members.js";
import type {
  DhcpOptions,
  Identity,
  InstanceType,
  IpPermission,
  Key,
  KeyAlias,
  NatGateway,
  NetworkAcl,
  NetworkAclEntry,
  PrefixList,
  Route,
  RouteTable,
  SecurityGroup,
  SecurityGroupVpc,
  Subnet,
  Tags,
  Vpc,
  VpcEndpoint,
} from "./resources.js";

/** From the API's objects, as the reads table cuts them, to the account's things. */
export type Decode<T> = (members: Members) => T;

export const toIdentity: Decode<Identity> = (of) => ({
  account: of.string("Account"),
  arn: of.string("Arn"),
});

export const toSubnet: Decode<Subnet> = (of) => ({
  subnetId: of.string("SubnetId"),
  vpcId: of.string("VpcId"),
  availabilityZone: of.string("AvailabilityZone"),
  ...of.optionalString("AvailabilityZoneId", "availabilityZoneId"),
  availableIpAddressCount: of.number("AvailableIpAddressCount"),
  ...of.optionalString("CidrBlock", "cidrBlock"),
  ...of.optionalString("OwnerId", "ownerId"),
  mapPublicIpOnLaunch: of.flag("MapPublicIpOnLaunch"),
  ...of.optionalString("OutpostArn", "outpostArn"),
  ...(of.flag("Ipv6Native") ? { ipv6Native: true as const } : {}),
  state: of.string("State"),
  tags: tagsOf(of),
});

export const toSecurityGroup: Decode<SecurityGroup> = (of) => ({
  groupId: of.string("GroupId"),
  groupName: of.string("GroupName"),
  vpcId: of.string("VpcId"),
  ...of.optionalString("Description", "description"),
  ...of.optionalString("OwnerId", "ownerId"),
  ingress: of.each("IpPermissions", toIpPermission),
  egress: of.each("IpPermissionsEgress", toIpPermission),
  tags: tagsOf(of),
});

const toIpPermission: Decode<IpPermission> = (of) => ({
  ipProtocol: of.string("IpProtocol"),
  ...of.optionalNumber("FromPort", "fromPort"),
  ...of.optionalNumber("ToPort", "toPort"),
  cidrs: of.each("IpRanges", (range) => range.string("CidrIp")),
  ipv6Cidrs: of.each("Ipv6Ranges", (range) => range.string("CidrIpv6")),
  prefixListIds: of.each("PrefixListIds", (list) => list.string("PrefixListId")),
  groupIds: of.each("UserIdGroupPairs", (pair) => (pair.has("GroupId") ? pair.string("GroupId") : "")),
});

export const toSecurityGroupVpc: Decode<SecurityGroupVpc> = (of) => ({
  groupId: of.string("GroupId"),
  vpcId: of.string("VpcId"),
  state: of.string("State"),
});

/** From `KeyMetadata`, or from the entry of the list of aliases by which an AWS managed key is known. */
export const toKey: Decode<Key> = (of) => (of.has("AliasArn") ? toManagedKey(of) : toDescribedKey(of));

const toDescribedKey: Decode<Key> = (of) => {
  const regions = of.inner("MultiRegionConfiguration");
  const type = regions.has("MultiRegionKeyType") ? regions.string("MultiRegionKeyType") : undefined;
  const primary = regions.inner("PrimaryKey");
  return {
    keyId: of.string("KeyId"),
    arn: of.string("Arn"),
    accountId: of.string("AWSAccountId"),
    enabled: of.flag("Enabled"),
    keyState: of.string("KeyState"),
    keySpec: of.string("KeySpec"),
    keyUsage: of.string("KeyUsage"),
    keyManager: of.string("KeyManager") === "AWS" ? "AWS" : "CUSTOMER",
    multiRegion: of.flag("MultiRegion"),
    ...(type === "PRIMARY" || type === "REPLICA" ? { multiRegionKeyType: type } : {}),
    regions: [
      ...(primary.has("Region") ? [primary.string("Region")] : []),
      ...regions.each("ReplicaKeys", (replica) => replica.string("Region")),
    ],
    ...of.optionalString("Origin", "origin"),
    ...of.optionalString("DeletionDate", "deletionDate"),
    ...of.optionalString("Description", "description"),
  };
};

/**
 * Customers cannot disable, delete or choose the kind of an AWS managed key.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
 */
const toManagedKey: Decode<Key> = (of) => {
  const { aliasArn, targetKeyId } = toKeyAlias(of);
  return {
    keyId: targetKeyId ?? "",
    arn: aliasArn,
    accountId: aliasArn.split(":")[4] ?? "",
    enabled: true,
    ...(targetKeyId === undefined ? {} : { keyState: "Enabled" }),
    keySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
    keyManager: "AWS",
    multiRegion: false,
    regions: [],
  };
};

export const toKeyAlias: Decode<KeyAlias> = (of) => ({
  aliasName: of.string("AliasName"),
  aliasArn: of.string("AliasArn"),
  ...of.optionalString("TargetKeyId", "targetKeyId"),
});

export const toRouteTable: Decode<RouteTable> = (of) => {
  const associations = of.each("Associations", (association) => ({
    main: association.flag("Main"),
    subnetIds: association.has("SubnetId") ? [association.string("SubnetId")] : [],
  }));
  return {
    routeTableId: of.string("RouteTableId"),
    vpcId: of.string("VpcId"),
    main: associations.some(({ main }) => main),
    subnetIds: associations.flatMap(({ subnetIds }) => subnetIds),
    routes: of.each("Routes", toRoute),
  };
};

const destinations = ["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"];
const targets = [
  "GatewayId",
  "NatGatewayId",
  "TransitGatewayId",
  "VpcPeeringConnectionId",
  "NetworkInterfaceId",
  "EgressOnlyInternetGatewayId",
  "LocalGatewayId",
  "CarrierGatewayId",
  "CoreNetworkArn",
  "OdbNetworkArn",
  "InstanceId",
];

const toRoute: Decode<Route> = (of) => ({
  destination: firstOf(of, destinations),
  target: firstOf(of, targets),
  state: of.has("State") ? of.string("State") : "active",
  propagated: of.has("Origin") && of.string("Origin") === "EnableVgwRoutePropagation",
});

export const toVpc: Decode<Vpc> = (of) => ({
  vpcId: of.string("VpcId"),
  isDefault: of.flag("IsDefault"),
  cidrBlock: of.string("CidrBlock"),
  ...of.optionalString("InstanceTenancy", "instanceTenancy"),
  ...of.optionalString("DhcpOptionsId", "dhcpOptionsId"),
  ...of.optionalString("OwnerId", "ownerId"),
  tags: tagsOf(of),
});

export const toVpcEndpoint: Decode<VpcEndpoint> = (of) => ({
  vpcEndpointId: of.string("VpcEndpointId"),
  vpcId: of.string("VpcId"),
  serviceName: of.string("ServiceName"),
  vpcEndpointType: of.string("VpcEndpointType"),
  state: of.string("State"),
  routeTableIds: of.strings("RouteTableIds"),
  subnetIds: of.strings("SubnetIds"),
  groupIds: of.each("Groups", (group) => group.string("GroupId")),
  privateDnsEnabled: of.flag("PrivateDnsEnabled"),
  ...(of.inner("DnsOptions").flag("PrivateDnsOnlyForInboundResolverEndpoint")
    ? { namesOnlyFromOutside: true as const }
    : {}),
  ...of.optionalString("PolicyDocument", "policyDocument"),
});

export const toNatGateway: Decode<NatGateway> = (of) => ({
  natGatewayId: of.string("NatGatewayId"),
  vpcId: of.string("VpcId"),
  subnetId: of.string("SubnetId"),
  state: of.string("State"),
  ...of.optionalString("ConnectivityType", "connectivityType"),
});

export const toNetworkAcl: Decode<NetworkAcl> = (of) => ({
  networkAclId: of.string("NetworkAclId"),
  vpcId: of.string("VpcId"),
  subnetIds: of.each("Associations", (association) => association.string("SubnetId")),
  entries: of.each("Entries", toNetworkAclEntry),
});

const toNetworkAclEntry: Decode<NetworkAclEntry> = (of) => {
  const ports = of.inner("PortRange");
  return {
    ruleNumber: of.number("RuleNumber"),
    egress: of.flag("Egress"),
    allow: of.string("RuleAction") === "allow",
    protocol: of.string("Protocol"),
    ...of.optionalString("CidrBlock", "cidr"),
    ...ports.optionalNumber("From", "fromPort"),
    ...ports.optionalNumber("To", "toPort"),
  };
};

/** An option without values counts as not set. */
export const toDhcpOptions: Decode<DhcpOptions> = (of) => ({
  dhcpOptionsId: of.string("DhcpOptionsId"),
  names: of
    .each("DhcpConfigurations", (option) => (option.has("Values") ? option.string("Key") : ""))
    .filter((name) => name !== ""),
  nameServers: of
    .each("DhcpConfigurations", (option) =>
      option.string("Key") === "domain-name-servers"
        ? option.each("Values", (one) => one.string("Value"))
        : [],
    )
    .flat(),
});

export const toInstanceType: Decode<InstanceType> = (of) => ({
  name: of.string("InstanceType"),
  efaSupported: of.inner("NetworkInfo").flag("EfaSupported"),
});

export const toPrefixList: Decode<PrefixList> = (of) => ({
  prefixListId: of.string("PrefixListId"),
  name: of.string("PrefixListName"),
  cidrs: of.strings("Cidrs"),
});

export const toKeyId: Decode<string> = (of) => of.string("KeyId");
export const toLocation: Decode<string> = (of) => of.string("Location");
/** The answer to a question about one attribute. */
export const toFlag: Decode<boolean> = (of) => of.flag("Value");

function firstOf(of: Members, names: readonly string[]): string {
  const name = names.find((candidate) => of.has(candidate));
  return name === undefined ? "" : of.string(name);
}

function tagsOf(of: Members): Tags {
  const tags = of.each(
    "Tags",
    (tag) => [tag.string("Key"), tag.has("Value") ? tag.string("Value") : ""] as const,
  );
  return Object.fromEntries(tags);
}
