import { keyArn } from "./account-facts.js";
import { allow, ofAccount, policyOf, roleArn, trustOf, type RoleContents } from "./role-facts.js";

/** Roles named after what they may do; of Gone, AWS says that there is none. */
export const madeRoles: RoleContents = {
  Roles: {
    Gone: null,
    Reports: { trust: trustOf("lambda.amazonaws.com") },
    Network: { inline: { network: allow("ec2:*") } },
    Payroll: {},
    Data: { inline: { data: allow(["s3:*", "kms:*"]) } },
  },
  Caller: {
    inline: {
      jobs: policyOf(
        { Effect: "Allow", Action: ["sagemaker:*", "iam:PassRole", "iam:Get*", "iam:List*"], Resource: "*" },
        { Sid: "NotPayroll", Effect: "Deny", Action: "iam:PassRole", Resource: roleArn("Payroll") },
      ),
    },
  },
  KeyPolicies: {
    [keyArn("11111111-aaaa-4bbb-8ccc-000000000001")]: ofAccount,
    [keyArn("11111111-aaaa-4bbb-8ccc-000000000006")]: policyOf({
      Sid: "Admins",
      Effect: "Allow",
      Principal: { AWS: roleArn("Admin") },
      Action: "kms:*",
      Resource: "*",
    }),
  },
  KeyGrants: {
    [keyArn("11111111-aaaa-4bbb-8ccc-000000000001")]: { [roleArn("Network")]: [] },
    [keyArn("11111111-aaaa-4bbb-8ccc-000000000006")]: { [roleArn("Data")]: [] },
  },
  BucketPolicies: { "ml-data": null },
};
