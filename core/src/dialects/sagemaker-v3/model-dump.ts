import type { SdkCatalog } from "../../catalog/sdk-catalog.js";
import type { Context } from "../../python/context.js";
import { deepCopy } from "../../python/copy-calls.js";
import { none, unknown, type BoundArguments, type MachineValue } from "../../python/machine.js";
import { ofDefault } from "../constructor-members.js";
import { isNone } from "../sdk-defaults/resolve-defaults.js";

/**
 * `networking.model_dump()`: the members of a pydantic model as a dict of their own, None where nothing is set.
 * Undefined: not followed, as of models in models.
 */
export function modelDump(
  self: MachineValue,
  type: string,
  { positional, keywords, openKeywords, openPositional }: BoundArguments,
  catalog: SdkCatalog,
  context: Context,
): MachineValue | undefined {
  const own = context.object(self);
  const known = catalog.classOf(type);
  if (own?.kind !== "instance" || own.open || !known || openKeywords || openPositional) return undefined;
  if (positional.length > 0 || [...keywords.keys()].some((name) => name !== "exclude_none")) return undefined;
  const excludes = keywords.get("exclude_none");
  if (excludes && (excludes.kind !== "constant" || excludes.type !== "bool")) return undefined;
  const withoutNone = excludes?.kind === "constant" && excludes.data === true;
  const entries = new Map<string, MachineValue>();
  for (const { name, default: fallback } of known.parameters) {
    const given = own.members.get(name);
    if (given && isModelIn(given, context)) return undefined;
    const value = given
      ? deepCopy(given, context)
      : (ofDefault(fallback) ?? unknown("its default is not known"));
    const isSure = value.kind !== "unknown" && value.kind !== "either" && value.kind !== "absent";
    if (withoutNone && !isSure) return undefined;
    if (!(withoutNone && isNone(value))) entries.set(`'${name}`, value.kind === "absent" ? none : value);
  }
  return context.allocate({ kind: "dict", entries, open: false });
}

function isModelIn(value: MachineValue, context: Context): boolean {
  const object = context.object(value);
  const items = object?.kind === "list" ? object.items : [value];
  return items.some((item) => context.object(item)?.kind === "instance");
}
