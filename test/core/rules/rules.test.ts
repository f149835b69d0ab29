import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { defineRule } from "../../../core/src/rules/define-rule.js";
import { rules } from "../../../core/src/rules/index.js";

const folder = new URL("../../../core/src/rules/", import.meta.url);

describe("rules", () => {
  it("are the rule files, each named after its id", () => {
    const files = readdirSync(folder)
      .filter((file) => readFileSync(new URL(file, folder), "utf8").includes("= defineRule({"))
      .map((file) => file.replace(/\.ts$/, ""));
    assert.deepEqual(rules.map(({ id }) => id).sort(), files.sort());
  });

  it("rest on a document and say why in whole sentences", () => {
    for (const { id, source, why, summary } of rules) {
      assert.match(
        source,
        /^https:\/\/(docs\.aws\.amazon\.com|github\.com\/aws|sagemaker\.readthedocs\.io|docs\.python\.org)\//,
        id,
      );
      assert.match(why, /^[A-Z].*\.$/, id);
      assert.doesNotMatch(summary, /\.$/, id);
    }
  });

  it("do not compile with a look-up that is not declared", () => {
    const rule = defineRule({
      id: "example",
      severity: "info",
      needs: ["subnets"],
      summary: "",
      why: "",
      source: "",
      *check(_request, { account }) {
        const isLeftOut: "securityGroup" extends keyof typeof account ? false : true = true;
        yield { cannotTell: `${account.place} ${String(isLeftOut)}` };
      },
    });
    assert.deepEqual(rule.needs, ["subnets"]);
  });
});
