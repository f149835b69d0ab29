import type { Context } from "./context.js";
import { findMember } from "./find-member.js";
import type { Definition, MachineValue, Self } from "./machine.js";
import { followMethodPerhaps } from "./unfollowed.js";

/** What Python calls of an object's class for an operation on it. */
const special = {
  truth: ["__bool__", "__len__"],
  comparison: ["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__contains__", "__iter__"],
  item: ["__getitem__"],
  "item set": ["__setitem__"],
  items: ["__iter__", "__next__", "__getitem__"],
  text: ["__str__", "__format__", "__repr__"],
  attribute: ["__getattr__", "__getattribute__"],
} as const;

/** The method of a special name that the class of an object has, if it is a class of the notebook that writes it. */
export function methodOfOwn(
  value: MachineValue,
  name: string,
  context: Context,
): { readonly definition: Definition; readonly self: Self } | undefined {
  const object = context.object(value);
  if (object?.kind !== "instance" || typeof object.type === "string") return undefined;
  const member = findMember(object.type, name, context);
  if (member?.kind !== "found" || member.value.kind !== "function") return undefined;
  const { definition } = member.value;
  return definition.binding === "plain" ? { definition, self: { value, owner: member.owner } } : undefined;
}

/**
 * An operation on an object may call a method of its class, which a class of the notebook may have written itself: what
 * that changes is not known afterwards.
 */
export function callSpecial(value: MachineValue, operation: keyof typeof special, context: Context): void {
  if (value.kind === "either") {
    for (const one of value.values) callSpecial(one, operation, context);
    return;
  }
  const object = context.object(value);
  if (object?.kind !== "instance" || typeof object.type === "string") return;
  for (const name of special[operation]) {
    const member = findMember(object.type, name, context);
    if (member?.kind !== "found") continue;
    if (member.value.kind === "function") followMethodPerhaps(value, name, context);
    else context.escape([value]);
  }
}
