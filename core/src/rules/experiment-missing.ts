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
  demand: { by: ["traceability.experiment"], otherwiseSilent: true },

  applies: ({ operation, step }, { traceability }) =>
    traceability?.experiment === "required" && step === undefined && tracked.has(operation),

  *check(request) {
    const isThere = isSent(request, "ExperimentConfig", false);
    if (isThere === true) return;
    // SDK v2 sends the experiment of its argument, or else of the Run that it is called within
    const isOfRunAtMost = request.client === "sagemaker-v2" && request.followed?.includes("Tags") === true;
    if (isThere !== false && !(isOfRunAtMost && request.launches.length > 0)) {
      yield { cannotTell: "whether the job belongs to an experiment" };
      return;
    }
    yield {
      span: request.nameSpan,
      message: `${jobWords(request)} belongs to no experiment, which the team's policy asks for`,
      ...(isThere === false ? {} : { unlessWithin: true }),
    };
  },
});

/** The operations that take an ExperimentConfig. */
const tracked: ReadonlySet<string> = new Set([
  "CreateTrainingJob",
  "CreateProcessingJob",
  "CreateTransformJob",
]);
