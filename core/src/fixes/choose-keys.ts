import type { FixProposal } from "../rules/fix-proposal.js";
import type { AccountLists } from "./account-lists.js";
import { rankKeys } from "./rank-keys.js";
import type { Prover } from "./prove.js";
import type { PlannedFix } from "./resolve-fixes.js";

/** One fix for each usable key of the customer's. The value is the key's ARN, the one form that every field takes. */
export function chooseKeys(
  { paths, safety }: Extract<FixProposal, { propose: "key" }>,
  lists: AccountLists,
  prover: Prover,
): readonly PlannedFix[] {
  const { keys, aliases } = lists.keys();
  const what = paths.length > 1 ? "Encrypt volume and output" : `Encrypt the ${whatIsAt(paths[0] ?? "")}`;
  return rankKeys(keys, aliases, paths, lists.allowed).flatMap(({ key, name }) => {
    const changes = paths.map((path) => ({ path, value: key.arn }));
    const { state, asks } = prover.prove(changes);
    lists.ask(asks);
    const allowedBy = lists.allowed.get(key.arn);
    const title = `${what} with ${name}${allowedBy === undefined ? "" : `, which ${allowedBy} allows`}`;
    return state === "fails" ? [] : [{ title, safety, changes }];
  });
}

function whatIsAt(path: string): string {
  return path.includes("Volume") ? "volume" : "output";
}
