import type { Context } from "./context.js";
import { findMember } from "./find-member.js";
import type { MachineValue } from "./machine.js";
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
