import { keyPolicyDeniesRole } from "../../../core/src/rules/key-policy-denies-role.js";
import { roleLacksKmsAccess } from "../../../core/src/rules/role-lacks-kms-access.js";
import { environmentOf, keyArn } from "../../support/account-facts.js";
import { allow, ofAccount, policyOf, roleArn, roleFacts } from "../../support/role-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const id = (end: string) => `11111111-aaaa-4bbb-8ccc-0000000000${end}`;
const [open, closed, guarded, named, unread] = ["01", "11", "12", "13", "14"].map(id) as [
  string,
  string,
  string,
  string,
  string,
];
const foreign = "arn:aws:kms:us-east-1:444455556666:key/11111111-aaaa-4bbb-8ccc-000000000099";
const use = ["kms:Encrypt", "kms:GenerateDataKey*"];
const roles = ["Data", "Half", "Nothing", "Granted", "Bounded"];
const facts = roleFacts(
  {
    ...twoVpcs,
    Keys: [
      ...[open, closed, guarded, named, unread].map((KeyId) => ({ KeyId })),
      { KeyId: foreign, Arn: foreign, AWSAccountId: "444455556666" },
    ],
  },
  {
    Policies: { Bound: allow("s3:*") },
    Roles: {
      Data: { inline: { kms: allow("kms:*") } },
      Half: { inline: { kms: allow("kms:Encrypt") } },
      Nothing: {},
      Granted: {},
      Bounded: { inline: { kms: allow("kms:*") }, boundary: "Bound" },
      Here: {
        inline: {
          kms: allow(use, "*", { Condition: { StringLike: { "kms:ViaService": "s3.*.amazonaws.com" } } }),
        },
      },
    },
    KeyPolicies: {
      [keyArn(open)]: ofAccount,
      [keyArn(closed)]: policyOf({
        Effect: "Allow",
        Principal: { AWS: roleArn("Admin") },
        Action: "kms:*",
        Resource: "*",
      }),
      [keyArn(guarded)]: policyOf(...ofAccount.Statement, {
        Sid: "OnlyAdmins",
        Effect: "Deny",
        Principal: "*",
        Action: use,
        Resource: "*",
        Condition: { ArnNotEquals: { "aws:PrincipalArn": roleArn("Admin") } },
      }),
      [keyArn(named)]: policyOf({
        Effect: "Allow",
        Principal: { AWS: roleArn("Nothing") },
        Action: use,
        Resource: "*",
      }),
    },
    KeyGrants: Object.fromEntries(
      [open, closed, guarded, named].map((key) => [
        keyArn(key),
        Object.fromEntries(
          roles.map((role) => [roleArn(role), role === "Granted" ? ["Encrypt", "GenerateDataKey"] : []]),
        ),
      ]),
    ),
  },
);
const job = (role: string, key: string) =>
  `sm.create_training_job(TrainingJobName="t", RoleArn="${roleArn(role)}", OutputDataConfig={"S3OutputPath": "s3://b/o", "KmsKeyId": "${key}"})`;
const mark = (role: string, key: string, message: string) => {
  const code = job(role, key);
  return `${code}\n# ${" ".repeat(code.indexOf(`"${key}"`) - 2)}${"^".repeat(key.length + 2)} ${message}`;
};
const environment = environmentOf(facts);
const prelude = `import boto3\nsm = boto3.client("sagemaker")\n`;

testRule(roleLacksKmsAccess, {
  environment,
  prelude,
  valid: {
    "the role and the account's key": job("Data", open),
    "the key's policy names the role": job("Nothing", named),
    "a grant": job("Granted", open),
    "a condition that is known only when the job runs": job("Here", open),
    "a key whose policy could not be read": job("Nothing", unread),
    "another account's key, whose policy nobody here may read": job("Data", foreign),
    "told by key-policy-denies-role": job("Data", closed),
  },
  invalid: {
    "no policy": {
      code: mark(
        "Nothing",
        open,
        `Role Nothing may not kms:Encrypt nor kms:GenerateDataKey with the key ${open}: no policy of role Nothing allows it`,
      ),
      output: null,
    },
    "half of it": {
      code: mark(
        "Half",
        open,
        `Role Half may not kms:GenerateDataKey with the key ${open}: no policy of role Half allows it`,
      ),
    },
    "a boundary": {
      code: mark(
        "Bounded",
        open,
        `Role Bounded may not kms:Encrypt nor kms:GenerateDataKey with the key ${open}: the boundary of role Bounded does not allow it`,
      ),
    },
  },
});

testRule(keyPolicyDeniesRole, {
  environment,
  prelude,
  valid: {
    "the role and the account's key": job("Data", open),
    "told by role-lacks-kms-access": job("Nothing", open),
    "a grant": job("Granted", closed),
  },
  invalid: {
    "a policy that names others": {
      code: mark(
        "Data",
        closed,
        `Role Data may not kms:Encrypt nor kms:GenerateDataKey with the key ${closed}: the key's policy gives it neither to the role nor to the policies of its account`,
      ),
      output: null,
    },
    "a statement that denies": {
      code: mark(
        "Data",
        guarded,
        `Role Data may not kms:Encrypt nor kms:GenerateDataKey with the key ${guarded}: statement OnlyAdmins of the key's policy denies it`,
      ),
    },
    "which no grant overrides": {
      code: mark(
        "Granted",
        guarded,
        `Role Granted may not kms:Encrypt nor kms:GenerateDataKey with the key ${guarded}: statement OnlyAdmins of the key's policy denies it`,
      ),
    },
  },
});
