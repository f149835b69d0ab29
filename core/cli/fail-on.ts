import type { Severity } from "../src/report.js";
import type { Tally } from "./file-result.js";

/** The least grave findings that make the exit code 1; `never`: none does. */
export const failLevels = ["error", "warning", "info", "never"] as const;
export type FailOn = (typeof failLevels)[number];

/** Whether what was found makes the exit code 1. */
export function isFailure(
  { errors, warnings, notes }: Pick<Tally, "errors" | "warnings" | "notes">,
  failOn: FailOn,
): boolean {
  switch (failOn) {
    case "never":
      return false;
    case "error":
      return errors > 0;
    case "warning":
      return errors + warnings > 0;
    case "info":
      return errors + warnings + notes > 0;
  }
}

/** How many findings there are of each severity. */
export function countBySeverity(
  findings: readonly { readonly severity: Severity }[],
): Pick<Tally, "errors" | "warnings" | "notes"> {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), notes: of("info") };
}
