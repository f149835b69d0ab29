import type { Severity } from "../report.js";
import type { RuleRequest } from "./rule-request.js";

/**
 * How bad it is that nothing of S3 is reached. A processing job may have neither inputs nor outputs, and how a model's
 * data gets there is not documented.
 */
export function severityWithoutS3({ operation, s3Locations }: RuleRequest): Severity {
  const reads = operation === "CreateProcessingJob" && s3Locations.length > 0;
  return alwaysMoves.has(operation) || reads ? "error" : "warning";
}

/** Jobs that always read from S3 or write to it. */
const alwaysMoves: ReadonlySet<string> = new Set([
  "CreateTrainingJob",
  "CreateHyperParameterTuningJob",
  "CreateAutoMLJob",
  "CreateAutoMLJobV2",
]);

/** Ends a message about a subnet that has others beside it, which are in order. */
export function chance(subnets: number, bad: number): string {
  return bad < subnets
    ? `. Whether a job fails is chance: SageMaker takes any of the ${subnets} subnets`
    : "";
}
