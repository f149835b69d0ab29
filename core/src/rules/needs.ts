import { nodesOf } from "../requests/instance-groups.js";
import { objectsUnderId } from "../account/objects-under-id.js";
import { inputPrefixesOf } from "./input-prefixes.js";
import * as inventory from "../account/inventory.js";
import * as resources from "../account/inventory-job-resources.js";
import type { Facts } from "../account/fact.js";
import * as iam from "../account/inventory-iam.js";
import type { Question, QuestionKind } from "../account/question.js";
import { policiesOfCaller, policiesOfRole, policyKinds, type FactSource } from "../iam/gather-policies.js";
import { routeTableOf } from "../network/route.js";
import { interfaceEndpointOfS3 } from "../network/s3-endpoints.js";
import type { EcrImage } from "../requests/images.js";
import type { FieldPath } from "../requests/request.js";
import type { Settings } from "../requests/settings.js";
import type { AccountView } from "./account-view.js";
import { approvedQuotasOf, quotasOf, totalQuotasOf } from "./quota-names.js";
import { simulationToAsk } from "./policy-simulation.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";
import { bucketPoliciesToAsk } from "./s3-access.js";
import { readKeyReference, replicaIn } from "./key-reference.js";
import { keyGrantsToAsk, keyPoliciesToAsk } from "./key-access.js";
import { isMeant } from "./role-access.js";
import { modelsOf } from "./models-of.js";
import { repositoryPoliciesToAsk } from "./image-access.js";
import { accountAsked, ownImagesOf } from "./images-of.js";
import { imageId, repositoryId } from "../account/image-ids.js";
import { keyOfBucket, unkeyedOutputs } from "./bucket-key.js";
import { nameOfS3 } from "./s3-addresses.js";
import { fileSystemGroupsOf, interfacesOf, mountTargetsOf, vpcIdsOf } from "./ids-of-networks.js";
import { listsOfGroups, listsOfRoutes } from "./lists-to-read.js";

/** How a need becomes questions. */
type NeedRow = {
  /** The look-up that it allows. */
  readonly lookUp: keyof AccountView;
  /** Where the request keeps what the need is about; absent: in more than one place, and `applies` of the rule tells. */
  readonly setting?: keyof Omit<Settings, "vpcExpected">;
} & (
  | {
      readonly kind: QuestionKind;
      /** The ids to ask for; none as long as what leads to them is not known. */
      readonly ids: (request: RuleRequest, region: string, facts: Facts) => readonly string[];
    }
  | {
      /**
       * Questions of several kinds. What cannot be read does not keep the rule from running: the look-up says what is
       * missing, and the rule is silent only where it matters.
       */
      readonly asks: (request: RuleRequest, source: FactSource) => readonly Question[];
      readonly kinds: readonly QuestionKind[];
    }
);

