import {
  DescribeFileSystemsCommand,
  DescribeMountTargetsCommand,
  DescribeMountTargetSecurityGroupsCommand,
  EFSClient,
} from "@aws-sdk/client-efs";
import {
  sdkConfig,
  serviceClient,
  withoutVersionWarning,
  type ClientSettings,
  type ServiceClient,
} from "./clients.js";

export function createEfsClient(settings: ClientSettings): ServiceClient {
  const client = withoutVersionWarning(() => new EFSClient(sdkConfig(settings)));
  return serviceClient(client, {
    DescribeFileSystems: DescribeFileSystemsCommand,
    DescribeMountTargets: DescribeMountTargetsCommand,
    DescribeMountTargetSecurityGroups: DescribeMountTargetSecurityGroupsCommand,
  });
}
