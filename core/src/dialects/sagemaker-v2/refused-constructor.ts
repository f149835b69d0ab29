import { lastName } from "../../dotted-path.js";
import { keyOf } from "../../notebook/span.js";
import type { CallSite } from "../../python/call-site.js";
import type { Value } from "../../python/value.js";
import type { Refusal } from "../../requests/request.js";
import type { Construction, Constructions } from "./construction.js";
import { familyOf } from "./family-of.js";
import { refusedFramework } from "./framework-refusals.js";
import { refusedInstanceArguments } from "./instance-refusals.js";
import { refusedArguments, refusedWithoutRole } from "./refusals.js";
import type { Sent } from "./sent.js";
import { memberOf } from "./values.js";

/**
 * What the constructors raise of the objects that a request is made of, the first that is reached.
 *
 * @param absorbed What made the objects that `absorbedBy` finds.
 */
export function refusedConstructor(
  { sending, subject, sender, shown }: Sent,
  absorbed: readonly (Construction | undefined)[],
  constructions: Constructions,
): Refusal | undefined {
  const { construction } = subject;
  return (
    raisedBy(construction, shown, refusedWithoutRole) ??
    raisedBy(construction, shown, refusedArguments) ??
    (sending.parts ? refusedArguments(constructions.of(sender)) : undefined) ??
    refusedObjects(subject.now, constructions) ??
    firstRefused(absorbed) ??
    raisedBy(construction, shown, refusedFramework) ??
    raisedBy(construction, shown, refusedInstanceArguments)
  );
}

/** What a constructor raises, with its name and place where the request is shown at another call. */
function raisedBy(
  construction: Construction | undefined,
  shown: CallSite | undefined,
  raises: (construction: Construction | undefined) => Refusal | undefined,
): Refusal | undefined {
  const refusal = raises(construction);
  if (!refusal || !construction) return refusal;
  if (shown && keyOf(construction.site.span) === keyOf(shown.span)) return refusal;
  return { ...refusal, raisedBy: lastName(construction.type), raisedAt: construction.site.nameSpan };
}

/** What the constructors raise of the objects that it is given. */
function refusedObjects(now: Value, constructions: Constructions): Refusal | undefined {
  const parameters = familyOf(now.kind === "object" ? now.type : "")?.objects.keys() ?? [];
  for (const parameter of parameters) {
    const refused = refusedArguments(constructions.of(memberOf(now, parameter, undefined)));
    if (refused) return refused;
  }
  return undefined;
}

function firstRefused(absorbed: readonly (Construction | undefined)[]): Refusal | undefined {
  for (const one of absorbed) {
    const refused = raisedBy(one, undefined, refusedArguments) ?? raisedBy(one, undefined, refusedFramework);
    if (refused) return refused;
  }
  return undefined;
}

/** The objects that become part of this one: models of a pipeline of models. */
export function absorbedBy(now: Value): readonly Value[] {
  const absorbs = familyOf(now.kind === "object" ? now.type : "")?.absorbs ?? [];
  return absorbs.flatMap((parameter) => {
    const given = memberOf(now, parameter, undefined);
    return given?.kind === "list" ? given.items : (given ?? []);
  });
}
