import { lastName } from "../../dotted-path.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { isTruthy } from "../sagemaker-v2/values.js";
import { nested, type JobClass, type Mapped } from "./job-classes.js";
import {
  onInstancesLaunch,
  refusedFlags,
  refusedWithoutData,
  serverlessLaunch,
} from "./fine-tuner-launch.js";
import { flagsOfMade, networkOfMade, outputAndRole, resourcesOfMade } from "./made-trainer.js";
import { attributeAt } from "./read-attributes.js";
import { tunedAtLaunch } from "./trainer-defaults.js";
import { ofFineTuner, ofTrainer, refusedShapes, refusedTags } from "./tags.js";

/*
 * The trainers that fine-tune a model of the hub send one of two jobs: without `compute` one that needs no server,
 * with it one that a ModelTrainer makes of the recipe, which does not get the keys. Seen with sagemaker 3.27.0
 * (test/sdk).
 */

const network: readonly Mapped[] = [
  nested("networking", "subnets", "VpcConfig.Subnets"),
  nested("networking", "security_group_ids", "VpcConfig.SecurityGroupIds"),
];
const maxRuntime = nested(
  "stopping_condition",
  "max_runtime_in_seconds",
  "StoppingCondition.MaxRuntimeInSeconds",
);

/** Of a job whose data and tags are not followed. */
const settingsAlone: Omit<JobClass, "path"> = {
  operation: "CreateTrainingJob",
  launches: new Set(["train"]),
  mapped: [
    ...network,
    { from: ["kms_key_id"], path: "OutputDataConfig.KmsKeyId", dropsFalsy: true },
    maxRuntime,
    ...outputAndRole,
  ],
  classes: new Map([["networking", { module: "sagemaker.core.shapes", name: "VpcConfig" }]]),
  models: [],
  isModel: false,
  network: ["networking"],
  halfVpc: "raises when constructed",
  sendsEmptyVpc: true,
  unsent: [],
  prefix: "",
  onlyWithOutputs: [],
  outputs: [],
};

const serverless: Omit<JobClass, "path"> = {
  ...settingsAlone,
  given: serverlessLaunch,
  tags: ofFineTuner,
  refusesLaunch: (launched) =>
    refusedWithoutData(launched) ?? refusedShapes(launched.root) ?? refusedFlags(launched.root),
};

const onInstances: Omit<JobClass, "path"> = {
  ...serverless,
  mapped: [
    ...network,
    ...networkOfMade,
    ...flagsOfMade,
    ...resourcesOfMade,
    { ...maxRuntime, default: 3600, forNone: true },
    ...outputAndRole,
  ],
  atLaunch: tunedAtLaunch,
  cannotSet: [
    "OutputDataConfig.KmsKeyId",
    "ResourceConfig.VolumeKmsKeyId",
    ...flagsOfMade.map(({ path }) => path),
  ],
  given: onInstancesLaunch,
  tags: ofTrainer,
  refusesLaunch: ({ root }) => refusedTags(root),
  unsent: [
    { from: ["kms_key_id"], setting: "outputKmsKeyId" },
    { from: ["compute", "volume_kms_key_id"], setting: "volumeKmsKeyId", of: "Compute" },
  ],
};

/** What is sent while nobody knows which of the two it is. */
const either: Omit<JobClass, "path"> = {
  ...settingsAlone,
  cannotSet: ["OutputDataConfig.KmsKeyId"],
  mapped: [
    ...network,
    {
      from: ["_either"],
      path: "OutputDataConfig.KmsKeyId",
      dropsFalsy: true,
      completed: "it depends on the compute",
    },
    ...outputAndRole,
  ],
};

const classes = [
  "sft_trainer.SFTTrainer",
  "dpo_trainer.DPOTrainer",
  "rlvr_trainer.RLVRTrainer",
  "rlaif_trainer.RLAIFTrainer",
];

export const fineTuners: readonly JobClass[] = classes.map((name) => ({
  ...serverless,
  path: `sagemaker.train.${name}`,
  refusesObject: (root) =>
    (name.startsWith("rlaif") ? undefined : refusedCompute(root)) ?? refusedGroup(root),
}));

/** @source sagemaker 3.27.0, train/sft_trainer.py, __init__ */
function refusedCompute(root: Value | undefined): Refusal | undefined {
  return attributeAt(root, ["compute"])?.kind === "dict"
    ? {
        error: "TypeError",
        message: "compute must be a TrainingJobCompute or HyperPodCompute instance, got dict",
      }
    : undefined;
}

/** @source sagemaker 3.27.0, train/common_utils/finetune_utils.py, _validate_and_resolve_model_package_group */
function refusedGroup(root: Value | undefined): Refusal | undefined {
  if (root?.kind !== "object" || root.open === true || !isAbsent(attributeAt(root, ["compute"])))
    return undefined;
  const model = root.members.get("model");
  // Of a model package the group is known
  const isName = model?.kind === "constant" && typeof model.data === "string";
  return isName && isTruthy(attributeAt(root, ["model_package_group"])) === false
    ? {
        error: "ValueError",
        message: "model_package_group is required for serverless training (when compute is not set).",
      }
    : undefined;
}

/** Trainers whose jobs are of another kind. */
export const otherTrainers: readonly JobClass[] = [
  // Its network and key are in a document of the job's own
  {
    ...settingsAlone,
    path: "sagemaker.train.multi_turn_rl_trainer.MultiTurnRLTrainer",
    operation: "CreateJob",
    mapped: outputAndRole.filter(({ path }) => path === "RoleArn"),
  },
  // Only a HyperPod cluster can run it, and no job is sent then
  {
    ...settingsAlone,
    path: "sagemaker.train.cpt_trainer.CPTTrainer",
    mapped: [],
    refusesObject: refusedInstances,
    requires: [
      {
        name: "compute",
        refusal: {
          error: "ValueError",
          message:
            "CPT requires HyperPod compute. Pass compute=HyperPodCompute(...) when creating the CPTTrainer.",
        },
      },
    ],
  },
];

/** @source sagemaker 3.27.0, train/cpt_trainer.py, __init__ */
function refusedInstances(root: Value | undefined): Refusal | undefined {
  const compute = attributeAt(root, ["compute"]);
  if (compute?.kind !== "object" || compute.type.endsWith(".HyperPodCompute")) return undefined;
  const name = lastName(compute.type);
  return {
    error: "TypeError",
    message: `CPT only supports HyperPod compute. Got ${name}. Pass a HyperPodCompute instance with cluster_name and recipe.`,
  };
}

/** The job that a trainer sends as it is; undefined: none, since a HyperPod cluster runs it. */
export function fineTunerSends(job: JobClass, root: Value | undefined): JobClass | undefined {
  if (!fineTuners.includes(job) && !otherTrainers.includes(job)) return job;
  const compute = attributeAt(root, ["compute"]);
  if (compute === undefined || isAbsent(compute)) return job;
  if (compute.kind === "object" && compute.type.endsWith(".HyperPodCompute")) return undefined;
  if (otherTrainers.includes(job)) return job;
  return { ...job, ...(compute.kind === "object" ? onInstances : either) };
}
