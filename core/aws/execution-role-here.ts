import { readFile } from "node:fs/promises";
import { roleOfMetadata, type ExecutionRole } from "../src/account/execution-role.js";

/**
 * The execution role that SageMaker names to what runs in Studio and on notebook instances; the SDK takes it from there.
 *
 * @returns `undefined` elsewhere: which credentials a notebook's kernel has, nobody knows here.
 * @source sagemaker 2.257.7, session.py, NOTEBOOK_METADATA_FILE
 */
export async function executionRoleHere(path = metadataFile): Promise<ExecutionRole | undefined> {
  const text = await readFile(path, "utf8").catch(() => "");
  return roleOfMetadata(text);
}

const metadataFile = "/opt/ml/metadata/resource-metadata.json";
