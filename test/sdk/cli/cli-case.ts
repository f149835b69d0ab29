import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { applyEdits } from "../../../core/src/notebook/apply-edits.js";
import type { Notebook } from "../../../core/src/notebook/notebook.js";
import type { Fix, Report } from "../../../core/src/report.js";
import type { FieldPath, Json } from "../../../core/src/requests/request.js";
import type { Change } from "../mend.js";
import { checkInWorld } from "../mend.js";

const folder = import.meta.dirname;
export const casesFolder = join(folder, "cases");
export const recordingsFolder = join(folder, "recordings");

/** One request as the real AWS CLI would send it. */
export interface SentRequest {
  readonly cell: number;
  readonly operation: string;
  readonly region: string;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly refused?: { readonly error: string; readonly message: string };
}

/** What record.py wrote. `errors`: what the AWS CLI said of a command that it did not send. */
export interface CliRecording {
  readonly requests: readonly SentRequest[];
  readonly errors: readonly { readonly cell: number; readonly error: string; readonly message: string }[];
}

/**
 * A notebook (`.py`, cells with `# %%` lines between them) or a shell script (`.sh`). A comment `# dynamic: PATH, PATH`
 * names the fields that only a run can tell.
 */
export interface CliCase {
  /** With its extension. */
  readonly name: string;
  readonly cells: readonly string[];
  readonly notebook: Notebook;
  readonly dynamic: ReadonlySet<FieldPath>;
}

export function readCases(): readonly CliCase[] {
  return readdirSync(casesFolder)
    .sort()
    .map((name) => toCase(name, readFileSync(join(casesFolder, name), "utf8")));
}

export function toCase(name: string, text: string): CliCase {
  const isScript = name.endsWith(".sh");
  return caseOf(name, isScript ? [text] : text.split(/^# %%.*\n/m));
}

function caseOf(name: string, cells: readonly string[]): CliCase {
  const dynamic = cells.flatMap((cell) =>
    [...cell.matchAll(/# dynamic: (.*)$/gm)].flatMap(([, paths = ""]) => paths.split(", ")),
  );
  const language = name.endsWith(".sh") ? "shellscript" : "python";
  const notebook = { uri: name, cells: cells.map((text) => ({ kind: "code" as const, language, text })) };
  return { name, cells, notebook, dynamic: new Set(dynamic) };
}

export function textOf({ cells }: CliCase): string {
  return cells.join("# %%\n");
}

export function fixedName(name: string): string {
  return name.replace(/\.(\w+)$/, ".fixed.$1");
}

export function readRecording(name: string): CliRecording {
  const path = join(recordingsFolder, `${name}.json`);
  return JSON.parse(readFileSync(path, "utf8")) as CliRecording;
}

/** The case after the product's fixes, as it was recorded; `undefined` when there was nothing to fix. */
export function readFixed(name: string): string | undefined {
  const path = join(recordingsFolder, fixedName(name));
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

const mostFixes = 12;

/** The case after the first fix of each finding, until no finding has one. */
export function mendCase(original: CliCase): {
  readonly fixed: CliCase;
  readonly changes: readonly Change[];
} {
  let current = original;
  const changes: Change[] = [];
  for (let round = 0; round < mostFixes; round += 1) {
    const report = checkCase(current);
    const found = report.findings.flatMap(({ fixes, request }) => fixes.map((fix) => ({ fix, request })))[0];
    if (!found) return { fixed: current, changes };
    const operation = report.requests[found.request]?.operation ?? "";
    changes.push(...found.fix.changes.map((change) => ({ operation, ...change })));
    current = caseOf(current.name, applied(current, found.fix));
  }
  throw new Error(`${original.name}: still something to fix after ${mostFixes} fixes`);
}

/** Checks with all questions answered, in the recorder's account. */
export function checkCase({ notebook }: CliCase): Report {
  const nowhere = { path: "/none/config.yaml", isOverride: false };
  const sdkDefaults = { administrator: nowhere, user: nowhere };
  return checkInWorld({ notebook, sdkDefaults, readFile: () => ({ state: "absent" }) });
}

function applied({ name, cells }: CliCase, { edits, title }: Fix): readonly string[] {
  return cells.map((text, cell) => {
    const own = edits.filter(({ span }) => span.cell === cell);
    const result = applyEdits(
      text,
      own.map(({ span: { from, to }, text: inserted }) => ({ from, to, text: inserted })),
    );
    if (result === undefined) throw new Error(`${name}: the edits of “${title}” overlap`);
    return result;
  });
}
