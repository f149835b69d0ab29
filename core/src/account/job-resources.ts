/**
 * What jobs rest on besides their network and keys, as rules see it: buckets, file systems, quotas. As in
 * `resources.ts`.
 */

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export interface Bucket {
  /** Absent where S3 does not say. */
  readonly region?: string;
}

/** How a bucket encrypts what is written without a word on it. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html */
export interface BucketEncryption {
  /** `AES256`, `aws:kms` or `aws:kms:dsse`. */
  readonly algorithm?: string;
  /** A key of KMS's by any of its names; absent: the one that AWS manages for S3. */
  readonly kmsKeyId?: string;
}

/** @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModel.html */
export interface Model {
  readonly modelName: string;
  /** Empty: it has no VPC. */
  readonly subnetIds: readonly string[];
}

/** An image of ECR's. @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageDetail.html */
export interface ContainerImage {
  readonly digest: string;
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_Repository.html */
export interface ImageRepository {
  readonly name: string;
}

/** @see https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ServiceQuota.html */
export interface Quota {
  /** `ml.p3.2xlarge for training job usage` */
  readonly name: string;
  readonly value: number;
}

/** Where a VPC reaches an EFS file system. @see https://docs.aws.amazon.com/efs/latest/ug/API_MountTargetDescription.html */
export interface MountTarget {
  readonly mountTargetId: string;
  readonly subnetId: string;
  readonly vpcId?: string;
  readonly availabilityZoneId?: string;
  readonly ipAddress?: string;
  /** `available` is the one that works. */
  readonly state: string;
}

/** @see https://docs.aws.amazon.com/fsx/latest/APIReference/API_FileSystem.html */
export interface FsxFileSystem {
  readonly fileSystemId: string;
  /** `LUSTRE` is the one that SageMaker takes. */
  readonly type: string;
  /** `AVAILABLE`, `CREATING`, `DELETING` … */
  readonly lifecycle?: string;
  readonly vpcId?: string;
  readonly subnetIds: readonly string[];
  readonly networkInterfaceIds: readonly string[];
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html */
export interface NetworkInterface {
  readonly networkInterfaceId: string;
  readonly groupIds: readonly string[];
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_FlowLog.html */
export interface FlowLog {
  readonly flowLogId: string;
  /** `ACTIVE` is the one that works. */
  readonly status?: string;
}
