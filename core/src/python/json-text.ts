import { deepCopy } from "./copy-calls.js";
import type { Context } from "./context.js";
import type { BoundArguments, MachineValue } from "./machine.js";

/** The type of what `json.dumps(…)` gives; its member `of` is what it was made of, as that was then. */
export const jsonText = "json.text";

/** Undefined: another function, or nothing that has members. */
export function callJsonDumps(
  path: string,
  bound: BoundArguments,
  context: Context,
): MachineValue | undefined {
  if (path !== "json.dumps" || bound.openPositional || bound.openKeywords) return undefined;
  const value = bound.positional[0] ?? bound.keywords.get("obj");
  if (!value || bound.keywords.has("cls") || bound.keywords.has("default")) return undefined;
  const kind = context.object(value)?.kind;
  if (kind !== "dict" && kind !== "list") return undefined;
  const members = new Map([["of", deepCopy(value, context)]]);
  return context.allocate({ kind: "instance", type: jsonText, members, open: false });
}
