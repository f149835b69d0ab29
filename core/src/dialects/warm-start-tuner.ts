import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import { none, unknown, type BoundArguments, type MachineValue } from "../python/machine.js";
import { isNone } from "./sdk-defaults/resolve-defaults.js";

/**
 * The members of the tuner that goes on where another one ended; undefined: another method. It has the other's estimator
 * or the one that is given, and neither its tags nor its instances.
 *
 * @source sagemaker 2.257.7, tuner.py, _create_warm_start_tuner
 */
export function warmStartMembers(
  self: MachineValue,
  type: string,
  name: string,
  bound: BoundArguments,
  catalog: SdkCatalog,
  context: Context,
): Map<string, MachineValue> | undefined {
  const isTransfer = name === "transfer_learning_tuner";
  if (!isTransfer && name !== "identical_dataset_and_algorithm_tuner") return undefined;
  const own = context.object(self);
  if (own?.kind !== "instance" || !catalog.isA(type, "sagemaker.tuner.HyperparameterTuner")) return undefined;
  const { openKeywords, openPositional } = bound;
  const asked = isTransfer ? (bound.keywords.get("estimator") ?? bound.positional[1]) : undefined;
  const given =
    isTransfer && (openKeywords || openPositional)
      ? unknown("it may be among the arguments that are expanded")
      : asked;
  const members = new Map<string, MachineValue>();
  for (const kept of keptByWarmStart) {
    const value = own.members.get(kept);
    if (value) members.set(kept, value);
  }
  if (given && !isNone(given)) members.set("estimator", given);
  members.set("warm_start_config", unknown("it names the tuning jobs before"));
  return members.set("tags", none);
}

const keptByWarmStart = [
  "estimator",
  "objective_metric_name",
  "hyperparameter_ranges",
  "strategy",
  "objective_type",
  "max_jobs",
  "max_parallel_jobs",
  "max_runtime_in_seconds",
  "early_stopping_type",
  "random_seed",
];
