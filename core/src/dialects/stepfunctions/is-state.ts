import type { CallRecord } from "../../python/record.js";

export const statePrefix = "stepfunctions.steps.sagemaker.";

/** The call makes a step of the Step Functions SDK that asks SageMaker for something. */
export function isState(record: CallRecord): record is Extract<CallRecord, { kind: "construction" }> {
  return record.kind === "construction" && record.type.startsWith(statePrefix);
}
