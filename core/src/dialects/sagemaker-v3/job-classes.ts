import type { Value } from "../../python/value.js";
import type { FieldPath, Json, Refusal, UnsentSetting } from "../../requests/request.js";
import type { Filling, Unheeded } from "../sdk-defaults/apply-defaults.js";
import { processorLaunch, trainerLaunch, type Launched, type LaunchField } from "./launch-fields.js";
import type { Imported } from "../write/import-name.js";
import { ofProcessor, ofTrainer, ofTuner, refusedTags, type TagsOf } from "./tags.js";
import { memberData } from "./pydantic-types.js";
import { refusedCode, refusedInputs, refusedOutput } from "./trainer-refusals.js";
import { attributeAt } from "./read-attributes.js";
import { refusedRequestPart } from "../sagemaker-v2/refusals.js";
import {
  refusedImage,
  refusedNoArguments,
  refusedProcessorImage,
  refusedSize,
  refusedTuples,
} from "./refusals.js";
import { trainerAtLaunch, trainerOfTuner } from "./trainer-defaults.js";
import { isOfNamedTrainers, refusedTuning, tunerLaunch } from "./tuner-launch.js";

/** How one attribute comes out in the request. */
export interface Mapped {
  /** From the object that sends the job: `["networking", "subnets"]`. */
  readonly from: readonly string[];
  readonly path: FieldPath;
  /** Sent when the attribute is not set: its class's default. */
  readonly default?: string | number | boolean;
  /** The default is sent only where the object is not there that would have the attribute, or has None. */
  readonly forNone?: true;
  /** Sent when the attribute is not set, and only known at run time. */
  readonly completed?: string;
  /** Falsy values are left out: of structures always, of the request itself by sagemaker-core 1. */
  readonly dropsFalsy: boolean;
  /** What the SDK makes of the value; undefined: only known at run time. */
  readonly convert?: (value: Json) => Json | undefined;
}

/** A class that sends `operation` when one of `launches` is called; and what descends from it. */
export interface JobClass {
  readonly path: string;
  readonly operation: string;
  readonly launches: ReadonlySet<string>;
  readonly mapped: readonly Mapped[];
  /** The classes of the objects that hold its settings, by attribute: `networking`. */
  readonly classes: ReadonlyMap<string, Imported>;
  /** The attribute that holds the pydantic models, where it is not the object itself. */
  readonly models: readonly string[];
  /** Takes keywords only. */
  readonly isModel: boolean;
  /** The attribute that holds the network. */
  readonly network: readonly string[];
  readonly halfVpc: "raises when launched" | "raises when constructed" | "dropped" | "refused by botocore";
  /** A `VpcConfig` of empty lists is sent, for botocore to refuse. */
  readonly sendsEmptyVpc: boolean;
  /** Settings of the objects inside that are left out of the request. */
  readonly unsent: readonly {
    readonly from: readonly string[];
    readonly setting: UnsentSetting["setting"];
    /** The class of the object inside that has it. */
    readonly of?: string;
  }[];
  /** What no argument sets, though the class has one of the name. */
  readonly cannotSet?: readonly FieldPath[];
  /** Not sent by a `run` without outputs. */
  readonly onlyWithOutputs: readonly FieldPath[];
  /** Arguments of `run` that are, or make, outputs. */
  readonly outputs: readonly string[];
  /** A launch raises that is not to wait and to show logs all the same. */
  readonly waitsForLogs?: true;
  /** The constructor raises where one of these is not given, the first of them. */
  readonly requires?: readonly { readonly name: string; readonly refusal: Refusal }[];
  /** What a launch gives besides. */
  readonly given?: readonly LaunchField[];
  readonly tags?: TagsOf;
  /** What the constructor raises for where the notebook calls it itself: class methods find more than they are given. */
  readonly refusesOwn?: (root: Value | undefined, given: ReadonlyMap<string, Value>) => Refusal | undefined;
  /** What the constructor raises for. */
  readonly refusesObject?: (root: Value | undefined) => Refusal | undefined;
  /** What a launch raises for. */
  readonly refusesLaunch?: (launched: Launched) => Refusal | undefined;
  /** The object as a launch reads it, which fills it from the SDK's defaults before. */
  readonly atLaunch?: (root: Value | undefined, defaults: Value) => Value | undefined;
  /** Whether none of the constructor's arguments ever gets into a request: they are other jobs' alone. */
  readonly sendsNothing?: (root: Value | undefined) => boolean;
  /** How a launch fills the request with the SDK's defaults. */
  readonly filling?: Filling;
  /** Keys of the defaults that this class does not heed, whatever it logs. */
  readonly unheeded?: Unheeded;
  /** Below which member of the request the job's settings are. */
  readonly prefix: string;
  /** The SDK makes a pipeline of such jobs. */
  readonly inPipeline?: true;
}

