import type { Json } from "../../requests/request.js";
import { launch, object, type Family, type Mapped, type Sending, type Source } from "./family.js";

/*
 * What the classes of SDK 2.257.7 send. Each row was seen with the real SDK (test/sdk).
 */

/** A role without "/" is a name that the SDK looks up. */
const roleArn = (value: Json) => (typeof value === "string" && value.includes("/") ? value : undefined);

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
  { path: "ResourceConfig.VolumeKmsKeyId", from: [object("volume_kms_key")] },
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

const estimators: Family = {
  base: "sagemaker.estimator.EstimatorBase",
  attributes: new Map([["enable_network_isolation", "_enable_network_isolation"]]),
  objects: new Map(),
  sends: [
    {
      operation: "CreateTrainingJob",
      methods: new Set(["fit"]),
      shownAt: "construction",
      unlaunched: true,
      fields: trainingFields,
      halfVpc: "constructor raises",
    },
  ],
};

/** A processing job; its output key goes with the outputs, so where there are none it is not sent. */
function processing(methods: readonly string[], outputs?: readonly Source[]): Sending {
  return {
    operation: "CreateProcessingJob",
    methods: new Set(methods),
    shownAt: "construction",
    unlaunched: true,
    halfVpc: "botocore refuses",
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

const networkConfigs = new Map([["network_config", "sagemaker.network.NetworkConfig"]]);

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
export const families: readonly Family[] = [estimators, clarify, spark, processors];
