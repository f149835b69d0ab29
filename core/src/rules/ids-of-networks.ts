import type { Facts } from "../account/fact.js";
import * as inventory from "../account/inventory.js";
import * as resources from "../account/inventory-job-resources.js";
import type { RuleRequest } from "./rule-request.js";

/** The VPCs of the request's subnets, as far as these are known. */
export function vpcIdsOf(request: RuleRequest, region: string, facts: Facts): readonly string[] {
  return request.subnets.flatMap(({ value }) => {
    const subnet = inventory.subnet(facts, value, region);
    return subnet?.state === "present" ? [subnet.value.vpcId] : [];
  });
}

/** Those of the VPC that the job is in: by the others it reaches nothing. */
export function mountTargetsOf(request: RuleRequest, region: string, facts: Facts): readonly string[] {
  const vpcIds = new Set(vpcIdsOf(request, region, facts));
  return request.fileSystems.flatMap(({ value }) => {
    const targets = resources.mountTargets(facts, value, region);
    if (targets?.state !== "present") return [];
    return targets.value.flatMap(({ mountTargetId, vpcId }) =>
      vpcId !== undefined && vpcIds.has(vpcId) ? [mountTargetId] : [],
    );
  });
}

export function interfacesOf(request: RuleRequest, region: string, facts: Facts): readonly string[] {
  return request.fileSystems.flatMap(({ value }) => {
    const system = resources.fsxFileSystem(facts, value, region);
    return system?.state === "present" ? system.value.networkInterfaceIds : [];
  });
}

/** The groups that guard the job's file systems. */
export function fileSystemGroupsOf(request: RuleRequest, region: string, facts: Facts): readonly string[] {
  const ofTargets = mountTargetsOf(request, region, facts).flatMap((id) => {
    const groups = resources.mountTargetGroups(facts, id, region);
    return groups?.state === "present" ? groups.value : [];
  });
  const ofInterfaces = interfacesOf(request, region, facts).flatMap((id) => {
    const one = resources.networkInterface(facts, id, region);
    return one?.state === "present" ? one.value.groupIds : [];
  });
  return [...ofTargets, ...ofInterfaces];
}
