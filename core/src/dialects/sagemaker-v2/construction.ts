import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Span } from "../../notebook/span.js";
import type { CallSite } from "../../python/call-site.js";
import type { CallRecord } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import { callOf } from "../call-of.js";

export type Construction = Extract<CallRecord, { kind: "construction" }>;

/** The calls that made the objects of a notebook, by the place that a frozen object says it is from. */
export class Constructions {
  private readonly byPlace = new Map<string, Construction>();

  constructor(records: readonly CallRecord[]) {
    for (const record of records) {
      // Calls outside the notebook share their place with others
      if (record.kind === "construction" && record.site.outside !== true)
        this.byPlace.set(keyOf(record.site.span), record);
    }
  }

  /** Undefined: it is no object, or no call of the notebook made it. */
  of(value: Value | undefined): Construction | undefined {
    return value?.kind === "object" && value.span ? this.byPlace.get(keyOf(value.span)) : undefined;
  }
}

/** The call that gives a constructor its arguments. */
export function constructorCall({ site, inner, type }: Construction): CallSite {
  return callOf(inner ?? site, type, positionalNames(sagemakerSdk.classOf(type)?.parameters));
}

/** The call that makes the object: of a subclass in the notebook, its own. */
export function makingCall(construction: Construction): CallSite {
  return construction.inner
    ? callOf(construction.site, construction.type, [])
    : constructorCall(construction);
}

/** The names of the parameters that can be given by position, in order. */
export function positionalNames(
  parameters: readonly { readonly name: string; readonly keywordOnly: boolean }[] = [],
): readonly string[] {
  return parameters.filter(({ keywordOnly }) => !keywordOnly).map(({ name }) => name);
}

/** A place as a key of a map. */
export function keyOf({ cell, from, to }: Span): string {
  return `${cell} ${from} ${to}`;
}
