import type { Checker } from "../check.js";
import type { Environment } from "../environment.js";
import { editCells } from "../notebook/apply-edits.js";
import type { Notebook } from "../notebook/notebook.js";
import type { Edit, Span } from "../notebook/span.js";
import type { Finding, Fix, Report } from "../report.js";
import { linesFor } from "../rules/ignore-comments.js";
import { ofNoRequest } from "../rules/written-policies.js";

/**
 * The comment that keeps a finding quiet, at the end of its line or of one of its call's. Proved: with it the notebook asks
 * for the same jobs, and has one finding less.
 *
 * @param report Of this very text.
 * @param check Made for this alone: it remembers the notebook with the comment.
 * @returns Undefined: no comment can be written there.
 */
export function ignoreFix(
  { rule, span, request }: Finding,
  notebook: Notebook,
  report: Report,
  environment: Environment,
  check: Checker,
): Fix | undefined {
  // In a policy that is text a comment would be part of the text
  if (request === ofNoRequest) return undefined;
  for (const line of linesFor({ rule, span }, report.requests[request]?.span, notebook)) {
    const edit = commentOn(line, rule, notebook);
    const commented = editCells(notebook, [edit]);
    if (commented === undefined) continue;
    const after = check(commented, environment);
    if (after.findings.length >= report.findings.length || !asksForTheSame(report, after)) continue;
    return { title: `Ignore ${rule} here`, safety: "unsafe", changes: [], edits: [edit] };
  }
  return undefined;
}

/** A rule that joins others in the comment that is there. */
function commentOn({ cell, from, to }: Span, rule: string, { cells }: Notebook): Edit {
  const line = cells[cell]?.text.slice(from, to) ?? "";
  const there = /#\s*preflight:\s*ignore\[[^[\]]*(?=\])/.exec(line);
  if (there !== null) {
    const end = from + there.index + there[0].length;
    return { span: { cell, from: end, to: end }, text: `, ${rule}` };
  }
  const end = from + line.trimEnd().length;
  return { span: { cell, from: end, to: end }, text: `  # preflight: ignore[${rule}]` };
}

function asksForTheSame(before: Report, after: Report): boolean {
  const said = ({ requests, problems }: Report) =>
    JSON.stringify([
      problems.length,
      requests.map(({ operation, fields }) => [
        operation,
        [...fields].map(([path, { state, value }]) => [path, state, value]),
      ]),
    ]);
  return said(before) === said(after);
}
