import assert from "node:assert/strict";
import { joinPolicies } from "../../../core/src/policy/join-policies.js";
import { approvedWords, isListed, type TeamPolicy } from "../../../core/src/policy/team-policy.js";
import { wholePolicy } from "../../support/whole-policy.js";

describe("A repository's policy beside the platform's", () => {
  it("adds what it asks", () => {
    const platform: TeamPolicy = { network: { vpc: "required" }, traceability: { tags: ["team"] } };
    const repository: TeamPolicy = {
      network: { isolation: "required" },
      traceability: { experiment: "required", tags: ["git-commit", "team"] },
      ignoreComments: "forbidden",
    };
    assert.deepEqual(joinPolicies(platform, repository), {
      network: { vpc: "required", isolation: "required" },
      traceability: { experiment: "required", tags: ["team", "git-commit"] },
      ignoreComments: "forbidden",
    });
  });

  it("approves only what both approve", () => {
    const { instances } = joinPolicies(
      { instances: { types: ["ml.m5.*", "ml.g5.xlarge"] } },
      { instances: { types: ["ml.*.xlarge"] } },
    );
    const approved = instances?.types ?? [];
    const types = ["ml.m5.xlarge", "ml.g5.xlarge", "ml.m5.large", "ml.c5.xlarge"];
    assert.deepEqual(
      types.filter((type) => isListed(type, approved)),
      ["ml.m5.xlarge", "ml.g5.xlarge"],
    );
    assert.equal(approvedWords(approved), "ml.m5.*, ml.g5.xlarge; and of these: ml.*.xlarge");
  });

  it("makes rules graver and never less grave", () => {
    const levels = (platform: TeamPolicy["rules"], repository: TeamPolicy["rules"]) =>
      joinPolicies(platform ? { rules: platform } : {}, repository ? { rules: repository } : {}).rules;
    assert.deepEqual(levels({ a: "warning" }, { a: "error" }), { a: "error" });
    assert.deepEqual(levels({ a: "warning" }, { a: "off" }), { a: "warning" });
    assert.deepEqual(levels({ a: "off" }, { a: "info" }), { a: "info" });
    assert.deepEqual(levels({ a: "error" }, { b: "off" }), { a: "error", b: "off" });
    assert.deepEqual(levels(undefined, { b: "off" }), { b: "off" });
  });

  it("is neither of them changed by an empty one, and nothing is lost of a whole one", () => {
    assert.deepEqual(joinPolicies({}, wholePolicy), wholePolicy);
    assert.deepEqual(joinPolicies(wholePolicy, {}), wholePolicy);
    const [enforcers, others] = [{ outsideVpc: { name: "stop-it" } }, { outsideVpc: { name: "other" } }];
    assert.deepEqual(joinPolicies({ enforcers }, { enforcers: others }), { enforcers });
  });
});
