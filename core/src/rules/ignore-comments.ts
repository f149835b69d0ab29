import type { Notebook } from "../notebook/notebook.js";
import type { Span } from "../notebook/span.js";

/** What of a finding decides whether a comment is about it. `call`: the name of the call and the whole of it. */
export interface IgnorableFinding {
  readonly rule: string;
  readonly span: Span;
}

/** `# preflight: ignore[subnet-not-found, kms-key-not-found] the reason`; other comments may stand before it. */
const comment = /#\s*preflight:\s*ignore\[([^\]\n]*)\]/g;

/** The rules that the comments of a line name. */
export function ignoredIn(line: string): readonly string[] {
  return [...line.matchAll(comment)].flatMap(([, rules = ""]) => rules.split(",").map((rule) => rule.trim()));
}

/**
 * The lines, as places in a cell, on which a comment concerns a finding: those of the finding itself, and the first and
 * the last line of its call.
 */
export function linesFor(
  { span }: IgnorableFinding,
  call: Span | undefined,
  { cells }: Notebook,
): readonly Span[] {
  const lines = [...linesOf(span, cells[span.cell]?.text ?? "")];
  if (call !== undefined) {
    const ofCall = linesOf(call, cells[call.cell]?.text ?? "");
    lines.push(...ofCall.slice(0, 1), ...ofCall.slice(-1));
  }
  return lines;
}

/** Most notebooks have none, and most have no finding. */
export function hasIgnoreComments({ cells }: Notebook): boolean {
  return cells.some(({ text }) => text.includes("preflight:"));
}

/** The author has seen the finding and wants it kept quiet. */
export function isIgnored(finding: IgnorableFinding, call: Span | undefined, notebook: Notebook): boolean {
  const { cells } = notebook;
  return linesFor(finding, call, notebook).some(({ cell, from, to }) =>
    ignoredIn(cells[cell]?.text.slice(from, to) ?? "").includes(finding.rule),
  );
}

function linesOf({ cell, from, to }: Span, text: string): readonly Span[] {
  const lines: Span[] = [];
  let start = text.lastIndexOf("\n", from - 1) + 1;
  for (;;) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    lines.push({ cell, from: start, to: text[end - 1] === "\r" ? end - 1 : end });
    if (next < 0 || end >= to) return lines;
    start = next + 1;
  }
}
