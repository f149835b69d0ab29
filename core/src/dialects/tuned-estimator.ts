import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import type { Instance } from "../python/library.js";
import { none, unknown, type BoundArguments, type MachineValue } from "../python/machine.js";
import { isNone, ownDefaults } from "./sdk-defaults/resolve-defaults.js";

/**
 * Attributes that a tuner has from `fit` on: what its training jobs are started with. The best estimator is attached to
 * one of these jobs, and does not have what is assigned to the tuner's afterwards. Not there: nobody knows.
 */
export const tuned = {
  subnets: "_tuned_subnets",
  securityGroupIds: "_tuned_security_group_ids",
  isolation: "_tuned_isolation",
  role: "_tuned_role",
} as const;

/** Classes whose jobs have what somebody else says, too: a specification, an algorithm. */
const completed = [
  "sagemaker.jumpstart.estimator.JumpStartEstimator",
  "sagemaker.algorithm.AlgorithmEstimator",
];

/** `tuner.fit()` of one estimator. */
export function keepTuned(self: MachineValue, catalog: SdkCatalog, context: Context): void {
  const tuner = context.object(self);
  const estimator = tuner?.kind === "instance" ? tuner.members.get("estimator") : undefined;
  const own = estimator && context.object(estimator);
  const of = own?.kind === "instance" ? asStarted(own, catalog, context) : undefined;
  context.update(self, (object) => {
    if (object.kind !== "instance") return object;
    const members = new Map(object.members);
    for (const name of Object.values(tuned)) {
      const value = of?.get(name);
      if (value) members.set(name, value);
      else members.delete(name);
    }
    return { ...object, members };
  });
}

function asStarted(
  { type, members, open }: Instance,
  catalog: SdkCatalog,
  context: Context,
): ReadonlyMap<string, MachineValue> | undefined {
  const defaults = members.get(ownDefaults);
  const isPlain = typeof type === "string" && !completed.some((base) => catalog.isA(type, base));
  if (open || !isPlain || (defaults && !isNone(defaults))) return undefined;
  const halves = ["subnets", "security_group_ids"].map((name) => members.get(name) ?? none);
  // Half a VPC is dropped
  const [subnets = none, groups = none] = halves.some(isNone)
    ? [none, none]
    : halves.map((one) => kept(one, context));
  const isolation =
    members.get("_enable_network_isolation") ?? members.get("enable_network_isolation") ?? none;
  const isOff = isNone(isolation) || (isolation.kind === "constant" && isolation.data === false);
  const role = members.get("role");
  return new Map<string, MachineValue>([
    [tuned.subnets, subnets],
    [tuned.securityGroupIds, groups],
    // Whether the model is isolated too depends on the class
    ...(isOff ? [[tuned.isolation, none] as const] : []),
    ...(role ? [[tuned.role, role] as const] : []),
  ]);
}

/** Attributes that a tuner has from `override_resource_config` on: instances that its jobs start on instead. */
export const overriding = { one: "instance_configs", several: "instance_configs_dict" } as const;

/**
 * `tuner.override_resource_config(…)`: of several estimators a list is for the first.
 *
 * @source sagemaker 2.257.7, tuner.py
 */
export function overrideInstances(self: MachineValue, bound: BoundArguments, context: Context): void {
  const given =
    bound.positional[0] ??
    bound.keywords.get("instance_configs") ??
    unknown("it may be among the arguments that are expanded");
  const isDict = context.object(given)?.kind === "dict";
  const own = context.object(self);
  const several = own?.kind === "instance" ? own.members.get("estimator_dict") : undefined;
  const estimators = several && context.object(several);
  const members = new Map<string, MachineValue>();
  if (!isDict) members.set(overriding.one, given);
  if (isDict || given.kind === "unknown") members.set(overriding.several, given);
  else if (estimators?.kind === "dict") {
    const [first] = estimators.entries.keys();
    const entries = new Map(first === undefined ? [] : [[first, given]]);
    members.set(overriding.several, context.allocate({ kind: "dict", entries, open: estimators.open }));
  }
  context.update(self, (object) =>
    object.kind === "instance" ? { ...object, members: new Map([...object.members, ...members]) } : object,
  );
}

/** The list as it is now: the estimator's own may be changed afterwards. */
function kept(value: MachineValue, context: Context): MachineValue {
  const list = context.object(value);
  return list?.kind === "list" ? context.allocate(list) : value;
}
