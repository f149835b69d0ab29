import type { BucketEncryption } from "../account/job-resources.js";
import type { S3Location } from "../requests/s3-locations.js";
import { isAwsManagedAlias, readKeyReference } from "./key-reference.js";
import { isMissing, type RuleRequest } from "./rule-request.js";

/** Where the job writes its output without a key of its own: S3 then encrypts it as the bucket says. */
export function unkeyedOutputs(request: RuleRequest): readonly S3Location[] {
  const path = request.settings.outputKmsKeyId;
  if (path === undefined || isMissing(request, path) !== true) return [];
  return request.s3Locations.filter(({ use, path: at }) => use === "write" && isOutput.test(at));
}

/** Where the output key is what encrypts. */
const isOutput = /(?:^|\.)(?:OutputDataConfig\.S3OutputPath|TransformOutput\.S3OutputPath|S3Output\.S3Uri)$/;

/** The key by which a bucket encrypts, where it can be asked for: one, of this region and not AWS's own. */
export function keyOfBucket({ kmsKeyId }: BucketEncryption, region: string): readonly string[] {
  if (kmsKeyId === undefined || isAwsManagedAlias(kmsKeyId)) return [];
  const { region: own = region } = readKeyReference(kmsKeyId);
  return own === region ? [kmsKeyId] : [];
}
