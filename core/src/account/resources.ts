/**
 * The account's things as rules see them. Names are the AWS API's in camelCase; a member that AWS may leave out, or
 * whose absence changes nothing for a job, is optional. Decoded from facts by `inventory.ts`.
 */

export type Tags = Readonly<Record<string, string>>;

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
export interface Subnet {
  readonly subnetId: string;
  readonly vpcId: string;
  readonly availabilityZone: string;
  /** `use1-az1`: the same zone in every account, which `availabilityZone` is not. */
  readonly availabilityZoneId?: string;
  readonly availableIpAddressCount: number;
  readonly cidrBlock?: string;
  /** Another account's number: a subnet shared through RAM. */
  readonly ownerId?: string;
  readonly mapPublicIpOnLaunch: boolean;
  /** It is on an Outpost, in a building of the customer's. */
  readonly outpostArn?: string;
  /** It has IPv6 addresses only. */
  readonly ipv6Native?: true;
  readonly state: string;
  readonly tags: Tags;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
export interface SecurityGroup {
  readonly groupId: string;
  readonly groupName: string;
  readonly vpcId: string;
  readonly description?: string;
  readonly ownerId?: string;
  readonly ingress: readonly IpPermission[];
  readonly egress: readonly IpPermission[];
  readonly tags: Tags;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
export interface IpPermission {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a protocol number, or `-1` for all. */
  readonly ipProtocol: string;
  /** Absent: all ports. */
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly cidrs: readonly string[];
  readonly ipv6Cidrs: readonly string[];
  readonly prefixListIds: readonly string[];
  /** Prefix lists whose addresses are among the others here. */
  readonly listsRead?: readonly string[];
  /** Ids of the groups that the rule names; the group's own id: self-referencing. */
  readonly groupIds: readonly string[];
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupVpcAssociation.html */
export interface SecurityGroupVpc {
  readonly groupId: string;
  readonly vpcId: string;
  /** `associated` is the one that works. */
  readonly state: string;
}

export type KeyState =
  | "Creating"
  | "Enabled"
  | "Disabled"
  | "PendingDeletion"
  | "PendingImport"
  | "PendingReplicaDeletion"
  | "Unavailable"
  | "Updating";

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html */
export interface Key {
  readonly keyId: string;
  readonly arn: string;
  readonly accountId: string;
  readonly enabled: boolean;
  /** AWS may add states; absent for an AWS managed key that no service has used yet. */
  readonly keyState?: KeyState | (string & {});
  /** `SYMMETRIC_DEFAULT`, `RSA_2048` … */
  readonly keySpec: string;
  /** `ENCRYPT_DECRYPT`, `SIGN_VERIFY` … */
  readonly keyUsage: string;
  readonly keyManager: "AWS" | "CUSTOMER";
  readonly multiRegion: boolean;
  readonly multiRegionKeyType?: "PRIMARY" | "REPLICA";
  /** Regions of a multi-Region key: the primary's and the replicas'. */
  readonly regions: readonly string[];
  readonly origin?: string;
  /** ISO 8601; set while `PendingDeletion`. */
  readonly deletionDate?: string;
  readonly description?: string;
}

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_AliasListEntry.html */
export interface KeyAlias {
  /** `alias/sagemaker-training` */
  readonly aliasName: string;
  readonly aliasArn: string;
  /** Absent: an alias that AWS reserved for a service and that has no key yet. */
  readonly targetKeyId?: string;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html */
export interface RouteTable {
  readonly routeTableId: string;
  readonly vpcId: string;
  /** The VPC's main table: it holds for the subnets that no table names. */
  readonly main: boolean;
  readonly subnetIds: readonly string[];
  readonly routes: readonly Route[];
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html */
export interface Route {
  /** An IPv4 or IPv6 CIDR, or a prefix list's id. */
  readonly destination: string;
  /** `igw-…`, `nat-…`, `vpce-…`, `tgw-…`, `eni-…`, `local` … */
  readonly target: string;
  readonly state: "active" | "blackhole" | (string & {});
  /** A virtual private gateway made it: of equally specific routes it is the last. */
  readonly propagated: boolean;
  /** It is one of the addresses of a prefix list that the table names. */
  readonly ofList?: string;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html */
export interface Vpc {
  readonly vpcId: string;
  readonly isDefault: boolean;
  readonly cidrBlock: string;
  /** `default` or `dedicated`. */
  readonly instanceTenancy?: string;
  /** `default` where the VPC has no options of its own. */
  readonly dhcpOptionsId?: string;
  readonly ownerId?: string;
  readonly tags: Tags;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
export interface VpcEndpoint {
  readonly vpcEndpointId: string;
  readonly vpcId: string;
  /** `com.amazonaws.us-east-1.s3` */
  readonly serviceName: string;
  readonly vpcEndpointType: "Gateway" | "Interface" | (string & {});
  readonly state: string;
  readonly routeTableIds: readonly string[];
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly privateDnsEnabled: boolean;
  /** Its private names are for resolvers outside the VPC; what is in it takes the gateway endpoint. */
  readonly namesOnlyFromOutside?: true;
  /** JSON text. */
  readonly policyDocument?: string;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html */
export interface NatGateway {
  readonly natGatewayId: string;
  readonly vpcId: string;
  readonly subnetId: string;
  /** `available` is the one that works. */
  readonly state: string;
  /** `private`: it gives no way to the internet. Absent counts as public, which is what AWS made before it had both. */
  readonly connectivityType?: string;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAcl.html */
export interface NetworkAcl {
  readonly networkAclId: string;
  readonly vpcId: string;
  /** Those that it holds for; every subnet has exactly one. */
  readonly subnetIds: readonly string[];
  readonly entries: readonly NetworkAclEntry[];
}

/** The entry with the lowest number that fits a packet decides. */
export interface NetworkAclEntry {
  readonly ruleNumber: number;
  readonly egress: boolean;
  readonly allow: boolean;
  /** A protocol's number: `6` is TCP, `17` UDP, `-1` all. */
  readonly protocol: string;
  /** Absent for an IPv6 entry. */
  readonly cidr?: string;
  /** Absent: all ports. */
  readonly fromPort?: number;
  readonly toPort?: number;
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DhcpOptions.html */
export interface DhcpOptions {
  readonly dhcpOptionsId: string;
  /** The names of the options that are set: `domain-name`, `domain-name-servers`. */
  readonly names: readonly string[];
  /** `AmazonProvidedDNS` is the VPC's own. */
  readonly nameServers: readonly string[];
}

/** The addresses of an AWS service in a region. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_PrefixList.html */
export interface PrefixList {
  readonly prefixListId: string;
  /** `com.amazonaws.us-east-1.s3` */
  readonly name: string;
  readonly cidrs: readonly string[];
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceTypeInfo.html */
export interface InstanceType {
  /** EC2's name: `p5.48xlarge`. */
  readonly name: string;
  readonly efaSupported: boolean;
}

/** The answer to `identity`. */
export interface Identity {
  /** 12 digits. */
  readonly account: string;
  readonly arn: string;
}

/** The name that people gave it, the `Name` tag; empty when there is none. */
export function nameOf({ tags }: { readonly tags: Tags }): string {
  return tags.Name ?? "";
}
