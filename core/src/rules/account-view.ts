import * as inventory from "../account/inventory.js";
import * as resources from "../account/inventory-job-resources.js";
import * as places from "../account/inventory-places.js";
import type { NotebookInstance } from "../account/inventory-places.js";
import type { Answer } from "../account/inventory.js";
import type { Facts, Reading } from "../account/fact.js";
import type { KeyGrant, Role } from "../account/iam-resources.js";
import * as iam from "../account/inventory-iam.js";
import type {
  Bucket,
  BucketEncryption,
  ContainerImage,
  FlowLog,
  FsxFileSystem,
  ImageRepository,
  Model,
  MountTarget,
  NetworkInterface,
  Quota,
} from "../account/job-resources.js";
import type { RepositoryName } from "../account/image-ids.js";
import { questionKey, type Question, type QuestionKind } from "../account/question.js";
import type {
  DhcpOptions,
  InstanceType,
  Key,
  NatGateway,
  NetworkAcl,
  PrefixList,
  RouteTable,
  SecurityGroup,
  Subnet,
  Vpc,
  VpcEndpoint,
} from "../account/resources.js";
import {
  policiesOfCaller,
  policiesOfRole,
  policyOfBucket,
  policyOfKey,
  policyOfRepository,
  type FactSource,
} from "../iam/gather-policies.js";
import { simulated, type Simulated } from "../iam/simulation.js";
import type { CallerPolicies, OwnPolicies, PolicyLayer, PolicySource } from "../iam/policies.js";
import { readKeyReference } from "./key-reference.js";
import { nameOfS3 } from "./s3-addresses.js";
import { groupWithEntries, tableWithEntries, type EntriesOf } from "../network/prefix-lists.js";

/**
 * The account as rules see it. `undefined`: AWS said that it does not exist in the account and region. Only ids of the
 * request can be looked up; what could not be read never reaches a rule.
 */
export interface AccountView {
  /** Where the ids were looked up, for a message: "account 111122223333, us-east-1". */
  readonly place: string;
  /** The account that was asked, 12 digits; empty: not known. */
  readonly account: string;
  subnet(id: string): Subnet | undefined;
  securityGroup(id: string): SecurityGroup | undefined;
  /** The VPCs that the group may be used in besides its own. */
  securityGroupVpcs(id: string): readonly string[];
  key(id: string): Key | undefined;
  vpc(id: string): Vpc | undefined;
  /** The VPC's, all of them. */
  routeTables(vpcId: string): readonly RouteTable[];
  endpoints(vpcId: string): readonly VpcEndpoint[];
  networkAcls(vpcId: string): readonly NetworkAcl[];
  natGateway(id: string): NatGateway | undefined;
  /** `enableDnsSupport` of a VPC. */
  vpcDnsSupport(vpcId: string): boolean | undefined;
  vpcDnsHostnames(vpcId: string): boolean | undefined;
  dhcpOptions(id: string): DhcpOptions | undefined;
  s3Addresses(): PrefixList | undefined;
  /** The ids of the zones that offer the type. @param name EC2's: `m5.xlarge` */
  instanceTypeZones(name: string): readonly string[];
  instanceType(name: string): InstanceType | undefined;
  bucket(name: string): Bucket | undefined;
  bucketEncryption(name: string): BucketEncryption | undefined;
  /** 0 or 1. @param id Of `objectsUnderId`. */
  objectsUnder(id: string): number | undefined;
  model(name: string): Model | undefined;
  notebookInstance(name: string): NotebookInstance | undefined;
  /** `undefined`: the bucket has none. */
  bucketPolicy(name: string): PolicySource | undefined;
  /** As applied to the account, else AWS's default. `undefined`: there is no such quota. */
  quota(name: string): (Quota & { readonly isDefault: boolean }) | undefined;
  /** Of an EFS file system; `undefined`: there is no such file system. */
  mountTargets(fileSystemId: string): readonly MountTarget[] | undefined;
  /** Ids of the groups that guard a mount target. */
  mountTargetGroups(mountTargetId: string): readonly string[];
  fsxFileSystem(id: string): FsxFileSystem | undefined;
  networkInterface(id: string): NetworkInterface | undefined;
  /** Of the whole of a VPC, or of a subnet. */
  flowLogs(id: string): readonly FlowLog[];
  /** @param name Without a path. */
  role(name: string): Role | undefined;
  /** What was read of a role's policies, and what not. */
  rolePolicies(name: string): OwnPolicies;
  /** The policy of a bucket that the role's own policies do not let it use, if it could be read. */
  policyOfBucket(name: string): PolicyLayer;
  /** An image of the account's own registry. @param id Of `imageId`. */
  image(id: string): ContainerImage | undefined;
  /** @param id Of `repositoryId`. */
  imageRepository(id: string): ImageRepository | undefined;
  /** The policy of a repository that the role's own policies do not let it pull from, if it could be read. */
  policyOfRepository(repository: RepositoryName): PolicyLayer;
  /** The policy of a key, as far as it could be read. */
  keyPolicy(key: Key): PolicyLayer;
  /** What a key's grants give a principal; `unknown`: why they could not be read. */
  keyGrants(keyArn: string, principalArn: string): KeyGrants;
  /** All that decides about the caller's requests, as far as it was read. */
  callerPolicies(): CallerPolicies | { readonly unknown: string };
  /** What IAM's simulator says, and when; `undefined`: it was not asked, or did not answer. @param id Of the question. */
  simulated(id: string): { readonly value: readonly Simulated[]; readonly read: Reading } | undefined;
}