export const roleReason = "its launch reads the caller's role";
export const s3Folder = "it is a folder of the session's default bucket";

/** An attribute of an object inside; a falsy one is not sent. */
export function nested(object: string, name: string, path: FieldPath): Mapped {
  return { from: [object, name], path, dropsFalsy: true };
}

/** The same; a structure is made anew of the object, or the call converts it, so that what was never validated is. */
function validated(object: string, name: string, path: FieldPath): Mapped {
  return { ...nested(object, name, path), convert: (value) => memberData(name, value) };
}

/** sagemaker-core 2 keeps False at the top of a request; sagemaker-core 1, which late v2 uses, drops it. */
function trainerFields(keepsFalse: boolean, arnOnly: boolean): readonly Mapped[] {
  return [
    nested("networking", "subnets", "VpcConfig.Subnets"),
    nested("networking", "security_group_ids", "VpcConfig.SecurityGroupIds"),
    {
      ...validated("networking", "enable_network_isolation", "EnableNetworkIsolation"),
      dropsFalsy: !keepsFalse,
    },
    {
      ...validated(
        "networking",
        "enable_inter_container_traffic_encryption",
        "EnableInterContainerTrafficEncryption",
      ),
      dropsFalsy: !keepsFalse,
    },
    nested("compute", "volume_kms_key_id", "ResourceConfig.VolumeKmsKeyId"),
    nested("output_data_config", "kms_key_id", "OutputDataConfig.KmsKeyId"),
    nested("compute", "instance_type", "ResourceConfig.InstanceType"),
    validated("compute", "instance_count", "ResourceConfig.InstanceCount"),
    { ...validated("compute", "volume_size_in_gb", "ResourceConfig.VolumeSizeInGB"), default: 30 },
    validated("compute", "keep_alive_period_in_seconds", "ResourceConfig.KeepAlivePeriodInSeconds"),
    nested("compute", "training_plan_arn", "ResourceConfig.TrainingPlanArn"),
    {
      ...validated("compute", "enable_managed_spot_training", "EnableManagedSpotTraining"),
      dropsFalsy: !keepsFalse,
    },
    nested("stopping_condition", "max_runtime_in_seconds", "StoppingCondition.MaxRuntimeInSeconds"),
    nested("stopping_condition", "max_wait_time_in_seconds", "StoppingCondition.MaxWaitTimeInSeconds"),
    nested("output_data_config", "s3_output_path", "OutputDataConfig.S3OutputPath"),
    { from: ["training_image"], path: "AlgorithmSpecification.TrainingImage", dropsFalsy: true },
    nested(
      "training_image_config",
      "training_repository_access_mode",
      "AlgorithmSpecification.TrainingImageConfig.TrainingRepositoryAccessMode",
    ),
    {
      from: ["role"],
      path: "RoleArn",
      dropsFalsy: true,
      completed: roleReason,
      ...(arnOnly ? { convert: roleArn } : {}),
    },
  ];
}

/** A name is looked up when the notebook runs. */
export function roleArn(value: Json): Json | undefined {
  return typeof value === "string" && value.startsWith("arn:") && value.includes(":iam::")
    ? value
    : undefined;
}

function trainerClasses(module: string): ReadonlyMap<string, Imported> {
  return new Map([
    ["networking", { module, name: "Networking" }],
    ["compute", { module, name: "Compute" }],
    ["output_data_config", { module, name: "OutputDataConfig" }],
    ["stopping_condition", { module, name: "StoppingCondition" }],
    ["training_image_config", { module, name: "TrainingImageConfig" }],
  ]);
}

