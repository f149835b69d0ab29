import type { Context } from "../../python/context.js";
import type { MachineValue } from "../../python/machine.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { defaultAt as valueAt } from "../sdk-defaults/apply-defaults.js";
import { defaultAt, isNone, ownDefaults } from "../sdk-defaults/resolve-defaults.js";

/*
 * What a v3 ModelTrainer makes of the defaults file. It logs the whole of `SageMaker.TrainingJob` as applied, but sends
 * only the role and the isolation: it looks subnets and groups up without its session, and its compute and output are
 * never missing by then. What works is the `networking` of its own section.
 */

const networkingType = "sagemaker.core.training.configs.Networking";

/** @source sagemaker 3.27.0, train/model_trainer.py, model_post_init; core/helper/iam_role_resolver.py */
export function fillRole(members: Map<string, MachineValue>, context: Context): void {
  const defaults = members.get(ownDefaults);
  if (defaults === undefined || isNone(defaults)) return;
  const role = defaultAt(defaults, "SageMaker.TrainingJob.RoleArn", context);
  if (isMissing(members.get("role")) && !isNone(role)) members.set("role", role);
}

/** Whether the defaults have a network for trainers that have none. */
export function hasNetworkOfDefaults(members: ReadonlyMap<string, MachineValue>, context: Context): boolean {
  const defaults = members.get(ownDefaults);
  return (
    defaults !== undefined &&
    !isNone(defaults) &&
    !isNone(defaultAt(defaults, `${section}.networking`, context))
  );
}

/**
 * The trainer as `train()` sends it, which looks at the network only then, and at what was assigned None since.
 *
 * @source sagemaker 3.27.0, train/model_trainer.py, _populate_intelligent_defaults
 */
export function trainerAtLaunch(trainer: Value | undefined, defaults: Value): Value | undefined {
  const own = withFilled("networking", trainer, (one) => one, defaults);
  if (own?.kind !== "object") return own;
  const members = new Map(own.members);
  for (const [name, { key, type }] of models) {
    const given = members.get(name);
    const made = given && isAbsent(given) ? valueAt(`${section}.${key}`, defaults) : undefined;
    if (made)
      members.set(name, made.kind === "dict" ? { kind: "object", type, members: made.entries } : made);
  }
  return { ...own, members };
}

/** What the constructor makes where it is given none. */
const models: ReadonlyMap<string, { readonly key: string; readonly type: string }> = new Map([
  ["compute", { key: "compute", type: "sagemaker.core.training.configs.Compute" }],
  [
    "output_data_config",
    { key: "outputDataConfig", type: "sagemaker.core.training.configs.OutputDataConfig" },
  ],
  [
    "stopping_condition",
    { key: "stoppingCondition", type: "sagemaker.core.shapes.shapes.StoppingCondition" },
  ],
]);

/** The attribute that has the network of a ModelTrainer which another class makes, as that sends it. */
export const madeNetworking = "_made_networking";

/** Who fine-tunes on instances makes a ModelTrainer, which gets of the network its subnets and groups alone. */
export function tunedAtLaunch(trainer: Value | undefined, defaults: Value): Value | undefined {
  return withFilled(madeNetworking, trainer, inVpcAlone, defaults);
}

/** Who evaluates on instances makes a ModelTrainer, which gets nothing of the network. */
export function evaluatedAtLaunch(evaluator: Value | undefined, defaults: Value): Value | undefined {
  return withFilled(madeNetworking, evaluator, () => undefined, defaults);
}

/** With the network that is made of its own and the defaults under that name. */
function withFilled(
  name: string,
  sender: Value | undefined,
  passed: (own: Value | undefined) => Value | undefined,
  defaults: Value,
): Value | undefined {
  if (sender?.kind !== "object") return sender;
  const networking = filled(passed(sender.members.get("networking")), defaults);
  return networking ? { ...sender, members: new Map(sender.members).set(name, networking) } : sender;
}

function inVpcAlone(networking: Value | undefined): Value | undefined {
  if (networking?.kind === "either")
    return { ...networking, values: networking.values.map((one) => inVpcAlone(one) ?? { kind: "absent" }) };
  if (networking?.kind !== "object") return networking;
  const own = [...networking.members].filter(([name]) => name === "subnets" || name === "security_group_ids");
  return { ...networking, members: new Map(own) };
}

/** A tuner takes the network of its trainer as that is: with the defaults only once the trainer itself has trained. */
export function trainerOfTuner(tuner: Value | undefined, defaults: Value): Value | undefined {
  const trainer = tuner?.kind === "object" ? tuner.members.get("model_trainer") : undefined;
  if (tuner?.kind !== "object" || trainer?.kind !== "object") return tuner;
  const isFilled =
    isAbsent(trainer.members.get("networking")) && valueAt(`${section}.networking`, defaults) !== undefined;
  if (!isFilled) return tuner;
  const networking: Value = {
    kind: "unknown",
    why: "train() of its trainer fills it from the defaults file",
  };
  const own = { ...trainer, members: new Map(trainer.members).set("networking", networking) };
  return { ...tuner, members: new Map(tuner.members).set("model_trainer", own) };
}

const section = "SageMaker.PythonSDK.Modules.ModelTrainer";

function filled(networking: Value | undefined, defaults: Value): Value | undefined {
  if (networking?.kind === "either")
    return {
      ...networking,
      values: networking.values.map((one) => filled(one, defaults) ?? { kind: "absent" }),
    };
  const isolation = valueAt("SageMaker.TrainingJob.EnableNetworkIsolation", defaults);
  if (!isAbsent(networking)) return networking && withIsolation(networking, isolation);
  const own = valueAt(`${section}.networking`, defaults);
  if (own === undefined) return isAbsent(isolation) ? networking : withIsolation(networkingOf(), isolation);
  return own.kind === "dict" ? withIsolation(networkingOf(own.entries), isolation) : own;
}

function withIsolation(networking: Value, isolation: Value | undefined): Value {
  const name = "enable_network_isolation";
  if (networking.kind !== "object" || isAbsent(isolation) || isolation === undefined) return networking;
  if (!isAbsent(networking.members.get(name))) return networking;
  return { ...networking, members: new Map(networking.members).set(name, isolation) };
}

/** The object that the SDK makes of the mapping in the file. */
function networkingOf(members: ReadonlyMap<string, Value> = new Map()): Value {
  return { kind: "object", type: networkingType, members: new Map(members) };
}

function isMissing(value: MachineValue | undefined): boolean {
  return value === undefined || value.kind === "absent" || isNone(value);
}
