import { parser } from "@lezer/python";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check, noEnvironment, readIpynb, readPython, type Notebook } from "@sagemaker-preflight/core";
import { generateNotebook } from "./generate-notebook.js";
import type { Measurement } from "./measurement.js";
import { interleave, median } from "./sample.js";

/**
 * A check that remembers nothing of a 200-cell notebook, against parsing its code cells alone. Most of its cells do not
 * matter to a job, and are not parsed.
 */
export function benchColdCheck(): Measurement {
  const notebook = generateNotebook(1, { cells: 200, jobs: 6 });
  const { one, other } = checkAndParse(notebook, { rounds: 60, warmUp: 30 });
  const ratio = median(one) / median(other);
  const jobs = check(notebook, noEnvironment).requests.length;
  return {
    what: `cold check, 200 generated cells, ${jobs} jobs found`,
    measured: `${median(one).toFixed(2)} ms`,
    baseline: `${median(other).toFixed(2)} ms`,
    ratio,
    target: "ratio ≤ 1.5",
    reached: ratio <= 1.5,
  };
}

/** The times of a cold check, and of parsing the same code cells. */
function checkAndParse(notebook: Notebook, options: Parameters<typeof interleave>[2]) {
  const texts = codeOf(notebook);
  return interleave(
    () => {
      check(notebook, noEnvironment);
    },
    () => {
      for (const text of texts) parser.parse(text);
    },
    options,
  );
}

/**
 * The same for notebooks of the author's own, each the best of a few. In those that start jobs nearly all text matters: what
 * is left out is what no job call can depend on by the names in it.
 */
export function benchColdCheckOf(folder: string): Measurement {
  const notebooks = readdirSync(folder).flatMap((name) => notebookAt(join(folder, name)));
  let [checked, parsed] = [0, 0];
  for (const notebook of notebooks) {
    const { one, other } = checkAndParse(notebook, { rounds: 3, warmUp: 1 });
    checked += Math.min(...one);
    parsed += Math.min(...other);
  }
  const ratio = checked / parsed;
  return {
    what: `cold check, ${notebooks.length} files of ${folder}`,
    measured: `${(checked / 1000).toFixed(2)} s`,
    baseline: `${(parsed / 1000).toFixed(2)} s`,
    ratio,
    target: "ratio ≤ 1.5",
    reached: ratio <= 1.5,
  };
}

function notebookAt(path: string): Notebook[] {
  if (!/\.(?:ipynb|py)$/.test(path)) return [];
  const text = readFileSync(path, "utf8");
  const read = path.endsWith(".py") ? readPython(text, path) : readIpynb(text, path);
  return "notebook" in read ? [read.notebook] : [];
}

function codeOf({ cells }: Notebook): readonly string[] {
  return cells.filter(({ kind }) => kind === "code").map(({ text }) => text);
}
