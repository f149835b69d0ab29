import type { Value } from "../../python/value.js";
import { fieldOf } from "../../requests/field-of.js";
import { groupMembers, listsOfGroups } from "../../requests/instance-groups.js";
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
    objects,
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
      return [{ ...place, fields, part: at, objects: new Map([...(objects ?? []), [at, group]]) }];
    });
  });
}

/** The roles and the volume keys of all groups, each as one list. @param given The members of the cluster's request. */
export function addListsOfGroups(fields: Map<FieldPath, Field>, given: ReadonlyMap<string, Value>): void {
  for (const path of Object.values(listsOfGroups)) {
    const found = groupMembers.flatMap((member) => {
      const [, ...steps] = path.split("[].");
      const groups = given.get(member);
      return groups === undefined ? [] : membersAt(groups, steps);
    });
    if (found.length === 0) continue;
    const field = fieldOf({ kind: "list", items: found, open: false }, { from: "argument" });
    if (field) fields.set(path, field);
  }
}

/** The values that the items of a list have at a path, where they have one; of what is not known, one that is not. */
function membersAt(list: Value, [steps = "", ...rest]: readonly string[]): readonly Value[] {
  if (list.kind !== "list" && list.kind !== "tuple") return [unknown];
  const found = list.items.flatMap((item) => {
    const value = memberOf(item, steps.split("."));
    if (value === undefined) return [];
    return rest.length === 0 || value === unknown ? [value] : membersAt(value, rest);
  });
  return list.open ? [...found, unknown] : found;
}

function memberOf(value: Value, [step, ...rest]: readonly string[]): Value | undefined {
  if (step === undefined) return value;
  if (value.kind !== "dict") return unknown;
  const member = value.entries.get(step);
  if (member === undefined) return value.open ? unknown : undefined;
  return memberOf(member, rest);
}

const unknown: Value = { kind: "unknown", why: "the groups are known only when the notebook runs" };
