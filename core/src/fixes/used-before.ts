import type { Facts } from "../account/fact.js";
import { questionKey, type Question } from "../account/question.js";

type Members = Readonly<Record<string, unknown>>;

export interface UsedBefore {
  /** Subnets, groups, keys and roles, those of the most recent job first; for `CandidateOptions.used`. */
  readonly used: readonly string[];
  /** How many of the jobs used it. */
  readonly counts: ReadonlyMap<string, number>;
  /** The jobs that were looked at. */
  readonly jobs: number;
  /** What is not known yet of it. */
  readonly asks: readonly Question[];
}

/**
 * What the account's recent training jobs used that ran to their end. Nothing asks this on its own: a host does, when
 * the user wants to see it.
 */
export function usedByRecentJobs(facts: Facts, region: string): UsedBefore {
  const list: Question = { kind: "recentTrainingJobs", id: "", region };
  const listed = facts.get(questionKey(list));
  if (listed === undefined) return { used: [], counts: new Map(), jobs: 0, asks: [list] };
  const jobs = membersIn(listed.state === "present" ? listed.value : undefined).flatMap(
    ({ TrainingJobName }) =>
      typeof TrainingJobName === "string"
        ? [{ kind: "trainingJob", id: TrainingJobName, region } as const]
        : [],
  );
  const asks = jobs.filter((job) => !facts.has(questionKey(job)));
  const ofJobs = jobs.flatMap((job) => {
    const fact = facts.get(questionKey(job));
    return fact?.state === "present" ? [new Set(usedBy(fact.value as Members))] : [];
  });
  const counts = new Map<string, number>();
  for (const id of ofJobs.flatMap((used) => [...used])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return { used: [...counts.keys()], counts, jobs: ofJobs.length, asks };
}

function usedBy({ VpcConfig, ResourceConfig, OutputDataConfig, RoleArn }: Members): readonly string[] {
  const network = membersOf(VpcConfig);
  const keys = [membersOf(ResourceConfig).VolumeKmsKeyId, membersOf(OutputDataConfig).KmsKeyId];
  const values = [network.Subnets, network.SecurityGroupIds, ...keys, RoleArn];
  return values.flat().filter((value): value is string => typeof value === "string" && value !== "");
}

function membersOf(value: unknown): Members {
  return membersIn([value])[0] ?? {};
}

function membersIn(list: unknown): readonly Members[] {
  if (!Array.isArray(list)) return [];
  return list.filter((one): one is Members => typeof one === "object" && one !== null && !Array.isArray(one));
}
