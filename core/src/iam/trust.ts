import type { Role } from "../account/iam-resources.js";
import { contextOf } from "./context.js";
import { evaluate, isDenied, type Decision } from "./evaluate.js";
import type { PolicySource } from "./policies.js";

/** What a role's trust policy says to each name that SageMaker goes by. */
export function trustInSageMaker(role: Role): readonly Decision[] {
  return services(role).map((service) => decideTrust(role, service));
}

/** Whether SageMaker may take the role on. */
export function trustsSageMaker(role: Role): boolean | "cannot tell" {
  const decisions = trustInSageMaker(role);
  if (decisions.some(({ decision }) => decision === "allowed")) return true;
  return decisions.every(isDenied) ? false : "cannot tell";
}

/** A document is read once. */
export function trustOf(role: Role): PolicySource {
  const known = trusts.get(role) ?? { name: role.name, kind: "trust", document: role.trust };
  trusts.set(role, known);
  return known;
}

const trusts = new WeakMap<Role, PolicySource>();

/** In China some services go by a name of their own there. */
function services({ arn }: Role): readonly string[] {
  const name = "sagemaker.amazonaws.com";
  return arn.startsWith("arn:aws-cn:") ? [name, `${name}.cn`] : [name];
}

function decideTrust(role: Role, service: string): Decision {
  const account = role.arn.split(":")[4] ?? "";
  return evaluate(
    { identityPolicies: [], resourcePolicies: [trustOf(role)] },
    {
      principal: { service },
      action: "sts:AssumeRole",
      resource: { text: role.arn },
      context: contextOf([["aws:SourceAccount", { state: "known", values: [account] }]], {
        state: "unknown",
        why: "known only when SageMaker takes on the role",
      }),
    },
  );
}
