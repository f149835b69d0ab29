import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { generateNotebook, toIpynb } from "./generate-notebook.js";
import type { Measurement } from "./measurement.js";
import { interleave, median } from "./sample.js";

const root = resolve(import.meta.dirname, "../..");
const cli = join(root, "core/dist/cli.js");

/** `--version`, against Node that runs nothing. */
export function benchVersion(): Measurement {
  return againstNode("start-up: --version", [cli, "--version"], 2);
}

/** One small notebook, against Node that runs nothing. */
export function benchSmallFile(): Measurement {
  const folder = join(root, ".cache/bench");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "small.ipynb");
  writeFileSync(file, toIpynb(generateNotebook(1, { cells: 10, jobs: 1 })));
  return againstNode(
    "start-up: check of one small notebook",
    [cli, "check", "--offline", "--no-cache", file],
    6,
  );
}

function againstNode(what: string, args: readonly string[], most: number): Measurement {
  if (!existsSync(cli)) throw new Error("core/dist/cli.js is not there: npm run build");
  const { one, other } = interleave(
    () => {
      spawnSync(process.execPath, args);
    },
    () => {
      spawnSync(process.execPath, ["-e", "0"]);
    },
    { rounds: 9, warmUp: 1 },
  );
  const ratio = median(one) / median(other);
  return {
    what,
    measured: `${median(one).toFixed(0)} ms`,
    baseline: `(Node alone) ${median(other).toFixed(0)} ms`,
    ratio,
    target: `ratio ≤ ${most}`,
    reached: ratio <= most,
  };
}
