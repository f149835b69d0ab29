import { createChecker } from "../../core/src/check.js";
import { checkMutated } from "./check-mutated.js";
import { mutatedNotebook } from "./mutated-notebook.js";
import { notebookSources } from "./sources.js";

// node --import tsx test/fuzz/run.ts COUNT [FIRST SEED] [FOLDER OF NOTEBOOKS]
const [count = "1000", first = "0", folder] = process.argv.slice(2);
const sources = notebookSources(folder);
let checker = createChecker();
let faults = 0;
let fixes = 0;
const slow: { readonly seed: number; readonly milliseconds: number; readonly size: number }[] = [];
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const text = mutatedNotebook(seed, sources);
  if (seed % 50 === 0) checker = createChecker();
  try {
    const before = process.cpuUsage();
    const outcome = checkMutated(text, checker);
    const { user, system } = process.cpuUsage(before);
    fixes += outcome.fixes;
    const milliseconds = Math.min(outcome.milliseconds, (user + system) / 1000);
    if (milliseconds > 250 + text.length / 1000) slow.push({ seed, milliseconds, size: text.length });
    for (const fault of outcome.faults) {
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
  `${count} notebooks, ${fixes} fixes applied, ${faults} faults, ${slow.length} above 250 ms + 1 ms a kilobyte`,
);
