import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import type { TeamPolicy } from "../../../core/src/policy/team-policy.js";
import { volumeKeyMissing } from "../../../core/src/rules/volume-key-missing.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(volumeKeyMissing, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "a key": `est = Estimator(**job, **network, **keys)`,
    "instances with local storage, which refuse one": `est = Estimator(role="r", image_uri="image", instance_count=1, instance_type="ml.g5.xlarge")`,
    "an instance type known only at run time": `est = Estimator(role="r", image_uri="image", instance_count=1, instance_type=pick())`,
  },
  invalid: {
    "no key": {
      code: `\
est = Estimator(**job, **network, output_kms_key="alias/ml-volume")
#     ^^^^^^^^^ The storage volume is encrypted with a transient key of SageMaker's, not with a KMS key of yours`,
      output: `\
est = Estimator(
    **job,
    **network,
    output_kms_key="alias/ml-volume",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)`,
    },
  },
});

testRule(volumeKeyMissing, {
  environment: {
    ...environmentOf(accountFacts(twoVpcs)),
    policy: { encryption: { volumeKey: "required", outputKey: "required" } },
  },
  prelude: `${boto3Prelude}notebook = dict(NotebookInstanceName="ana", InstanceType="ml.t3.medium", RoleArn="arn:aws:iam::111122223333:role/N", SubnetId="subnet-a1", SecurityGroupIds=["sg-train"])
domain = dict(DomainName="d", AuthMode="IAM", DefaultUserSettings={"ExecutionRole": "arn:aws:iam::111122223333:role/N"}, VpcId="vpc-a", SubnetIds=["subnet-a1"])
`,
  valid: {
    "a key of the notebook instance": `sm.create_notebook_instance(**notebook, KmsKeyId="alias/ml-volume")`,
    "a key of a domain": `sm.create_domain(**domain, KmsKeyId="alias/ml-volume")`,
    "a key known only at run time": `sm.create_notebook_instance(**notebook, KmsKeyId=key())`,
  },
  invalid: {
    "a domain, where the team asks for a key": {
      code: `\
sm.create_domain(**domain)
#  ^^^^^^^^^^^^^ The domain's volumes are encrypted with a key that AWS manages, not with a KMS key of yours, which the team's policy asks for`,
    },
    "a notebook instance, where the team asks for a key": {
      code: `\
sm.create_notebook_instance(**notebook)
#  ^^^^^^^^^^^^^^^^^^^^^^^^ The storage volume is encrypted with a transient key of SageMaker's, not with a KMS key of yours, which the team's policy asks for`,
    },
  },
});

describe("rules/volume-key-missing and output-key-missing", () => {
  it("note a key that nobody asks for, and warn where the team does", () => {
    const severities = (policy: TeamPolicy) => {
      const text = `${boto3Prelude}sm.create_training_job(**job, ResourceConfig=resources)`;
      const cells = [{ kind: "code" as const, language: "python", text }];
      const { findings } = check({ uri: "a.py", cells }, { ...environmentOf(accountFacts(twoVpcs)), policy });
      return findings.flatMap(({ rule, severity }) =>
        rule.endsWith("-key-missing") ? [`${severity} ${rule}`] : [],
      );
    };
    assert.deepEqual(severities({}), ["info volume-key-missing", "info output-key-missing"]);
    assert.deepEqual(severities({ encryption: { outputKey: "required" } }), [
      "info volume-key-missing",
      "warning output-key-missing",
    ]);
    assert.deepEqual(severities({ encryption: { volumeKey: "required" } }), [
      "warning volume-key-missing",
      "info output-key-missing",
    ]);
  });
});
