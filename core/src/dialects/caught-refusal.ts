import type { CallSite } from "../python/call-site.js";
import { isCaught } from "../python/caught.js";
import type { Refusal } from "../requests/request.js";

/**
 * The refusal, and that the notebook catches it where `site` is in a `try` that does. None where it is not known that the
 * object gets there.
 */
export function caughtAt(
  refusal: Refusal | undefined,
  site: Pick<CallSite, "caught" | "ofOneOfSeveral"> | undefined,
): Refusal | undefined {
  if (site?.ofOneOfSeveral) return undefined;
  return refusal && isCaught(refusal.error, site?.caught) ? { ...refusal, isCaught: true } : refusal;
}