/** A ModelTrainer looks at the defaults once more when it is launched, and of all keys sends the isolation. */
export const ofModelTrainer: Filling = {
  method: "sagemaker.train.model_trainer.ModelTrainer._populate_intelligent_defaults_from_training_job_space",
  only: ["EnableNetworkIsolation"],
};

const v3Trainer: JobClass = {
  path: "sagemaker.train.model_trainer.ModelTrainer",
  operation: "CreateTrainingJob",
  launches: new Set(["train"]),
  mapped: trainerFields(true, true),
  classes: trainerClasses("sagemaker.train.configs"),
  models: [],
  isModel: true,
  network: ["networking"],
  halfVpc: "raises when launched",
  sendsEmptyVpc: true,
  unsent: [],
  prefix: "",
  onlyWithOutputs: [],
  outputs: [],
  given: trainerLaunch,
  tags: ofTrainer,
  atLaunch: trainerAtLaunch,
  refusesOwn: (root, given) => refusedImage(root) ?? refusedCode(given) ?? refusedInputs(given),
  refusesObject: (root) => refusedTags(root) ?? refusedOutput(root),
  refusesLaunch: ({ given }) => refusedInputs(given),
  unheeded: {
    section: "TrainingJob",
    paths: [
      "VpcConfig.Subnets",
      "VpcConfig.SecurityGroupIds",
      "OutputDataConfig.KmsKeyId",
      "ResourceConfig.VolumeKmsKeyId",
      "EnableInterContainerTrafficEncryption",
    ],
  },
};

const tuned: ReadonlySet<FieldPath> = new Set([
  "VpcConfig.Subnets",
  "VpcConfig.SecurityGroupIds",
  "OutputDataConfig.KmsKeyId",
  "OutputDataConfig.S3OutputPath",
  "ResourceConfig.InstanceType",
  "ResourceConfig.InstanceCount",
  "ResourceConfig.VolumeSizeInGB",
  "EnableManagedSpotTraining",
  "StoppingCondition.MaxRuntimeInSeconds",
  "StoppingCondition.MaxWaitTimeInSeconds",
  "RoleArn",
]);

/** Takes its trainer's settings, but for volume key, isolation and encryption: those it drops without a word. */
const tuner: JobClass = {
  path: "sagemaker.train.tuner.HyperparameterTuner",
  operation: "CreateHyperParameterTuningJob",
  launches: new Set(["tune"]),
  mapped: trainerFields(true, true).flatMap((one) =>
    tuned.has(one.path) ? [{ ...one, from: ["model_trainer", ...one.from] }] : [],
  ),
  classes: new Map([
    ["model_trainer", { module: "sagemaker.train", name: "ModelTrainer" }],
    ...[...trainerClasses("sagemaker.train.configs")].map(
      ([name, imported]) => [`model_trainer.${name}`, imported] as const,
    ),
  ]),
  models: ["model_trainer"],
  isModel: false,
  network: ["model_trainer", "networking"],
  given: tunerLaunch,
  tags: ofTuner,
  atLaunch: trainerOfTuner,
  refusesLaunch: refusedTuning,
  sendsNothing: isOfNamedTrainers,
  halfVpc: "dropped",
  sendsEmptyVpc: false,
  unsent: [
    {
      from: ["model_trainer", "compute", "volume_kms_key_id"],
      setting: "volumeKmsKeyId",
      of: "ModelTrainer",
    },
    {
      from: ["model_trainer", "networking", "enable_network_isolation"],
      setting: "networkIsolation",
      of: "ModelTrainer",
    },
    {
      from: ["model_trainer", "networking", "enable_inter_container_traffic_encryption"],
      setting: "interContainerTrafficEncryption",
      of: "ModelTrainer",
    },
  ],
  prefix: "TrainingJobDefinition.",
  onlyWithOutputs: [],
  outputs: [],
};

