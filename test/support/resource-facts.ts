import { objectsUnderId } from "../../core/src/account/objects-under-id.js";
import type { Fact, Facts } from "../../core/src/account/fact.js";
import { account, accountFacts, type AccountContents } from "./account-facts.js";
import {
  imageId,
  repositoryId,
  repositoryPolicyId,
  type ImageName,
  type RepositoryName,
} from "../../core/src/account/image-ids.js";
import { tellerOf } from "./fact-teller.js";

type Members = Readonly<Record<string, unknown>>;

/** What a made-up account has besides its network and keys, in the API's own spelling. */
export interface ResourceContents {
  /** By name, with the region; `null`: there is no such bucket. */
  readonly Buckets?: Readonly<Record<string, string | null>>;
  /** Policies by the name of their bucket; of the others AWS says that they have none. */
  readonly BucketPolicies?: Readonly<Record<string, object>>;
  /** By the name of a bucket: the key that it encrypts with; `null`: AWS's own. */
  readonly BucketKeys?: Readonly<Record<string, string | null>>;
  /** By bucket and prefix, `ml-data/train`: how many objects are found, of one that is looked for. */
  readonly Objects?: Readonly<Record<string, number>>;
  /** By name, with the ids of subnets; `null`: there is no such model. */
  readonly Models?: Readonly<Record<string, readonly string[] | null>>;
  readonly Quotas?: Readonly<Record<string, number>>;
  /** Of quotas that were never changed. */
  readonly DefaultQuotas?: Readonly<Record<string, number>>;
  /** By the id of an EFS file system; `null`: there is none. `SecurityGroups`: the ids of the target's groups. */
  readonly MountTargets?: Readonly<Record<string, readonly Members[] | null>>;
  readonly FsxFileSystems?: Readonly<Record<string, Members | null>>;
  /** Ids of groups by the id of the interface. */
  readonly NetworkInterfaces?: Readonly<Record<string, readonly string[]>>;
  /** What ECR was asked for; `null`: there is no such image. */
  readonly Images?: readonly {
    readonly of: RepositoryName;
    readonly name: ImageName;
    readonly digest: string | null;
  }[];
  /** By the name of a repository, with its policy; `null`: there is none. */
  readonly ImageRepositories?: Readonly<Record<string, { readonly policy?: object } | null>>;
  /** By the id of a VPC. */
  readonly FlowLogs?: Readonly<Record<string, readonly Members[]>>;
}

/** What AWS would answer of such an account. */
export function resourceFacts(contents: AccountContents, resources: ResourceContents): Facts {
  const facts = new Map<string, Fact>(accountFacts(contents));
  const say = tellerOf(facts);
  for (const [name, of] of Object.entries(resources.Buckets ?? {})) {
    const policy = resources.BucketPolicies?.[name];
    say("bucket", name, of === null ? null : { BucketRegion: of });
    say("bucketPolicy", name, policy === undefined ? null : { Policy: JSON.stringify(policy) });
  }
  for (const [name, key] of Object.entries(resources.BucketKeys ?? {})) {
    const byDefault =
      key === null ? { SSEAlgorithm: "AES256" } : { SSEAlgorithm: "aws:kms", KMSMasterKeyID: key };
    say("bucketEncryption", name, { Rules: [{ ApplyServerSideEncryptionByDefault: byDefault }] });
  }
  for (const [place, count] of Object.entries(resources.Objects ?? {})) {
    const [bucket = "", ...prefix] = place.split("/");
    say("objectsUnder", objectsUnderId(bucket, prefix.join("/")), { KeyCount: count });
  }
  for (const [name, subnets] of Object.entries(resources.Models ?? {})) {
    const network = subnets?.length === 0 ? {} : { VpcConfig: { Subnets: subnets } };
    say("model", name, subnets === null ? null : { ModelName: name, ...network });
  }
  for (const [name, value] of Object.entries(resources.Quotas ?? {}))
    say("quota", name, { QuotaName: name, Value: value });
  for (const [name, value] of Object.entries(resources.DefaultQuotas ?? {})) {
    if (resources.Quotas?.[name] === undefined) say("quota", name, null);
    say("defaultQuota", name, { QuotaName: name, Value: value });
  }
  for (const [id, targets] of Object.entries(resources.MountTargets ?? {})) {
    say("mountTargets", id, targets?.map((one) => ({ LifeCycleState: "available", ...one })) ?? null);
    for (const one of targets ?? [])
      say("mountTargetGroups", String(one.MountTargetId), one.SecurityGroups ?? []);
  }
  for (const [id, system] of Object.entries(resources.FsxFileSystems ?? {}))
    say(
      "fsxFileSystem",
      id,
      system === null ? null : [{ FileSystemId: id, FileSystemType: "LUSTRE", ...system }],
    );
  for (const [id, groups] of Object.entries(resources.NetworkInterfaces ?? {}))
    say("networkInterface", id, {
      NetworkInterfaceId: id,
      Groups: groups.map((GroupId) => ({ GroupId })),
    });
  for (const [id, logs] of Object.entries(resources.FlowLogs ?? {})) say("flowLogs", id, logs);
  for (const { of, name, digest } of resources.Images ?? [])
    say("image", imageId(of, name), digest === null ? null : [{ imageDigest: digest }]);
  for (const [repository, of] of Object.entries(resources.ImageRepositories ?? {})) {
    const name = { registryId: account, repository };
    say("imageRepository", repositoryId(name), of && [{ repositoryName: repository }]);
    const policyText = of?.policy && { policyText: JSON.stringify(of.policy) };
    say("imageRepositoryPolicy", repositoryPolicyId(name), policyText ?? null);
  }
  return facts;
}
