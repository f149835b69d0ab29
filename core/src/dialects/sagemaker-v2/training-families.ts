import { endpointSendings } from "./endpoint-sendings.js";
import type { FieldPath } from "../../requests/request.js";
import type { Value } from "../../python/value.js";
import { overriding, tuned } from "../tuned-estimator.js";
import { losingIsolation } from "../isolation-of-models.js";
import { lostVolumeKey } from "../made-objects.js";
import { refusedDeployOfEstimator, refusedDeployOfTuner } from "./endpoint-kind.js";
import { refusedVpcConfig } from "./half-vpc.js";
import { launch, object, type Family, type Mapped, type Sending, type Source } from "./family.js";
import { orDefaultBucket } from "../structures/places-in-s3.js";
import { openTrainingChannels, recordChannels, trainingChannels } from "../structures/training-channels.js";
import { compilation, createModel, registration } from "./model-families.js";
import { ofSpecification } from "./of-specification.js";
import { refusedRemoteInstances } from "./refusals.js";
import { roleArn } from "./role-arn.js";
import { algorithmNotFitted, notFitted, refusedModelOfEstimator, refusedRegistration } from "./too-early.js";
import { refusedFit, refusedTuning } from "./training-refusals.js";
import { valueAt } from "./values.js";

/*
 * What estimators, tuners and remote functions of SDK 2.257.7 send. Each row was seen with the real SDK (test/sdk).
 */

const ofInputs: Mapped = { path: "InputDataConfig", from: [launch("inputs")], shape: trainingChannels };
const ofRecords: Mapped = { path: "InputDataConfig", from: [launch("records")], shape: recordChannels };

/** Flags are sent only when true, a time to wait only when there is one; 30 GB and one day are the constructor's defaults. */
const trainingFields: readonly Mapped[] = [
  { path: "VpcConfig.Subnets", from: [object("subnets")] },
  { path: "VpcConfig.SecurityGroupIds", from: [object("security_group_ids")] },
  { path: "EnableNetworkIsolation", from: [object("enable_network_isolation")], leftOut: false },
  {
    path: "EnableInterContainerTrafficEncryption",
    from: [object("encrypt_inter_container_traffic")],
    leftOut: false,
  },
  {
    path: "ResourceConfig.VolumeKmsKeyId",
    from: [object("volume_kms_key")],
    leftBehind: { of: object(lostVolumeKey), what: "volume key of the job" },
  },
  { path: "OutputDataConfig.KmsKeyId", from: [object("output_kms_key")] },
  { path: "ResourceConfig.InstanceType", from: [object("instance_type")] },
  { path: "ResourceConfig.InstanceCount", from: [object("instance_count")] },
  { path: "ResourceConfig.VolumeSizeInGB", from: [object("volume_size")], default: 30, sendsNone: true },
  { path: "ResourceConfig.KeepAlivePeriodInSeconds", from: [object("keep_alive_period_in_seconds")] },
  { path: "ResourceConfig.TrainingPlanArn", from: [object("training_plan")] },
  {
    path: "StoppingCondition.MaxRuntimeInSeconds",
    from: [object("max_run")],
    default: 86400,
    sendsNone: true,
  },
  { path: "StoppingCondition.MaxWaitTimeInSeconds", from: [object("max_wait")], leftOut: 0 },
  { path: "EnableManagedSpotTraining", from: [object("use_spot_instances")], leftOut: false },
  {
    path: "AlgorithmSpecification.TrainingImage",
    from: [object("image_uri")],
    leftOut: "",
    leftOutBy: ["sagemaker.estimator.Framework"],
  },
  {
    path: "AlgorithmSpecification.TrainingImageConfig.TrainingRepositoryAccessMode",
    from: [object("training_repository_access_mode")],
  },
  { path: "RoleArn", from: [object("role")], convert: roleArn },
  { path: "OutputDataConfig.S3OutputPath", from: [object("output_path")], shape: orDefaultBucket },
  ofInputs,
  { path: "CheckpointConfig.S3Uri", from: [object("checkpoint_s3_uri")], leftOut: "" },
  {
    path: "CheckpointConfig.LocalPath",
    from: [object("checkpoint_local_path")],
    leftOut: "",
    onlyWith: [object("checkpoint_s3_uri")],
  },
];

