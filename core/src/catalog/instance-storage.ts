import data from "./instance-storage.json";

/** Instance types by where their storage is: on the host itself (`local`), or on EBS volumes. */
export interface InstanceStorageData {
  readonly source: string;
  readonly local: readonly string[];
  readonly ebs: readonly string[];
}

/**
 * Where an instance type of training, processing and transform jobs keeps its data; `undefined`: a type not known here.
 *
 * @param instanceType For instance `ml.g5.xlarge`.
 */
export function storageOf(instanceType: string): "local" | "ebs" | undefined {
  return storage.get(instanceType);
}

const storage = new Map<string, "local" | "ebs">([
  ...data.local.map((type) => [type, "local"] as const),
  ...data.ebs.map((type) => [type, "ebs"] as const),
]);
