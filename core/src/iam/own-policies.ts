import type { Policies } from "./evaluate.js";
import type { Layer } from "./match-statement.js";
import type { OwnPolicies, PolicyLayer } from "./policies.js";

type Unread = NonNullable<Policies["unread"]>;

/**
 * What a principal's own policies give an evaluation.
 *
 * @param resource The policy of what is asked for, if that counts.
 */
export function ownPolicies(
  { identity, boundary }: OwnPolicies,
  resource?: PolicyLayer,
): Policies & { readonly unread: Unread } {
  return {
    identityPolicies: identity.policies,
    ...(boundary === "none" ? {} : { permissionsBoundary: boundary.policies }),
    ...(resource === undefined ? {} : { resourcePolicies: resource.policies }),
    unread: [
      ...unreadOf("identity", identity),
      ...(boundary === "none" ? [] : unreadOf("boundary", boundary)),
      ...(resource === undefined ? [] : unreadOf("resource", resource)),
    ],
  };
}

/** What nobody could read of a layer. */
export function unreadOf(layer: Layer, { unread }: PolicyLayer): Unread {
  return unread.map((one) => ({ ...one, layer }));
}
