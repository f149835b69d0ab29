import type { VpcEndpoint } from "../account/resources.js";
import type { ContextValue } from "../iam/context.js";
import { wayElsewhere } from "../network/way-elsewhere.js";
import { wayToS3 } from "../network/way-to-s3.js";
import type { AccountView } from "./account-view.js";
import { isMissing, whyNotKnown, type RuleRequest } from "./rule-request.js";
import { toAddresses } from "./s3-addresses.js";
import { notShown, sharedBy } from "./shared-subnet.js";
import { routesOf } from "./subnet-without-way-to-s3.js";

/** Where the job's calls come into S3, which the policies of buckets and endpoints can ask about. */
export type WayIntoS3 =
  | { readonly through: "endpoint"; readonly endpoint: VpcEndpoint; readonly from: string }
  | { readonly through: "NAT gateway"; readonly from: string }
  /** The job is in no VPC of the account's. */
  | { readonly through: "SageMaker's network" };

type Look = Pick<
  AccountView,
  "account" | "subnet" | "routeTables" | "endpoints" | "natGateway" | "s3Addresses"
>;

/** The needs of a rule that asks for `waysIntoS3`. */
export const needsOfWays = [
  "subnets",
  "routeTables",
  "endpoints",
  "listsOfRoutes",
  "natGateways",
  "s3Addresses",
] as const;

/** Each way once, and why there may be more of them. Subnets without a way are left out: other rules tell them. */
export function waysIntoS3(
  request: RuleRequest,
  account: Look,
): { readonly ways: readonly WayIntoS3[]; readonly unknown: readonly string[] } {
  const { subnets: path } = request.settings;
  if (path === undefined || !movesItsData.has(request.step?.operation ?? request.operation))
    return { ways: [], unknown: ["in which network the data is moved"] };
  const missing = isMissing(request, path);
  if (missing === true) return { ways: [{ through: "SageMaker's network" }], unknown: [] };
  const why = whyNotKnown(request, path);
  const unknown = why === undefined ? [] : [why];
  if (missing === "on one branch" || missing === "cannot tell") unknown.push("whether the job is in a VPC");

  const ways = new Map<string, WayIntoS3>();
  const s3 = account.s3Addresses();
  for (const { value } of request.subnets) {
    const subnet = account.subnet(value);
    if (subnet === undefined) continue;
    const endpoints = account.endpoints(subnet.vpcId);
    const owner = sharedBy(subnet, account);
    const routes = routesOf(subnet, account);
    const way = s3 && wayToS3(subnet, routes, toAddresses(s3));
    const elsewhere = wayElsewhere(subnet, routes);
    if (way === undefined) unknown.push("the addresses of S3 are not known");
    else if (way.way === "not followed") unknown.push(`${value}: ${way.why}`);
    else if (way.way === "NAT gateway" && owner !== undefined)
      unknown.push(notShown(`whether ${subnet.vpcId} has an interface endpoint of S3`, owner));
    else if (way.way === "NAT gateway" && elsewhere !== undefined && elsewhere.by !== "IPv6")
      unknown.push(`${value}: ${elsewhere.why}`);
    else if (way.way === "NAT gateway") ways.set(way.through, { through: "NAT gateway", from: value });
    else if (way.way === "endpoint") {
      const endpoint = endpoints.find(({ vpcEndpointId }) => vpcEndpointId === way.through);
      if (endpoint) ways.set(way.through, { through: "endpoint", endpoint, from: value });
    }
  }
  return { ways: [...ways.values()], unknown };
}

/** Operations of jobs and models, whose data goes by the VPC that the request names. */
const movesItsData: ReadonlySet<string> = new Set([
  "CreateTrainingJob",
  "CreateHyperParameterTuningJob",
  "CreateProcessingJob",
  "CreateModel",
]);

/** What the conditions of policies see of a way. */
export function contextOfWay(way: WayIntoS3): readonly (readonly [string, ContextValue])[] {
  const values = (vpce: ContextValue, vpc: ContextValue): readonly (readonly [string, ContextValue])[] => [
    ["aws:SourceVpce", vpce],
    ["aws:SourceVpc", vpc],
  ];
  switch (way.through) {
    case "endpoint": {
      const { vpcEndpointId, vpcId } = way.endpoint;
      return values({ state: "known", values: [vpcEndpointId] }, { state: "known", values: [vpcId] });
    }
    case "NAT gateway":
      return values({ state: "absent" }, { state: "absent" });
    case "SageMaker's network": {
      // SageMaker may come by an endpoint of its own, which is none that a policy could name
      const own = (kind: string): ContextValue => ({
        state: "one of",
        why: "SageMaker's own network",
        values: [{ state: "absent" }, { state: "known", values: [`${kind}-of-sagemaker`] }],
      });
      return values(own("vpce"), own("vpc"));
    }
  }
}

/** As a message ends: "…, and subnet-a1 reaches S3 through vpce-1". */
export function wayWords(way: WayIntoS3): string {
  switch (way.through) {
    case "endpoint":
      return `${way.from} reaches S3 through ${way.endpoint.vpcEndpointId} of ${way.endpoint.vpcId}`;
    case "NAT gateway":
      return `${way.from} reaches S3 through a NAT gateway, not through an endpoint`;
    case "SageMaker's network":
      return "the job is in no VPC of yours";
  }
}
