import { defineRule } from "./define-rule.js";
import { switchFindings } from "./notebook-switch.js";

export const directInternetAccessOn = defineRule({
  id: "direct-internet-access-on",
  severity: "warning",
  needs: [],
  summary: "A notebook instance has its own way to the internet, which the team forbids",
  why: "Direct internet access gives a notebook instance an interface of SageMaker's that passes by your VPC, its endpoints and its logs. The team's policy forbids it.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html",

  applies: ({ operation }, { notebookInstances }) =>
    operation === "CreateNotebookInstance" && notebookInstances?.directInternetAccess === "forbidden",

  check: (request) =>
    switchFindings(request, {
      path: "DirectInternetAccess",
      message: "The notebook instance has direct internet access, which the team's policy forbids",
      title: "Turn direct internet access off",
    }),
});
