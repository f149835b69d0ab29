import assert from "node:assert/strict";
import { questionKey, type QuestionKind } from "../../../core/src/account/question.js";
import { check } from "../../../core/src/check.js";
import type { Finding } from "../../../core/src/report.js";
import { requestRefusedByPolicy } from "../../../core/src/rules/request-refused-by-policy.js";
import { environmentOf, keyArn, unreadable } from "../../support/account-facts.js";
import { boto3Prelude } from "../../support/boto3-prelude.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { allowAll, deny, guardrails } from "../../support/guardrails.js";
import { allow, policyOf, roleFacts, type MadePrincipal } from "../../support/role-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environmentFor = (Caller: MadePrincipal, Policies = {}) =>
  environmentOf(roleFacts(twoVpcs, { Caller, Policies }));
/** Of a caller who may do everything but what the statements deny. */
const denied = (...statements: readonly object[]) =>
  environmentFor({ inline: { rules: policyOf(allowAll, ...statements) } });
const approvedKey = keyArn("11111111-aaaa-4bbb-8ccc-000000000001");
const otherKey = keyArn("11111111-aaaa-4bbb-8ccc-000000000006");
const explicitly = `This training job is refused "with an explicit deny in an identity-based policy": statement`;
const both = { "sagemaker:VpcSubnets": "true", "sagemaker:VpcSecurityGroupIds": "true" };

testRule(requestRefusedByPolicy, {
  environment: denied(deny("InVpc", { Null: both })),
  prelude: estimatorPrelude,
  valid: {
    "a network": `Estimator(**job, **keys, **network).fit()`,
    "a network known only at run time": `Estimator(**job, **keys, subnets=found(), security_group_ids=found()).fit()`,
    "half of it, which is all that the statement asks": `Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=found()).fit()`,
    "local mode": `Estimator(**{**job, "instance_type": "local"}).fit()`,
    "a queue of AWS Batch, which asks for the job in the caller's place": `from sagemaker.aws_batch.training_queue import TrainingQueue\nTrainingQueue("q").submit(Estimator(**job, **keys), "s3://bucket/train")`,
    "a job of another kind": `from sagemaker.processing import Processor\nProcessor(role=job["role"], image_uri="i", instance_count=1, instance_type="ml.m5.large").run()`,
  },
  invalid: {
    "no network": {
      code: `\
est = Estimator(**job, **keys).fit()
#     ^^^^^^^^^ ${explicitly} InVpc of policy rules denies it because sagemaker:VpcSubnets is absent and sagemaker:VpcSecurityGroupIds is absent; set VpcConfig.Subnets and VpcConfig.SecurityGroupIds`,
    },
  },
});

