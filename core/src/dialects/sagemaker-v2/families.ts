import type { FieldPath, Json } from "../../requests/request.js";

/** How one parameter of an SDK class comes out in the request. */
export interface Mapped {
  readonly path: FieldPath;
  /** The SDK leaves the field out for this: a flag that is False. */
  readonly leftOut?: Json;
  /** Sent when the argument is not given. */
  readonly default?: Json;
  /** What the SDK makes of the value; undefined: only known at run time. */
  readonly convert?: (value: Json) => Json | undefined;
}

/** The classes below `base` send `operation` when one of `launches` is called. */
export interface Family {
  readonly base: string;
  readonly operation: string;
  readonly launches: ReadonlySet<string>;
  readonly parameters: ReadonlyMap<string, Mapped>;
  /** Attributes under another name than their parameter's: `_enable_network_isolation`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What the constructor does with half a VPC. */
  readonly halfVpc: "constructor raises";
}

const role: Mapped = {
  path: "RoleArn",
  convert: (value) => (typeof value === "string" && value.includes("/") ? value : undefined),
};

/**
 * Estimators of SDK 2.257.7. Each row was seen with the real SDK (test/sdk): flags are sent only when true, a role
 * without "/" is a name that the SDK looks up, 30 GB and one day are the constructor's defaults.
 */
const estimators: Family = {
  base: "sagemaker.estimator.EstimatorBase",
  operation: "CreateTrainingJob",
  launches: new Set(["fit"]),
  halfVpc: "constructor raises",
  attributes: new Map([["_enable_network_isolation", "enable_network_isolation"]]),
  parameters: new Map<string, Mapped>([
    ["subnets", { path: "VpcConfig.Subnets" }],
    ["security_group_ids", { path: "VpcConfig.SecurityGroupIds" }],
    ["enable_network_isolation", { path: "EnableNetworkIsolation", leftOut: false }],
    ["encrypt_inter_container_traffic", { path: "EnableInterContainerTrafficEncryption", leftOut: false }],
    ["volume_kms_key", { path: "ResourceConfig.VolumeKmsKeyId" }],
    ["output_kms_key", { path: "OutputDataConfig.KmsKeyId" }],
    ["instance_type", { path: "ResourceConfig.InstanceType" }],
    ["instance_count", { path: "ResourceConfig.InstanceCount" }],
    ["volume_size", { path: "ResourceConfig.VolumeSizeInGB", default: 30 }],
    ["max_run", { path: "StoppingCondition.MaxRuntimeInSeconds", default: 86400 }],
    ["max_wait", { path: "StoppingCondition.MaxWaitTimeInSeconds" }],
    ["use_spot_instances", { path: "EnableManagedSpotTraining", leftOut: false }],
    ["role", role],
    ["output_path", { path: "OutputDataConfig.S3OutputPath" }],
  ]),
};

export const families: readonly Family[] = [estimators];
