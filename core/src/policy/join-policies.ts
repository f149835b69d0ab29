import { gravity, type Severity } from "../report.js";
import {
  isAsked,
  levelPath,
  listsOf,
  type Approved,
  type DemandPath,
  type PolicyInForce,
  type RuleLevel,
} from "./team-policy.js";

/** What a policy can ask of a rule: by which of its keys, and how grave the rule's findings are then. */
export interface DemandedRule {
  readonly by: readonly DemandPath[];
  readonly severity: Severity;
}

/**
 * Both policies at once: what either asks is asked. Of `rules` the graver level of a rule holds, and a rule whose
 * demand the platform sets stays at least as grave as that makes it: so a repository can tighten what its platform
 * asks and never loosen it. Rules that the platform neither names nor asks for are the repository's.
 *
 * @param platform The one that cannot be loosened.
 * @param demanded By the id of a rule.
 */
export function joinPolicies(
  platform: PolicyInForce,
  repository: PolicyInForce,
  demanded: ReadonlyMap<string, DemandedRule>,
): PolicyInForce {
  const sections = new Map<string, unknown>(Object.entries(platform));
  for (const [name, section] of Object.entries(repository)) {
    const own = sections.get(name);
    sections.set(name, isSection(own) && isSection(section) ? { ...section, ...own } : (own ?? section));
  }
  sections.delete("rules");
  // Of words there is one for each setting, so that either is both; the others are joined one by one
  const joined = Object.fromEntries(sections) as PolicyInForce;
  const types = bothLists(platform.instances?.types, repository.instances?.types);
  const outputBuckets = bothLists(platform.data?.outputBuckets, repository.data?.outputBuckets);
  const tags = [
    ...new Set([...(platform.traceability?.tags ?? []), ...(repository.traceability?.tags ?? [])]),
  ];
  const rules = levelsOf(platform, repository, demanded);
  const isForbidden = [platform, repository].some(({ ignoreComments }) => ignoreComments === "forbidden");
  const places = bothPlaces(placesThatHold(platform, rules), placesThatHold(repository, rules));
  return {
    ...joined,
    ...(types && { instances: { ...joined.instances, types } }),
    ...(outputBuckets && { data: { ...joined.data, outputBuckets } }),
    ...(tags.length > 0 && { traceability: { ...joined.traceability, tags } }),
    ...(isForbidden && { ignoreComments: "forbidden" }),
    ...(rules && { rules }),
    ...(places && { places }),
  };
}

/**
 * The rules that a platform's policy asks for or says the level of: no comment keeps them quiet, unless it allows comments.
 *
 * @param demanded By the id of a rule.
 */
export function boundBy(
  platform: PolicyInForce,
  demanded: ReadonlyMap<string, DemandedRule>,
): readonly string[] {
  const { rules: levels = {}, ignoreComments } = platform;
  if (ignoreComments === "allowed") return [];
  const asked = [...demanded].flatMap(([id, { by }]) => (asks(platform, by) ? [id] : []));
  return [...new Set([...asked, ...Object.keys(levels)])].filter((id) => levels[id] !== "off");
}

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asks(policy: PolicyInForce, paths: readonly DemandPath[]): boolean {
  return paths.some((path) => isAsked(policy, path));
}

function bothLists(platform: Approved | undefined, repository: Approved | undefined): Approved | undefined {
  if (platform === undefined || repository === undefined) return platform ?? repository;
  return { inEach: [...listsOf(platform), ...listsOf(repository)] };
}

function levelsOf(
  platform: PolicyInForce,
  { rules: wanted = {} }: PolicyInForce,
  demanded: ReadonlyMap<string, DemandedRule>,
): Readonly<Record<string, RuleLevel>> | undefined {
  const levels: Record<string, RuleLevel> = { ...platform.rules };
  for (const [id, level] of Object.entries(wanted)) {
    const { by, severity } = demanded.get(id) ?? {};
    const floor = levels[id] ?? (by && asks(platform, by) ? severity : undefined);
    if (floor === undefined || weight(level) < weight(floor)) levels[id] = level;
  }
  return Object.keys(levels).length === 0 ? undefined : levels;
}

function weight(level: RuleLevel): number {
  return level === "off" ? Infinity : gravity[level];
}

/** Without those of a rule's level that another one is put above. */
function placesThatHold(
  { places, rules: own = {} }: PolicyInForce,
  levels: PolicyInForce["rules"] = {},
): Places | undefined {
  if (places === undefined) return undefined;
  const overruled = new Set(
    Object.keys(own).flatMap((id) => (levels[id] === own[id] ? [] : [levelPath(id)])),
  );
  if (overruled.size === 0) return places;
  return Object.fromEntries(Object.entries(places).filter(([path]) => !overruled.has(path)));
}

type Places = NonNullable<PolicyInForce["places"]>;

function bothPlaces(platform: Places | undefined, repository: Places | undefined): Places | undefined {
  if (platform === undefined || repository === undefined) return platform ?? repository;
  const joined = Object.entries(repository).map(([path, own]) => [path, [...(platform[path] ?? []), ...own]]);
  return { ...platform, ...(Object.fromEntries(joined) as Places) };
}
