import type { Finding, Gap, Report, Severity } from "./report.js";
import { jobsIn } from "./requests/jobs-in.js";

/** What the editors call a finding of a severity. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "Suggestion",
};

/** "3 jobs: 2 errors, 1 warning"; suggestions are left to the list of findings. "R is not checked". */
export function jobsAndFindings({
  requests,
  findings,
  unread,
}: Pick<Report, "requests" | "findings" | "unread">): string {
  const grave = findings.filter(({ severity }) => severity !== "info");
  if (unread !== undefined) return `${unread} is not checked`;
  if (requests.length === 0) return grave.length === 0 ? "no SageMaker jobs" : findingsInWords(grave);
  return `${counted(jobsIn(requests).length, "job")}: ${findingsInWords(grave)}`;
}

/** "2 errors, 1 warning, 1 suggestion"; "no problems". */
export function findingsInWords(findings: readonly Pick<Finding, "severity">[]): string {
  const parts = (["error", "warning", "info"] as const)
    .filter((severity) => countOf(findings, severity) > 0)
    .map((severity) => counted(countOf(findings, severity), severityNames[severity].toLowerCase()));
  return parts.length === 0 ? "no problems" : parts.join(", ");
}

/** What could not be asked, by the reason: a network that is away fails all calls for one. */
export function actionsByReason(
  gaps: readonly Gap[],
  reasonOf: (gap: Gap) => string,
): ReadonlyMap<string, readonly string[]> {
  const actions = new Map<string, readonly string[]>();
  for (const gap of gaps) {
    const reason = reasonOf(gap);
    actions.set(reason, [...(actions.get(reason) ?? []), gap.action]);
  }
  return actions;
}

export function countOf(findings: readonly Pick<Finding, "severity">[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
