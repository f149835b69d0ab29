import type { Decode } from "./decode.js";
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

export const toBucket: Decode<Bucket> = (of) => ({ ...of.optionalString("BucketRegion", "region") });

export const toBucketEncryption: Decode<BucketEncryption> = (of) => {
  // AWS has one rule
  const [rule] = of.each("Rules", (one) => {
    const byDefault = one.inner("ApplyServerSideEncryptionByDefault");
    return {
      ...byDefault.optionalString("SSEAlgorithm", "algorithm"),
      ...byDefault.optionalString("KMSMasterKeyID", "kmsKeyId"),
    };
  });
  return rule ?? {};
};

/** How many were found, of one that was looked for. */
export const toObjectCount: Decode<number> = (of) => of.number("KeyCount");

export const toModel: Decode<Model> = (of) => ({
  modelName: of.string("ModelName"),
  subnetIds: of.inner("VpcConfig").strings("Subnets"),
});

export const toContainerImage: Decode<ContainerImage> = (of) => ({ digest: of.string("imageDigest") });

export const toImageRepository: Decode<ImageRepository> = (of) => ({ name: of.string("repositoryName") });

/** JSON text. */
export const toRepositoryPolicy: Decode<string> = (of) => of.string("policyText");

/** JSON text. */
export const toBucketPolicy: Decode<string> = (of) => of.string("Policy");

export const toQuota: Decode<Quota> = (of) => ({ name: of.string("QuotaName"), value: of.number("Value") });

export const toMountTarget: Decode<MountTarget> = (of) => ({
  mountTargetId: of.string("MountTargetId"),
  subnetId: of.string("SubnetId"),
  ...of.optionalString("VpcId", "vpcId"),
  ...of.optionalString("AvailabilityZoneId", "availabilityZoneId"),
  ...of.optionalString("IpAddress", "ipAddress"),
  state: of.string("LifeCycleState"),
});

export const toFsxFileSystem: Decode<FsxFileSystem> = (of) => ({
  fileSystemId: of.string("FileSystemId"),
  type: of.string("FileSystemType"),
  ...of.optionalString("Lifecycle", "lifecycle"),
  ...of.optionalString("VpcId", "vpcId"),
  subnetIds: of.strings("SubnetIds"),
  networkInterfaceIds: of.strings("NetworkInterfaceIds"),
});

export const toNetworkInterface: Decode<NetworkInterface> = (of) => ({
  networkInterfaceId: of.string("NetworkInterfaceId"),
  groupIds: of.each("Groups", (group) => group.string("GroupId")),
});

export const toFlowLog: Decode<FlowLog> = (of) => ({
  flowLogId: of.string("FlowLogId"),
  ...of.optionalString("FlowLogStatus", "status"),
});
