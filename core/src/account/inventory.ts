import * as decode from "./decode.js";
import type { Fact, Facts, Reading } from "./fact.js";
import { Members } from "./members.js";
import { questionKey, type Question } from "./question.js";
import { readFor } from "./reads.js";
import type {
  DhcpOptions,
  Identity,
  InstanceType,
  Key,
  KeyAlias,
  NatGateway,
  NetworkAcl,
  PrefixList,
  RouteTable,
  SecurityGroup,
  SecurityGroupVpc,
  Subnet,
  Vpc,
  VpcEndpoint,
} from "./resources.js";

/** A fact with its value typed and checked. */
export type Answer<T> =
  | { readonly state: "present"; readonly value: T; readonly read: Reading }
  | Extract<Fact, { state: "absent" | "unreadable" }>;

/** `undefined`, here and below: nobody has asked yet. */
export function subnet(facts: Facts, id: string, region: string): Answer<Subnet> | undefined {
  return answerOf(facts, { kind: "subnet", id, region }, decode.toSubnet);
}

export function securityGroup(facts: Facts, id: string, region: string): Answer<SecurityGroup> | undefined {
  return answerOf(facts, { kind: "securityGroup", id, region }, decode.toSecurityGroup);
}

/** The VPCs that a group is associated with besides its own; `present` with an empty list when there are none. */
export function securityGroupVpcs(
  facts: Facts,
  id: string,
  region: string,
): Answer<readonly SecurityGroupVpc[]> | undefined {
  return listOf(facts, { kind: "securityGroupVpcs", id, region }, decode.toSecurityGroupVpc);
}

/** @param id A key id, key ARN, alias name or alias ARN. */
export function key(facts: Facts, id: string, region: string): Answer<Key> | undefined {
  return answerOf(facts, { kind: "key", id, region }, decode.toKey);
}

export function vpc(facts: Facts, id: string, region: string): Answer<Vpc> | undefined {
  return answerOf(facts, { kind: "vpc", id, region }, decode.toVpc);
}

export function vpcRouteTables(
  facts: Facts,
  vpcId: string,
  region: string,
): Answer<readonly RouteTable[]> | undefined {
  return listOf(facts, { kind: "vpcRouteTables", id: vpcId, region }, decode.toRouteTable);
}

export function endpointsOfVpc(
  facts: Facts,
  vpcId: string,
  region: string,
): Answer<readonly VpcEndpoint[]> | undefined {
  return listOf(facts, { kind: "endpointsOfVpc", id: vpcId, region }, decode.toVpcEndpoint);
}

export function networkAcls(
  facts: Facts,
  vpcId: string,
  region: string,
): Answer<readonly NetworkAcl[]> | undefined {
  return listOf(facts, { kind: "networkAcls", id: vpcId, region }, decode.toNetworkAcl);
}

export function natGateway(facts: Facts, id: string, region: string): Answer<NatGateway> | undefined {
  return answerOf(facts, { kind: "natGateway", id, region }, decode.toNatGateway);
}

export function dhcpOptions(facts: Facts, id: string, region: string): Answer<DhcpOptions> | undefined {
  return answerOf(facts, { kind: "dhcpOptions", id, region }, decode.toDhcpOptions);
}

/** @param name `com.amazonaws.us-east-1.s3` */
export function prefixList(facts: Facts, name: string, region: string): Answer<PrefixList> | undefined {
  return answerOf(facts, { kind: "prefixList", id: name, region }, decode.toPrefixList);
}

/** The addresses, IPv4 or IPv6, of a list that somebody manages. @param id `pl-…` */
export function prefixListEntries(
  facts: Facts,
  id: string,
  region: string,
): Answer<readonly string[]> | undefined {
  return listOf(facts, { kind: "prefixListEntries", id, region }, (of) => of.string("Cidr"));
}

/** The zones, by their ids, in which EC2 offers the type. @param instanceType EC2's name: `m5.xlarge` */
export function instanceTypeZones(
  facts: Facts,
  instanceType: string,
  region: string,
): Answer<readonly string[]> | undefined {
  return listOf(facts, { kind: "instanceTypeZones", id: instanceType, region }, (of) =>
    of.string("Location"),
  );
}

/** @param name EC2's: `m5.xlarge` */
export function instanceType(facts: Facts, name: string, region: string): Answer<InstanceType> | undefined {
  return answerOf(facts, { kind: "instanceType", id: name, region }, decode.toInstanceType);
}

