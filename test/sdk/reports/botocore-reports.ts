import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomRequest, type RandomRequest } from "./random-parameters.js";

const recording = join(import.meta.dirname, "botocore-reports.json");

/** How many requests are recorded; a run with the real botocore asks for more. */
export const recordedRequests = 300;
const askedRequests = 4000;

/**
 * A request and botocore's report on it, null where it would send it. The request is recorded too: which one a seed
 * gives changes with every operation that the catalog learns.
 */
export interface Reported {
  readonly request: RandomRequest;
  readonly report: string | null;
}

export function readReports(): readonly Reported[] {
  return JSON.parse(readFileSync(recording, "utf8")) as readonly Reported[];
}

export function writeReports(reports: readonly Reported[]): void {
  const lines = reports.slice(0, recordedRequests).map((reported) => JSON.stringify(reported));
  writeFileSync(recording, `[\n${lines.join(",\n")}\n]\n`);
}

export function randomRequests(): readonly RandomRequest[] {
  return Array.from({ length: askedRequests }, (_, seed) => randomRequest(seed));
}

/** @param python An interpreter that has botocore. */
export function askBotocore(python: string, requests: readonly RandomRequest[]): readonly Reported[] {
  const script = join(import.meta.dirname, "botocore-reports.py");
  const output = execFileSync(python, [script], {
    input: requests.map((request) => JSON.stringify(request)).join("\n"),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const reports = output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as string | null);
  return requests.map((request, index) => ({ request, report: reports[index] ?? null }));
}
