import type { SdkCatalog, Signature } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import type { Instance } from "../python/library.js";
import { none, ownMethods, unknown, type BoundArguments, type MachineValue } from "../python/machine.js";
import { argumentsByName } from "./arguments-by-name.js";
import { keepsIsolation, losingIsolation } from "./isolation-of-models.js";
import { tuned } from "./tuned-estimator.js";
import { builtModel } from "./sagemaker-v3/model-builder.js";

/** An object of the SDK that a method of another makes. */
export interface MadeObject {
  readonly type: string;
  readonly members: ReadonlyMap<string, MachineValue>;
  /** The method's arguments are those of the object's constructor, so that settings can be written there. */
  readonly isConstruction: boolean;
  /** The call that it has its settings from, where that is its maker's own constructor. */
  readonly at?: Pick<Instance, "site" | "span">;
}

/** Attribute of an object that is attached to a job: the job's volume key, which the SDK does not take from it. */
export const lostVolumeKey = "<the job's volume key>";

interface Maker {
  readonly method: string;
  /** Of objects of this class. */
  readonly of: string;
  readonly butNot?: string;
  readonly makes: string;
  readonly isConstruction?: true;
  /** What the maker was made with are its settings. */
  readonly isMakerBuilt?: true;
  /** Besides the session, which is the maker's. */
  members(making: Making): readonly Member[];
}
interface Making {
  readonly self: Instance;
  readonly type: string;
  /** The method's arguments by parameter. */
  readonly given: ReadonlyMap<string, MachineValue>;
  readonly catalog: SdkCatalog;
  readonly context: Context;
}
type Member = readonly [string, MachineValue | undefined];

const estimator = "sagemaker.estimator.EstimatorBase";
const model = "sagemaker.model.Model";
const modelBuilder = "sagemaker.serve.builder.model_builder.ModelBuilder";
const pipelineModel = "sagemaker.pipeline.PipelineModel";

const transformerOf = (of: string): Maker => ({
  method: "transformer",
  of,
  makes: "sagemaker.transformer.Transformer",
  isConstruction: true,
  members: ({ given }) => [...given],
});

const predictorOf = (of: string): Maker => ({
  method: "deploy",
  of,
  makes: "sagemaker.base_predictor.Predictor",
  members: () => [],
});

const candidateOf = (of: string): Maker => ({
  method: "create_model",
  of,
  makes: pipelineModel,
  // The job's own network and key are not handed on
  members: ({ self, given }) => [
    ["role", self.members.get("role")],
    ["vpc_config", given.get("vpc_config")],
    ["_enable_network_isolation", given.get("enable_network_isolation")],
  ],
});

const registeredAs = (of: string): Maker => ({
  method: "register",
  of,
  // What JumpStart registers is deployed by its model
  butNot: "sagemaker.jumpstart.model.JumpStartModel",
  makes: "sagemaker.model.ModelPackage",
  // The model's network and isolation are not handed on
  members: ({ self }) => [["role", self.members.get("role")]],
});

const asTheJob = unknown("it is what the job was started with");
const asStarted = [
  "tags",
  "encrypt_inter_container_traffic",
  "output_kms_key",
  "instance_type",
  "instance_count",
  "volume_size",
  "max_run",
];

