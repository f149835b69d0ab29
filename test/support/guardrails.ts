import { policyOf, type RoleContents } from "./role-facts.js";

export const allowAll = { Sid: "All", Effect: "Allow", Action: "*", Resource: "*" };

/** A statement that denies the making of jobs, training jobs if not said otherwise. */
export function deny(
  Sid: string,
  Condition: object,
  Action: string | readonly string[] = "sagemaker:CreateTrainingJob",
) {
  return { Sid, Effect: "Deny", Action, Resource: "*", Condition };
}

/** A caller whom a platform team's policies hold to VPCs and keys; one of them names a key wrongly. */
export const guardrails: RoleContents = {
  Caller: {
    attached: ["ml-guardrails"],
    inline: { all: policyOf(allowAll) },
  },
  Policies: {
    "ml-guardrails": policyOf(
      deny("InVpc", { Null: { "sagemaker:VpcSubnets": "true", "sagemaker:VpcSecurityGroup": "true" } }),
      deny("Encrypted", { Null: { "sagemaker:VolumeKmsKeyArn": "true" } }, "sagemaker:CreateProcessingJob"),
    ),
  },
};
