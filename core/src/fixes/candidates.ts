import * as inventory from "../account/inventory.js";
import { questionKey, type Question } from "../account/question.js";
import { nameOf, type Key, type KeyAlias, type SecurityGroup, type Subnet } from "../account/resources.js";
import type { Environment } from "../environment.js";
import { wayToS3, type WayToS3 } from "../network/way-to-s3.js";
import type { FieldChange, FieldPath, JobRequest } from "../requests/request.js";
import { settingsOfRequest } from "../requests/settings.js";
import { knownList } from "../rules/rule-request.js";
import { nameOfS3, toAddresses } from "../rules/s3-addresses.js";
import { AccountLists } from "./account-lists.js";
import { listChange } from "./prove-networks.js";
import { Prover, type Proof } from "./prove.js";
import { rankKeys } from "./rank-keys.js";
import { isPublic, rankNetworks, rankSecurityGroups, type NetworkLists } from "./rank-networks.js";

/** A subnet, a security group or a key of the account with which the request passes all rules. */
export interface Candidate {
  readonly kind: "subnet" | "securityGroup" | "key";
  /** What goes into the field: an id, or a key's ARN. */
  readonly id: string;
  /** The `Name` tag, the group's name or the alias; empty when it has none. */
  readonly name: string;
  readonly vpcId?: string;
  readonly zone?: string;
  readonly freeAddresses?: number;
  /** "by endpoint vpce-…", "by NAT gateway nat-…"; absent: not known. */
  readonly wayToS3?: string;
  /** All that is set with it, so that the whole is consistent: with a first subnet also a group of its VPC. */
  readonly changes: readonly FieldChange[];
  /** Why it is where it is in the order, best reason first. */
  readonly reasons: readonly string[];
  /** What could not be told about it; empty: it passes all rules. */
  readonly open: readonly string[];
}

export interface Candidates {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Questions whose answers would give more, or decide what is open. */
  readonly asks: readonly Question[];
}

export interface CandidateOptions {
  /** Ids, ARNs or aliases that a policy or the caller's own IAM conditions allow: they come first. */
  readonly preferred?: readonly string[];
  /** What jobs of the account used that ran, most recent first: next. */
  readonly used?: readonly string[];
  /** At most so many. */
  readonly most?: number;
}

const allowedByPolicy = "allowed by the policy";
const defaultMost = 20;
/** So many are judged for one that is asked for. */
const judgedForEach = 3;

/**
 * What the account has for a field of a request: what a picker or a completion offers, and a fix sets. Only what passes
 * all rules in this very request is offered, with the other half of the network that the request has, or with a half
 * that goes with it.
 *
 * @param field A path of the request, `VpcConfig.Subnets`; of one that names no subnet, group or key: nothing.
 */
export function candidates(
  field: FieldPath,
  request: JobRequest,
  environment: Environment,
  options: CandidateOptions = {},
): Candidates {
  const settings = settingsOfRequest(request);
  const region = request.regionUnknown ? undefined : (request.region ?? environment.region);
  if (settings === undefined || region === undefined) return { candidates: [], asks: [] };
  const lists = new AccountLists(environment, region);
  const prover = new Prover(request, environment);
  const { subnets, securityGroupIds: groups, volumeKmsKeyId, outputKmsKeyId } = settings;
  const drafts =
    field === subnets && groups !== undefined
      ? subnetDrafts(request, { subnets, groups }, lists, prover, region)
      : field === groups && subnets !== undefined
        ? groupDrafts(request, { subnets, groups: field }, lists)
        : field === volumeKmsKeyId || field === outputKmsKeyId
          ? keyDrafts(field, lists)
          : [];
  return proved(drafts, lists.asks, prover, options);
}

/** Before it is judged. */
interface Draft {
  readonly about: Omit<Candidate, "changes" | "reasons" | "open">;
  readonly reasons: readonly string[];
  /** The changes to try; the first that pass are taken. */
  readonly alternatives: readonly (readonly FieldChange[])[];
  /** Other names by which it may be preferred. */
  readonly alsoNamed?: readonly string[];
}

