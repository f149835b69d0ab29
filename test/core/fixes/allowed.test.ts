import assert from "node:assert/strict";
import { candidates, check, type Environment } from "../../../core/src/index.js";
import { environmentOf } from "../../support/account-facts.js";
import { estimatorPrelude } from "../../support/estimator-prelude.js";
import { allowAll, deny } from "../../support/guardrails.js";
import { allow, policyOf, roleFacts, type MadePrincipal } from "../../support/role-facts.js";
import { twoVpcs } from "../../support/two-vpcs.js";

const environmentFor = (inline: MadePrincipal["inline"]) =>
  environmentOf(roleFacts(twoVpcs, { Caller: { ...(inline ? { inline } : {}) }, Policies: {} }));
const checked = (code: string, environment: Environment) => {
  const cells = [estimatorPrelude, code].map((text) => ({ kind: "code" as const, language: "python", text }));
  return check({ uri: "a.ipynb", cells }, environment);
};
const job = `Estimator(**job, **keys).fit()`;
const fixesOf = (rule: string, code: string, environment: Environment) =>
  checked(code, environment)
    .findings.find((finding) => finding.rule === rule)
    ?.fixes.map(({ title }) => title) ?? assert.fail(`${rule} says nothing`);
const subnets = "VpcConfig.Subnets";
const named = (...ids: readonly string[]) => ({
  "ForAllValues:StringEquals": { "sagemaker:VpcSubnets": ids },
});

describe("Ids that the caller's policies name", () => {
  it("are the first candidates, and the reason is the statement", () => {
    const environment = environmentFor({
      own: policyOf(allowAll, {
        ...allow("sagemaker:CreateTrainingJob").Statement[0],
        Sid: "Ours",
        Condition: named("subnet-a2"),
      }),
    });
    const request = checked(job, environment).requests[0] ?? assert.fail();
    const { candidates: found } = candidates(subnets, request, environment);
    assert.deepEqual(
      found.map(({ id }) => id),
      ["subnet-a2", "subnet-a1"],
    );
    assert.equal(found[0]?.reasons[0], "allowed by statement Ours of policy own");
  });

  it("are the network of the fix, which says why", () => {
    const environment = environmentFor({
      own: policyOf(allowAll, {
        ...allow("sagemaker:CreateTrainingJob").Statement[0],
        Sid: "Ours",
        Condition: named("subnet-a2"),
      }),
    });
    const [first] = fixesOf("vpc-config-missing", job, environment);
    assert.equal(
      first,
      "Run in ml-prod (vpc-a): 1 private subnet in us-east-1b, group training, which statement Ours of policy own allows",
    );
  });

  it("leave others out, where the policies refuse those", () => {
    const approved = deny("Approved", {
      "ForAnyValue:StringNotLike": { "sagemaker:VpcSubnets": ["subnet-a2", "subnet-c*"] },
    });
    const environment = environmentFor({
      own: policyOf(allowAll, approved, deny("InVpc", { Null: { "sagemaker:VpcSubnets": "true" } })),
    });
    const request = checked(job, environment).requests[0] ?? assert.fail();
    assert.deepEqual(
      candidates(subnets, request, environment).candidates.map(({ id }) => id),
      ["subnet-a2"],
    );
    for (const title of fixesOf("request-refused-by-policy", job, environment))
      assert.doesNotMatch(title, /us-east-1a/);
  });

  it("are never of two VPCs together", () => {
    const groups = { "sagemaker:VpcSecurityGroupIds": ["sg-b", "sg-train"] };
    const Condition = {
      "ForAllValues:StringEquals": { "sagemaker:VpcSubnets": ["subnet-b", "subnet-a1"], ...groups },
      Null: { "sagemaker:VpcSubnets": "false", "sagemaker:VpcSecurityGroupIds": "false" },
    };
    const environment = environmentFor({ own: allow("sagemaker:*", "*", { Sid: "InVpc", Condition }) });
    const { findings } = checked(job, environment);
    const fixes = findings.find(({ rule }) => rule === "request-refused-by-policy")?.fixes ?? [];
    assert.ok(fixes.length > 0);
    for (const { changes } of fixes) {
      const ids = changes
        .flatMap(({ value }) => [value].flat())
        .filter((id) => typeof id === "string" && /^(?:subnet|sg)-/.test(id));
      assert.deepEqual(ids, ["subnet-a1", "sg-train"]);
    }
  });

  it("hold for keys too", () => {
    const arn = `arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001`;
    const environment = environmentFor({
      own: policyOf(allowAll, {
        ...allow("sagemaker:CreateTrainingJob").Statement[0],
        Sid: "OurKey",
        Condition: { ArnEquals: { "sagemaker:VolumeKmsKeyArn": arn } },
      }),
    });
    const titles = fixesOf("volume-key-missing", `Estimator(**job, **network).fit()`, environment);
    assert.deepEqual(
      titles[0],
      "Encrypt the volume with alias/ml-volume, which statement OurKey of policy own allows",
    );
  });
});
