import { findingsInWords, severityNames, type Report } from "@sagemaker-preflight/core";
import { gapLines } from "./status-text.js";

/**
 * The state of the jobs that a cell asks for; undefined for a cell without a job. `tooltip` is plain text.
 *
 * @param asking Answers of AWS are on their way.
 */
export function cellStatus(
  { requests, findings, verdicts, gaps }: Report,
  cell: number,
  asking: boolean,
): { readonly text: string; readonly tooltip: string } | undefined {
  const jobs = requests.flatMap(({ name, operation, span }, index) =>
    span.cell === cell ? [{ name, operation, index }] : [],
  );
  if (jobs.length === 0) return undefined;
  const indexes = new Set(jobs.map(({ index }) => index));
  const ofCell = findings.filter(
    ({ request, alsoRequests = [], span }) =>
      [request, ...alsoRequests].some((index) => indexes.has(index)) || span.cell === cell,
  );
  const untold = jobs.flatMap(({ index }) =>
    [...(verdicts[index]?.values() ?? [])].flatMap((verdict) =>
      verdict.state === "cannot tell" ? [verdict] : [],
    ),
  );
  // What only running code knows, a role say, is no reason to doubt what was checked; what AWS did not say is.
  const isUntold = untold.some(({ isUnanswered }) => isUnanswered) || (untold.length > 0 && gaps.length > 0);
  const whys = new Set(untold.flatMap((verdict) => verdict.for));

  const tooltip = [
    ...jobs.map(({ name, operation }) => `${name}: ${operation}`),
    ...ofCell.map(({ severity, message }) => `${severityNames[severity]}: ${message}`),
    ...(isUntold ? gapLines(gaps) : [...whys].map((why) => `cannot tell: ${why}`)),
  ].join("\n");
  if (ofCell.length > 0) return { text: `$(shield) ${findingsInWords(ofCell)}`, tooltip };
  if (isUntold && asking) return { text: "$(sync~spin) asking AWS…", tooltip };
  if (isUntold) return { text: "$(question) cannot tell", tooltip };
  return {
    text: jobs.length === 1 ? "$(check) job checked" : `$(check) ${jobs.length} jobs checked`,
    tooltip,
  };
}
