import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { policyTable, withPolicyTable } from "../../../core/scripts/policy-table.js";
import { ruleExamples } from "../../../core/scripts/rule-examples.js";
import { check } from "../../../core/src/check.js";
import { policyShape } from "../../../core/src/policy/policy-shape.js";
import type { DemandPath, TeamPolicy } from "../../../core/src/policy/team-policy.js";
import { rules } from "../../../core/src/rules/index.js";
import { policyOfFiles } from "../../../core/src/team-policy.js";
import { environmentOf } from "../../support/account-facts.js";
import { jobResources } from "../../support/job-resources.js";
import { openInstance } from "../../support/open-instance.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { twoVpcs } from "../../support/two-vpcs.js";
import { wholePolicy } from "../../support/whole-policy.js";

/** Each demand of a policy alone. */
function singlePolicies(): readonly (readonly [DemandPath, TeamPolicy])[] {
  const whole: TeamPolicy = {
    ...wholePolicy,
    network: { ...wholePolicy.network, vpc: "required" },
    enforcers: { outsideVpc: { name: "stop-it" } },
    instances: { types: ["ml.p4d.24xlarge"] },
  };
  return Object.entries(whole).flatMap(([name, section]) =>
    Object.entries(section as object).map(
      ([key, value]) => [`${name}.${key}` as DemandPath, { [name]: { [key]: value as unknown } }] as const,
    ),
  );
}

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

  it("has a table of how grave a breach is (npx tsx core/scripts/policy-schema.ts)", () => {
    assert.ok(page.includes(policyTable()), policyTable());
    assert.equal(withPolicyTable(page), page);
  });

  it("is as grave as the table says, each key alone", () => {
    const facts = [jobResources, { Quotas: { "ml.p4d.24xlarge for training job usage": 0 } }].map((more) =>
      environmentOf(resourceFacts(twoVpcs, more)),
    );
    for (const [path, policy] of singlePolicies()) {
      const asked = rules.filter(({ demand }) => demand?.by.includes(path));
      assert.ok(asked.length > 0, path);
      for (const { id, demand, severity } of asked) {
        // The instance that is there has direct internet access alone
        if (`${id} ${path}` === "notebook-instance-open notebookInstances.rootAccess") continue;
        const cells = [{ kind: "code" as const, language: "python", text: ruleExamples[id] ?? "" }];
        const found = [...facts, openInstance].flatMap((environment) =>
          check({ uri: "page.py", cells }, { ...environment, policy }).findings.filter(
            ({ rule }) => rule === id,
          ),
        );
        assert.deepEqual(
          [...new Set(found.map((one) => one.severity))],
          [demand?.severity ?? severity],
          `${path} ${id}`,
        );
      }
    }
  });
});
