import { isInstanceGroup, listsOfGroups, settingsOfGroup } from "./instance-groups.js";
import type { FieldPath, JobRequest } from "./request.js";

/** Where one operation keeps the settings that rules speak of; a setting that is not listed has no place there. */
export interface Settings {
  /** The job is one that the seeds' policy demands a VPC for, not only one that accepts it. */
  readonly vpcExpected: boolean;
  readonly subnets?: FieldPath;
  readonly securityGroupIds?: FieldPath;
  readonly volumeKmsKeyId?: FieldPath;
  readonly outputKmsKeyId?: FieldPath;
  readonly networkIsolation?: FieldPath;
  readonly interContainerTrafficEncryption?: FieldPath;
  readonly instanceType?: FieldPath;
  readonly instanceCount?: FieldPath;
  readonly roleArn?: FieldPath;
}

/**
 * The settings of an operation.
 *
 * @source botocore 1.44.5, sagemaker 2017-07-24, walked over all operations; `vpcExpected` is the list of
 * SageMakerEnforceVPCDeployment in the whitepaper "Build a Secure Enterprise Machine Learning Platform on AWS",
 * with AutoML.
 * @param part Of a request that holds several jobs the one that is meant, `TrainingJobDefinitions[0].`; an operation without parts has none.
 */
export function settingsOf(operation: string, part: FieldPath = ""): Settings | undefined {
  if (operation === tuning && part !== "") return tunedPart(part);
  if (isInstanceGroup({ operation, part })) return settingsOfGroup(part);
  return settingsByOperation.get(operation);
}

/** The settings of a request, where it has them: those of a pipeline's step are below the step's arguments. */
export function settingsOfRequest({
  operation,
  part = "",
  step,
  fields,
}: Pick<JobRequest, "operation" | "part" | "step" | "fields">): Settings | undefined {
  if (step === undefined)
    return operation === tuning ? tunedDefinition(part, fields) : settingsOf(operation, part);
  const own =
    step.operation === undefined ? undefined : settingsOf(step.operation, part.slice(step.at.length));
  if (own === undefined) return undefined;
  const { vpcExpected, ...paths } = own;
  const below = Object.entries(paths).map(([name, path]) => [name, `${step.at}${path}`]);
  return { vpcExpected, ...(Object.fromEntries(below) as Omit<Settings, "vpcExpected">) };
}

const training = job("", "ResourceConfig", "OutputDataConfig.KmsKeyId");
const tuned = job(
  "TrainingJobDefinition.",
  "TrainingJobDefinition.ResourceConfig",
  "TrainingJobDefinition.OutputDataConfig.KmsKeyId",
);
const tuning = "CreateHyperParameterTuningJob";

/** A definition has its instances in one of two members; where it has none, in the one that its client writes. */
function tunedDefinition(part: FieldPath, fields: JobRequest["fields"]): Settings {
  const at = part === "" ? "TrainingJobDefinition." : part;
  const has = (member: string) =>
    [...fields.keys()].some((path) => path === `${at}${member}` || path.startsWith(`${at}${member}.`));
  const member = ["ResourceConfig", "HyperParameterTuningResourceConfig"].find(has);
  if (member === undefined) return part === "" ? tuned : tunedPart(part);
  return job(at, `${at}${member}`, `${at}OutputDataConfig.KmsKeyId`);
}

/** The SDK's tuning jobs keep their instances in a member of their own, also those of one definition. */
const tunedPart = (part: FieldPath) =>
  job(part, `${part}HyperParameterTuningResourceConfig`, `${part}OutputDataConfig.KmsKeyId`);
const processing = {
  ...network("NetworkConfig."),
  vpcExpected: true,
  volumeKmsKeyId: "ProcessingResources.ClusterConfig.VolumeKmsKeyId",
  outputKmsKeyId: "ProcessingOutputConfig.KmsKeyId",
  instanceType: "ProcessingResources.ClusterConfig.InstanceType",
  instanceCount: "ProcessingResources.ClusterConfig.InstanceCount",
  roleArn: "RoleArn",
};

const monitored = "MonitoringScheduleConfig.MonitoringJobDefinition.";
const schedule = {
  ...network(`${monitored}NetworkConfig.`),
  vpcExpected: false,
  volumeKmsKeyId: `${monitored}MonitoringResources.ClusterConfig.VolumeKmsKeyId`,
  outputKmsKeyId: `${monitored}MonitoringOutputConfig.KmsKeyId`,
  instanceType: `${monitored}MonitoringResources.ClusterConfig.InstanceType`,
  roleArn: `${monitored}RoleArn`,
};