function proved(
  drafts: readonly Draft[],
  listed: readonly Question[],
  prover: Prover,
  { preferred = [], used = [], most = defaultMost }: CandidateOptions,
): Candidates {
  const place = (list: readonly string[], { about: { id }, alsoNamed = [] }: Draft): number => {
    const places = [id, ...alsoNamed].map((name) => list.indexOf(name)).filter((at) => at >= 0);
    return places.length === 0 ? Infinity : Math.min(...places);
  };
  const ranks = new Map(
    drafts.map((draft) => [draft, [place(preferred, draft), place(used, draft)] as const]),
  );
  const compare = (one: number, other: number) => (one === other ? 0 : one - other);
  const ordered = [...drafts].sort((one, other) => {
    const [a, b] = [ranks.get(one) ?? [0, 0], ranks.get(other) ?? [0, 0]];
    return compare(a[0], b[0]) || compare(a[1], b[1]);
  });
  const asks = new Map(listed.map((question) => [questionKey(question), question]));
  const found: Candidate[] = [];
  for (const draft of ordered.slice(0, most * judgedForEach)) {
    if (found.length === most) break;
    const chosen = firstThatPasses(draft, prover);
    if (chosen === undefined) continue;
    for (const question of chosen.proof.asks) asks.set(questionKey(question), question);
    const [allowed, ranBefore] = ranks.get(draft) ?? [Infinity, Infinity];
    found.push({
      ...draft.about,
      changes: chosen.changes,
      reasons: [
        ...(allowed < Infinity ? [allowedByPolicy] : []),
        ...(ranBefore < Infinity ? ["used by a job that ran"] : []),
        ...draft.reasons,
      ],
      open: chosen.proof.why,
    });
  }
  // What is open may still fail
  const isLate = ({ open, reasons }: Candidate) => open.length > 0 && !reasons.includes(allowedByPolicy);
  const late = found.filter(isLate);
  return { candidates: [...found.filter((one) => !late.includes(one)), ...late], asks: [...asks.values()] };
}

function firstThatPasses(
  { alternatives }: Draft,
  prover: Prover,
): { readonly changes: readonly FieldChange[]; readonly proof: Proof } | undefined {
  let open: { readonly changes: readonly FieldChange[]; readonly proof: Proof } | undefined;
  for (const changes of alternatives) {
    const proof = prover.prove(changes);
    if (proof.state === "passes") return { changes, proof };
    if (proof.state === "open") open ??= { changes, proof };
  }
  return open;
}

interface Paths {
  readonly subnets: FieldPath;
  readonly groups: FieldPath;
}

/** Private ones, of the VPCs in the order of the networks, in each of another zone before a second one of the same. */
function subnetDrafts(
  request: JobRequest,
  paths: Paths,
  lists: AccountLists,
  prover: Prover,
  region: string,
): readonly Draft[] {
  const read = lists.networks();
  if (read === undefined) return [];
  const kept = keptIds(request, paths.groups);
  const vpcIds = orderOfVpcs(read, kept === undefined ? undefined : vpcsOfGroups(kept, read));
  return vpcIds.flatMap((vpcId) => {
    const groups = kept
      ? [kept]
      : rankSecurityGroups(read.securityGroups, vpcId).map(({ groupId }) => [groupId]);
    const own = read.subnets.filter(
      (subnet) => subnet.vpcId === vpcId && !isPublic(subnet, read.routeTables),
    );
    return byZones(own).map((subnet): Draft => {
      const way = wordsFor(wayOf(subnet, prover.environment, region));
      return {
        about: {
          kind: "subnet",
          id: subnet.subnetId,
          name: nameOf(subnet),
          vpcId,
          zone: subnet.availabilityZone,
          freeAddresses: subnet.availableIpAddressCount,
          ...(way === undefined ? {} : { wayToS3: way }),
        },
        alternatives: groups
          .slice(0, mostGroups)
          .map((ids) => [
            listChange(paths.subnets, [subnet.subnetId]),
            ...(kept === undefined ? [listChange(paths.groups, ids)] : []),
          ]),
        reasons: [
          ...(kept === undefined ? [] : ["in the VPC of the security groups"]),
          ...(way === undefined ? ["private"] : [`private, reaches S3 ${way}`]),
          `${subnet.availableIpAddressCount} free addresses`,
        ],
      };
    });
  });
}

const mostGroups = 4;

function groupDrafts(request: JobRequest, paths: Paths, lists: AccountLists): readonly Draft[] {
  const read = lists.networks();
  if (read === undefined) return [];
  const kept = keptIds(request, paths.subnets);
  const vpcIds = orderOfVpcs(read, kept === undefined ? undefined : vpcsOfSubnets(kept, read));
  const networks = rankNetworks(read);
  return vpcIds.flatMap((vpcId) => {
    const network = networks.find((one) => one.vpcId === vpcId);
    if (kept === undefined && network === undefined) return [];
    const subnets = network?.subnets.map(({ subnetId }) => subnetId) ?? [];
    const choices = kept ? [] : [subnets, ...subnets.map((id) => [id])];
    return rankSecurityGroups(read.securityGroups, vpcId).map((group): Draft => {
      const own = listChange(paths.groups, [group.groupId]);
      return {
        about: { kind: "securityGroup", id: group.groupId, name: group.groupName, vpcId },
        alternatives: kept ? [[own]] : choices.map((ids) => [listChange(paths.subnets, ids), own]),
        reasons: reasonsFor(group, kept !== undefined),
      };
    });
  });
}

