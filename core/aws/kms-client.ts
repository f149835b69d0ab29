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
    DescribeKey: (input, options) => client.send(new DescribeKeyCommand(input as never), options),
    ListAliases: (input, options) => client.send(new ListAliasesCommand(input as never), options),
    ListKeys: (input, options) => client.send(new ListKeysCommand(input as never), options),
  });
}