const userProfile = {
  vpcExpected: false,
  securityGroupIds: "UserSettings.SecurityGroups",
  roleArn: "UserSettings.ExecutionRole",
};

/** Operations with one job each, by name. */
export const settingsByOperation: ReadonlyMap<string, Settings> = new Map(
  Object.entries({
    CreateTrainingJob: training,
    CreateHyperParameterTuningJob: tuned,
    CreateProcessingJob: processing,
    CreateModel: {
      vpcExpected: true,
      subnets: "VpcConfig.Subnets",
      securityGroupIds: "VpcConfig.SecurityGroupIds",
      networkIsolation: "EnableNetworkIsolation",
      roleArn: "ExecutionRoleArn",
    },
    CreateTransformJob: {
      vpcExpected: false,
      volumeKmsKeyId: "TransformResources.VolumeKmsKeyId",
      outputKmsKeyId: "TransformOutput.KmsKeyId",
      instanceType: "TransformResources.InstanceType",
      instanceCount: "TransformResources.InstanceCount",
    },
    CreateAutoMLJob: {
      vpcExpected: true,
      subnets: "AutoMLJobConfig.SecurityConfig.VpcConfig.Subnets",
      securityGroupIds: "AutoMLJobConfig.SecurityConfig.VpcConfig.SecurityGroupIds",
      volumeKmsKeyId: "AutoMLJobConfig.SecurityConfig.VolumeKmsKeyId",
      outputKmsKeyId: "OutputDataConfig.KmsKeyId",
      interContainerTrafficEncryption: "AutoMLJobConfig.SecurityConfig.EnableInterContainerTrafficEncryption",
      roleArn: "RoleArn",
    },
    CreateAutoMLJobV2: {
      vpcExpected: true,
      subnets: "SecurityConfig.VpcConfig.Subnets",
      securityGroupIds: "SecurityConfig.VpcConfig.SecurityGroupIds",
      volumeKmsKeyId: "SecurityConfig.VolumeKmsKeyId",
      outputKmsKeyId: "OutputDataConfig.KmsKeyId",
      interContainerTrafficEncryption: "SecurityConfig.EnableInterContainerTrafficEncryption",
      roleArn: "RoleArn",
    },
    CreateEndpointConfig: {
      vpcExpected: false,
      subnets: "VpcConfig.Subnets",
      securityGroupIds: "VpcConfig.SecurityGroupIds",
      volumeKmsKeyId: "KmsKeyId",
      networkIsolation: "EnableNetworkIsolation",
      roleArn: "ExecutionRoleArn",
    },
    CreateNotebookInstance: {
      vpcExpected: true,
      subnets: "SubnetId",
      securityGroupIds: "SecurityGroupIds",
      volumeKmsKeyId: "KmsKeyId",
      instanceType: "InstanceType",
      roleArn: "RoleArn",
    },
    UpdateNotebookInstance: { vpcExpected: false, instanceType: "InstanceType", roleArn: "RoleArn" },
    CreateCompilationJob: {
      vpcExpected: false,
      subnets: "VpcConfig.Subnets",
      securityGroupIds: "VpcConfig.SecurityGroupIds",
      outputKmsKeyId: "OutputConfig.KmsKeyId",
      roleArn: "RoleArn",
    },
    CreateOptimizationJob: {
      vpcExpected: false,
      subnets: "VpcConfig.Subnets",
      securityGroupIds: "VpcConfig.SecurityGroupIds",
      outputKmsKeyId: "OutputConfig.KmsKeyId",
      roleArn: "RoleArn",
    },
    CreateInferenceRecommendationsJob: {
      vpcExpected: false,
      subnets: "InputConfig.VpcConfig.Subnets",
      securityGroupIds: "InputConfig.VpcConfig.SecurityGroupIds",
      volumeKmsKeyId: "InputConfig.VolumeKmsKeyId",
      outputKmsKeyId: "OutputConfig.KmsKeyId",
      roleArn: "RoleArn",
    },
    CreateLabelingJob: {
      vpcExpected: false,
      subnets: "LabelingJobAlgorithmsConfig.LabelingJobResourceConfig.VpcConfig.Subnets",
      securityGroupIds: "LabelingJobAlgorithmsConfig.LabelingJobResourceConfig.VpcConfig.SecurityGroupIds",
      volumeKmsKeyId: "LabelingJobAlgorithmsConfig.LabelingJobResourceConfig.VolumeKmsKeyId",
      outputKmsKeyId: "OutputConfig.KmsKeyId",
      roleArn: "RoleArn",
    },
    CreateMonitoringSchedule: schedule,
    UpdateMonitoringSchedule: schedule,
    CreateDomain: {
      vpcExpected: false,
      subnets: "SubnetIds",
      securityGroupIds: "DefaultUserSettings.SecurityGroups",
      volumeKmsKeyId: "KmsKeyId",
      roleArn: "DefaultUserSettings.ExecutionRole",
    },
    UpdateDomain: {
      vpcExpected: false,
      subnets: "SubnetIds",
      securityGroupIds: "DefaultUserSettings.SecurityGroups",
      roleArn: "DefaultUserSettings.ExecutionRole",
    },
    CreateUserProfile: userProfile,
    UpdateUserProfile: userProfile,
    CreateCluster: {
      vpcExpected: false,
      subnets: "VpcConfig.Subnets",
      securityGroupIds: "VpcConfig.SecurityGroupIds",
      ...listsOfGroups,
    },
    UpdateCluster: { vpcExpected: false, ...listsOfGroups },
    CreateAIBenchmarkJob: {
      vpcExpected: false,
      subnets: "NetworkConfig.VpcConfig.Subnets",
      securityGroupIds: "NetworkConfig.VpcConfig.SecurityGroupIds",
      roleArn: "RoleArn",
    },
    CreateTrainingSession: {
      vpcExpected: false,
      subnets: "VpcConfig.Subnets",
      securityGroupIds: "VpcConfig.SecurityGroupIds",
    },
    CreateFeatureGroup: {
      vpcExpected: false,
      outputKmsKeyId: "OfflineStoreConfig.S3StorageConfig.KmsKeyId",
      roleArn: "RoleArn",
    },
    CreateEdgePackagingJob: {
      vpcExpected: false,
      outputKmsKeyId: "OutputConfig.KmsKeyId",
      roleArn: "RoleArn",
    },
    ...withRole(
      "RoleArn",
      "CreateAIRecommendationJob",
      "CreateFlowDefinition",
      "CreateImage",
      "UpdateImage",
      "CreateInferenceExperiment",
      "CreateJob",
      "CreateMlflowApp",
      "CreateMlflowTrackingServer",
    ),
    ...withRole("ExecutionRoleArn", "CreatePartnerApp"),
    CreateDataQualityJobDefinition: monitoring("DataQuality"),
    CreateModelBiasJobDefinition: monitoring("ModelBias"),
    CreateModelQualityJobDefinition: monitoring("ModelQuality"),
    CreateModelExplainabilityJobDefinition: monitoring("ModelExplainability"),
  } satisfies Record<string, Settings>),
);

