import { questionKey, type Question } from "../account/question.js";
import type { Environment } from "../environment.js";
import type { FieldChange, FieldPath, JobRequest } from "../requests/request.js";
import { settingsOfRequest } from "../requests/settings.js";
import { AccountLists } from "./account-lists.js";
import type { Draft } from "./draft.js";
import { keyDrafts } from "./key-drafts.js";
import { groupDrafts, subnetDrafts } from "./network-drafts.js";
import { proverOf, type Proof, type Prover } from "./prove.js";
import { roleDrafts } from "./role-drafts.js";
import type { UsedBefore } from "./used-before.js";

/** A subnet, a security group, a key or a role of the account with which the request passes all rules. */
export interface Candidate {
  readonly kind: "subnet" | "securityGroup" | "key" | "role";
  /** What goes into the field: an id, or the ARN of a key or role. */
  readonly id: string;
  /** The `Name` tag, the group's or role's name, or the alias; empty when it has none. */
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
  /** How many others there are that were not judged: who looks for one of them has to name it. */
  readonly others: number;
  /** How many were judged and would fail. */
  readonly unfit: number;
}

export interface CandidateOptions {
  /** Ids, ARNs or aliases that come first; behind them those that the caller's own IAM conditions name. */
  readonly preferred?: readonly string[];
  /** What jobs of the account used that ran: next. */
  readonly used?: Omit<UsedBefore, "asks">;
  /** Ids that stay in the list, beside which one more is looked for. */
  readonly beside?: readonly string[];
  /** At most so many. */
  readonly most?: number;
  /** Words that all have to be in an id, a name, a zone or a VPC of what is offered. */
  readonly matching?: string;
  /** What is written already: of more than can be judged, those come first that have it. */
  readonly begun?: string;
}

const allowedBy = "allowed by ";
const defaultMost = 20;
/** So many are judged for one that is asked for. */
const judgedForEach = 3;

/**
 * What the account has for a field of a request: what a picker or a completion offers, and a fix sets. Only what passes
 * all rules in this very request is offered, with the other half of the network that the request has, or with a half
 * that goes with it.
 *
 * @param field A path of the request, `VpcConfig.Subnets`; of one that names no subnet, group, key or role: nothing.
 */
export function candidates(
  field: FieldPath,
  request: JobRequest,
  environment: Environment,
  options: CandidateOptions = {},
): Candidates {
  const settings = settingsOfRequest(request);
  const region = request.regionUnknown ? undefined : (request.region ?? environment.region);
  if (settings === undefined || region === undefined) return nothing;
  const lists = new AccountLists(environment, region, request);
  const prover = proverOf(request, environment);
  const { subnets, securityGroupIds: groups, volumeKmsKeyId, outputKmsKeyId, roleArn } = settings;
  const { beside = [] } = options;
  const of = (paths: { readonly subnets: FieldPath; readonly groups: FieldPath }) => ({
    request,
    paths,
    lists,
    prover,
    region,
    beside,
  });
  const drafts =
    field === subnets && groups !== undefined
      ? subnetDrafts(of({ subnets, groups }))
      : field === groups && subnets !== undefined
        ? groupDrafts(of({ subnets, groups: field }))
        : field === volumeKmsKeyId || field === outputKmsKeyId
          ? keyDrafts(field, lists)
          : field === roleArn
            ? roleDrafts(field, lists)
            : [];
  return proved(drafts, lists, prover, options);
}

const nothing: Candidates = { candidates: [], asks: [], others: 0, unfit: 0 };

