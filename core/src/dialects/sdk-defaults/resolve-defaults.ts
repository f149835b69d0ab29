import { keysOfClass } from "../../catalog/sdk-defaults.js";
import type { SdkCatalog, SdkClass } from "../../catalog/sdk-catalog.js";
import type { Context } from "../../python/context.js";
import { none, unknown, type MachineValue } from "../../python/machine.js";
import { joinValues } from "../../python/state.js";
import { stepFunctions } from "../pipeline-values.js";
import { attachesKey } from "./attaches-key.js";
import { loadDefaults, refusedDefaults } from "./load-defaults.js";

/** The member of a session that has its defaults; the SDK's own name. */
export const sessionDefaults = "sagemaker_config";

/** The member of a session that has the default bucket which it was given; the SDK's own name. */
export const sessionBucket = "_default_bucket_name_override";

/** The member of an object that has the defaults of its session: None where there are none, not there where nobody tells. */
export const ownDefaults = "_sagemaker_config";

const sessions = ["sagemaker.session.Session", "sagemaker.core.helper.session_helper.Session"];

/** Their session is that of the pipeline, which loads the same files unless it is given something else. */
const ofPipeline: ReadonlySet<string> = new Set([
  ...stepFunctions,
  "sagemaker.workflow.notebook_job_step.NotebookJobStep",
  "sagemaker.mlops.workflow.notebook_job_step.NotebookJobStep",
]);

/**
 * Classes whose settings a step hands to others, one after the other, which put what is missing. `only`: the setting that
 * it takes from them, and the rest from the class itself.
 *
 * @source sagemaker 2.257.7 and 3.27.0, check_job_config.py, quality_check_step.py, clarify_check_step.py
 */
const handedOn: ReadonlyMap<string, { readonly to: readonly string[]; readonly only?: string }> = new Map([
  [
    "sagemaker.workflow.check_job_config.CheckJobConfig",
    { to: ["sagemaker.model_monitor.model_monitoring.ModelMonitor", "sagemaker.processing.Processor"] },
  ],
  [
    "sagemaker.mlops.workflow.check_job_config.CheckJobConfig",
    {
      to: [
        "sagemaker.core.model_monitor.model_monitoring.ModelMonitor",
        "sagemaker.core.processing.Processor",
      ],
      only: "network_config",
    },
  ],
]);

/** The key is used only for instances with volumes that can be encrypted. */
const needsVolumes: ReadonlySet<string> = new Set(["SageMaker.TrainingJob.ResourceConfig.VolumeKmsKeyId"]);

/**
 * What a constructor of the SDK makes of its members with the defaults file: a session loads it, and what a class would
 * take from it is put where it was given None or nothing.
 */
export function resolveDefaults(
  known: SdkClass,
  members: ReadonlyMap<string, MachineValue>,
  catalog: SdkCatalog,
  context: Context,
): Map<string, MachineValue> {
  const own = new Map(members);
  if (sessions.some((one) => catalog.isA(known.path, one))) {
    const given = own.get(sessionDefaults);
    if (given === undefined || isNothing(given, context)) {
      const loaded = loadDefaults(context);
      if (isNone(loaded)) own.delete(sessionDefaults);
      else own.set(sessionDefaults, loaded);
      if (context.files.sdkDefaults !== undefined) own.set(ownDefaults, loaded);
    }
    // Its attribute of that name is a method
    const bucket = own.get("default_bucket");
    own.delete("default_bucket");
    if (bucket) own.set(sessionBucket, bucket);
    return own;
  }
  const takesSession =
    ofPipeline.has(known.path) || known.parameters.some(({ name }) => name === "sagemaker_session");
  if (!takesSession) return own;
  const defaults = defaultsOf(own.get("sagemaker_session"), context);
  if (!isNone(defaults) || context.files.sdkDefaults !== undefined) own.set(ownDefaults, defaults);
  if (isNone(defaults)) return own;
  for (const [parameter, key] of keysFor(known)) {
    const value = usable(defaultAt(defaults, key, context), key, own);
    if (value === undefined || isNone(value)) continue;
    const [name = "", attribute] = parameter.split(".");
    if (attribute === undefined && !own.has(name) && hasDefault(known, name)) continue;
    if (attribute === undefined) own.set(name, orElse(own.get(name), value));
    else putAttribute(own, name, attribute, value, context);
  }
  return own;
}

/** Parameter and key of each default that the class takes, in their order. */
function keysFor({ path, bases }: SdkClass): readonly (readonly [string, string])[] {
  const other = handedOn.get(path);
  if (!other) return [...keysOfClass([path, ...bases])];
  const { to, only } = other;
  const keys = to.flatMap((one) => [...keysOfClass([one])]);
  return only === undefined ? keys : keys.filter(([parameter]) => parameter.startsWith(`${only}.`));
}

/**
 * The constructor of another class, which a method of the object makes, fills the network that the object has. Where it
 * has none, the other class makes one of its own.
 */
