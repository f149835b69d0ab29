import * as inventory from "../account/inventory.js";
import type { Question } from "../account/question.js";
import type { RouteTable } from "../account/resources.js";
import type { FactSource } from "../iam/gather-policies.js";
import { isList } from "../network/prefix-lists.js";
import { routeTableOf } from "../network/route.js";
import type { RuleRequest } from "./rule-request.js";
import { nameOfS3 } from "./s3-addresses.js";

/** The prefix lists that the job's groups name, but for S3's own. */
export function listsOfGroups(request: RuleRequest, source: FactSource): readonly Question[] {
  const { facts, region } = source;
  const ids = request.securityGroupIds.flatMap(({ value }) => {
    const group = inventory.securityGroup(facts, value, region);
    if (group?.state !== "present") return [];
    return [...group.value.egress, ...group.value.ingress].flatMap(({ prefixListIds }) => prefixListIds);
  });
  return toAsk(ids, source);
}

/** Those that the routes of the job's subnets, and of the NAT gateways behind them, lead by. */
export function listsOfRoutes(request: RuleRequest, source: FactSource): readonly Question[] {
  const { facts, region } = source;
  const ids = request.subnets.flatMap(({ value }) => {
    const subnet = inventory.subnet(facts, value, region);
    if (subnet?.state !== "present") return [];
    const { vpcId } = subnet.value;
    const tables = inventory.vpcRouteTables(facts, vpcId, region);
    const endpoints = inventory.endpointsOfVpc(facts, vpcId, region);
    if (tables?.state !== "present" || endpoints?.state !== "present") return [];
    const own = routeTableOf(subnet.value, tables.value);
    const behind = (own?.routes ?? []).flatMap(({ target }) => {
      const gateway = target.startsWith("nat-") ? inventory.natGateway(facts, target, region) : undefined;
      return gateway?.state === "present" ? (routeTableOf(gateway.value, tables.value) ?? []) : [];
    });
    // A gateway endpoint's list is of its own service
    const gateways = new Set(
      endpoints.value.flatMap((one) => (one.vpcEndpointType === "Gateway" ? [one.vpcEndpointId] : [])),
    );
    return [...(own === undefined ? [] : [own]), ...behind].flatMap(({ routes }: RouteTable) =>
      routes.flatMap((route) => (isList(route) && !gateways.has(route.target) ? [route.destination] : [])),
    );
  });
  return toAsk(ids, source);
}

/** S3's own is known by its name: nothing is asked until that has been answered. */
function toAsk(ids: readonly string[], { facts, region }: FactSource): readonly Question[] {
  const s3 = inventory.prefixList(facts, nameOfS3(region), region);
  if (s3 === undefined || s3.state === "unreadable") return [];
  const own = s3.state === "present" ? s3.value.prefixListId : undefined;
  return [...new Set(ids)].flatMap((id) =>
    id === own ? [] : [{ kind: "prefixListEntries", id, region } as const],
  );
}
