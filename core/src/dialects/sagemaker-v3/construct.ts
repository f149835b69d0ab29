import { convertedType } from "../../catalog/sagemaker-v3.js";
import type { SdkClass } from "../../catalog/sdk-catalog.js";
import type { Context } from "../../python/context.js";
import {
  dictKey,
  integer,
  keyText,
  noArguments,
  none,
  text,
  unknown,
  type BoundArguments,
  type HeapObject,
  type MachineValue,
} from "../../python/machine.js";
import { joinValues } from "../../python/state.js";
import { toType } from "./pydantic-types.js";
import { fillRole, hasNetworkOfDefaults } from "./trainer-defaults.js";

/** v3 and late v2 build jobs out of pydantic models, which take keywords only and copy the lists that they are given. */
const models =
  /^sagemaker\.(?:core\.(?:shapes|training\.configs)|modules\.configs|train\.model_trainer|modules\.train)\./;

export function isModel(path: string): boolean {
  return models.test(path);
}

/** `Networking.model_validate({…})`: what the constructor takes as keywords; undefined: another method, or not known. */
export function validatedKeywords(
  path: string,
  method: string,
  { positional: [given, ...more], keywords }: BoundArguments,
  context: Context,
): BoundArguments | undefined {
  if (!models.test(path) || (method !== "model_validate" && method !== "parse_obj")) return undefined;
  const dict = given && more.length === 0 && keywords.size === 0 ? context.object(given) : undefined;
  if (dict?.kind !== "dict" || dict.open) return undefined;
  const named = [...dict.entries].flatMap(([key, value]) => {
    const name = keyText(key);
    return name === undefined ? [] : [[name, value] as const];
  });
  return { ...noArguments, keywords: new Map(named) };
}

/** Settings, not what sends them. */
export function isPlainData(path: string): boolean {
  return models.test(path) && !finishing.has(path);
}

/** Attributes of a pydantic model as its constructor leaves them. */
export function modelMembers(
  { path }: SdkClass,
  members: ReadonlyMap<string, MachineValue>,
  context: Context,
): Map<string, MachineValue> {
  if (!models.test(path)) return new Map(members);
  return new Map([...members].map(([name, value]) => [name, validated(name, value, context)]));
}

/** What a trainer sets once it is made of its arguments: `model_post_init`. Undefined: another class. */
export function trainerMembers(
  path: string,
  members: ReadonlyMap<string, MachineValue>,
  context: Context,
): Map<string, MachineValue> | undefined {
  if (!finishing.has(path)) return undefined;
  const own = new Map(members);
  const fill = finishing.get(path);
  for (const [name, defaults] of fill ?? []) own.set(name, filled(own.get(name), defaults, context));
  if (path === "sagemaker.train.model_trainer.ModelTrainer") fillRole(own, context);
  return own;
}

/** A model takes what is assigned to it as its constructor would. */
export function assignedToModel(
  type: string,
  name: string,
  value: MachineValue,
  context: Context,
): MachineValue {
  return models.test(type) ? validated(name, value, context) : value;
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
  const before = members.get("compute");
  const given = before && context.object(before);
  const made = modelMembers(known, members, context);
  const own = trainerMembers(known.path, made, context) ?? made;
  const compute = own.get("compute");
  if (compute)
    context.update(compute, (object) =>
      object.kind === "instance"
        ? isCounted(given)
          ? object
          : { ...object, members: new Map(object.members).set("instance_count", recipe) }
        : object,
    );
  return own;
}

/** The caller's own count is kept, whatever the recipe says. */
function isCounted(compute: HeapObject | undefined): boolean {
  const count = compute?.kind === "instance" ? compute.members.get("instance_count") : undefined;
  return count?.kind === "constant" && count.type === "int";
}

/** `ModelTrainer.from_jumpstart_config(…)`: the hub's document on the model decides what the keywords do not say. */
export function jumpStartMembers(
  known: SdkClass,
  given: ReadonlyMap<string, MachineValue>,
  context: Context,
): Map<string, MachineValue> {
  const members = new Map([...given].filter(([name]) => name !== "jumpstart_config"));
  if (isMissing(members.get("networking") ?? none) && hasNetworkOfDefaults(members, context))
    members.set("networking", unknown("the defaults file says it where the model's document does not"));
  for (const [name, value] of members) members.set(name, validated(name, value, context));
  for (const [name, defaults] of jumpStartDefaults.get(known.path) ?? [])
    members.set(name, filled(members.get(name), defaults, context));
  const networking = members.get("networking");
  if (networking) context.update(networking, perhapsIsolated);
  if (finishing.has(known.path)) {
    members.set("input_data_config", unknown("the model has channels of its own"));
    members.set("tags", withMore(members.get("tags"), context));
  }
  const own = modelMembers(known, members, context);
  return trainerMembers(known.path, own, context) ?? own;
}

/** JumpStart adds the model's id and version. */
function withMore(tags: MachineValue | undefined, context: Context): MachineValue {
  if (tags === undefined || isMissing(tags)) return context.allocate({ kind: "list", items: [], open: true });
  const own = context.object(tags);
  return own?.kind === "list"
    ? context.allocate({ ...own, open: true })
    : unknown("JumpStart adds tags to them");
}

