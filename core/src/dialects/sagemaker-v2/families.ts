import type { Json } from "../../requests/request.js";
import type { Filling, Unheeded } from "../sdk-defaults/apply-defaults.js";
import { losingIsolation, lostVolumeKey } from "../made-objects.js";
import { launch, object, type Family, type Mapped, type Sending, type Source } from "./family.js";
import { modelBuilders } from "./model-builders.js";

/*
 * What the classes of SDK 2.257.7 send. Each row was seen with the real SDK (test/sdk).
 */

/** A role without "/" is a name that the SDK looks up. */
export const roleArn = (value: Json) =>
  typeof value === "string" && value.includes("/") ? value : undefined;

/** Flags are sent only when true; 30 GB and one day are the constructor's defaults. */
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
  { path: "ResourceConfig.VolumeSizeInGB", from: [object("volume_size")], default: 30 },
  { path: "StoppingCondition.MaxRuntimeInSeconds", from: [object("max_run")], default: 86400 },
  { path: "StoppingCondition.MaxWaitTimeInSeconds", from: [object("max_wait")] },
  { path: "EnableManagedSpotTraining", from: [object("use_spot_instances")], leftOut: false },
  { path: "RoleArn", from: [object("role")], convert: roleArn },
  { path: "OutputDataConfig.S3OutputPath", from: [object("output_path")] },
];

/** The VPC is the model's; the key is that of the volumes of the endpoint's instances. */
const endpointConfig: Sending = {
  operation: "CreateEndpointConfig",
  methods: new Set(["deploy"]),
  shownAt: "launch",
  unlaunched: false,
  halfVpc: "botocore refuses",
  fields: [
    { path: "KmsKeyId", from: [launch("kms_key")] },
    {
      path: "AsyncInferenceConfig.OutputConfig.KmsKeyId",
      from: [launch("async_inference_config.kms_key_id")],
    },
    { path: "DataCaptureConfig.KmsKeyId", from: [launch("data_capture_config.kms_key_id")] },
  ],
  filling: {
    method: "sagemaker.session.Session.endpoint_from_production_variants",
    except: ["AsyncInferenceConfig.OutputConfig.KmsKeyId", "DataCaptureConfig.KmsKeyId"],
  },
};

/** Its VPC and key are not the model's: only the SDK's defaults file can set them. */
const compilation: Sending = {
  operation: "CreateCompilationJob",
  filling: {
    method: "sagemaker.session.Session.compile_model",
    also: ["VpcConfig.Subnets", "VpcConfig.SecurityGroupIds", "OutputConfig.KmsKeyId"],
  },
  methods: new Set(["compile"]),
  shownAt: "launch",
  unlaunched: false,
  halfVpc: "botocore refuses",
  fields: [
    { path: "RoleArn", from: [launch("role")], convert: roleArn },
    {
      path: "StoppingCondition.MaxRuntimeInSeconds",
      from: [launch("compile_max_run")],
      default: 900,
    },
  ],
};

const modelFields: readonly Mapped[] = [
  { path: "VpcConfig.Subnets", from: [object("vpc_config.Subnets")] },
  { path: "VpcConfig.SecurityGroupIds", from: [object("vpc_config.SecurityGroupIds")] },
  { path: "EnableNetworkIsolation", from: [object("enable_network_isolation")], leftOut: false },
  { path: "ExecutionRoleArn", from: [object("role")], convert: roleArn },
];

/** The settings are those of the model that it is given, if it is given one. */
const ofModel = (steps: string): readonly Source[] => [
  { ...object(`model.${steps}`), evenNone: true },
  object(steps),
];

/** Isolation is said by whoever makes the model. */
const createModel: Filling = {
  method: "sagemaker.session.Session.create_model",
  except: ["EnableNetworkIsolation"],
};

/** Also of several containers. `absorbs`: what it is made of. */
function model(base: string, fields = modelFields, absorbs: readonly string[] = []): Family {
  return {
    base,
    absorbs,
    attributes: new Map([["enable_network_isolation", "_enable_network_isolation"]]),
    methods: ["enable_network_isolation"],
    objects: new Map(),
    sends: [
      {
        operation: "CreateModel",
        methods: new Set(["create", "deploy", "transformer"]),
        shownAt: "construction",
        unlaunched: true,
        halfVpc: "botocore refuses",
        fields,
        filling: createModel,
      },
      registration,
      endpointConfig,
      compilation,
    ],
  };
}

/** A version of a model package has no network and no keys; they are given where it is deployed. */
const registration: Sending = {
  operation: "CreateModelPackage",
  methods: new Set(["register"]),
  shownAt: "construction",
  unlaunched: false,
  insteadOf: "CreateModel",
  halfVpc: "botocore refuses",
  fields: [],
};

