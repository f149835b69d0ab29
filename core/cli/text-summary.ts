import { counted } from "../src/counts-in-words.js";
import type { Gap } from "../src/report.js";
import type { AskedAccount, FileResult, Tally } from "./file-result.js";
import { palette, printable, severityColour } from "./terminal-text.js";

export interface SummaryOptions {
  readonly colours: boolean;
  readonly verbose: boolean;
  readonly fix: boolean;
  readonly offline: boolean;
  readonly account?: AskedAccount;
  readonly failure?: string;
}

/** The last lines of a text: what was checked, found, asked and not told. */
export function textSummary(files: readonly FileResult[], options: SummaryOptions): string {
  const colours = palette(options.colours);
  const tallies = files.map(({ tally }) => tally);
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const jobs = sum((tally) => tally.jobs);
  const counts = [
    countedIn(
      sum(({ errors }) => errors),
      "error",
      severityColour("error", colours),
    ),
    countedIn(
      sum(({ warnings }) => warnings),
      "warning",
      severityColour("warning", colours),
    ),
    countedIn(
      sum(({ notes }) => notes),
      "suggestion",
      severityColour("info", colours),
    ),
  ].filter((count) => count !== undefined);
  const failed = files.filter(({ error }) => error !== null).length;
  const found = counts.length === 0 ? colours.green("no findings") : counts.join(", ");
  const quiet = sum(({ ignored }) => ignored);
  const said = quiet === 0 ? found : `${found}, ${quiet} ignored by comments`;
  const others = tallies.filter(({ isUnread }) => isUnread).length;
  const unread = [
    failed === 0 ? "" : `, ${counted(failed, "file")} not read or written`,
    others === 0 ? "" : `, ${counted(others, "notebook")} of another language not checked`,
  ].join("");
  const isOfJobs = tallies.some(({ isJob }) => isJob);
  const lines = [
    isOfJobs
      ? `Judged ${counted(jobs, "request")} of SageMaker by what the account is now: ${said}${unread}.`
      : `Checked ${counted(files.length - failed - others, "file")} with ${counted(jobs, "SageMaker job")}: ${said}${unread}.`,
  ];
  const fixed = sum((tally) => tally.fixed);
  const couldOffer = tallies.some((tally) => tally.couldOffer);
  if (options.fix)
    lines.push(fixed === 0 ? "Nothing to fix safely." : `Made ${counted(fixed, "fix", "fixes")}.`);
  // A job that is there cannot be edited: what would mend it is looked for when somebody asks
  else if (couldOffer && isOfJobs)
    lines.push("What to set instead, with the account's own subnets, groups and keys: --suggest lists it.");
  else if (couldOffer && !options.offline)
    lines.push(
      "Fixes with the account's own subnets, groups and keys: --fix makes the safe ones, the editors offer all.",
    );
  lines.push(accountLine(options, jobs));
  lines.push(
    ...gapLines(tallies, options.verbose),
    ...unknownLine(
      sum(({ open }) => open),
      options.verbose,
    ),
  );
  return lines.map((line) => (line.includes("\u001b") ? line : printable(line))).join("\n");
}

function accountLine({ account, failure, offline }: SummaryOptions, jobs: number): string {
  if (offline) return "Offline: AWS was not asked.";
  if (failure !== undefined) return `${sentence(failure)} What needs no account was checked.`;
  if (account !== undefined) return account.text;
  return jobs === 0 ? "AWS was not asked." : "Nothing had to be asked of AWS.";
}

export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A line for each permission that is missing, and for each reason for which calls failed. */
function gapLines(tallies: readonly Tally[], verbose: boolean): string[] {
  const all = new Map(tallies.flatMap((tally) => tally.gaps.map((gap) => [`${gap.action} ${gap.why}`, gap])));
  const lines = new Map<string, { readonly gap: Gap; readonly actions: string[] }>();
  for (const gap of all.values()) {
    const key = gap.why === "denied" ? `denied ${gap.action}` : `${gap.why} ${gap.detail}`;
    const line = lines.get(key) ?? { gap, actions: [] };
    line.actions.push(gap.action || "A call");
    lines.set(key, line);
  }
  return Array.from(lines.values(), ({ gap: { action, why, detail }, actions }) => {
    const ask =
      why === "denied"
        ? `Ask for the permission ${action}`
        : `${listed(actions, verbose ? actions.length : 2)} failed (${why})`;
    return printable(`Some checks could not be told. ${ask}: ${detail}`);
  });
}

/** `a, b and 3 other calls`; with one more than `most` all are named. */
function listed(actions: readonly string[], most: number): string {
  const named = actions.length <= most + 1 ? actions.slice(0, -1) : actions.slice(0, most);
  const others = actions.length - named.length;
  const last = others === 1 ? actions.at(-1) : `${others} other calls`;
  return named.length === 0 ? (last ?? "") : `${named.join(", ")} and ${last ?? ""}`;
}

function unknownLine(open: number, verbose: boolean): string[] {
  if (open === 0) return [];
  return [`${counted(open, "check")} could not be told${verbose ? "" : "; --verbose says which and why"}.`];
}

function countedIn(count: number, noun: string, colour: (text: string) => string): string | undefined {
  return count === 0 ? undefined : colour(counted(count, noun));
}
