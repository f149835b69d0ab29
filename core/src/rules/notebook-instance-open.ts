import { defineRule } from "./define-rule.js";

export const notebookInstanceOpen = defineRule({
  id: "notebook-instance-open",
  severity: "warning",
  needs: ["notebookInstance"],
  summary: "The notebook instance that the notebook runs on has what the team forbids",
  why: "Direct internet access passes by your VPC, its endpoints and its logs, and root access by what the platform has set up. The team's policy forbids it, of instances that are there already too.",
  remedy:
    "Have the notebook instance made anew with DirectInternetAccess=Disabled, or stopped and updated with RootAccess=Disabled.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeNotebookInstance.html",
  demand: {
    by: ["notebookInstances.directInternetAccess", "notebookInstances.rootAccess"],
    otherwiseSilent: true,
  },
  references: {
    securityHub: ["SageMaker.1", "SageMaker.3"],
    config: ["SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS"],
  },

  applies: ({ notebookInstance, operation }, { notebookInstances }) =>
    notebookInstance !== undefined && operation.startsWith("Create") && notebookInstances !== undefined,

  *check({ notebookInstance: name = "", nameSpan }, { account, policy: { notebookInstances = {} } }) {
    const instance = account.notebookInstance(name);
    if (instance === undefined) return; // not of this account
    for (const [setting, what] of [
      ["directInternetAccess", "direct internet access"],
      ["rootAccess", "root access"],
    ] as const) {
      if (notebookInstances[setting] === undefined || instance[setting] !== "Enabled") continue;
      yield {
        span: nameSpan,
        demands: [`notebookInstances.${setting}`],
        message: `The notebook instance ${name}, which this notebook runs on, has ${what}, which the team's policy forbids`,
        facts: [{ kind: "notebookInstance", id: name, says: `${name}: ${what} is Enabled` }],
        once: true,
      };
    }
  },
});
