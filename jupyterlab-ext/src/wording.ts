import { jobsIn, type Finding, type Report, type Severity } from "@sagemaker-preflight/core";
import type { Account } from "./account.js";

export const severityNames: Readonly<Record<Severity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "Suggestion",
};

/** "3 jobs: 2 errors, 1 warning"; suggestions are left to the panel. */
export function jobsAndFindings({ requests, findings }: Report): string {
  if (requests.length === 0) return "no SageMaker jobs";
  const counts = [
    counted(countOf(findings, "error"), "error"),
    counted(countOf(findings, "warning"), "warning"),
  ];
  const said = counts.filter((count) => !count.startsWith("0 "));
  return `${counted(jobsIn(requests).length, "job")}: ${said.length === 0 ? "no problems" : said.join(", ")}`;
}

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** "111122223333 · us-east-1", as far as it is known. */
export function accountAndRegion(account: Account): string {
  return [account.id, account.region].filter((part) => part !== undefined).join(" · ");
}

/** `endpoint` is set when the calls do not go to AWS. */
export function endpointOf({ state }: Account): string | undefined {
  return state.state === "online" ? state.description.endpoint : undefined;
}

/** "just now", "4 minutes ago"; both in milliseconds since 1970. */
export function ago(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${counted(minutes, "minute")} ago`;
  return `${counted(Math.floor(minutes / 60), "hour")} ago`;
}
