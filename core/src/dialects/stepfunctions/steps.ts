import { launch, object, type Mapped, type Sending } from "../sagemaker-v2/family.js";
import type { Value } from "../../python/value.js";
import { orDefaultBucket } from "../structures/places-in-s3.js";
import { processingInputs, processingOutputs } from "../structures/processing-data.js";
import type { Made, Shape } from "../structures/structure.js";
import { trainingChannels } from "../structures/training-channels.js";
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
  { path: "AlgorithmSpecification.TrainingImage", from: [object("image_uri")] },
  { path: "InputDataConfig", from: [launch("data")], shape: stateChannels },
];

const transformed = "TransformInput.DataSource.S3DataSource";

export const stateKinds: readonly StateKind[] = [
  {
    type: "TrainingStep",
    object: "estimator",
    sending: sending(
      "CreateTrainingJob",
      [
        ...training,
        {
          path: "OutputDataConfig.S3OutputPath",
          from: [launch("output_data_config_path"), object("output_path")],
          shape: orDefaultBucket,
        },
      ],
      "constructor raises",
    ),
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
      { path: "AppSpecification.ImageUri", from: [object("image_uri")] },
      { path: "ProcessingInputs", from: [launch("inputs")], shape: statePlaces(processingInputs) },
      {
        path: "ProcessingOutputConfig.Outputs",
        from: [launch("outputs")],
        shape: statePlaces(processingOutputs),
      },
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
      { path: "TransformOutput.S3OutputPath", from: [object("output_path")] },
      { path: `${transformed}.S3Uri`, from: [launch("data")] },
      { path: "TransformInput.ContentType", from: [launch("content_type")] },
      { path: "ModelName", from: [launch("model_name")] },
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

/** `parameters` has them in the API's own shape, a list of structures. */
function stateChannels(inputs: Value | undefined, made: Made): Value | undefined {
  return inputs?.kind === "list" ? inputs : trainingChannels(inputs, made);
}

function statePlaces(shape: Shape): Shape {
  return (given, made) =>
    given?.kind === "list" && given.items.some(({ kind }) => kind === "dict") ? given : shape(given, made);
}

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
