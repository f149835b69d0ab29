import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { ruleExamples } from "../../../core/scripts/rule-examples.js";
import { rulePages } from "../../../core/scripts/rule-page.js";
import { check } from "../../../core/src/check.js";
import type { Environment } from "../../../core/src/environment.js";
import { rules } from "../../../core/src/rules/index.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { applyEdits } from "../../support/apply-edits.js";
import { defaultsFiles } from "../../support/defaults-files.js";
import { guardrails } from "../../support/guardrails.js";
import { madeRoles } from "../../support/made-roles.js";
import { closedBuckets, guardedVpc } from "../../support/closed-buckets.js";
import { openInstance } from "../../support/open-instance.js";
import { pulledImages } from "../../support/pulled-images.js";
import { resourceFacts } from "../../support/resource-facts.js";
import { roleFacts } from "../../support/role-facts.js";
import { troubledVpcs } from "../../support/troubled-vpcs.js";
import { twoVpcs } from "../../support/two-vpcs.js";
import { wholePolicy } from "../../support/whole-policy.js";

const folder = new URL("../../../docs/rules/", import.meta.url);
const gone = ["subnet-gone", "sg-gone", "11111111-aaaa-4bbb-8ccc-000000000009"];
const environments: readonly Environment[] = [
  ...[
    ...[twoVpcs, troubledVpcs].map((contents) => accountFacts(contents, gone)),
    roleFacts(twoVpcs, madeRoles),
    roleFacts(twoVpcs, guardrails),
    resourceFacts(twoVpcs, closedBuckets),
    resourceFacts(troubledVpcs, closedBuckets),
    resourceFacts(guardedVpc, closedBuckets),
    resourceFacts(twoVpcs, pulledImages),
  ].map((facts) => ({ ...environmentOf(facts), policy: wholePolicy })),
  {
    ...environmentOf(resourceFacts(twoVpcs, { Quotas: { "ml.p4d.24xlarge for training job usage": 0 } })),
    policy: { ...wholePolicy, instances: { types: ["ml.p4d.24xlarge"] } },
  },
  { ...openInstance, policy: wholePolicy },
];

describe("docs/rules", () => {
  it("is what core/scripts/rule-pages.ts writes", () => {
    const pages = rulePages();
    assert.deepEqual(readdirSync(folder).sort(), [...pages.keys()].sort());
    for (const [name, text] of pages) assert.equal(readFileSync(new URL(name, folder), "utf8"), text, name);
  });

  for (const { id, remedy } of rules) {
    it(`has an example of ${id} that triggers it, and a fix that silences it or a word on what to do`, () => {
      const findingsIn = (text: string, environment: Environment) =>
        check(
          { uri: "page.py", cells: [{ kind: "code", language: "python", text }] },
          { ...environment, files: defaultsFiles },
        ).findings.filter(({ rule }) => rule === id);
      const code = ruleExamples[id] ?? "";
      const environment = environments.find((one) => findingsIn(code, one).length > 0);
      assert.ok(environment, "the example does not trigger the rule");
      const [fix] = findingsIn(code, environment)[0]?.fixes ?? [];
      if (fix) assert.deepEqual(findingsIn(applyEdits(code, fix.edits), environment), []);
      else assert.match(remedy ?? "there is no fix", /^[A-Z].*\.$/);
    });
  }
});
