import type { Value } from "../python/value.js";
import type { FieldPath, JobRequest, Json } from "./request.js";
import type { Settings } from "./settings.js";

/** Where a HyperPod cluster's request has its groups of instances. */
export const groupMembers = ["InstanceGroups", "RestrictedInstanceGroups"] as const;

const clusters: ReadonlySet<string> = new Set(["CreateCluster", "UpdateCluster"]);

/** The request is a group of a cluster's instances that has a network of its own. */
export function isInstanceGroup({ operation, part = "" }: Pick<JobRequest, "operation" | "part">): boolean {
  return clusters.has(operation) && part !== "";
}

/**
 * Members of the groups that are looked up for all of them together, as lists of the cluster's request; `[]` stands for
 * each item. No client can write them so.
 */
export const listsOfGroups = {
  roleArn: "InstanceGroups[].ExecutionRole",
  volumeKmsKeyId: "InstanceGroups[].InstanceStorageConfigs[].EbsVolumeConfig.VolumeKmsKeyId",
} as const;

/** Whether the path is of a list that stands for members of several structures. */
export function isOfEach(path: FieldPath): boolean {
  return path.includes("[]");
}

/** A group's own settings; its role and its storage are among the cluster's lists. */
export function settingsOfGroup(part: FieldPath): Settings {
  return {
    vpcExpected: false,
    subnets: `${part}OverrideVpcConfig.Subnets`,
    securityGroupIds: `${part}OverrideVpcConfig.SecurityGroupIds`,
  };
}

/** Instances that share a network. */
export interface Nodes {
  /** `ml.p5.48xlarge`; those that are known. */
  readonly types: readonly string[];
  /** Absent: not known. */
  readonly count?: number;
}

/** The instances of a cluster, or of a group, in the network that the request gives; undefined: it is no cluster. */
export function nodesOf(request: JobRequest): Nodes | undefined {
  const { operation, part = "", fields, parameters } = request;
  if (!clusters.has(operation)) return undefined;
  if (part !== "") {
    const [type, count] = ["InstanceType", "InstanceCount"].map(
      (name) => fields.get(`${part}${name}`)?.value,
    );
    return nodes([[type, count]]);
  }
  if (parameters?.kind !== "dict") return { types: [] };
  const groups = groupMembers.map((member) => parameters.entries.get(member));
  const items = groups.flatMap((value) => (isList(value) ? value.items : []));
  const isWhole =
    !parameters.open && groups.every((value) => value === undefined || (isList(value) && !value.open));
  const shared = items.filter((item) => item.kind !== "dict" || !item.entries.has("OverrideVpcConfig"));
  const found = nodes(
    shared.map((item) => [constantOf(item, "InstanceType"), constantOf(item, "InstanceCount")]),
  );
  return isWhole ? found : { types: found.types };
}

function nodes(groups: readonly (readonly [type: Json | undefined, count: Json | undefined])[]): Nodes {
  const types = groups.flatMap(([type]) => (typeof type === "string" ? [type] : []));
  const counts = groups.map(([, count]) => count);
  const isKnown = counts.every((count) => typeof count === "number");
  return { types, ...(isKnown ? { count: counts.reduce((sum, count) => sum + count, 0) } : {}) };
}

function constantOf(group: Value, member: string): Json | undefined {
  const value = group.kind === "dict" ? group.entries.get(member) : undefined;
  return value?.kind === "constant" ? value.data : undefined;
}

const isList = (value: Value | undefined): value is Listed =>
  value?.kind === "list" || value?.kind === "tuple";

type Listed = Extract<Value, { readonly kind: "list" | "tuple" | "set" }>;
