import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import {
  createChecker,
  readIpynb,
  readPython,
  type Environment,
  type Finding,
  type JobRequest,
  type MadeObject,
  type Notebook,
  type Problem,
  type Span,
} from "../../core/src/index.js";

/** A request and the lines of its call, 1-based in the cell, both included. */
export interface FoundSite {
  readonly request: JobRequest;
  readonly line: number;
  readonly endLine: number;
}

/** An object that could start jobs, made at these lines and shown at no request. */
export interface FoundObject {
  readonly object: MadeObject;
  readonly line: number;
  readonly endLine: number;
}

export interface FoundFinding {
  readonly finding: Finding;
  readonly line: number;
}

export interface FoundProblem {
  readonly problem: Problem;
  readonly line: number;
}

export interface CheckedFile {
  /** The file's name without its ending. */
  readonly id: string;
  readonly sites: readonly FoundSite[];
  readonly objects: readonly FoundObject[];
  readonly findings: readonly FoundFinding[];
  /** What the report says could not be read. */
  readonly problems: readonly FoundProblem[];
  /** Of the check alone, a first one by a new checker. */
  readonly milliseconds: number;
  /** What was thrown, or why the file could not be read. */
  readonly failure?: string;
}

const offline: Environment = { region: "us-east-1", facts: new Map(), online: false };

export function checkFile(path: string): CheckedFile {
  const id = basename(path, extname(path));
  const nothing = { id, sites: [], objects: [], findings: [], problems: [] };
  const read = (extname(path) === ".ipynb" ? readIpynb : readPython)(readFileSync(path, "utf8"), id);
  if ("problem" in read) return { ...nothing, milliseconds: 0, failure: read.problem };

  const { notebook } = read;
  const start = performance.now();
  try {
    const report = createChecker()(notebook, offline);
    return {
      id,
      milliseconds: performance.now() - start,
      sites: report.requests.map((request) => ({ request, ...linesOf(request.span, notebook) })),
      objects: report.objects.map((object) => ({ object, ...linesOf(object.span, notebook) })),
      findings: report.findings.map((finding) => ({ finding, line: linesOf(finding.span, notebook).line })),
      problems: report.problems.map((problem) => ({ problem, line: linesOf(problem.span, notebook).line })),
    };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...nothing, milliseconds: performance.now() - start, failure };
  }
}

function linesOf({ cell, from, to }: Span, { cells }: Notebook): { line: number; endLine: number } {
  const text = cells[cell]?.text ?? "";
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  return { line: lineAt(from), endLine: lineAt(to) };
}
