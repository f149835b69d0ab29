import { subnetWithoutWayToS3 } from "../../../core/src/rules/subnet-without-way-to-s3.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

testRule(subnetWithoutWayToS3, {
  environment: environmentOf(accountFacts(troubledVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "a gateway endpoint on the subnet's own table": `est = Estimator(**job, subnets=["subnet-endpoint"], security_group_ids=["sg-ok"])`,
    "a NAT gateway of the VPC's main table": `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-ok"])`,
    "a public subnet with an endpoint": `est = Estimator(**job, subnets=["subnet-public-endpoint"], security_group_ids=["sg-ok"])`,
    "a transit gateway: who knows": `est = Estimator(**job, subnets=["subnet-transit"], security_group_ids=["sg-ok"])`,
    "another account's subnet, whose endpoints need not be shown": `est = Estimator(**job, subnets=["subnet-shared-island"], security_group_ids=["sg-ok"])`,
    "another account's NAT gateway": `est = Estimator(**job, subnets=["subnet-shared"], security_group_ids=["sg-ok"])`,
  },
  invalid: {
    "no route at all": {
      code: `\
est = Estimator(**job, subnets=["subnet-island"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^ subnet-island has no way to S3: rtb-island has no route to it`,
    },
    "a public subnet": {
      code: `\
est = Estimator(**job, subnets=["subnet-public"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^ subnet-public has no way to S3: rtb-public routes it to igw-1, and SageMaker's interfaces have no public address`,
    },
    "a blackhole": {
      code: `\
est = Estimator(**job, subnets=["subnet-blackhole"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^^^^ subnet-blackhole has no way to S3: rtb-blackhole routes it to nat-1, which is gone (a blackhole)`,
    },
    "the route of a deleted endpoint, which is more specific than the NAT's": {
      code: `\
est = Estimator(**job, subnets=["subnet-endpoint-gone"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^^^^^^^^ subnet-endpoint-gone has no way to S3: rtb-endpoint-gone routes it to vpce-s3, which is gone (a blackhole)`,
    },
    "a NAT gateway that was deleted": {
      code: `\
est = Estimator(**job, subnets=["subnet-nat-deleted"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^^^^^^ subnet-nat-deleted has no way to S3: rtb-nat-deleted routes it to nat-deleted, which is deleted`,
    },
    "a private NAT gateway": {
      code: `\
est = Estimator(**job, subnets=["subnet-nat-private"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^^^^^^ subnet-nat-private has no way to S3: nat-private is private and has no public address either`,
    },
    "a NAT gateway that has no way out itself": {
      code: `\
est = Estimator(**job, subnets=["subnet-nat-inside"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^^^^^^^ subnet-nat-inside has no way to S3: rtb-island, which nat-inside uses, has no route to it`,
    },
    "some of S3's addresses only": {
      code: `\
est = Estimator(**job, subnets=["subnet-half"], security_group_ids=["sg-ok"])
#                               ^^^^^^^^^^^^^ subnet-half has no way to S3: rtb-half has no route to it`,
    },
    "one of two: a lottery": {
      code: `\
est = Estimator(**job, subnets=["subnet-nat", "subnet-public"], security_group_ids=["sg-ok"])
#                                             ^^^^^^^^^^^^^^^ subnet-public has no way to S3: rtb-public routes it to igw-1, and SageMaker's interfaces have no public address. Whether a job fails is chance: SageMaker takes any of the 2 subnets`,
      output: `est = Estimator(**job, subnets=["subnet-nat"], security_group_ids=["sg-ok"])`,
    },
  },
});
