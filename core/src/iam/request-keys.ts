import type { FieldPath } from "../requests/request.js";
import type { Settings } from "../requests/settings.js";

/** Where a condition key has its values from: a setting, members by operation, or both together. */
export interface KeyRow {
  /** Without `sagemaker:`. */
  readonly key: string;
  readonly setting?: keyof Omit<Settings, "vpcExpected">;
  /** Of an operation with neither setting nor members the key is not known. */
  readonly paths?: Members;
  /** Members that have such values too, and of which no document says whether AWS counts them. */
  readonly perhaps?: Members;
  /** What AWS does with a field that is left out; without it the key is absent then. */
  readonly leftOut?: LeftOut;
  /** The value is a key of KMS's, and AWS tests its ARN. */
  readonly isKmsKey?: true;
}

/** By operation; `InstanceGroups[].InstanceType` is of each item of the list. */
type Members = Readonly<Record<string, readonly FieldPath[]>>;

/**
 * `sent`: no document says whether AWS then tests this value or finds no key. `isAssumed`: guardrails that AWS
 * publishes work only if it does.
 */
export interface LeftOut {
  readonly sent: string;
  readonly isAssumed: boolean;
}

const off: LeftOut = { sent: "false", isAssumed: true };
const monitored = "MonitoringScheduleConfig.MonitoringJobDefinition.";
const runtime = ["StoppingCondition.MaxRuntimeInSeconds"];
const monitoredRuntime = [`${monitored}StoppingCondition.MaxRuntimeInSeconds`];
const tuned = "TrainingJobDefinition.";
const tunedResources = `${tuned}HyperParameterTuningResourceConfig.`;

/** The instances of a cluster's groups; each group may have a network of its own. */
const ofGroups = (member: string): readonly FieldPath[] =>
  ["InstanceGroups", "RestrictedInstanceGroups"].map((list) => `${list}[].${member}`);
const ofVariants = (member: string): readonly FieldPath[] =>
  ["ProductionVariants", "ShadowProductionVariants"].map((list) => `${list}[].${member}`);
const groupTypes = [...ofGroups("InstanceType"), "InstanceGroups[].InstanceRequirements.InstanceTypes"];
const rulesTypes = ["DebugRuleConfigurations[].InstanceType", "ProfilerRuleConfigurations[].InstanceType"];

const sharedKey = (settings: string): readonly FieldPath[] => [`${settings}.SharingSettings.S3KmsKeyId`];

/**
 * The keys that requests carry, as far as their values are told by the request itself.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 */
