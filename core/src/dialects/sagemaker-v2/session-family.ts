import { asGiven, whenAny } from "../structures/structure.js";
import { endpoint, endpointUpdate } from "./endpoint-sendings.js";
import { launch, type Family, type Mapped, type Sending } from "./family.js";
import { refusedGivenEnvironment } from "./monitor-refusals.js";
import { roleArn } from "./role-arn.js";

/*
 * What the methods of SDK 2.257.7's Session send of their own arguments, which have the API's shapes. Each row was
 * seen with the real SDK (test/sdk).
 */

function sending(operation: string, method: string, fields: readonly Mapped[]): Sending {
  return {
    operation,
    methods: new Set([method]),
    shownAt: "launch",
    unlaunched: false,
    halfVpc: "botocore refuses",
    fields,
    filling: {
      method: `sagemaker.session.Session.${filledBy.get(`${operation} ${method}`) ?? method}`,
      // An endpoint of a model takes these from the model
      except:
        operation === "CreateEndpointConfig"
          ? ["VpcConfig.Subnets", "VpcConfig.SecurityGroupIds", "EnableNetworkIsolation", "ExecutionRoleArn"]
          : [],
    },
  };
}

/** The method that fills the request with the SDK's defaults, where it is another. */
const filledBy: ReadonlyMap<string, string> = new Map([
  ["CreateTrainingJob train", "get_train_request"],
  ["CreateModel endpoint_from_model_data", "create_model"],
  ["CreateModel endpoint_from_job", "create_model_from_job"],
  ["CreateEndpointConfig endpoint_from_job", "endpoint_from_production_variants"],
  ["CreateEndpointConfig endpoint_from_model_data", "endpoint_from_production_variants"],
]);

/** Fields that are taken from an argument as they are: path below `to` ← the same path below `argument`. */
function copied(to: string, argument: string, members: readonly string[]): readonly Mapped[] {
  return members.map((member) => ({ path: `${to}.${member}`, from: [launch(`${argument}.${member}`)] }));
}

const monitored = "MonitoringScheduleConfig.MonitoringJobDefinition.";
const vpcMembers = ["Subnets", "SecurityGroupIds"];
const instanceMembers = ["VolumeKmsKeyId", "InstanceType", "InstanceCount"];
const role: Mapped = { path: "RoleArn", from: [launch("role")], convert: roleArn };
/** A flag that is False is not sent, and takes no default. */
function flag(path: string, argument: string): Mapped {
  return { path, from: [launch(argument)], leftOut: false, leftOutForGood: true };
}
const isolation = flag("EnableNetworkIsolation", "enable_network_isolation");
const endpointKey: Mapped = { path: "KmsKeyId", from: [launch("kms_key")] };

/** The model has the job's network, unless the call has another, or None. */
function ofTrainingJob(method: string): Sending {
  const why = "it is the training job's own";
  const vpc = vpcMembers.map((member) => ({
    path: `VpcConfig.${member}`,
    from: [{ ...launch(`vpc_config_override.${member}`), evenNone: true }],
    unknown: why,
  }));
  return {
    ...sending("CreateModel", method, [
      ...vpc,
      // The job's isolation is not handed on
      isolation,
      { path: "ExecutionRoleArn", from: [launch("role")], convert: roleArn, unknown: why },
    ]),
    halfVpc: "override raises",
  };
}

/** The settings of the jobs that a schedule will start. */
const scheduled: readonly Mapped[] = [
  ...copied(`${monitored}NetworkConfig`, "network_config", [
    ...vpcMembers.map((member) => `VpcConfig.${member}`),
    "EnableNetworkIsolation",
    "EnableInterContainerTrafficEncryption",
  ]),
  {
    path: `${monitored}MonitoringResources.ClusterConfig.VolumeKmsKeyId`,
    from: [launch("volume_kms_key")],
  },
  { path: `${monitored}MonitoringResources.ClusterConfig.InstanceType`, from: [launch("instance_type")] },
  {
    path: `${monitored}MonitoringResources.ClusterConfig.InstanceCount`,
    from: [launch("instance_count")],
  },
  ...copied(`${monitored}MonitoringOutputConfig`, "monitoring_output_config", ["KmsKeyId"]),
  { path: `${monitored}RoleArn`, from: [launch("role_arn")] },
];

