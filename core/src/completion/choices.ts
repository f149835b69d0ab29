import type { Question } from "../account/question.js";
import { fixWriterFor } from "../check.js";
import type { Environment } from "../environment.js";
import { candidates, type CandidateOptions } from "../fixes/candidates.js";
import type { Notebook } from "../notebook/notebook.js";
import type { Fix, Report } from "../report.js";
import { settingsOfRequest } from "../requests/settings.js";
import { wordsFor, type CandidateWords } from "./candidate-words.js";

/** How often a host asks, checks again and calls again at most: candidates may depend on candidates. */
export const mostRounds = 4;

/** What a picker offers of a job. */
export type ChosenSetting = "subnets" | "securityGroupIds" | "volumeKmsKeyId" | "outputKmsKeyId" | "roleArn";

/** One value for a setting of a job, with the fix that writes it into the notebook. */
export interface Choice extends CandidateWords {
  readonly fix: Fix;
}

export interface Choices {
  /** Best first; those that cannot be written into the call are left out. */
  readonly choices: readonly Choice[];
  /** Questions whose answers would give more; a host asks them, checks again and calls again. */
  readonly asks: readonly Question[];
  /** How many others there are that were not judged: who looks for one of them has to name it. */
  readonly others: number;
  /** How many were judged and would fail in this job. */
  readonly unfit: number;
}

/**
 * What may be chosen for a setting of a job: each with all that has to be set with it, so that a first subnet comes with
 * a group of its VPC.
 *
 * @param request Index into the requests of the report, which is of this very text.
 */
export function choicesFor(
  setting: ChosenSetting,
  request: number,
  notebook: Notebook,
  report: Report,
  environment: Environment,
  options: CandidateOptions = {},
): Choices {
  const job = report.requests[request];
  const path = job && settingsOfRequest(job)?.[setting];
  if (job === undefined || path === undefined) return { choices: [], asks: [], others: 0, unfit: 0 };
  const { candidates: list, ...besides } = candidates(path, job, environment, options);
  if (list.length === 0) return { choices: [], ...besides };
  const writer = fixWriterFor(report.requests, notebook, environment);
  const choices = list.flatMap((candidate): readonly Choice[] => {
    const { changes } = candidate;
    const edits = writer.write(job, changes);
    if (edits === undefined || edits.length === 0) return [];
    const words = wordsFor(candidate);
    const isReplaced = changes.some((change) => job.fields.has(change.path));
    const safety = isReplaced ? "unsafe" : "safe";
    const fix: Fix = { title: `Use ${words.label}`, safety, changes, edits };
    const changed = writer.changesBesides(fix, job);
    const documentation = [words.documentation, changed ?? ""].filter((line) => line !== "").join("\n");
    return [{ ...words, documentation, fix: writer.described(fix, job) }];
  });
  return { choices, ...besides };
}
