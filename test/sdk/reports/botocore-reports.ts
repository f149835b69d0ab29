import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomRequest } from "./random-parameters.js";

const recording = join(import.meta.dirname, "botocore-reports.json");

/** How many requests are recorded; a run with the real botocore asks for more. */
export const recordedSeeds = 300;
const askedSeeds = 4000;

/** botocore's report on the request of each seed, null where it would send it. */
export type Reports = readonly (string | null)[];

export function readReports(): Reports {
  return JSON.parse(readFileSync(recording, "utf8")) as Reports;
}

export function writeReports(reports: Reports): void {
  writeFileSync(recording, `${JSON.stringify(reports.slice(0, recordedSeeds), null, 1)}\n`);
}

/** @param python An interpreter that has botocore. */
export function askBotocore(python: string, count = askedSeeds): Reports {
  const lines = Array.from({ length: count }, (_, seed) => JSON.stringify(randomRequest(seed)));
  const script = join(import.meta.dirname, "botocore-reports.py");
  const output = execFileSync(python, [script], {
    input: lines.join("\n"),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as string | null);
}
