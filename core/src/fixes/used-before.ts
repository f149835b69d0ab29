import type { Facts } from "../account/fact.js";
import { questionKey, type Question } from "../account/question.js";

type Members = Readonly<Record<string, unknown>>;

export interface UsedBefore {
  /** Subnets, groups and keys, those of the most recent job first; for `CandidateOptions.used`. */
  readonly used: readonly string[];
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
  if (listed === undefined) return { used: [], asks: [list] };
  const jobs = membersIn(listed.state === "present" ? listed.value : undefined).flatMap(
    ({ TrainingJobName }) =>
      typeof TrainingJobName === "string"
        ? [{ kind: "trainingJob", id: TrainingJobName, region } as const]
        : [],
  );
  const asks = jobs.filter((job) => !facts.has(questionKey(job)));
  const used = jobs.flatMap((job) => {
    const fact = facts.get(questionKey(job));
    return fact?.state === "present" ? usedBy(fact.value as Members) : [];
  });
  return { used: [...new Set(used)], asks };
}

function usedBy({ VpcConfig, ResourceConfig, OutputDataConfig }: Members): readonly string[] {
  const [network, resources, output] = membersIn([
    VpcConfig ?? {},
    ResourceConfig ?? {},
    OutputDataConfig ?? {},
  ]);
  const values = [network?.Subnets, network?.SecurityGroupIds, resources?.VolumeKmsKeyId, output?.KmsKeyId];
  return values.flat().filter((value): value is string => typeof value === "string" && value !== "");
}

function membersIn(list: unknown): readonly Members[] {
  if (!Array.isArray(list)) return [];
  return list.filter((one): one is Members => typeof one === "object" && one !== null && !Array.isArray(one));
}
