import {
  evidenceBesidesReason,
  type Evidence,
  type Finding,
  type Severity,
  type Span,
} from "@sagemaker-preflight/core";

/** A finding in the words of an editor, without the editor's types. */
export interface ShownFinding {
  readonly span: Span;
  readonly severity: Severity;
  readonly message: string;
  /** The rule's id. */
  readonly code: string;
  /** The rule's source document. */
  readonly link: string;
  /**
   * One line each: what the finding rests on. A line that concerns no other place has the finding's own span; one with a
   * `file` is about a line of that, 1-based.
   */
  readonly lines: readonly {
    readonly span: Span;
    readonly file?: { readonly path: string; readonly line: number };
    readonly text: string;
  }[];
}

export function showFinding(finding: Finding): ShownFinding {
  const { span, severity, message, rule, source, why, related } = finding;
  return {
    span,
    severity,
    message,
    code: rule,
    link: source,
    lines: [
      ...related.map((place) => ({ span: place.span, text: place.message })),
      { span, text: `Why: ${why}` },
      ...evidenceBesidesReason(finding).map((piece) => ({
        span,
        ...(piece.kind === "policy" && { file: { path: piece.path, line: piece.line } }),
        text: evidenceLine(piece),
      })),
    ],
  };
}

/** `subnet-0a1 does not exist (ec2:DescribeSubnets · 111122223333 · us-east-1 · read 2026-11-21 10:00:00 UTC)` */
export function evidenceLine(evidence: Evidence): string {
  if (evidence.kind === "document") return `${evidence.says}: ${evidence.url}`;
  if (evidence.kind === "policy") return `${evidence.says} (${evidence.path}:${evidence.line})`;
  const { call, account, region, readAt } = evidence.read;
  const origin = [call, account, region, `read ${utcTime(readAt)}`].filter((part) => part !== "");
  return `${evidence.says} (${origin.join(" · ")})`;
}

/** `2026-11-21 10:00:00 UTC`; `time`: milliseconds since 1970, UTC. */
export function utcTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
