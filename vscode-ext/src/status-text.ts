import {
  actionsByReason,
  counted,
  findingsInWords,
  jobsAndFindings,
  jobsIn,
  policyUnfollowed,
} from "@sagemaker-preflight/core";
import type { Gap, Report } from "@sagemaker-preflight/core";
import { accountIdOf, type AccountState, type Disconnection } from "./account-state.js";
import { utcTime } from "./show-finding.js";

/**
 * The status bar item in words. `text` begins with what was found: VS Code cuts the end of what does not fit. `lines`: plain text of
 * the tooltip; whoever shows them as Markdown escapes them.
 */
export interface StatusText {
  readonly text: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly tone: "normal" | "warning";
}

/**
 * @param now Milliseconds since 1970, UTC. `profile`: empty for the ordinary credential chain. `policyProblems`: what is
 *     wrong with the team's policy files.
 */
export function statusText(
  state: AccountState,
  report: Report | undefined,
  { now, profile, policyProblems = [] }: { now: number; profile: string; policyProblems?: readonly string[] },
): StatusText {
  const result = report === undefined ? [] : [jobsAndFindings(report)];
  const unfollowed = policyProblems.length > 0 ? [policyUnfollowed] : [];
  const untold = report !== undefined && report.gaps.length > 0 ? ["cannot tell all"] : [];
  const gaps = report?.gaps.filter(({ why }) => !(state.kind === "disconnected" && why === "expired")) ?? [];
  const lines = [
    ...stateLines(state, profile, now),
    ...policyProblems.map((problem) => `The team's policy is not followed in full. ${problem}`),
    ...(report === undefined ? [] : reportLines({ ...report, gaps })),
  ];
  const title = "SageMaker Preflight";
  const line = (icon: string, parts: readonly string[], tone: StatusText["tone"]): StatusText => ({
    text: `$(${icon}) ${[...result, ...unfollowed, ...parts].map(withoutIcons).join(" · ")}`,
    title,
    lines,
    tone,
  });

  switch (state.kind) {
    case "off":
      return line("shield", ["AWS is not asked"], "normal");
    case "untrusted":
      return line("shield", ["workspace not trusted, AWS is not asked"], "normal");
    case "idle":
      return line("shield", ["SageMaker Preflight"], "normal");
    case "connecting":
      return line("sync~spin", ["asking AWS…"], "normal");
    case "disconnected":
      return line("warning", [disconnectionTexts[state.why]], "warning");
    case "connected": {
      const { description, pending } = state;
      const account = accountIdOf(description) ?? "account unknown";
      const name = description.endpoint === undefined ? account : `sample account ${account}`;
      const where = [name, description.region ?? "no region"];
      if (pending > 0) return line("sync~spin", ["asking AWS…", ...where], "normal");
      const age = state.readAt === undefined ? [] : ageText(now - state.readAt);
      return line("shield", [...untold, ...where, ...age], "normal");
    }
  }
}

/** What a screen reader says of the item: without this, VS Code has it read the tooltip's Markdown, escapes and all. */
export function spokenStatus({ text, title, lines }: Pick<StatusText, "text" | "title" | "lines">): string {
  return [`${title}: ${text.replace(/^\$\([^)]*\) /, "").replaceAll(" · ", ", ")}`, ...lines].join(". ");
}

/** `cannot tell: ec2:DescribeSubnets was denied`; what failed for one reason, a network that is away say, is one line. */
export function gapLines(gaps: readonly Gap[]): readonly string[] {
  const actions = actionsByReason(gaps, ({ why, detail }) => {
    const said = why === "denied" ? " was denied" : `: ${why}`;
    return `${said}${detail === "" ? "" : ` (${detail})`}`;
  });
  return [...actions].flatMap(([reason, all]) =>
    reason.startsWith(":")
      ? [`cannot tell: ${all.join(", ")}${reason}`]
      : all.map((action) => `cannot tell: ${action}${reason}`),
  );
}

/** What the user can do about it. */
export function signInAdvice(why: Disconnection, profile: string): string {
  const command = profile === "" ? "aws sso login" : `aws sso login --profile ${profile}`;
  switch (why) {
    case "expired":
    case "no credentials":
      return `Sign in: run ${command}, or choose a profile, then click here and choose Refresh.`;
    case "no such profile":
      return "Click here and choose a profile that is there, or add this one (aws configure sso) and choose Refresh.";
    case "unreachable":
      return "Check the network or the proxy settings, then click here and choose Refresh.";
    case "failed":
      return "Click here and choose Show Output for what AWS said.";
  }
}

const disconnectionTexts: Readonly<Record<Disconnection, string>> = {
  "no credentials": "no AWS credentials",
  "no such profile": "AWS profile not found",
  expired: "AWS sign-in expired",
  unreachable: "AWS not reachable",
  failed: "AWS not asked: see output",
};

function stateLines(state: AccountState, profile: string, now: number): readonly string[] {
  switch (state.kind) {
    case "off":
      return ["AWS is not asked: the setting sagemakerPreflight.live is off."];
    case "untrusted":
      return ["The workspace is not trusted: AWS is not asked. Trust it to check against your account."];
    case "idle":
      return ["AWS was not asked yet."];
    case "connecting":
      return ["Finding out which account this is."];
    case "disconnected":
      return [
        `AWS was not asked: ${state.why}${state.detail === "" ? "" : ` (${state.detail})`}`,
        signInAdvice(state.why, profile),
      ];
    case "connected": {
      const { description, readAt } = state;
      const { identity } = description;
      return [
        ...(description.endpoint === undefined
          ? []
          : [`Sample account, not AWS: calls go to ${description.endpoint}`]),
        `Account ${accountIdOf(description) ?? "unknown"}, region ${description.region ?? "unknown"}${profile === "" ? "" : `, profile ${profile}`}`,
        ...(identity.state === "unreadable" ? [`cannot tell the account: ${identity.detail}`] : []),
        ...(readAt === undefined
          ? []
          : [`Oldest answer in use: ${utcTime(readAt)} (${ageText(now - readAt)[0] ?? "just now"})`]),
      ];
    }
  }
}

function reportLines(report: Report): readonly string[] {
  const jobs = jobsIn(report.requests).length;
  if (report.unread !== undefined) return report.problems.map(({ message }) => message);
  return [
    `${jobs === 0 ? "No SageMaker job" : counted(jobs, "job")} in this document: ${findingsInWords(report.findings)}`,
    ...(report.ignored.length === 0
      ? []
      : [`${counted(report.ignored.length, "finding")} kept quiet by comments`]),
    ...gapLines(report.gaps),
    ...report.problems.map(
      ({ span, message }) => `cell ${span.cell + 1} could not be read whole: ${message}`,
    ),
  ];
}

/** Nothing for the first minute: a number that changes all the time only distracts. */
function ageText(milliseconds: number): readonly string[] {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return [];
  return [minutes < 90 ? `${minutes} min ago` : `${Math.round(minutes / 60)} h ago`];
}

/** A status bar shows `$(name)` as an icon; what comes from settings or AWS must not. */
function withoutIcons(text: string): string {
  return text.replaceAll("$(", "$ (");
}
