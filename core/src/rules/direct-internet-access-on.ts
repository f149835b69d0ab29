import { defineRule } from "./define-rule.js";
import { switchFindings } from "./notebook-switch.js";

export const directInternetAccessOn = defineRule({
  id: "direct-internet-access-on",
  severity: "warning",
  needs: [],
  summary: "A notebook instance has its own way to the internet, which the team forbids",
  why: "Direct internet access gives a notebook instance an interface of SageMaker's that passes by your VPC, its endpoints and its logs. The team's policy forbids it.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html",
  demand: { by: ["notebookInstances.directInternetAccess"], otherwiseSilent: true },
  references: {
    prowler: ["sagemaker_notebook_instance_without_direct_internet_access_configured"],
    steampipe: ["sagemaker_notebook_instance_direct_internet_access_disabled"],
    config: ["SAGEMAKER_NOTEBOOK_NO_DIRECT_INTERNET_ACCESS"],
    securityHub: ["SageMaker.1"],
    checkov: ["CKV_AWS_122"],
    conditionKeys: ["sagemaker:DirectInternetAccess"],
  },

  applies: ({ operation }, { notebookInstances }) =>
    operation === "CreateNotebookInstance" && notebookInstances?.directInternetAccess === "forbidden",

  check: (request) =>
    switchFindings(request, {
      path: "DirectInternetAccess",
      message: "The notebook instance has direct internet access, which the team's policy forbids",
      title: "Turn direct internet access off",
    }),
});
