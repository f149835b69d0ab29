import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import { none, type BoundArguments, type HeapObject, type MachineValue } from "../python/machine.js";
import { isNone } from "./sdk-defaults/resolve-defaults.js";

/*
 * The SDK's functions between the two ways to write a network: two lists, and a dict of both. Undefined: what they give is
 * not known, or they raise.
 *
 * @source sagemaker 2.257.7, vpc_utils.py; estimator.py, get_vpc_config
 */

/** `vpc_utils.to_dict(…)` and its like. */
export function vpcFunction(path: string, bound: BoundArguments, context: Context): MachineValue | undefined {
  if (!path.startsWith("sagemaker.vpc_utils.") || bound.openKeywords || bound.openPositional)
    return undefined;
  const given = (name: string, index: number) => bound.keywords.get(name) ?? bound.positional[index];
  switch (path) {
    case "sagemaker.vpc_utils.to_dict":
      return dictOf(given("subnets", 0), given("security_group_ids", 1), context);
    case "sagemaker.vpc_utils.from_dict": {
      const halves = halvesOf(given("vpc_config", 0), context);
      return halves && { kind: "tuple", items: halves };
    }
    case "sagemaker.vpc_utils.sanitize":
      return sanitized(given("vpc_config", 0), context);
    default:
      return undefined;
  }
}

/** `estimator.get_vpc_config()` */
export function vpcMethod(
  self: MachineValue,
  type: string,
  name: string,
  bound: BoundArguments,
  catalog: SdkCatalog,
  context: Context,
): MachineValue | undefined {
  if (name !== "get_vpc_config" || !catalog.isA(type, "sagemaker.estimator.EstimatorBase")) return undefined;
  const own = context.object(self);
  if (own?.kind !== "instance" || own.open || bound.openKeywords || bound.openPositional) return undefined;
  const override = bound.keywords.get("vpc_config_override") ?? bound.positional[0];
  if (override !== undefined) return sanitized(override, context);
  return dictOf(own.members.get("subnets") ?? none, own.members.get("security_group_ids") ?? none, context);
}

/** Without one of the lists there is no network. */
function dictOf(
  subnets: MachineValue | undefined,
  groups: MachineValue | undefined,
  context: Context,
): MachineValue | undefined {
  const halves = [subnets, groups];
  if (halves.some((half) => half && isNone(half))) return none;
  if (!isList(subnets, context) || !isList(groups, context)) return undefined;
  const entries = new Map([
    ["'Subnets", subnets],
    ["'SecurityGroupIds", groups],
  ]);
  return context.allocate({ kind: "dict", entries, open: false });
}

function isList(value: MachineValue | undefined, context: Context): value is MachineValue {
  return value !== undefined && (value.kind === "tuple" || context.object(value)?.kind === "list");
}

function halvesOf(
  value: MachineValue | undefined,
  context: Context,
): readonly [MachineValue, MachineValue] | undefined {
  if (value && isNone(value)) return [none, none];
  const dict: HeapObject | undefined = value && context.object(value);
  if (dict?.kind !== "dict" || dict.open) return undefined;
  const [subnets, groups] = ["'Subnets", "'SecurityGroupIds"].map((key) => dict.entries.get(key));
  return isList(subnets, context) && isList(groups, context) ? [subnets, groups] : undefined;
}

/** It raises for what is no whole network, and leaves out what does not belong there. */
function sanitized(value: MachineValue | undefined, context: Context): MachineValue | undefined {
  const halves = halvesOf(value, context);
  return halves && dictOf(...halves, context);
}
