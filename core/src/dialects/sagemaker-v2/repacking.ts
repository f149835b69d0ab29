import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Value } from "../../python/value.js";
import { isPipelineVariable, stepArguments } from "../pipeline-values.js";
import { launch, object, type Sending } from "./family.js";
import { objectsIn, type ObjectValue } from "./objects-in.js";
import { roleArn } from "./role-arn.js";
import { isGiven, isTruthy } from "./values.js";

/** When a model of the class asks for its archive to be packed anew with its code, once it exists. */
const asks: readonly (readonly [string, (model: ObjectValue) => boolean])[] = [
  ["sagemaker.huggingface.model.HuggingFaceModel", has("entry_point")],
  ["sagemaker.tensorflow.model.TensorFlowModel", has("entry_point")],
  ["sagemaker.pytorch.model.PyTorchModel", (model) => has("entry_point")(model) && isAtLeast(model, 1, 2)],
  ["sagemaker.mxnet.model.MXNetModel", (model) => has("entry_point")(model) && isAtLeast(model, 1, 4)],
  ["sagemaker.sklearn.model.SKLearnModel", has("entry_point", "enable_network_isolation")],
  ["sagemaker.xgboost.model.XGBoostModel", has("entry_point", "enable_network_isolation")],
  ["sagemaker.model.FrameworkModel", () => false],
  ["sagemaker.jumpstart.model.JumpStartModel", () => false],
  [
    "sagemaker.model.Model",
    (model) => has("entry_point", "source_dir")(model) && isGiven(model.members.get("git_config")) === false,
  ],
];

/** A job that the SDK adds before a step: the model's code has to go into an archive that only an earlier step makes. */
export interface RepackJob {
  readonly sending: Sending;
  /** The object whose network the job takes. */
  readonly settings: ObjectValue;
}

/**
 * The jobs that a step which creates or registers a model adds, one for each model that has to be repacked. None where
 * it is not known.
 *
 * @source sagemaker 2.257.7: `_upload_code` of the model classes, `ModelStep._append_repack_model_step`, `RegisterModel`
 */
export function repackJobs(step: ObjectValue): readonly RepackJob[] {
  const { members } = step;
  const args = objectsIn(members.get("step_args")).filter(({ type }) => type === stepArguments);
  const ofArguments = args.flatMap(({ members: inside }) => {
    const [settings, ...others] = objectsIn(inside.get("self"));
    if (!settings || others.length > 0) return [];
    // A pipeline model's own network counts, not those of the models inside
    return modelsOf(settings)
      .filter(needsRepacking)
      .map(() => ({ sending: repacking, settings }));
  });
  const [estimator] = objectsIn(members.get("estimator"));
  if (estimator && step.type.endsWith(".EstimatorTransformer"))
    return members.has("entry_point") ? [{ sending: repackingOfTransformer, settings: estimator }] : [];
  if (estimator && has("entry_point")(step)) return [{ sending: repackingByEstimator, settings: estimator }];
  const [model] = objectsIn(members.get("model"));
  if (!model) return ofArguments;
  const network = estimator
    ? { sending: repackingByEstimator, settings: estimator }
    : { sending: repacking, settings: model };
  return modelsOf(model)
    .filter(has("entry_point"))
    .map(() => network);
}

function modelsOf(model: ObjectValue): readonly ObjectValue[] {
  const several = model.members.get("models");
  return several ? objectsIn(several) : [model];
}

function needsRepacking(model: ObjectValue): boolean {
  if (!isVariable(model.members.get("model_data"))) return false;
  const [, isAsked] = asks.find(([base]) => sagemakerSdk.isA(model.type, base)) ?? [];
  return isAsked?.(model) === true;
}

/** The job that packs the archive: in the model's VPC, unless the step has settings of its own for it. */
const repacking: Sending = {
  operation: "CreateTrainingJob",
  methods: new Set(),
  shownAt: "construction",
  unlaunched: false,
  halfVpc: "constructor raises",
  fields: [
    {
      path: "VpcConfig.Subnets",
      from: [launch("repack_model_step_settings.subnets"), object("vpc_config.Subnets")],
    },
    {
      path: "VpcConfig.SecurityGroupIds",
      from: [launch("repack_model_step_settings.security_group_ids"), object("vpc_config.SecurityGroupIds")],
    },
    {
      path: "EnableNetworkIsolation",
      from: [launch("repack_model_step_settings.enable_network_isolation")],
      leftOut: false,
    },
    {
      path: "EnableInterContainerTrafficEncryption",
      from: [launch("repack_model_step_settings.encrypt_inter_container_traffic")],
      leftOut: false,
    },
    {
      path: "ResourceConfig.VolumeKmsKeyId",
      from: [launch("repack_model_step_settings.volume_kms_key")],
    },
    {
      path: "OutputDataConfig.KmsKeyId",
      from: [launch("repack_model_step_settings.output_kms_key"), object("model_kms_key")],
    },
    {
      path: "ResourceConfig.InstanceType",
      from: [launch("repack_model_step_settings.instance_type")],
      default: "ml.m5.large",
    },
    { path: "ResourceConfig.InstanceCount", from: [], default: 1 },
    {
      path: "ResourceConfig.VolumeSizeInGB",
      from: [launch("repack_model_step_settings.volume_size")],
      default: 30,
    },
    {
      path: "StoppingCondition.MaxRuntimeInSeconds",
      from: [launch("repack_model_step_settings.max_run")],
      default: 86400,
    },
    {
      path: "RoleArn",
      from: [launch("repack_model_step_settings.role"), object("role")],
      convert: roleArn,
    },
  ],
};

/** Of RegisterModel with an estimator: in the estimator's VPC. */
const repackingByEstimator: Sending = {
  ...repacking,
  fields: repacking.fields.map((mapped) => {
    if (mapped.path === "VpcConfig.Subnets") return { ...mapped, from: [object("subnets")] };
    if (mapped.path === "VpcConfig.SecurityGroupIds")
      return { ...mapped, from: [object("security_group_ids")] };
    if (mapped.path === "OutputDataConfig.KmsKeyId") return { ...mapped, from: [launch("model_kms_key")] };
    return mapped;
  }),
};

/** Of EstimatorTransformer, which adds the job wherever an entry point is given, None too. */
const repackingOfTransformer: Sending = {
  ...repackingByEstimator,
  fields: repackingByEstimator.fields.map((mapped) =>
    mapped.path === "OutputDataConfig.KmsKeyId" ? { ...mapped, from: [object("output_kms_key")] } : mapped,
  ),
};

function has(...parameters: readonly string[]): (model: ObjectValue) => boolean {
  return (model) => parameters.every((name) => isTruthy(model.members.get(name)) === true);
}

function isAtLeast({ members }: ObjectValue, major: number, minor: number): boolean {
  const version = members.get("framework_version");
  if (version?.kind !== "constant" || typeof version.data !== "string") return false;
  const [first = 0, second = 0] = version.data.split(".").map(Number);
  return first > major || (first === major && second >= minor);
}

function isVariable(value: Value | undefined): boolean {
  return value?.kind === "object" && isPipelineVariable(value.type, sagemakerSdk);
}
