import { storageOf } from "../catalog/instance-storage.js";
import type { ClientId, FieldPath } from "../requests/request.js";
import { fieldAt, isMissing, type RuleRequest } from "./rule-request.js";

/** The key fields that the request leaves out and that AWS would take. */
export function missingKeyPaths(request: RuleRequest): readonly FieldPath[] {
  const { volumeKmsKeyId, outputKmsKeyId } = request.settings;
  const paths: FieldPath[] = [];
  if (
    volumeKmsKeyId !== undefined &&
    isMissing(request, volumeKmsKeyId) === true &&
    takesVolumeKey(request) === true
  ) {
    paths.push(volumeKmsKeyId);
  }
  if (outputKmsKeyId !== undefined && isMissing(request, outputKmsKeyId) === true && hasOutput(request))
    paths.push(outputKmsKeyId);
  return paths;
}

/** Whether the request asks for the output that a key would encrypt; false also where that is not known. */
export function hasOutput({
  operation,
  fields,
  client,
}: Pick<RuleRequest, "operation" | "fields" | "client">): boolean {
  const output =
    optionalOutputs.get(operation) ?? (isWrittenWhole.has(client) ? mostlyThere.get(operation) : undefined);
  return (
    output === undefined ||
    [...fields.keys()].some((path) => path === output || path.startsWith(`${output}.`))
  );
}

/** A feature group keeps its data in S3 only where it is told to. */
const optionalOutputs: ReadonlyMap<string, FieldPath> = new Map([
  ["CreateFeatureGroup", "OfflineStoreConfig"],
]);

/** What a processor's `run` is given, or a script writes by itself, is not always known. */
const mostlyThere: ReadonlyMap<string, FieldPath> = new Map([
  ["CreateProcessingJob", "ProcessingOutputConfig"],
]);

/** Clients whose calls say all that is sent. */
const isWrittenWhole: ReadonlySet<ClientId> = new Set(["boto3", "aws-cli", "sagemaker-core"]);

/**
 * Whether the job's instances take a volume key. Those with local NVMe storage refuse one: "You can't request a
 * VolumeKmsKeyId when using an instance type with local storage." "cannot tell": the type is not known, or new.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html
 */
export function takesVolumeKey(request: RuleRequest): boolean | "cannot tell" {
  const field = fieldAt(request, request.settings.instanceType);
  if (field === undefined || field.state === "unknown" || field.state === "partial") return "cannot tell";
  const types = field.state === "known" ? [field.value] : (field.values ?? []);
  const storages = types.map((type) => (typeof type === "string" ? storageOf(type) : undefined));
  if (storages.length === 0 || storages.includes(undefined)) return "cannot tell";
  return !storages.includes("local");
}
