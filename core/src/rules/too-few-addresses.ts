import type { Subnet } from "../account/resources.js";
import { nodesOf } from "../requests/instance-groups.js";
import { defineRule, type CannotTell, type RuleFinding } from "./define-rule.js";
import { fewestInstances, instanceTypeOf } from "./instance-count.js";
import { chance } from "./moves-data.js";
import { alternativesOf, fieldAt, whyNotKnown, type RuleRequest } from "./rule-request.js";

export const tooFewAddresses = defineRule({
  id: "too-few-addresses",
  severity: "warning",
  needs: ["subnets", "instanceTypes"],
  summary: "A subnet has fewer free addresses than the job takes",
  why: "Each instance of a job takes at least two private addresses of its subnet, one with EFA at least five.",
  remedy: "Use larger subnets, or fewer instances.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html",

  applies: (request) =>
    fieldAt(request, request.settings.subnets) !== undefined &&
    (request.settings.instanceCount !== undefined || isNewCluster(request)),

  *check(request, { account }) {
    const nodes = nodesOf(request);
    if (nodes !== undefined) {
      yield* ofCluster(request, nodes.count, (id) => account.subnet(id));
      return;
    }
    const count = fewestInstances(request);
    if (count === undefined) {
      yield { cannotTell: "how many instances the job has" };
      return;
    }
    const type = instanceTypeOf(request);
    const hasEfa =
      type !== undefined && account.instanceType(type.slice("ml.".length))?.efaSupported === true;
    const each = hasEfa ? 5 : 2;
    const needed = count * each;
    const freeOf = (id: string) => account.subnet(id)?.availableIpAddressCount ?? needed;
    for (const { value, span, onOneBranch, path } of request.subnets) {
      const free = freeOf(value);
      if (free >= needed) continue;
      if (account.subnet(value)?.ipv6Native) {
        // AWS counts addresses of IPv4
        yield { cannotTell: `how many addresses ${value} has, which has those of IPv6 only` };
        continue;
      }
      const [subnets = []] = alternativesOf(
        request,
        request.subnets.filter((one) => one.path === path),
      ).filter((some) => some.some((one) => one.value === value));
      const tight = subnets.filter((one) => freeOf(one.value) < needed);
      yield {
        span,
        message: `${value} has ${free} free ${free === 1 ? "address" : "addresses"}, and ${count} ${count === 1 ? "instance takes" : "instances take"} at least ${needed}${hasEfa ? ` (${type} has EFA)` : ""}${chance(subnets.length, tight.length)}`,
        onOneBranch,
        facts: [{ kind: "subnet", id: value }],
      };
    }
  },
});

/** One that is there has its addresses, and so has what an update leaves as it is. */
function isNewCluster(request: RuleRequest): boolean {
  return (
    request.operation === "CreateCluster" && nodesOf(request) !== undefined && request.isSubmitted !== true
  );
}

/** How many addresses a node takes is documented for some types only; and which of the subnets it is in, nowhere. */
function* ofCluster(
  request: RuleRequest,
  count: number | undefined,
  subnetOf: (id: string) => Subnet | undefined,
): Iterable<RuleFinding | CannotTell> {
  const subnets = request.subnets.flatMap(({ value }) => subnetOf(value) ?? []);
  const [first] = request.subnets;
  if (count === undefined || first === undefined || whyNotKnown(request, first.path) !== undefined) {
    yield { cannotTell: "how many nodes the cluster has, in which subnets" };
    return;
  }
  if (subnets.length < request.subnets.length || subnets.some(({ ipv6Native }) => ipv6Native)) return;
  const free = subnets.reduce((sum, { availableIpAddressCount }) => sum + availableIpAddressCount, 0);
  if (free >= count) return;
  const ids = subnets.map(({ subnetId }) => subnetId);
  yield {
    span: first.span,
    message: `${ids.join(", ")} ${ids.length === 1 ? "has" : "have together"} ${free} free ${free === 1 ? "address" : "addresses"}, and each of the ${count} nodes takes at least one`,
    onOneBranch: first.onOneBranch,
    facts: ids.map((id) => ({ kind: "subnet", id })),
  };
}
