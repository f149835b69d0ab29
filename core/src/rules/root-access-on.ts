import { defineRule } from "./define-rule.js";
import { switchFindings } from "./notebook-switch.js";

export const rootAccessOn = defineRule({
  id: "root-access-on",
  severity: "warning",
  needs: [],
  summary: "The users of a notebook instance have root access, which the team forbids",
  why: "With root access users can change everything on the instance, its security settings too. The team's policy forbids it.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html",
  demand: { by: ["notebookInstances.rootAccess"], otherwiseSilent: true },
  references: {
    prowler: ["sagemaker_notebook_instance_root_access_disabled"],
    steampipe: ["sagemaker_notebook_instance_root_access_disabled"],
    securityHub: ["SageMaker.3"],
    checkov: ["CKV_AWS_307"],
    conditionKeys: ["sagemaker:RootAccess"],
  },

  applies: ({ operation }, { notebookInstances }) =>
    operation === "CreateNotebookInstance" && notebookInstances?.rootAccess === "forbidden",

  check: (request) =>
    switchFindings(request, {
      path: "RootAccess",
      message: "The users of the notebook instance have root access, which the team's policy forbids",
      title: "Turn root access off",
    }),
});
