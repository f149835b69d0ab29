import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { generateNotebook, toIpynb } from "./generate-notebook.js";
import type { Measurement } from "./measurement.js";
import { interleave, median } from "./sample.js";

const root = resolve(import.meta.dirname, "../..");
const cli = join(root, "core/dist/cli.js");
const count = 1000;
export const notebooksFolder = join(root, ".cache/bench/notebooks");

/** The command line over a folder of notebooks, against a process that reads and parses the same ones. */
export function benchCommandLine(): Measurement {
  if (!existsSync(cli)) throw new Error("core/dist/cli.js is not there: npm run build");
  const folder = notebooksFolder;
  writeNotebooks(folder);
  const { one, other } = interleave(
    () => {
      run([cli, "check", "--offline", "--no-cache", folder]);
    },
    () => {
      run([join(root, "test/bench/parse-folder.mjs"), folder]);
    },
    { rounds: 3, warmUp: 1 },
  );
  const ratio = median(one) / median(other);
  return {
    what: `command line, folder of ${count} notebooks`,
    measured: `${(median(one) / 1000).toFixed(2)} s`,
    baseline: `${(median(other) / 1000).toFixed(2)} s`,
    ratio,
    target: "ratio ≤ 2.0",
    reached: ratio <= 2,
  };
}

/** Of 10 to 50 cells each; two of three ask SageMaker for one to three jobs, the others never mention it. */
function writeNotebooks(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let seed = 0; seed < count; seed += 1) {
    const notebook = generateNotebook(seed, {
      cells: 10 + ((seed * 7) % 41),
      jobs: seed % 3 === 0 ? 0 : 1 + (seed % 3),
    });
    writeFileSync(join(folder, `notebook-${seed}.ipynb`), toIpynb(notebook));
  }
}

function run(args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  // 1: findings that are errors
  if (status !== 0 && status !== 1)
    throw new Error(`${args.join(" ")} ended with ${status ?? "a signal"}: ${stderr}`);
}
