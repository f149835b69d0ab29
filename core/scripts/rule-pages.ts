/** Writes docs/rules: `npx tsx core/scripts/rule-pages.ts`. A test holds rules and pages equal. */
import { mkdirSync, writeFileSync } from "node:fs";
import { rulePages } from "./rule-page.js";

const folder = new URL("../../docs/rules/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of rulePages()) writeFileSync(new URL(name, folder), text);
