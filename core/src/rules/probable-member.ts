import { problemsOf, type ParameterProblem } from "../requests/parameter-problems.js";
import { editDistance } from "../requests/edit-distance.js";

/** Names that people give to members that are called otherwise. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ["subnetids", ["Subnets", "SubnetIds", "SubnetId"]],
  ["subnetid", ["Subnets", "SubnetIds", "SubnetId"]],
  ["subnets", ["Subnets", "SubnetIds"]],
  ["securitygroups", ["SecurityGroupIds", "SecurityGroups"]],
  ["securitygroupid", ["SecurityGroupIds"]],
  ["securitygroupids", ["SecurityGroupIds", "SecurityGroups"]],
  ["role", ["RoleArn", "ExecutionRoleArn"]],
  ["rolearn", ["RoleArn", "ExecutionRoleArn"]],
  ["executionrolearn", ["ExecutionRoleArn", "RoleArn"]],
  ["kmskey", ["KmsKeyId"]],
  ["volumekmskey", ["VolumeKmsKeyId"]],
  ["outputkmskey", ["KmsKeyId"]],
  ["encryptintercontainertraffic", ["EnableInterContainerTrafficEncryption"]],
  ["networkisolation", ["EnableNetworkIsolation"]],
  ["volumesize", ["VolumeSizeInGB"]],
  ["maxruntime", ["MaxRuntimeInSeconds"]],
  ["maxwaittime", ["MaxWaitTimeInSeconds"]],
  ["s3output", ["S3OutputPath"]],
  ["image", ["TrainingImage", "ImageUri", "Image"]],
]);

/**
 * The member that was meant by one that does not exist: another case, another word for it, a slip. It is not given yet,
 * and it takes such a value.
 *
 * @param given The members that are given.
 */
export function probableMember(
  { kind, member, value, shape }: ParameterProblem,
  given: ReadonlySet<string>,
): string | undefined {
  if (kind !== "unknown" || member === undefined) return undefined;
  const free = [...(shape.members?.keys() ?? [])].filter((name) => !given.has(name) && takes(name));
  const bare = plain(member);
  const words = synonyms.get(bare) ?? [];
  return (
    free.find((name) => plain(name) === bare) ??
    words.find((name) => free.includes(name)) ??
    free
      .map((name) => ({ name, distance: editDistance(plain(name), bare) }))
      .filter(({ distance }) => distance * 5 <= bare.length)
      .sort((one, other) => one.distance - other.distance)[0]?.name
  );

  function takes(name: string): boolean {
    const of = shape.members?.get(name)?.();
    return (
      of !== undefined &&
      value !== undefined &&
      !problemsOf(value, of).some((one) => one.path === "" && one.kind === "type")
    );
  }
}

function plain(name: string): string {
  return name.replaceAll(/[_-]/g, "").toLowerCase();
}
