import type { SdkCatalog, SdkClass } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import type { Instance } from "../python/library.js";
import { none, text, unknown, type BoundArguments, type MachineValue, type Site } from "../python/machine.js";
import { constructorMembers, withIsolationOfProduct } from "./constructor-members.js";
import { lostVolumeKey } from "./made-objects.js";
import {
  jumpStartMembers,
  jumpStartSignature,
  modelMembers,
  recipeMembers,
  trainerMembers,
} from "./sagemaker-v3/construct.js";
import { builtModel, modelBuilderMembers } from "./sagemaker-v3/model-builder.js";
import { resolveDefaults } from "./sdk-defaults/resolve-defaults.js";
import { decorators } from "./submitters.js";

/** The constructor's keyword; the object has a method of that name. */
const isolationOfModels = "enable_network_isolation";

/** The objects that the SDK's constructors, class methods and decorators make, with the attributes that they have then. */
export class SdkObjects {
  constructor(private readonly catalog: SdkCatalog) {}

  membersOf(known: SdkClass, bound: BoundArguments, context: Context): Map<string, MachineValue> {
    const members = this.givenTo(known, bound, context);
    return this.finished(known, members, context) ?? members;
  }

  /** Before the constructor calls what subclasses may write anew: what is not given is None. */
  unfinished(known: SdkClass, bound: BoundArguments, context: Context): Map<string, MachineValue> {
    const members = this.givenTo(known, bound, context);
    for (const { name, default: fallback } of known.parameters)
      if (fallback === null && !members.has(name)) members.set(name, none);
    return members;
  }

  private givenTo(known: SdkClass, bound: BoundArguments, context: Context): Map<string, MachineValue> {
    const given = resolveDefaults(known, constructorMembers(known, bound), this.catalog, context);
    return modelMembers(known, withIsolationOfProduct(known, given, this.catalog), context);
  }

  /** What that sets; undefined: nothing. */
  finished(
    known: SdkClass,
    members: ReadonlyMap<string, MachineValue>,
    context: Context,
  ): Map<string, MachineValue> | undefined {
    return (
      trainerMembers(known.path, members, context) ??
      modelBuilderMembers(known, members, context, (type) => this.catalog.isA(type, fineTuner))
    );
  }

  built(self: MachineValue, type: string, context: Context): MachineValue | undefined {
    const own = context.object(self);
    const model = own?.kind === "instance" ? builtModel(type, own) : undefined;
    const known = typeof model?.type === "string" ? this.catalog.classOf(model.type) : undefined;
    if (!model || !known) return undefined;
    const members = resolveDefaults(known, model.members, this.catalog, context);
    const isolation = members.get(isolationOfModels);
    members.delete(isolationOfModels);
    if (isolation && !members.has(`_${isolationOfModels}`)) members.set(`_${isolationOfModels}`, isolation);
    return context.allocate({ ...model, members });
  }

  /** Made, and recorded as made there. */
  instance(
    type: string,
    members: Map<string, MachineValue>,
    bound: BoundArguments,
    site: Site,
    context: Context,
  ): MachineValue {
    const value = context.allocate({ kind: "instance", type, members, open: false, site, span: site.span });
    if (value.kind === "reference") {
      context.record({
        kind: "construction",
        type,
        id: value.id,
        site,
        self: value,
        arguments: bound,
      });
    }
    return value;
  }

  /** `@remote(…)`, `@step(…)`: an object that is called with the function, and then in its place. */
  byDecorator(path: string, bound: BoundArguments, site: Site, context: Context): MachineValue | undefined {
    const signature = this.catalog.functionOf(path);
    const own = this.catalog.canonicalPath(path) ?? path;
    if (!signature || !decorators.has(own)) return undefined;
    const made = { path: own, constructedBy: own, handsOnTo: own, bases: [] };
    const known = { ...signature, ...made, renames: new Map(), sets: new Map() };
    const members = resolveDefaults(known, constructorMembers(known, bound), this.catalog, context);
    return this.instance(own, members, bound, site, context);
  }

  /** `attach`, `from_recipe` …; `attach` makes an object that nothing in the notebook gave its settings. */
  byClassMethod(
    known: SdkClass,
    method: string,
    bound: BoundArguments,
    site: Site,
    context: Context,
  ): MachineValue | undefined {
    if (method === "attach") return context.allocate(attached(known, site));
    if (method === "from_recipe")
      return this.instance(known.path, recipeMembers(known, bound, context), bound, site, context);
    if (method === "from_jumpstart_config") {
      const given = constructorMembers({ ...known, ...jumpStartSignature(known.path) }, bound);
      const members = known.path.endsWith(".ModelTrainer")
        ? jumpStartMembers(known, resolveDefaults(known, given, this.catalog, context), context)
        : (modelBuilderMembers(known, given.set("model", text("of the hub")), context, () => false) ?? given);
      return this.instance(known.path, members, bound, site, context);
    }
    const parameters = classMethods.get(`${known.path}.${method}`);
    if (!parameters) return undefined;
    const members = new Map(bound.keywords);
    if (parameters.includes("model_trainer_dict")) members.set("model_trainer", ofNamed);
    parameters.forEach((name, index) => {
      const value = bound.positional[index];
      if (value) members.set(name, value);
    });
    return this.instance(known.path, members, bound, site, context);
  }
}

const fineTuner = "sagemaker.train.base_trainer.BaseTrainer";

const ofNamed = unknown("each of its trainers has its own");

/** Class methods that make an object of their arguments, with the names of those that can be given by position. */
const classMethods: ReadonlyMap<string, readonly string[]> = new Map([
  ["sagemaker.tuner.HyperparameterTuner.create", ["estimator_dict", "objective_metric_name_dict"]],
  ["sagemaker.train.tuner.HyperparameterTuner.create", ["model_trainer_dict", "objective_metric_name_dict"]],
]);

/** An estimator of a job that ran: its settings are the job's, without the volume key, which is lost on the way. */
function attached({ path, parameters }: SdkClass, site: Site): Instance {
  const why = "it is what the job was started with";
  const members = new Map(parameters.map(({ name }) => [name, unknown(why)] as const));
  if (members.has("volume_kms_key")) members.set("volume_kms_key", none).set(lostVolumeKey, unknown(why));
  return { kind: "instance", type: path, members, open: true, site, span: site.span };
}
