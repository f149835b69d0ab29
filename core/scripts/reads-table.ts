/** Writes the reads table for the Python reader: `npx tsx core/scripts/reads-table.ts`. A test holds both equal. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readsTable } from "../src/account/reads.js";

const file = fileURLToPath(new URL("../../jupyterlab-ext/sagemaker_preflight/reads.json", import.meta.url));
writeFileSync(file, `${JSON.stringify(readsTable, null, 2)}\n`);
