import { beginningOf } from "../python/text-pattern.js";
import type { JobRequest } from "./request.js";
import { textsIn, unknownsIn, type TextInRequest, type UnknownInRequest } from "./texts-in.js";

/** A place in S3 that the job reads from or writes to. */
export interface S3Location extends Omit<TextInRequest, "value"> {
  readonly bucket: string;
  /** What follows the bucket's name, without the slash. */
  readonly key: string;
  /** More follows, which only running code knows. */
  readonly isKeyOpen: boolean;
  readonly use: "read" | "write";
  /** The bucket is named as the SDK names the one that it makes where it is not there. */
  readonly isDefaultBucket: boolean;
}

/** Who asks, and where: what the names of default buckets are made of, as far as it is known. */
export interface Caller {
  readonly region?: string;
  readonly account?: string;
}

type Carried = Pick<JobRequest, "fields" | "parameters" | "part">;

/** What is known of where a request reads and writes in S3. */
export interface S3Places {
  /** The places that it is known to name, as far as they are buckets. */
  readonly s3Locations: readonly S3Location[];
  /** Members with places in a bucket that only AWS can name, for want of the account's number. */
  readonly placesOfCaller: readonly Pick<S3Location, "path" | "use">[];
  /** Why there may be more, once for each member. */
  readonly unknownS3: readonly string[];
}

export function s3PlacesIn(request: Carried, caller: Caller = {}): S3Places {
  const unknowns = unknownsIn(request);
  const beginnings = unknowns.map((one) => beginningIn(one, caller));
  const known = textsIn(request)
    .filter(({ value }) => isAtS3(value))
    .flatMap((text) => locationAt({ ...text, isWhole: true }));
  const s3Locations = [...known, ...beginnings.flatMap((one) => (one ? locationAt(one) : []))];
  const whys = unknowns.flatMap(({ path, why }, index) => {
    if (holders.test(path)) return [`${path}: ${why}`];
    if (!uses.some(([member]) => member.test(path))) return [];
    const beginning = beginnings[index];
    return beginning && s3Beginning.test(beginning.value) ? [] : [`${path}: ${why}`];
  });
  const paths = new Set(s3Locations.map(({ path }) => path));
  return {
    s3Locations,
    placesOfCaller: placesOf(unknowns, caller).filter(({ path }) => !paths.has(path)),
    unknownS3: [...new Set(whys)],
  };
}

/** The places that would be known if the caller were: in the bucket named after the account and region. */
function placesOf(unknowns: readonly UnknownInRequest[], caller: Caller): readonly S3Location[] {
  if (caller.region !== undefined && caller.account !== undefined) return [];
  const someone = { region: "us-east-1", account: "111122223333", ...caller };
  return unknowns.flatMap((one) => {
    const beginning = beginningIn(one, someone);
    return beginning ? locationAt(beginning) : [];
  });
}

function locationAt({ path, value, isWhole, onOneBranch, span }: Beginning): readonly S3Location[] {
  if (!isAtS3(value)) return [];
  const [, bucket, slash, key = ""] = (isWhole ? s3Uri : s3Beginning).exec(value) ?? [];
  const [, use] = uses.find(([member]) => member.test(path)) ?? [];
  if (bucket === undefined || use === undefined || isNoBucket.test(bucket)) return [];
  if (!isWhole && slash === undefined) return [];
  const isDefaultBucket = /^sagemaker-[a-z0-9-]+-\d{12}$/.test(bucket);
  const at = span ? { span } : {};
  return [{ path, onOneBranch, ...at, bucket, key, isKeyOpen: !isWhole, use, isDefaultBucket }];
}

function isAtS3(uri: string): boolean {
  return uri.startsWith("s3://");
}

interface Beginning extends TextInRequest {
  readonly isWhole: boolean;
}

/** What is known of a text from its beginning on. */
function beginningIn(
  { path, pattern, onOneBranch, span }: UnknownInRequest,
  caller: Caller,
): Beginning | undefined {
  if (pattern === undefined) return undefined;
  const { text: value, isWhole } = beginningOf(pattern, caller);
  return { path, value, isWhole, onOneBranch, ...(span ? { span } : {}) };
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const s3Uri = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:(\/)(.*))?$/s;
/** Of a text that goes on: with the whole name of the bucket. */
const s3Beginning = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(\/)(.*)$/s;
/** Aliases of access points, and the buckets of S3 Express, which are asked for in another way. */
const isNoBucket = /(?:-s3alias|--ol-s3|--x-s3)$/;

/** By the members that hold them, in whatever structure. */
const uses: readonly (readonly [RegExp, S3Location["use"]])[] = [
  [/(?:^|\.)(?:S3DataSource\.S3Uri|S3Input\.S3Uri|ModelDataUrl)$/, "read"],
  [/(?:^|\.)(?:S3OutputPath|S3OutputLocation|DestinationS3Uri)$/, "write"],
  [/(?:^|\.)(?:S3Output|CheckpointConfig|S3StorageConfig)\.S3Uri$/, "write"],
];

/** Structures that have such members: where one of them is not known, neither are its places. */
const holders =
  /(?:^|\.)(?:(?:InputDataConfig|AutoMLJobInputDataConfig|ProcessingInputs|Outputs|Containers)(?:\[\d*\])?|DataSource|S3DataSource|S3Input|S3Output|S3ModelDataSource|ModelDataSource|TransformInput|ProcessingOutputConfig|OutputDataConfig|PrimaryContainer|CheckpointConfig)$/;
