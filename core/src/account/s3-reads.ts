import { lives, type Read } from "./read.js";

const ofBucket = {
  service: "s3",
  ask: { by: "parameter", parameter: "Bucket" },
  items: "",
} as const;

/** What is asked of S3: only of buckets that the requests name. */
export const s3Reads: readonly Read[] = [
  {
    // S3 says where a bucket is to whoever may list it. Of a bucket that is not the caller's it says only "forbidden".
    kind: "bucket",
    ...ofBucket,
    operation: "HeadBucket",
    action: "s3:ListBucket",
    pick: ["BucketRegion"],
    absent: ["NotFound", "NoSuchBucket", "404"],
    bodiless: true,
    life: lives.hour,
  },
  {
    // Whether there is anything: one name is looked for, and none is kept
    kind: "objectsUnder",
    service: "s3",
    operation: "ListObjectsV2",
    action: "s3:ListBucket",
    ask: { by: "parameters", parameters: { Bucket: "text", Prefix: "text" } },
    input: { MaxKeys: 1 },
    items: "",
    pick: ["KeyCount"],
    absent: ["NoSuchBucket"],
    life: lives.fewMinutes,
  },
  {
    kind: "bucketPolicy",
    ...ofBucket,
    operation: "GetBucketPolicy",
    action: "s3:GetBucketPolicy",
    pick: ["Policy"],
    absent: ["NoSuchBucketPolicy", "NoSuchBucket"],
    life: lives.fewMinutes,
  },
  {
    // How S3 encrypts what is written without a word on encryption
    kind: "bucketEncryption",
    ...ofBucket,
    operation: "GetBucketEncryption",
    action: "s3:GetEncryptionConfiguration",
    items: "ServerSideEncryptionConfiguration",
    pick: ["Rules"],
    absent: ["ServerSideEncryptionConfigurationNotFoundError", "NoSuchBucket"],
    life: lives.quarterHour,
  },
];