const rows = {
  subnets: {
    kind: "subnet",
    lookUp: "subnet",
    setting: "subnets",
    ids: ({ subnets }) => subnets.map(({ value }) => value),
  },
  securityGroups: {
    kind: "securityGroup",
    lookUp: "securityGroup",
    setting: "securityGroupIds",
    ids: ({ securityGroupIds }) => securityGroupIds.map(({ value }) => value),
  },
  securityGroupVpcs: {
    kind: "securityGroupVpcs",
    lookUp: "securityGroupVpcs",
    setting: "securityGroupIds",
    ids: strayGroups,
  },
  volumeKey: {
    kind: "key",
    lookUp: "key",
    setting: "volumeKmsKeyId",
    ids: ({ volumeKeys }) => volumeKeys.map(({ value }) => value),
  },
  outputKey: {
    kind: "key",
    lookUp: "key",
    setting: "outputKmsKeyId",
    ids: ({ outputKeys }) => outputKeys.map(({ value }) => value),
  },
  replicaKeys: {
    kind: "key",
    lookUp: "key",
    ids: ({ keysOfOtherRegions }, region) =>
      keysOfOtherRegions.flatMap(({ value }) => replicaIn(region, value) ?? []),
  },
  vpcs: { kind: "vpc", lookUp: "vpc", setting: "subnets", ids: vpcIdsOf },
  routeTables: { kind: "vpcRouteTables", lookUp: "routeTables", setting: "subnets", ids: vpcIdsOf },
  endpoints: { kind: "endpointsOfVpc", lookUp: "endpoints", setting: "subnets", ids: vpcIdsOf },
  networkAcls: { kind: "networkAcls", lookUp: "networkAcls", setting: "subnets", ids: vpcIdsOf },
  listsOfGroups: { lookUp: "securityGroup", kinds: ["prefixListEntries"], asks: listsOfGroups },
  listsOfRoutes: { lookUp: "routeTables", kinds: ["prefixListEntries"], asks: listsOfRoutes },
  natGateways: { kind: "natGateway", lookUp: "natGateway", setting: "subnets", ids: natGatewaysOf },
  dhcpOptions: { kind: "dhcpOptions", lookUp: "dhcpOptions", setting: "subnets", ids: dhcpOptionsOf },
  s3Addresses: {
    kind: "prefixList",
    lookUp: "s3Addresses",
    setting: "subnets",
    ids: (request, region, facts) =>
      vpcIdsOf(request, region, facts).length === 0 ? [] : [nameOfS3(region)],
  },
  instanceTypeZones: {
    kind: "instanceTypeZones",
    lookUp: "instanceTypeZones",
    setting: "instanceType",
    ids: ec2TypesOf,
  },
  instanceTypes: { kind: "instanceType", lookUp: "instanceType", setting: "instanceType", ids: ec2TypesOf },
  vpcDnsSupport: { kind: "vpcDnsSupport", lookUp: "vpcDnsSupport", setting: "subnets", ids: vpcIdsOf },
  vpcDnsHostnames: {
    kind: "vpcDnsHostnames",
    lookUp: "vpcDnsHostnames",
    setting: "subnets",
    ids: (request, region, facts) =>
      vpcIdsOf(request, region, facts).filter((vpcId) => {
        const endpoints = inventory.endpointsOfVpc(facts, vpcId, region);
        return endpoints?.state === "present" && interfaceEndpointOfS3(endpoints.value) !== undefined;
      }),
  },
  buckets: { kind: "bucket", lookUp: "bucket", ids: bucketsOf },
  bucketPolicies: { kind: "bucketPolicy", lookUp: "bucketPolicy", ids: bucketsOf },
  bucketEncryptions: {
    kind: "bucketEncryption",
    lookUp: "bucketEncryption",
    ids: (request) => unkeyedOutputs(request).map(({ bucket }) => bucket),
  },
  bucketKeys: {
    kind: "key",
    lookUp: "key",
    ids: (request, region, facts) =>
      unkeyedOutputs(request).flatMap(({ bucket }) => {
        const encryption = resources.bucketEncryption(facts, bucket, region);
        return encryption?.state === "present" ? keyOfBucket(encryption.value, region) : [];
      }),
  },
  inputObjects: {
    kind: "objectsUnder",
    lookUp: "objectsUnder",
    ids: (request, region, facts) =>
      inputPrefixesOf(request).flatMap(({ bucket, key }) => {
        const known = resources.bucket(facts, bucket, region);
        const isHere = known?.state === "present" && known.value.region === region;
        return isHere ? [objectsUnderId(bucket, key)] : [];
      }),
  },
  models: { kind: "model", lookUp: "model", ids: (request) => modelsOf(request).map(({ name }) => name) },
  quotas: { kind: "quota", lookUp: "quota", setting: "instanceType", ids: quotasOf },
  defaultQuotas: {
    kind: "defaultQuota",
    lookUp: "quota",
    setting: "instanceType",
    ids: (request, region, facts) =>
      quotasOf(request).filter((name) => resources.quota(facts, name, region)?.state === "absent"),
  },
  notebookInstance: {
    kind: "notebookInstance",
    lookUp: "notebookInstance",
    ids: ({ notebookInstance }) => (notebookInstance === undefined ? [] : [notebookInstance]),
  },
  approvedQuotas: { kind: "quota", lookUp: "quota", ids: approvedQuotasOf },
  approvedDefaultQuotas: {
    kind: "defaultQuota",
    lookUp: "quota",
    ids: (request, region, facts) =>
      approvedQuotasOf(request).filter((name) => resources.quota(facts, name, region)?.state === "absent"),
  },
  totalQuotas: {
    lookUp: "quota",
    kinds: ["quota", "defaultQuota"],
    asks: (request, { facts, region }) =>
      totalQuotasOf(request).flatMap((id) => {
        const isApplied = resources.quota(facts, id, region)?.state !== "absent";
        return [
          { kind: "quota", id, region } as const,
          ...(isApplied ? [] : [{ kind: "defaultQuota", id, region } as const]),
        ];
      }),
  },
  mountTargets: {
    kind: "mountTargets",
    lookUp: "mountTargets",
    ids: ({ fileSystems }) => fileSystems.flatMap(({ type, value }) => (type === "EFS" ? [value] : [])),
  },
  mountTargetGroups: { kind: "mountTargetGroups", lookUp: "mountTargetGroups", ids: mountTargetsOf },
  fsxFileSystems: {
    kind: "fsxFileSystem",
    lookUp: "fsxFileSystem",
    ids: ({ fileSystems }) => fileSystems.flatMap(({ type, value }) => (type === "FSxLustre" ? [value] : [])),
  },
  networkInterfaces: { kind: "networkInterface", lookUp: "networkInterface", ids: interfacesOf },
  fileSystemGroups: { kind: "securityGroup", lookUp: "securityGroup", ids: fileSystemGroupsOf },
  flowLogs: {
    kind: "flowLogs",
    lookUp: "flowLogs",
    setting: "subnets",
    ids: (request, region, facts) => {
      const vpcIds = vpcIdsOf(request, region, facts);
      return vpcIds.length === 0 ? [] : [...vpcIds, ...request.subnets.map(({ value }) => value)];
    },
  },
  roles: { kind: "role", lookUp: "role", setting: "roleArn", ids: roleNames },
  rolePolicies: {
    lookUp: "rolePolicies",
    kinds: policyKinds.role,
    setting: "roleArn",
    asks: (request, source) =>
      request.roles.flatMap((written) => {
        const role = iam.role(source.facts, written.name, source.region);
        // Its policies are asked for with the role itself, by the same name: hardly a role that is named is not there
        const mayBeThere = role === undefined || (role.state === "present" && isMeant(written, role.value));
        return mayBeThere ? policiesOfRole(source, written.name).questions : [];
      }),
  },
  images: {
    kind: "image",
    lookUp: "image",
    ids: (request, region, facts) =>
      ownEcrImages(request, region, facts).flatMap((image) =>
        image.name === undefined ? [] : [imageId(image, image.name)],
      ),
  },
  imageRepositories: {
    kind: "imageRepository",
    lookUp: "imageRepository",
    ids: (request, region, facts) =>
      ownEcrImages(request, region, facts).flatMap((image) => {
        const isThere =
          image.name !== undefined &&
          resources.image(facts, imageId(image, image.name), region)?.state !== "absent";
        return isThere ? [] : [repositoryId(image)];
      }),
  },
  imageRepositoryPolicies: {
    lookUp: "policyOfRepository",
    kinds: ["imageRepositoryPolicy"],
    asks: repositoryPoliciesToAsk,
  },
  callerIdentity: {
    kind: "identity",
    lookUp: "account",
    // Any answer says whose it is
    ids: (_request, region, facts) => (accountAsked(facts, region) === "" ? [""] : []),
  },
  closedBucketPolicies: { lookUp: "policyOfBucket", kinds: ["bucketPolicy"], asks: bucketPoliciesToAsk },
  keyPolicies: { lookUp: "keyPolicy", kinds: ["keyPolicy"], asks: keyPoliciesToAsk },
  keyGrants: { lookUp: "keyGrants", kinds: ["keyGrants"], asks: keyGrantsToAsk },
  callerPolicies: {
    lookUp: "callerPolicies",
    kinds: policyKinds.caller,
    asks: (_request, source) => policiesOfCaller(source).questions,
  },
  keyArns: { lookUp: "key", kinds: ["key"], asks: keysByOtherNames },
  simulation: { lookUp: "simulated", kinds: ["simulation"], asks: simulationToAsk },
} as const satisfies Record<string, NeedRow>;