export const transformers: Family = {
  base: "sagemaker.transformer.Transformer",
  attributes: new Map(),
  objects: new Map(),
  sends: [
    {
      operation: "CreateTransformJob",
      methods: new Set(["transform"]),
      shownAt: "construction",
      unlaunched: true,
      halfVpc: "botocore refuses",
      fields: [
        { path: "TransformResources.VolumeKmsKeyId", from: [object("volume_kms_key")] },
        { path: "TransformOutput.KmsKeyId", from: [object("output_kms_key")] },
        { path: "TransformResources.InstanceType", from: [object("instance_type")] },
        { path: "TransformResources.InstanceCount", from: [object("instance_count")] },
      ],
      filling: { method: "sagemaker.session.Session.transform" },
    },
  ],
};

/** The class reads the section of version 1. */
const autoMlV2: Unheeded = {
  section: "AutoMLJobV2",
  paths: [
    "SecurityConfig.VpcConfig.Subnets",
    "SecurityConfig.VpcConfig.SecurityGroupIds",
    "SecurityConfig.VolumeKmsKeyId",
    "SecurityConfig.EnableInterContainerTrafficEncryption",
    "OutputDataConfig.KmsKeyId",
  ],
};

/** AutoML jobs of both versions, which say so when traffic is not encrypted. */
function autoMl(base: string, operation: string, security: string, method: string): Family {
  return {
    base,
    attributes: new Map(),
    objects: new Map(),
    sends: [
      {
        operation,
        methods: new Set(["fit"]),
        shownAt: "construction",
        unlaunched: true,
        halfVpc: "botocore refuses",
        filling: { method: `sagemaker.session.Session.${method}` },
        ...(operation === "CreateAutoMLJobV2" ? { unheeded: autoMlV2 } : {}),
        fields: [
          { path: `${security}.VpcConfig.Subnets`, from: [object("vpc_config.Subnets")] },
          { path: `${security}.VpcConfig.SecurityGroupIds`, from: [object("vpc_config.SecurityGroupIds")] },
          { path: `${security}.VolumeKmsKeyId`, from: [object("volume_kms_key")] },
          { path: "OutputDataConfig.KmsKeyId", from: [object("output_kms_key")] },
          {
            path: `${security}.EnableInterContainerTrafficEncryption`,
            from: [object("encrypt_inter_container_traffic")],
            default: false,
            forNone: false,
          },
          { path: "RoleArn", from: [object("role")], convert: roleArn },
        ],
      },
      // The job's own network and key are not handed on
      {
        operation: "CreateModel",
        methods: new Set(["deploy"]),
        shownAt: "launch",
        unlaunched: false,
        halfVpc: "botocore refuses",
        fields: [
          {
            path: "VpcConfig.Subnets",
            from: [launch("vpc_config.Subnets")],
            leftBehind: { of: object("vpc_config.Subnets"), what: "VPC of the AutoML job" },
          },
          {
            path: "VpcConfig.SecurityGroupIds",
            from: [launch("vpc_config.SecurityGroupIds")],
            leftBehind: { of: object("vpc_config.SecurityGroupIds"), what: "VPC of the AutoML job" },
          },
          { path: "EnableNetworkIsolation", from: [launch("enable_network_isolation")], leftOut: false },
          { path: "ExecutionRoleArn", from: [object("role")], convert: roleArn },
        ],
      },
      { ...endpointConfig, fields: [{ path: "KmsKeyId", from: [launch("model_kms_key")] }] },
    ],
  };
}

const jumpStart = "the JumpStart model's own specification says it";

/** What a JumpStart model's specification may set when the caller does not. */
function ofSpecification(fields: readonly Mapped[]): readonly Mapped[] {
  return fields.map((mapped) =>
    /Isolation$|Encryption$|InstanceType$|InstanceCount$|VolumeSizeInGB$|MaxRuntime|RoleArn$/.test(
      mapped.path,
    )
      ? { ...mapped, unknown: jumpStart }
      : mapped,
  );
}

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
          { path: "ResourceConfig.InstanceType", from: [object("instance_type")] },
          { path: "ResourceConfig.InstanceCount", from: [object("instance_count")], default: 1 },
          { path: "ResourceConfig.VolumeSizeInGB", from: [object("volume_size")], default: 30 },
          {
            path: "StoppingCondition.MaxRuntimeInSeconds",
            from: [object("max_runtime_in_seconds")],
            default: 86400,
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
  sends: [
    {
      operation: "CreateTrainingJob",
      methods: new Set(["fit"]),
      shownAt: "construction",
      unlaunched: true,
      fields: trainingFields,
      halfVpc: "constructor raises",
      // Isolation is always said, also False
      filling: { method: "sagemaker.session.Session.get_train_request", except: ["EnableNetworkIsolation"] },
    },
    modelOfEstimator("deploy", "as the estimator"),
    modelOfEstimator("transformer", "as the estimator"),
    endpointConfig,
  ],
};

