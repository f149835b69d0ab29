import { nameOf, type SecurityGroup, type Subnet } from "../account/resources.js";
import type { Environment } from "../environment.js";
import { wayToS3, type WayToS3 } from "../network/way-to-s3.js";
import type { FieldPath, JobRequest } from "../requests/request.js";
import { knownList } from "../rules/rule-request.js";
import { accountView } from "../rules/account-view.js";
import { toAddresses } from "../rules/s3-addresses.js";
import { routesOf } from "../rules/subnet-without-way-to-s3.js";
import type { AccountLists } from "./account-lists.js";
import type { Draft } from "./draft.js";
import { listChange } from "./prove-networks.js";
import type { Prover } from "./prove.js";
import { isPublic, rankNetworks, rankSecurityGroups, type NetworkLists } from "./rank-networks.js";

export interface NetworkPaths {
  readonly subnets: FieldPath;
  readonly groups: FieldPath;
}

/** What a network is drafted from. */
export interface NetworkDrafting {
  readonly request: JobRequest;
  readonly paths: NetworkPaths;
  readonly lists: AccountLists;
  readonly prover: Prover;
  readonly region: string;
  /** Ids that stay in the list beside the one that is chosen. */
  readonly beside: readonly string[];
}

/** Private ones, of the VPCs in the order of the networks, in each of another zone before a second one of the same. */
export function subnetDrafts(drafting: NetworkDrafting): readonly Draft[] {
  const { request, paths, lists, prover, region, beside } = drafting;
  const read = lists.networks();
  if (read === undefined) return [];
  const isGroup = (id: string) => read.securityGroups.some(({ groupId }) => groupId === id);
  const kept = keptIds(request, paths.groups, isGroup);
  const vpcIds = orderOfVpcs(
    read,
    vpcsBeside(kept, (ids) => vpcsOfGroups(ids, read)) ??
      vpcsBeside(beside, (ids) => vpcsOfSubnets(ids, read)),
  );
  const networks = new Map(rankNetworks(read).map((network) => [network.vpcId, network]));
  return vpcIds.flatMap((vpcId) => {
    const { placeOf: place, letInBy } = networks.get(vpcId) ?? {};
    const groups = kept
      ? [kept]
      : rankSecurityGroups(read.securityGroups, vpcId, read.allowed).map(({ groupId }) => [groupId]);
    const own = read.subnets.filter(
      (subnet) =>
        subnet.vpcId === vpcId && !isPublic(subnet, read.routeTables) && !beside.includes(subnet.subnetId),
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
            listChange(paths.subnets, [...beside, subnet.subnetId]),
            ...(kept === undefined ? [listChange(paths.groups, ids)] : []),
          ]),
        reasons: [
          ...(kept === undefined ? [] : ["in the VPC of the security groups"]),
          ...(letInBy === undefined ? [] : [`in the VPC that bucket ${letInBy} lets in`]),
          ...(place === undefined ? [] : [`in the VPC of ${place}`]),
          ...(way === undefined ? ["private"] : [`private, reaches S3 ${way}`]),
          `${subnet.availableIpAddressCount} free addresses`,
        ],
      };
    });
  });
}

const mostGroups = 4;

export function groupDrafts(drafting: NetworkDrafting): readonly Draft[] {
  const { request, paths, lists, beside } = drafting;
  const read = lists.networks();
  if (read === undefined) return [];
  const isSubnet = (id: string) => read.subnets.some(({ subnetId }) => subnetId === id);
  const kept = keptIds(request, paths.subnets, isSubnet);
  const vpcIds = orderOfVpcs(
    read,
    vpcsBeside(kept, (ids) => vpcsOfSubnets(ids, read)) ??
      vpcsBeside(beside, (ids) => vpcsOfGroups(ids, read)),
  );
  const networks = rankNetworks(read);
  return vpcIds.flatMap((vpcId) => {
    const network = networks.find((one) => one.vpcId === vpcId);
    if (kept === undefined && network === undefined) return [];
    const subnets = network?.subnets.map(({ subnetId }) => subnetId) ?? [];
    const choices = kept ? [] : [subnets, ...subnets.map((id) => [id])];
    const free = rankSecurityGroups(read.securityGroups, vpcId, read.allowed).filter(
      ({ groupId }) => !beside.includes(groupId),
    );
    return free.map((group): Draft => {
      const own = listChange(paths.groups, [...beside, group.groupId]);
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

/** The ids of the account that the request has in the other half, where all of it is known. */
function keptIds(
  request: JobRequest,
  path: FieldPath,
  isThere: (id: string) => boolean,
): readonly string[] | undefined {
  const field = request.fields.get(path);
  const single = field?.state === "known" && typeof field.value === "string" ? [field.value] : undefined;
  const ids = (single ?? knownList(request, path) ?? []).filter(isThere);
  return ids.length === 0 ? undefined : ids;
}

function vpcsBeside(
  ids: readonly string[] | undefined,
  vpcsOf: (ids: readonly string[]) => ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const vpcIds = ids === undefined ? undefined : vpcsOf(ids);
  return vpcIds === undefined || vpcIds.size === 0 ? undefined : vpcIds;
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

/** Where the routes are not known, the way is "not followed". */
function wayOf(subnet: Subnet, { facts, online }: Environment, region: string): WayToS3 | undefined {
  const account = accountView({ facts, region, online });
  const addresses = account.s3Addresses();
  return addresses && wayToS3(subnet, routesOf(subnet, account), toAddresses(addresses));
}

function wordsFor(way: WayToS3 | undefined): string | undefined {
  return way?.way === "endpoint" || way?.way === "NAT gateway" ? `by ${way.way} ${way.through}` : undefined;
}