/** What a rule can ask of the account about a request. */
export type Need = keyof typeof rows;

/** The look-ups that a need allows. */
export type LookUp<N extends Need> = (typeof rows)[N]["lookUp"];

/** The kinds of question that answer needs. */
export type NeededKind = Extract<(typeof rows)[Need], { readonly kind: QuestionKind }>["kind"];

/** Where the request keeps what a need is about; `undefined`: the operation has no place for it. */
export function pathOf(need: Need, settings: Settings): FieldPath | undefined {
  const { setting } = rows[need] as NeedRow;
  return setting === undefined ? undefined : settings[setting];
}

/** The kinds of question that answer a need. */
export function kindsOf(need: Need): readonly QuestionKind[] {
  const row = rows[need] as NeedRow;
  return "asks" in row ? row.kinds : [row.kind];
}

/** Whether a rule runs even if a need's questions cannot be answered. */
export function isOptional(need: Need): boolean {
  return "asks" in rows[need];
}

/** The questions of a need, with the ids that the request is known to carry, or that earlier answers lead to. */
export function questionsOf(need: Need, request: RuleRequest, source: FactSource): readonly Question[] {
  const row = rows[need] as NeedRow;
  if ("asks" in row) return row.asks(request, source);
  const { region, facts } = source;
  return [...new Set(row.ids(request, region, facts))].map((id) => ({ kind: row.kind, id, region }));
}

