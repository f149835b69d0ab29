import { readsTable } from "../src/account/reads.js";

/** The IAM policy that the reads need, as a document. `sts:GetCallerIdentity` needs no permission. */
export function iamPolicy(): object {
  const actions = new Set(readsTable.reads.map(({ action }) => action));
  actions.delete("sts:GetCallerIdentity");
  return {
    Version: "2012-10-17",
    Statement: [
      { Sid: "SageMakerPreflightReads", Effect: "Allow", Action: [...actions].sort(), Resource: "*" },
    ],
  };
}
