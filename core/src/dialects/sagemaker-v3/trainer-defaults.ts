import type { Context } from "../../python/context.js";
import type { MachineValue } from "../../python/machine.js";
import { joinValues } from "../../python/state.js";
import { defaultAt, isNone, ownDefaults } from "../sdk-defaults/resolve-defaults.js";

const networkingType = "sagemaker.core.training.configs.Networking";

/**
 * What a v3 ModelTrainer makes of the defaults file. It logs the whole of `SageMaker.TrainingJob` as applied, but sends
 * only the role and the isolation: it looks subnets and groups up without its session, and its compute and output are
 * never missing by then. What works is the `networking` of its own section.
 *
 * @source sagemaker 3.27.0, train/model_trainer.py, _populate_intelligent_defaults; core/helper/iam_role_resolver.py
 */
export function fillTrainer(members: Map<string, MachineValue>, context: Context): void {
  const defaults = members.get(ownDefaults);
  if (defaults === undefined || isNone(defaults)) return;
  const at = (key: string) => defaultAt(defaults, `SageMaker.${key}`, context);
  const role = at("TrainingJob.RoleArn");
  if (isMissing(members.get("role")) && !isNone(role)) members.set("role", role);
  const own = at("PythonSDK.Modules.ModelTrainer.networking");
  const isolation = at("TrainingJob.EnableNetworkIsolation");
  const fill = (networking: MachineValue | undefined): MachineValue | undefined => {
    if (networking?.kind === "either")
      return joinValues(networking.values.map((one) => fill(one) ?? { kind: "absent" }));
    if (isMissing(networking)) {
      const made = isNone(own) ? undefined : networkingOf(own, context);
      if (made?.kind === "unknown" || isolation.kind === "unknown") return made ?? isolation;
      if (made === undefined && isNone(isolation)) return networking;
      return withIsolation(made ?? networkingOf(undefined, context), isolation, context);
    }
    return networking && withIsolation(networking, isolation, context);
  };
  const networking = fill(members.get("networking"));
  if (networking) members.set("networking", networking);
}

function withIsolation(networking: MachineValue, isolation: MachineValue, context: Context): MachineValue {
  if (isNone(isolation)) return networking;
  context.update(networking, (object) => {
    if (object.kind !== "instance" || !isMissing(object.members.get("enable_network_isolation")))
      return object;
    return { ...object, members: new Map(object.members).set("enable_network_isolation", isolation) };
  });
  return networking;
}

/** The object that the SDK makes of the mapping in the file. */
function networkingOf(mapping: MachineValue | undefined, context: Context): MachineValue {
  if (mapping?.kind === "unknown") return mapping;
  const object = mapping && context.object(mapping);
  const members = new Map<string, MachineValue>();
  if (object?.kind === "dict") for (const [key, value] of object.entries) members.set(key.slice(1), value);
  return context.allocate({ kind: "instance", type: networkingType, members, open: false });
}

function isMissing(value: MachineValue | undefined): boolean {
  return value === undefined || value.kind === "absent" || isNone(value);
}
