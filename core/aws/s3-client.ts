import {
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketPolicyCommand,
  HeadBucketCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import {
  sdkConfig,
  serviceClient,
  withoutVersionWarning,
  type ClientSettings,
  type ServiceClient,
} from "./clients.js";

export function createS3Client(settings: ClientSettings): ServiceClient {
  const client = withoutVersionWarning(() => new S3Client(sdkConfig(settings)));
  return serviceClient(client, {
    GetBucketEncryption: GetBucketEncryptionCommand,
    GetBucketLocation: GetBucketLocationCommand,
    GetBucketPolicy: GetBucketPolicyCommand,
    HeadBucket: HeadBucketCommand,
  });
}
