import { defineRule } from "./define-rule.js";
import { quotaUsesOf } from "./quota-names.js";

export const quotaExceeded = defineRule({
  id: "quota-exceeded",
  severity: "error",
  needs: ["quotas", "defaultQuotas", "totalQuotas"],
  summary: "The job asks for more instances than the account's quota allows",
  why: "SageMaker has a quota for each instance type and use in each region, spot instances apart, and others for all types together; above one of them AWS refuses the request with ResourceLimitExceeded. Within them a job can still end with CapacityError, when AWS has no such instance free: nothing tells that before.",
  remedy:
    "Ask for fewer instances or another type, or have the quota raised: Service Quotas, Amazon SageMaker, the name in the message.",
  source: "https://docs.aws.amazon.com/general/latest/gr/sagemaker.html#limits_sagemaker",

  applies: (request) => quotaUsesOf(request).length > 0,

  *check(request, { account }) {
    let isTold = false; // of one type: that it is too much for all types too is no news
    for (const use of quotaUsesOf(request)) {
      if ("cannotTell" in use) {
        yield use;
        continue;
      }
      const { name, instanceType, instances, atOnce, isLater, of, span } = use;
      const quota = account.quota(name);
      if (quota === undefined) {
        // AWS lists those for all types in some accounts only
        if (instanceType !== undefined)
          yield { cannotTell: `AWS lists no quota "${name}" in ${request.lookUpRegion ?? "the region"}` };
        continue;
      }
      if (instances * atOnce <= quota.value) continue;
      const isRefused = instances > quota.value;
      if (instanceType === undefined && of === undefined && isTold) continue;
      isTold ||= of === undefined;
      const asked = isRefused ? `${instances}` : `${atOnce} jobs at once of ${instances}`;
      yield {
        span: span ?? request.nameSpan,
        severity: isRefused && !isLater ? "error" : "warning",
        message: `${asked} ${of ?? (instanceType === undefined ? "instances" : `× ${instanceType}`)}, but the account's quota "${name}" is ${quota.value}: AWS answers ResourceLimitExceeded${isLater ? " when the endpoint is made" : ""}`,
        facts: [
          quota.isDefault
            ? { kind: "defaultQuota", id: name, says: `${name}: ${quota.value}, AWS's default` }
            : { kind: "quota", id: name, says: `${name}: ${quota.value}` },
        ],
      };
    }
  },
});
