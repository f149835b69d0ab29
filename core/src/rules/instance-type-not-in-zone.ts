import { defineRule } from "./define-rule.js";
import { instanceTypeOf } from "./instance-count.js";
import { fieldAt } from "./rule-request.js";

export const instanceTypeNotInZone = defineRule({
  id: "instance-type-not-in-zone",
  severity: "warning",
  needs: ["subnets", "instanceTypeZones"],
  summary: "EC2 does not offer the instance type in a subnet's zone",
  why: "A job can only start in a zone that has its instance type. SageMaker's own list is not readable; EC2's is taken.",
  remedy: "Use a subnet of a zone that offers the type, or another type.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypeOfferings.html",

  applies: (request) =>
    fieldAt(request, request.settings.subnets) !== undefined &&
    fieldAt(request, request.settings.instanceType) !== undefined,

  *check(request, { account }) {
    const type = instanceTypeOf(request);
    if (type?.startsWith("ml.") !== true) {
      yield { cannotTell: "which instance type the job has" };
      return;
    }
    const name = type.slice("ml.".length);
    const zones = account.instanceTypeZones(name);
    // Told by instance-type-not-in-region
    if (zones.length === 0) return;
    const without = request.subnets.filter(({ value }) => {
      const zone = account.subnet(value)?.availabilityZoneId;
      return zone !== undefined && !zones.includes(zone);
    });
    for (const { value, span, onOneBranch } of without) {
      const { availabilityZone = "", availabilityZoneId = "" } = account.subnet(value) ?? {};
      yield {
        span,
        message:
          without.length === request.subnets.length
            ? `EC2 offers no ${name} in ${availabilityZone} (${availabilityZoneId}), where ${value} is, nor in the zone of any other subnet given`
            : `EC2 offers no ${name} in ${availabilityZone} (${availabilityZoneId}), where ${value} is`,
        severity: without.length === request.subnets.length ? "warning" : "info",
        onOneBranch,
        facts: [
          { kind: "subnet", id: value },
          { kind: "instanceTypeZones", id: name, says: `EC2 offers ${name} in ${zones.join(", ")}` },
        ],
      };
    }
  },
});
