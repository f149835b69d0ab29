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
  // A bucket of another region is read there: that it is elsewhere is an answer.
  const client = withoutVersionWarning(
    () => new S3Client({ ...sdkConfig(settings), followRegionRedirects: true }),
  );
  return serviceClient(client, {
    GetBucketEncryption: GetBucketEncryptionCommand,
    GetBucketLocation: GetBucketLocationCommand,
    GetBucketPolicy: GetBucketPolicyCommand,
    HeadBucket: HeadBucketCommand,
  });
}
