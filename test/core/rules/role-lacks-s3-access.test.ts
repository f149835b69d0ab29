import { roleLacksS3Access } from "../../../core/src/rules/role-lacks-s3-access.js";
import { environmentOf } from "../../support/account-facts.js";
import { allow, policyOf, roleArn, roleFacts } from "../../support/role-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const data = ["arn:aws:s3:::ml-data", "arn:aws:s3:::ml-data/*"];
const facts = roleFacts(twoVpcs, {
  Roles: {
    All: { inline: { s3: allow("s3:*") } },
    Data: { inline: { s3: allow(["s3:ListBucket", "s3:GetObject", "s3:PutObject"], data) } },
    Prefix: {
      inline: {
        s3: policyOf(
          { Effect: "Allow", Action: "s3:ListBucket", Resource: data[0] },
          { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: "arn:aws:s3:::ml-data/t*" },
        ),
      },
    },
    Reader: { inline: { s3: allow(["s3:ListBucket", "s3:GetObject"], data) } },
    Objects: { inline: { s3: allow(["s3:GetObject", "s3:PutObject"], data) } },
    Nothing: {},
    Denied: {
      inline: {
        s3: allow("s3:*"),
        guard: policyOf({ Sid: "NoWrites", Effect: "Deny", Action: "s3:Put*", Resource: "*" }),
      },
    },
  },
  BucketPolicies: {
    "ml-data": null,
    "ml-shared": policyOf({
      Effect: "Allow",
      Principal: { AWS: roleArn("Nothing") },
      Action: "s3:*",
      Resource: ["arn:aws:s3:::ml-shared", "arn:aws:s3:::ml-shared/*"],
    }),
  },
});
const job = (role: string, from = "s3://ml-data/train", to = "s3://ml-data/t") => `sm.create_training_job(
    TrainingJobName="t", RoleArn="${roleArn(role)}",
    InputDataConfig=[{"ChannelName": "train", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "${from}"}}}],
    OutputDataConfig={"S3OutputPath": "${to}"},
)`;
/** The code with a marker below the line of `text`. */
const mark = (code: string, text: string, ...messages: readonly string[]) =>
  code
    .split("\n")
    .flatMap((line) => {
      const at = line.indexOf(text);
      if (at < 0) return [line];
      return [
        line,
        ...messages.map((message) => `# ${" ".repeat(at - 2)}${"^".repeat(text.length)} ${message}`),
      ];
    })
    .join("\n");

testRule(roleLacksS3Access, {
  environment: environmentOf(facts),
  prelude: `import boto3\nsm = boto3.client("sagemaker")\n`,
  valid: {
    everything: job("All"),
    "this bucket": job("Data"),
    "what begins as the prefixes do": job("Prefix"),
    "the bucket's policy gives it": job("Nothing", "s3://ml-shared/train", "s3://ml-shared/out"),
    "a bucket whose policy could not be read": job("Nothing", "s3://ml-other/train", "s3://ml-other/out"),
  },
  invalid: {
    "no writing": {
      code: mark(
        job("Reader"),
        `"s3://ml-data/t"`,
        "Role Reader may not s3:PutObject on s3://ml-data/t: no policy of role Reader allows it",
      ),
      output: null,
    },
    "no listing": {
      code: mark(
        job("Objects"),
        `"s3://ml-data/train"`,
        "Role Objects may not s3:ListBucket on ml-data: no policy of role Objects allows it",
      ),
    },
    "another prefix": {
      code: mark(
        job("Prefix", "s3://ml-data/other"),
        `"s3://ml-data/other"`,
        "Role Prefix may not s3:GetObject on s3://ml-data/other: no policy of role Prefix allows it",
      ),
    },
    "a statement that denies": {
      code: mark(
        job("Denied"),
        `"s3://ml-data/t"`,
        "Role Denied may not s3:PutObject on s3://ml-data/t: statement NoWrites of policy guard denies it",
      ),
    },
  },
});
