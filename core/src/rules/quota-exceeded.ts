import { defineRule } from "./define-rule.js";
import { quotaUseOf } from "./quota-names.js";
import { fieldAt } from "./rule-request.js";

export const quotaExceeded = defineRule({
  id: "quota-exceeded",
  severity: "error",
  needs: ["quotas", "defaultQuotas"],
  summary: "The job asks for more instances than the account's quota allows",
  why: "SageMaker has a quota for each instance type and use in each region, spot instances apart; above it AWS refuses the request with ResourceLimitExceeded.",
  remedy:
    "Ask for fewer instances or another type, or have the quota raised: Service Quotas, Amazon SageMaker, the name in the message.",
  source: "https://docs.aws.amazon.com/general/latest/gr/sagemaker.html#limits_sagemaker",

  applies: (request) => quotaUseOf(request) !== undefined,

  *check(request, { account }) {
    const use = quotaUseOf(request);
    if (use === undefined) return;
    if ("cannotTell" in use) {
      yield use;
      return;
    }
    const { name, instanceType, instances } = use;
    const quota = account.quota(name);
    if (quota === undefined) {
      yield { cannotTell: `AWS lists no quota "${name}" in ${request.lookUpRegion ?? "the region"}` };
      return;
    }
    if (instances <= quota.value) return;
    yield {
      span: fieldAt(request, request.settings.instanceType)?.span ?? request.nameSpan,
      message: `${instances} × ${instanceType}, but the account's quota "${name}" is ${quota.value}: AWS answers ResourceLimitExceeded`,
      facts: [
        quota.isDefault
          ? { kind: "defaultQuota", id: name, says: `${name}: ${quota.value}, AWS's default` }
          : { kind: "quota", id: name, says: `${name}: ${quota.value}` },
      ],
    };
  },
});
