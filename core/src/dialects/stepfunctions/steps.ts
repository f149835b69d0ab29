import { launch, object, type Mapped, type Sending } from "../sagemaker-v2/family.js";
import type { UnsentSetting } from "../../requests/request.js";

/** One class of the Step Functions SDK and the request that the state machine makes of it. */
export interface StateKind {
  readonly type: string;
  /** The parameter that takes an object of the SageMaker SDK; without it the step's own arguments are the request. */
  readonly object?: string;
  /** Only objects below this class; the rows of a type are asked in order. */
  readonly of?: string;
  readonly sending: Sending;
  /** What the object has and the step does not send, by attribute. */
  readonly unsent: readonly Unsent[];
}

export interface Unsent extends Pick<UnsentSetting, "setting" | "name"> {
  /** Where the same is said in the request. */
  readonly path: string;
}

const isolation: Unsent = {
  setting: "networkIsolation",
  name: "enable_network_isolation",
  path: "EnableNetworkIsolation",
};
const encryption: Unsent = {
  setting: "interContainerTrafficEncryption",
  name: "encrypt_inter_container_traffic",
  path: "EnableInterContainerTrafficEncryption",
};

const vpcOfModel: readonly Mapped[] = [
  { path: "VpcConfig.Subnets", from: [object("vpc_config.Subnets")] },
  { path: "VpcConfig.SecurityGroupIds", from: [object("vpc_config.SecurityGroupIds")] },
];

/*
 * What the steps of stepfunctions 2.3.0 put into a state machine, with sagemaker 2.257.7. Each row was seen with the
 * real SDK (test/sdk). What stands in the step's `parameters` is put over it.
 */
const training: readonly Mapped[] = [
  { path: "VpcConfig.Subnets", from: [object("subnets")] },
  { path: "VpcConfig.SecurityGroupIds", from: [object("security_group_ids")] },
  { path: "EnableNetworkIsolation", from: [] },
  { path: "EnableInterContainerTrafficEncryption", from: [] },
  { path: "ResourceConfig.VolumeKmsKeyId", from: [object("volume_kms_key")] },
  { path: "OutputDataConfig.KmsKeyId", from: [object("output_kms_key")] },
  { path: "ResourceConfig.InstanceType", from: [object("instance_type")] },
  { path: "ResourceConfig.InstanceCount", from: [object("instance_count")] },
  { path: "ResourceConfig.VolumeSizeInGB", from: [object("volume_size")], default: 30 },
  { path: "StoppingCondition.MaxRuntimeInSeconds", from: [object("max_run")], default: 86400 },
  { path: "RoleArn", from: [object("role")] },
];

export const stateKinds: readonly StateKind[] = [
  {
    type: "TrainingStep",
    object: "estimator",
    sending: sending("CreateTrainingJob", training, "constructor raises"),
    unsent: [isolation, encryption],
  },
  {
    type: "TuningStep",
    object: "tuner",
    sending: {
      ...sending("CreateHyperParameterTuningJob", training, "constructor raises", "TrainingJobDefinition."),
      parts: {
        one: { member: "estimator", prefix: "TrainingJobDefinition." },
        several: { member: "estimator_dict", prefix: "TrainingJobDefinitions[]." },
      },
    },
    unsent: [isolation, encryption],
  },
  {
    type: "ProcessingStep",
    object: "processor",
    sending: sending("CreateProcessingJob", [
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
      { path: "ProcessingOutputConfig.KmsKeyId", from: [launch("kms_key_id")] },
      { path: "ProcessingResources.ClusterConfig.InstanceType", from: [object("instance_type")] },
      { path: "ProcessingResources.ClusterConfig.InstanceCount", from: [object("instance_count")] },
      {
        path: "ProcessingResources.ClusterConfig.VolumeSizeInGB",
        from: [object("volume_size_in_gb")],
        default: 30,
      },
      { path: "StoppingCondition.MaxRuntimeInSeconds", from: [object("max_runtime_in_seconds")] },
      { path: "RoleArn", from: [object("role")] },
    ]),
    unsent: [{ setting: "outputKmsKeyId", name: "output_kms_key", path: "ProcessingOutputConfig.KmsKeyId" }],
  },
  {
    type: "TransformStep",
    object: "transformer",
    sending: sending("CreateTransformJob", [
      { path: "TransformResources.VolumeKmsKeyId", from: [object("volume_kms_key")] },
      { path: "TransformOutput.KmsKeyId", from: [object("output_kms_key")] },
      { path: "TransformResources.InstanceType", from: [object("instance_type")] },
      { path: "TransformResources.InstanceCount", from: [object("instance_count")] },
    ]),
    unsent: [],
  },
  {
    type: "ModelStep",
    object: "model",
    of: "sagemaker.model.FrameworkModel",
    sending: sending("CreateModel", [
      ...vpcOfModel,
      { path: "EnableNetworkIsolation", from: [] },
      { path: "ExecutionRoleArn", from: [object("role")] },
    ]),
    unsent: [isolation],
  },
  {
    type: "ModelStep",
    object: "model",
    sending: sending("CreateModel", [
      ...vpcOfModel.map((mapped) => ({ ...mapped, from: [] })),
      { path: "EnableNetworkIsolation", from: [] },
      { path: "ExecutionRoleArn", from: [object("role")] },
    ]),
    unsent: [{ setting: "vpcConfig", name: "vpc_config", path: "VpcConfig" }, isolation],
  },
  // These two do not take `parameters` into account
  { type: "EndpointConfigStep", sending: own("CreateEndpointConfig"), unsent: [] },
  { type: "EndpointStep", sending: own("CreateEndpoint"), unsent: [] },
];

function own(operation: string): Sending {
  return { ...sending(operation, []), fields: [] };
}

/** @param part What comes before the fields' paths in `parameters`. */
function sending(
  operation: string,
  fields: readonly Mapped[],
  halfVpc: Sending["halfVpc"] = "botocore refuses",
  part = "",
): Sending {
  return {
    operation,
    methods: new Set(),
    shownAt: "construction",
    unlaunched: true,
    halfVpc,
    fields: fields.map((mapped) => ({
      ...mapped,
      from: [launch(`parameters.${part}${mapped.path}`), ...mapped.from],
    })),
  };
}
