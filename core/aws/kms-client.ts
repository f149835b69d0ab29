import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  KMSClient,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeysCommand,
} from "@aws-sdk/client-kms";
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
    GetKeyPolicy: GetKeyPolicyCommand,
    ListAliases: ListAliasesCommand,
    ListGrants: ListGrantsCommand,
    ListKeys: ListKeysCommand,
  });
}
