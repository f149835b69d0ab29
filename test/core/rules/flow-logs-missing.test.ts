import { flowLogsMissing } from "../../../core/src/rules/flow-logs-missing.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));

testRule(flowLogsMissing, {
  environment: { ...environment, policy: { network: { flowLogs: "required" } } },
  prelude: `${boto3Prelude}from sagemaker.estimator import Estimator
est = dict(role="arn:aws:iam::111122223333:role/T", image_uri="image", instance_type="ml.m5.large")
`,
  valid: {
    "a VPC with flow logs": `Estimator(**est, instance_count=1, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    "no VPC": `Estimator(**est, instance_count=1)`,
    "a subnet that nobody was asked about": `Estimator(**est, instance_count=1, subnets=["subnet-z"], security_group_ids=["sg-train"])`,
  },
  invalid: {
    "a VPC without": {
      code: `\
Estimator(**est, instance_count=1, subnets=["subnet-b"], security_group_ids=["sg-b"])
#                                           ^^^^^^^^^^ Neither vpc-b nor subnet-b has flow logs, which the team's policy asks for`,
      output: null,
    },
  },
});