/** Whether the names of interface endpoints mean their private addresses in the VPC: it needs both. */
export function vpcDnsSupport(facts: Facts, vpcId: string, region: string): Answer<boolean> | undefined {
  return answerOf(facts, { kind: "vpcDnsSupport", id: vpcId, region }, decode.toFlag);
}

export function vpcDnsHostnames(facts: Facts, vpcId: string, region: string): Answer<boolean> | undefined {
  return answerOf(facts, { kind: "vpcDnsHostnames", id: vpcId, region }, decode.toFlag);
}

export function identity(facts: Facts, region: string): Answer<Identity> | undefined {
  return answerOf(facts, { kind: "identity", id: "", region }, decode.toIdentity);
}

/** What a fact says when it is the answer to `identity`, as in `AccountDescription.identity`. */
export function identityOf(fact: Fact): Answer<Identity> {
  return typed(fact, { kind: "identity", id: "", region: fact.read.region }, decode.toIdentity);
}

export function subnets(facts: Facts, region: string): Answer<readonly Subnet[]> | undefined {
  return listOf(facts, { kind: "subnets", id: "", region }, decode.toSubnet);
}

export function securityGroups(facts: Facts, region: string): Answer<readonly SecurityGroup[]> | undefined {
  return listOf(facts, { kind: "securityGroups", id: "", region }, decode.toSecurityGroup);
}

export function routeTables(facts: Facts, region: string): Answer<readonly RouteTable[]> | undefined {
  return listOf(facts, { kind: "routeTables", id: "", region }, decode.toRouteTable);
}

export function vpcs(facts: Facts, region: string): Answer<readonly Vpc[]> | undefined {
  return listOf(facts, { kind: "vpcs", id: "", region }, decode.toVpc);
}

export function vpcEndpoints(facts: Facts, region: string): Answer<readonly VpcEndpoint[]> | undefined {
  return listOf(facts, { kind: "vpcEndpoints", id: "", region }, decode.toVpcEndpoint);
}

/** The ids of the region's keys; what each is, `key` tells. */
export function keyIds(facts: Facts, region: string): Answer<readonly string[]> | undefined {
  return listOf(facts, { kind: "keys", id: "", region }, decode.toKeyId);
}

export function aliases(facts: Facts, region: string): Answer<readonly KeyAlias[]> | undefined {
  return listOf(facts, { kind: "aliases", id: "", region }, decode.toKeyAlias);
}

/** One answer with its value decoded; a value that is not as the API documents it is `unreadable`, "failed". */
export function answerOf<T>(facts: Facts, question: Question, as: decode.Decode<T>): Answer<T> | undefined {
  const fact = facts.get(questionKey(question));
  return fact && remember(fact, as, () => typed(fact, question, as));
}

/** The same for an answer that is a list. */
export function listOf<T>(
  facts: Facts,
  question: Question,
  as: decode.Decode<T>,
): Answer<readonly T[]> | undefined {
  const fact = facts.get(questionKey(question));
  if (fact?.state !== "present") return fact;
  return remember(fact, as, () => {
    const list: Fact = { ...fact, value: { [question.kind]: fact.value ?? "nothing" } };
    return typed(list, question, (of) => of.each(question.kind, as));
  });
}

/** The same for an answer that is a list of texts. */
export function textsOf(facts: Facts, question: Question): Answer<readonly string[]> | undefined {
  const fact = facts.get(questionKey(question));
  if (fact?.state !== "present") return fact;
  return remember(fact, textsOf, () => {
    const list: Fact = { ...fact, value: { [question.kind]: fact.value ?? "nothing" } };
    return typed(list, question, (of) => of.strings(question.kind));
  });
}

/** Facts do not change, and several rules look at the same one on each keystroke. */
const remembered = new WeakMap<Fact, Map<unknown, Answer<unknown>>>();

/** @param by The decoder that `make` uses: one fact may be read in two ways. */
function remember<T>(fact: Fact, by: unknown, make: () => Answer<T>): Answer<T> {
  const answers = remembered.get(fact) ?? new Map<unknown, Answer<unknown>>();
  remembered.set(fact, answers);
  const answer = answers.get(by) ?? make();
  answers.set(by, answer);
  return answer as Answer<T>;
}

function typed<T>(fact: Fact, question: Question, as: decode.Decode<T>): Answer<T> {
  if (fact.state !== "present") return fact;
  const members = new Members(fact.value);
  const value = as(members);
  const [problem] = members.problems;
  if (problem === undefined) return { state: "present", value, read: fact.read };
  const action = readFor(question)?.action ?? "";
  const detail = `The answer of ${fact.read.call} is not as expected: ${problem}.`;
  return { state: "unreadable", why: "failed", action, detail, read: fact.read };
}
