import type { AccountContents } from "./account-facts.js";
import { account, region } from "./account-facts.js";
import { jobResources } from "./job-resources.js";
import type { ResourceContents } from "./resource-facts.js";

const key = `arn:aws:kms:${region}:${account}:key/11111111-aaaa-4bbb-8ccc-000000000001`;

function bucketPolicy(bucket: string, ...statements: readonly object[]): object {
  const own = {
    Effect: "Deny",
    Principal: "*",
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
  };
  return { Version: "2012-10-17", Statement: statements.map((statement) => ({ ...own, ...statement })) };
}

const onlyFrom = (key: string, value: string | readonly string[], more: object = {}) => ({
  Sid: "OnlyFromThere",
  Action: ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
  Condition: { StringNotEquals: { [key]: value }, ...more },
});

/** `jobResources`, with buckets that let in who comes by some way, or what is encrypted in some way. */
export const closedBuckets: ResourceContents = {
  ...jobResources,
  Buckets: {
    ...jobResources.Buckets,
    ...Object.fromEntries(
      [
        "ml-endpoint",
        "ml-other-endpoint",
        "ml-vpc",
        "ml-other-vpc",
        "ml-service",
        "ml-role",
        "ml-prefix",
        "ml-unlisted",
        "ml-key",
        "ml-other-key",
        "ml-aes",
      ].map((name) => [name, region]),
    ),
  },
  BucketPolicies: {
    "ml-endpoint": bucketPolicy("ml-endpoint", onlyFrom("aws:sourceVpce", ["vpce-old", "vpce-s3"])),
    "ml-other-endpoint": bucketPolicy("ml-other-endpoint", onlyFrom("aws:sourceVpce", "vpce-old")),
    "ml-vpc": bucketPolicy("ml-vpc", onlyFrom("aws:SourceVpc", "vpc-net")),
    "ml-other-vpc": bucketPolicy("ml-other-vpc", onlyFrom("aws:SourceVpc", "vpc-old")),
    "ml-service": bucketPolicy(
      "ml-service",
      onlyFrom("aws:sourceVpce", "vpce-old", { Bool: { "aws:ViaAWSService": "false" } }),
    ),
    "ml-role": bucketPolicy("ml-role", {
      ...onlyFrom("aws:sourceVpce", "vpce-old"),
      Principal: { AWS: `arn:aws:iam::${account}:role/Auditor` },
    }),
    "ml-prefix": bucketPolicy("ml-prefix", {
      ...onlyFrom("aws:sourceVpce", "vpce-old"),
      Resource: "arn:aws:s3:::ml-prefix/secret/*",
    }),
    "ml-unlisted": bucketPolicy("ml-unlisted", { Action: "s3:ListBucket" }),
    "ml-key": bucketPolicy("ml-key", {
      Sid: "OurKey",
      Action: "s3:PutObject",
      Condition: { StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": key } },
    }),
    "ml-other-key": bucketPolicy("ml-other-key", {
      Sid: "OurKey",
      Action: "s3:PutObject",
      Condition: {
        StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": `${key.slice(0, -1)}9` },
      },
    }),
    "ml-aes": bucketPolicy("ml-aes", {
      Sid: "Aes",
      Action: "s3:PutObject",
      Condition: { StringNotEquals: { "s3:x-amz-server-side-encryption": "AES256" } },
    }),
  },
};

/** A VPC whose endpoint of S3 lets through to the bucket ml-vpc only. */
export const guardedVpc: AccountContents = {
  Subnets: [{ SubnetId: "subnet-guarded", VpcId: "vpc-guarded" }],
  SecurityGroups: [{ GroupId: "sg-guarded", VpcId: "vpc-guarded" }],
  RouteTables: [
    {
      RouteTableId: "rtb-guarded",
      VpcId: "vpc-guarded",
      Associations: [{ Main: true }],
      Routes: [{ DestinationPrefixListId: "pl-s3", GatewayId: "vpce-guarded", State: "active" }],
    },
  ],
  VpcEndpoints: [
    {
      VpcEndpointId: "vpce-guarded",
      VpcId: "vpc-guarded",
      ServiceName: `com.amazonaws.${region}.s3`,
      PolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: {
          Effect: "Allow",
          Principal: "*",
          Action: "s3:*",
          Resource: ["arn:aws:s3:::ml-vpc", "arn:aws:s3:::ml-vpc/*"],
        },
      }),
    },
  ],
};