export interface KeyGrants {
  readonly known: readonly KeyGrant[];
  readonly unknown?: string;
}

export function accountView(source: FactSource): AccountView {
  const { facts, region } = source;
  const entriesOf: EntriesOf = (id) => valueOf(inventory.prefixListEntries(facts, id, region));
  return {
    get place() {
      return placeOf(facts, region);
    },
    subnet: (id) => valueOf(inventory.subnet(facts, id, region)),
    securityGroup: (id) => {
      const group = valueOf(inventory.securityGroup(facts, id, region));
      return group && groupWithEntries(group, entriesOf);
    },
    securityGroupVpcs: (id) =>
      (valueOf(inventory.securityGroupVpcs(facts, id, region)) ?? [])
        .filter(({ state }) => state === "associated")
        .map(({ vpcId }) => vpcId),
    get account() {
      return accountOf(facts, region);
    },
    key: (id) => valueOf(inventory.key(facts, id, region)),
    vpc: (id) => valueOf(inventory.vpc(facts, id, region)),
    routeTables: (vpcId) =>
      (valueOf(inventory.vpcRouteTables(facts, vpcId, region)) ?? []).map((table) =>
        tableWithEntries(table, entriesOf),
      ),
    endpoints: (vpcId) => valueOf(inventory.endpointsOfVpc(facts, vpcId, region)) ?? [],
    networkAcls: (vpcId) => valueOf(inventory.networkAcls(facts, vpcId, region)) ?? [],
    vpcDnsSupport: (vpcId) => valueOf(inventory.vpcDnsSupport(facts, vpcId, region)),
    vpcDnsHostnames: (vpcId) => valueOf(inventory.vpcDnsHostnames(facts, vpcId, region)),
    natGateway: (id) => valueOf(inventory.natGateway(facts, id, region)),
    dhcpOptions: (id) => valueOf(inventory.dhcpOptions(facts, id, region)),
    s3Addresses: () => valueOf(inventory.prefixList(facts, nameOfS3(region), region)),
    instanceTypeZones: (name) => valueOf(inventory.instanceTypeZones(facts, name, region)) ?? [],
    instanceType: (name) => valueOf(inventory.instanceType(facts, name, region)),
    bucket: (name) => valueOf(resources.bucket(facts, name, region)),
    bucketEncryption: (name) => valueOf(resources.bucketEncryption(facts, name, region)),
    objectsUnder: (id) => valueOf(resources.objectsUnder(facts, id, region)),
    model: (name) => valueOf(resources.model(facts, name, region)),
    notebookInstance: (name) => valueOf(places.notebookInstance(facts, name, region)),
    bucketPolicy: (name) => policyOfBucket(source, name).value.policies[0],
    quota: (name) => {
      const applied = valueOf(resources.quota(facts, name, region));
      const quota = applied ?? valueOf(resources.defaultQuota(facts, name, region));
      return quota && { ...quota, isDefault: applied === undefined };
    },
    mountTargets: (id) => valueOf(resources.mountTargets(facts, id, region)),
    mountTargetGroups: (id) => valueOf(resources.mountTargetGroups(facts, id, region)) ?? [],
    fsxFileSystem: (id) => valueOf(resources.fsxFileSystem(facts, id, region)),
    networkInterface: (id) => valueOf(resources.networkInterface(facts, id, region)),
    flowLogs: (id) => valueOf(resources.flowLogs(facts, id, region)) ?? [],
    role: (name) => valueOf(iam.role(facts, name, region)),
    rolePolicies: (name) => policiesOfRole(source, name).value,
    policyOfBucket: (name) => policyOfBucket(source, name).value,
    image: (id) => valueOf(resources.image(facts, id, region)),
    imageRepository: (id) => valueOf(resources.imageRepository(facts, id, region)),
    policyOfRepository: (repository) => policyOfRepository(source, repository).value,
    keyPolicy: ({ arn }) => policyOfKey(source, arn, accountOf(facts, region)).value,
    keyGrants: (keyArn, principalArn) => {
      const grants = iam.keyGrants(facts, keyArn, principalArn, region);
      if (grants?.state === "present") return { known: grants.value };
      if (grants?.state === "absent") return { known: [] };
      return {
        known: [],
        unknown: grants === undefined ? "not asked yet" : `${grants.action}: ${grants.why}`,
      };
    },
    callerPolicies: () => policiesOfCaller(source).value,
    simulated: (id) => {
      const answer = simulated(facts, id, region);
      return answer?.state === "present" ? answer : undefined;
    },
  };
}