/** Functions that run as jobs. There is no argument for isolation, and what is not said is sent as False. */
export function remote(base: string, methods: readonly string[]): Family {
  return {
    base,
    attributes: new Map(),
    objects: new Map(),
    sends: [
      {
        operation: "CreateTrainingJob",
        methods: new Set(methods),
        shownAt: "construction",
        unlaunched: true,
        halfVpc: "SDK drops it",
        raises: refusedRemoteInstances,
        tagsKey: "SageMaker.PythonSDK.Modules.RemoteFunction.Tags",
        fields: [
          { path: "VpcConfig.Subnets", from: [object("subnets")] },
          { path: "VpcConfig.SecurityGroupIds", from: [object("security_group_ids")] },
          { path: "EnableNetworkIsolation", from: [], default: false },
          {
            path: "EnableInterContainerTrafficEncryption",
            from: [object("encrypt_inter_container_traffic")],
            default: false,
            forNone: false,
          },
          { path: "ResourceConfig.VolumeKmsKeyId", from: [object("volume_kms_key")] },
          { path: "OutputDataConfig.KmsKeyId", from: [object("s3_kms_key")] },
          { path: "AlgorithmSpecification.TrainingImage", from: [object("image_uri")] },
          { path: "ResourceConfig.InstanceType", from: [object("instance_type")] },
          { path: "ResourceConfig.InstanceCount", from: [object("instance_count")], default: 1 },
          {
            path: "ResourceConfig.VolumeSizeInGB",
            from: [object("volume_size")],
            default: 30,
            sendsNone: true,
          },
          {
            path: "StoppingCondition.MaxRuntimeInSeconds",
            from: [object("max_runtime_in_seconds")],
            default: 86400,
            sendsNone: true,
          },
          {
            path: "RoleArn",
            from: [object("role")],
            convert: roleArn,
            unknown: "it is the session's own role",
          },
        ],
      },
    ],
  };
}

/** The model takes the estimator's VPC along, unless the call has another, or None. */
function modelOfEstimator(method: string, isolated: "as the estimator" | "when asked" | "never"): Sending {
  return {
    operation: "CreateModel",
    methods: new Set([method]),
    shownAt: "launch",
    unlaunched: false,
    halfVpc: "override raises",
    ...(method === "deploy" ? { deployRaises: refusedDeployOfEstimator } : {}),
    // Without a job it only takes the name of the model that there would be
    ...(method === "transformer" ? { isSent: (look) => notFitted(look) === undefined } : {}),
    raises: ({ look }) => refusedVpcConfig(look(launch("vpc_config_override"))),
    filling: isolated === "as the estimator" ? createModel : { method: createModel.method },
    fields: [
      {
        path: "VpcConfig.Subnets",
        from: [{ ...launch("vpc_config_override.Subnets"), evenNone: true }, object("subnets")],
      },
      {
        path: "VpcConfig.SecurityGroupIds",
        from: [
          { ...launch("vpc_config_override.SecurityGroupIds"), evenNone: true },
          object("security_group_ids"),
        ],
      },
      {
        path: "EnableNetworkIsolation",
        from: [
          ...(isolated === "never" ? [] : [launch("enable_network_isolation")]),
          ...(isolated === "as the estimator" ? [object("enable_network_isolation")] : []),
        ],
        leftOut: false,
        ...(isolated === "as the estimator"
          ? {}
          : {
              leftBehind: {
                of: object("enable_network_isolation"),
                what: "network isolation of the estimator",
              },
            }),
      },
      { path: "ExecutionRoleArn", from: [launch("role"), object("role")], convert: roleArn },
    ],
  };
}

const estimators: Family = {
  base: "sagemaker.estimator.EstimatorBase",
  attributes: new Map([["enable_network_isolation", "_enable_network_isolation"]]),
  methods: ["enable_network_isolation"],
  callsMethods: true,
  objects: new Map(),
  withoutRole:
    "An AWS IAM role is required to create an estimator. Please provide a valid `role` argument with the ARN of an IAM role that has the necessary SageMaker permissions.",
  sends: [
    {
      operation: "CreateTrainingJob",
      methods: new Set(["fit"]),
      shownAt: "construction",
      unlaunched: true,
      fields: trainingFields,
      halfVpc: "constructor raises",
      raises: refusedFit,
      // Isolation is always said, also False
      filling: { method: "sagemaker.session.Session.get_train_request", except: ["EnableNetworkIsolation"] },
    },
    modelOfEstimator("deploy", "as the estimator"),
    modelOfEstimator("transformer", "as the estimator"),
    ...endpointSendings,
    // Told where it raises: what it gives sends the request
    {
      ...modelOfEstimator("create_model", "as the estimator"),
      isSent: (look) => refusedModelOfEstimator(look) !== undefined,
      raises: ({ look }) => refusedModelOfEstimator(look),
    },
    { ...compilation("compile_model", object("role")), raises: ({ look }) => refusedModelOfEstimator(look) },
    { ...registration, shownAt: "launch", raises: refusedRegistration },
  ],
};