/** Operations of whose settings the rules speak of the role alone. */
function withRole(roleArn: FieldPath, ...operations: readonly string[]): Readonly<Record<string, Settings>> {
  return Object.fromEntries(operations.map((operation) => [operation, { vpcExpected: false, roleArn }]));
}

function network(prefix: string) {
  return {
    subnets: `${prefix}VpcConfig.Subnets`,
    securityGroupIds: `${prefix}VpcConfig.SecurityGroupIds`,
    networkIsolation: `${prefix}EnableNetworkIsolation`,
    interContainerTrafficEncryption: `${prefix}EnableInterContainerTrafficEncryption`,
  };
}

function job(prefix: string, resources: FieldPath, outputKmsKeyId: FieldPath): Settings {
  return {
    ...network(prefix),
    vpcExpected: true,
    volumeKmsKeyId: `${resources}.VolumeKmsKeyId`,
    outputKmsKeyId,
    instanceType: `${resources}.InstanceType`,
    instanceCount: `${resources}.InstanceCount`,
    roleArn: `${prefix}RoleArn`,
  };
}

function monitoring(kind: string): Settings {
  return {
    ...network("NetworkConfig."),
    vpcExpected: false,
    volumeKmsKeyId: "JobResources.ClusterConfig.VolumeKmsKeyId",
    outputKmsKeyId: `${kind}JobOutputConfig.KmsKeyId`,
    instanceType: "JobResources.ClusterConfig.InstanceType",
    instanceCount: "JobResources.ClusterConfig.InstanceCount",
    roleArn: "RoleArn",
  };
}
