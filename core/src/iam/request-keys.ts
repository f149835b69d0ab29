import type { FieldPath } from "../requests/request.js";
import type { Settings } from "../requests/settings.js";

/** Where a condition key has its value from. */
export interface KeyRow {
  /** Without `sagemaker:`. */
  readonly key: string;
  readonly from:
    | { readonly setting: keyof Omit<Settings, "vpcExpected"> }
    /** By operation; of one that is not listed the key is not known. */
    | { readonly paths: Readonly<Record<string, FieldPath>> };
  /** What AWS does with a field that is left out; without it the key is absent then. */
  readonly leftOut?: LeftOut;
  /** Members of the request by which further values may come, each with the operations that have it. */
  readonly more?: Readonly<Record<string, FieldPath>>;
  /** The value is a key of KMS's, and AWS tests its ARN. */
  readonly isKmsKey?: true;
}

/**
 * `sent`: no document says whether AWS then tests this value or finds no key. `isAssumed`: guardrails that AWS
 * publishes work only if it does.
 */
export interface LeftOut {
  readonly sent: string;
  readonly isAssumed: boolean;
}

const off: LeftOut = { sent: "false", isAssumed: true };

/** `ResourceConfig.InstanceGroups[].InstanceType` and the like. */
const groups = {
  CreateTrainingJob: "ResourceConfig.InstanceGroups",
  CreateHyperParameterTuningJob: "TrainingJobDefinition.ResourceConfig.InstanceGroups",
};

/**
 * The keys that requests for jobs carry, as far as their values are told by the request itself.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 */
export const requestKeys: readonly KeyRow[] = [
  { key: "VpcSubnets", from: { setting: "subnets" } },
  { key: "VpcSecurityGroupIds", from: { setting: "securityGroupIds" } },
  { key: "VolumeKmsKeyArn", from: { setting: "volumeKmsKeyId" }, isKmsKey: true },
  { key: "OutputKmsKeyArn", from: { setting: "outputKmsKeyId" }, isKmsKey: true },
  { key: "NetworkIsolation", from: { setting: "networkIsolation" }, leftOut: off },
  {
    key: "InterContainerTrafficEncryption",
    from: { setting: "interContainerTrafficEncryption" },
    leftOut: off,
  },
  { key: "InstanceTypes", from: { setting: "instanceType" }, more: groups },
  {
    key: "MaxRuntimeInSeconds",
    from: {
      paths: {
        CreateTrainingJob: "StoppingCondition.MaxRuntimeInSeconds",
        CreateHyperParameterTuningJob: "TrainingJobDefinition.StoppingCondition.MaxRuntimeInSeconds",
        CreateProcessingJob: "StoppingCondition.MaxRuntimeInSeconds",
        CreateDataQualityJobDefinition: "StoppingCondition.MaxRuntimeInSeconds",
        CreateModelBiasJobDefinition: "StoppingCondition.MaxRuntimeInSeconds",
        CreateModelQualityJobDefinition: "StoppingCondition.MaxRuntimeInSeconds",
        CreateModelExplainabilityJobDefinition: "StoppingCondition.MaxRuntimeInSeconds",
      },
    },
    leftOut: { sent: "86400", isAssumed: false },
  },
  {
    key: "KeepAlivePeriod",
    from: { paths: { CreateTrainingJob: "ResourceConfig.KeepAlivePeriodInSeconds" } },
  },
  {
    key: "EnableRemoteDebug",
    from: { paths: { CreateTrainingJob: "RemoteDebugConfig.EnableRemoteDebug" } },
    leftOut: { sent: "false", isAssumed: false },
  },
  {
    key: "DirectInternetAccess",
    from: { paths: { CreateNotebookInstance: "DirectInternetAccess" } },
    leftOut: { sent: "Enabled", isAssumed: true },
  },
  {
    key: "AppNetworkAccessType",
    from: { paths: { CreateDomain: "AppNetworkAccessType" } },
    leftOut: { sent: "PublicInternetOnly", isAssumed: false },
  },
  {
    key: "RootAccess",
    from: { paths: { CreateNotebookInstance: "RootAccess" } },
    leftOut: { sent: "Enabled", isAssumed: true },
  },
];

/** The member that a key has its value from; `undefined`: none, or it is not known. */
export function pathOfKey(
  key: string,
  { operation, settings }: { readonly operation: string; readonly settings: Settings },
): FieldPath | undefined {
  const from = requestKeys.find((row) => row.key === key)?.from;
  if (from === undefined) return undefined;
  return "setting" in from ? settings[from.setting] : from.paths[operation];
}

/** The member with the name that becomes part of the resource's ARN; of others the name is not known. */
export const nameFields: Readonly<Record<string, FieldPath>> = {
  CreateTrainingJob: "TrainingJobName",
  CreateHyperParameterTuningJob: "HyperParameterTuningJobName",
  CreateProcessingJob: "ProcessingJobName",
  CreateTransformJob: "TransformJobName",
  CreateModel: "ModelName",
  CreateEndpointConfig: "EndpointConfigName",
  CreateNotebookInstance: "NotebookInstanceName",
  CreateAutoMLJob: "AutoMLJobName",
  CreateAutoMLJobV2: "AutoMLJobName",
};
