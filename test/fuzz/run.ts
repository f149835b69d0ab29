import { createChecker } from "../../core/src/check.js";
import { checkMutated, mostMilliseconds } from "./check-mutated.js";
import { mutatedNotebook } from "./mutated-notebook.js";
import { notebookSources } from "./sources.js";

// node --import tsx test/fuzz/run.ts COUNT [FIRST SEED] [FOLDER OF NOTEBOOKS]
const [count = "1000", first = "0", folder] = process.argv.slice(2);
const sources = notebookSources(folder);
let checker = createChecker();
let faults = 0;
let fixes = 0;
let worst = 0;
const slow: { readonly seed: number; readonly milliseconds: number; readonly size: number }[] = [];
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const text = mutatedNotebook(seed, sources);
  if (seed % 50 === 0) checker = createChecker();
  try {
    const { faults: found, milliseconds, fixes: applied } = checkMutated(text, checker);
    fixes += applied;
    worst = Math.max(worst, milliseconds / mostMilliseconds(text));
    if (milliseconds > mostMilliseconds(text)) slow.push({ seed, milliseconds, size: text.length });
    for (const fault of found) {
      faults++;
      if (faults < 20) console.log(`seed ${seed}: ${fault}`);
    }
  } catch (error) {
    faults++;
    console.log(
      `seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)}`,
    );
  }
}
for (const { seed, milliseconds, size } of slow.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 15))
  console.log(`seed ${seed}: ${milliseconds.toFixed(0)} ms for ${size} characters`);
console.log(
  `${count} notebooks, ${fixes} fixes applied, ${faults} faults, ${slow.length} above 250 ms + 1 ms a kilobyte, ` +
    `the slowest at ${Math.round(100 * worst)} % of that`,
);