function reasonsFor(group: SecurityGroup, isOfSubnets: boolean): readonly string[] {
  const isOfMembers = group.ingress.some(({ groupIds }) => groupIds.includes(group.groupId));
  return [
    ...(isOfSubnets ? ["in the subnets' VPC"] : []),
    ...(isOfMembers ? ["its members reach each other"] : []),
    ...(group.groupName === "default" ? ["the VPC's default group"] : []),
  ];
}

function keyDrafts(path: FieldPath, lists: AccountLists): readonly Draft[] {
  const { keys, aliases } = lists.keys();
  return rankKeys(keys, aliases, [path]).map(({ key, name }): Draft => {
    const names = namesOf(key, aliases);
    return {
      about: { kind: "key", id: key.arn, name: names.includes(name) ? name : "" },
      alternatives: [[{ path, value: key.arn }]],
      alsoNamed: [key.keyId, ...names],
      reasons: [names.length === 0 ? "enabled, without an alias" : `enabled, ${name}`],
    };
  });
}

function namesOf({ keyId }: Key, aliases: readonly KeyAlias[]): readonly string[] {
  return aliases
    .filter(({ targetKeyId }) => targetKeyId === keyId)
    .flatMap(({ aliasName, aliasArn }) => [aliasName, aliasArn]);
}

/** The ids that the request has in the other half, where all of it is known. */
function keptIds(request: JobRequest, path: FieldPath): readonly string[] | undefined {
  const field = request.fields.get(path);
  if (field?.state === "known" && typeof field.value === "string" && field.value !== "") return [field.value];
  const ids = knownList(request, path);
  return ids === undefined || ids.length === 0 ? undefined : ids;
}

/** The VPCs to look in: those of the half that is there, else all, those first in which a job can run. */
function orderOfVpcs(read: NetworkLists, only: ReadonlySet<string> | undefined): readonly string[] {
  const networks = rankNetworks(read).map(({ vpcId }) => vpcId);
  const all = [...new Set([...networks, ...(only ?? [])])];
  return only === undefined ? networks : all.filter((vpcId) => only.has(vpcId));
}

function vpcsOfGroups(ids: readonly string[], { securityGroups }: NetworkLists): ReadonlySet<string> {
  return new Set(securityGroups.flatMap(({ groupId, vpcId }) => (ids.includes(groupId) ? [vpcId] : [])));
}

function vpcsOfSubnets(ids: readonly string[], { subnets }: NetworkLists): ReadonlySet<string> {
  return new Set(subnets.flatMap(({ subnetId, vpcId }) => (ids.includes(subnetId) ? [vpcId] : [])));
}

/** One of each zone, the one with the most free addresses; then the second ones, and so on. */
function byZones(subnets: readonly Subnet[]): readonly Subnet[] {
  const byFree = [...subnets].sort(
    (one, other) =>
      other.availableIpAddressCount - one.availableIpAddressCount || (one.subnetId < other.subnetId ? -1 : 1),
  );
  const seen = new Map<string, number>();
  const turns = new Map(
    byFree.map((subnet) => {
      const turn = seen.get(subnet.availabilityZone) ?? 0;
      seen.set(subnet.availabilityZone, turn + 1);
      return [subnet, turn] as const;
    }),
  );
  return byFree.sort((one, other) => (turns.get(one) ?? 0) - (turns.get(other) ?? 0));
}

function wayOf(subnet: Subnet, { facts }: Environment, region: string): WayToS3 | undefined {
  const addresses = inventory.prefixList(facts, nameOfS3(region), region);
  const routeTables = inventory.vpcRouteTables(facts, subnet.vpcId, region);
  const endpoints = inventory.endpointsOfVpc(facts, subnet.vpcId, region);
  if (addresses?.state !== "present" || routeTables?.state !== "present") return undefined;
  const vpc = {
    routeTables: routeTables.value,
    endpoints: endpoints?.state === "present" ? endpoints.value : [],
    natGateway: (id: string) => {
      const gateway = inventory.natGateway(facts, id, region);
      return gateway?.state === "present" ? gateway.value : undefined;
    },
    isShared: false,
  };
  return wayToS3(subnet, vpc, toAddresses(addresses.value));
}

function wordsFor(way: WayToS3 | undefined): string | undefined {
  return way?.way === "endpoint" || way?.way === "NAT gateway" ? `by ${way.way} ${way.through}` : undefined;
}
