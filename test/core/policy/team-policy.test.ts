import assert from "node:assert/strict";
import { isListed } from "../../../core/src/policy/team-policy.js";

describe("A list of the policy", () => {
  it("holds names and patterns, and takes nothing of a name as a pattern", () => {
    const list = ["ml.m5.*", "team-*-out", "data.lake"];
    const names = ["ml.m5.large", "team-a-out", "team--out", "data.lake"];
    for (const name of names) assert.ok(isListed(name, list), name);
    for (const name of ["ml.m5d.large", "mlxm5.large", "xml.m5.large", "team-a-out2", "data-lake", ""])
      assert.ok(!isListed(name, list), name);
    assert.ok(!isListed("anything", []));
  });
});
