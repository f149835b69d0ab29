import type { SdkClass } from "../../catalog/sdk-catalog.js";
import type { Context } from "../../python/context.js";
import {
  integer,
  text,
  unknown,
  type BoundArguments,
  type HeapObject,
  type MachineValue,
} from "../../python/machine.js";
import { joinValues } from "../../python/state.js";
import { fillTrainer } from "./trainer-defaults.js";

/** v3 and late v2 build jobs out of pydantic models, which take keywords only and copy the lists that they are given. */
const models =
  /^sagemaker\.(?:core\.(?:shapes|training\.configs)|modules\.configs|train\.model_trainer|modules\.train)\./;

/** Attributes of a pydantic model as its constructor leaves them. */
export function modelMembers(
  { path }: SdkClass,
  members: ReadonlyMap<string, MachineValue>,
  context: Context,
): Map<string, MachineValue> {
  if (!models.test(path)) return new Map(members);
  const own = new Map([...members].map(([name, value]) => [name, validated(value, context)]));
  const fill = trainerDefaults.get(path);
  for (const [name, defaults] of fill ?? []) own.set(name, filled(own.get(name), defaults, context));
  if (path === "sagemaker.train.model_trainer.ModelTrainer") fillTrainer(own, context);
  return own;
}

/** `ModelTrainer.from_recipe(…)`: the recipe decides what the keywords do not say. */
export function recipeMembers(
  known: SdkClass,
  bound: BoundArguments,
  context: Context,
): Map<string, MachineValue> {
  const recipe = unknown("it comes from the training recipe");
  const members = new Map(bound.keywords);
  for (const { name } of known.parameters) {
    if (members.has(name)) continue;
    if (bound.openKeywords) members.set(name, unknown("it may be among the arguments that are expanded"));
    else if (name === "compute") members.set(name, recipe);
  }
  const own = modelMembers(known, members, context);
  const compute = own.get("compute");
  if (compute)
    context.update(compute, (object) =>
      object.kind === "instance"
        ? { ...object, members: new Map(object.members).set("instance_count", recipe) }
        : object,
    );
  return own;
}

interface Defaults {
  readonly type: string;
  readonly members: ReadonlyMap<string, MachineValue>;
  /** Where one of these is set, the SDK leaves `instance_type` and `instance_count` alone. */
  readonly instead: readonly string[];
}

const bucket = unknown("it is a folder of the session's default bucket");

/** @source sagemaker 3.27.0, train/defaults.py; sagemaker 2.257.7, modules/train/model_trainer.py, model_post_init */
function defaultsOf(
  compute: string,
  output: string,
  instead: readonly string[],
): ReadonlyMap<string, Defaults> {
  return new Map<string, Defaults>([
    [
      "compute",
      {
        type: compute,
        members: new Map([
          ["instance_type", text("ml.m5.xlarge")],
          ["instance_count", integer(1)],
          ["volume_size_in_gb", integer(30)],
        ]),
        instead,
      },
    ],
    [
      "stopping_condition",
      {
        type: "sagemaker.core.shapes.shapes.StoppingCondition",
        members: new Map([["max_runtime_in_seconds", integer(3600)]]),
        instead: [],
      },
    ],
    ["output_data_config", { type: output, members: new Map([["s3_output_path", bucket]]), instead: [] }],
  ]);
}

const trainerDefaults: ReadonlyMap<string, ReadonlyMap<string, Defaults>> = new Map([
  [
    "sagemaker.train.model_trainer.ModelTrainer",
    defaultsOf(
      "sagemaker.core.training.configs.Compute",
      "sagemaker.core.training.configs.OutputDataConfig",
      ["instance_groups", "instance_preferences"],
    ),
  ],
  [
    "sagemaker.modules.train.model_trainer.ModelTrainer",
    defaultsOf("sagemaker.modules.configs.Compute", "sagemaker.modules.configs.OutputDataConfig", []),
  ],
]);

/** The object that the trainer has: its own where none is given, else the given one with what it leaves open. */
function filled(value: MachineValue | undefined, defaults: Defaults, context: Context): MachineValue {
  const { type, members } = defaults;
  const made = (): MachineValue => context.allocate({ kind: "instance", type, members, open: false });
  if (value === undefined || isMissing(value)) return made();
  if (value.kind === "either") return joinValues(value.values.map((one) => filled(one, defaults, context)));
  context.update(value, (object) => withDefaults(object, defaults));
  return value;
}

function withDefaults(object: HeapObject, { members, instead }: Defaults): HeapObject {
  if (object.kind !== "instance") return object;
  const own = new Map(object.members);
  const others = instead.map((name) => own.get(name)).filter((one) => one !== undefined && !isMissing(one));
  for (const [name, value] of members) {
    const given = own.get(name);
    if (given === undefined || isMissing(given)) {
      if (others.length === 0 || !name.startsWith("instance_")) own.set(name, value);
    } else if (given.kind === "either") {
      own.set(name, joinValues(given.values.map((one) => (isMissing(one) ? value : one))));
    }
  }
  return { ...object, members: own };
}

function isMissing(value: MachineValue): boolean {
  return value.kind === "absent" || (value.kind === "constant" && value.type === "none");
}

/** Lists are copied, tuples become lists; `Mode.LOCAL_CONTAINER` becomes its value. */
function validated(value: MachineValue, context: Context): MachineValue {
  if (value.kind === "either") return joinValues(value.values.map((one) => validated(one, context)));
  const at = value.span ? { span: value.span } : {};
  if (value.kind === "tuple")
    return context.allocate({ kind: "list", items: value.items, open: false, ...at });
  const mode = value.kind === "library" ? /\.Mode\.(\w+)$/.exec(value.path)?.[1] : undefined;
  if (mode !== undefined) return text(mode, value.span);
  const object = context.object(value);
  return object?.kind === "list" ? context.allocate(object) : value;
}
