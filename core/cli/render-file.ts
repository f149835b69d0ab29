import { jobsIn } from "../src/requests/jobs-in.js";
import type { CheckedFile } from "./checked-file.js";
import { countBySeverity } from "./fail-on.js";
import { emptyTally, type FileResult, type Format, type Rendering, type Tally } from "./file-result.js";
import { fileAnnotations } from "./github-report.js";
import { jsonFile } from "./json-report.js";
import { sarifPart } from "./sarif-report.js";
import { fileText } from "./text-report.js";

/** What is printed and counted of a file that was checked. */
export function renderFile(file: CheckedFile, rendering: Rendering): FileResult {
  const { path, error } = file;
  const printed = printers[rendering.format](file, rendering);
  return { path, error, ...(printed === undefined ? {} : { printed }), tally: tallyOf(file) };
}

const printers: Readonly<Record<Format, (file: CheckedFile, rendering: Rendering) => string | undefined>> = {
  text: fileText,
  json: (file) => JSON.stringify(jsonFile(file), null, 2),
  github: fileAnnotations,
  sarif: (file) => JSON.stringify(sarifPart(file)),
};

function tallyOf({ report, applied, job }: CheckedFile): Tally {
  const isJob = job !== undefined;
  const fixed = applied?.length ?? 0;
  if (report === undefined) return { ...emptyTally, fixed, isJob };
  const { findings, requests, ignored, verdicts, gaps, unread } = report;
  return {
    jobs: jobsIn(requests).length,
    ...countBySeverity(findings),
    ignored: ignored.length,
    fixed,
    open: verdicts
      .flatMap((ofJob) => [...ofJob.values()])
      .reduce((sum, { state }) => sum + (state === "cannot tell" ? 1 : 0), 0),
    couldOffer: findings.some(({ asks, fixes }) => asks.length > 0 && fixes.length === 0),
    isJob,
    isUnread: unread !== undefined,
    gaps,
  };
}
