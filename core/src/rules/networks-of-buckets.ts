import { bucketPolicy } from "../account/inventory-job-resources.js";
import type { Facts } from "../account/fact.js";
import { readPolicy } from "../iam/read-policy.js";
import type { JobRequest } from "../requests/request.js";
import { s3PlacesIn } from "../requests/s3-locations.js";

/**
 * The VPCs and endpoints from which the policies of a request's buckets let the data be reached, as far as those were
 * read: each id with the bucket that asks for it. Nothing is asked for it.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html
 */
export function networksOfBuckets(
  request: Pick<JobRequest, "fields" | "parameters" | "part">,
  facts: Facts,
  region: string,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const bucket of new Set(s3PlacesIn(request).s3Locations.map((location) => location.bucket)))
    for (const id of networksOf(bucket, facts, region)) if (!ids.has(id)) ids.set(id, bucket);
  return ids;
}

/** A policy is read once, however many jobs use the bucket. */
const remembered = new WeakMap<Facts, Map<string, readonly string[]>>();

function networksOf(bucket: string, facts: Facts, region: string): readonly string[] {
  const known = remembered.get(facts) ?? new Map<string, readonly string[]>();
  remembered.set(facts, known);
  const key = `${region} ${bucket}`;
  const ids = known.get(key) ?? readNetworks(bucket, facts, region);
  known.set(key, ids);
  return ids;
}

function readNetworks(bucket: string, facts: Facts, region: string): readonly string[] {
  const policy = bucketPolicy(facts, bucket, region);
  if (policy?.state !== "present") return [];
  const { statements } = readPolicy({ name: bucket, kind: "bucket", document: policy.value });
  return statements.flatMap(({ effect, conditions }) =>
    conditions.flatMap(({ operator, key, values = [] }) => {
      const isNetwork = places.has(key.toLowerCase()) && /StringNot(?:Equals|Like)/i.test(operator);
      return effect === "Deny" && isNetwork ? values.filter((value) => !/[*?$]/.test(value)) : [];
    }),
  );
}

const places: ReadonlySet<string> = new Set(["aws:sourcevpce", "aws:sourcevpc"]);
