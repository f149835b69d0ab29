import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import type { Instance } from "../python/library.js";
import type { HeapObject } from "../python/machine.js";
import { sameHeapObject, sameValue } from "../python/same.js";
import { keepsIsolation, losingIsolation } from "./isolation-of-models.js";
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
  /** Of the model that is made of the job. */
  modelIsolation: "_tuned_model_isolation",
  role: "_tuned_role",
} as const;

/** Classes whose jobs have what somebody else says, too: a specification, an algorithm. */
const completed = [
  "sagemaker.jumpstart.estimator.JumpStartEstimator",
  "sagemaker.algorithm.AlgorithmEstimator",
];

/** `tuner.fit()`: of several estimators what is the same for all, since nobody knows whose job is the best. */
export function keepTuned(self: MachineValue, catalog: SdkCatalog, context: Context): void {
  const tuner = context.object(self);
  const [first, ...others] = estimatorsOf(tuner, context).map((one) => {
    const own = context.object(one);
    return own?.kind === "instance" ? asStarted(own, catalog, context) : undefined;
  });
  context.update(self, (object) => {
    if (object.kind !== "instance") return object;
    const members = new Map(object.members);
    for (const name of Object.values(tuned)) {
      const value = first?.get(name);
      if (value && others.every((other) => isSame(value, other?.get(name), context)))
        members.set(name, value);
      else members.delete(name);
    }
    return { ...object, members };
  });
}

function estimatorsOf(tuner: HeapObject | undefined, context: Context): readonly MachineValue[] {
  if (tuner?.kind !== "instance") return [];
  const one = tuner.members.get("estimator");
  if (one && !isNone(one)) return [one];
  const several = tuner.members.get("estimator_dict");
  const dict = several && context.object(several);
  return dict?.kind === "dict" && !dict.open ? [...dict.entries.values()] : [];
}

/** Lists with the same items are the same. */
function isSame(value: MachineValue, other: MachineValue | undefined, context: Context): boolean {
  if (other === undefined) return false;
  const [list, another] = [context.object(value), context.object(other)];
  return (
    sameValue(value, other) ||
    (list?.kind === "list" && another !== undefined && sameHeapObject(list, another))
  );
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
  const ofModel = isOff ? none : isolationOfModel(type, isolation, catalog);
  const role = members.get("role");
  return new Map<string, MachineValue>([
    [tuned.subnets, subnets],
    [tuned.securityGroupIds, groups],
    ...(ofModel ? [[tuned.modelIsolation, ofModel] as const] : []),
    // What is attached to the job is an Estimator here, which would hand on what its class does not
    ...(ofModel && (isOff || !isNone(ofModel)) ? [[tuned.isolation, ofModel] as const] : []),
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

/** As `deploy()` of the estimator itself would have it; undefined: that depends on what it is given. */
function isolationOfModel(
  type: string,
  isolation: MachineValue,
  catalog: SdkCatalog,
): MachineValue | undefined {
  if (keepsIsolation(type, catalog)) return isolation;
  const losing = losingIsolation.find(({ base }) => catalog.isA(type, base));
  return losing?.evenWhenAsked === false ? none : undefined;
}

/** The list as it is now: the estimator's own may be changed afterwards. */
function kept(value: MachineValue, context: Context): MachineValue {
  const list = context.object(value);
  return list?.kind === "list" ? context.allocate(list) : value;
}
