import { callerLacksGrant } from "../../../core/src/rules/caller-lacks-grant.js";
import { roleNotPassable } from "../../../core/src/rules/role-not-passable.js";
import { environmentOf, keyArn } from "../../support/account-facts.js";
import {
  allow,
  ofAccount,
  policyOf,
  roleArn,
  roleFacts,
  type MadePrincipal,
} from "../../support/role-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const prelude = `import boto3\nsm = boto3.client("sagemaker")\n`;
const key = "11111111-aaaa-4bbb-8ccc-000000000001";
const environmentWith = (Caller?: MadePrincipal) =>
  environmentOf(
    roleFacts(twoVpcs, {
      ...(Caller === undefined ? {} : { Caller }),
      Policies: { Bound: allow(["sagemaker:*", "s3:*"]) },
      Roles: {
        Training: {},
        Payroll: {},
        Grants: { inline: { grants: allow("kms:CreateGrant", keyArn(key)) } },
        Viewed: {
          inline: {
            grants: allow("kms:CreateGrant", "*", {
              Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
            }),
          },
        },
      },
      KeyPolicies: { [keyArn(key)]: ofAccount },
      KeyGrants: { [keyArn(key)]: { [roleArn("Training")]: [] } },
    }),
  );
const model = (role: string, account = "111122223333") =>
  `sm.create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::${account}:role/${role}")`;
const mark = (code: string, text: string, message: string) =>
  `${code}\n# ${" ".repeat(code.indexOf(text) - 2)}${"^".repeat(text.length)} ${message}`;
const passed = { Condition: { StringEquals: { "iam:PassedToService": "sagemaker.amazonaws.com" } } };

testRule(roleNotPassable, {
  environment: environmentWith({
    inline: {
      pass: allow("iam:PassRole", roleArn("Training"), passed),
    },
  }),
  prelude,
  valid: {
    "a role that may be passed to SageMaker": model("Training"),
    "a role of another account": model("Payroll", "444455556666"),
    "a role known only when the notebook runs": `sm.create_model(ModelName="m", ExecutionRoleArn=role())`,
  },
  invalid: {
    "a role that nothing allows": {
      code: mark(
        model("Payroll"),
        `"${roleArn("Payroll")}"`,
        "The caller, user tester, may not pass role Payroll to SageMaker (iam:PassRole): no policy of user tester allows it",
      ),
      output: null,
    },
  },
});

testRule(roleNotPassable, {
  environment: environmentWith({
    inline: {
      pass: allow("iam:PassRole", "*", {
        Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } },
      }),
    },
  }),
  prelude,
  valid: {},
  invalid: {
    "only to another service": {
      code: mark(
        model("Training"),
        `"${roleArn("Training")}"`,
        "The caller, user tester, may not pass role Training to SageMaker (iam:PassRole): no policy of user tester allows it",
      ),
    },
  },
});

testRule(roleNotPassable, {
  environment: environmentWith({ inline: { admin: allow("*") }, boundary: "Bound" }),
  prelude,
  valid: {},
  invalid: {
    "a boundary": {
      code: mark(
        model("Training"),
        `"${roleArn("Training")}"`,
        "The caller, user tester, may not pass role Training to SageMaker (iam:PassRole): the boundary of user tester does not allow it",
      ),
    },
  },
});

for (const [name, environment] of [
  ["whose policies were not read", environmentWith()],
  ["without any policy", environmentWith({})],
] as const) {
  testRule(roleNotPassable, {
    environment,
    prelude,
    valid: { [`a caller ${name}`]: model("Payroll") },
    invalid: {},
  });
}

const job = (role: string) =>
  `sm.create_training_job(TrainingJobName="t", RoleArn="${roleArn(role)}", ResourceConfig={"VolumeKmsKeyId": "${key}"})`;

testRule(callerLacksGrant, {
  environment: environmentWith({ inline: { pass: allow(["iam:PassRole", "sagemaker:*"]) } }),
  prelude,
  valid: { "the role may": job("Grants"), "for services of AWS only": job("Viewed") },
  invalid: {
    "neither may": {
      code: mark(
        job("Training"),
        `"${key}"`,
        `Neither role Training nor the caller, user tester, may kms:CreateGrant with the key ${key}: no policy of role Training allows it`,
      ),
      output: null,
    },
  },
});

testRule(callerLacksGrant, {
  environment: environmentWith({
    inline: { jobs: policyOf({ Effect: "Allow", Action: ["kms:*", "sagemaker:*"], Resource: "*" }) },
  }),
  prelude,
  valid: { "the caller may": job("Training") },
  invalid: {},
});
