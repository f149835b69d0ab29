import type { Fact } from "../src/account/fact.js";
import { describedId, describedName, type DescribedJob } from "../src/account/described-jobs.js";
import { questionKey, type Question } from "../src/account/question.js";
import type { Notebook } from "../src/notebook/notebook.js";
import { codeOf } from "../src/submitted/job-code.js";
import {
  questionsOf,
  readReference,
  type ExecutionReference,
  type JobReference,
} from "../src/submitted/job-reference.js";
import { stateOf, type JobState } from "../src/submitted/job-state.js";
import { arnsOfSteps, leadsOf } from "../src/submitted/leads-to.js";
import type { CheckSession } from "./check-session.js";

/** A job that is there, as code that would ask for it again. */
export interface FoundJob {
  readonly job: DescribedJob;
  readonly name: string;
  readonly state: JobState;
  readonly notebook: Notebook;
  /** Other things of the same name, which were not meant, perhaps. */
  readonly namesakes: readonly string[];
}

/** Why a job cannot be judged, one sentence. */
export interface NotFound {
  readonly text: string;
  readonly problem: string;
}

type Members = Readonly<Record<string, unknown>>;

/** More than this is not followed: a pipeline's steps, a transform job's model. */
const mostJobs = 200;

/**
 * Reads jobs by name or ARN, and what is to be judged with them.
 * @returns The jobs in the order given, each before what it leads to, each once.
 */
export async function findJobs(
  session: CheckSession,
  texts: readonly string[],
  noun: string | undefined,
): Promise<{ readonly found: readonly FoundJob[]; readonly missing: readonly NotFound[] }> {
  const found = new Map<string, FoundJob>();
  const missing: NotFound[] = [];
  const open: (JobReference | ExecutionReference)[] = [];
  for (const text of texts) {
    const reference = readReference(text, noun);
    if ("problem" in reference) missing.push({ text, problem: reference.problem });
    else open.push(reference);
  }
  for (let next = open.shift(); next !== undefined && found.size < mostJobs; next = open.shift()) {
    const answer = await ("executionArn" in next ? stepsOf(session, next) : findJob(session, next));
    if ("problem" in answer) missing.push({ text: next.text, problem: answer.problem });
    else if ("steps" in answer) open.unshift(...answer.steps);
    else {
      const { job, leads } = answer;
      if (found.has(job.notebook.uri)) continue;
      found.set(job.notebook.uri, job);
      open.unshift(...leads);
    }
  }
  return { found: [...found.values()], missing };
}

type Problem = Pick<NotFound, "problem">;

async function findJob(
  session: CheckSession,
  reference: JobReference,
): Promise<Problem | { readonly job: FoundJob; readonly leads: readonly JobReference[] }> {
  const told = await session.lookUp(reference.region, (of) => questionsOf(reference, of));
  if (told === undefined) return nobodyToAsk(session);
  const { facts, region } = told;
  const answers = reference.kinds.flatMap((job) => {
    const fact = facts.get(
      questionKey({ kind: job.kind, id: describedId(job, reference.name) ?? "", region }),
    );
    return fact === undefined ? [] : [{ job, fact }];
  });
  const present = answers.flatMap(({ job, fact }) => (fact.state === "present" ? [{ job, fact }] : []));
  const [first] = present;
  if (first === undefined) return { problem: whyNothing(answers, reference, region) };
  const { job } = first;
  const description = first.fact.value as Members;
  const name = describedName(job, description);
  if (name === undefined || (name !== reference.name && reference.name !== reference.arn))
    return { problem: `${first.fact.read.call} answered something else than what was asked` };
  const state = stateOf(job, description);
  if (reference.arn !== undefined && state.arn !== reference.arn) {
    const { account } = first.fact.read;
    return {
      problem: `${reference.arn} is not in account ${account}, ${region}, which has another of its name`,
    };
  }
  const uri = `${job.arnType}/${name}`;
  return {
    job: {
      job,
      name,
      state,
      notebook: codeOf(job, { ...description, Tags: await tagsOf(session, state.arn, region) }, region, uri),
      namesakes: present.slice(1).map((other) => other.job.noun),
    },
    leads: leadsOf(job, description).map((lead) => ({
      text: `${lead.job.arnType}/${lead.name}`,
      name: lead.name,
      kinds: [lead.job],
      region,
    })),
  };
}

/** `undefined`: they could not be read, which is no reason not to judge the job. */
async function tagsOf(session: CheckSession, arn: string | undefined, region: string): Promise<unknown> {
  if (arn === undefined) return undefined;
  const question: Question = { kind: "tags", id: arn, region };
  const told = await session.lookUp(region, () => [question]);
  const fact = told?.facts.get(questionKey(question));
  return fact?.state === "present" ? fact.value : undefined;
}

async function stepsOf(
  session: CheckSession,
  { executionArn, region: ofArn }: ExecutionReference,
): Promise<Problem | { readonly steps: readonly JobReference[] }> {
  const question = (region: string): Question => ({
    kind: "pipelineExecutionSteps",
    id: executionArn,
    region,
  });
  const told = await session.lookUp(ofArn, (of) => [question(of)]);
  if (told === undefined) return nobodyToAsk(session);
  const fact = told.facts.get(questionKey(question(told.region)));
  if (fact?.state !== "present")
    return { problem: fact === undefined ? "AWS was not asked" : whyNot(fact, executionArn) };
  const steps = arnsOfSteps(fact.value).map((arn) => readReference(arn));
  return { steps: steps.flatMap((step) => ("kinds" in step ? [step] : [])) };
}

function nobodyToAsk(session: CheckSession): Problem {
  return { problem: session.failure ?? "No region is set: --region names one" };
}

function whyNothing(
  answers: readonly { readonly job: DescribedJob; readonly fact: Fact }[],
  { name, kinds }: JobReference,
  region: string,
): string {
  const failed = answers.find(({ fact }) => fact.state === "unreadable");
  if (failed !== undefined) return whyNot(failed.fact, name);
  const account = answers[0]?.fact.read.account ?? "";
  const nouns = kinds.map(({ noun }) => noun).join(", ");
  return `No ${nouns} of this name in ${account === "" ? "this account" : `account ${account}`}, ${region}`;
}

function whyNot(fact: Fact, name: string): string {
  if (fact.state !== "unreadable")
    return `${name} is not in account ${fact.read.account}, ${fact.read.region}`;
  const { why, action, detail } = fact;
  return why === "denied"
    ? `Ask for the permission ${action}: ${detail}`
    : `${action} failed (${why}): ${detail}`;
}
