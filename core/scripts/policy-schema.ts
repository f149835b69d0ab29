/** Writes the JSON Schema of policy files: `npx tsx core/scripts/policy-schema.ts`. A test holds reader and schema equal. */
import { mkdirSync, writeFileSync } from "node:fs";
import { policySchema } from "../src/policy/policy-shape.js";
import { rules } from "../src/rules/index.js";

const folder = new URL("../../vscode-ext/schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
const schema = policySchema(rules.map(({ id }) => id));
writeFileSync(new URL("policy.schema.json", folder), `${JSON.stringify(schema, null, 2)}\n`);