/** Estimators whose model is not isolated where they are; that of a transformer is. */
const estimatorsLosingIsolation: readonly Family[] = losingIsolation.map(({ base, evenWhenAsked }) => ({
  ...estimators,
  base,
  sends: estimators.sends.map((sending) =>
    sending.methods.has("deploy") && sending.operation === "CreateModel"
      ? modelOfEstimator("deploy", evenWhenAsked ? "never" : "when asked")
      : sending,
  ),
}));

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
      fields: trainingFields.map((mapped) => ({
        ...mapped,
        path: mapped.path.replace(/^ResourceConfig\./, "HyperParameterTuningResourceConfig."),
      })),
      parts: {
        one: { member: "estimator", prefix: "TrainingJobDefinition." },
        several: { member: "estimator_dict", prefix: "TrainingJobDefinitions[]." },
      },
    },
    {
      ...modelOfEstimator("deploy", "when asked"),
      fields: modelOfEstimator("deploy", "when asked").fields.map((mapped) => ({
        ...mapped,
        from: mapped.from.filter(({ of }) => of === "launch"),
        unknown: "it is what the best training job was started with",
      })),
    },
    endpointConfig,
  ],
};

/** A processing job; its output key goes with the outputs, so where there are none it is not sent. */
export function processing(methods: readonly string[], outputs?: readonly Source[]): Sending {
  return {
    operation: "CreateProcessingJob",
    methods: new Set(methods),
    shownAt: "construction",
    unlaunched: true,
    halfVpc: "botocore refuses",
    filling: { method: "sagemaker.session.Session.process" },
    fields: [
      { path: "NetworkConfig.VpcConfig.Subnets", from: [object("network_config.subnets")] },
      {
        path: "NetworkConfig.VpcConfig.SecurityGroupIds",
        from: [object("network_config.security_group_ids")],
      },
      {
        path: "NetworkConfig.EnableNetworkIsolation",
        from: [object("network_config.enable_network_isolation")],
        forNone: false,
      },
      {
        path: "NetworkConfig.EnableInterContainerTrafficEncryption",
        from: [object("network_config.encrypt_inter_container_traffic")],
      },
      { path: "ProcessingResources.ClusterConfig.VolumeKmsKeyId", from: [object("volume_kms_key")] },
      {
        path: "ProcessingOutputConfig.KmsKeyId",
        from: [object("output_kms_key")],
        ...(outputs ? { onlyWith: outputs } : {}),
      },
      { path: "ProcessingResources.ClusterConfig.InstanceType", from: [object("instance_type")] },
      { path: "ProcessingResources.ClusterConfig.InstanceCount", from: [object("instance_count")] },
      {
        path: "ProcessingResources.ClusterConfig.VolumeSizeInGB",
        from: [object("volume_size_in_gb")],
        default: 30,
      },
      { path: "StoppingCondition.MaxRuntimeInSeconds", from: [object("max_runtime_in_seconds")] },
      { path: "RoleArn", from: [object("role")], convert: roleArn },
    ],
  };
}

export const networkConfigs = new Map([["network_config", "sagemaker.network.NetworkConfig"]]);

const clarify: Family = {
  base: "sagemaker.clarify.SageMakerClarifyProcessor",
  attributes: new Map(),
  objects: networkConfigs,
  sends: [
    processing([
      "run_pre_training_bias",
      "run_post_training_bias",
      "run_bias",
      "run_explainability",
      "run_bias_and_explainability",
    ]),
  ],
};

const spark: Family = {
  base: "sagemaker.spark.processing._SparkProcessorBase",
  attributes: new Map(),
  objects: networkConfigs,
  sends: [processing(["run"], [launch("outputs"), launch("spark_event_logs_s3_uri")])],
};

const processors: Family = {
  base: "sagemaker.processing.Processor",
  attributes: new Map(),
  objects: networkConfigs,
  sends: [processing(["run"], [launch("outputs")])],
};

/** The first whose `base` a class descends from applies. */
export const families: readonly Family[] = [
  {
    ...estimators,
    base: "sagemaker.jumpstart.estimator.JumpStartEstimator",
    sends: estimators.sends.map((sending) => ({ ...sending, fields: ofSpecification(sending.fields) })),
  },
  ...estimatorsLosingIsolation,
  estimators,
  tuners,
  clarify,
  spark,
  processors,
  model(
    "sagemaker.multidatamodel.MultiDataModel",
    modelFields.map((mapped) => ({
      ...mapped,
      from: mapped.from.flatMap(({ steps }) => ofModel(steps.join("."))),
    })),
    ["model"],
  ),
  model("sagemaker.jumpstart.model.JumpStartModel", ofSpecification(modelFields)),
  model("sagemaker.model.Model"),
  model("sagemaker.pipeline.PipelineModel", modelFields, ["models"]),
  modelBuilders,
  transformers,
  remote("sagemaker.remote_function.client.RemoteExecutor", ["submit", "map"]),
  remote("sagemaker.remote_function.client.remote", ["__call__"]),
  autoMl("sagemaker.automl.automl.AutoML", "CreateAutoMLJob", "AutoMLJobConfig.SecurityConfig", "auto_ml"),
  autoMl("sagemaker.automl.automlv2.AutoMLV2", "CreateAutoMLJobV2", "SecurityConfig", "create_auto_ml_v2"),
];
