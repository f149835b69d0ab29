import type { FixProposal } from "../rules/fix-proposal.js";
import type { AccountLists } from "./account-lists.js";
import { rankKeys } from "./rank-keys.js";
import type { Prover } from "./prove.js";
import type { PlannedFix } from "./resolve-fixes.js";

/** An account may have hundreds of keys: so many are offered, so many judged for that. The others are in the picker's list. */
const mostFixes = 8;
const mostJudged = 24;

/** A fix for each of the best usable keys of the customer's. The value is the key's ARN, the one form that every field takes. */
export function chooseKeys(
  { paths, safety }: Extract<FixProposal, { propose: "key" }>,
  lists: AccountLists,
  prover: Prover,
): readonly PlannedFix[] {
  const { keys, aliases } = lists.keys();
  const what = paths.length > 1 ? "Encrypt volume and output" : `Encrypt the ${whatIsAt(paths[0] ?? "")}`;
  const fixes: PlannedFix[] = [];
  for (const { key, name } of rankKeys(keys, aliases, paths, lists.allowed).slice(0, mostJudged)) {
    if (fixes.length === mostFixes) break;
    const changes = paths.map((path) => ({ path, value: key.arn }));
    const { state, asks } = prover.prove(changes);
    if (state === "fails") continue;
    lists.ask(asks);
    const allowedBy = lists.allowed.get(key.arn);
    const title = `${what} with ${name}${allowedBy === undefined ? "" : `, which ${allowedBy} allows`}`;
    fixes.push({ title, safety, changes });
  }
  return fixes;
}

function whatIsAt(path: string): string {
  return path.includes("Volume") ? "volume" : "output";
}
