import type { Question } from "../../core/src/account/question.js";
import { questionKey } from "../../core/src/account/question.js";
import { check } from "../../core/src/check.js";
import { editCells } from "../../core/src/notebook/apply-edits.js";
import type { Fix, Report } from "../../core/src/report.js";
import type { FieldPath, Json } from "../../core/src/requests/request.js";
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
}

/** More rounds than a snippet has settings to mend: fixes that follow each other for ever are found. */
const mostFixes = 10;

export function mend(original: SdkCase): Mended {
  const changes = new Map<string, Change>();
  let current = original;
  for (let round = 0; round < mostFixes; round += 1) {
    const report = checkInWorld(current);
    const found = firstFix(report);
    if (found === undefined) return { text: current.text, changes: [...changes.values()] };
    const request = report.requests[found.request];
    const operation = request?.operation ?? "";
    for (const change of found.fix.changes) {
      const isReplaced = (path: string) => path.startsWith(`${operation} ${change.path}[`);
      for (const path of [...changes.keys()].filter(isReplaced)) changes.delete(path);
      const part = request?.part === undefined ? {} : { part: request.part };
      changes.set(`${operation} ${change.path}`, { operation, ...part, ...change });
    }
    current = toCase(current.name, applied(current, found.fix));
  }
  throw new Error(`${original.name}: still something to fix after ${mostFixes} fixes`);
}

/** Checks with all questions answered, also those that only fixes need. */
export function checkInWorld({ notebook }: SdkCase): Report {
  const questions = new Map<string, Question>();
  for (;;) {
    const report = check(notebook, worldEnvironment(questions.values()));
    const asked = [...report.questions, ...report.findings.flatMap(({ asks }) => asks)];
    const news = asked.filter((question) => !questions.has(questionKey(question)));
    if (news.length === 0) return report;
    for (const question of news) questions.set(questionKey(question), question);
  }
}

function firstFix(report: Report): { readonly fix: Fix; readonly request: number } | undefined {
  return report.findings.flatMap(({ fixes, request }) => fixes.map((fix) => ({ fix, request })))[0];
}

function applied({ name, notebook }: SdkCase, { edits, title }: Fix): string {
  const edited = editCells(notebook, edits);
  if (edited === undefined) throw new Error(`${name}: the edits of “${title}” overlap`);
  return edited.cells.map(({ text }) => text).join("");
}
