import { bucketPolicyDenies } from "../../../core/src/rules/bucket-policy-denies.js";
import { environmentOf } from "../../support/account-facts.js";
import { closedBuckets } from "../../support/closed-buckets.js";
import { fileSystemPrelude } from "../../support/file-system-prelude.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(bucketPolicyDenies, {
  environment: environmentOf(resourceFacts(troubledVpcs, closedBuckets)),
  prelude: fileSystemPrelude,
  valid: {
    "a model's data, which is not listed": `sm.create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/T", PrimaryContainer={"ModelDataUrl": "s3://ml-unlisted/m.tar.gz"})`,
    "a bucket without a policy": `sm.create_training_job(**{**job, **vpc("subnet-nat")})`,
    "the endpoint that it names": `sm.create_training_job(**{**job, **vpc("subnet-endpoint"), "OutputDataConfig": {"S3OutputPath": "s3://ml-endpoint/out"}})`,
    "the VPC that it names": `sm.create_training_job(**{**job, **vpc("subnet-endpoint"), "OutputDataConfig": {"S3OutputPath": "s3://ml-vpc/out"}})`,
    "a key that is known only when the job runs": `sm.create_training_job(**{**job, **vpc("subnet-endpoint"), "OutputDataConfig": {"S3OutputPath": "s3://ml-service/out"}})`,
    "another role": `sm.create_training_job(**{**job, **vpc("subnet-endpoint"), "OutputDataConfig": {"S3OutputPath": "s3://ml-role/out"}})`,
    "another folder": `sm.create_training_job(**{**job, **vpc("subnet-endpoint"), "OutputDataConfig": {"S3OutputPath": "s3://ml-prefix/out"}})`,
    "a way that is not followed": `sm.create_training_job(**{**job, **vpc("subnet-transit"), "OutputDataConfig": {"S3OutputPath": "s3://ml-other-endpoint/out"}})`,
    "subnets known only at run time": `sm.create_training_job(**{**job, "VpcConfig": {"Subnets": subnets(), "SecurityGroupIds": ["sg-ok"]}, "OutputDataConfig": {"S3OutputPath": "s3://ml-other-endpoint/out"}})`,
    "a batch transform job, whose network is its model's": `sm.create_transform_job(TransformJobName="a", TransformOutput={"S3OutputPath": "s3://ml-other-endpoint/out"})`,
    "a role known only at run time, and a statement about one": `sm.create_training_job(**{**job, "RoleArn": role(), **vpc("subnet-endpoint"), "OutputDataConfig": {"S3OutputPath": "s3://ml-role/out"}})`,
  },
  invalid: {
    "a channel, which is listed": {
      code: `\
uri = "s3://ml-unlisted/train"
#     ^^^^^^^^^^^^^^^^^^^^^^^^ The policy of ml-unlisted denies the job s3:ListBucket (statement 1), and the job is in no VPC of yours
sm.create_training_job(**job, InputDataConfig=[{"ChannelName": "train", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": uri}}}])`,
    },
    "another endpoint than the job's": {
      code: `\
sm.create_training_job(**{**job, **vpc("subnet-endpoint"), "OutputDataConfig": {"S3OutputPath": "s3://ml-other-endpoint/out"}})
#                                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The policy of ml-other-endpoint denies the job s3:PutObject if StringNotEquals aws:sourceVpce vpce-old (statement OnlyFromThere), and subnet-endpoint reaches S3 through vpce-s3 of vpc-net`,
      output: null,
    },
    "another VPC": {
      code: `\
sm.create_training_job(**{**job, **vpc("subnet-endpoint"), "OutputDataConfig": {"S3OutputPath": "s3://ml-other-vpc/out"}})
#                                                                                               ^^^^^^^^^^^^^^^^^^^^^^^ The policy of ml-other-vpc denies the job s3:PutObject if StringNotEquals aws:SourceVpc vpc-old (statement OnlyFromThere), and subnet-endpoint reaches S3 through vpce-s3 of vpc-net`,
    },
    "a NAT gateway": {
      code: `\
sm.create_training_job(**{**job, **vpc("subnet-nat"), "OutputDataConfig": {"S3OutputPath": "s3://ml-endpoint/out"}})
#                                                                                          ^^^^^^^^^^^^^^^^^^^^^^ The policy of ml-endpoint denies the job s3:PutObject if StringNotEquals aws:sourceVpce vpce-old or vpce-s3 (statement OnlyFromThere), and subnet-nat reaches S3 through a NAT gateway, not through an endpoint`,
    },
    "no VPC, whoever the role is": {
      code: `\
sm.create_training_job(**{**job, "RoleArn": role(), "OutputDataConfig": {"S3OutputPath": "s3://ml-endpoint/out"}})
#                                                                                        ^^^^^^^^^^^^^^^^^^^^^^ The policy of ml-endpoint denies the job s3:PutObject if StringNotEquals aws:sourceVpce vpce-old or vpce-s3 (statement OnlyFromThere), and the job is in no VPC of yours`,
    },
    "the folder that it guards": {
      code: `\
sm.create_training_job(**{**job, **vpc("subnet-endpoint"), "OutputDataConfig": {"S3OutputPath": "s3://ml-prefix/secret/x"}})
#                                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^ The policy of ml-prefix denies the job s3:PutObject if StringNotEquals aws:sourceVpce vpce-old (statement OnlyFromThere), and subnet-endpoint reaches S3 through vpce-s3 of vpc-net`,
    },
  },
});
