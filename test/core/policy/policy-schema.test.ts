import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { policySchema } from "../../../core/src/policy/policy-shape.js";
import { rules } from "../../../core/src/rules/index.js";

describe("The JSON Schema of policy files", () => {
  it("is the one that the editors have (npx tsx core/scripts/policy-schema.ts)", () => {
    const path = new URL("../../../vscode-ext/schemas/policy.schema.json", import.meta.url);
    assert.deepEqual(
      JSON.parse(readFileSync(path, "utf8")),
      JSON.parse(JSON.stringify(policySchema(rules.map(({ id }) => id)))),
    );
  });
});
