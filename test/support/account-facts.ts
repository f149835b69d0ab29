import type { Fact, Facts, Unreadable } from "../../core/src/account/fact.js";
import { idOfParts } from "../../core/src/account/id-parts.js";
import { questionKey, type Question, type QuestionKind } from "../../core/src/account/question.js";
import { readFor } from "../../core/src/account/reads.js";
import type { Environment } from "../../core/src/environment.js";

export const account = "111122223333";
export const region = "us-east-1";
const readAt = Date.UTC(2026, 10, 21, 10, 3);

type Members = Readonly<Record<string, unknown>>;

/** A made-up account, in the API's own spelling; members that a test does not care about are filled in. */
export interface AccountContents {
  /** `vpcDnsSupport` and `vpcDnsHostnames`, which AWS tells apart from the VPC, are on when they are not given. */
  readonly Vpcs?: readonly Members[];
  readonly Subnets?: readonly Members[];
  readonly SecurityGroups?: readonly Members[];
  readonly SecurityGroupVpcAssociations?: readonly Members[];
  readonly RouteTables?: readonly Members[];
  readonly VpcEndpoints?: readonly Members[];
  /** Of a VPC without one: a default that lets everything through. */
  readonly NetworkAcls?: readonly Members[];
  readonly NatGateways?: readonly Members[];
  readonly DhcpOptions?: readonly Members[];
  /** Of S3, when not given: two blocks, `pl-s3`. */
  readonly PrefixLists?: readonly Members[];
  /** Ids of zones by EC2's name of the type; types that are not given are offered in each zone. */
  readonly InstanceTypeOfferings?: Readonly<Record<string, readonly string[]>>;
  readonly InstanceTypes?: readonly Members[];
  readonly Keys?: readonly Members[];
  readonly Aliases?: readonly Members[];
}

/**
 * What AWS would answer of such an account: to each list, and to each of the ids; those that the account does not
 * have are `absent`.
 */
export function accountFacts(contents: AccountContents, absentIds: readonly string[] = []): Facts {
  const facts = new Map<string, Fact>();
  const say = (kind: QuestionKind, id: string, value: unknown) => {
    facts.set(questionKey({ kind, id, region }), {
      state: "present",
      value,
      read: readingOf({ kind, id, region }),
    });
  };
  const subnets = (contents.Subnets ?? []).map((one) => ({ ...anySubnet, ...one }));
  const groups = (contents.SecurityGroups ?? []).map((one) => ({
    ...anyGroup,
    GroupName: one.GroupId,
    ...one,
  }));
  const keys = (contents.Keys ?? []).map((one) => ({ ...anyKey, Arn: keyArn(String(one.KeyId)), ...one }));
  const aliases = (contents.Aliases ?? []).map((one) => ({
    AliasArn: `arn:aws:kms:${region}:${account}:${String(one.AliasName)}`,
    ...one,
  }));
  const associations = contents.SecurityGroupVpcAssociations ?? [];

  say("identity", "", { Account: account, Arn: `arn:aws:iam::${account}:user/tester` });
  sayCaller(say);
  const ofOrganization = { kind: "serviceControlPolicies", id: account, region } as const;
  facts.set(questionKey(ofOrganization), { state: "absent", read: readingOf(ofOrganization) });
  say(
    "vpcs",
    "",
    (contents.Vpcs ?? []).map((one) => ({ ...anyVpc, ...one })),
  );
  say("subnets", "", subnets);
  say("securityGroups", "", groups);
  const tables = (contents.RouteTables ?? []).map((one) => ({ Associations: [], Routes: [], ...one }));
  const endpoints = (contents.VpcEndpoints ?? []).map((one) => ({ ...anyEndpoint, ...one }));
  say("routeTables", "", tables);
  say("vpcEndpoints", "", endpoints);
  const vpcIds = new Set(subnets.map((one: Members) => String(one.VpcId)));
  for (const vpcId of vpcIds) {
    const of = (list: readonly Members[] = []) => list.filter((one) => one.VpcId === vpcId);
    const acls = of(contents.NetworkAcls);
    say("vpc", vpcId, { ...anyVpc, VpcId: vpcId, ...of(contents.Vpcs)[0] });
    for (const kind of ["vpcDnsSupport", "vpcDnsHostnames"] as const)
      say(kind, vpcId, { Value: of(contents.Vpcs)[0]?.[kind] ?? true });
    say("vpcRouteTables", vpcId, of(tables));
    say("endpointsOfVpc", vpcId, of(endpoints));
    say("networkAcls", vpcId, acls.length > 0 ? acls : [openAcl(vpcId, of(subnets))]);
  }
  for (const gateway of contents.NatGateways ?? [])
    say("natGateway", String(gateway.NatGatewayId), { ...anyNatGateway, ...gateway });
  for (const options of contents.DhcpOptions ?? [])
    say("dhcpOptions", String(options.DhcpOptionsId), options);
  for (const list of contents.PrefixLists ?? [prefixListOfS3])
    say("prefixList", String(list.PrefixListName), list);
  for (const name of instanceTypes) {
    const zones = contents.InstanceTypeOfferings?.[name] ?? ["use1-az1", "use1-az2", "use1-az3"];
    say(
      "instanceTypeZones",
      name,
      zones.map((Location) => ({ InstanceType: name, Location })),
    );
    say("instanceType", name, { InstanceType: name, NetworkInfo: { EfaSupported: /^p[45]/.test(name) } });
  }
  say(
    "keys",
    "",
    keys.map(({ KeyId, Arn }: Members) => ({ KeyId, KeyArn: Arn })),
  );
  say("aliases", "", aliases);
  for (const subnet of subnets as Members[]) say("subnet", String(subnet.SubnetId), subnet);
  for (const group of groups as Members[]) {
    const id = String(group.GroupId);
    say("securityGroup", id, group);
    say(
      "securityGroupVpcs",
      id,
      associations.filter((one) => one.GroupId === id),
    );
  }
  for (const key of keys as Members[]) {
    say("key", String(key.KeyId), key);
    say("key", String(key.Arn), key);
    for (const alias of aliases as Members[]) {
      if (alias.TargetKeyId === key.KeyId) say("key", String(alias.AliasName), key);
    }
  }
  for (const id of absentIds) {
    const kind = id.startsWith("subnet-") ? "subnet" : id.startsWith("sg-") ? "securityGroup" : "key";
    facts.set(questionKey({ kind, id, region }), { state: "absent", read: readingOf({ kind, id, region }) });
  }
  return facts;
}

