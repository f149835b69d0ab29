import type { Context } from "./context.js";
import { bool, unknown, type MachineValue } from "./machine.js";

/** `isinstance` of what is a constant, a list, a tuple or a dict, and of Python's own types. */
export function isInstance(
  value: MachineValue,
  of: MachineValue | undefined,
  context: Context,
): MachineValue {
  const types = of && typesIn(of);
  if (types === undefined) return unknown("isinstance() is not followed");
  return context.each(value, (one) => {
    const own = typesOf(one, context);
    return own === undefined ? unknown("its type is not known") : bool(own.some((type) => types.has(type)));
  });
}

const known: ReadonlySet<string> = new Set(
  ["str", "int", "float", "bool", "list", "tuple", "dict"].map((name) => `builtins.${name}`),
);

function typesIn(value: MachineValue): ReadonlySet<string> | undefined {
  const all = value.kind === "tuple" ? value.items : [value];
  const paths = all.map((one) => (one.kind === "library" && known.has(one.path) ? one.path : undefined));
  return paths.every((path) => path !== undefined) ? new Set(paths) : undefined;
}

/** Its type, and those that this is one of as well. */
function typesOf(value: MachineValue, context: Context): readonly string[] | undefined {
  if (value.kind === "tuple") return ["builtins.tuple"];
  if (value.kind === "constant") {
    switch (value.type) {
      case "bool":
        return ["builtins.bool", "builtins.int"];
      case "str":
      case "int":
      case "float":
        return [`builtins.${value.type}`];
      case "none":
        return [];
      default:
        return undefined;
    }
  }
  const object = context.object(value);
  if (object?.kind === "dict") return ["builtins.dict"];
  return object?.kind === "list" && !object.gives ? ["builtins.list"] : undefined;
}
