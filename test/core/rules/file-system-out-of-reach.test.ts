import { fileSystemOutOfReach } from "../../../core/src/rules/file-system-out-of-reach.js";
import { environmentOf } from "../../support/account-facts.js";
import { fileSystemPrelude } from "../../support/file-system-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const elsewhere = {
  SubnetId: "subnet-a3",
  VpcId: "vpc-a",
  AvailabilityZone: "us-east-1c",
  AvailabilityZoneId: "use1-az3",
};
const account = { ...twoVpcs, Subnets: [...(twoVpcs.Subnets ?? []), elsewhere] };

testRule(fileSystemOutOfReach, {
  environment: environmentOf(resourceFacts(account, jobResources)),
  prelude: fileSystemPrelude,
  valid: {
    "the subnet of its mount target": `sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("EFS", "fs-0000000a")])`,
    "the subnet of an FSx file system": `sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("FSxLustre", "fs-0000001a")])`,
    "no such file system": `sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("EFS", "fs-0000000e")])`,
    "a mount target whose zone AWS does not tell": `sm.create_training_job(**job, **vpc("subnet-a2"), InputDataConfig=[channel("EFS", "fs-0000000a")])`,
  },
  invalid: {
    "a mount target in another VPC": {
      code: `\
sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("EFS", "fs-0000000b")])
#                                   ^^^^^^^^^^^ fs-0000000b is in vpc-b, but subnet-a1 is in vpc-a`,
      output: null,
    },
    "no mount target": {
      code: `\
sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("EFS", "fs-0000000d")])
#                                                                                 ^^^^^^^^^^^^^ fs-0000000d has no mount target: no VPC can reach it`,
    },
    "a mount target that is being deleted": {
      code: `\
sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("EFS", "fs-0000003a")])
#                                                                                 ^^^^^^^^^^^^^ fs-0000003a has no mount target: no VPC can reach it`,
    },
    "not in each zone": {
      code: `\
sm.create_training_job(**job, **vpc("subnet-a1", "subnet-a3"), InputDataConfig=[channel("EFS", "fs-0000002a")])
#                                                ^^^^^^^^^^^ fs-0000002a has no mount target in the zone of subnet-a3, us-east-1c`,
    },
    "another subnet than that of FSx": {
      code: `\
sm.create_training_job(**job, **vpc("subnet-a2"), InputDataConfig=[channel("FSxLustre", "fs-0000001a")])
#                                   ^^^^^^^^^^^ fs-0000001a is in subnet-a1: from subnet-a2 it is read across subnets, perhaps across zones`,
    },
    "no Lustre": {
      code: `\
sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("FSxLustre", "fs-0000001c")])
#                                                                                       ^^^^^^^^^^^^^ fs-0000001c is an FSx file system of type WINDOWS; jobs read from Lustre only`,
    },
  },
});
