import {
  DescribeMountTargetsCommand,
  DescribeMountTargetSecurityGroupsCommand,
  EFSClient,
} from "@aws-sdk/client-efs";
import { serviceClient, type ClientSettings, type ServiceClient } from "./clients.js";

export function createEfsClient(settings: ClientSettings): ServiceClient {
  return serviceClient(settings, (config) => new EFSClient(config), {
    DescribeMountTargets: DescribeMountTargetsCommand,
    DescribeMountTargetSecurityGroups: DescribeMountTargetSecurityGroupsCommand,
  });
}
