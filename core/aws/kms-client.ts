import { DescribeKeyCommand, KMSClient, ListAliasesCommand, ListKeysCommand } from "@aws-sdk/client-kms";
import {
  sdkConfig,
  serviceClient,
  withoutVersionWarning,
  type ClientSettings,
  type ServiceClient,
} from "./clients.js";

export function createKmsClient(settings: ClientSettings): ServiceClient {
  const client = withoutVersionWarning(() => new KMSClient(sdkConfig(settings)));
  return serviceClient(client, {
    DescribeKey: DescribeKeyCommand,
    ListAliases: ListAliasesCommand,
    ListKeys: ListKeysCommand,
  });
}
