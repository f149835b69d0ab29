import { domainInternetOpen } from "../../../core/src/rules/domain-internet-open.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));
const problem = "The domain's apps have SageMaker's own way to the internet, which the team's policy forbids";

testRule(domainInternetOpen, {
  environment: { ...environment, policy: { studio: { directInternetAccess: "forbidden" } } },
  prelude: `${boto3Prelude}domain = dict(DomainName="d", AuthMode="IAM", DefaultUserSettings={"ExecutionRole": "arn:aws:iam::111122223333:role/N"}, VpcId="vpc-a", SubnetIds=["subnet-a1"])
`,
  valid: {
    "by the VPC": `sm.create_domain(**domain, AppNetworkAccessType="VpcOnly")`,
    "known only at run time": `sm.create_domain(**domain, AppNetworkAccessType=access())`,
    "what else is sent is known only at run time": `sm.create_domain(**domain, **more())`,
    "an update that leaves it as it is": `sm.update_domain(DomainId="d-1", AppSecurityGroupManagement="Customer")`,
    "no domain": `sm.create_training_job(**job)`,
  },
  invalid: {
    "left out": {
      code: `\
sm.create_domain(**domain)
#  ^^^^^^^^^^^^^ ${problem}`,
    },
    "by SageMaker's network": {
      code: `\
sm.create_domain(**domain, AppNetworkAccessType="PublicInternetOnly")
#                                               ^^^^^^^^^^^^^^^^^^^^ ${problem}`,
      output: `sm.create_domain(**domain, AppNetworkAccessType="VpcOnly")`,
    },
    "an update": {
      code: `\
sm.update_domain(DomainId="d-1", AppNetworkAccessType="PublicInternetOnly")
#                                                     ^^^^^^^^^^^^^^^^^^^^ ${problem}`,
      output: `sm.update_domain(DomainId="d-1", AppNetworkAccessType="VpcOnly")`,
    },
  },
});
