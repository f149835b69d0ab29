import type { Fact, Facts, Unreadable } from "../../core/src/account/fact.js";
import { questionKey, type Question, type QuestionKind } from "../../core/src/account/question.js";
import { readFor } from "../../core/src/account/reads.js";
import type { Environment } from "../../core/src/environment.js";

export const account = "111122223333";
export const region = "us-east-1";
const readAt = Date.UTC(2026, 10, 21, 10, 3);

type Members = Readonly<Record<string, unknown>>;

/** A made-up account, in the API's own spelling; members that a test does not care about are filled in. */
export interface AccountContents {
  readonly Vpcs?: readonly Members[];
  readonly Subnets?: readonly Members[];
  readonly SecurityGroups?: readonly Members[];
  readonly SecurityGroupVpcAssociations?: readonly Members[];
  readonly RouteTables?: readonly Members[];
  readonly VpcEndpoints?: readonly Members[];
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
  say(
    "vpcs",
    "",
    (contents.Vpcs ?? []).map((one) => ({ ...anyVpc, ...one })),
  );
  say("subnets", "", subnets);
  say("securityGroups", "", groups);
  say(
    "routeTables",
    "",
    (contents.RouteTables ?? []).map((one) => ({ Associations: [], Routes: [], ...one })),
  );
  say(
    "vpcEndpoints",
    "",
    (contents.VpcEndpoints ?? []).map((one) => ({ ...anyEndpoint, ...one })),
  );
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

const anyVpc = { IsDefault: false, CidrBlock: "10.0.0.0/16", OwnerId: account, Tags: [] };
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
