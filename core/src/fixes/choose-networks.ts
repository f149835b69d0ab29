import type { SecurityGroup } from "../account/resources.js";
import type { FieldChange, FieldPath } from "../requests/request.js";
import type { FixProposal } from "../rules/fix-proposal.js";
import type { AccountLists } from "./account-lists.js";
import { rankKeys } from "./rank-keys.js";
import { rankNetworks, rankSecurityGroups, type Network, type NetworkLists } from "./rank-networks.js";
import { listChange, proveNetworks } from "./prove-networks.js";
import type { Prover } from "./prove.js";
import type { PlannedFix } from "./resolve-fixes.js";

type NetworkProposal = Extract<FixProposal, { propose: "network" }>;

/** Of the groups that would complete a half, so many are offered. */
const mostGroups = 3;

/** One fix for each VPC that would do; where half is there already, what completes it. */
export function chooseNetworks(
  proposal: NetworkProposal,
  lists: AccountLists,
  prover: Prover,
): readonly PlannedFix[] {
  const read = lists.networks();
  const keyChanges = bestKeys(proposal.keyPaths, lists);
  if (read === undefined || keyChanges === undefined) return [];
  const { subnets, securityGroupIds } = proposal;
  if (subnets !== undefined && securityGroupIds !== undefined)
    return [keepBoth(proposal, subnets, securityGroupIds)];
  if (subnets !== undefined) return addGroups(proposal, subnets, read, { lists, prover });
  if (securityGroupIds !== undefined) return addSubnets(proposal, securityGroupIds, read, { lists, prover });

  const paths = { subnets: proposal.subnetsPath, groups: proposal.securityGroupIdsPath };
  const ranked = rankNetworks(read).filter(
    ({ vpcId }) => proposal.vpcId === undefined || vpcId === proposal.vpcId,
  );
  const { networks, asks } = proveNetworks(ranked, paths, prover);
  lists.ask(asks);
  if (proposal.keyPaths.length > 0) return mendAll(proposal, networks, keyChanges);
  return networks.map((network) => ({
    title: `Run in ${describe(network)}${proposal.onlyWhereMissing ? ", where it has no VPC" : ""}`,
    safety: network.reachesS3 ? proposal.safety : "unsafe",
    changes: changesOf(proposal, network).map((change) =>
      proposal.onlyWhereMissing ? { ...change, onlyWhereMissing: true } : change,
    ),
  }));
}

/** The whole of what the call leaves out, in one edit: the best VPC, the best key. */
function mendAll(
  proposal: NetworkProposal,
  [best]: readonly Network[],
  keys: { readonly changes: readonly FieldChange[]; readonly name: string },
): readonly PlannedFix[] {
  if (best === undefined) return [];
  return [
    {
      title: `Mend all of this call: run in ${describe(best)}; encrypt with ${keys.name}`,
      safety: "unsafe", // whether the job's role may use the key is not read
      changes: [...changesOf(proposal, best), ...keys.changes],
    },
  ];
}

/** `undefined`: keys are wanted, and none is known. */
function bestKeys(
  paths: readonly FieldPath[],
  lists: AccountLists,
): { readonly changes: readonly FieldChange[]; readonly name: string } | undefined {
  if (paths.length === 0) return { changes: [], name: "" };
  const { keys, aliases } = lists.keys();
  const chosen = paths.map((path) => ({ path, choice: rankKeys(keys, aliases, [path], lists.allowed)[0] }));
  const changes = chosen.flatMap(({ path, choice }) => (choice ? [{ path, value: choice.key.arn }] : []));
  if (changes.length < paths.length) return undefined;
  return { changes, name: [...new Set(chosen.flatMap(({ choice }) => choice?.name ?? []))].join(" and ") };
}

/** Where single ids among real ones were placeholders: what is left is a network already. */
function keepBoth(
  { subnetsPath, securityGroupIdsPath, safety }: NetworkProposal,
  subnets: readonly string[],
  securityGroupIds: readonly string[],
): PlannedFix {
  return {
    title: `Keep ${[...subnets, ...securityGroupIds].join(", ")} only`,
    safety,
    changes: [listChange(subnetsPath, subnets), listChange(securityGroupIdsPath, securityGroupIds)],
  };
}

