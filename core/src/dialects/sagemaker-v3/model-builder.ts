import type { SdkClass } from "../../catalog/sdk-catalog.js";
import type { Context } from "../../python/context.js";
import type { Instance } from "../../python/library.js";
import { bool, none, text, unknown, type MachineValue } from "../../python/machine.js";
import { joinValues } from "../../python/state.js";

const v2Builder = "sagemaker.serve.builder.model_builder.ModelBuilder";
const v3Builder = "sagemaker.serve.model_builder.ModelBuilder";

const hub = "the model's own specification says it";
const networkOfServe = "sagemaker.serve.configs.Network";
const wholeNetwork = "the network's vpc_config says it";
const fineTuned = "a fine-tuned model is sent without the network, and whether it is one is not known";

export function isModelBuilder(path: string): boolean {
  return path === v2Builder || path === v3Builder;
}

/** What else the constructor of a ModelBuilder sets: what it takes from other objects, as they are then. */
export function modelBuilderMembers(
  { path }: SdkClass,
  members: ReadonlyMap<string, MachineValue>,
  context: Context,
  isFineTuner: (type: string) => boolean,
): Map<string, MachineValue> | undefined {
  if (!isModelBuilder(path)) return undefined;
  const own = new Map(members);
  const mode = members.get("mode");
  const name = mode?.kind === "library" ? /\.Mode\.(\w+)$/.exec(mode.path)?.[1] : undefined;
  if (name !== undefined) own.set("mode", text(name, mode?.span));
  if (path === v2Builder) {
    if (isGiven(members.get("model"))) own.set("_enable_network_isolation", unknown(hub));
    return own;
  }
  const model = members.get("model");
  const network = members.get("network");
  const held = model && context.object(model);
  const type = held?.kind === "instance" && typeof held.type === "string" ? held.type : undefined;
  const isName = model?.kind === "constant" && model.data !== null && !String(model.data).startsWith("s3://");
  // Neither the trainer of a container nor a model of the hub is a fine-tuned one
  const isPlain = !isGiven(model) || isName || type === "sagemaker.train.model_trainer.ModelTrainer";
  if (type !== undefined && isFineTuner(type)) {
    own.set("_network", none);
    own.set("_isolation", unknown(hub));
    return own;
  }
  if (!isPlain || isName) own.set("_isolation", unknown(hub));
  // A network that is assigned later comes too late
  if (network === undefined || !isGiven(network)) own.set("_network", none);
  else own.set("_network", isPlain ? copied(network, context) : unknown(fineTuned));
  return own;
}

/** The network that the constructor made of its Networking: a dict of the same lists. Undefined: not known. */
export function builderNetwork(
  path: string,
  name: string,
  { members }: Instance,
  context: Context,
): MachineValue | undefined {
  if (name !== "vpc_config" || path !== v3Builder) return undefined;
  const network = members.get("_network");
  if (network && !isGiven(network)) return none;
  const held = network && context.object(network);
  if (held?.kind !== "instance" || held.open) return undefined;
  const [subnets, groups] = ["subnets", "security_group_ids"].map((half) => held.members.get(half));
  if (subnets === undefined && groups === undefined) return none;
  if (!subnets || !groups) return undefined;
  const entries = new Map([
    ["'Subnets", subnets],
    ["'SecurityGroupIds", groups],
  ]);
  return context.allocate({ kind: "dict", entries, open: false });
}

/** Of a model: its `deploy()` chooses instances where it is given none, if it is one of the hub or for some servers. */
export const choosesInstances = "_chooses_instances";

/** The model that `build()` of SDK v2 gives, which has a `deploy()` of its own. */
export function builtModel(path: string, builder: Instance): Instance | undefined {
  if (path !== v2Builder) return undefined;
  const { members, site, span } = builder;
  const kept = ["vpc_config", "sagemaker_session", "mode"].flatMap((name) => {
    const value = members.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const isolation = members.get("_enable_network_isolation");
  return {
    kind: "instance",
    type: "sagemaker.model.Model",
    members: new Map([
      ...kept,
      [choosesInstances, { kind: "constant", type: "bool", data: true } as const],
      ["image_uri", unknown("the builder says which")],
      ["role", members.get("role_arn") ?? unknown("it is the role of who runs the notebook")],
      ...(isolation === undefined ? [] : [["_enable_network_isolation", isolation] as const]),
    ]),
    open: false,
    ...(site ? { site } : {}),
    ...(span ? { span } : {}),
  };
}

/** The attributes are read once: what is assigned to the object later is not seen, what its lists become is. */
function copied(network: MachineValue, context: Context): MachineValue {
  if (network.kind === "either") return joinValues(network.values.map((one) => copied(one, context)));
  const object = context.object(network);
  if (object?.kind !== "instance") return network;
  const halves = ["subnets", "security_group_ids"];
  const own = new Map(object.members);
  if (object.type === networkOfServe && !object.open) {
    if (!own.has("enable_network_isolation")) own.set("enable_network_isolation", bool(false));
    const whole = own.get("vpc_config");
    if (isGiven(whole)) {
      const isDict = context.object(whole)?.kind === "dict";
      for (const name of halves) own.set(name, isDict ? none : unknown(wholeNetwork));
      return context.allocate({ ...object, members: own });
    }
  }
  const [subnets, groups] = halves.map((name) => isFilled(own.get(name), context));
  if (subnets === false && groups === false) for (const name of halves) own.delete(name);
  // The half that is not given is an empty list where the other one is there
  for (const [name, other] of [
    ["subnets", groups],
    ["security_group_ids", subnets],
  ] as const) {
    if (isGiven(own.get(name)) || other === false) continue;
    const none = context.allocate({ kind: "list", items: [], open: false });
    own.set(name, other === true ? none : unknown("it is an empty list where the other half is given"));
  }
  const copy = context.allocate({ ...object, members: own });
  return network.span ? { ...copy, span: network.span } : copy;
}

/** Python's truth of one half: two empty lists are no network at all. */
function isFilled(value: MachineValue | undefined, context: Context): boolean | "maybe" {
  if (value === undefined || !isGiven(value)) return false;
  if (value.kind === "tuple") return value.items.length > 0;
  const list = context.object(value);
  if (list?.kind !== "list") return value.kind === "constant" ? Boolean(value.data) : "maybe";
  return list.items.length > 0 || (list.open && "maybe");
}

function isGiven(value: MachineValue | undefined): value is MachineValue {
  return (
    value !== undefined && value.kind !== "absent" && !(value.kind === "constant" && value.data === null)
  );
}
