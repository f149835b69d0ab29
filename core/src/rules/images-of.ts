import type { Facts } from "../account/fact.js";
import type { EcrImage } from "../requests/images.js";
import type { RuleRequest } from "./rule-request.js";

/** The images in repositories of the account that is asked, in the region that is asked. */
export function ownImagesOf(
  { images }: Pick<RuleRequest, "images">,
  region: string,
  account: string,
): readonly EcrImage[] {
  return images.filter((image) => image.registryId === account && image.region === region);
}

/** Every answer knows the account that it is of; "": there is none yet. */
export function accountAsked(facts: Facts, region: string): string {
  for (const { state, read } of facts.values())
    if (state !== "unreadable" && read.region === region && read.account !== "") return read.account;
  return "";
}