function addGroups(
  proposal: NetworkProposal,
  kept: readonly string[],
  read: NetworkLists,
  judging: Judging,
): readonly PlannedFix[] {
  const vpcIds = new Set(kept.map((id) => read.subnets.find(({ subnetId }) => subnetId === id)?.vpcId));
  const [vpcId] = vpcIds;
  if (vpcIds.size !== 1 || vpcId === undefined) return [];
  return rankSecurityGroups(read.securityGroups, vpcId, read.allowed)
    .filter((group) => mayPass([listChange(proposal.securityGroupIdsPath, [group.groupId])], judging))
    .slice(0, mostGroups)
    .map((group, index) => ({
      title: `Add security group ${nameOfGroup(group)}, in the subnets' VPC${allowedWords(read.allowed?.get(group.groupId))}${proposal.onlyWhereMissing ? ", and the subnets where they are missing" : ""}`,
      safety: index === 0 && group.groupName !== "default" ? proposal.safety : "unsafe",
      changes: [
        ...keptHalf(proposal, proposal.subnetsPath, kept),
        listChange(proposal.securityGroupIdsPath, [group.groupId]),
      ],
    }));
}

function addSubnets(
  proposal: NetworkProposal,
  kept: readonly string[],
  read: NetworkLists,
  judging: Judging,
): readonly PlannedFix[] {
  const vpcIds = new Set(kept.map((id) => read.securityGroups.find(({ groupId }) => groupId === id)?.vpcId));
  const subnetsOf = (network: Network) =>
    network.subnets.filter(({ subnetId }) =>
      mayPass([listChange(proposal.subnetsPath, [subnetId])], judging),
    );
  return rankNetworks(read)
    .filter(({ vpcId }) => vpcIds.size === 1 && vpcIds.has(vpcId))
    .map((network) => ({ ...network, subnets: subnetsOf(network) }))
    .filter(({ subnets }) => subnets.length > 0)
    .map((network) => ({
      title: `Add ${describeSubnets(network)} of the security groups' VPC${proposal.onlyWhereMissing ? ", and the groups where they are missing" : ""}`,
      safety: network.reachesS3 ? proposal.safety : "unsafe",
      changes: [
        listChange(
          proposal.subnetsPath,
          network.subnets.map(({ subnetId }) => subnetId),
        ),
        ...keptHalf(proposal, proposal.securityGroupIdsPath, kept),
      ],
    }));
}

/** What is there stays, and is sent where it was not. */
function keptHalf(
  { sendsNeither, onlyWhereMissing }: NetworkProposal,
  path: FieldPath,
  kept: readonly string[],
): readonly FieldChange[] {
  if (sendsNeither !== true) return [];
  return [{ ...listChange(path, kept), ...(onlyWhereMissing ? { onlyWhereMissing } : {}) }];
}

function changesOf(
  { subnetsPath, securityGroupIdsPath }: NetworkProposal,
  network: Network,
): readonly FieldChange[] {
  const [group] = network.securityGroups;
  return [
    listChange(
      subnetsPath,
      network.subnets.map(({ subnetId }) => subnetId),
    ),
    listChange(securityGroupIdsPath, group === undefined ? [] : [group.groupId]),
  ];
}

interface Judging {
  readonly lists: AccountLists;
  readonly prover: Prover;
}

/** Whether no rule says that the request would fail with these values; what would decide it is asked for. */
function mayPass(changes: readonly FieldChange[], { lists, prover }: Judging): boolean {
  const { state, asks } = prover.prove(changes);
  lists.ask(asks);
  return state !== "fails";
}

/** "ml-prod (vpc-0a1): 2 private subnets in us-east-1a, us-east-1b, group training" */
function describe(network: Network): string {
  const { vpcId, name, securityGroups, reachesS3, allowedBy, letInBy, placeOf } = network;
  const vpc = name === "" ? vpcId : `${name} (${vpcId})`;
  const group = securityGroups[0]?.groupName ?? "";
  return `${vpc}: ${describeSubnets(network)}, group ${group}${allowedWords(allowedBy)}${letInBy === undefined ? "" : `, which bucket ${letInBy} lets in`}${placeOf === undefined ? "" : `, as ${placeOf} does`}${reachesS3 ? "" : "; no way to S3 seen"}`;
}

function allowedWords(allowedBy: string | undefined): string {
  return allowedBy === undefined ? "" : `, which ${allowedBy} allows`;
}

function describeSubnets({ subnets }: Network): string {
  const zones = subnets.map(({ availabilityZone }) => availabilityZone).join(", ");
  return `${subnets.length} private subnet${subnets.length === 1 ? "" : "s"} in ${zones}`;
}

function nameOfGroup({ groupName, groupId }: SecurityGroup): string {
  return `${groupName} (${groupId})`;
}
