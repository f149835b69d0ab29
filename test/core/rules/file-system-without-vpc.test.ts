import { fileSystemWithoutVpc } from "../../../core/src/rules/file-system-without-vpc.js";
import { environmentOf } from "../../support/account-facts.js";
import { fileSystemPrelude } from "../../support/file-system-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(fileSystemWithoutVpc, {
  environment: environmentOf(resourceFacts(twoVpcs, jobResources)),
  prelude: fileSystemPrelude,
  valid: {
    "in a VPC": `sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("EFS", "fs-0000000a")])`,
    "no file system": `sm.create_training_job(**job)`,
    "what else is sent is known only at run time": `sm.create_training_job(**job, **more(), InputDataConfig=[channel("EFS", "fs-0000000a")])`,
  },
  invalid: {
    "no VPC": {
      code: `\
sm.create_training_job(**job, InputDataConfig=[channel("EFS", "fs-0000000a")])
#                                                             ^^^^^^^^^^^^^ The job reads from the EFS file system fs-0000000a, and has no VpcConfig by which to reach it`,
    },
  },
});
