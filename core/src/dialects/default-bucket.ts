import type { Value } from "../python/value.js";
import { isAbsent } from "../requests/field-of.js";
import { account, anything, joinPatterns, region as regionGap } from "../python/text-pattern.js";
import { regionIn } from "./call-of.js";
import { defaultAt } from "./sdk-defaults/apply-defaults.js";
import { sessionBucket } from "./sdk-defaults/resolve-defaults.js";

const configured = "SageMaker.PythonSDK.Modules.Session.DefaultS3Bucket";

/**
 * A place below the default bucket of a session, as far as it is known: the bucket is the one that the session is given,
 * that of the SDK's defaults, or is named after the region and the caller's account.
 */
export function belowDefaultBucket(session: Value | undefined, defaults: Value | undefined): Value {
  const why = "it is a folder of the session's default bucket";
  const bucket = bucketOf(session, defaults);
  const pattern = bucket && joinPatterns(["s3://"], bucket, ["/"], anything);
  return { kind: "unknown", why, ...(pattern ? { pattern } : {}) };
}

function bucketOf(session: Value | undefined, defaults: Value | undefined) {
  if (session !== undefined && !isAbsent(session)) {
    if (session.kind !== "object" || session.open === true) return undefined;
    const given = session.members.get(sessionBucket);
    if (given && !isAbsent(given)) return patternOf(given);
  }
  const ofFile = defaults && defaultAt(configured, defaults);
  if (ofFile && !isAbsent(ofFile)) return patternOf(ofFile);
  const { region, regionUnknown } = regionIn(session);
  if (regionUnknown) return undefined;
  return joinPatterns(["sagemaker-"], region === undefined ? regionGap : [region], ["-"], account);
}

function patternOf(value: Value) {
  if (value.kind === "constant") return typeof value.data === "string" ? [value.data] : undefined;
  return value.kind === "unknown" ? value.pattern : undefined;
}
