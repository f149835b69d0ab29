import { defineRule } from "./define-rule.js";
import { alternativesOf, whyNotKnown } from "./rule-request.js";

const documented = "https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html";

export const hostingInOneZone = defineRule({
  id: "hosting-in-one-zone",
  severity: "warning",
  needs: ["subnets"],
  summary: "An endpoint's subnets are all in one zone",
  why: "SageMaker's guide asks for two subnets in different availability zones at least, even for one hosting instance; with one zone an endpoint is gone when that zone is. Training, processing and transform jobs need no second zone.",
  remedy: "Add a subnet of the same VPC in another availability zone.",
  source: documented,

  applies: ({ operation, settings }) => hosting.has(operation) && settings.subnets !== undefined,

  *check(request, { account }) {
    // Further subnets may be in other zones: the engine says what is not known
    if (whyNotKnown(request, request.settings.subnets) !== undefined) return;
    for (const written of alternativesOf(request, request.subnets)) {
      const subnets = written.flatMap(({ value }) => account.subnet(value) ?? []);
      const [first] = written;
      const [zone, ...others] = new Set(subnets.map(({ availabilityZone }) => availabilityZone));
      if (first === undefined || zone === undefined || others.length > 0) continue;
      if (subnets.length < written.length) continue; // told by subnet-not-found
      const isHosted = request.operation === "CreateEndpointConfig";
      yield {
        span: first.span,
        severity: isHosted ? "warning" : "info",
        message: `${isHosted ? "An endpoint" : "If it is for an endpoint: that"} needs subnets in two zones at least, and ${written.map(({ value }) => value).join(", ")} ${written.length === 1 ? "is" : "are all"} in ${zone}`,
        onOneBranch: first.onOneBranch,
        facts: written.map(({ value }) => ({ kind: "subnet", id: value })),
      };
    }
  },
});

/** A model may also be for a transform job. */
const hosting: ReadonlySet<string> = new Set(["CreateModel", "CreateEndpointConfig"]);
