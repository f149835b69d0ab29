import { directInternetAccessOn } from "../../../core/src/rules/direct-internet-access-on.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));

testRule(directInternetAccessOn, {
  environment: { ...environment, policy: { notebookInstances: { directInternetAccess: "forbidden" } } },
  prelude: `${boto3Prelude}nb = dict(NotebookInstanceName="lab", InstanceType="ml.t3.medium", RoleArn="arn:aws:iam::111122223333:role/T")
`,
  valid: {
    off: `sm.create_notebook_instance(**nb, DirectInternetAccess="Disabled")`,
    "known only at run time": `sm.create_notebook_instance(**nb, DirectInternetAccess=access())`,
    "what else is sent is known only at run time": `sm.create_notebook_instance(**nb, **more())`,
    "no notebook instance": `sm.create_training_job(**job)`,
  },
  invalid: {
    "left out": {
      code: `\
sm.create_notebook_instance(**nb)
#  ^^^^^^^^^^^^^^^^^^^^^^^^ The notebook instance has direct internet access, which the team's policy forbids`,
    },
    on: {
      code: `\
sm.create_notebook_instance(**nb, DirectInternetAccess="Enabled")
#                                                      ^^^^^^^^^ The notebook instance has direct internet access, which the team's policy forbids`,
      output: `sm.create_notebook_instance(**nb, DirectInternetAccess="Disabled")`,
    },
  },
});
