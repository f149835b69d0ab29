import type { AccountDescription } from "../src/account/account-reader.js";
import { identityOf } from "../src/account/inventory.js";
import type { Span } from "../src/notebook/span.js";
import type { Evidence, Finding, Report, Severity } from "../src/report.js";
import { jobsIn } from "../src/requests/jobs-in.js";
import { CellLines, type CheckedFile } from "./checked-file.js";
import { foundJobBlock, remediesOf } from "./job-text.js";
import { palette, printable, width, type Palette } from "./terminal-text.js";

export interface TextReportOptions {
  readonly colours: boolean;
  readonly verbose: boolean;
  readonly fix: boolean;
  readonly offline: boolean;
  readonly account?: AccountDescription;
  readonly failure?: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

/** The findings of all files as text for people, and what was checked, asked and not told. */
export function textReport(files: readonly CheckedFile[], options: TextReportOptions): string {
  const colours = palette(options.colours);
  const blocks = files.flatMap((file) => fileBlocks(file, options, colours));
  return [...blocks, summary(files, options, colours)].join("\n\n") + "\n";
}

function fileBlocks(file: CheckedFile, options: TextReportOptions, colours: Palette): string[] {
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
      ...excerpt(span, lines, colours.yellow),
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

function summary(files: readonly CheckedFile[], options: TextReportOptions, colours: Palette): string {
  const reports = files.flatMap(({ report }) => report ?? []);
  const findings = reports.flatMap((report) => report.findings);
  const jobs = reports.reduce((sum, { requests }) => sum + jobsIn(requests).length, 0);
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const counts = [
    counted(of("error"), "error", severityColour("error", colours)),
    counted(of("warning"), "warning", severityColour("warning", colours)),
    counted(of("info"), "note", severityColour("info", colours)),
  ].filter((count) => count !== undefined);
  const failed = files.filter(({ error }) => error !== null).length;
  const found = counts.length === 0 ? colours.green("no findings") : counts.join(", ");
  const quiet = reports.reduce((sum, { ignored }) => sum + ignored.length, 0);
  const said = quiet === 0 ? found : `${found}, ${quiet} ignored by comments`;
  const unread = failed === 0 ? "" : `, ${plural(failed, "file")} not read or written`;
  const isOfJobs = files.some(({ job }) => job !== undefined);
  const lines = [
    isOfJobs
      ? `Judged ${plural(jobs, "request")} of SageMaker by what the account is now: ${said}${unread}.`
      : `Checked ${plural(files.length - failed, "file")} with ${plural(jobs, "SageMaker job")}: ${said}${unread}.`,
  ];
  const fixed = files.reduce((sum, { applied }) => sum + (applied?.length ?? 0), 0);
  if (options.fix)
    lines.push(fixed === 0 ? "Nothing to fix safely." : `Made ${plural(fixed, "fix", "fixes")}.`);
  else if (isOfJobs) lines.push(...askedChoices(findings));
  else if (!options.offline && findings.some(({ asks, fixes }) => asks.length > 0 && fixes.length === 0))
    lines.push(
      "Fixes with the account's own subnets, groups and keys: --fix makes the safe ones, the editors offer all.",
    );
  lines.push(accountLine(options, jobs));
  lines.push(...gapLines(reports), ...unknownLine(reports, options.verbose));
  return lines.map((line) => (line.includes("\u001b") ? line : printable(line))).join("\n");
}

/** A job that is there cannot be edited: what would mend it is looked for when somebody asks. */
function askedChoices(findings: readonly Finding[]): string[] {
  if (!findings.some(({ asks, fixes }) => asks.length > 0 && fixes.length === 0)) return [];
  return ["What to set instead, with the account's own subnets, groups and keys: --suggest lists it."];
}

function accountLine({ account, failure, offline, now }: TextReportOptions, jobs: number): string {
  if (offline) return "Offline: AWS was not asked.";
  if (failure !== undefined) return `${sentence(failure)} What needs no account was checked.`;
  if (account === undefined) return jobs === 0 ? "AWS was not asked." : "Nothing had to be asked of AWS.";
  const who = identityOf(account.identity);
  if (who.state !== "present") {
    const why = who.state === "unreadable" ? `${who.why}: ${who.detail}` : "not known";
    return sentence(`Which account was asked could not be told${asked(account)}, ${why}`);
  }
  const { snapshot } = account;
  if (snapshot !== undefined) return snapshotLine(snapshot, who.value.account, account.region, now);
  const read = utc(account.identity.read.readAt);
  return `Account ${who.value.account}${asked(account)}, read ${read}.`;
}

/** Whose facts, and how old: what is true of an account changes. */
function snapshotLine(
  { path, takenAt }: NonNullable<AccountDescription["snapshot"]>,
  account: string,
  region: string | undefined,
  now: number,
): string {
  const age = now - takenAt;
  const old = age < freshness ? "" : " That is old: networks, addresses and keys may have changed since.";
  return `Account ${account}, ${region ?? "no region"}, as the snapshot ${path} has it, taken ${utc(takenAt)}, ${ageInWords(age)} ago; AWS was not asked.${old}`;
}

const hour = 3_600_000;
const freshness = 24 * hour;

function ageInWords(age: number): string {
  if (age < hour) return "less than an hour";
  return age < 2 * freshness
    ? plural(Math.floor(age / hour), "hour")
    : plural(Math.floor(age / freshness), "day");
}

function asked({ region, profile, endpoint }: AccountDescription): string {
  const parts = [
    region ?? "no region",
    ...(profile === undefined ? [] : [`profile ${profile}`]),
    ...(endpoint === undefined ? [] : [`at ${endpoint} instead of AWS`]),
  ];
  return parts.map((part) => `, ${part}`).join("");
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function gapLines(reports: readonly Report[]): string[] {
  const gaps = new Map(
    reports.flatMap((report) => report.gaps.map((gap) => [`${gap.action} ${gap.why}`, gap])),
  );
  return [...gaps.values()].map(({ action, why, detail }) => {
    const ask =
      why === "denied" ? `Ask for the permission ${action}` : `${action || "A call"} failed (${why})`;
    return printable(`Some checks could not be told. ${ask}: ${detail}`);
  });
}

function unknownLine(reports: readonly Report[], verbose: boolean): string[] {
  const open = reports
    .flatMap(({ verdicts }) => verdicts)
    .reduce(
      (sum, ofJob) => sum + [...ofJob.values()].filter(({ state }) => state === "cannot tell").length,
      0,
    );
  if (open === 0) return [];
  return [`${plural(open, "check")} could not be told${verbose ? "" : "; --verbose says which and why"}.`];
}

/** Cells count from 1 as in the editors' "cell 3 of 10"; a `.py` file has none. */
function where({ cell, from }: Span, oneCell: boolean, lines: CellLines): string {
  const { line, column } = lines.of(cell).position(from);
  return oneCell ? `${line}:${column}` : `cell ${cell + 1}:${line}:${column}`;
}

function isOneCell(path: string): boolean {
  return !path.toLowerCase().endsWith(".ipynb");
}

function severityColour(severity: Severity, { red, yellow, blue }: Palette): (text: string) => string {
  return { error: red, warning: yellow, info: blue }[severity];
}

function counted(count: number, noun: string, colour: (text: string) => string): string | undefined {
  return count === 0 ? undefined : colour(plural(count, noun));
}

function plural(count: number, noun: string, several = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : several}`;
}

function utc(milliseconds: number): string {
  return new Date(milliseconds)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " UTC");
}
