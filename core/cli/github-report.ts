import type { Evidence, Severity } from "../src/report.js";
import type { CheckedFile } from "./checked-file.js";
import { fileRegions, type FileRegion } from "./file-lines.js";
import { printable } from "./terminal-text.js";

/**
 * The findings of one file as commands of GitHub's workflows, one a line, which are shown beside the code.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function fileAnnotations(file: CheckedFile): string | undefined {
  const { path, report } = file;
  if (report === undefined) return undefined;
  const regionOf = fileRegions(file);
  const inCell = (cell: number) => (path.toLowerCase().endsWith(".ipynb") ? `Cell ${cell + 1}: ` : "");
  const lines = [
    ...report.problems.map(({ span, message }) =>
      // GitHub shows only the first ten of a level: a folder of notebooks in R must not push out what is wrong
      annotation(
        report.unread === undefined ? "warning" : "notice",
        placeOf(path, regionOf(span), "not read"),
        `${inCell(span.cell)}${message}`,
      ),
    ),
    ...[...report.findings]
      .sort((a, b) => a.span.cell - b.span.cell || a.span.from - b.span.from)
      .map(({ severity, rule, span, message, why, evidence }) =>
        annotation(
          levels[severity],
          placeOf(path, regionOf(span), rule),
          [`${inCell(span.cell)}${message}`, why, ...evidence.flatMap(policyLine)].join("\n"),
        ),
      ),
  ];
  return lines.length === 0 ? undefined : lines.join("\n");
}

function policyLine(evidence: Evidence): readonly string[] {
  return evidence.kind === "policy" ? [`${evidence.says} (${evidence.path}:${evidence.line})`] : [];
}

/** @param properties In this order; what is undefined is left out. */
export function annotation(
  level: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const given = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escaped(String(value)).replace(/:/g, "%3A").replace(/,/g, "%2C")}`);
  return `::${level} ${given.join(",")}::${message.split("\n").map(escaped).join("%0A")}`;
}

const levels: Readonly<Record<Severity, "error" | "warning" | "notice">> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/** GitHub takes columns only within one line. */
function placeOf(path: string, region: FileRegion | undefined, title: string) {
  const { line, endLine, column, endColumn } = region ?? {};
  const isOneLine = line === endLine;
  return {
    file: path.replaceAll("\\", "/"),
    line,
    endLine,
    col: isOneLine ? column : undefined,
    endColumn: isOneLine ? endColumn : undefined,
    title,
  };
}

/** Nothing of a notebook's text begins a command of its own. */
function escaped(text: string): string {
  return printable(text).replace(/%/g, "%25");
}
