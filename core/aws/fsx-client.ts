import { DescribeFileSystemsCommand, FSxClient } from "@aws-sdk/client-fsx";
import {
  sdkConfig,
  serviceClient,
  withoutVersionWarning,
  type ClientSettings,
  type ServiceClient,
} from "./clients.js";

export function createFsxClient(settings: ClientSettings): ServiceClient {
  const client = withoutVersionWarning(() => new FSxClient(sdkConfig(settings)));
  return serviceClient(client, {
    DescribeFileSystems: DescribeFileSystemsCommand,
  });
}
