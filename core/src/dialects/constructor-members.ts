import type { Default, SdkCatalog, SdkClass } from "../catalog/sdk-catalog.js";
import { none, text, unknown, type BoundArguments, type MachineValue } from "../python/machine.js";
import type { Instance } from "../python/library.js";
import { joinValues } from "../python/state.js";
import { argumentsByName } from "./arguments-by-name.js";
import { isNone, ownDefaults } from "./sdk-defaults/resolve-defaults.js";

/** The arguments by parameter name, as the constructor takes them. */
export function constructorMembers(known: SdkClass, bound: BoundArguments): Map<string, MachineValue> {
  const members: Map<string, MachineValue> = argumentsByName(known, bound);
  // An old name counts more than the new one
  for (const [old, name] of known.renames) {
    const value = bound.keywords.get(old);
    if (value) members.set(name, value);
  }
  if (!bound.openKeywords) return members;
  for (const { name } of known.parameters) {
    const value = members.get(name);
    if (value?.kind === "either") members.set(name, joinValues([value, unknown("it may be expanded")]));
  }
  return members;
}

/** Products of AWS Marketplace are isolated, and others are not, whatever the constructor is given. */
const isolatedAsProducts = ["sagemaker.algorithm.AlgorithmEstimator", "sagemaker.model.ModelPackage"];

export function withIsolationOfProduct(
  { path }: SdkClass,
  members: ReadonlyMap<string, MachineValue>,
  catalog: SdkCatalog,
): Map<string, MachineValue> {
  const own = new Map(members);
  if (isolatedAsProducts.some((base) => catalog.isA(path, base)))
    own.set(
      "_enable_network_isolation",
      unknown("it depends on whether this is a product of AWS Marketplace"),
    );
  return own;
}

export function ofDefault(value: Default | undefined): MachineValue | undefined {
  if (value === null) return none;
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean") return { kind: "constant", type: "bool", data: value };
  if (typeof value === "number" && Number.isInteger(value))
    return { kind: "constant", type: "int", data: value };
  return undefined;
}

/** Whether an attribute is what the constructor was given, None where that is nothing. */
export function isKeptAsGiven(type: string, name: string, instance: Instance): boolean {
  return keepsAll.has(type) || staysNone.test(name) || (name === "networking" && hasNoDefaults(instance));
}

/** Classes whose constructors keep what they are given, and nothing else. */
export const keepsAll: ReadonlySet<string> = new Set([
  "sagemaker.network.NetworkConfig",
  "sagemaker.core.network.NetworkConfig",
  "sagemaker.core.training.configs.Networking",
  "sagemaker.modules.configs.Networking",
]);

/** A trainer is given a network by the SDK's defaults, when it is launched, and by nothing else. */
function hasNoDefaults({ members }: Instance): boolean {
  const defaults = members.get(ownDefaults);
  return defaults !== undefined && isNone(defaults);
}

/** Attributes that no constructor fills in by itself. */
const staysNone = /^(?:subnets|security_group_ids|vpc_config)$|kms_key/;
