import type { JobRequest } from "./request.js";
import { textsIn, unknownsIn, type TextInRequest } from "./texts-in.js";

/** A place in S3 that the job reads from or writes to. */
export interface S3Location extends TextInRequest {
  readonly bucket: string;
  /** What follows the bucket's name, without the slash. */
  readonly key: string;
  readonly use: "read" | "write";
}

/** The places in S3 that the request is known to name, as far as they are buckets. */
export function s3LocationsIn(
  request: Pick<JobRequest, "fields" | "parameters" | "part">,
): readonly S3Location[] {
  return textsIn(request).flatMap((text) => {
    const [, bucket, key = ""] = s3Uri.exec(text.value) ?? [];
    const [, use] = uses.find(([path]) => path.test(text.path)) ?? [];
    return bucket === undefined || use === undefined || isNoBucket.test(bucket)
      ? []
      : [{ ...text, bucket, key, use }];
  });
}

/** Why there may be more places than `s3LocationsIn` tells, once for each member. */
export function unknownS3In(request: Pick<JobRequest, "fields" | "parameters" | "part">): readonly string[] {
  return unknownsIn(request).flatMap(({ path, why }) =>
    uses.some(([member]) => member.test(path)) ? [`${path}: ${why}`] : [],
  );
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const s3Uri = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/s;
/** Aliases of access points, and the buckets of S3 Express, which are asked for in another way. */
const isNoBucket = /(?:-s3alias|--ol-s3|--x-s3)$/;

/** By the members that hold them, in whatever structure. */
const uses: readonly (readonly [RegExp, S3Location["use"]])[] = [
  [/(?:^|\.)(?:S3DataSource\.S3Uri|S3Input\.S3Uri|ModelDataUrl)$/, "read"],
  [/(?:^|\.)(?:S3OutputPath|S3OutputLocation|DestinationS3Uri)$/, "write"],
  [/(?:^|\.)(?:S3Output|CheckpointConfig|S3StorageConfig)\.S3Uri$/, "write"],
];
