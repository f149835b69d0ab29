import type { Mapped } from "./family.js";

const jumpStart = "the JumpStart model's own specification says it";

/** What a JumpStart model's specification may set when the caller does not. */
export function ofSpecification(fields: readonly Mapped[]): readonly Mapped[] {
  return fields.map((mapped) =>
    /Isolation$|Encryption$|InstanceType$|InstanceCount$|VolumeSizeInGB$|MaxRuntime|RoleArn$/.test(
      mapped.path,
    )
      ? { ...mapped, unknown: jumpStart }
      : mapped,
  );
}
