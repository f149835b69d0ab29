import type { Facts } from "../../core/src/account/fact.js";
import { questionKey } from "../../core/src/account/question.js";
import type { Environment } from "../../core/src/environment.js";
import { account, environmentOf, region } from "./account-facts.js";

const read = { call: "sagemaker:DescribeNotebookInstance", account, region, readAt: 0 };
const facts: Facts = new Map([
  [
    questionKey({ kind: "notebookInstance", id: "lab", region }),
    { state: "present", value: { DirectInternetAccess: "Enabled" }, read },
  ],
]);

/** A notebook that runs on an instance with direct internet access. */
export const openInstance: Environment = {
  ...environmentOf(facts),
  executionRole: { at: { notebookInstance: "lab" } },
};