export const requestKeys: readonly KeyRow[] = [
  {
    key: "VpcSubnets",
    setting: "subnets",
    perhaps: both("Cluster", ofGroups("OverrideVpcConfig.Subnets")),
  },
  {
    key: "VpcSecurityGroupIds",
    setting: "securityGroupIds",
    perhaps: {
      ...both("Cluster", ofGroups("OverrideVpcConfig.SecurityGroupIds")),
      CreateDomain: ["DefaultSpaceSettings.SecurityGroups", "DomainSettings.SecurityGroupIds"],
      UpdateDomain: ["DefaultSpaceSettings.SecurityGroups", "DomainSettingsForUpdate.SecurityGroupIds"],
    },
  },
  {
    key: "VolumeKmsKeyArn",
    setting: "volumeKmsKeyId",
    paths: { CreateHyperParameterTuningJob: [`${tunedResources}VolumeKmsKeyId`] },
    perhaps: { CreateDomain: ["HomeEfsFileSystemKmsKeyId"] },
    isKmsKey: true,
  },
  { key: "OutputKmsKeyArn", setting: "outputKmsKeyId", isKmsKey: true },
  { key: "NetworkIsolation", setting: "networkIsolation", leftOut: off },
  { key: "InterContainerTrafficEncryption", setting: "interContainerTrafficEncryption", leftOut: off },
  {
    key: "InstanceTypes",
    setting: "instanceType",
    paths: {
      CreateTrainingJob: ["ResourceConfig.InstanceGroups[].InstanceType"],
      CreateHyperParameterTuningJob: [
        `${tuned}ResourceConfig.InstanceGroups[].InstanceType`,
        `${tunedResources}InstanceType`,
        `${tunedResources}InstanceConfigs[].InstanceType`,
      ],
      CreateEndpointConfig: [...ofVariants("InstanceType"), ...ofVariants("InstancePools[].InstanceType")],
      ...both("Cluster", groupTypes),
    },
    perhaps: { CreateTrainingJob: rulesTypes },
  },
  {
    key: "MaxRuntimeInSeconds",
    paths: {
      CreateTrainingJob: runtime,
      CreateHyperParameterTuningJob: [`${tuned}StoppingCondition.MaxRuntimeInSeconds`],
      CreateProcessingJob: runtime,
      CreateDataQualityJobDefinition: runtime,
      CreateModelBiasJobDefinition: runtime,
      CreateModelQualityJobDefinition: runtime,
      CreateModelExplainabilityJobDefinition: runtime,
      ...both("MonitoringSchedule", monitoredRuntime),
    },
    leftOut: { sent: "86400", isAssumed: false },
  },
  { key: "KeepAlivePeriod", paths: both("TrainingJob", ["ResourceConfig.KeepAlivePeriodInSeconds"]) },
  {
    key: "EnableRemoteDebug",
    paths: both("TrainingJob", ["RemoteDebugConfig.EnableRemoteDebug"]),
    leftOut: { sent: "false", isAssumed: false },
  },
  {
    key: "DirectInternetAccess",
    paths: { CreateNotebookInstance: ["DirectInternetAccess"] },
    leftOut: { sent: "Enabled", isAssumed: true },
  },
  {
    key: "AppNetworkAccessType",
    paths: both("Domain", ["AppNetworkAccessType"]),
    leftOut: { sent: "PublicInternetOnly", isAssumed: false },
  },
  { key: "AuthMode", paths: { CreateDomain: ["AuthMode"] } },
  {
    key: "RootAccess",
    paths: both("NotebookInstance", ["RootAccess"]),
    leftOut: { sent: "Enabled", isAssumed: true },
  },
  { key: "AcceleratorTypes", paths: both("NotebookInstance", ["AcceleratorTypes"]) },
  {
    key: "MinimumInstanceMetadataServiceVersion",
    paths: both("NotebookInstance", [
      "InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion",
    ]),
    leftOut: { sent: "1", isAssumed: false },
  },
  {
    key: "DomainSharingOutputKmsKeyArn",
    paths: {
      ...both("Domain", sharedKey("DefaultUserSettings")),
      ...both("UserProfile", sharedKey("UserSettings")),
    },
    isKmsKey: true,
  },
  { key: "RemoteAccess", paths: both("Space", ["SpaceSettings.RemoteAccess"]) },
  {
    key: "FeatureGroupOfflineStoreKmsKeyArn",
    paths: { CreateFeatureGroup: ["OfflineStoreConfig.S3StorageConfig.KmsKeyId"] },
    isKmsKey: true,
  },
  {
    key: "FeatureGroupOnlineStoreKmsKeyArn",
    paths: { CreateFeatureGroup: ["OnlineStoreConfig.SecurityConfig.KmsKeyId"] },
    isKmsKey: true,
  },
];

/** Of an operation that makes a thing, and of the one that changes it. */
function both(thing: string, paths: readonly FieldPath[]): Members {
  return { [`Create${thing}`]: paths, [`Update${thing}`]: paths };
}

/** The member that a key has its value from; `undefined`: none, several, or it is not known. */
export function pathOfKey(
  key: string,
  { operation, settings }: { readonly operation: string; readonly settings: Settings },
): FieldPath | undefined {
  const row = requestKeys.find((one) => one.key === key);
  const own = row?.setting === undefined ? undefined : settings[row.setting];
  const [only, ...more] = row?.paths?.[operation] ?? [];
  if (own !== undefined) return own;
  return more.length > 0 || only?.includes("[]") === true ? undefined : only;
}

/**
 * Members with names of resources that the service authorization reference calls otherwise. What is not here and no
 * member of the request has no name that the request tells: an id that SageMaker makes.
 */
export const nameMembers: Readonly<Record<string, FieldPath>> = {
  AutoMLJobJobName: "AutoMLJobName",
  DataQualityJobDefinitionName: "JobDefinitionName",
  ModelBiasJobDefinitionName: "JobDefinitionName",
  ModelQualityJobDefinitionName: "JobDefinitionName",
  ModelExplainabilityJobDefinitionName: "JobDefinitionName",
  InferenceExperimentName: "Name",
  InferenceRecommendationsJobName: "JobName",
  MlflowTrackingServerName: "TrackingServerName",
};
