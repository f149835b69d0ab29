import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { generateNotebook, toIpynb } from "./generate-notebook.js";
import type { Measurement } from "./measurement.js";

const root = resolve(import.meta.dirname, "../..");

/** The most memory that a process takes which checks one very large notebook, against what it took before. */
export function benchMemory(): Measurement {
  if (!existsSync(join(root, "core/dist/index.js")))
    throw new Error("core/dist/index.js is not there: npm run build");
  const folder = join(root, ".cache/bench");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "largest.ipynb");
  writeFileSync(file, toIpynb(generateNotebook(1, { cells: 1000, jobs: 40 })));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "test/bench/check-memory.mjs"), file],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  const [before, most] = JSON.parse(stdout) as [number, number];
  return {
    what: "memory of a process that checks a notebook of 1000 cells with 40 jobs",
    measured: `${most.toFixed(0)} MB`,
    baseline: `(Node and the loaded check) ${before.toFixed(0)} MB`,
    ratio: most / before,
    target: "≤ 150 MB",
    reached: most <= 150,
  };
}
