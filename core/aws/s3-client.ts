import {
  GetBucketEncryptionCommand,
  GetBucketPolicyCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  S3Client,
} from "@aws-sdk/client-s3";
import { serviceClient, type ClientSettings, type ServiceClient } from "./clients.js";

export function createS3Client(settings: ClientSettings): ServiceClient {
  // A bucket of another region is read there: that it is elsewhere is an answer.
  return serviceClient(settings, (config) => new S3Client({ ...config, followRegionRedirects: true }), {
    GetBucketEncryption: GetBucketEncryptionCommand,
    GetBucketPolicy: GetBucketPolicyCommand,
    HeadBucket: HeadBucketCommand,
    ListObjectsV2: ListObjectsV2Command,
  });
}
