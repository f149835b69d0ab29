import type { BucketEncryption } from "../account/job-resources.js";
import type { S3Location } from "../requests/s3-locations.js";
import { isAwsManagedAlias, readKeyReference } from "./key-reference.js";
import { isMissing, type RuleRequest } from "./rule-request.js";

/** Where the job writes its output without a key of its own: S3 then encrypts it as the bucket says. */
export function unkeyedOutputs(request: RuleRequest): readonly S3Location[] {
  return isUnkeyed(request) ? request.s3Locations.filter(({ path }) => isOutput.test(path)) : [];
}

/** Where the job writes its output into a bucket that only AWS can name. */
export function namelessOutputs(request: RuleRequest): readonly string[] {
  return request.placesOfCaller.flatMap(({ path }) =>
    isOutput.test(path) ? [`${path}: ${whyNameless}`] : [],
  );
}

export function isUnkeyed(request: RuleRequest): boolean {
  const path = request.settings.outputKmsKeyId;
  return path !== undefined && isMissing(request, path) === true;
}

const whyNameless = "the number of the account is in the bucket's name";

/** Where the output key is what encrypts. */
export const isOutput =
  /(?:^|\.)(?:OutputDataConfig\.S3OutputPath|TransformOutput\.S3OutputPath|S3Output\.S3Uri)$/;

/** The key by which a bucket encrypts, where it can be asked for: one, of this region and not AWS's own. */
export function keyOfBucket({ kmsKeyId }: BucketEncryption, region: string): readonly string[] {
  if (kmsKeyId === undefined || isAwsManagedAlias(kmsKeyId)) return [];
  const { region: own = region } = readKeyReference(kmsKeyId);
  return own === region ? [kmsKeyId] : [];
}
