import { fileSystemPortClosed } from "../../../core/src/rules/file-system-port-closed.js";
import { environmentOf } from "../../support/account-facts.js";
import { fileSystemPrelude } from "../../support/file-system-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(fileSystemPortClosed, {
  environment: environmentOf(resourceFacts(twoVpcs, jobResources)),
  prelude: fileSystemPrelude,
  valid: {
    "the job's own group guards it, and lets its members in": `sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("EFS", "fs-0000000a")])`,
    "the same of FSx": `sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("FSxLustre", "fs-0000001a")])`,
    "a file system of another VPC, which another rule tells": `sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("EFS", "fs-0000000b")])`,
    "groups known only at run time": `sm.create_training_job(**job, VpcConfig={"Subnets": ["subnet-a1"], "SecurityGroupIds": groups()}, InputDataConfig=[channel("EFS", "fs-0000000c")])`,
  },
  invalid: {
    "its group lets nothing in": {
      code: `\
network = {"VpcConfig": {"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}}
#                                                                       ^^^^^^^^^^ No traffic gets from sg-train to fs-0000000c (TCP 2049), which sg-db guards
sm.create_training_job(**job, **network, InputDataConfig=[channel("EFS", "fs-0000000c")])`,
      output: null,
    },
    "the same of FSx": {
      code: `\
network = {"VpcConfig": {"Subnets": ["subnet-a1"], "SecurityGroupIds": ["sg-train"]}}
#                                                                       ^^^^^^^^^^ No traffic gets from sg-train to fs-0000001b (TCP 988, 1018–1023), which sg-db guards
sm.create_training_job(**job, **network, InputDataConfig=[channel("FSxLustre", "fs-0000001b")])`,
    },
  },
});
