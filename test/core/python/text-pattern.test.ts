import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import { noEnvironment } from "../../../core/src/environment.js";
import type { TextPattern } from "../../../core/src/python/text-pattern.js";

/** What is known of the place that a job writes to, with `<region>`, `<account>` and `…` where it is not. */
const table: Readonly<Record<string, readonly [string, string]>> = {
  "an f-string": [`x = f"s3://ml-data/{opaque()}/train"`, "s3://ml-data/…/train"],
  format: [`x = "s3://{}/{name}".format("ml-data", name=opaque())`, "s3://ml-data/…"],
  "format with %": [`x = "s3://%s/%s/a" % ("ml-data", opaque())`, "s3://ml-data/…/a"],
  "two gaps beside each other": [`x = f"s3://ml-data/{opaque()}{opaque()}"`, "s3://ml-data/…"],
  "texts that are added": [`x = "s3://" + "ml-data/" + opaque()`, "s3://ml-data/…"],
  "texts that are joined": [`x = "/".join(["s3:/", "ml-data", opaque(), "a"])`, "s3://ml-data/…/a"],
  "a path that is joined": [`import os\nx = os.path.join("s3://ml-data", opaque(), "a")`, "s3://ml-data/…/a"],
  "a path that is joined with another's root": [
    `import os\nx = os.path.join("s3://ml-data", "/a", opaque())`,
    "?",
  ],
  "a format of its own": [`x = f"s3://{opaque():>20}/a"`, "s3://…/a"],
  "a bucket in a format of its own": [`x = f"s3://{bucket!r}/a"`, "s3://…/a"],
  "a bucket that is changed": [`x = f"s3://{bucket.lower()}/a"`, "s3://…/a"],
  "the default bucket": [`x = f"s3://{bucket}/a"`, "s3://sagemaker-<region>-<account>/a"],
  "the default bucket of a region": [
    `import boto3\nx = "s3://" + sagemaker.Session(boto3.Session(region_name="eu-west-1")).default_bucket()`,
    "s3://sagemaker-eu-west-1-<account>",
  ],
  "the default bucket of a profile": [
    `import boto3\nx = "s3://" + sagemaker.Session(boto3.Session(profile_name="p")).default_bucket()`,
    "s3://…",
  ],
  "the default bucket of a session that is not known": [`x = "s3://" + opaque().default_bucket()`, "s3://…"],
  "a file that is uploaded": [
    `x = session.upload_data("a.csv", key_prefix="train")`,
    "s3://sagemaker-<region>-<account>/train…",
  ],
  "a file that is uploaded to a bucket": [
    `x = session.upload_data("a.csv", "ml-data", "train")`,
    "s3://ml-data/train…",
  ],
  "a file that is uploaded below a prefix of the session's": [
    `x = sagemaker.Session(default_bucket="ml-data", default_bucket_prefix="team").upload_data("a.csv")`,
    "s3://ml-data/…",
  ],
  "an account of one's own credentials": [
    `import boto3\nsts = boto3.client("sts", aws_access_key_id="A", aws_secret_access_key="B")\nx = f"s3://ml-{sts.get_caller_identity()['Account']}"`,
    "s3://ml-…",
  ],
  "the account and the region": [
    `import boto3\nx = f"s3://ml-{boto3.client('sts').get_caller_identity().get('Account')}-{boto3.Session().region_name}"`,
    "s3://ml-<account>-<region>",
  ],
};

describe("what is known of a text", () => {
  for (const [name, [code, expected]] of Object.entries(table)) {
    it(name, () => {
      const text = `import sagemaker
from sagemaker.estimator import Estimator
session = sagemaker.Session()
bucket = session.default_bucket()
${code}
Estimator(image_uri="i", role="arn:aws:iam::111122223333:role/T", instance_count=1, instance_type="ml.m5.large", output_path=x)`;
      const cells = [{ kind: "code", language: "python", text } as const];
      const { requests } = check({ uri: "a.py", cells }, noEnvironment);
      const field = requests[0]?.fields.get("OutputDataConfig.S3OutputPath");
      const { detail } = field ?? {};
      assert.equal(field?.state, "unknown");
      assert.equal(detail?.kind === "unknown" && detail.pattern ? shown(detail.pattern) : "?", expected);
    });
  }
});

function shown(pattern: TextPattern): string {
  const parts = pattern.map((part) => {
    if (typeof part === "string") return part;
    return part.gap === "anything" ? "…" : `<${part.gap}>`;
  });
  return parts.join("");
}
