import { lastName } from "../../dotted-path.js";
import type { Json } from "../../requests/request.js";
import { object, type Family, type Sending } from "./family.js";
import { baseline } from "./monitor-families.js";
import { networkConfigs } from "./processing-families.js";
import { roleArn } from "./role-arn.js";
import { remote } from "./training-families.js";

/** Of the job that a check starts. */
export const checkDefaults = { InstanceCount: 1, InstanceType: "ml.m5.xlarge" };

/** `@step`: unlike `@remote` it takes no key for its output, which only the defaults can say. */
export function stepFunctionFamily(base: string): Family {
  const family = remote(base, []);
  const sends = family.sends.map((sending) => ({
    ...sending,
    fields: sending.fields.map((mapped) =>
      mapped.path === "OutputDataConfig.KmsKeyId" ? { ...mapped, from: [object("_s3_kms_key")] } : mapped,
    ),
  }));
  return { ...family, attributes: new Map([["_s3_kms_key", "s3_kms_key"]]), sends };
}

export function notebookJobFamily(base: string): Family {
  return {
    base,
    attributes: new Map(),
    objects: new Map(),
    sends: [
      {
        operation: "CreateTrainingJob",
        methods: new Set(),
        shownAt: "construction",
        unlaunched: true,
        halfVpc: "SDK drops it",
        fields: [
          { path: "VpcConfig.Subnets", from: [object("subnets")] },
          { path: "VpcConfig.SecurityGroupIds", from: [object("security_group_ids")] },
          {
            path: "EnableInterContainerTrafficEncryption",
            from: [object("encrypt_inter_container_traffic")],
            default: true,
          },
          { path: "ResourceConfig.VolumeKmsKeyId", from: [object("volume_kms_key")] },
          { path: "OutputDataConfig.KmsKeyId", from: [object("s3_kms_key")] },
          { path: "ResourceConfig.InstanceType", from: [object("instance_type")], default: "ml.m5.large" },
          { path: "ResourceConfig.InstanceCount", from: [], default: 1 },
          { path: "ResourceConfig.VolumeSizeInGB", from: [object("volume_size")], default: 30 },
          {
            path: "StoppingCondition.MaxRuntimeInSeconds",
            from: [object("max_runtime_in_seconds")],
            default: 172800,
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

/** Steps of a pipeline that have the settings of their job themselves, and what only steps take. */
export const stepFamilies: readonly Family[] = [
  stepFunctionFamily("sagemaker.workflow.function_step.step"),
  notebookJobFamily("sagemaker.workflow.notebook_job_step.NotebookJobStep"),
  {
    base: "sagemaker.workflow.check_job_config.CheckJobConfig",
    attributes: new Map(),
    objects: networkConfigs,
    sends: [{ ...withDefaults(baseline([]), checkDefaults), unlaunched: true }],
  },
];

/** What a constructor fills in, by the last name of the field's path. */
export function withDefaults(sending: Sending, defaults: Readonly<Record<string, Json>>): Sending {
  const fields = sending.fields.map((mapped) => {
    const value = defaults[lastName(mapped.path)];
    return value === undefined ? mapped : { ...mapped, default: value };
  });
  return { ...sending, fields };
}
