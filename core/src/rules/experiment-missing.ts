import { defineRule } from "./define-rule.js";
import { isSent } from "./flag-of.js";
import { jobWords } from "./job-words.js";

export const experimentMissing = defineRule({
  id: "experiment-missing",
  severity: "warning",
  needs: [],
  summary: "A job belongs to no experiment",
  why: "An experiment keeps which job made which model, with which data and parameters. The team's policy asks for one.",
  remedy: "Give the job an ExperimentConfig, or start it within a Run of sagemaker.experiments.",
  source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ExperimentConfig.html",
  demand: "traceability.experiment: required",

  applies: ({ operation, step }, { traceability }) =>
    traceability?.experiment === "required" && step === undefined && tracked.has(operation),

  *check(request) {
    const isThere = isSent(request, "ExperimentConfig", false);
    if (isThere === true) return;
    if (isThere !== false) {
      yield { cannotTell: "whether the job belongs to an experiment" };
      return;
    }
    yield {
      span: request.nameSpan,
      message: `${jobWords(request)} belongs to no experiment, which the team's policy asks for`,
    };
  },
});

/** The operations that take an ExperimentConfig. */
const tracked: ReadonlySet<string> = new Set([
  "CreateTrainingJob",
  "CreateProcessingJob",
  "CreateTransformJob",
]);
