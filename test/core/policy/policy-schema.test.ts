import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { parse } from "yaml";
import { policySchema } from "../../../core/src/policy/policy-shape.js";
import { readPolicy } from "../../../core/src/policy/read-policy.js";
import { rules } from "../../../core/src/rules/index.js";

describe("The JSON Schema of policy files", () => {
  it("is the one that the editors have (npx tsx core/scripts/policy-schema.ts)", () => {
    const path = new URL("../../../vscode-ext/schemas/policy.schema.json", import.meta.url);
    assert.deepEqual(
      JSON.parse(readFileSync(path, "utf8")),
      JSON.parse(JSON.stringify(policySchema(rules.map(({ id }) => id)))),
    );
  });

  it("takes what the reader takes", () => {
    const ids = rules.map(({ id }) => id);
    const isValid = new Ajv().compile(policySchema(ids) as object);
    const outsideVpc = "enforcers:\n  outsideVpc:\n    ";
    for (const text of [
      "network:\n",
      "rules:\n",
      "enforcers:\n  outsideVpc:\n",
      "instances:\n  types:\n",
      "instances:\n  types: []\n",
      "network: required\n",
      "network:\n  vpc: yes\n",
      "rules:\n  vpc-config-mising: error\n",
      "rules:\n  vpc-config-missing:\n",
      "rules:\n  vpc-config-missing: error\n",
      `${outsideVpc}name: stop-it\n`,
      `${outsideVpc}name:\n`,
      `${outsideVpc}operations: [CreateTrainingJob]\n`,
      `${outsideVpc}name: stop-it\n    operations: [CreateTrainingJob, CreateModel]\n`,
      `${outsideVpc}name: stop-it\n    operations: [CreateTraningJob]\n`,
      `${outsideVpc}name: stop-it\n    operations: []\n`,
      `${outsideVpc}name: stop-it\n    operations:\n`,
      "ignoreComments: allowed\n",
      "ignoreComments: required\n",
    ])
      assert.equal(isValid(parse(text)), readPolicy(text, ids).problems.length === 0, text);
  });
});
