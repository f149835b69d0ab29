import { gravity } from "../report.js";
import { listsOf, type Approved, type RuleLevel, type TeamPolicy } from "./team-policy.js";

/**
 * Both policies at once: what either asks is asked. Of `rules` the graver level of a rule holds, so that a repository
 * can tighten what its platform asks and never loosen it; rules that the platform does not name are the repository's.
 *
 * @param platform The one that cannot be loosened.
 */
export function joinPolicies(platform: TeamPolicy, repository: TeamPolicy): TeamPolicy {
  const sections = new Map<string, unknown>(Object.entries(platform));
  for (const [name, section] of Object.entries(repository)) {
    const own = sections.get(name);
    sections.set(name, isSection(own) && isSection(section) ? { ...section, ...own } : (own ?? section));
  }
  // Of words there is one for each setting, so that either is both; the others are joined one by one
  const joined = Object.fromEntries(sections) as TeamPolicy;
  const types = bothLists(platform.instances?.types, repository.instances?.types);
  const outputBuckets = bothLists(platform.data?.outputBuckets, repository.data?.outputBuckets);
  const tags = [
    ...new Set([...(platform.traceability?.tags ?? []), ...(repository.traceability?.tags ?? [])]),
  ];
  const rules = graver(platform.rules, repository.rules);
  return {
    ...joined,
    ...(types && { instances: { ...joined.instances, types } }),
    ...(outputBuckets && { data: { ...joined.data, outputBuckets } }),
    ...(tags.length > 0 && { traceability: { ...joined.traceability, tags } }),
    ...(rules && { rules }),
  };
}

function isSection(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function bothLists(platform: Approved | undefined, repository: Approved | undefined): Approved | undefined {
  if (platform === undefined || repository === undefined) return platform ?? repository;
  return { inEach: [...listsOf(platform), ...listsOf(repository)] };
}

type Levels = Readonly<Record<string, RuleLevel>>;

function graver(platform: Levels | undefined, repository: Levels | undefined): Levels | undefined {
  if (platform === undefined || repository === undefined) return platform ?? repository;
  const levels: Record<string, RuleLevel> = { ...repository };
  for (const [id, level] of Object.entries(platform)) {
    const own = repository[id];
    levels[id] = own !== undefined && weight(own) < weight(level) ? own : level;
  }
  return levels;
}

function weight(level: RuleLevel): number {
  return level === "off" ? Infinity : gravity[level];
}