export function networkFilledBy(path: string, self: MachineValue, context: Context): void {
  const object = context.object(self);
  if (object?.kind !== "instance") return;
  const defaults = object.members.get(ownDefaults);
  const network = object.members.get("network_config");
  if (defaults === undefined || isNone(defaults) || network === undefined || isNone(network)) return;
  const members = new Map([["network_config", network]]);
  for (const [parameter, key] of keysOfClass([path])) {
    const [name = "", attribute] = parameter.split(".");
    const value = defaultAt(defaults, key, context);
    if (name === "network_config" && attribute !== undefined && !isNone(value))
      putAttribute(members, name, attribute, value, context);
  }
  const filled = members.get("network_config");
  if (filled !== undefined && filled !== network)
    context.update(self, (one) =>
      one.kind === "instance" ? { ...one, members: new Map(one.members).set("network_config", filled) } : one,
    );
}

/** The class gives its base a value of its own where the caller gives none: a first-party algorithm's isolation, False. */
function hasDefault({ parameters }: SdkClass, name: string): boolean {
  const value = parameters.find((one) => one.name === name)?.default;
  return value !== undefined && value !== null;
}

/** The defaults of the session that a constructor is given, or makes. */
function defaultsOf(session: MachineValue | undefined, context: Context): MachineValue {
  if (session === undefined || isNone(session) || session.kind === "absent") return loadDefaults(context);
  const object = context.object(session);
  if (object?.kind === "instance") {
    const own = object.members.get(sessionDefaults);
    if (own !== undefined || !object.open) return own ?? none;
  }
  // Most probably it loads the same files; where there are none there is nothing to load
  const usual = loadDefaults(context);
  return isNone(usual) ? none : unknown("it is the default of a session that is not followed");
}

/** The value of a key; `none`: there is none. */
export function defaultAt(defaults: MachineValue, key: string, context: Context): MachineValue {
  let value = defaults;
  for (const step of key.split(".")) {
    if (value.kind === "unknown") return value;
    if (isNone(value)) return none;
    const object = context.object(value);
    if (object?.kind === "instance" && object.type === refusedDefaults)
      return unknown("the SDK refuses its defaults file");
    if (object?.kind !== "dict") return unknown("what the SDK's defaults say is not followed");
    const entry = object.entries.get(`'${step}`);
    if (entry === undefined)
      return object.open ? unknown("the SDK's defaults may say more than is known") : none;
    if (entry.kind === "either") return unknown("what the SDK's defaults say differs by branch");
    value = entry;
  }
  return value;
}

function usable(
  value: MachineValue,
  key: string,
  members: ReadonlyMap<string, MachineValue>,
): MachineValue | undefined {
  if (isNone(value) || !needsVolumes.has(key)) return value;
  const type = members.get("instance_type");
  const groups = members.get("instance_groups");
  if (groups !== undefined && !isNone(groups))
    return unknown("whether the defaults' key is used depends on the instances");
  if (type === undefined || isNone(type)) return undefined;
  const data = type.kind === "constant" && type.type === "str" ? attachesKey(String(type.data)) : undefined;
  if (data === undefined) return unknown("whether the defaults' key is used depends on the instance type");
  return data ? value : undefined;
}

/** What is given, and the default where nothing is. */
function orElse(given: MachineValue | undefined, value: MachineValue): MachineValue {
  if (given === undefined || isNone(given) || given.kind === "absent") return value;
  if (given.kind !== "either") return given;
  return joinValues(given.values.map((one) => orElse(one, value)));
}

/** An attribute of an object that is given; without one the SDK makes it. */
function putAttribute(
  members: Map<string, MachineValue>,
  name: string,
  attribute: string,
  value: MachineValue,
  context: Context,
): void {
  const given = members.get(name);
  if (given === undefined || isNone(given)) {
    members.set(
      name,
      value.kind === "unknown"
        ? unknown(value.why)
        : context.allocate({
            kind: "instance",
            type: "sagemaker.network.NetworkConfig",
            members: new Map([[attribute, value]]),
            open: false,
          }),
    );
    return;
  }
  if (given.kind === "either" || given.kind === "unknown") {
    if (given.kind === "either")
      members.set(name, unknown("it is made of the SDK's defaults on some branch"));
    return;
  }
  context.update(given, (object) =>
    object.kind === "instance"
      ? {
          ...object,
          members: new Map(object.members).set(attribute, orElse(object.members.get(attribute), value)),
        }
      : object,
  );
}

export function isNone(value: MachineValue): boolean {
  return value.kind === "constant" && value.type === "none";
}

/** None, or an empty dict: then a session loads the files. */
function isNothing(value: MachineValue, context: Context): boolean {
  if (isNone(value)) return true;
  const object = context.object(value);
  return object?.kind === "dict" && object.entries.size === 0 && !object.open;
}
