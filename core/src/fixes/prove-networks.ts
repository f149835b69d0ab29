import type { Question } from "../account/question.js";
import type { FieldChange, FieldPath, Json } from "../requests/request.js";
import type { Network } from "./rank-networks.js";
import type { Prover } from "./prove.js";

/** A network whose subnets and first group pass all rules together, as far as that can be told. */
export interface ProvedNetwork extends Network {
  /** Nothing is left open. */
  readonly isProved: boolean;
}

/** So many VPCs are looked at, and in each so many groups: an account may have hundreds. */
const mostNetworks = 8;
const mostGroups = 4;

/**
 * The networks without what some rule says would fail, in their order: a subnet that fails by itself is left out, and
 * the first group stands that passes with the others.
 *
 * @returns `asks`: questions whose answers would decide more of it.
 */
export function proveNetworks(
  networks: readonly Network[],
  { subnets, groups }: { readonly subnets: FieldPath; readonly groups: FieldPath },
  prover: Prover,
): { readonly networks: readonly ProvedNetwork[]; readonly asks: readonly Question[] } {
  const asks: Question[] = [];
  const proved = networks.slice(0, mostNetworks).flatMap((network): readonly ProvedNetwork[] => {
    for (const group of network.securityGroups.slice(0, mostGroups)) {
      const proofOf = (ids: readonly string[]) =>
        prover.prove([listChange(subnets, ids), listChange(groups, [group.groupId])]);
      const idsOf = (list: Network["subnets"]) => list.map(({ subnetId }) => subnetId);
      let { subnets: chosen } = network;
      let proof = proofOf(idsOf(chosen));
      if (proof.state === "fails" && chosen.length > 1) {
        chosen = chosen.filter(({ subnetId }) => proofOf([subnetId]).state !== "fails");
        if (chosen.length > 0) proof = proofOf(idsOf(chosen));
      }
      if (proof.state === "fails") continue;
      asks.push(...proof.asks);
      const others = network.securityGroups.filter((one) => one !== group);
      return [
        {
          ...network,
          subnets: chosen,
          securityGroups: [group, ...others],
          isProved: proof.state === "passes",
        },
      ];
    }
    return [];
  });
  return { networks: proved, asks };
}

/** A notebook instance has one subnet, and its field is no list. */
export function listChange(path: FieldPath, ids: readonly string[]): FieldChange {
  const value: Json = path === "SubnetId" ? (ids[0] ?? "") : ids;
  return { path, value };
}
