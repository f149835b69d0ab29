import { dirname } from "node:path";
import { PolicyFiles } from "../../../core/aws/policy-files.js";
import { readFileBeside } from "../../../core/aws/read-file-beside.js";
import { sdkDefaultsPlaces } from "../../../core/aws/sdk-defaults-places.js";
import { check } from "../../../core/src/check.js";
import { noEnvironment } from "../../../core/src/environment.js";
import type { FileAnswer } from "../../../core/src/files/file-answer.js";
import type { Notebook } from "../../../core/src/notebook/notebook.js";
import type { Report } from "../../../core/src/report.js";
import { policyOfFiles } from "../../../core/src/team-policy.js";
import type { ShownDiagnostic } from "./vscode-probe/requests.js";

/** What somebody who opens the document now is to be shown of it, by cell, where AWS is not asked. */
export function freshDiagnostics(path: string, cells: Notebook["cells"]): ShownDiagnostic[][] {
  const shown = cells.map((): ShownDiagnostic[] => []);
  for (const { span, severity, rule, message } of freshReport(path, cells).findings)
    shown[span.cell]?.push({ from: span.from, to: span.to, severity, rule, message });
  return shown;
}

/** What is wrong with the team's policy of a document. */
export function policyProblems(path: string): readonly string[] {
  return policyOfFiles(new PolicyFiles().of(dirname(path)).files).problems.map(({ message }) => message);
}

function freshReport(path: string, cells: Notebook["cells"]): Report {
  const places = sdkDefaultsPlaces();
  const { files: policies } = new PolicyFiles().of(dirname(path));
  const environment = {
    ...noEnvironment,
    ...(policies.length === 0 ? {} : { policy: policyOfFiles(policies).policy }),
    ...(places === undefined ? {} : { sdkDefaults: places }),
  };
  const files = new Map<string, FileAnswer>();
  for (;;) {
    const report = check({ uri: path, cells }, { ...environment, files });
    const open = report.files.filter((file) => !files.has(file));
    if (open.length === 0) return report;
    for (const file of open) files.set(file, readFileBeside(path, file, places));
  }
}
