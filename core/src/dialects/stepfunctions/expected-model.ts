import type { SdkCatalog } from "../../catalog/sdk-catalog.js";
import type { Context } from "../../python/context.js";
import { libraryType, noArguments, type MachineValue } from "../../python/machine.js";
import { madeBy } from "../made-objects.js";
import { resolveDefaults } from "../sdk-defaults/resolve-defaults.js";
import { statePrefix } from "./is-state.js";

const framework = "sagemaker.estimator.Framework";

/**
 * What a training step says that its model will be: the one that its estimator makes. A step that makes a model looks
 * whether it has code of its own.
 *
 * @source stepfunctions 2.3.0, steps/sagemaker.py, TrainingStep.get_expected_model
 */
export function expectedModel(
  self: MachineValue,
  type: string,
  method: string,
  catalog: SdkCatalog,
  context: Context,
): MachineValue | undefined {
  if (method !== "get_expected_model" || type !== `${statePrefix}TrainingStep`) return undefined;
  const step = context.object(self);
  const given = step?.kind === "instance" ? step.members.get("estimator") : undefined;
  const estimator = given && context.object(given);
  const made = estimator?.kind === "instance" ? libraryType(estimator.type) : undefined;
  if (estimator?.kind !== "instance" || made === undefined) return undefined;
  const model = madeBy(
    estimator,
    made,
    "create_model",
    { bound: noArguments, signature: undefined },
    catalog,
    context,
  );
  const known =
    model && catalog.classOf(catalog.isA(made, framework) ? `sagemaker.model.FrameworkModel` : model.type);
  if (!known) return undefined;
  const members = resolveDefaults(known, model.members, catalog, context);
  return context.allocate({ kind: "instance", type: known.path, members, open: false });
}