/** What methods of SDK v2 make, as the real SDK was seen to (test/sdk). */
const makers: readonly Maker[] = [
  {
    ...transformerOf("sagemaker.serve.model_builder.ModelBuilder"),
    makes: "sagemaker.core.transformer.Transformer",
  },
  {
    ...transformerOf(estimator),
    members: ({ self, given }) => [
      ["tags", self.members.get("tags")],
      ...[...given].filter(([name, value]) => name !== "tags" || isGiven(value)),
    ],
  },
  transformerOf(model),
  transformerOf(pipelineModel),
  ...[estimator, model, pipelineModel, "sagemaker.tuner.HyperparameterTuner"].map(predictorOf),
  ...[model, pipelineModel].map(registeredAs),
  {
    ...registeredAs(estimator),
    // Of the model that is made for that: what register() does not have itself goes to create_model()
    members: ({ self, given }) => [
      ["role", isGiven(given.get("role")) ? given.get("role") : self.members.get("role")],
    ],
  },
  ...["sagemaker.automl.automl.AutoML", "sagemaker.automl.automlv2.AutoMLV2"].flatMap((of) => [
    predictorOf(of),
    candidateOf(of),
  ]),
  {
    method: "create_model",
    of: estimator,
    makes: model,
    members: (making) => [
      [
        "role",
        isGiven(making.given.get("role")) ? making.given.get("role") : making.self.members.get("role"),
      ],
      ["vpc_config", making.given.get("vpc_config_override") ?? networkOf(making)],
      ["_enable_network_isolation", isolationOf(making)],
    ],
  },
  {
    // The model that build() gives; the network of the call is that of the job alone
    method: "optimize",
    of: modelBuilder,
    makes: model,
    isMakerBuilt: true,
    members: ({ self, given }) => [
      ...(builtModel(modelBuilder, self)?.members ?? []),
      ...(isGiven(given.get("role_arn")) ? [["role", given.get("role_arn")] as const] : []),
    ],
  },
  {
    method: "best_estimator",
    of: "sagemaker.tuner.HyperparameterTuner",
    makes: "sagemaker.estimator.Estimator",
    members: ({ self }) => [
      ["subnets", self.members.get(tuned.subnets) ?? asTheJob],
      ["security_group_ids", self.members.get(tuned.securityGroupIds) ?? asTheJob],
      ["enable_network_isolation", self.members.get(tuned.isolation) ?? asTheJob],
      ["role", self.members.get(tuned.role) ?? asTheJob],
      ...asStarted.map((name) => [name, asTheJob] as const),
      ["volume_kms_key", none],
      [lostVolumeKey, asTheJob],
    ],
  },
];

/** The object that the method returns; undefined: none that is known. */
export function madeBy(
  self: Instance,
  type: string,
  method: string,
  { bound, signature }: { readonly bound: BoundArguments; readonly signature: Signature | undefined },
  catalog: SdkCatalog,
  context: Context,
): MadeObject | undefined {
  const maker = makers.find((one) => one.method === method && catalog.isA(type, one.of));
  if (!maker || (maker.butNot !== undefined && catalog.isA(type, maker.butNot))) return undefined;
  const given = argumentsByName(signature, bound);
  const members = new Map<string, MachineValue>();
  const session = self.members.get("sagemaker_session");
  if (session) members.set("sagemaker_session", session);
  for (const [name, value] of maker.members({ self, type, given, catalog, context }))
    if (value) members.set(name, value);
  const { site, span } = self;
  return {
    type: maker.makes,
    members,
    isConstruction: maker.isConstruction === true,
    ...(maker.isMakerBuilt ? { at: { ...(site ? { site } : {}), ...(span ? { span } : {}) } } : {}),
  };
}

/** The estimator's network as its model gets it: both halves or none. */
function networkOf({ self, context }: Making): MachineValue {
  const halves = ["subnets", "security_group_ids"].map((name) => self.members.get(name) ?? none);
  const [subnets = none, groups = none] = halves;
  if (halves.some((half) => half.kind === "unknown" || half.kind === "either"))
    return unknown("the estimator's network is not known whole");
  if (!isGiven(subnets) || !isGiven(groups)) return none;
  const entries = new Map([
    ["'Subnets", subnets],
    ["'SecurityGroupIds", groups],
  ]);
  return context.allocate({ kind: "dict", entries, open: false });
}

/** The model of an estimator is isolated as that is, but for some. */
function isolationOf({ self, type, given, catalog }: Making): MachineValue | undefined {
  const losing = losingIsolation.find(({ base }) => catalog.isA(type, base));
  const asked = given.get("enable_network_isolation");
  if (asked && losing?.evenWhenAsked !== true) return asked;
  if (losing) return undefined;
  if (typeof self.type !== "string" && ownMethods(self.type).includes("enable_network_isolation"))
    return unknown(`${self.type.name} has an enable_network_isolation of its own`);
  const own = self.members.get("_enable_network_isolation") ?? self.members.get("enable_network_isolation");
  if (keepsIsolation(type, catalog)) return own;
  return isGiven(own)
    ? unknown("whether the model is isolated as its estimator is depends on the estimator's class")
    : undefined;
}

function isGiven(value: MachineValue | undefined): boolean {
  return value !== undefined && !(value.kind === "constant" && value.data === null);
}
