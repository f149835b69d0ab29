import type { Context } from "./context.js";
import { findMember } from "./find-member.js";
import { bool, unknown, type MachineValue } from "./machine.js";

/** `hasattr(object, "name")` of objects of the notebook's classes. */
export function hasAttribute(value: MachineValue, name: string, context: Context): MachineValue {
  return context.each(value, (one) => {
    const has = isThere(one, name, context);
    return has === undefined ? unknown("hasattr() is not followed") : bool(has);
  });
}

function isThere(value: MachineValue, name: string, context: Context): boolean | undefined {
  const object = context.object(value);
  if (object?.kind !== "instance" || typeof object.type === "string" || name.startsWith("__"))
    return undefined;
  const found = findMember(object.type, name, context);
  const isPlain =
    found?.kind === "found" &&
    (found.value.kind !== "function" || found.value.definition.binding === "plain");
  // A property is asked for its value, which may fail
  if (found && !isPlain) return undefined;
  const own = object.members.get(name) ?? { kind: "absent" };
  const all = own.kind === "either" ? own.values : [own];
  if (isPlain || all.every(({ kind }) => kind !== "absent" && kind !== "unknown")) return true;
  const isNever = all.every(({ kind }) => kind === "absent") && !object.open;
  return isNever &&
    findMember(object.type, "__getattr__", context) === undefined &&
    findMember(object.type, "__getattribute__", context) === undefined
    ? false
    : undefined;
}
