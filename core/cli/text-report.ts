import type { Span } from "../src/notebook/span.js";
import type { Evidence, Finding, Report } from "../src/report.js";
import { CellLines, type CheckedFile } from "./checked-file.js";
import type { Rendering } from "./file-result.js";
import { foundJobBlock, remediesOf } from "./job-text.js";
import { palette, printable, severityColour, utc, width, type Palette } from "./terminal-text.js";

/** The findings of one file as text for people, one block each. @returns Undefined when there is nothing to say. */
export function fileText(file: CheckedFile, rendering: Rendering): string | undefined {
  const blocks = fileBlocks(file, rendering, palette(rendering.colours));
  return blocks.length === 0 ? undefined : blocks.join("\n\n");
}

function fileBlocks(file: CheckedFile, options: Rendering, colours: Palette): string[] {
  const { notebook, report, path } = file;
  if (notebook === undefined || report === undefined) return [];
  const lines = new CellLines(notebook);
  const at = (span: Span) => colours.bold(`${printable(path)}:${where(span, isOneCell(path), lines)}`);
  const fixed = (file.applied ?? []).map(
    ({ title, rule, finding }) => `${at(finding.span)} ${colours.green("fixed")} ${rule} ${printable(title)}`,
  );
  const problems = report.problems.map(({ span, message }) =>
    [
      `${at(span)} ${colours.yellow("not read")} ${printable(message)}`,
      ...(report.unread === undefined ? excerpt(span, lines, colours.yellow) : []),
    ].join("\n"),
  );
  const helps = file.job ? "remedy" : options.fix ? "fixing" : "edit";
  const findings = [...report.findings]
    .sort((a, b) => a.span.cell - b.span.cell || a.span.from - b.span.from)
    .map((finding) => findingBlock(finding, at(finding.span), lines, colours, helps));
  const jobs = options.verbose ? report.requests.map((_, i) => jobLine(report, i, at)) : [];
  const found = file.job ? [foundJobBlock(file.job, options.verbose, colours)] : [];
  return [...found, ...jobs, ...fixed, ...problems, ...findings];
}

/** How a finding is mended: by an edit in an editor or with `--fix`; a job that is there already, by a new one. */
type Helps = "edit" | "fixing" | "remedy";

function findingBlock(
  finding: Finding,
  at: string,
  lines: CellLines,
  colours: Palette,
  helps: Helps,
): string {
  const { severity, rule, message, why, evidence, related, fixes, remedy } = finding;
  const colour = severityColour(severity, colours);
  const notes = [
    ["why", why] as const,
    ...evidence.map((one) => {
      // A rule's own document says why; once is enough.
      if (one.kind === "document" && one.says === why) return ["source", one.url] as const;
      return ["evidence", evidenceText(one)] as const;
    }),
    ...related.map((other) => {
      const { line, column } = lines.of(other.span.cell).position(other.span.from);
      return ["see", `cell ${other.span.cell + 1}:${line}:${column} ${other.message}`] as const;
    }),
    ...(helps === "remedy"
      ? remediesOf(finding)
      : fixes.length === 0 && remedy !== undefined
        ? [["help", remedy] as const]
        : fixes
            .slice(0, 1)
            .map((fix) => ["help", helpText(fix, fixes.length - 1, helps === "fixing")] as const)),
  ];
  return [
    `${at} ${colour(severity)} ${colours.bold(rule)} ${printable(message)}`,
    ...excerpt(finding.span, lines, colour),
    ...notes.map(([name, text]) => `  ${colours.dim("=")} ${colours.bold(`${name}:`)} ${printable(text)}`),
  ].join("\n");
}

function helpText(fix: Finding["fixes"][number], others: number, fixing: boolean): string {
  const how =
    fix.safety === "safe" ? (fixing ? "" : " (--fix does this)") : " (your choice: --fix leaves it to you)";
  const more =
    others === 0 ? "" : `; or ${others === 1 ? "one other fix" : `${others} other fixes`} in the editor`;
  return `${fix.title}${how}${more}`;
}

function evidenceText(evidence: Evidence): string {
  if (evidence.kind === "document") return `${evidence.says}: ${evidence.url}`;
  if (evidence.kind === "policy") return `${evidence.says} (${evidence.path}:${evidence.line})`;
  const { call, account, region, readAt } = evidence.read;
  return `${evidence.says} (${call}, account ${account || "unknown"}, ${region}, ${utc(readAt)})`;
}

function jobLine({ requests, verdicts }: Report, index: number, at: (span: Span) => string): string {
  const request = requests[index];
  // What another call is judged for is told there
  if (request === undefined || request.judgedAt !== undefined) return "";
  const count = new Map<string, number>();
  const open: string[] = [];
  for (const [rule, verdict] of verdicts[index] ?? []) {
    count.set(verdict.state, (count.get(verdict.state) ?? 0) + 1);
    if (verdict.state === "cannot tell")
      open.push(`\n  cannot tell ${rule}: ${printable(verdict.for.join("; "))}`);
  }
  const counts = [...count].map(([state, n]) => `${n} ${state}`).join(", ");
  const { nameSpan, operation, step, name } = request;
  const job = step?.operation ?? operation;
  return `${at(nameSpan)} job ${job} by ${name}: ${counts}${open.join("")}`;
}

/** The line with the span underlined; of a span over several lines the first, of a long line the part around it. */
function excerpt({ cell, from, to }: Span, lines: CellLines, colour: (text: string) => string): string[] {
  const start = lines.of(cell).position(from);
  const end = lines.of(cell).position(to);
  const line = lines.of(cell).line(start.line);
  const first = start.column - 1;
  const last = end.line === start.line ? Math.max(end.column - 1, first) : line.length;
  const cutFrom = first > maxLine / 2 ? first - maxLine / 4 : 0;
  const cutTo = Math.min(line.length, cutFrom + maxLine);
  const before = (cutFrom > 0 ? "…" : "") + printable(line.slice(cutFrom, first));
  const marked = printable(line.slice(first, Math.min(last, cutTo)));
  const after = printable(line.slice(Math.min(last, cutTo), cutTo)) + (cutTo < line.length ? "…" : "");
  const number = String(start.line);
  const margin = " ".repeat(number.length);
  const underline = " ".repeat(width(before)) + colour("^".repeat(Math.max(1, width(marked))));
  return [` ${margin} |`, ` ${number} | ${before}${marked}${after}`, ` ${margin} | ${underline}`];
}

const maxLine = 160;

/** Cells count from 1 as in the editors' "cell 3 of 10"; a `.py` file has none. */
function where({ cell, from }: Span, oneCell: boolean, lines: CellLines): string {
  const { line, column } = lines.of(cell).position(from);
  return oneCell ? `${line}:${column}` : `cell ${cell + 1}:${line}:${column}`;
}

function isOneCell(path: string): boolean {
  return !path.toLowerCase().endsWith(".ipynb");
}
