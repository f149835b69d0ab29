import { describedId, describedJobs, usualKinds, type DescribedJob } from "../account/described-jobs.js";
import type { Question } from "../account/question.js";

/** What the user wants judged. */
export interface JobReference {
  /** As it was given. */
  readonly text: string;
  /** What SageMaker is asked for: of some kinds the whole ARN. */
  readonly name: string;
  /** The kinds that it may be of, in the order in which they are looked for. */
  readonly kinds: readonly DescribedJob[];
  /** Set when the user gave an ARN: whatever is found must be exactly it. */
  readonly arn?: string;
  /** Of the ARN. */
  readonly region?: string;
  readonly account?: string;
}

/** A pipeline's execution stands for the jobs that its steps started. */
export interface ExecutionReference {
  readonly text: string;
  readonly executionArn: string;
  readonly region: string;
  readonly account: string;
}

const arnPattern = /^arn:aws[a-z-]*:sagemaker:([a-z0-9-]+):(\d{12}):([a-z-]+)\/(.+)$/;

/**
 * @param noun The kind that the user names; absent: the usual ones are tried.
 * @returns What is wrong with it, in words, where it is nothing that can be looked for.
 */
export function readReference(
  text: string,
  noun?: string,
): JobReference | ExecutionReference | { readonly problem: string } {
  const [, region, account, type, name] = arnPattern.exec(text) ?? [];
  if (region === undefined || account === undefined || type === undefined || name === undefined) {
    if (text.startsWith("arn:")) return { problem: `'${text}' is not an ARN of SageMaker` };
    const named = describedJobs.filter((job) =>
      noun === undefined ? usualKinds.includes(job.kind) : job.noun === noun,
    );
    const kinds =
      noun === undefined ? usualKinds.flatMap((kind) => named.filter((job) => job.kind === kind)) : named;
    const [kind] = kinds;
    if (kind !== undefined && kinds.every((job) => describedId(job, text) === undefined))
      return { problem: `'${text}' is no ${kind.noun}: DOMAIN-ID/NAME names one` };
    return { text, name: text, kinds };
  }
  if (type === "pipeline" && name.includes("/execution/"))
    return { text, executionArn: text, region, account };
  const kinds = describedJobs.filter(({ arnType }) => arnType === type);
  if (kinds.length === 0) return { problem: `'${text}' is of a kind that is not judged: ${type}` };
  const isAskedByArn = kinds.some((job) => job.isAskedByArn);
  return { text, name: isAskedByArn ? text : name, kinds, arn: text, region, account };
}

/** The names that `--kind` takes. */
export const jobNouns: readonly string[] = describedJobs.map(({ noun }) => noun);

export function questionsOf({ kinds, name }: JobReference, region: string): readonly Question[] {
  return kinds.flatMap((job) => {
    const id = describedId(job, name);
    return id === undefined ? [] : [{ kind: job.kind, id, region }];
  });
}
