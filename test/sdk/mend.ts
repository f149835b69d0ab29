import type { Question } from "../../core/src/account/question.js";
import { questionKey } from "../../core/src/account/question.js";
import { createChecker } from "../../core/src/check.js";
import type { FileAnswer } from "../../core/src/files/file-answer.js";
import { applyEdits, editCells } from "../../core/src/notebook/apply-edits.js";
import type { FileEdit, Fix, Report } from "../../core/src/report.js";
import type { Edit } from "../../core/src/notebook/span.js";
import type { FieldPath, JobRequest, Json } from "../../core/src/requests/request.js";
import { toCase, type SdkCase } from "./sdk-case.js";
import { worldEnvironment } from "./world-account.js";

/** A snippet after the first fix of each finding, one after the other, until no finding has one. */
export interface Mended {
  readonly text: string;
  /** What the fixes set; of those that set the same field of the same operation the last one counts. */
  readonly changes: readonly Change[];
}

export interface Change {
  readonly operation: string;
  readonly part?: FieldPath;
  readonly path: FieldPath;
  readonly value: Json;
  /** The run may take a branch that has another value. */
  readonly onlyWhereMissing?: true;
}

/** More rounds than a snippet has settings to mend: fixes that follow each other for ever are found. */
const mostFixes = 10;

export function mend(original: SdkCase): Mended {
  const changes = new Map<string, Change>();
  let current = original;
  for (let round = 0; round < mostFixes; round += 1) {
    const report = checkInWorld(current);
    const found = firstFixOfNotebook(report);
    if (found === undefined) return { text: current.text, changes: [...changes.values()] };
    addChanges(changes, found.fix, report.requests[found.request]);
    current = toCase(current.name, applied(current, found.fix).text);
  }
  throw new Error(`${original.name}: still something to fix after ${mostFixes} fixes`);
}

/** A snippet after one of its fixes alone. */
export interface FixedAlone extends Mended {
  readonly titles: readonly string[];
  readonly edits: readonly Edit[];
  readonly fileEdits: readonly FileEdit[];
  /** The files beside it that it changes, as they are then. */
  readonly files: ReadonlyMap<string, string>;
}

/** After each fix of each finding; those that write the same are one. */
export function eachFix(one: SdkCase): readonly FixedAlone[] {
  const { findings, requests } = checkInWorld(one);
  const byText = new Map<
    string,
    Omit<FixedAlone, "titles" | "changes"> & { titles: string[]; changes: Map<string, Change> }
  >();
  for (const { fixes, request } of findings) {
    for (const fix of fixes) {
      const { text, files } = applied(one, fix);
      const key = JSON.stringify([text, ...files]);
      const same = byText.get(key);
      const titles = same?.titles ?? [];
      const changes = same?.changes ?? new Map<string, Change>();
      if (!titles.includes(fix.title)) titles.push(fix.title);
      addChanges(changes, fix, requests[request]);
      byText.set(key, { titles, edits: fix.edits, fileEdits: fix.fileEdits ?? [], changes, text, files });
    }
  }
  return [...byText.values()].map((fixed) => ({ ...fixed, changes: [...fixed.changes.values()] }));
}

/** What a fix sets, besides what others set before it. */
function addChanges(changes: Map<string, Change>, fix: Fix, request: JobRequest | undefined): void {
  // Of a pipeline's step what it is the request of
  const { step } = request ?? {};
  const operation = step?.operation ?? request?.operation ?? "";
  const below = step?.at.length ?? 0;
  for (const { path, value, onlyWhereMissing } of fix.changes) {
    const own = path.slice(below);
    const isReplaced = (key: string) => key.startsWith(`${operation} ${own}[`);
    for (const key of [...changes.keys()].filter(isReplaced)) changes.delete(key);
    const part = request?.part === undefined ? {} : { part: request.part.slice(below) };
    changes.set(`${operation} ${own}`, {
      operation,
      ...part,
      path: own,
      value,
      ...(onlyWhereMissing ? { onlyWhereMissing } : {}),
    });
  }
}

/** Checks with all questions answered, also those that only fixes need. */
export function checkInWorld({
  notebook,
  sdkDefaults,
  readFile,
}: Pick<SdkCase, "notebook" | "sdkDefaults" | "readFile">): Report {
  const questions = new Map<string, Question>();
  const files = new Map<string, FileAnswer>();
  const check = createChecker(); // as an editor does, which checks again with each answer
  for (;;) {
    const report = check(notebook, { ...worldEnvironment(questions.values()), sdkDefaults, files });
    const unread = report.files.filter((path) => !files.has(path));
    for (const path of unread) files.set(path, readFile(path));
    if (unread.length > 0) continue;
    const asked = [...report.questions, ...report.findings.flatMap(({ asks }) => asks)];
    const news = asked.filter((question) => !questions.has(questionKey(question)));
    if (news.length === 0) return report;
    for (const question of news) questions.set(questionKey(question), question);
  }
}

/** Files beside the notebook are never changed along with others. */
function firstFixOfNotebook(report: Report): { readonly fix: Fix; readonly request: number } | undefined {
  const all = report.findings.flatMap(({ fixes, request }) => fixes.map((fix) => ({ fix, request })));
  return all.find(({ fix }) => fix.fileEdits === undefined);
}

function applied(
  { name, notebook, readFile }: SdkCase,
  { edits, fileEdits = [], title }: Fix,
): { readonly text: string; readonly files: ReadonlyMap<string, string> } {
  const edited = editCells(notebook, edits);
  const files = new Map<string, string>();
  for (const file of new Set(fileEdits.map((edit) => edit.file))) {
    const answer = readFile(file);
    const own = fileEdits.filter((edit) => edit.file === file);
    const text = answer.state === "text" ? applyEdits(answer.text, own) : undefined;
    if (text === undefined) throw new Error(`${name}: the edits of “${title}” do not fit ${file}`);
    files.set(file, text);
  }
  if (edited === undefined) throw new Error(`${name}: the edits of “${title}” overlap`);
  return { text: edited.cells.map(({ text }) => text).join(""), files };
}