/** The caller's policies: one that allows everything. */
function sayCaller(say: (kind: QuestionKind, id: string, value: unknown) => void): void {
  const statement = { Effect: "Allow", Action: "*", Resource: "*" };
  const document = { Version: "2012-10-17", Statement: [statement] };
  say("user", "tester", { UserName: "tester", Path: "/", Arn: `arn:aws:iam::${account}:user/tester` });
  say("userPolicyNames", "tester", ["everything"]);
  say("userPolicy", idOfParts({ UserName: "tester", PolicyName: "everything" }), {
    PolicyName: "everything",
    PolicyDocument: encodeURIComponent(JSON.stringify(document)),
  });
  say("attachedUserPolicies", "tester", []);
  say("groupsOfUser", "tester", []);
}

export function environmentOf(facts: Facts, online = true): Environment {
  return { region, facts, online };
}

/** AWS would not say. */
export function unreadable(question: Question, why: Unreadable): Fact {
  const action = readFor(question)?.action ?? "";
  return {
    state: "unreadable",
    why,
    action,
    detail: `not authorized to perform ${action}`,
    read: readingOf(question),
  };
}

export function keyArn(keyId: string): string {
  return `arn:aws:kms:${region}:${account}:key/${keyId}`;
}

function readingOf(question: Question) {
  const read = readFor(question);
  return { call: `${read?.service ?? ""}:${read?.operation ?? ""}`, account, region, readAt };
}

/** Those that the tests' jobs have. */
const instanceTypes = [
  "m5.large",
  "m5.xlarge",
  "c5.xlarge",
  "g5.xlarge",
  "g5.2xlarge",
  "p3.2xlarge",
  "p4d.24xlarge",
  "p5.48xlarge",
];

export const prefixListOfS3 = {
  PrefixListId: "pl-s3",
  PrefixListName: `com.amazonaws.${region}.s3`,
  Cidrs: ["52.216.0.0/15", "3.5.0.0/19"],
};

function openAcl(vpcId: string, subnets: readonly Members[]): Members {
  const entry = (Egress: boolean) => ({
    RuleNumber: 100,
    Egress,
    Protocol: "-1",
    RuleAction: "allow",
    CidrBlock: "0.0.0.0/0",
  });
  return {
    NetworkAclId: `acl-${vpcId}`,
    VpcId: vpcId,
    Associations: subnets.map(({ SubnetId }) => ({ SubnetId })),
    Entries: [entry(true), entry(false)],
  };
}

const anyNatGateway = { State: "available", ConnectivityType: "public" };
const anyVpc = {
  IsDefault: false,
  InstanceTenancy: "default",
  DhcpOptionsId: "default",
  CidrBlock: "10.0.0.0/16",
  OwnerId: account,
  Tags: [],
};
const anySubnet = {
  AvailabilityZone: "us-east-1a",
  AvailabilityZoneId: "use1-az1",
  AvailableIpAddressCount: 200,
  CidrBlock: "10.0.1.0/24",
  OwnerId: account,
  MapPublicIpOnLaunch: false,
  State: "available",
  Tags: [],
};
const anyGroup = {
  Description: "",
  OwnerId: account,
  IpPermissions: [],
  IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }], UserIdGroupPairs: [] }],
  Tags: [],
};
const anyEndpoint = {
  VpcEndpointType: "Gateway",
  State: "available",
  RouteTableIds: [],
  SubnetIds: [],
  Groups: [],
  PrivateDnsEnabled: false,
};
const anyKey = {
  AWSAccountId: account,
  Enabled: true,
  KeyState: "Enabled",
  KeySpec: "SYMMETRIC_DEFAULT",
  KeyUsage: "ENCRYPT_DECRYPT",
  KeyManager: "CUSTOMER",
  MultiRegion: false,
};
