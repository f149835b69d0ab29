/**
 * Writes what follows from the reads table, for the Python reader and the docs: `npx tsx core/scripts/reads-table.ts`.
 * A test holds them equal.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readsTable } from "../src/account/reads.js";
import { iamPolicy } from "./iam-policy.js";

const root = new URL("../../", import.meta.url);
for (const [path, data] of [
  ["jupyterlab-ext/sagemaker_preflight/reads.json", readsTable],
  ["docs/iam-policy.json", iamPolicy()],
] as const) {
  writeFileSync(fileURLToPath(new URL(path, root)), `${JSON.stringify(data, null, 2)}\n`);
}
