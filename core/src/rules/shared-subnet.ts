import type { Subnet } from "../account/resources.js";
import type { AccountView } from "./account-view.js";
import type { WrittenId } from "./rule-request.js";

/**
 * The account that shares a subnet through RAM; `undefined`: it is the caller's own. Of a shared VPC AWS shows the one
 * that uses it only a part: what is not shown may be there all the same.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-sharing.html
 */
export function sharedBy(
  subnet: Subnet | undefined,
  { account }: Pick<AccountView, "account">,
): string | undefined {
  const ownerId = subnet?.ownerId;
  return ownerId === undefined || account === "" || ownerId === account ? undefined : ownerId;
}

/** The first account that shares one of the subnets. */
export function sharerOf(
  subnets: readonly WrittenId[],
  account: Pick<AccountView, "account" | "subnet">,
): string | undefined {
  for (const { value } of subnets) {
    const owner = sharedBy(account.subnet(value), account);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** Completes "cannot tell: …". */
export function notShown(what: string, owner: string): string {
  return `${what}: account ${owner}, which shares the subnet, need not show it`;
}
