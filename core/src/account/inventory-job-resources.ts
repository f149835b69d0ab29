import type { Decode } from "./decode.js";
import * as decode from "./decode-job-resources.js";
import type { Facts } from "./fact.js";
import { readFor } from "./reads.js";
import type { Question } from "./question.js";
import { answerOf, listOf, textsOf, type Answer } from "./inventory.js";
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
} from "./job-resources.js";

/** `undefined`, here and below: nobody has asked yet. */
export function bucket(facts: Facts, name: string, region: string): Answer<Bucket> | undefined {
  return answerOf(facts, { kind: "bucket", id: name, region }, decode.toBucket);
}

/** The policy of a bucket, JSON text; `absent`: it has none. */
export function bucketPolicy(facts: Facts, name: string, region: string): Answer<string> | undefined {
  return answerOf(facts, { kind: "bucketPolicy", id: name, region }, decode.toBucketPolicy);
}

/** `absent`: the bucket, or AWS's answer, has no default encryption. */
export function bucketEncryption(
  facts: Facts,
  name: string,
  region: string,
): Answer<BucketEncryption> | undefined {
  return answerOf(facts, { kind: "bucketEncryption", id: name, region }, decode.toBucketEncryption);
}

/** How many objects there are, 0 or 1: more are not looked for. @param id Of `objectsUnderId`. */
export function objectsUnder(facts: Facts, id: string, region: string): Answer<number> | undefined {
  return answerOf(facts, { kind: "objectsUnder", id, region }, decode.toObjectCount);
}

/** A model that SageMaker has, by its name. */
export function model(facts: Facts, name: string, region: string): Answer<Model> | undefined {
  return answerOf(facts, { kind: "model", id: name, region }, decode.toModel);
}

/** @param id Of `imageId`. */
export function image(facts: Facts, id: string, region: string): Answer<ContainerImage> | undefined {
  return onlyOne(facts, { kind: "image", id, region }, decode.toContainerImage);
}

/** @param id Of `repositoryId`. */
export function imageRepository(
  facts: Facts,
  id: string,
  region: string,
): Answer<ImageRepository> | undefined {
  return onlyOne(facts, { kind: "imageRepository", id, region }, decode.toImageRepository);
}

/** The policy of a repository, JSON text; `absent`: it has none. @param id Of `repositoryPolicyId`. */
export function imageRepositoryPolicy(facts: Facts, id: string, region: string): Answer<string> | undefined {
  return answerOf(facts, { kind: "imageRepositoryPolicy", id, region }, decode.toRepositoryPolicy);
}

/** ECR has an error for what is not there: an answer without it says nothing. */
function onlyOne<T>(facts: Facts, question: Question, as: Decode<T>): Answer<T> | undefined {
  const answer = listOf(facts, question, as);
  if (answer?.state !== "present") return answer;
  const [value] = answer.value;
  if (value !== undefined) return { ...answer, value };
  const { read } = answer;
  const action = readFor(question)?.action ?? "";
  return { state: "unreadable", why: "failed", action, detail: `${read.call} answered with nothing.`, read };
}

/** The quota as it applies to the account; `absent`: AWS gives the default only. */
export function quota(facts: Facts, name: string, region: string): Answer<Quota> | undefined {
  return answerOf(facts, { kind: "quota", id: name, region }, decode.toQuota);
}

export function defaultQuota(facts: Facts, name: string, region: string): Answer<Quota> | undefined {
  return answerOf(facts, { kind: "defaultQuota", id: name, region }, decode.toQuota);
}

/** The mount targets of an EFS file system; `absent`: there is no such file system. */
export function mountTargets(
  facts: Facts,
  fileSystemId: string,
  region: string,
): Answer<readonly MountTarget[]> | undefined {
  return listOf(facts, { kind: "mountTargets", id: fileSystemId, region }, decode.toMountTarget);
}

/** Ids of the security groups of a mount target. */
export function mountTargetGroups(
  facts: Facts,
  mountTargetId: string,
  region: string,
): Answer<readonly string[]> | undefined {
  return textsOf(facts, { kind: "mountTargetGroups", id: mountTargetId, region });
}

export function fsxFileSystem(facts: Facts, id: string, region: string): Answer<FsxFileSystem> | undefined {
  const answer = listOf(facts, { kind: "fsxFileSystem", id, region }, decode.toFsxFileSystem);
  if (answer?.state !== "present") return answer;
  const [value] = answer.value;
  return value === undefined ? { state: "absent", read: answer.read } : { ...answer, value };
}

export function networkInterface(
  facts: Facts,
  id: string,
  region: string,
): Answer<NetworkInterface> | undefined {
  return answerOf(facts, { kind: "networkInterface", id, region }, decode.toNetworkInterface);
}

/** The flow logs of a VPC as a whole, or of a subnet, by its id. */
export function flowLogs(facts: Facts, id: string, region: string): Answer<readonly FlowLog[]> | undefined {
  return listOf(facts, { kind: "flowLogs", id, region }, decode.toFlowLog);
}
