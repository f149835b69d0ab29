import { endpointPolicyDenies } from "../../../core/src/rules/endpoint-policy-denies.js";
import { environmentOf } from "../../support/account-facts.js";
import { closedBuckets } from "../../support/closed-buckets.js";
import { fileSystemPrelude } from "../../support/file-system-prelude.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { testRule } from "../../support/test-rule.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";

const policy = (...statements: readonly object[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map((one) => ({ Effect: "Allow", Principal: "*", Action: "s3:*", ...one })),
  });
const endpointWith = (PolicyDocument?: string) => ({
  ...troubledVpcs,
  VpcEndpoints: (troubledVpcs.VpcEndpoints ?? []).map((one) => ({ ...one, PolicyDocument })),
});
const ofBuckets = policy({ Resource: ["arn:aws:s3:::ml-vpc", "arn:aws:s3:::ml-vpc/*"] });
const out = (bucket: string, subnet = "subnet-endpoint") =>
  `sm.create_training_job(**{**job, **vpc("${subnet}"), "OutputDataConfig": {"S3OutputPath": "s3://${bucket}/out"}})`;

testRule(endpointPolicyDenies, {
  environment: environmentOf(resourceFacts(endpointWith(ofBuckets), closedBuckets)),
  prelude: fileSystemPrelude,
  valid: {
    "a bucket that it names": out("ml-vpc"),
    "another way than the endpoint": out("ml-data", "subnet-nat"),
    "no VPC": `sm.create_training_job(**job)`,
  },
  invalid: {
    "a bucket that it does not name": {
      code: `\
${out("ml-data")}
#                                                                                               ^^^^^^^^^^^^^^^^^^ subnet-endpoint reaches S3 through vpce-s3, which does not let the job reach ml-data: no statement of its policy allows s3:PutObject`,
      output: null,
    },
  },
});

for (const [name, document] of [
  ["no policy", undefined],
  ["the policy that AWS gives", policy({ Action: "*", Resource: "*" })],
  [
    "a role that may be the job's",
    policy({ Resource: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
  ],
] as const) {
  testRule(endpointPolicyDenies, {
    environment: environmentOf(resourceFacts(endpointWith(document), closedBuckets)),
    prelude: fileSystemPrelude,
    valid: { [name]: out("ml-data") },
    invalid: {},
  });
}

testRule(endpointPolicyDenies, {
  environment: environmentOf(
    resourceFacts(
      endpointWith(
        policy(
          { Action: "*", Resource: "*" },
          { Sid: "NoWrites", Effect: "Deny", Action: "s3:Put*", Resource: "*" },
        ),
      ),
      closedBuckets,
    ),
  ),
  prelude: fileSystemPrelude,
  valid: {},
  invalid: {
    "a statement that denies": {
      code: `\
${out("ml-data")}
#                                                                                               ^^^^^^^^^^^^^^^^^^ subnet-endpoint reaches S3 through vpce-s3, which does not let the job reach ml-data: statement NoWrites of its policy denies s3:PutObject`,
    },
  },
});
