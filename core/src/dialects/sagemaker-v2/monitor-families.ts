import { object, type Family, type Mapped, type Sending } from "./family.js";
import { refusedKeyWithoutOutput, refusedOwnEnvironment } from "./monitor-refusals.js";
import { networkConfigs, processing, refusedShapes } from "./processing-families.js";
import { roleArn } from "./role-arn.js";

/*
 * What the model monitors of SDK 2.257.7 send. Each row was seen with the real SDK (test/sdk).
 */

/** One instance of this type is what the constructors have as defaults. */
const instances: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ["instance_type", "ml.m5.xlarge"],
  ["instance_count", 1],
]);

function onOneInstance(fields: readonly Mapped[]): readonly Mapped[] {
  return fields.map((mapped) => {
    const fallback = instances.get(mapped.from[0]?.steps[0] ?? "");
    return fallback === undefined ? mapped : { ...mapped, default: fallback };
  });
}

/** A job that computes what later data are compared with. */
export function baseline(methods: readonly string[]): Sending {
  const sending = processing(methods);
  return {
    ...sending,
    unlaunched: "alone",
    fields: onOneInstance(sending.fields),
    ...(sending.filling
      ? { filling: { ...sending.filling, makesFalse: "NetworkConfig.EnableNetworkIsolation" } }
      : {}),
  };
}

/** The settings of the jobs that a schedule will start, under the names of the request that keeps them. */
function scheduled(resources: string, outputKey: string, prefix = ""): readonly Mapped[] {
  return onOneInstance([
    { path: `${prefix}NetworkConfig.VpcConfig.Subnets`, from: [object("network_config.subnets")] },
    {
      path: `${prefix}NetworkConfig.VpcConfig.SecurityGroupIds`,
      from: [object("network_config.security_group_ids")],
    },
    {
      path: `${prefix}NetworkConfig.EnableNetworkIsolation`,
      from: [object("network_config.enable_network_isolation")],
      forNone: false,
    },
    {
      path: `${prefix}NetworkConfig.EnableInterContainerTrafficEncryption`,
      from: [object("network_config.encrypt_inter_container_traffic")],
    },
    { path: `${prefix}${resources}.ClusterConfig.VolumeKmsKeyId`, from: [object("volume_kms_key")] },
    { path: `${prefix}${resources}.ClusterConfig.InstanceType`, from: [object("instance_type")] },
    { path: `${prefix}${resources}.ClusterConfig.InstanceCount`, from: [object("instance_count")] },
    {
      path: `${prefix}${resources}.ClusterConfig.VolumeSizeInGB`,
      from: [object("volume_size_in_gb")],
      default: 30,
    },
    { path: `${prefix}${outputKey}`, from: [object("output_kms_key")] },
    {
      path: `${prefix}StoppingCondition.MaxRuntimeInSeconds`,
      from: [object("max_runtime_in_seconds")],
    },
    { path: `${prefix}RoleArn`, from: [object("role")], convert: roleArn },
  ]);
}

function schedule(operation: string, fields: readonly Mapped[]): Sending {
  return {
    operation,
    methods: new Set(["create_monitoring_schedule"]),
    shownAt: "construction",
    unlaunched: false,
    halfVpc: "botocore refuses",
    raises: refusedShapes,
    fields,
  };
}

/** What is not given stays as the schedule has it, or as the monitor was made. */
function update(operation: string, fields: readonly Mapped[]): Sending {
  const given = fields.map(({ from, path, convert }) => ({
    path,
    from: from.map((source) => ({ ...source, of: "launch" as const })),
    ...(convert ? { convert } : {}),
    unknown: "what the update does not say stays as it was",
  }));
  return {
    ...schedule(operation, given),
    methods: new Set(["update_monitoring_schedule"]),
    shownAt: "launch",
  };
}

/** What the constructors raise without one. */
const withoutRole = "An AWS IAM role is required to create a Monitoring Schedule.";

/** Its jobs are described by a job definition; the schedule only names that. */
function monitor(base: string, kind: string): Family {
  return {
    base: `sagemaker.model_monitor.${base}`,
    attributes: new Map(),
    withoutRole,
    objects: networkConfigs,
    sends: [
      baseline(["suggest_baseline"]),
      schedule(`Create${kind}JobDefinition`, scheduled("JobResources", `${kind}JobOutputConfig.KmsKeyId`)),
      schedule("CreateMonitoringSchedule", []),
      update(`Create${kind}JobDefinition`, scheduled("JobResources", `${kind}JobOutputConfig.KmsKeyId`)),
      update("UpdateMonitoringSchedule", []),
    ],
  };
}

const definition = "MonitoringScheduleConfig.MonitoringJobDefinition.";

export const monitorFamilies: readonly Family[] = [
  monitor("model_monitoring.DefaultModelMonitor", "DataQuality"),
  monitor("model_monitoring.ModelQualityMonitor", "ModelQuality"),
  monitor("clarify_model_monitoring.ModelBiasMonitor", "ModelBias"),
  monitor("clarify_model_monitoring.ModelExplainabilityMonitor", "ModelExplainability"),
  {
    base: "sagemaker.model_monitor.model_monitoring.ModelMonitor",
    attributes: new Map(),
    withoutRole,
    objects: networkConfigs,
    sends: [
      baseline(["run_baseline"]),
      {
        ...schedule(
          "CreateMonitoringSchedule",
          scheduled("MonitoringResources", "MonitoringOutputConfig.KmsKeyId", definition),
        ),
        raises: (raising) => refusedShapes(raising) ?? refusedOwnEnvironment(raising),
      },
      {
        ...update(
          "UpdateMonitoringSchedule",
          scheduled("MonitoringResources", "MonitoringOutputConfig.KmsKeyId", definition),
        ),
        raises: (raising) => refusedKeyWithoutOutput(raising) ?? refusedShapes(raising),
      },
    ],
  },
];