/** The answer to a question that a need asks, as far as it proves something. */
export type Proof = Answer<unknown> | { readonly state: "no proof"; readonly why: string } | undefined;

/**
 * AWS's word on a question. KMS says "not found" of another account's key also when it only must not be seen, so that
 * is no proof.
 */
export function proofOf(facts: Facts, question: Question): Proof {
  const answer = answerTo(facts, question);
  if (question.kind !== "key" || answer?.state !== "absent") return answer;
  const { account } = readKeyReference(question.id);
  if (account === undefined || account === answer.read.account) return answer;
  return { state: "no proof", why: `whether account ${account} has the key ${question.id}` };
}

const answers: Readonly<
  Partial<Record<QuestionKind, (facts: Facts, id: string, region: string) => Answer<unknown> | undefined>>
> = {
  subnet: inventory.subnet,
  securityGroup: inventory.securityGroup,
  securityGroupVpcs: inventory.securityGroupVpcs,
  key: inventory.key,
  vpc: inventory.vpc,
  vpcRouteTables: inventory.vpcRouteTables,
  endpointsOfVpc: inventory.endpointsOfVpc,
  networkAcls: inventory.networkAcls,
  natGateway: inventory.natGateway,
  vpcDnsSupport: inventory.vpcDnsSupport,
  vpcDnsHostnames: inventory.vpcDnsHostnames,
  dhcpOptions: inventory.dhcpOptions,
  prefixList: inventory.prefixList,
  prefixListEntries: inventory.prefixListEntries,
  instanceTypeZones: inventory.instanceTypeZones,
  instanceType: inventory.instanceType,
  bucket: resources.bucket,
  bucketPolicy: resources.bucketPolicy,
  bucketEncryption: resources.bucketEncryption,
  objectsUnder: resources.objectsUnder,
  model: resources.model,
  notebookInstance: places.notebookInstance,
  image: resources.image,
  imageRepository: resources.imageRepository,
  imageRepositoryPolicy: resources.imageRepositoryPolicy,
  quota: resources.quota,
  defaultQuota: resources.defaultQuota,
  mountTargets: resources.mountTargets,
  mountTargetGroups: resources.mountTargetGroups,
  fsxFileSystem: resources.fsxFileSystem,
  networkInterface: resources.networkInterface,
  flowLogs: resources.flowLogs,
  role: iam.role,
};

/** What the account said to a question of a rule's; `undefined`: nothing yet. */
export function answerTo(facts: Facts, { kind, id, region }: Question): Answer<unknown> | undefined {
  return answers[kind]?.(facts, id, region) ?? facts.get(questionKey({ kind, id, region }));
}

function valueOf<T>(answer: Answer<T> | undefined): T | undefined {
  return answer?.state === "present" ? answer.value : undefined;
}

function placeOf(facts: Facts, region: string): string {
  const account = accountOf(facts, region);
  return `${account === "" ? "this account" : `account ${account}`}, ${region}`;
}

/** Every answer knows the account it is of; the region's first will do. */
function accountOf(facts: Facts, region: string): string {
  for (const { state, read } of facts.values()) {
    if (state !== "unreadable" && read.region === region && read.account !== "") return read.account;
  }
  return "";
}