/** @source sagemaker 3.27.0: what can be given by position, in order. */
export function jumpStartSignature(path: string): Pick<SdkClass, "parameters"> {
  const names = path.endsWith(".ModelTrainer")
    ? ["jumpstart_config", "source_code", "compute", "networking", "stopping_condition", "training_image"]
    : ["jumpstart_config", "role_arn", "compute", "network", "image_uri", "env_vars"];
  return {
    parameters: names.map((name) => ({ name, required: false, default: null, keywordOnly: false })),
  };
}

const hub = unknown("the model's document in the hub says it");

const jumpStartDefaults: ReadonlyMap<string, ReadonlyMap<string, Defaults>> = new Map([
  [
    "sagemaker.train.model_trainer.ModelTrainer",
    new Map<string, Defaults>([
      [
        "compute",
        {
          type: "sagemaker.core.training.configs.Compute",
          members: new Map([
            ["instance_type", hub],
            ["instance_count", integer(1)],
            ["volume_size_in_gb", hub],
          ]),
          instead: ["instance_groups"],
        },
      ],
      ["networking", { type: "sagemaker.core.training.configs.Networking", members: new Map(), instead: [] }],
    ]),
  ],
]);

/** A model that must be isolated is, whatever the caller says. */
function perhapsIsolated(object: HeapObject): HeapObject {
  if (object.kind !== "instance") return object;
  const given = object.members.get("enable_network_isolation");
  if (given?.kind === "constant" && given.data === true) return object;
  return { ...object, members: new Map(object.members).set("enable_network_isolation", hub) };
}

interface Defaults {
  readonly type: string;
  readonly members: ReadonlyMap<string, MachineValue>;
  /** Where one of these is set, the SDK leaves `instance_type` and `instance_count` alone. */
  readonly instead: readonly string[];
  /** Of an object that is given only what is None is filled in: what it is not given is not None in its class. */
  readonly onlyNone?: true;
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
        onlyNone: true,
      },
    ],
    ["output_data_config", { type: output, members: new Map([["s3_output_path", bucket]]), instead: [] }],
  ]);
}

const finishing: ReadonlyMap<string, ReadonlyMap<string, Defaults>> = new Map([
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

function withDefaults(object: HeapObject, defaults: Defaults): HeapObject {
  if (object.kind === "instance") return { ...object, members: completed(object.members, defaults) };
  if (object.kind !== "dict" || object.open) return object;
  // The object is made of the dict first
  const given = new Map([...object.entries].map(([key, value]) => [keyText(key) ?? "", value]));
  const entries = new Map(
    [...completed(given, defaults)].map(([name, value]) => [dictKey(text(name)) ?? "", value]),
  );
  return given.has("") ? object : { ...object, entries };
}

function completed(
  given: ReadonlyMap<string, MachineValue>,
  { members, instead, onlyNone }: Defaults,
): Map<string, MachineValue> {
  const own = new Map(given);
  const others = instead.map((name) => own.get(name)).filter((one) => one !== undefined && !isMissing(one));
  for (const [name, value] of members) {
    const said = own.get(name);
    if (said === undefined && onlyNone === true) continue;
    if (said === undefined || isMissing(said)) {
      if (others.length === 0 || !name.startsWith("instance_")) own.set(name, value);
    } else if (said.kind === "either") {
      own.set(name, joinValues(said.values.map((one) => (isMissing(one) ? value : one))));
    }
  }
  return own;
}

function isMissing(value: MachineValue): boolean {
  return value.kind === "absent" || (value.kind === "constant" && value.type === "none");
}

/**
 * Lists and dicts are copied, tuples become lists, texts the numbers and booleans that they say; `Mode.LOCAL_CONTAINER`
 * becomes its value.
 */
function validated(name: string, value: MachineValue, context: Context): MachineValue {
  if (value.kind === "either") return joinValues(value.values.map((one) => validated(name, one, context)));
  const at = value.span ? { span: value.span } : {};
  if (value.kind === "tuple")
    return context.allocate({ kind: "list", items: value.items, open: false, ...at });
  if (value.kind === "constant") return converted(name, value);
  const mode = value.kind === "library" ? /\.Mode\.(\w+)$/.exec(value.path)?.[1] : undefined;
  if (mode !== undefined) return text(mode, value.span);
  const object = context.object(value);
  if (object?.kind === "list") return context.allocate(object);
  if (object?.kind !== "dict") return value;
  if (convertedType(name) === "map") return context.allocate(object);
  // The model inside is made of it
  const entries = new Map(
    [...object.entries].map(([key, entry]) => [key, validated(keyText(key) ?? "", entry, context)]),
  );
  return context.allocate({ ...object, entries });
}

/** What cannot be converted stays, to be told. */
function converted(name: string, value: Extract<MachineValue, { kind: "constant" }>): MachineValue {
  const type = convertedType(name);
  if (type === undefined || type === "map" || value.data === null) return value;
  const data = toType(type, value.data);
  if (data === undefined || data === value.data) return value;
  return { ...value, type: type === "boolean" ? "bool" : type === "integer" ? "int" : "float", data };
}
