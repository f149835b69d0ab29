import { object, type Family, type Sending } from "../sagemaker-v2/family.js";
import { unfilled } from "../sagemaker-v2/processing-families.js";
import {
  checkDefaults,
  notebookJobFamily,
  stepFunctionFamily,
  withDefaults,
} from "../sagemaker-v2/step-families.js";

/*
 * What the steps of SDK 3.27.0 send that have the settings of their job themselves. Each row was seen with the real SDK
 * (test/sdk).
 */

const client = "sagemaker-v3";

/**
 * The definition cannot be written with a network in it: the SDK puts the object there as it is. The keys are those of the
 * configuration alone, whatever defaults there are.
 */
const check: Sending = {
  ...withDefaults(unfilled([]), { ...checkDefaults, MaxRuntimeInSeconds: 86400 }),
  refuses: {
    given: object("network_config"),
    refusal: { error: "TypeError", message: "Object of type NetworkConfig is not JSON serializable" },
  },
};

export const stepFamilies: readonly Family[] = [
  { ...stepFunctionFamily("sagemaker.mlops.workflow.function_step.step"), client },
  { ...notebookJobFamily("sagemaker.mlops.workflow.notebook_job_step.NotebookJobStep"), client },
  {
    base: "sagemaker.mlops.workflow.check_job_config.CheckJobConfig",
    client,
    attributes: new Map(),
    objects: new Map([["network_config", "sagemaker.core.network.NetworkConfig"]]),
    sends: [check],
  },
];
