import type { JobRequest } from "./request.js";
import { textsIn, type TextInRequest } from "./texts-in.js";

/** A file system that a job reads its data from. */
export interface FileSystemInput extends TextInRequest {
  /** As the API has it; another is refused by the service model. */
  readonly type: "EFS" | "FSxLustre";
}

/** The file systems that the request is known to name, with their kind. */
export function fileSystemsIn(
  request: Pick<JobRequest, "fields" | "parameters" | "part">,
): readonly FileSystemInput[] {
  const texts = textsIn(request);
  return texts.flatMap((id) => {
    if (!id.path.endsWith("FileSystemDataSource.FileSystemId") || !fileSystemId.test(id.value)) return [];
    const typePath = id.path.replace(/Id$/, "Type");
    const types = new Set(texts.flatMap(({ path, value }) => (path === typePath ? [value] : [])));
    const [type] = types;
    return types.size === 1 && (type === "EFS" || type === "FSxLustre") ? [{ ...id, type }] : [];
  });
}

const fileSystemId = /^fs-[0-9a-f]{8,}$/;
