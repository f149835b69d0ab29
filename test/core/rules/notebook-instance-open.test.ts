import { questionKey } from "../../../core/src/account/question.js";
import type { Fact } from "../../../core/src/account/fact.js";
import type { TeamPolicy } from "../../../core/src/policy/team-policy.js";
import { notebookInstanceOpen } from "../../../core/src/rules/notebook-instance-open.js";
import { account, accountFacts, environmentOf, region } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const read = { call: "sagemaker:DescribeNotebookInstance", account, region, readAt: 0 };
const fact = (value: object): Fact => ({ state: "present", value, read });
const facts = new Map<string, Fact>([
  ...accountFacts(twoVpcs),
  [
    questionKey({ kind: "notebookInstance", id: "open", region }),
    fact({ NotebookInstanceName: "open", DirectInternetAccess: "Enabled", RootAccess: "Enabled" }),
  ],
  [
    questionKey({ kind: "notebookInstance", id: "closed", region }),
    fact({ NotebookInstanceName: "closed", DirectInternetAccess: "Disabled", RootAccess: "Disabled" }),
  ],
  [questionKey({ kind: "notebookInstance", id: "gone", region }), { state: "absent", read }],
]);
const on = (
  notebookInstance: string,
  notebookInstances: NonNullable<TeamPolicy["notebookInstances"]> = { directInternetAccess: "forbidden" },
) => ({
  ...environmentOf(facts),
  executionRole: { at: { notebookInstance } },
  policy: { notebookInstances },
});
const job = `est = Estimator(**job)`;

testRule(notebookInstanceOpen, {
  environment: on("open"),
  prelude: estimatorPrelude,
  valid: { "a job of another region": `import os\nos.environ["AWS_DEFAULT_REGION"] = "eu-west-1"\n${job}` },
  invalid: {
    "direct internet access, told once": {
      code: `\
est = Estimator(**job)
#     ^^^^^^^^^ The notebook instance open, which this notebook runs on, has direct internet access, which the team's policy forbids
Estimator(**job)`,
      output: null,
    },
  },
});

for (const [name, environment] of Object.entries({
  "in order": on("closed"),
  "not of this account": on("gone"),
  "nobody was asked about": on("other"),
  "of a team that asks something else": on("open", {}),
  elsewhere: { ...environmentOf(facts), policy: { notebookInstances: { rootAccess: "forbidden" as const } } },
}))
  testRule(notebookInstanceOpen, {
    environment,
    prelude: estimatorPrelude,
    valid: { [`an instance ${name}`]: job },
    invalid: {},
  });
