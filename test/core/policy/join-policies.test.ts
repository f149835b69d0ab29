import assert from "node:assert/strict";
import { boundBy, joinPolicies, type DemandedRule } from "../../../core/src/policy/join-policies.js";
import { approvedWords, isListed, type TeamPolicy } from "../../../core/src/policy/team-policy.js";
import { wholePolicy } from "../../support/whole-policy.js";

const none = new Map<string, DemandedRule>();
const demanded = new Map<string, DemandedRule>([
  ["vpc", { by: ["network.vpc", "enforcers.outsideVpc"], severity: "error" }],
  ["key", { by: ["encryption.volumeKey"], severity: "warning" }],
]);

describe("A repository's policy beside the platform's", () => {
  it("adds what it asks", () => {
    const platform: TeamPolicy = { network: { vpc: "required" }, traceability: { tags: ["team"] } };
    const repository: TeamPolicy = {
      network: { isolation: "required" },
      traceability: { experiment: "required", tags: ["git-commit", "team"] },
      ignoreComments: "forbidden",
    };
    assert.deepEqual(joinPolicies(platform, repository, none), {
      network: { vpc: "required", isolation: "required" },
      traceability: { experiment: "required", tags: ["team", "git-commit"] },
      ignoreComments: "forbidden",
    });
  });

  it("approves only what both approve", () => {
    const { instances } = joinPolicies(
      { instances: { types: ["ml.m5.*", "ml.g5.xlarge"] } },
      { instances: { types: ["ml.*.xlarge"] } },
      none,
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
      joinPolicies(platform ? { rules: platform } : {}, repository ? { rules: repository } : {}, none).rules;
    assert.deepEqual(levels({ a: "warning" }, { a: "error" }), { a: "error" });
    assert.deepEqual(levels({ a: "warning" }, { a: "off" }), { a: "warning" });
    assert.deepEqual(levels({ a: "off" }, { a: "info" }), { a: "info" });
    assert.deepEqual(levels({ a: "error" }, { b: "off" }), { a: "error", b: "off" });
    assert.deepEqual(levels(undefined, { b: "off" }), { b: "off" });
  });

  it("leaves the rules of what the platform asks as grave as they are there", () => {
    const levels = (platform: TeamPolicy, rules: TeamPolicy["rules"]) =>
      joinPolicies(platform, { ...(rules && { rules }) }, demanded).rules ?? {};
    const vpc: TeamPolicy = { network: { vpc: "required" } };
    for (const level of ["off", "info", "warning"] as const) {
      assert.deepEqual(levels(vpc, { vpc: level, key: level }), { key: level });
      assert.deepEqual(levels({ enforcers: { outsideVpc: { name: "stop-it" } } }, { vpc: level }), {});
    }
    const key: TeamPolicy = { encryption: { volumeKey: "required" } };
    assert.deepEqual(levels(key, { vpc: "off", key: "off" }), { vpc: "off" });
    assert.deepEqual(levels(key, { key: "error" }), { key: "error" }, "a repository may tighten it");
    const lenient: TeamPolicy = { ...vpc, rules: { vpc: "warning" } };
    assert.deepEqual(levels(lenient, { vpc: "info" }), { vpc: "warning" }, "the platform's own word holds");
    assert.deepEqual(levels({ ...vpc, rules: { vpc: "off" } }, { vpc: "info" }), { vpc: "info" });
  });

  it("has comments keep quiet only what the platform does not ask for, unless it allows them", () => {
    const vpc: TeamPolicy = { network: { vpc: "required" } };
    assert.deepEqual(boundBy(vpc, demanded), ["vpc"]);
    assert.deepEqual(boundBy({ ...vpc, rules: { other: "info", off: "off" } }, demanded), ["vpc", "other"]);
    assert.deepEqual(boundBy({ ...vpc, rules: { vpc: "off" } }, demanded), []);
    assert.deepEqual(boundBy({ ...vpc, ignoreComments: "allowed" }, demanded), []);
    const joined = (platform: TeamPolicy["ignoreComments"], repository: TeamPolicy["ignoreComments"]) =>
      joinPolicies(
        { ...(platform && { ignoreComments: platform }) },
        { ...(repository && { ignoreComments: repository }) },
        demanded,
      ).ignoreComments;
    assert.equal(joined("allowed", "forbidden"), "forbidden");
    assert.equal(joined("forbidden", "allowed"), "forbidden");
    assert.equal(joined("allowed", undefined), "allowed");
  });

  it("is neither of them changed by an empty one, and nothing is lost of a whole one", () => {
    assert.deepEqual(joinPolicies({}, wholePolicy, none), wholePolicy);
    assert.deepEqual(joinPolicies(wholePolicy, {}, none), wholePolicy);
    const [enforcers, others] = [{ outsideVpc: { name: "stop-it" } }, { outsideVpc: { name: "other" } }];
    assert.deepEqual(joinPolicies({ enforcers }, { enforcers: others }, none), { enforcers });
  });
});
