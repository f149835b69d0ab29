import { availableParallelism, loadavg } from "node:os";
import { benchAccount } from "./account.js";
import { benchColdCheck, benchColdCheckOf } from "./cold-check.js";
import { benchCommandLine, notebooksFolder } from "./command-line.js";
import { benchEdit } from "./edit.js";
import { benchMemory } from "./memory.js";
import type { Measurement } from "./measurement.js";
import { benchPythonTools } from "./python-tools.js";
import { benchSmallFile, benchVersion } from "./start-up.js";

// Time depends on the machine, so the table has ratios to something measured in the same run, mostly to parsing the same
// text with @lezer/python alone. `npm run bench -- FOLDER` takes notebooks of your own for a cold check, and for the
// comparison with other command lines.
const [load = 0] = loadavg();
if (load > availableParallelism() / 2) {
  console.log(
    `This machine is busy (load ${load.toFixed(1)}): the milliseconds are too many, the ratios less so.`,
  );
}
const [, , folder] = process.argv;
const rows: Measurement[] = [];
for (const bench of [
  // Before the folder's files: an editor's process has not read hundreds of other notebooks
  benchEdit,
  () => [benchColdCheck()],
  ...(folder === undefined ? [] : [() => [benchColdCheckOf(folder)]]),
  () => [benchMemory()],
  () => [benchVersion()],
  () => [benchSmallFile()],
  () => [benchCommandLine()],
  () => benchPythonTools(folder ?? notebooksFolder),
  benchAccount,
]) {
  try {
    rows.push(...(await bench()));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}
for (const { what, measured, of, baseline, ratio, target, reached } of rows) {
  console.log(`\n${what}`);
  console.log(`  measured ${measured}`);
  console.log(`  ${of ?? "parsing alone"} ${baseline}, ratio ${ratio.toFixed(2)}`);
  console.log(`  target ${target}: ${reached ? "reached" : "NOT reached"}`);
}