const algorithms: Family = {
  ...estimators,
  base: "sagemaker.algorithm.AlgorithmEstimator",
  sends: estimators.sends.map((sending) =>
    sending.methods.has("transformer")
      ? { ...sending, isSent: () => true, raises: ({ look }) => algorithmNotFitted(look) }
      : sending,
  ),
};

/** The same with other inputs. */
function fittedWith(family: Family, inputs: Mapped): Family {
  const [training, ...rest] = family.sends;
  if (!training) return family;
  const fields = training.fields.filter(({ path }) => path !== inputs.path);
  return { ...family, sends: [{ ...training, fields: [...fields, inputs] }, ...rest] };
}

/** Estimators whose model is not isolated where they are; that of a transformer is. */
const estimatorsLosingIsolation: readonly Family[] = losingIsolation.map(({ base, evenWhenAsked }) => {
  const family = {
    ...estimators,
    base,
    sends: estimators.sends.map((sending) =>
      sending.methods.has("deploy") && sending.operation === "CreateModel"
        ? modelOfEstimator("deploy", evenWhenAsked ? "never" : "when asked")
        : sending,
    ),
  };
  return base.endsWith(".AmazonAlgorithmEstimatorBase") ? fittedWith(family, ofRecords) : family;
});

function ofBestJob(path: FieldPath): readonly Source[] {
  const names = new Map([
    ["VpcConfig.Subnets", tuned.subnets],
    ["VpcConfig.SecurityGroupIds", tuned.securityGroupIds],
    ["EnableNetworkIsolation", tuned.modelIsolation],
    ["ExecutionRoleArn", tuned.role],
  ]);
  const name = names.get(path);
  return name === undefined ? [] : [{ ...object(name), evenNone: true }];
}

/** What `override_resource_config` was given for an estimator; the key of its volumes stays. */
function instancesInstead(tuner: Value, named: string | undefined): Value | undefined {
  if (named === undefined) return valueAt(tuner, [overriding.one]);
  return valueAt(tuner, [overriding.several, named]);
}

/** The training jobs of a tuning job, as their estimators are; one resource config takes the place of the other. */
const tuners: Family = {
  base: "sagemaker.tuner.HyperparameterTuner",
  attributes: new Map(),
  objects: new Map(),
  absorbs: ["estimator", "estimator_dict"],
  sends: [
    {
      operation: "CreateHyperParameterTuningJob",
      methods: new Set(["fit"]),
      shownAt: "construction",
      unlaunched: true,
      halfVpc: "constructor raises",
      raises: refusedTuning,
      fields: trainingFields
        .filter(({ path }) => !path.includes("TrainingImageConfig"))
        .map((mapped) => ({
          ...mapped,
          path: mapped.path.replace(/^ResourceConfig\./, "HyperParameterTuningResourceConfig."),
          ...(/^ResourceConfig\.(?:Instance|VolumeSize)/.test(mapped.path)
            ? { unless: instancesInstead }
            : {}),
        })),
      parts: {
        one: { member: "estimator", prefix: "TrainingJobDefinition." },
        several: { member: "estimator_dict", prefix: "TrainingJobDefinitions[]." },
      },
    },
    {
      ...modelOfEstimator("deploy", "when asked"),
      deployRaises: refusedDeployOfTuner,
      fields: modelOfEstimator("deploy", "when asked").fields.map((mapped) => ({
        ...mapped,
        from: [...mapped.from.filter(({ of }) => of === "launch"), ...ofBestJob(mapped.path)],
        unknown: "it is what the best training job was started with",
      })),
    },
    ...endpointSendings,
  ],
};

/** The first whose `base` a class descends from applies. */
export const trainingFamilies: readonly Family[] = [
  {
    ...estimators,
    base: "sagemaker.jumpstart.estimator.JumpStartEstimator",
    // Its role is the caller's where none is given
    withoutRole: undefined,
    // Its `deploy` fills in what it is not given
    sends: fittedWith(estimators, { ...ofInputs, shape: openTrainingChannels }).sends.map((sending) => ({
      ...sending,
      fields: ofSpecification(sending.fields),
      // The model's id and version
      addsTags: true,
      ...(sending.deployRaises ? { deployRaises: () => undefined } : {}),
    })),
  },
  ...estimatorsLosingIsolation,
  algorithms,
  estimators,
  tuners,
  remote("sagemaker.remote_function.client.RemoteExecutor", ["submit", "map"]),
  remote("sagemaker.remote_function.client.remote", ["__call__"]),
];
