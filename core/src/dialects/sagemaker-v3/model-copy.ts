import type { SdkCatalog } from "../../catalog/sdk-catalog.js";
import type { Context } from "../../python/context.js";
import type { Instance } from "../../python/library.js";
import { noArguments, type BoundArguments, type MachineValue } from "../../python/machine.js";
import { isNone } from "../sdk-defaults/resolve-defaults.js";
import { isModel } from "./construct.js";

/** `trainer.model_copy(update={…})`: another of its kind, with other members; what is given for them is not looked at. */
export function modelCopy(
  self: MachineValue,
  type: string,
  { positional, keywords, openKeywords, openPositional }: BoundArguments,
  catalog: SdkCatalog,
  context: Context,
): MachineValue | undefined {
  const own = context.object(self);
  if (own?.kind !== "instance" || own.open || !isModel(type)) return undefined;
  const update = keywords.get("update");
  const changes = update && !isNone(update) ? context.object(update) : undefined;
  const isKnown = update === undefined || isNone(update) || (changes?.kind === "dict" && !changes.open);
  const isShallow = !openKeywords && !openPositional && positional.length === 0;
  if (!isKnown || !isShallow || [...keywords.keys()].some((name) => name !== "update")) return undefined;
  const members = new Map(own.members);
  if (changes?.kind === "dict") for (const [key, value] of changes.entries) members.set(key.slice(1), value);
  const copy = context.allocate({ ...own, members });
  recordCopy(copy, own, type, catalog, context);
  return copy;
}

/** A job of its own, shown where what was copied is made. */
export function recordCopy(
  copy: MachineValue,
  { site }: Instance,
  type: string,
  catalog: SdkCatalog,
  context: Context,
): void {
  const path = catalog.canonicalPath(type);
  if (!site || copy.kind !== "reference" || path === undefined || !ofThree.test(path)) return;
  context.record({ kind: "construction", type: path, id: copy.id, site, self: copy, arguments: noArguments });
}

const ofThree = /^sagemaker\.(?:train|core|serve|modules)\./;
