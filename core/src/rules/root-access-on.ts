import { defineRule } from "./define-rule.js";
import { switchFindings } from "./notebook-switch.js";

export const rootAccessOn = defineRule({
  id: "root-access-on",
  severity: "warning",
  needs: [],
  summary: "The users of a notebook instance have root access, which the team forbids",
  why: "With root access users can change everything on the instance, its security settings too. The team's policy forbids it.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html",

  applies: ({ operation }, { notebookInstances }) =>
    operation === "CreateNotebookInstance" && notebookInstances?.rootAccess === "forbidden",

  check: (request) =>
    switchFindings(request, {
      path: "RootAccess",
      message: "The users of the notebook instance have root access, which the team's policy forbids",
      title: "Turn root access off",
    }),
});
