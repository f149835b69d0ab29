import { approvedWords } from "../policy/team-policy.js";
import { defineRule, type FactReference } from "./define-rule.js";
import { approvedQuotasOf } from "./quota-names.js";
import { fieldAt } from "./rule-request.js";

export const approvedTypesWithoutQuota = defineRule({
  id: "approved-types-without-quota",
  severity: "warning",
  needs: ["approvedQuotas", "approvedDefaultQuotas"],
  summary: "The account has no quota for any instance type that the team approves",
  why: "The team's policy lists the instance types that jobs may use, and the account's quotas say how many of each may run: where these are 0 for every type of the list, no type satisfies both.",
  remedy:
    "Have the quota of an approved type raised (Service Quotas, Amazon SageMaker, the name in the message), or have the policy approve a type that the account has a quota for.",
  source: "https://docs.aws.amazon.com/general/latest/gr/sagemaker.html#limits_sagemaker",
  demand: { by: ["instances.types"], otherwiseSilent: true },

  applies: (request) => approvedQuotasOf(request).length > 0,

  *check(request, { account, policy }) {
    const facts: FactReference[] = [];
    for (const name of approvedQuotasOf(request)) {
      const quota = account.quota(name);
      if (quota === undefined) {
        yield { cannotTell: `AWS lists no quota "${name}" in ${request.lookUpRegion ?? "the region"}` };
        return;
      }
      if (quota.value > 0) return;
      facts.push({ kind: quota.isDefault ? "defaultQuota" : "quota", id: name, says: `${name}: 0` });
    }
    const [{ id } = { id: "" }] = facts;
    const usage = id.slice(id.indexOf(" for "));
    yield {
      span: fieldAt(request, request.settings.instanceType)?.span ?? request.nameSpan,
      message: `No instance type satisfies both the team's policy, which approves ${approvedWords(policy.instances?.types ?? [])}, and the account's quotas, which are 0${usage} of each: have one of these quotas raised, or another type approved`,
      facts,
      insteadOf: ["instance-type-not-approved"],
    };
  },
});
