import assert from "node:assert/strict";
import { ruleExamples } from "../../../core/scripts/rule-examples.js";
import { check } from "../../../core/src/check.js";
import { isListed, noPolicy, type TeamPolicy } from "../../../core/src/policy/team-policy.js";
import { rules } from "../../../core/src/rules/index.js";
import { environmentOf } from "../../support/account-facts.js";
import { jobResources } from "../../support/job-resources.js";
import { openInstance } from "../../support/open-instance.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { twoVpcs } from "../../support/two-vpcs.js";
import { wholePolicy } from "../../support/whole-policy.js";

const noQuota = { Quotas: { "ml.p4d.24xlarge for training job usage": 0 } };

describe("A list of the policy", () => {
  it("holds names and patterns, and takes nothing of a name as a pattern", () => {
    const list = ["ml.m5.*", "team-*-out", "data.lake"];
    const names = ["ml.m5.large", "team-a-out", "team--out", "data.lake"];
    for (const name of names) assert.ok(isListed(name, list), name);
    for (const name of ["ml.m5d.large", "mlxm5.large", "xml.m5.large", "team-a-out2", "data-lake", ""])
      assert.ok(!isListed(name, list), name);
    assert.ok(!isListed("anything", []));
    assert.ok(!isListed("ab", ["ab*b"]), "what two parts of a pattern share is there twice");
    // Tried out in all ways this takes longer than anybody waits
    assert.ok(!isListed("a".repeat(5000), ["*a".repeat(40) + "*b"]));
  });
});

describe("A rule about what the team asks", () => {
  it("is not applicable until the policy asks for it, and then it is", () => {
    const demanding = rules.filter(({ demand }) => demand?.otherwiseSilent === true);
    const environments = [resourceFacts(twoVpcs, jobResources), resourceFacts(twoVpcs, noQuota)].map(
      (facts) => environmentOf(facts),
    );
    const statesOf = (id: string, policies: readonly TeamPolicy[]) => {
      const cells = [{ kind: "code" as const, language: "python", text: ruleExamples[id] ?? "" }];
      const states = policies.flatMap((policy) =>
        [...environments, openInstance].flatMap((environment) =>
          check({ uri: "page.py", cells }, { ...environment, policy }).verdicts.map(
            (verdict) => verdict.get(id)?.state,
          ),
        ),
      );
      return new Set(states);
    };
    const large = { ...wholePolicy, instances: { types: ["ml.p4d.24xlarge"] } };
    assert.ok(demanding.length >= 9);
    for (const { id } of demanding) {
      assert.deepEqual(statesOf(id, [noPolicy]), new Set(["not applicable"]), id);
      assert.ok(statesOf(id, [wholePolicy, large]).has("fails"), id);
    }
  });
});