describe("rules/request-refused-by-policy, by policy", () => {
  const job = `Estimator(**job, **keys).fit()`;
  const inVpc = `Estimator(**job, **keys, **network).fit()`;
  const subnetsAllowed = {
    "ForAllValues:StringEquals": {
      "sagemaker:VpcSubnets": ["subnet-a1", "subnet-a2"],
      "sagemaker:VpcSecurityGroupIds": ["sg-train"],
    },
    Null: { "sagemaker:VpcSubnets": "false", "sagemaker:VpcSecurityGroupIds": "false" },
  };

  const rows: Readonly<
    Record<
      string,
      readonly [ReturnType<typeof denied>, string, readonly (readonly [string, RegExp, string?])[]]
    >
  > = {
    "the wrong name of a key is always absent": [
      environmentOf(roleFacts(twoVpcs, guardrails)),
      job,
      [
        [
          "error",
          /statement InVpc of policy ml-guardrails .* sagemaker:VpcSubnets is absent and sagemaker:VpcSecurityGroup is no condition key \(sagemaker:VpcSecurityGroupIds is probably meant\)/,
          "Run in ml-prod (vpc-a): 2 private subnets in us-east-1a, us-east-1b, group training",
        ],
      ],
    ],
    "what is allowed only in a network, and which one": [
      environmentFor({
        inline: {
          jobs: allow("sagemaker:*", "*", { Sid: "InVpc", Condition: subnetsAllowed }),
        },
      }),
      job,
      [
        [
          "error",
          /"because no identity-based policy allows the sagemaker:CreateTrainingJob action": statement InVpc of policy jobs does, but sagemaker:VpcSubnets is absent and/,
          "Use subnet-a1, subnet-a2 and sg-train, which the policy names",
        ],
      ],
    ],
    "that network": [
      environmentFor({ inline: { jobs: allow("*", "*", { Condition: subnetsAllowed }) } }),
      inVpc,
      [],
    ],
    "another subnet than the approved": [
      denied(
        deny("Approved", {
          "ForAnyValue:StringNotLike": { "sagemaker:VpcSubnets": ["subnet-b", "subnet-c*"] },
        }),
      ),
      inVpc,
      [
        [
          "error",
          /sagemaker:VpcSubnets is subnet-a1, not subnet-b or subnet-c\*/,
          "Use subnet-b, which the policy names",
        ],
      ],
    ],
    "no volume key": [
      denied(deny("Encrypted", { Null: { "sagemaker:VolumeKmsKeyArn": "true" } })),
      `Estimator(**job, **network).fit()`,
      [
        [
          "error",
          /sagemaker:VolumeKmsKeyArn is absent; set ResourceConfig.VolumeKmsKeyId/,
          "Encrypt the volume with alias/ml-volume",
        ],
      ],
    ],
    "no volume key, by the key's old name": [
      denied(deny("Encrypted", { Null: { "sagemaker:VolumeKmsKey": "true" } })),
      `Estimator(**job, **network).fit()`,
      [["error", /sagemaker:VolumeKmsKey is absent; set ResourceConfig.VolumeKmsKeyId/]],
    ],
    "an alias of the approved key, of which nobody knows in which form AWS tests it": [
      denied(deny("Ours", { ArnNotEquals: { "sagemaker:VolumeKmsKeyArn": approvedKey } })),
      inVpc,
      [],
    ],
    "an alias of another key than the approved": [
      denied(deny("Ours", { ArnNotEquals: { "sagemaker:VolumeKmsKeyArn": otherKey } })),
      inVpc,
      [
        [
          "error",
          /statement Ours of policy rules denies it because sagemaker:VolumeKmsKeyArn is alias\/ml-volume or arn:aws:kms:us-east-1:111122223333:key\/11111111-aaaa-4bbb-8ccc-000000000001, not /,
          `Set ResourceConfig.VolumeKmsKeyId to ${otherKey}, which the policy names`,
        ],
      ],
    ],
    "the id of another key than the approved": [
      denied(deny("Ours", { ArnNotEquals: { "sagemaker:OutputKmsKeyArn": approvedKey } })),
      `Estimator(**{**job, **network, "volume_kms_key": "alias/ml-volume", "output_kms_key": "11111111-aaaa-4bbb-8ccc-000000000006"}).fit()`,
      [["error", /sagemaker:OutputKmsKeyArn is 11111111-aaaa-4bbb-8ccc-000000000006 or arn:aws:kms/]],
    ],
    "an alias where any key of the account is allowed": [
      environmentFor({
        inline: {
          jobs: allow("*", "*", {
            Condition: {
              StringLike: { "sagemaker:VolumeKmsKeyArn": "arn:aws:kms:us-east-1:111122223333:key/*" },
            },
          }),
        },
      }),
      inVpc,
      [],
    ],
    "an alias where only keys of another account are allowed": [
      environmentFor({
        inline: {
          jobs: allow("*", "*", {
            Condition: { ArnLike: { "sagemaker:VolumeKmsKeyArn": "arn:aws:kms:*:444455556666:key/*" } },
          }),
        },
      }),
      inVpc,
      [
        [
          "error",
          /"because no identity-based policy allows .* sagemaker:VolumeKmsKeyArn is alias\/ml-volume or /,
        ],
      ],
    ],
    "an instance type": [
      denied(
        deny("Types", {
          "ForAnyValue:StringNotLike": { "sagemaker:InstanceTypes": ["ml.t3.*", "ml.m5.xlarge"] },
        }),
      ),
      inVpc,
      [
        [
          "error",
          /sagemaker:InstanceTypes is ml.m5.large, not ml.t3.\* or ml.m5.xlarge/,
          "Set ResourceConfig.InstanceType to ml.m5.xlarge, which the policy names",
        ],
      ],
    ],
    "too long a time": [
      denied(deny("Time", { NumericGreaterThan: { "sagemaker:MaxRuntimeInSeconds": "3600" } })),
      inVpc,
      [
        [
          "error",
          /sagemaker:MaxRuntimeInSeconds is 86400, above 3600/,
          "Set StoppingCondition.MaxRuntimeInSeconds to 3600, which the policy names",
        ],
      ],
    ],
    "a flag that is left out, of which AWS's guardrails count on false": [
      denied(deny("Isolated", { Bool: { "sagemaker:NetworkIsolation": "false" } })),
      inVpc,
      [
        [
          "warning",
          /NetworkIsolation is false.*\(if AWS tests a default/,
          "Set EnableNetworkIsolation to true",
        ],
      ],
    ],
    "the same where absence is refused too": [
      denied(deny("Isolated", { StringNotEqualsIfExists: { "sagemaker:NetworkIsolation": "true" } })),
      inVpc,
      [["error", /NetworkIsolation is absent or false, not true/, "Set EnableNetworkIsolation to true"]],
    ],
    "a flag that is given": [
      denied(deny("Isolated", { Bool: { "sagemaker:NetworkIsolation": "false" } })),
      `Estimator(**job, **keys, **network, enable_network_isolation=True).fit()`,
      [],
    ],
    "nothing that allows it": [
      environmentFor({ inline: { data: allow("s3:*") } }),
      inVpc,
      [["error", /"because no identity-based policy allows the sagemaker:CreateTrainingJob action"$/]],
    ],
    "no policy at all, which is more likely one that was not found": [environmentFor({}), inVpc, []],
    "a boundary that does not allow it": [
      environmentFor({ inline: { all: policyOf(allowAll) }, boundary: "bound" }, { bound: allow("s3:*") }),
      inVpc,
      [["error", /"because no permissions boundary allows the sagemaker:CreateTrainingJob action"/]],
    ],
    "an address that nobody knows": [
      denied(deny("Office", { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } })),
      inVpc,
      [],
    ],
    "a name that the policy does not allow": [
      environmentFor({ inline: { own: allow("*", "arn:aws:sagemaker:*:*:training-job/ann-*") } }),
      inVpc,
      [],
    ],
    "two statements for the same cause, told once": [
      denied(deny("One", { Null: both }), deny("Two", { Null: both })),
      job,
      [["error", /statement One of policy rules/]],
    ],
    "two causes, told each": [
      denied(deny("One", { Null: both }), deny("Two", { Bool: { "aws:SecureTransport": "true" } })),
      job,
      [
        ["error", /statement One of policy rules/],
        ["error", /statement Two of policy rules denies it because aws:SecureTransport is true$/],
      ],
    ],
  };
  for (const [name, [environment, code, expected]] of Object.entries(rows)) {
    it(name, () => {
      const found = findingsIn(estimatorPrelude, code, environment).filter(
        ({ rule }) => rule === requestRefusedByPolicy.id,
      );
      assert.equal(found.length, expected.length, found.map(({ message }) => message).join("\n"));
      for (const [index, [severity, message, fix]] of expected.entries()) {
        const finding = found[index];
        assert.ok(finding);
        assert.equal(finding.severity, severity);
        assert.match(finding.message, message);
        if (fix !== undefined) assert.equal(finding.fixes[0]?.title, fix);
        assert.equal(finding.evidence[0]?.kind, "reading");
      }
    });
  }

  it("stands in for the plain warning about the same", () => {
    const rulesIn = (statement: object) =>
      findingsIn(estimatorPrelude, `Estimator(**job).fit()`, denied(statement)).map(({ rule }) => rule);
    assert.deepEqual(rulesIn(deny("InVpc", { Null: both })), [
      "request-refused-by-policy",
      "volume-key-missing",
      "output-key-missing",
    ]);
    assert.deepEqual(rulesIn(deny("Encrypted", { Null: { "sagemaker:OutputKmsKeyArn": "true" } })), [
      "request-refused-by-policy",
      "vpc-config-missing",
      "volume-key-missing",
    ]);
  });

  describe("where the policies cannot be read, but IAM's simulator may be asked", () => {
    const written = (more = "") =>
      `sm.create_training_job(**job, ResourceConfig=resources, StoppingCondition={"MaxRuntimeInSeconds": 60}${more})`;
    const simulate = (code: string, result: object, prelude = boto3Prelude) => {
      const facts = new Map(roleFacts(twoVpcs, { Caller: { inline: { rules: policyOf(allowAll) } } }));
      const denied = { kind: "userPolicyNames", id: "tester", region: "us-east-1" } as const;
      facts.set(questionKey(denied), unreadable(denied, "denied"));
      const { questions } = check(notebook(prelude, code), environmentOf(facts));
      const question = questions.find(({ kind }) => kind === "simulation");
      assert.ok(question);
      const read = {
        call: "iam:SimulatePrincipalPolicy",
        account: "111122223333",
        region: "us-east-1",
        readAt: 0,
      };
      facts.set(questionKey(question), { state: "present", value: [result], read });
      const found = findingsIn(prelude, code, environmentOf(facts)).filter(
        ({ rule }) => rule === requestRefusedByPolicy.id,
      );
      return { asked: JSON.parse(question.id) as Readonly<Record<string, unknown>>, found };
    };
    const denial = (...MissingContextValues: readonly string[]) => ({
      EvalActionName: "sagemaker:CreateTrainingJob",
      EvalDecision: "explicitDeny",
      MatchedStatements: [{ SourcePolicyId: "guardrails" }],
      MissingContextValues,
    });

    it("asks with what the request carries", () => {
      const { asked } = simulate(written(`, EnableNetworkIsolation=True`), denial());
      assert.equal(asked.PolicySourceArn, "arn:aws:iam::111122223333:user/tester");
      assert.deepEqual(asked.ResourceArns, ["arn:aws:sagemaker:us-east-1:111122223333:training-job/churn-1"]);
      const entry = (ContextKeyName: string, ContextKeyType: string, value: string) => ({
        ContextKeyName,
        ContextKeyType,
        ContextKeyValues: [value],
      });
      assert.deepEqual(asked.ContextEntries, [
        entry("sagemaker:InstanceTypes", "stringList", "ml.m5.xlarge"),
        entry("sagemaker:MaxRuntimeInSeconds", "numeric", "60"),
        entry("sagemaker:NetworkIsolation", "boolean", "true"),
        entry("aws:RequestedRegion", "string", "us-east-1"),
        entry("aws:SecureTransport", "string", "true"),
        entry("aws:ViaAWSService", "string", "false"),
      ]);
    });

    it("takes its denial for one where what it was not given is absent", () => {
      const [finding] = simulate(written(), denial("sagemaker:VpcSubnets")).found;
      assert.equal(finding?.severity, "error");
      assert.match(
        finding.message,
        /explicitly denied by policy guardrails; the policies test sagemaker:VpcSubnets/,
      );
      assert.equal(finding.fixes.length > 0, true);
    });

    it("proves nothing by a denial that may come of what it was not given", () => {
      assert.deepEqual(simulate(written(), denial("aws:SourceIp")).found, []);
      assert.deepEqual(simulate(written(), denial("sagemaker:NetworkIsolation")).found, []);
      assert.deepEqual(simulate(written(), { ...denial(), EvalDecision: "implicitDeny" }).found, []);
    });

    it("warns where the job's name is not known", () => {
      const [finding] = simulate(
        `Estimator(**job).fit()`,
        denial("sagemaker:VpcSubnets"),
        estimatorPrelude,
      ).found;
      assert.equal(finding?.severity, "warning");
    });
  });

  it("only warns of the organization's policies, which do not hold for the management account", () => {
    const facts = new Map(roleFacts(twoVpcs, { Caller: { inline: { all: policyOf(allowAll) } } }));
    const say = (kind: QuestionKind, id: string, value: unknown) => {
      const read = {
        call: "organizations:DescribePolicy",
        account: "111122223333",
        region: "us-east-1",
        readAt: 0,
      };
      facts.set(questionKey({ kind, id, region: "us-east-1" }), { state: "present", value, read });
    };
    say("serviceControlPolicies", "111122223333", [{ Id: "p-1", Name: "org-guardrails" }]);
    say("serviceControlPolicy", "p-1", {
      Content: JSON.stringify(policyOf(allowAll, deny("InVpc", { Null: both }))),
    });
    say("parents", "111122223333", [{ Id: "r-1" }]);
    say("serviceControlPolicies", "r-1", []);
    const [finding] = findingsIn(estimatorPrelude, job, environmentOf(facts)).filter(
      ({ rule }) => rule === requestRefusedByPolicy.id,
    );
    assert.equal(finding?.severity, "warning");
    const outsideVpc = { name: "SageMakerVpcEnforcer" };
    const said = findingsIn(estimatorPrelude, job, {
      ...environmentOf(facts),
      policy: { enforcers: { outsideVpc } },
    }).map(({ severity, rule }) => `${severity} ${rule}`);
    assert.ok(said.includes("error vpc-config-missing"), "what is sure is not hidden behind what is likely");
    assert.match(
      finding.message,
      /deny in a service control policy": statement InVpc of service control policy org-guardrails .* \(unless this is the organization's management account\)$/,
    );
  });

  it("knows the tags and the name that boto3 sends", () => {
    const tagged = (tags: string) =>
      findingsIn(
        boto3Prelude,
        `sm.create_training_job(**job, ResourceConfig=resources, StoppingCondition={"MaxRuntimeInSeconds": 60}${tags})`,
        denied(deny("Project", { Null: { "aws:RequestTag/project": "true" } })),
      ).filter(({ rule }) => rule === requestRefusedByPolicy.id);
    assert.equal(tagged("").length, 1);
    assert.equal(tagged(`, Tags=[{"Key": "Project", "Value": "x"}]`).length, 0);
    assert.equal(tagged(`, Tags=tags()`).length, 0);
    assert.equal(tagged(`, **more()`).length, 0);
  });

  it("cannot tell, and asks, while the policies are not read", () => {
    const facts = new Map(roleFacts(twoVpcs, { Caller: { inline: { rules: policyOf(allowAll) } } }));
    for (const key of facts.keys()) if (key.startsWith("userPolicy ")) facts.delete(key);
    const report = check(notebook(estimatorPrelude, inVpc), environmentOf(facts));
    assert.ok(report.questions.some(({ kind }) => kind === "userPolicy"));
    assert.equal(report.verdicts[0]?.get(requestRefusedByPolicy.id)?.state, "cannot tell");
  });
});

function findingsIn(
  prelude: string,
  code: string,
  environment: ReturnType<typeof denied>,
): readonly Finding[] {
  return check(notebook(prelude, code), environment).findings;
}

function notebook(...texts: readonly string[]) {
  return {
    uri: "test.ipynb",
    cells: texts.map((text) => ({ kind: "code" as const, language: "python", text })),
  };
}
