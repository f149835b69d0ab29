import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DefaultsSchema, SdkDefaultsData } from "../../../core/src/catalog/sdk-defaults.js";
import type { Json } from "../../../core/src/requests/request.js";
import type { Dice } from "./dice.js";

const catalog = join(import.meta.dirname, "../../../core/src/catalog");
const schemas = new Map(
  (["v2", "v3"] as const).map((sdk) => {
    const text = readFileSync(join(catalog, `sdk-defaults-${sdk}.json`), "utf8");
    return [sdk, (JSON.parse(text) as SdkDefaultsData).schema];
  }),
);

/** Sections of the SDK's defaults that concern jobs. */
const sections = ["TrainingJob", "ProcessingJob", "Model", "EndpointConfig", "TransformJob", "AutoMLJob", "AutoMLJobV2", "Pipeline", "MonitoringSchedule", "PythonSDK"];
const followed = new Set([
  ...["VpcConfig", "Subnets", "SecurityGroupIds", "EnableNetworkIsolation", "EnableInterContainerTrafficEncryption", "KmsKeyId", "VolumeKmsKeyId", "RoleArn", "ExecutionRoleArn", "S3KmsKeyId", "InstanceType"],
  ...["ResourceConfig", "OutputDataConfig", "NetworkConfig", "ProcessingOutputConfig", "ProcessingResources", "ClusterConfig", "TransformOutput", "TransformResources", "AutoMLJobConfig", "SecurityConfig", "AsyncInferenceConfig", "OutputConfig", "DataCaptureConfig", "MonitoringScheduleConfig", "MonitoringJobDefinition", "MonitoringOutputConfig", "MonitoringResources"],
  ...["Modules", "RemoteFunction", "Session", "DefaultS3Bucket", "DefaultS3ObjectKeyPrefix", "Tags"],
]);

/** A random defaults file that the SDK takes: the same seed, the same file. */
export function randomDefaults(sdk: "v2" | "v3", dice: Dice): Json {
  const schema = schemas.get(sdk) ?? {};
  const own = schema.properties?.["SageMaker"]?.properties ?? {};
  const made: Record<string, Json> = {};
  for (const name of sections) {
    const section = own[name];
    if (section === undefined || !dice.percent(60)) continue;
    const value = structure(section, schema, dice);
    if (Object.keys(value).length > 0) made[name] = value;
  }
  return { SchemaVersion: "1.0", SageMaker: made };
}

function structure(schema: DefaultsSchema, root: DefaultsSchema, dice: Dice): Record<string, Json> {
  const made: Record<string, Json> = {};
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    if (!followed.has(name) || !dice.percent(55)) continue;
    const value = valueOf(name, member, root, dice);
    if (value !== undefined) made[name] = value;
  }
  return made;
}

function valueOf(name: string, given: DefaultsSchema, root: DefaultsSchema, dice: Dice): Json | undefined {
  const schema = given.$ref === undefined ? given : (root.definitions?.[given.$ref.split("/").at(-1) ?? ""] ?? {});
  switch (name) {
    case "Subnets":
      return dice.percent(80) ? ["subnet-0c00000000000001c"] : ["subnet-0c00000000000001c", "subnet-0c00000000000002c"];
    case "SecurityGroupIds":
      return ["sg-0c1000000000000cc"];
    case "RoleArn":
    case "ExecutionRoleArn":
      return "arn:aws:iam::111122223333:role/Configured";
    case "InstanceType":
      return "ml.m5.4xlarge";
    case "DefaultS3Bucket":
      return "ml-configured";
    case "DefaultS3ObjectKeyPrefix":
      return "prefix/of/team";
    case "Tags":
      return [{ Key: "cost-center", Value: "42" }];
  }
  if (schema.type === "boolean") return dice.percent(50);
  if (schema.type === "object") {
    const members = structure(schema, root, dice);
    return Object.keys(members).length > 0 ? members : undefined;
  }
  return /Kms/.test(name) ? `alias/configured-${dice.below(3)}` : undefined;
}
