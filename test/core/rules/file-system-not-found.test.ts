import { fileSystemNotFound } from "../../../core/src/rules/file-system-not-found.js";
import { environmentOf } from "../../support/account-facts.js";
import { fileSystemPrelude } from "../../support/file-system-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(fileSystemNotFound, {
  environment: environmentOf(resourceFacts(twoVpcs, jobResources)),
  prelude: fileSystemPrelude,
  valid: {
    "an EFS file system": `sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("EFS", "fs-0000000a")])`,
    "an FSx file system": `sm.create_training_job(**job, **vpc("subnet-a1"), InputDataConfig=[channel("FSxLustre", "fs-0000001a")])`,
    "one that nobody was asked about": `sm.create_training_job(**job, InputDataConfig=[channel("EFS", "fs-0000000f")])`,
    "a kind known only at run time": `sm.create_training_job(**job, InputDataConfig=[channel(kind(), "fs-0000000e")])`,
  },
  invalid: {
    "no such EFS file system": {
      code: `\
sm.create_training_job(**job, InputDataConfig=[channel("EFS", "fs-0000000e")])
#                                                             ^^^^^^^^^^^^^ fs-0000000e is no EFS file system of account 111122223333, us-east-1`,
      output: null,
    },
    "no such FSx file system": {
      code: `\
sm.create_training_job(**job, InputDataConfig=[channel("FSxLustre", "fs-0000001e")])
#                                                                   ^^^^^^^^^^^^^ fs-0000001e is no FSx file system of account 111122223333, us-east-1`,
    },
  },
});
