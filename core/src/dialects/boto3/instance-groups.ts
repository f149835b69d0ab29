import type { Value } from "../../python/value.js";
import { groupMembers } from "../../requests/instance-groups.js";
import type { Field, FieldPath, JobRequest } from "../../requests/request.js";
import { addFields } from "./structure-fields.js";

/**
 * The groups of a HyperPod cluster that have a network of their own, each as a part of the cluster's request.
 *
 * @param given The members of the cluster's request.
 */
export function readInstanceGroups(
  request: JobRequest,
  given: ReadonlyMap<string, Value>,
): readonly JobRequest[] {
  // What boto3 says of the whole is said of the cluster
  const {
    operation,
    client,
    name,
    span,
    nameSpan,
    launches,
    region,
    regionUnknown,
    profile,
    localMode,
    call,
  } = request;
  const place = {
    operation,
    client,
    name,
    span,
    nameSpan,
    launches,
    ...(region === undefined ? {} : { region }),
    regionUnknown,
    ...(profile === undefined ? {} : { profile }),
    localMode,
    call,
  };
  return groupMembers.flatMap((member) => {
    const groups = given.get(member);
    if (groups?.kind !== "list" && groups?.kind !== "tuple") return [];
    return groups.items.flatMap((group, index) => {
      const network = group.kind === "dict" ? group.entries.get("OverrideVpcConfig") : undefined;
      if (group.kind !== "dict" || network === undefined) return [];
      const at = `${member}[${index}].`;
      const fields = new Map<FieldPath, Field>();
      for (const setting of ["OverrideVpcConfig", "InstanceType", "InstanceCount"]) {
        const value = group.entries.get(setting);
        if (value) addFields(fields, `${at}${setting}`, value);
      }
      return [{ ...place, fields, part: at }];
    });
  });
}