const processor: JobClass = {
  path: "sagemaker.core.processing.Processor",
  operation: "CreateProcessingJob",
  refusesObject: (root) =>
    refusedSize(root?.kind === "object" ? root.members.get("volume_size_in_gb") : undefined),
  launches: new Set([
    "run",
    "run_pre_training_bias",
    "run_post_training_bias",
    "run_bias",
    "run_explainability",
    "run_bias_and_explainability",
  ]),
  mapped: [
    ["network_config.subnets", "NetworkConfig.VpcConfig.Subnets"],
    ["network_config.security_group_ids", "NetworkConfig.VpcConfig.SecurityGroupIds"],
    ["network_config.enable_network_isolation", "NetworkConfig.EnableNetworkIsolation", false],
    ["network_config.encrypt_inter_container_traffic", "NetworkConfig.EnableInterContainerTrafficEncryption"],
    ["volume_kms_key", "ProcessingResources.ClusterConfig.VolumeKmsKeyId"],
    ["output_kms_key", "ProcessingOutputConfig.KmsKeyId"],
    ["instance_type", "ProcessingResources.ClusterConfig.InstanceType"],
    ["instance_count", "ProcessingResources.ClusterConfig.InstanceCount"],
    ["volume_size_in_gb", "ProcessingResources.ClusterConfig.VolumeSizeInGB", 30],
    ["max_runtime_in_seconds", "StoppingCondition.MaxRuntimeInSeconds"],
    ["image_uri", "AppSpecification.ImageUri"],
    ["role", "RoleArn"],
  ].map(([from = "", path = "", fallback]): Mapped => ({
    from: String(from).split("."),
    path: String(path),
    dropsFalsy: false,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(from === "role" ? { completed: roleReason, convert: roleWithPath } : {}),
  })),
  classes: new Map([["network_config", { module: "sagemaker.core.network", name: "NetworkConfig" }]]),
  models: [],
  isModel: false,
  network: ["network_config"],
  halfVpc: "refused by botocore",
  sendsEmptyVpc: true,
  unsent: [],
  prefix: "",
  onlyWithOutputs: ["ProcessingOutputConfig.KmsKeyId"],
  outputs: ["outputs"],
  given: processorLaunch,
  requires: [
    {
      name: "role",
      refusal: { error: "ValueError", message: "An AWS IAM role is required to create a Processing job." },
    },
  ],
  tags: ofProcessor,
  refusesLaunch: ({ root, given }) =>
    refusedRequestPart(attributeAt(root, ["network_config"])) ??
    refusedTuples(attributeAt(root, ["network_config"])) ??
    refusedProcessorImage(root, given) ??
    refusedNoArguments(root, given),
  filling: { method: "sagemaker.core.processing.Processor._start_new" },
};

/** Names without a path are looked up when the notebook runs. */
function roleWithPath(value: Json): Json | undefined {
  return typeof value === "string" && value.includes("/") ? value : undefined;
}

/** Each row was seen with sagemaker 3.27.0 and 2.257.7 (test/sdk). */
export const jobClasses: readonly JobClass[] = [
  { ...v3Trainer, filling: ofModelTrainer },
  {
    ...v3Trainer,
    atLaunch: (root) => root,
    path: "sagemaker.modules.train.model_trainer.ModelTrainer",
    mapped: trainerFields(false, false),
    classes: trainerClasses("sagemaker.modules.configs"),
    halfVpc: "raises when constructed",
    sendsEmptyVpc: false,
    refusesObject: refusedOutput,
  },
  tuner,
  {
    ...processor,
    path: "sagemaker.core.clarify.SageMakerClarifyProcessor",
    waitsForLogs: true,
    requires: [
      {
        name: "sagemaker_session",
        refusal: {
          error: "AttributeError",
          message: "'NoneType' object has no attribute 'boto_region_name'",
        },
      },
      ...(processor.requires ?? []),
    ],
  },
  {
    ...processor,
    path: "sagemaker.core.spark.processing._SparkProcessorBase",
    outputs: ["outputs", "spark_event_logs_s3_uri"],
  },
  { ...processor, path: "sagemaker.core.processing.ScriptProcessor" },
  { ...processor, waitsForLogs: true },
];
