import { rootAccessOn } from "../../../core/src/rules/root-access-on.js";
import { environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { jobResources } from "../../support/job-resources.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environment = environmentOf(resourceFacts(twoVpcs, jobResources));

testRule(rootAccessOn, {
  environment: { ...environment, policy: { notebookInstances: { rootAccess: "forbidden" } } },
  prelude: `${boto3Prelude}nb = dict(NotebookInstanceName="lab", InstanceType="ml.t3.medium", RoleArn="arn:aws:iam::111122223333:role/T")
`,
  valid: {
    off: `sm.create_notebook_instance(**nb, RootAccess="Disabled")`,
    "known only at run time": `sm.create_notebook_instance(**nb, RootAccess=access())`,
    "what else is sent is known only at run time": `sm.create_notebook_instance(**nb, **more())`,
    "no notebook instance": `sm.create_training_job(**job)`,
  },
  invalid: {
    "left out": {
      code: `\
sm.create_notebook_instance(**nb)
#  ^^^^^^^^^^^^^^^^^^^^^^^^ The users of the notebook instance have root access, which the team's policy forbids`,
    },
    on: {
      code: `\
sm.create_notebook_instance(**nb, RootAccess="Enabled")
#                                            ^^^^^^^^^ The users of the notebook instance have root access, which the team's policy forbids`,
      output: `sm.create_notebook_instance(**nb, RootAccess="Disabled")`,
    },
  },
});
