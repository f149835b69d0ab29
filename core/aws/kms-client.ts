import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  KMSClient,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeysCommand,
} from "@aws-sdk/client-kms";
import { serviceClient, type ClientSettings, type ServiceClient } from "./clients.js";

export function createKmsClient(settings: ClientSettings): ServiceClient {
  return serviceClient(settings, (config) => new KMSClient(config), {
    DescribeKey: DescribeKeyCommand,
    GetKeyPolicy: GetKeyPolicyCommand,
    ListAliases: ListAliasesCommand,
    ListGrants: ListGrantsCommand,
    ListKeys: ListKeysCommand,
  });
}
