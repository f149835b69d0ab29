import type { Expression } from "./ast.js";
import type { Context } from "./context.js";
import { unknown, type MachineValue } from "./machine.js";

/** `globals()`, whose items are the notebook's names. */
export function isNamespace(expression: Expression): boolean {
  return (
    expression.kind === "call" &&
    expression.callee.kind === "name" &&
    /^(?:globals|locals|vars)$/.test(expression.callee.id) &&
    expression.arguments.length === 0
  );
}

/**
 * `globals()["subnets"]` is what the name has. Which one it is where the key is not known nobody tells, so that what is
 * done to it may be done to any.
 */
export function itemOfNamespace(
  namespace: Expression,
  key: Expression | { readonly kind: "slice" },
  context: Context,
  valueOf: (expression: Expression) => MachineValue,
): MachineValue {
  const id = key.kind === "slice" ? undefined : nameOf(valueOf(key));
  if (key.kind !== "slice" && id !== undefined && isOfNotebook(namespace, context)) {
    const value = context.frame.parent ? context.globalName(id) : undefined;
    return value ?? valueOf({ kind: "name", id, from: key.from, to: key.to });
  }
  context.escapeNames();
  return unknown("it is one of the notebook's names");
}

/** `globals()[key] = value`; undefined: nobody tells which name it is, or that it is one. */
export function setInNamespace(
  namespace: Expression,
  key: MachineValue,
  value: MachineValue,
  context: Context,
): true | undefined {
  const id = nameOf(key);
  if (id === undefined || !isOfNotebook(namespace, context)) return undefined;
  context.assignGlobal(id, value);
  return true;
}

/** In a function `locals()` and `vars()` are a copy of its own names. */
function isOfNotebook(namespace: Expression, context: Context): boolean {
  return (
    context.frame.parent === undefined ||
    (namespace.kind === "call" && namespace.callee.kind === "name" && namespace.callee.id === "globals")
  );
}

function nameOf(key: MachineValue): string | undefined {
  return key.kind === "constant" && key.type === "str" ? String(key.data) : undefined;
}
