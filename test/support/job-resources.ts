import type { ResourceContents } from "./resource-facts.js";

/**
 * For jobs in `twoVpcs`: buckets here, elsewhere and nowhere; quotas of 20, 2 and 0 instances; file systems by what is
 * wrong with them, `fs-0000000a` and `fs-0000001a` being in order.
 */
export const jobResources: ResourceContents = {
  Buckets: {
    "ml-data": "us-east-1",
    "ml-data-frankfurt": "eu-central-1",
    "ml-data-gone": null,
  },
  BucketKeys: {
    "ml-data": null,
    "ml-disabled-key": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000003",
    "ml-good-key": "alias/ml-volume",
    "ml-other-account": "arn:aws:kms:us-east-1:444455556666:key/11111111-aaaa-4bbb-8ccc-000000000003",
  },
  Objects: { "ml-data/train": 1, "ml-data/trian": 0 },
  Models: { churn: ["subnet-a1"], open: [], gone: null },
  Quotas: {
    "ml.m5.large for training job usage": 20,
    "ml.m5.xlarge for training job usage": 20,
    "ml.p4d.24xlarge for training job usage": 2,
    "ml.m5.xlarge for processing job usage": 20,
    "ml.g5.xlarge for endpoint usage": 3,
    "ml.g5.xlarge for training job usage": 20,
    "ml.m5.large for training warm pool usage": 2,
    "Number of instances across all training jobs": 18,
    "Maximum number of instances per training job": 20,
    "Number of instances across all processing jobs": 4,
  },
  DefaultQuotas: {
    "ml.p3.2xlarge for training job usage": 0,
    "ml.m5.xlarge for training warm pool usage": 0,
    "ml.m5.xlarge for spot training job usage": 1,
    "ml.m5.large for transform job usage": 4,
  },
  MountTargets: {
    "fs-0000000a": [
      {
        MountTargetId: "fsmt-1",
        SubnetId: "subnet-a1",
        VpcId: "vpc-a",
        IpAddress: "10.0.1.9",
        SecurityGroups: ["sg-train"],
      },
    ],
    "fs-0000000b": [
      {
        MountTargetId: "fsmt-2",
        SubnetId: "subnet-b",
        VpcId: "vpc-b",
        IpAddress: "10.1.1.9",
        SecurityGroups: ["sg-b"],
      },
    ],
    "fs-0000000c": [
      {
        MountTargetId: "fsmt-3",
        SubnetId: "subnet-a1",
        VpcId: "vpc-a",
        IpAddress: "10.0.1.9",
        SecurityGroups: ["sg-db"],
      },
    ],
    "fs-0000002a": [
      {
        MountTargetId: "fsmt-4",
        SubnetId: "subnet-a1",
        VpcId: "vpc-a",
        AvailabilityZoneId: "use1-az1",
        SecurityGroups: ["sg-train"],
      },
    ],
    "fs-0000000d": [],
    // Its only one is being deleted
    "fs-0000003a": [
      {
        MountTargetId: "fsmt-0000003a",
        SubnetId: "subnet-a1",
        VpcId: "vpc-a",
        AvailabilityZoneId: "use1-az1",
        LifeCycleState: "deleting",
      },
    ],
    "fs-0000000e": null,
  },
  FsxFileSystems: {
    "fs-0000001a": { VpcId: "vpc-a", SubnetIds: ["subnet-a1"], NetworkInterfaceIds: ["eni-1"] },
    "fs-0000001b": { VpcId: "vpc-a", SubnetIds: ["subnet-a1"], NetworkInterfaceIds: ["eni-2"] },
    "fs-0000001c": { VpcId: "vpc-a", SubnetIds: ["subnet-a1"], FileSystemType: "WINDOWS" },
    "fs-0000001e": null,
  },
  NetworkInterfaces: { "eni-1": ["sg-train"], "eni-2": ["sg-db"] },
  FlowLogs: {
    "vpc-a": [{ FlowLogId: "fl-1", ResourceId: "vpc-a", FlowLogStatus: "ACTIVE" }],
    "vpc-b": [],
    "subnet-a1": [],
    "subnet-b": [],
  },
};
