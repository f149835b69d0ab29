import { lives, type Read } from "./read.js";

/** What is asked of EFS and FSx, of file systems that the requests name. */
export const fileSystemReads: readonly Read[] = [
  {
    // It says too whether there is such a file system
    kind: "mountTargets",
    service: "elasticfilesystem",
    operation: "DescribeMountTargets",
    action: "elasticfilesystem:DescribeMountTargets",
    ask: { by: "parameter", parameter: "FileSystemId", answer: "every" },
    items: "MountTargets",
    pick: [
      "MountTargetId",
      "SubnetId",
      "VpcId",
      "AvailabilityZoneId",
      "AvailabilityZoneName",
      "IpAddress",
      "LifeCycleState",
    ],
    absent: ["FileSystemNotFound"],
    life: lives.quarterHour,
  },
  {
    kind: "mountTargetGroups",
    service: "elasticfilesystem",
    operation: "DescribeMountTargetSecurityGroups",
    action: "elasticfilesystem:DescribeMountTargetSecurityGroups",
    ask: { by: "parameter", parameter: "MountTargetId", answer: "every" },
    items: "SecurityGroups",
    pick: [],
    absent: ["MountTargetNotFound"],
    life: lives.quarterHour,
  },
  {
    kind: "fsxFileSystem",
    service: "fsx",
    operation: "DescribeFileSystems",
    action: "fsx:DescribeFileSystems",
    ask: { by: "parameter", parameter: "FileSystemIds", isList: true, answer: "every" },
    items: "FileSystems",
    pick: ["FileSystemId", "FileSystemType", "Lifecycle", "VpcId", "SubnetIds", "NetworkInterfaceIds"],
    absent: ["FileSystemNotFound"],
    life: lives.quarterHour,
  },
];
