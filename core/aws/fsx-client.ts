import { DescribeFileSystemsCommand, FSxClient } from "@aws-sdk/client-fsx";
import { serviceClient, type ClientSettings, type ServiceClient } from "./clients.js";

export function createFsxClient(settings: ClientSettings): ServiceClient {
  return serviceClient(settings, (config) => new FSxClient(config), {
    DescribeFileSystems: DescribeFileSystemsCommand,
  });
}
