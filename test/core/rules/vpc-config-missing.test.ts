import assert from "node:assert/strict";
import { check } from "../../../core/src/check.js";
import type { Environment } from "../../../core/src/environment.js";
import { vpcConfigMissing } from "../../../core/src/rules/vpc-config-missing.js";
import { policyOfFiles } from "../../../core/src/team-policy.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { allowAll, deny } from "../../support/guardrails.js";
import { policyOf, roleFacts } from "../../support/role-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(vpcConfigMissing, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: estimatorPrelude,
  valid: {
    "a VPC": `est = Estimator(**job, **keys, subnets=["subnet-a1"], security_group_ids=["sg-train"])`,
    "a VPC known only when the notebook runs": `est = Estimator(**job, **keys, subnets=read_subnets(), security_group_ids=read_groups())`,
    "attributes that other code is given": `est = Estimator(**job, **keys)
change(est.__dict__)
est.fit()`,
    "local mode": `est = Estimator(role="r", image_uri="image", instance_count=1, instance_type="local")`,
  },
  invalid: {
    "an estimator without a VPC": {
      code: `\
est = Estimator(**job, **keys)
#     ^^^^^^^^^ This training job is not in a VPC: it has no subnets and no security groups`,
      output: `est = Estimator(**job, **keys, subnets=["subnet-a1", "subnet-a2"], security_group_ids=["sg-train"])`,
    },
    "an estimator whose attributes are shown": {
      code: `\
est = Estimator(**job, **keys)
#     ^^^^^^^^^ This training job is not in a VPC: it has no subnets and no security groups
est.__dict__
est.fit()`,
    },
  },
});

describe("rules/vpc-config-missing, by what becomes of the job", () => {
  const code = `est = Estimator(**job, **keys).fit()`;
  const told = (environment: Environment, text = code) =>
    check(
      {
        uri: "a.ipynb",
        cells: [estimatorPrelude, text].map((one) => ({
          kind: "code" as const,
          language: "python",
          text: one,
        })),
      },
      environment,
    ).findings.filter(({ rule }) => rule === vpcConfigMissing.id || rule === "request-refused-by-policy");
  const calm = environmentOf(accountFacts(twoVpcs));
  const enforced = { enforcers: { outsideVpc: { name: "SageMakerVpcEnforcer" } } };

  it("is said where the call has no place for a VPC, with what to do instead", () => {
    const text = `from sagemaker.mlops.workflow.check_job_config import CheckJobConfig
CheckJobConfig(role="r", instance_count=1, instance_type="ml.m5.xlarge")`;
    const cell = { kind: "code", language: "python", text } as const;
    const { findings, verdicts } = check({ uri: "a.ipynb", cells: [cell] }, calm);
    const [finding] = findings.filter(({ rule }) => rule === vpcConfigMissing.id);
    assert.deepEqual(finding?.fixes, []);
    assert.match(finding.remedy ?? "", /set NetworkConfig\.VpcConfig\.Subnets and .* by hand/);
    assert.deepEqual(verdicts[0]?.get(vpcConfigMissing.id), { state: "fails" });
  });

  it("is not said of a tuning job's several definitions that are not known, nor that they are right", () => {
    const text = `import boto3
boto3.client("sagemaker").create_hyper_parameter_tuning_job(
    HyperParameterTuningJobName="t",
    HyperParameterTuningJobConfig={"Strategy": "Random"},
    TrainingJobDefinitions=read_definitions(),
)`;
    const cell = { kind: "code", language: "python", text } as const;
    const { findings, verdicts } = check({ uri: "a.ipynb", cells: [cell] }, calm);
    assert.ok(!findings.some(({ rule }) => rule === vpcConfigMissing.id));
    assert.equal(verdicts[0]?.get(vpcConfigMissing.id)?.state, "cannot tell");
  });

  it("says which of a tuning job's definitions", () => {
    const text = `import boto3
network = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
boto3.client("sagemaker").create_hyper_parameter_tuning_job(
    HyperParameterTuningJobName="t",
    HyperParameterTuningJobConfig={"Strategy": "Random"},
    TrainingJobDefinitions=[{"DefinitionName": "a", "VpcConfig": network}, {"DefinitionName": "b"}],
)`;
    const cell = { kind: "code", language: "python", text } as const;
    const { findings } = check({ uri: "a.ipynb", cells: [cell] }, calm);
    const found = findings.filter(({ rule }) => rule === vpcConfigMissing.id);
    assert.deepEqual(
      found.map(({ request, message }) => [request, message]),
      [[1, "Definition 2 of this tuning job is not in a VPC: it has no subnets and no security groups"]],
    );
  });

  it("is said calmly where nobody is known to mind", () => {
    const [finding, ...others] = told(calm);
    assert.deepEqual([finding?.severity, others], ["warning", []]);
  });

  it("is an error where the team's policy asks for a VPC", () => {
    const { policy } = policyOfFiles([{ path: "p.yaml", text: "network:\n  vpc: required\n" }]);
    const [finding] = told({ ...calm, policy });
    assert.equal(finding?.severity, "error");
    assert.match(finding.message, /no security groups, which the team's policy asks for$/);
    const says = "The team's policy: network.vpc: required";
    assert.deepEqual(finding.evidence.at(-1), { kind: "policy", says, path: "p.yaml", line: 2 });
  });

  it("says which enforcer would stop it, and when", () => {
    const places = { "enforcers.outsideVpc": [{ path: "p.yaml", line: 4 }] };
    const policy = { network: { vpc: "required" }, ...enforced, places } as const;
    const [finding, ...others] = told({ ...calm, policy });
    assert.deepEqual([finding?.severity, others], ["error", []]);
    assert.match(
      finding?.message ?? "",
      /\. It would be stopped minutes after its start, by SageMakerVpcEnforcer$/,
    );
    assert.deepEqual(finding?.evidence.at(-1), {
      kind: "policy",
      says: "The team's policy: enforcers.outsideVpc: SageMakerVpcEnforcer",
      path: "p.yaml",
      line: 4,
    });
  });

  it("says so of the jobs that the enforcer looks at", () => {
    const model = `from sagemaker.processing import Processor
Processor(role=job["role"], image_uri="i", instance_count=1, instance_type="ml.m5.large").run()`;
    const severity = (operations?: readonly string[]) => {
      const outsideVpc = { name: "Enforcer", ...(operations ? { operations } : {}) };
      return told({ ...calm, policy: { enforcers: { outsideVpc } } }, model)[0]?.severity;
    };
    assert.equal(severity(), "warning");
    assert.equal(severity(["CreateTrainingJob", "CreateProcessingJob"]), "error");
  });

  it("is one finding where a statement refuses the request anyway: no enforcer ever sees that job", () => {
    const inVpc = deny("InVpc", { Null: { "sagemaker:VpcSubnets": "true" } });
    const Caller = { inline: { rules: policyOf(allowAll, inVpc) } };
    const facts = roleFacts(twoVpcs, { Caller, Policies: {} });
    const found = told({ ...environmentOf(facts), policy: enforced });
    assert.deepEqual(
      found.map(({ rule, severity }) => `${severity} ${rule}`),
      ["error request-refused-by-policy"],
    );
    assert.match(found[0]?.message ?? "", /statement InVpc of policy rules denies it/);
  });
});
