import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { policyShape } from "../../../core/src/policy/policy-shape.js";
import { policyOfFiles } from "../../../core/src/team-policy.js";

describe("The policy in docs/platform-teams.md", () => {
  const page = readFileSync(new URL("../../../docs/platform-teams.md", import.meta.url), "utf8");
  const text = /```yaml\n(network:[\s\S]*?)```/.exec(page)?.[1] ?? "";

  it("is one, and has all that there is", () => {
    const { policy, problems } = policyOfFiles([{ path: "page", text }]);
    assert.deepEqual(problems, []);
    assert.ok(policyShape.kind === "section");
    for (const [name, shape] of Object.entries(policyShape.members)) {
      const said: unknown = policy[name as keyof typeof policy];
      assert.ok(said !== undefined, name);
      if (shape.kind !== "section") continue;
      assert.deepEqual(Object.keys(said as object).sort(), Object.keys(shape.members).sort(), name);
    }
  });
});
