import { idOfParts } from "./id-parts.js";

/** The id of a question of kind `objectsUnder`. @param prefix What the objects' names begin with; not empty. */
export function objectsUnderId(bucket: string, prefix: string): string {
  return idOfParts({ Bucket: bucket, Prefix: prefix });
}
