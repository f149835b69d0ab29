import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { nested, roleArn, roleReason, type JobClass, type Mapped } from "./job-classes.js";
import { flagsOfMade, networkOfMade, outputAndRole, resourcesOfMade } from "./made-trainer.js";
import { attributeAt } from "./read-attributes.js";
import { evaluatedAtLaunch, madeNetworking } from "./trainer-defaults.js";

/*
 * The evaluators of a fine-tuned model make a pipeline of training jobs that need no server, all with the evaluator's
 * network, key and role. What they send with `compute` is a job of the model's recipe.
 *
 * @source sagemaker 3.27.0, train/evaluate/pipeline_templates.py, base_evaluator.py, _add_vpc_and_kms_to_context
 */

const mapped: readonly Mapped[] = [
  nested("networking", "subnets", "VpcConfig.Subnets"),
  nested("networking", "security_group_ids", "VpcConfig.SecurityGroupIds"),
  { from: ["kms_key_id"], path: "OutputDataConfig.KmsKeyId", dropsFalsy: true },
  { from: ["role"], path: "RoleArn", dropsFalsy: true, completed: roleReason, convert: roleArn },
];

/** A day, in the templates of the pipelines. */
const maxRuntime: Mapped = {
  from: ["_template"],
  path: "StoppingCondition.MaxRuntimeInSeconds",
  default: 86400,
  dropsFalsy: false,
};

const ofEvaluator: Omit<JobClass, "path"> = {
  operation: "CreateTrainingJob",
  launches: new Set(["evaluate"]),
  mapped: [...mapped, maxRuntime],
  classes: new Map([["networking", { module: "sagemaker.core.shapes", name: "VpcConfig" }]]),
  models: [],
  isModel: true,
  network: ["networking"],
  halfVpc: "raises when constructed",
  sendsEmptyVpc: true,
  unsent: [],
  prefix: "",
  onlyWithOutputs: [],
  outputs: [],
};

const ofPipeline: Omit<JobClass, "path"> = {
  ...ofEvaluator,
  // Which of its jobs is none of the author's concern: they are all alike
  prefix: "PipelineDefinition.Steps[].Arguments.",
  inPipeline: true,
};

export const evaluators: readonly JobClass[] = [
  "benchmark_evaluator.BenchMarkEvaluator",
  "custom_scorer_evaluator.CustomScorerEvaluator",
  "llm_as_judge_evaluator.LLMAsJudgeEvaluator",
].map((name) => ({ ...ofPipeline, path: `sagemaker.train.evaluate.${name}` }));

/** Evaluators whose pipeline has one job of their own. */
export const ownEvaluators: readonly JobClass[] = [
  {
    ...ofPipeline,
    path: "sagemaker.train.evaluate.inspect_ai_evaluator.InspectAIEvaluator",
    prefix: "PipelineDefinition.Steps[0].Arguments.",
    mapped: [
      ...mapped,
      {
        from: ["instance_type"],
        path: "ResourceConfig.InstanceType",
        default: "ml.m5.large",
        dropsFalsy: false,
      },
      { from: ["_one"], path: "ResourceConfig.InstanceCount", default: 1, dropsFalsy: false },
      { from: ["_one"], path: "ResourceConfig.VolumeSizeInGB", default: 30, dropsFalsy: false },
      {
        from: ["max_runtime_seconds"],
        path: "StoppingCondition.MaxRuntimeInSeconds",
        default: 86400,
        dropsFalsy: false,
      },
    ],
  },
  // Its network and key are in a document of the job's own
  {
    ...ofPipeline,
    path: "sagemaker.train.evaluate.multi_turn_rl_evaluator.MultiTurnRLEvaluator",
    operation: "CreateJob",
    mapped: mapped.filter(({ path }) => path === "RoleArn"),
    cannotSet: [],
  },
];

/** A job of the recipe, which gets neither the network nor the keys. */
function onInstances({ path }: JobClass): JobClass {
  return {
    ...ofEvaluator,
    path,
    mapped: [
      ...networkOfMade,
      ...flagsOfMade,
      ...resourcesOfMade,
      ...outputAndRole,
      { ...maxRuntime, default: 3600 },
    ],
    atLaunch: evaluatedAtLaunch,
    network: [madeNetworking],
    cannotSet: [
      ...[...networkOfMade, ...flagsOfMade].map(({ path }) => path),
      "OutputDataConfig.KmsKeyId",
      "ResourceConfig.VolumeKmsKeyId",
    ],
    unsent: [
      { from: ["networking", "subnets"], setting: "vpcConfig" },
      { from: ["kms_key_id"], setting: "outputKmsKeyId" },
      { from: ["compute", "volume_kms_key_id"], setting: "volumeKmsKeyId", of: "Compute" },
    ],
  };
}

/** What an evaluator sends as it is; undefined: nothing, since a HyperPod cluster runs it. */
export function evaluatorSends(job: JobClass, root: Value | undefined): JobClass | undefined {
  if (!evaluators.includes(job)) return job;
  const compute = attributeAt(root, ["compute"]);
  // A judge is Bedrock's, whatever computes
  if (compute === undefined || isAbsent(compute) || job.path.endsWith(".LLMAsJudgeEvaluator")) return job;
  if (compute.kind === "object")
    return compute.type.endsWith(".HyperPodCompute") ? undefined : onInstances(job);
  const completed = "the recipe's own job has it, or has it not";
  return {
    ...job,
    mapped: [...mapped, maxRuntime].map(({ path }) => ({
      from: ["_ofRecipe"],
      path,
      dropsFalsy: true,
      completed,
    })),
    cannotSet: mapped.map(({ path }) => path),
  };
}