export const sessions: Family = {
  base: "sagemaker.session.Session",
  isService: true,
  attributes: new Map(),
  objects: new Map(),
  sends: [
    sending("CreateTrainingJob", "train", [
      ...copied("VpcConfig", "vpc_config", vpcMembers),
      isolation,
      flag("EnableInterContainerTrafficEncryption", "encrypt_inter_container_traffic"),
      ...copied("ResourceConfig", "resource_config", [...instanceMembers, "VolumeSizeInGB"]),
      ...copied("OutputDataConfig", "output_config", ["KmsKeyId"]),
      ...copied("StoppingCondition", "stop_condition", ["MaxRuntimeInSeconds"]),
      { path: "RoleArn", from: [launch("role")] },
      { path: "OutputDataConfig.S3OutputPath", from: [launch("output_config.S3OutputPath")] },
      { path: "InputDataConfig", from: [launch("input_config")], shape: asGiven },
    ]),
    sending("CreateProcessingJob", "process", [
      ...copied("NetworkConfig", "network_config", [
        ...vpcMembers.map((member) => `VpcConfig.${member}`),
        "EnableNetworkIsolation",
        "EnableInterContainerTrafficEncryption",
      ]),
      ...copied(
        "ProcessingResources",
        "resources",
        [...instanceMembers, "VolumeSizeInGB"].map((member) => `ClusterConfig.${member}`),
      ),
      {
        path: "ProcessingOutputConfig.KmsKeyId",
        from: [launch("output_config.KmsKeyId")],
        onlyWith: [launch("output_config.Outputs")],
      },
      ...copied("StoppingCondition", "stopping_condition", ["MaxRuntimeInSeconds"]),
      { path: "RoleArn", from: [launch("role_arn")] },
      { path: "ProcessingInputs", from: [launch("inputs")], shape: whenAny },
      { path: "ProcessingOutputConfig.Outputs", from: [launch("output_config.Outputs")], shape: whenAny },
    ]),
    sending("CreateTransformJob", "transform", [
      ...copied("TransformResources", "resource_config", instanceMembers),
      ...copied("TransformOutput", "output_config", ["KmsKeyId", "S3OutputPath"]),
      { path: "TransformInput", from: [launch("input_config")], shape: asGiven },
    ]),
    sending("CreateHyperParameterTuningJob", "tune", [
      ...copied("TrainingJobDefinition.VpcConfig", "vpc_config", vpcMembers),
      { ...isolation, path: "TrainingJobDefinition.EnableNetworkIsolation" },
      flag("TrainingJobDefinition.EnableInterContainerTrafficEncryption", "encrypt_inter_container_traffic"),
      ...copied("TrainingJobDefinition.ResourceConfig", "resource_config", [
        ...instanceMembers,
        "VolumeSizeInGB",
      ]),
      ...copied("TrainingJobDefinition.OutputDataConfig", "output_config", ["KmsKeyId"]),
      ...copied("TrainingJobDefinition.StoppingCondition", "stop_condition", ["MaxRuntimeInSeconds"]),
      { path: "TrainingJobDefinition.RoleArn", from: [launch("role")] },
    ]),
    sending("CreateCompilationJob", "compile_model", [
      ...copied("OutputConfig", "output_model_config", ["KmsKeyId"]),
      ...copied("StoppingCondition", "stop_condition", ["MaxRuntimeInSeconds"]),
      { path: "RoleArn", from: [launch("role")] },
    ]),
    sending("CreateEdgePackagingJob", "package_model_for_edge", [
      ...copied("OutputConfig", "output_model_config", ["KmsKeyId"]),
      { path: "ResourceKey", from: [launch("resource_key")] },
      { path: "RoleArn", from: [launch("role")] },
    ]),
    sending("CreateInferenceRecommendationsJob", "create_inference_recommendations_job", [role]),
    sending("CreateAutoMLJobV2", "create_auto_ml_v2", [
      ...copied("SecurityConfig", "security_config", [
        ...vpcMembers.map((member) => `VpcConfig.${member}`),
        "VolumeKmsKeyId",
        "EnableInterContainerTrafficEncryption",
      ]),
      ...copied("OutputDataConfig", "output_config", ["KmsKeyId"]),
      role,
    ]),
    sending("CreateFeatureGroup", "create_feature_group", [
      ...copied("OnlineStoreConfig", "online_store_config", ["SecurityConfig.KmsKeyId"]),
      ...copied("OfflineStoreConfig", "offline_store_config", [
        "S3StorageConfig.S3Uri",
        "S3StorageConfig.KmsKeyId",
      ]),
      { path: "RoleArn", from: [launch("role_arn")] },
    ]),
    {
      ...sending("CreateMonitoringSchedule", "create_monitoring_schedule", scheduled),
      raises: refusedGivenEnvironment,
    },
    sending(
      "UpdateMonitoringSchedule",
      "update_monitoring_schedule",
      scheduled.map((mapped) => ({ ...mapped, unknown: "what the update does not say stays as it was" })),
    ),
    sending("CreateAutoMLJob", "auto_ml", [
      ...copied("AutoMLJobConfig.SecurityConfig", "auto_ml_job_config.SecurityConfig", [
        ...vpcMembers.map((member) => `VpcConfig.${member}`),
        "VolumeKmsKeyId",
        "EnableInterContainerTrafficEncryption",
      ]),
      ...copied("OutputDataConfig", "output_config", ["KmsKeyId"]),
      role,
    ]),
    sending("CreateModel", "create_model", [
      ...copied("VpcConfig", "vpc_config", vpcMembers),
      isolation,
      { path: "ExecutionRoleArn", from: [launch("role")], convert: roleArn },
    ]),
    ofTrainingJob("create_model_from_job"),
    ofTrainingJob("endpoint_from_job"),
    sending("CreateModel", "endpoint_from_model_data", [
      ...copied("VpcConfig", "model_vpc_config", vpcMembers),
      { path: "ExecutionRoleArn", from: [launch("role")], convert: roleArn },
    ]),
    sending("CreateEndpointConfig", "endpoint_from_job", []),
    sending("CreateEndpointConfig", "endpoint_from_model_data", []),
    sending("CreateEndpointConfig", "create_endpoint_config", [endpointKey]),
    sending("CreateEndpointConfig", "create_endpoint_config_from_existing", [
      {
        path: "KmsKeyId",
        from: [launch("new_kms_key")],
        unknown: "it is that of the present configuration",
      },
      {
        path: "DataCaptureConfig.EnableCapture",
        from: [launch("new_data_capture_config_dict.EnableCapture")],
        unknown: "it is that of the present configuration",
      },
    ]),
    sending("CreateEndpointConfig", "endpoint_from_production_variants", [
      ...copied("VpcConfig", "vpc_config", vpcMembers),
      { path: "EnableNetworkIsolation", from: [launch("enable_network_isolation")] },
      { ...endpointKey, leftOut: "" },
      { path: "ExecutionRoleArn", from: [launch("role")], convert: roleArn },
    ]),
    endpoint("create_endpoint", "endpoint_name", "config_name"),
    ...["endpoint_from_job", "endpoint_from_model_data", "endpoint_from_production_variants"].map((method) =>
      endpoint(method, "name"),
    ),
    endpointUpdate("update_endpoint", [launch("endpoint_name")], [launch("endpoint_config_name")]),
  ],
};
