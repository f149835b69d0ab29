import type { Question, QuestionKind } from "./question.js";
import { readFor } from "./reads.js";

/**
 * Questions that need not wait for each other's answers: who may do what; what gives the ids of further questions; what
 * does not; and what takes many calls, one after the other.
 */
export type Stream = "policies" | "leads" | "details" | "slow";

export function streamOf(question: Question): Stream {
  const read = readFor(question);
  if (read?.pace === "slow") return "slow";
  if (read !== undefined && ofPolicies.has(read.service)) return "policies";
  return leading.has(question.kind) ? "leads" : "details";
}

const ofPolicies: ReadonlySet<string> = new Set(["iam", "organizations", "sts"]);

/** By stream; none is empty. */
export function inStreams(questions: Iterable<Question>): readonly (readonly Question[])[] {
  const streams: Record<Stream, Question[]> = { policies: [], leads: [], details: [], slow: [] };
  for (const question of questions) streams[streamOf(question)].push(question);
  return Object.values(streams).filter(({ length }) => length > 0);
}

/** How soon a question is asked when not all can be at once; less is sooner: what further questions wait for. */
export function urgencyOf(kind: QuestionKind, pace: "slow" | undefined): number {
  return pace === "slow" ? 2 : leading.has(kind) ? 0 : 1;
}

/** Answers to these give the ids of further questions. */
const leading: ReadonlySet<QuestionKind> = new Set<QuestionKind>([
  "identity",
  "role",
  "user",
  "groupsOfUser",
  "rolePolicyNames",
  "userPolicyNames",
  "groupPolicyNames",
  "attachedRolePolicies",
  "attachedUserPolicies",
  "attachedGroupPolicies",
  "managedPolicy",
  "serviceControlPolicies",
  "parents",
  "subnet",
  "securityGroup",
  "key",
  "vpcRouteTables",
  "endpointsOfVpc",
  "mountTargets",
  "fsxFileSystem",
]);
