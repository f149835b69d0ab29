import type { DescribedJob } from "../account/described-jobs.js";

type Members = Readonly<Record<string, unknown>>;

/** What became of a job, in AWS's own words. */
export interface JobState {
  readonly arn?: string;
  readonly status?: string;
  readonly secondaryStatus?: string;
  /** By the member that says it: `FailureReason`, `ExitMessage`. */
  readonly says: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  readonly createdAt?: string;
}

export function stateOf(job: DescribedJob, description: Members): JobState {
  const word = (member: string | undefined): string | undefined => {
    const value = member === undefined ? undefined : description[member];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const said = (job.says ?? []).flatMap((member) => {
    const words = word(member);
    return words === undefined ? [] : [[member, words] as const];
  });
  const optional = {
    arn: word(job.arn),
    status: word(job.status),
    secondaryStatus: word(job.secondaryStatus),
    createdAt: word("CreationTime"),
  };
  const known = Object.entries(optional).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), says: Object.fromEntries(said) };
}
