import { parser } from "@lezer/python";
import { noEnvironment } from "../../core/src/environment.js";
import { check } from "../../core/src/index.js";
import { generateNotebook } from "./generate-notebook.js";
import type { Measurement } from "./measurement.js";
import { interleave, median } from "./sample.js";

/** A check that remembers nothing of a 200-cell notebook, against parsing its code cells alone. */
export function benchColdCheck(): Measurement {
  const notebook = generateNotebook(1, { cells: 200, jobs: 6 });
  const texts = notebook.cells.filter(({ kind }) => kind === "code").map(({ text }) => text);
  const { one, other } = interleave(
    () => {
      check(notebook, noEnvironment);
    },
    () => {
      for (const text of texts) parser.parse(text);
    },
    { rounds: 60, warmUp: 30 },
  );
  const ratio = median(one) / median(other);
  const jobs = check(notebook, noEnvironment).requests.length;
  return {
    what: `cold check, 200 cells, ${jobs} jobs found`,
    measured: `${median(one).toFixed(2)} ms`,
    baseline: `${median(other).toFixed(2)} ms`,
    ratio,
    target: "ratio ≤ 1.5",
    reached: ratio <= 1.5,
  };
}
