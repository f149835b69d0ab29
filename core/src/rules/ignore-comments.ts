import type { Notebook } from "../notebook/notebook.js";
import type { Span } from "../notebook/span.js";
import type { PolicyInForce } from "../policy/team-policy.js";
import type { Finding } from "../report.js";

/** What of a finding decides whether a comment is about it. `call`: the name of the call and the whole of it. */
export interface IgnorableFinding {
  readonly rule: string;
  readonly span: Span;
}

/** `# preflight: ignore[subnet-not-found, kms-key-not-found] the reason`; other comments may stand before it. */
const comment = /#[ \t]*preflight:[ \t]*ignore\[([^[\]\n]*)\]/g;

/** A rule that a comment names, perhaps one that does not exist. */
export interface WrittenIgnore {
  readonly rule: string;
  /** Of the name alone. */
  readonly span: Span;
}

/** The same in the text of its cell. */
export interface IgnoreInText {
  readonly rule: string;
  readonly at: number;
}

/** @param found By cell. */
export function ignoresAt(found: readonly (readonly IgnoreInText[])[]): readonly WrittenIgnore[] {
  return found.flatMap((ignores, cell) =>
    ignores.map(({ rule, at }) => ({ rule, span: { cell, from: at, to: at + rule.length } })),
  );
}

const none: readonly IgnoreInText[] = [];

/** The rules that the comments of a text name, and where. Most texts have no such comment. */
export function ignoredIn(text: string): readonly IgnoreInText[] {
  if (!text.includes("preflight:")) return none;
  return [...text.matchAll(comment)].flatMap(({ index, 0: whole, 1: rules = "" }) => {
    let next = index + whole.length - "]".length - rules.length;
    return rules.split(",").map((named) => {
      const at = next + named.length - named.trimStart().length;
      next += named.length + ",".length;
      return { rule: named.trim(), at };
    });
  });
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

/** Finds the comment by which the author, who has seen a finding, wants it kept quiet. */
export class IgnoreComments {
  private readonly byRule = new Map<string, Span[]>();

  /** @param written Of that notebook. */
  constructor(
    written: readonly WrittenIgnore[],
    private readonly notebook: Notebook,
  ) {
    for (const { rule, span } of written) {
      const others = this.byRule.get(rule);
      if (others) others.push(span);
      else this.byRule.set(rule, [span]);
    }
  }

  about(finding: IgnorableFinding, call: Span | undefined): Span | undefined {
    const written = this.byRule.get(finding.rule);
    if (written === undefined) return undefined;
    for (const { cell, from, to } of linesFor(finding, call, this.notebook)) {
      const there = written.find((span) => span.cell === cell && span.from >= from && span.to <= to);
      if (there !== undefined) return there;
    }
    return undefined;
  }
}

/** A finding that is told although a comment would keep it quiet says why. */
export function withVainComment(
  finding: Finding,
  comment: Span | undefined,
  { ignoreComments }: PolicyInForce,
): Finding {
  if (comment === undefined) return finding;
  const why =
    ignoreComments === "forbidden"
      ? "the team's policy forbids it"
      : "the machine's policy asks for the rule";
  const note = { span: comment, message: `This comment has no effect: ${why}` };
  return { ...finding, related: [...finding.related, note] };
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
