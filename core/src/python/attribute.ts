import { alternatives } from "./call.js";
import { classAttribute, instanceAttribute } from "./class-attributes.js";
import type { Context } from "./context.js";
import { moduleVariable } from "./local-modules.js";
import { text, unknown, type Definition, type HeapObject, type MachineValue } from "./machine.js";
import { pathAttribute, pathType } from "./paths.js";
import { replacedMember } from "./replaced-members.js";
import { writerType } from "./written-files.js";

/** What `value.name` gives. */
export function attribute(value: MachineValue, name: string, context: Context): MachineValue {
  return alternatives(value, context, (one) => {
    if (one.kind === "library") return memberOfLibrary(one.path, name, context);
    if (one.kind === "unknown") return unknown(one.why);
    if (one.kind === "class") return classAttribute(one.definition, name, context);
    if (one.kind === "function" && name === "__name__") return nameOfFunction(one.definition, context);
    const object = context.object(one);
    if (object?.kind !== "instance") return methodOf(one, object, name);
    if (typeof object.type !== "string")
      return instanceAttribute(one, { ...object, type: object.type }, name, context);
    if (name === "__dict__") {
      context.escape([one]);
      return unknown("it is the object's own dict");
    }
    if (object.type === writerType) return { kind: "method", self: one, name };
    if (object.type === pathType) {
      const part = pathAttribute(one, name, context);
      if (part) return part;
    }
    const variable = object.open ? undefined : moduleVariable(object, name);
    const member =
      (variable === undefined ? undefined : context.state.name(variable)) ?? object.members.get(name);
    if (member) return context.each(member, (alternative) => alternative);
    if (object.open)
      return context.library.isMethod?.(object.type, name) === true
        ? { kind: "method", self: one, name } // seldom set by anybody
        : unknown(`${name} may have been set by code that is not followed`);
    return (
      context.library.attribute(object.type, name, object, context) ??
      (context.library.isMethod?.(object.type, name) === true
        ? { kind: "method", self: one, name }
        : undefined) ??
      handedOut(one, object.type, name, context) ??
      unknown(`.${name} is only known when the notebook runs`)
    );
  });
}

/** Set once the notebook gave a function another `__name__`. */
export const renamedFunctions = "renamed functions";

function nameOfFunction({ name, node, renamed }: Definition, context: Context): MachineValue {
  const isOwn = node !== undefined && renamed !== true && context.state.name(renamedFunctions) === undefined;
  return isOwn ? text(name) : unknown("the function may have another name");
}

function handedOut(
  self: MachineValue,
  type: string,
  name: string,
  context: Context,
): MachineValue | undefined {
  if (context.library.handsOut?.(type, name) !== true) return undefined;
  context.escape([self]);
  return unknown(`who has .${name} may change the object`);
}

function memberOfLibrary(path: string, name: string, context: Context): MachineValue {
  // `Estimator.fit`, which the notebook may have replaced
  const isOfClass = path.startsWith("sagemaker.") && /\.[A-Z]\w*$/.test(path);
  return (
    (isOfClass ? replacedMember(path, name, context) : undefined) ?? {
      kind: "library",
      path: `${path}.${name}`,
    }
  );
}

/** `items.append`; other attributes of such values are not followed. */
function methodOf(self: MachineValue, object: HeapObject | undefined, name: string): MachineValue {
  const isContainer = object !== undefined || (self.kind === "constant" && self.type === "str");
  return isContainer && !name.startsWith("__")
    ? { kind: "method", self, name }
    : unknown(`.${name} is not followed`);
}
