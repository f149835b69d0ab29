import { callOwnMethod } from "./class.js";
import type { Context } from "./context.js";
import { afterFinisher, followsFields, ownFinisher, withFieldDefaults } from "./library-models.js";
import {
  libraryType,
  noArguments,
  none,
  type BoundArguments,
  type ClassDefinition,
  type MachineValue,
  type Site,
} from "./machine.js";

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
  const imported = path.slice(0, -suffix.length);
  const base = context.library.subclassing?.ownPath(imported) ?? imported;
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
  context.update(self, (object) => (object.kind === "instance" ? { ...object, open: false } : object));
  const own = context.object(self);
  if (own?.kind === "instance" && typeof own.type !== "string")
    constructBase(self, own.type, path, bound, site, context);
  context.update(self, (object) =>
    object.kind === "instance"
      ? { ...object, members: new Map(object.members).set(constructed, constructedMark) }
      : object,
  );
  const made = context.object(self);
  if (made?.kind === "instance" && made.site)
    context.library.constructed(self, path, bound, made.site, site, context);
  return none;
}

/** Sets what the library's constructor sets, and calls what it calls. False: nobody knows what that is. */
export function constructBase(
  self: MachineValue,
  definition: ClassDefinition,
  path: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): boolean {
  const finisher = ownFinisher(definition, path, context);
  const given = withFieldDefaults(definition, bound, site, context);
  const members = context.library.members(path, given, context, finisher ? "finisher" : undefined);
  context.update(self, (object) =>
    object.kind === "instance"
      ? {
          ...object,
          members: new Map([...object.members, ...(members ?? [])]),
          open: object.open || !members,
        }
      : object,
  );
  if (!members) return false;
  if (finisher) {
    finishOwn(self, path, context.library.subclassing?.finisher(path) ?? "", site, context);
    afterFinisher(self, path, context);
  }
  if (!followsFields(definition)) context.escape([self]);
  return true;
}

function finishOwn(self: MachineValue, path: string, name: string, site: Site, context: Context): void {
  const object = context.object(self);
  if (object?.kind !== "instance" || typeof object.type === "string") return;
  // pydantic hands its context over, which is None
  const positional = name.startsWith("__") ? [] : [none];
  callOwnMethod(self, { ...object, type: object.type }, name, { ...noArguments, positional }, site, context);
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
