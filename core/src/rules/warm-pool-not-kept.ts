import { defineRule } from "./define-rule.js";
import { keepAlivePath, usesSpot, warmPoolOf } from "./quota-names.js";
import { fieldAt } from "./rule-request.js";

export const warmPoolNotKept = defineRule({
  id: "warm-pool-not-kept",
  severity: "warning",
  needs: ["quotas", "defaultQuotas"],
  summary: "A job asks for a warm pool that the account's quota does not allow",
  why: "Warm pools have a quota of their own, by instance type, which is 0 until somebody asks for more. Without room in it the job runs, and its instances are not kept: the next job waits for new ones.",
  remedy:
    "Have the quota raised (Service Quotas, Amazon SageMaker, the name in the message), or leave the time out.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools-resource-limits.html",
  references: {
    conditionKeys: ["sagemaker:KeepAlivePeriod"],
  },

  applies: (request) =>
    request.operation === "CreateTrainingJob" && fieldAt(request, keepAlivePath) !== undefined,

  *check(request, { account }) {
    const pool = warmPoolOf(request);
    if (pool === undefined) {
      const field = fieldAt(request, keepAlivePath);
      const isOff = field?.state === "known" && (field.value === 0 || field.value === undefined);
      if (!isOff) yield { cannotTell: field?.why ?? "which instances would be kept" };
      return;
    }
    const { name, instances, span = request.nameSpan } = pool;
    const isSpot = usesSpot(request);
    if (isSpot === true) {
      yield {
        span,
        message: "Instances of a spot job are not kept warm: AWS has no warm pools of spot instances",
        facts: [],
      };
      return;
    }
    const quota = account.quota(name);
    if (quota === undefined) {
      yield { cannotTell: `AWS lists no quota "${name}" in ${request.lookUpRegion ?? "the region"}` };
      return;
    }
    if (instances <= quota.value) return;
    yield {
      span,
      message: `The account's quota "${name}" is ${quota.value}, and the job has ${instances}: AWS runs the job and keeps no instance`,
      facts: [
        quota.isDefault
          ? { kind: "defaultQuota", id: name, says: `${name}: ${quota.value}, AWS's default` }
          : { kind: "quota", id: name, says: `${name}: ${quota.value}` },
      ],
    };
  },
});
