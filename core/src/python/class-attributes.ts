import { alternatives } from "./call.js";
import type { Context } from "./context.js";
import { findMember, type Member } from "./find-member.js";
import { callFunction } from "./function.js";
import type { Instance } from "./library.js";
import { libraryType, noArguments, unknown, type ClassDefinition, type MachineValue } from "./machine.js";
import { callSpecial } from "./special-methods.js";
import { joinValues } from "./state.js";

/** An attribute of an instance of a class of the notebook. */
export function instanceAttribute(
  self: MachineValue,
  instance: Instance & { readonly type: ClassDefinition },
  name: string,
  context: Context,
): MachineValue {
  if (name === "__class__") return { kind: "class", definition: instance.type };
  if (name === "__dict__") {
    context.escape([self]);
    return unknown("it is the object's own dict");
  }
  const found = findMember(instance.type, name, context);
  const own = instance.members.get(name);
  const inClass = (): MachineValue => {
    if (found?.kind !== "found") {
      callSpecial(self, "attribute", context);
      return inheritedAttribute(instance, name, context) ?? unknown(`.${name} is not followed`);
    }
    return alternatives(found.value, context, (one) => {
      if (isDescriptor(one, context)) {
        context.escape([self, one]);
        return unknown(`.${name} is what a descriptor gives`);
      }
      if (one.kind !== "function") return one;
      switch (one.definition.binding) {
        case "static":
          return one;
        case "property":
          return callFunction(one.definition, { value: self, owner: found.owner }, noArguments, context);
        case "unknown":
          context.escape([self]);
          return unknown(`.${name} is decorated`);
        default:
          return { kind: "method", self, name };
      }
    });
  };
  if (!own || own.kind === "absent" || isProperty(found, context)) {
    if (!instance.open || isProperty(found, context)) return inClass();
    const set = unknown(`${name} may have been set by code that is not followed`);
    return found?.kind === "found" ? joinValues([set, inClass()]) : set;
  }
  const alternativesOfOwn = own.kind === "either" ? own.values : [own];
  const present = alternativesOfOwn.filter(({ kind }) => kind !== "absent");
  // Of an open object that it is not known may mean that it is not there
  const isPerhapsOfClass =
    present.length < alternativesOfOwn.length ||
    (instance.open && found?.kind === "found" && present.some(({ kind }) => kind === "unknown"));
  return isPerhapsOfClass ? joinValues([...present, inClass()]) : own;
}

/** What the constructor of a library's class leaves the object, where the class of the notebook does not say. */
function inheritedAttribute(
  instance: Instance & { readonly type: ClassDefinition },
  name: string,
  context: Context,
): MachineValue | undefined {
  const type = libraryType(instance.type);
  const isAsked = ["__getattr__", "__getattribute__"].some(
    (special) => findMember(instance.type, special, context)?.kind !== "library",
  );
  return type === undefined || isAsked ? undefined : context.library.attribute(type, name, instance, context);
}

/** Of a cached property what was assigned to the attribute counts. */
function isProperty(member: Member | undefined, context: Context): boolean {
  if (member?.kind !== "found") return false;
  if (member.value.kind === "reference") return isDescriptor(member.value, context);
  if (member.value.kind !== "function") return false;
  const { binding, cached } = member.value.definition;
  return (binding === "property" && cached !== true) || binding === "unknown";
}

/** An object of a class of the notebook that says itself what it gives as an attribute of a class. */
function isDescriptor(value: MachineValue, context: Context): boolean {
  const object = context.object(value);
  if (object?.kind !== "instance" || typeof object.type === "string") return false;
  const { type } = object;
  return ["__get__", "__set__"].some((special) => findMember(type, special, context)?.kind === "found");
}

/** A property, or a decorator that may make one, takes part in assignments to the attribute. */
export function assignsByFunction(type: ClassDefinition, name: string, context: Context): boolean {
  return (
    isProperty(findMember(type, name, context), context) ||
    findMember(type, "__setattr__", context)?.kind === "found"
  );
}

export function classAttribute(definition: ClassDefinition, name: string, context: Context): MachineValue {
  const found = name.startsWith("__") ? undefined : findMember(definition, name, context);
  if (found?.kind !== "found") return unknown(`${definition.name}.${name} is not followed`);
  return context.each(found.value, (one) => {
    if (isDescriptor(one, context)) return unknown(`${definition.name}.${name} is what a descriptor gives`);
    if (one.kind !== "function") return one;
    if (one.definition.binding === "class")
      return { kind: "method", self: { kind: "class", definition }, name };
    return one.definition.binding === "plain" || one.definition.binding === "static"
      ? one
      : unknown(`${definition.name}.${name} is decorated`);
  });
}
