import type { SdkCatalog } from "../../catalog/sdk-catalog.js";
import type { Context } from "../../python/context.js";
import { unknown, type BoundArguments, type MachineValue } from "../../python/machine.js";

const trainers = [
  "sagemaker.train.model_trainer.ModelTrainer",
  "sagemaker.modules.train.model_trainer.ModelTrainer",
];

/**
 * `trainer.with_retry_strategy(…)` and its like give the trainer itself, so that one stands behind the other; undefined:
 * another method.
 */
export function trainerConfigured(
  self: MachineValue,
  type: string,
  name: string,
  { positional, keywords }: BoundArguments,
  catalog: SdkCatalog,
  context: Context,
): MachineValue | undefined {
  if (!configures(type, name, catalog)) return undefined;
  // The others set what no argument of the constructor does
  if (name === "with_checkpoint_config") {
    const given = positional[0] ?? keywords.get("checkpoint_config") ?? unknown("the SDK fills it in");
    context.update(self, (object) =>
      object.kind === "instance"
        ? { ...object, members: new Map(object.members).set("checkpoint_config", given) }
        : object,
    );
  }
  return self;
}

/** Whether it is such a method. */
export function configures(type: string, name: string, catalog: SdkCatalog): boolean {
  return methods.has(name) && trainers.some((trainer) => catalog.isA(type, trainer));
}

/** @source sagemaker 3.27.0, train/model_trainer.py */
const methods: ReadonlySet<string> = new Set([
  "with_tensorboard_output_config",
  "with_retry_strategy",
  "with_infra_check_config",
  "with_session_chaining_config",
  "with_remote_debug_config",
  "with_checkpoint_config",
  "with_metric_definitions",
]);
