import { lastName } from "../dotted-path.js";
import { deletedAttribute } from "../python/assign.js";
import type { Value } from "../python/value.js";
import type { Refusal } from "../requests/request.js";

/** What a method raises that asks its object for an attribute that the notebook has deleted. */
export function refusedDeleted(
  object: Value | undefined,
  asksFor: (name: string) => boolean,
): Refusal | undefined {
  if (object?.kind !== "object") return undefined;
  const own = lastName(object.type);
  for (const [name, member] of object.members)
    if (member.kind === "unknown" && member.why === deletedAttribute && asksFor(name))
      return { error: "AttributeError", message: `'${own}' object has no attribute '${name}'` };
  return undefined;
}
