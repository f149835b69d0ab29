/**
 * Writes the JSON Schema of policy files, and the table of what they ask in docs/platform-teams.md:
 * `npx tsx core/scripts/policy-schema.ts`. Tests hold reader, rules, schema and table equal.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { policySchema } from "../src/policy/policy-shape.js";
import { withPolicyTable } from "./policy-table.js";
import { rules } from "../src/rules/index.js";

const folder = new URL("../../vscode-ext/schemas/", import.meta.url);
mkdirSync(folder, { recursive: true });
const schema = policySchema(rules.map(({ id }) => id));
writeFileSync(new URL("policy.schema.json", folder), `${JSON.stringify(schema, null, 2)}\n`);

const page = new URL("../../docs/platform-teams.md", import.meta.url);
writeFileSync(page, withPolicyTable(readFileSync(page, "utf8")));
