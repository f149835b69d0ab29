import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkFile } from "./check-file.js";
import { readLabels } from "./labels.js";
import { measureFile } from "./measurement.js";
import { listings, printSummary, type Listing } from "./print-measurement.js";

// Checks a folder of real notebooks and compares with what an independent program found in them.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { list: { type: "string", multiple: true, default: [] }, only: { type: "string" } },
});
const [folder, labelsPath] = positionals;
const unknownKinds = values.list.filter((kind) => !isListing(kind));
if (folder === undefined || labelsPath === undefined || unknownKinds.length > 0) {
  console.error(`npm run corpus -- FOLDER LABELS [--list ${Object.keys(listings).join("|")}] [--only ID]`);
  process.exit(2);
}

const labels = readLabels(labelsPath);
const names = readdirSync(folder)
  .filter((name) => /\.(?:ipynb|py)$/.test(name) && name.startsWith(values.only ?? ""))
  .sort();
const files = names.flatMap((name) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${name} `); // names the file when a check does not end
  const checked = checkFile(join(folder, name));
  const label = labels.get(checked.id);
  return label === undefined ? [] : [measureFile(checked, label)];
});
if (process.stderr.isTTY) process.stderr.write("\n");

printSummary(files, names.length);
for (const kind of values.list) {
  if (!isListing(kind)) continue;
  console.log(`\n${kind}:`);
  for (const line of files.flatMap(listings[kind])) console.log(`  ${line}`);
}

function isListing(kind: string): kind is Listing {
  return Object.hasOwn(listings, kind);
}
