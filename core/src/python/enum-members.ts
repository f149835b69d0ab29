import type { Context } from "./context.js";
import { findMember } from "./find-member.js";
import { dictKey, libraryBases, text, unknown, type ClassDefinition, type MachineValue } from "./machine.js";

/*
 * Members of an Enum: objects of the class, which are equal to nothing but themselves; where the class is a text or a
 * number as well (`class Size(str, Enum)`), to their value too.
 */

const enums: ReadonlySet<string> = new Set(
  ["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"].map((name) => `enum.${name}`),
);

/** Whether a class with these bases is an Enum. */
export function isEnum(bases: readonly MachineValue[]): boolean {
  return libraryBases(bases).some((path) => enums.has(path));
}

/** What the class has instead of the values that its body gives names. */
export function enumMembers(
  definition: ClassDefinition,
  members: ReadonlyMap<string, MachineValue>,
  context: Context,
): Map<string, MachineValue> {
  // What a constructor of its own makes of the values is not followed
  const open = members.has("__init__");
  const made = members.has("__new__") || members.has("_generate_next_value_");
  return new Map(
    [...members].map(([name, value]) => {
      if (value.kind === "function" || value.kind === "class" || name.startsWith("__")) return [name, value];
      if (name.startsWith("_")) return [name, unknown(`${definition.name}.${name} is not followed`)];
      const own = made ? unknown("the class makes it") : value;
      const attributes = new Map<string, MachineValue>([
        ["name", text(name)],
        ["value", own],
        [ofEnum, text(name)],
      ]);
      const at = value.span ? { span: value.span } : {};
      return [
        name,
        context.allocate({ kind: "instance", type: definition, members: attributes, open, ...at }),
      ];
    }),
  );
}

/** No name of Python's. */
const ofEnum = "(member)";

interface EnumMember {
  readonly type: ClassDefinition;
  readonly name: string;
  readonly value: MachineValue;
}

export function enumMember(one: MachineValue, context: Context): EnumMember | undefined {
  const object = context.object(one);
  if (object?.kind !== "instance" || typeof object.type === "string") return undefined;
  const [name, value] = [object.members.get(ofEnum), object.members.get("value")];
  if (name?.kind !== "constant" || !value) return undefined;
  return { type: object.type, name: String(name.data), value };
}

/** Whether two values of which one is a member of an Enum are equal; undefined: not known, or none is. */
export function equalMembers(left: MachineValue, right: MachineValue, context: Context): boolean | undefined {
  const [one, other] = [enumMember(left, context), enumMember(right, context)];
  if (one && other) {
    if (one.type !== other.type || isCompared(one.type, context)) return undefined;
    if (one.name === other.name) return true;
    // Two names of one value are one member
    const keys = [dictKey(one.value), dictKey(other.value)];
    return keys.includes(undefined) || keys[0] === keys[1] ? undefined : false;
  }
  const member = one ?? other;
  const constant = one ? right : left;
  if (!member || constant.kind !== "constant" || isCompared(member.type, context)) return undefined;
  if (isPlain(member.type)) return false;
  const key = dictKey(member.value);
  return key === undefined || member.value.kind !== "constant" ? undefined : key === dictKey(constant);
}

/** The class says itself what its members are equal to. */
function isCompared(type: ClassDefinition, context: Context): boolean {
  return ["__eq__", "__ne__"].some((name) => findMember(type, name, context)?.kind === "found");
}

/** It is nothing but an Enum. */
function isPlain({ bases }: ClassDefinition): boolean {
  return bases.every((base) =>
    base.kind === "library" ? base.path === "enum.Enum" : base.kind === "class" && isPlain(base.definition),
  );
}
