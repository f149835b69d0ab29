export { check, createChecker, type Checker } from "./check.js";
export {
  mostFileBytes,
  mostFiles,
  pathBelow,
  type FileAnswer,
  type FileAnswers,
  type SdkDefaultsPlaces,
} from "./files/file-answer.js";
export { dependsOnFolder, mostFoldersAbove, whyNamesake } from "./files/namesakes-above.js";
export { noEnvironment, type Environment, type KernelSettings } from "./environment.js";
export { policyFileName } from "./policy/policy-file-name.js";
export {
  faultText,
  policyFaults,
  policyUnfollowed,
  type FoundPolicies,
  type PolicyFault,
} from "./policy/found-policies.js";
export { policyOfFiles, type PolicyOfFiles } from "./team-policy.js";
export type { PolicyInForce } from "./policy/team-policy.js";
export {
  actionsByReason,
  countOf,
  counted,
  findingsInWords,
  jobsAndFindings,
  severityNames,
} from "./counts-in-words.js";
export { evidenceBesidesReason } from "./evidence-besides-reason.js";
export { gravity } from "./report.js";
export type { Evidence, FileEdit, Finding, Fix, Gap, Problem, Report, Severity, Verdict } from "./report.js";
export type { Cell, Notebook } from "./notebook/notebook.js";
export type { Edit, Span } from "./notebook/span.js";
export { candidates, type Candidate, type CandidateOptions, type Candidates } from "./fixes/candidates.js";
export {
  completionsAt,
  type CompletionItem,
  type Completions,
  type Position,
} from "./completion/completion.js";
export {
  choicesFor,
  mostRounds,
  type Choice,
  type Choices,
  type ChosenSetting,
} from "./completion/choices.js";
export {
  requestAt,
  requestNamedAt,
  settingNames,
  settingsToMend,
  settingsToPick,
} from "./completion/pickers.js";
export { usedByRecentJobs, type UsedBefore } from "./fixes/used-before.js";
export { ignoreFix } from "./fixes/ignore-fix.js";
export { applySafeFixes, safeFixOf } from "./fixes/fix-all.js";
export { applyEdits } from "./notebook/apply-edits.js";
export { editsBetween } from "./notebook/edits-between.js";
export { readIpynb } from "./notebook/read-ipynb.js";
export { readPython } from "./notebook/read-python.js";
export { canonicalLanguage, languageOf } from "./notebook/language.js";
export { writeIpynb } from "./notebook/write-ipynb.js";
export { jobsIn } from "./requests/jobs-in.js";
export { requestInWords } from "./requests/request-in-words.js";
export type { Field, FieldChange, JobRequest, Json, MadeObject } from "./requests/request.js";
export { settingsOf, settingsOfRequest } from "./requests/settings.js";
export type { AccountDescription, AccountReader } from "./account/account-reader.js";
export { regionPattern } from "./account/region-name.js";
export { roleOfMetadata, type ExecutionRole } from "./account/execution-role.js";
export { FactStore } from "./account/fact-store.js";
export type { Fact, Facts, Reading, Unreadable } from "./account/fact.js";
export { inStreams } from "./account/streams.js";
export { questionKey, type Question, type QuestionKind } from "./account/question.js";
export { rules } from "./rules/index.js";
