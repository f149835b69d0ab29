import type { Question } from "../account/question.js";
import { lastName } from "../dotted-path.js";
import type { Environment } from "../environment.js";
import type { Edit } from "../notebook/span.js";
import type { Fix } from "../report.js";
import type { FieldChange, JobRequest, Json, MemberEdit } from "../requests/request.js";
import { settingsOfRequest } from "../requests/settings.js";
import type { FixProposal } from "../rules/fix-proposal.js";
import { knownList } from "../rules/rule-request.js";
import { AccountLists } from "./account-lists.js";
import { chooseKeys } from "./choose-keys.js";
import { chooseNearest } from "./choose-nearest.js";
import { chooseNetworks } from "./choose-networks.js";
import type { FixPlace, WrittenFile } from "./file-writer.js";
import { proverOf, type Prover } from "./prove.js";
import { wordsForOthers } from "./shared-places.js";

/** Writes fields into the call as text; `undefined`: the call is written in a way that cannot be edited. */
export type WriteFields = (
  request: JobRequest,
  changes: readonly FieldChange[],
) => readonly Edit[] | undefined;

/** Writes fields into the file beside the notebook that has them; `undefined`: none has, or it cannot be edited. */
export type WriteFile = (
  request: JobRequest,
  changes: readonly FieldChange[],
  place: FixPlace,
) => WrittenFile | undefined;

/** Changes one member of a request as text; `undefined`: it is written in a way that cannot be edited. */
export type WriteMember = (edit: MemberEdit) => readonly Edit[] | undefined;

/** A fix before it is text. */
export type PlannedFix = Omit<Fix, "edits" | "fileEdits">;

export interface ResolvedFixes {
  /** Best first, each once; what would change nothing, or cannot be written, is left out. */
  readonly fixes: readonly Fix[];
  /** Questions whose answers would give more; a host asks them when the user asks for a fix. */
  readonly asks: readonly Question[];
  /** The first change that would mend the finding and could not be written; absent: all were. */
  readonly unwritten?: readonly FieldChange[];
}

const noFixes: ResolvedFixes = { fixes: [], asks: [] };

/**
 * Makes fixes of a finding's proposals: chooses among what the account has, and writes the edits.
 *
 * @param write The dialect's writer. A change of one item of a list comes as the whole new list.
 */
export function resolveFixes(
  proposals: readonly FixProposal[],
  request: JobRequest,
  environment: Environment,
  write: WriteFields,
  writeMember: WriteMember = () => undefined,
  writeFile: WriteFile = () => undefined,
): ResolvedFixes {
  if (proposals.length === 0) return noFixes;
  const region = request.regionUnknown ? undefined : (request.region ?? environment.region);
  const lists = new AccountLists(environment, region ?? "", request);
  const fixes = new Map<string, Fix>();
  let unwritten: readonly FieldChange[] | undefined;
  for (const proposal of proposals) {
    if (proposal.propose === "member") {
      const { title, safety, changes, edit } = proposal;
      const edits = writeMember(edit);
      if (edits === undefined) unwritten ??= changes;
      if (edits !== undefined && edits.length > 0) fixes.set(title, { title, safety, changes, edits });
      continue;
    }
    if (proposal.propose === "edit") {
      const { title, safety, edits } = proposal;
      if (edits.length > 0) fixes.set(title, { title, safety, changes: [], edits });
      continue;
    }
    if (region === undefined && proposal.propose !== "set") continue;
    const all = plan(proposal, request, lists, () => proverOf(request, environment));
    const insteadOf = proposal.propose === "network" ? proposal.insteadOf : undefined;
    for (const planned of all) {
      const edits = insteadOf
        ? writeMember({ do: "become", ...insteadOf, members: planned.changes.map(memberOf) })
        : write(request, planned.changes);
      const key = JSON.stringify(planned.changes);
      const written =
        edits === undefined && !insteadOf ? writeFile(request, planned.changes, "only") : undefined;
      if (written !== undefined && !fixes.has(key)) fixes.set(key, inFile(planned, written));
      if (edits === undefined && written === undefined) unwritten ??= planned.changes;
      if (edits !== undefined && edits.length > 0 && !fixes.has(key)) fixes.set(key, { ...planned, edits });
    }
    const [best] = all;
    const isInNotebook =
      best !== undefined && (fixes.get(JSON.stringify(best.changes))?.edits.length ?? 0) > 0;
    const written = isInNotebook ? writeFile(request, best.changes, "as well") : undefined;
    if (isInNotebook && written !== undefined)
      fixes.set(`${JSON.stringify(best.changes)} in its file`, inFile(best, written));
  }
  return { fixes: [...fixes.values()], asks: lists.asks, ...(unwritten ? { unwritten } : {}) };
}

/** `Subnets` of `VpcConfig.Subnets`. */
function memberOf({ path, value }: FieldChange): readonly [string, Json] {
  return [lastName(path), value];
}

/** Other notebooks may take the file too, so it is never edited along with others. */
function inFile(planned: PlannedFix, { edits, others }: WrittenFile): Fix {
  const besides = wordsForOthers(others);
  const where = `${planned.title}, in ${edits[0]?.file ?? "its file"}`;
  const title = besides === undefined ? where : `${where}; ${besides}`;
  return { ...planned, title, safety: "unsafe", edits: [], fileEdits: edits };
}

function plan(
  proposal: Exclude<FixProposal, { readonly propose: "member" | "edit" }>,
  request: JobRequest,
  lists: AccountLists,
  prover: () => Prover,
): readonly PlannedFix[] {
  switch (proposal.propose) {
    case "set": {
      const { title, safety, changes } = proposal;
      const isNoNetwork =
        isOfSeveralVpcs(changes, request, lists) || leavesGroupsElsewhere(changes, request, lists);
      return isNoNetwork ? [] : [{ title, safety, changes }];
    }
    case "network":
      return chooseNetworks(proposal, lists, prover());
    case "key":
      return chooseKeys(proposal, lists, prover());
    case "nearest":
      return chooseNearest(proposal, request, lists);
  }
}

/** Ids of which each may do, and that would never do together. Known only once somebody has listed the account. */
function isOfSeveralVpcs(changes: readonly FieldChange[], request: JobRequest, lists: AccountLists): boolean {
  const settings = settingsOfRequest(request);
  const ids = changes.flatMap(({ path, value }) =>
    path === settings?.subnets || path === settings?.securityGroupIds ? [value].flat() : [],
  );
  return ids.length > 1 && lists.vpcsOf(ids.filter((id) => typeof id === "string")).size > 1;
}

/** Of subnets in several VPCs those are kept in whose VPC none of the groups is. */
function leavesGroupsElsewhere(
  changes: readonly FieldChange[],
  request: JobRequest,
  lists: AccountLists,
): boolean {
  const { subnets, securityGroupIds } = settingsOfRequest(request) ?? {};
  const kept = changes.find(({ path }) => path === subnets)?.value;
  if (!Array.isArray(kept) || changes.some(({ path }) => path === securityGroupIds)) return false;
  const of = (ids: readonly unknown[] = []) => lists.vpcsOf(ids.filter((id) => typeof id === "string"));
  const groups = of(knownList(request, securityGroupIds));
  const vpcs = [...of(kept)];
  const isOfOneNow = of(knownList(request, subnets)).size < 2;
  return !isOfOneNow && groups.size > 0 && vpcs.length > 0 && !vpcs.some((vpcId) => groups.has(vpcId));
}
