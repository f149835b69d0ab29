import type { Value } from "../../python/value.js";
import { pythonTypeName } from "../../requests/python-text.js";
import type { Refusal } from "../../requests/request.js";
import type { Constructions } from "./construction.js";
import { familyOf } from "./family-of.js";

/**
 * A method that the notebook gave another value, and that the SDK calls to learn the setting of the same name:
 * `estimator.enable_network_isolation = True`.
 */
export interface Shadowed {
  readonly method: string;
  readonly value: Value;
  /** Undefined: it may be something that can be called, or is perhaps never called. */
  readonly refused?: Refusal;
}

export function shadowedMethod(now: Value, constructions: Constructions): Shadowed | undefined {
  if (now.kind !== "object") return undefined;
  const family = familyOf(now.type);
  if (family?.methods === undefined) return undefined;
  // What another file made was given there what it has
  const made = constructions.allOf(now);
  if (made.length === 0) return undefined;
  for (const method of family.methods) {
    const value = now.members.get(method);
    const given = made.map(({ self }) => (self.kind === "object" ? self.members.get(method) : undefined));
    if (value === undefined || given.some((one) => isSamePlace(value, one))) continue;
    if (value.kind === "unknown" && given.some((one) => one?.kind === "unknown")) continue;
    const isRefused = value.kind === "constant" && family.callsMethods === true;
    const message = isRefused ? `'${pythonTypeName(value) ?? ""}' object is not callable` : "";
    return { method, value, ...(isRefused ? { refused: { error: "TypeError", message } } : {}) };
  }
  return undefined;
}

/** What the constructor was given is there under the same name until something else is assigned. */
function isSamePlace({ kind, span }: Value, given: Value | undefined): boolean {
  if (given?.kind !== kind) return false;
  if (span === undefined || given.span === undefined) return span === given.span;
  return span.cell === given.span.cell && span.from === given.span.from && span.to === given.span.to;
}