function proved(
  all: readonly Draft[],
  lists: AccountLists,
  prover: Prover,
  { preferred: given = [], used, most = defaultMost, matching = "", begun = "" }: CandidateOptions,
): Candidates {
  const drafts = all.filter((draft) => isMatch(draft, matching));
  const { allowed } = lists;
  const preferred = [...given, ...allowed.keys()];
  const place = (list: readonly string[], { about: { id }, alsoNamed = [] }: Draft): number => {
    const places = [id, ...alsoNamed].map((name) => list.indexOf(name)).filter((at) => at >= 0);
    return places.length === 0 ? Infinity : Math.min(...places);
  };
  const ranks = new Map(
    drafts.map((draft) => [draft, [place(preferred, draft), place(used?.used ?? [], draft)] as const]),
  );
  const compare = (one: number, other: number) => (one === other ? 0 : one - other);
  const ordered = [...drafts].sort((one, other) => {
    const [a, b] = [ranks.get(one) ?? [0, 0], ranks.get(other) ?? [0, 0]];
    return compare(a[0], b[0]) || compare(a[1], b[1]);
  });
  if (ordered.length > most && begun !== "")
    ordered.sort((one, other) => Number(isMatch(other, begun)) - Number(isMatch(one, begun)));
  const asks = new Map(lists.asks.map((question) => [questionKey(question), question]));
  const found: Candidate[] = [];
  let judged = 0;
  for (const draft of ordered.slice(0, most * judgedForEach)) {
    if (found.length === most) break;
    judged += 1;
    const chosen = firstThatPasses(draft, prover);
    if (chosen === undefined) continue;
    for (const question of chosen.proof.asks) asks.set(questionKey(question), question);
    const [place, ranBefore] = ranks.get(draft) ?? [Infinity, Infinity];
    found.push({
      ...draft.about,
      changes: chosen.changes,
      reasons: [
        ...(place < Infinity ? [wordsForAllowed(draft, allowed)] : []),
        ...(ranBefore < Infinity && used !== undefined ? [wordsForUse(draft, used)] : []),
        ...draft.reasons,
      ],
      open: chosen.proof.why,
    });
  }
  // What is open may still fail
  const isLate = ({ open, reasons }: Candidate) =>
    open.length > 0 && reasons[0]?.startsWith(allowedBy) !== true;
  const late = found.filter(isLate);
  return {
    candidates: [...found.filter((one) => !late.includes(one)), ...late],
    asks: [...asks.values()],
    others: ordered.length - judged,
    unfit: judged - found.length,
  };
}

function isMatch({ about, alsoNamed = [] }: Draft, matching: string): boolean {
  const words = matching.toLowerCase().split(/\s+/);
  const { id, name, vpcId = "", zone = "" } = about;
  const text = [id, name, vpcId, zone, ...alsoNamed].join("\n").toLowerCase();
  return words.every((word) => text.includes(word));
}

function firstThatPasses(
  { alternatives, unjudged }: Draft,
  prover: Prover,
): { readonly changes: readonly FieldChange[]; readonly proof: Proof } | undefined {
  const [first] = alternatives;
  if (unjudged !== undefined)
    return first && { changes: first, proof: { state: "open", why: [unjudged], asks: [] } };
  let open: { readonly changes: readonly FieldChange[]; readonly proof: Proof } | undefined;
  for (const changes of alternatives) {
    const proof = prover.prove(changes);
    if (proof.state === "passes") return { changes, proof };
    if (proof.state === "open") open ??= { changes, proof };
  }
  return open;
}

/** "used by 4 of the last 5 jobs that ran" */
function wordsForUse(
  { about: { id }, alsoNamed = [] }: Draft,
  { jobs, counts }: Omit<UsedBefore, "asks">,
): string {
  const times = [id, ...alsoNamed].reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  return jobs === 1 ? "used by the last job that ran" : `used by ${times} of the last ${jobs} jobs that ran`;
}

function wordsForAllowed(
  { about: { id }, alsoNamed = [] }: Draft,
  allowed: ReadonlyMap<string, string>,
): string {
  const name = [id, ...alsoNamed].find((one) => allowed.has(one));
  return `${allowedBy}${allowed.get(name ?? "") ?? "the policy"}`;
}