function roleNames({ roles }: RuleRequest): readonly string[] {
  return roles.map(({ name }) => name);
}

/** EC2's names of the instance types that the request may carry: `m5.xlarge` for `ml.m5.xlarge`. */
export function ec2TypesOf(request: RuleRequest): readonly string[] {
  const field = fieldAt(request, request.settings.instanceType);
  const values =
    nodesOf(request)?.types ?? (field?.state === "conditional" ? (field.values ?? []) : [field?.value]);
  return values.flatMap((value) =>
    typeof value === "string" && value.startsWith("ml.") ? value.slice(3) : [],
  );
}

/**
 * The groups of another VPC than some subnet of the job: only of those is it worth a call whether they are associated
 * with a second VPC. None as long as the VPCs are not known.
 */
function strayGroups(request: RuleRequest, region: string, facts: Facts): readonly string[] {
  const vpcIds = vpcIdsOf(request, region, facts);
  const ids = request.securityGroupIds.map(({ value }) => value);
  return ids.filter((id) => {
    const group = inventory.securityGroup(facts, id, region);
    return group?.state === "present" && vpcIds.some((vpcId) => vpcId !== group.value.vpcId);
  });
}

/** Policies test a key's ARN: of keys that the request names otherwise it has to be asked. */
function keysByOtherNames(
  { volumeKeys, outputKeys }: RuleRequest,
  { region }: FactSource,
): readonly Question[] {
  const names = [...volumeKeys, ...outputKeys].map(({ value }) => value);
  return [...new Set(names)].flatMap((id) =>
    readKeyReference(id).form === "key ARN" ? [] : [{ kind: "key", id, region } as const],
  );
}

function bucketsOf({ s3Locations }: RuleRequest): readonly string[] {
  return s3Locations.map(({ bucket }) => bucket);
}

/** The images that the account can be asked of, once it is known which one it is. */
function ownEcrImages(request: RuleRequest, region: string, facts: Facts): readonly EcrImage[] {
  return ownImagesOf(request, region, accountAsked(facts, region));
}

/** The NAT gateways that the subnets' route tables lead to. */
function natGatewaysOf(request: RuleRequest, region: string, facts: Facts): readonly string[] {
  return request.subnets.flatMap(({ value }) => {
    const subnet = inventory.subnet(facts, value, region);
    if (subnet?.state !== "present") return [];
    const tables = inventory.vpcRouteTables(facts, subnet.value.vpcId, region);
    if (tables?.state !== "present") return [];
    const routes = routeTableOf(subnet.value, tables.value)?.routes ?? [];
    return routes.flatMap(({ target }) => (target.startsWith("nat-") ? [target] : []));
  });
}

function dhcpOptionsOf(request: RuleRequest, region: string, facts: Facts): readonly string[] {
  return vpcIdsOf(request, region, facts).flatMap((id) => {
    const vpc = inventory.vpc(facts, id, region);
    const options = vpc?.state === "present" ? vpc.value.dhcpOptionsId : undefined;
    return options === undefined || options === "default" ? [] : [options];
  });
}
