import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import { patternOf } from "../python/join-texts.js";
import type { Instance } from "../python/library.js";
import { none, partlyText, unknown, type BoundArguments, type MachineValue } from "../python/machine.js";
import { account, anything, joinPatterns, region, type TextPattern } from "../python/text-pattern.js";
import { clientType, credentialsOf, regionOf } from "./boto3/sessions.js";
import { defaultAt, isNone, sessionBucket, sessionDefaults } from "./sdk-defaults/resolve-defaults.js";

/*
 * What sessions tell of the account and of places in S3: a part of it is known before they are asked.
 *
 * @source sagemaker 2.257.7, sagemaker/session.py; 3.27.0, sagemaker/core/helper/session_helper.py
 */

const sessions = ["sagemaker.session.Session", "sagemaker.core.helper.session_helper.Session"];
const uploads: ReadonlySet<string> = new Set([
  "sagemaker.s3.S3Uploader.upload",
  "sagemaker.core.s3.S3Uploader.upload",
  "sagemaker.core.s3.client.S3Uploader.upload",
]);
const configured = "SageMaker.PythonSDK.Modules.Session.";

/** What the method of a session or of an STS client gives; undefined: another method, or not known. */
export function sessionMethod(
  self: MachineValue,
  type: string,
  name: string,
  bound: BoundArguments,
  catalog: SdkCatalog,
  context: Context,
): MachineValue | undefined {
  const own = context.object(self);
  if (own?.kind !== "instance") return undefined;
  if (type === `${clientType}sts` && name === "get_caller_identity") return identity(own, context);
  if (!methods.has(name) || !sessions.some((session) => catalog.isA(type, session))) return undefined;
  switch (name) {
    case "account_id":
      return accountOf(own, context);
    case "default_bucket":
      return defaultBucket(own, context);
    default:
      return uploaded(own, bound, context);
  }
}

const methods: ReadonlySet<string> = new Set(["account_id", "default_bucket", "upload_data"]);

/** `S3Uploader.upload(…)`: where it was put; undefined: another function. */
export function uploadedTo(path: string, { positional, keywords }: BoundArguments): MachineValue | undefined {
  if (!uploads.has(path)) return undefined;
  const wanted = positional[1] ?? keywords.get("desired_s3_uri");
  const pattern = wanted && patternOf(wanted);
  return pattern && place([pattern, anything]);
}

/**
 * The bucket that a session makes if it is not there: by the name that it is given, by the SDK's defaults, or of its
 * region and the caller's account.
 */
export function defaultBucket(session: Instance, context: Context): MachineValue {
  if (session.open) return unknown("it is the session's default bucket");
  const given = session.members.get(sessionBucket) ?? none;
  const ofFile = fromDefaults(session, "DefaultS3Bucket", context);
  return context.each(given, (one) => {
    if (!isNone(one)) return one;
    if (!isNone(ofFile)) return ofFile;
    const own = regionOf(session, context);
    const where = isNone(own) ? region : patternOf(own);
    const pattern =
      where && !credentialsOf(session, context) && joinPatterns(["sagemaker-"], where, ["-"], account);
    const why = "it is the default bucket of the session, sagemaker-REGION-ACCOUNT";
    return pattern ? partlyText(pattern, why) : unknown(why);
  });
}

function fromDefaults({ members }: Instance, key: string, context: Context): MachineValue {
  const defaults = members.get(sessionDefaults);
  return defaults === undefined ? none : defaultAt(defaults, `${configured}${key}`, context);
}

function accountOf(session: Instance, context: Context): MachineValue {
  const why = "it is the number of the caller's account";
  return credentialsOf(session, context) ? unknown(why) : partlyText(account, why);
}

function identity(client: Instance, context: Context): MachineValue {
  const entries = new Map([["'Account", accountOf(client, context)]]);
  return context.allocate({ kind: "dict", entries, open: true });
}

/** `upload_data(path, bucket=None, key_prefix="data")`: the folder, or the file in it. */
function uploaded(session: Instance, bound: BoundArguments, context: Context): MachineValue {
  const { positional, keywords, openPositional, openKeywords } = bound;
  const given = positional[1] ?? keywords.get("bucket") ?? none;
  const prefix = positional[2] ?? keywords.get("key_prefix");
  const isOpen = openPositional || openKeywords || given.kind === "either";
  const isDefault = isNone(given);
  const bucket = isOpen ? undefined : patternOf(isDefault ? defaultBucket(session, context) : given);
  const isBelow =
    isDefault &&
    !(
      isNone(session.members.get("default_bucket_prefix") ?? none) &&
      isNone(fromDefaults(session, "DefaultS3ObjectKeyPrefix", context))
    );
  const folder: TextPattern = prefix === undefined ? ["data"] : (patternOf(prefix) ?? anything);
  return place(["s3://", bucket ?? anything, "/", isBelow ? anything : folder, anything]);
}

function place(parts: readonly (string | TextPattern)[]): MachineValue {
  const pattern = joinPatterns(...parts.map((part) => (typeof part === "string" ? [part] : part)));
  const why = "it is what was uploaded";
  return pattern ? partlyText(pattern, why) : unknown(why);
}
