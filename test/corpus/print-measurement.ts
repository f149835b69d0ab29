import { availableParallelism, loadavg } from "node:os";
import type { CheckedFile, FoundFinding } from "./check-file.js";
import {
  bySurface,
  countBy,
  percentile,
  surfaceOf,
  type MeasuredFile,
  type PlacedState,
} from "./measurement.js";
import type { ComparedState } from "./states.js";

const slow = 250;

/** What `--list` shows, each as the lines of one file. */
export const listings = {
  missed: ({ checked, missed }: MeasuredFile) =>
    missed.map(
      ({ cell, line, surface, kind, name }) =>
        `${checked.id} cell ${cell} line ${line} ${surface} ${kind} ${name}`,
    ),
  extra: ({ checked, extra }: MeasuredFile) =>
    extra.map(
      ({ request, line }) =>
        `${checked.id} cell ${request.span.cell} line ${line} ${surfaceOf[request.client]} ${request.name}`,
    ),
  vpc: ({ vpc }: MeasuredFile) => disagreements(vpc),
  kms: ({ keys }: MeasuredFile) => disagreements(keys),
  local: ({ localMode }: MeasuredFile) => disagreements(localMode),
  findings: ({ checked }: MeasuredFile) => checked.findings.map((found) => describe(checked, found)),
  problems: ({ checked: { id, problems } }: MeasuredFile) =>
    problems.map(
      ({ problem: { span, message }, line }) => `${id} cell ${span.cell} line ${line}: ${message}`,
    ),
} as const satisfies Record<string, (file: MeasuredFile) => readonly string[]>;

export type Listing = keyof typeof listings;

/** @param inFolder How many files there were, those without a label too. */
export function printSummary(files: readonly MeasuredFile[], inFolder: number): void {
  console.log(`${files.length} files with labels of ${inFolder} in the folder`);
  printSites(files);
  printStates(
    "VPC",
    files.flatMap(({ vpc }) => vpc),
  );
  printStates(
    "KMS keys",
    files.flatMap(({ keys }) => keys),
  );
  printStates(
    "Local mode",
    files.flatMap(({ localMode }) => localMode),
  );
  printTimes(files.map(({ checked }) => checked));

  const failed = files.filter(({ checked }) => checked.failure !== undefined);
  console.log(`\nFailures: ${failed.length}`);
  for (const { checked } of failed) console.log(`  ${checked.id}: ${redact(checked.failure ?? "")}`);

  const findings = files.flatMap(({ checked }) => checked.findings.map((found) => ({ checked, found })));
  console.log("\nFindings");
  for (const [rule, count] of countBy(
    findings,
    ({ found: { finding } }) => `${finding.severity} ${finding.rule}`,
  ))
    console.log(`  ${String(count).padStart(5)} ${rule}`);
  const errors = findings.filter(({ found: { finding } }) => finding.severity === "error");
  console.log(`\nErrors, each a false alarm unless half a VPC or a placeholder: ${errors.length}`);
  for (const { checked, found } of errors) console.log(`  ${describe(checked, found)}`);
}

function printSites(files: readonly MeasuredFile[]): void {
  console.log(`\n${"Call sites".padEnd(34)} labels  found recall  extra precision`);
  for (const { surface, labelled, matched, extra } of bySurface(files)) {
    const isWhole = !surface.includes(" ");
    const name = isWhole ? surface : `  ${surface.slice(surface.indexOf(" ") + 1)}`;
    const precision = isWhole ? `${String(extra).padStart(6)} ${percent(matched, matched + extra)}` : "";
    console.log(
      `${name.padEnd(34)} ${String(labelled).padStart(6)} ${String(matched).padStart(6)} ${percent(matched, labelled)} ${precision}`,
    );
  }
  const missed = files.flatMap((file) => file.missed);
  console.log("\nMissed most");
  for (const [name, count] of countBy(missed, ({ surface, name }) => `${surface} ${name}`).slice(0, 40))
    console.log(`  ${String(count).padStart(5)} ${name}`);
}

function printStates(what: string, states: readonly ComparedState[]): void {
  const agreed = states.filter(({ agree }) => agree).length;
  console.log(`\n${what}: ${agreed} of ${states.length} agree (${percent(agreed, states.length).trim()})`);
  for (const [pair, count] of countBy(states, ({ labelled, found }) => `label ${labelled}, found ${found}`))
    console.log(`  ${String(count).padStart(5)} ${pair}`);
}

function printTimes(files: readonly CheckedFile[]): void {
  const times = files.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const total = times.reduce((sum, one) => sum + one, 0);
  const [p50, p95, most] = [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1));
  console.log(
    `\nTime of a first check: p50 ${p50} ms, p95 ${p95} ms, max ${most} ms, total ${total.toFixed(0)} ms`,
  );
  const [load = 0] = loadavg();
  if (load > availableParallelism() / 2)
    console.log(`  The machine is busy (load ${load.toFixed(1)}): the times are too long.`);
  for (const { id, milliseconds } of files)
    if (milliseconds > slow) console.log(`  above ${slow} ms: ${id} ${milliseconds.toFixed(0)} ms`);
}

function disagreements(states: readonly PlacedState[]): readonly string[] {
  return states
    .filter(({ agree }) => !agree)
    .map(({ place, labelled, found }) => `${place}: label ${labelled}, found ${found}`);
}

function describe({ id }: CheckedFile, { finding, line }: FoundFinding): string {
  const { severity, rule, span, message } = finding;
  return `${severity} ${rule} ${id} cell ${span.cell} line ${line}: ${redact(message)}`;
}

/** Notebooks can hold credentials: long runs of letters and digits are not shown. */
function redact(text: string): string {
  return text.replace(/(?:[A-Za-z0-9+=_]{20,}|\b(?:hf_|AKIA|ASIA|gh[ps]_|sk-)\w+)/g, (run) =>
    /\d/.test(run) ? "…" : run,
  );
}

function percent(part: number, whole: number): string {
  return (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`).padStart(7);
}
