import type { Context } from "./context.js";
import { libraryType, none, type BoundArguments, type MachineValue, type Site } from "./machine.js";

/** `Base.__init__(self, …)` of a library's class; undefined: it is no such call. */
export function callBaseConstructor(
  path: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const suffix = ".__init__";
  if (!path.endsWith(suffix)) return undefined;
  const [self, ...positional] = bound.positional;
  const object = self && context.object(self);
  if (!self || object?.kind !== "instance" || typeof object.type === "string") return undefined;
  const base = path.slice(0, -suffix.length);
  return libraryType(object.type) === base
    ? initializeBase(self, base, { ...bound, positional }, site, context)
    : undefined;
}

/** `super().__init__(…)` where that is a library's. */
export function initializeBase(
  self: MachineValue,
  path: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const members = context.library.members(path, bound, context);
  context.update(self, (object) =>
    object.kind === "instance"
      ? {
          ...object,
          members: new Map([...object.members, ...(members ?? []), [constructed, constructedMark]]),
          open: !members,
        }
      : object,
  );
  const made = context.object(self);
  if (made?.kind === "instance" && made.site)
    context.library.constructed(self, path, bound, made.site, site, context);
  return none;
}

/** What a library's constructor sets is known once it was called, on each way through that of the notebook. */
export function afterConstructor(value: MachineValue, context: Context): void {
  context.update(value, (object) => {
    if (object.kind !== "instance") return object;
    const members = new Map(object.members);
    members.delete(constructed);
    return { ...object, members, open: object.open || object.members.get(constructed)?.kind !== "constant" };
  });
}

/** An attribute that an object has while its constructor runs, once the library's was called. */
const constructed = "<constructed>";
const constructedMark: MachineValue = { kind: "constant", type: "bool", data: true };
