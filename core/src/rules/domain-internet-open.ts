import { defineRule } from "./define-rule.js";
import { switchFindings } from "./notebook-switch.js";

export const domainInternetOpen = defineRule({
  id: "domain-internet-open",
  severity: "warning",
  needs: [],
  summary: "A Studio domain has its own way to the internet, which the team forbids",
  why: "Without VpcOnly the apps of a domain reach the internet by a network of SageMaker's, which passes by your VPC, its endpoints and its logs. The team's policy forbids it.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-notebooks-and-internet-access.html",
  demand: { by: ["studio.directInternetAccess"], otherwiseSilent: true },
  references: {
    conditionKeys: ["sagemaker:AppNetworkAccessType"],
  },

  applies: ({ operation }, { studio }) =>
    (operation === "CreateDomain" || operation === "UpdateDomain") &&
    studio?.directInternetAccess === "forbidden",

  check: (request) =>
    switchFindings(request, {
      path: "AppNetworkAccessType",
      off: "VpcOnly",
      // An update leaves what it does not name as it was
      isKept: request.operation === "UpdateDomain",
      message: "The domain's apps have SageMaker's own way to the internet, which the team's policy forbids",
      title: "Let all traffic go by the VPC",
    }),
});
