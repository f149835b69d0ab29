import { nameOf } from "../account/resources.js";
import type { FieldPath, JobRequest, Json } from "../requests/request.js";
import type { FixProposal } from "../rules/fix-proposal.js";
import type { AccountLists } from "./account-lists.js";
import { editDistance, isSlip } from "../requests/edit-distance.js";
import { rankKeys } from "./rank-keys.js";
import { isPublic, rankSecurityGroups, type NetworkLists } from "./rank-networks.js";
import type { PlannedFix } from "./resolve-fixes.js";

type NearestProposal = Extract<FixProposal, { propose: "nearest" }>;

const mostCandidates = 3;

interface Candidate {
  readonly id: string;
  readonly title: string;
  /** Texts that the author may have meant to write. */
  readonly spellings: readonly string[];
  readonly vpcId?: string;
}

/** The real ids most like the one that was written: of the other ids' VPC first, then by how little differs. */
export function chooseNearest(
  proposal: NearestProposal,
  request: JobRequest,
  lists: AccountLists,
): readonly PlannedFix[] {
  const field = request.fields.get(proposal.path);
  const value = field?.value;
  if (value === undefined) return [];
  const isWritten = (id: string) => Array.isArray(value) && value.includes(id);
  return nearestOf(proposal, lists)
    .filter(({ id }) => !isWritten(id))
    .slice(0, mostCandidates)
    .map(({ id, title }) => ({
      title,
      safety: "unsafe",
      changes: [{ path: proposal.path, value: replaced(value, proposal.id, id) }],
    }));
}

function nearestOf(proposal: NearestProposal, lists: AccountLists): readonly Candidate[] {
  if (proposal.kind === "key") return byLikeness(keyCandidates(lists, proposal.path), proposal.id, new Set());
  const read = lists.networks();
  if (read === undefined) return [];
  const vpcIds = vpcIdsOf(proposal, read);
  if (proposal.kind === "subnet") return byLikeness(subnetCandidates(read), proposal.id, vpcIds);
  if (proposal.vpcId === undefined) return byLikeness(groupCandidates(read), proposal.id, vpcIds);
  return groupCandidates(read).filter(({ vpcId }) => vpcId === proposal.vpcId); // no slip: the group exists
}

/** Candidates come best first; where none is a slip of what was written, that order stands. */
function byLikeness(
  candidates: readonly Candidate[],
  written: string,
  vpcIds: ReadonlySet<string>,
): readonly Candidate[] {
  return (
    candidates
      .map((candidate) => {
        const distance = Math.min(...candidate.spellings.map((spelling) => editDistance(written, spelling)));
        const isOfVpc = candidate.vpcId !== undefined && vpcIds.has(candidate.vpcId);
        return { candidate, distance: isSlip(distance, written) ? distance : Infinity, isOfVpc };
      })
      // Beside others of one VPC what is of another cannot be, unless that is what was mistyped
      .filter(({ isOfVpc, distance }) => vpcIds.size === 0 || isOfVpc || distance < Infinity)
      .sort(
        (one, other) =>
          Number(other.isOfVpc) - Number(one.isOfVpc) ||
          (one.distance === other.distance ? 0 : one.distance - other.distance),
      )
      .map(({ candidate }) => candidate)
  );
}

function vpcIdsOf({ neighbours }: NearestProposal, read: NetworkLists): ReadonlySet<string> {
  const found = neighbours.flatMap(({ kind, id }) =>
    kind === "subnet"
      ? (read.subnets.find(({ subnetId }) => subnetId === id)?.vpcId ?? [])
      : (read.securityGroups.find(({ groupId }) => groupId === id)?.vpcId ?? []),
  );
  return new Set(found);
}

/** Private ones first, then by free addresses. */
function subnetCandidates({ subnets, routeTables }: NetworkLists): readonly Candidate[] {
  return subnets
    .map((subnet) => ({ subnet, isPublic: isPublic(subnet, routeTables) }))
    .sort(
      (one, other) =>
        Number(one.isPublic) - Number(other.isPublic) ||
        other.subnet.availableIpAddressCount - one.subnet.availableIpAddressCount ||
        (one.subnet.subnetId < other.subnet.subnetId ? -1 : 1),
    )
    .map(({ subnet, isPublic }) => {
      const about = [nameOf(subnet), subnet.availabilityZone, subnet.vpcId, isPublic ? "public" : "private"];
      return {
        id: subnet.subnetId,
        title: `Use ${subnet.subnetId} (${about.filter((part) => part !== "").join(", ")})`,
        spellings: [subnet.subnetId],
        vpcId: subnet.vpcId,
      };
    });
}

function groupCandidates({ securityGroups }: NetworkLists): readonly Candidate[] {
  const vpcIds = [...new Set(securityGroups.map(({ vpcId }) => vpcId))].sort();
  return vpcIds
    .flatMap((vpcId) => rankSecurityGroups(securityGroups, vpcId))
    .map(({ groupId, groupName, vpcId }) => ({
      id: groupId,
      title: `Use ${groupId} (${groupName}, ${vpcId})`,
      spellings: [groupId, groupName],
      vpcId,
    }));
}

function keyCandidates(lists: AccountLists, path: FieldPath): readonly Candidate[] {
  const { keys, aliases } = lists.keys();
  return rankKeys(keys, aliases, [path]).map(({ key, name }) => {
    const names = aliases.filter(({ targetKeyId }) => targetKeyId === key.keyId);
    return {
      id: key.arn,
      title: `Encrypt with ${name}`,
      spellings: [key.keyId, key.arn, ...names.flatMap(({ aliasName, aliasArn }) => [aliasName, aliasArn])],
    };
  });
}

function replaced(value: Json, from: string, to: string): Json {
  if (!Array.isArray(value)) return to;
  const items = value as readonly Json[];
  return items.map((item) => (item === from ? to : item));
}
