import type { Context } from "./context.js";
import { text, unknown, type MachineValue } from "./machine.js";
import { joinValues } from "./state.js";

/** `os.environ[name]`: known only when the notebook itself has set it. */
export function environmentVariable(
  name: MachineValue,
  fallback: MachineValue | undefined,
  context: Context,
): MachineValue {
  if (name.kind !== "constant" || name.type !== "str")
    return unknown("the environment variable's name is not known");
  const variable = String(name.data);
  const value = context.state.name(key(variable));
  const ofMachine = unknown(
    `the environment variable ${variable} is read when the notebook runs`,
    fallback?.span,
  );
  if (!value) return ofMachine;
  // Where the notebook does not set it, the machine's own counts
  const values = value.kind === "either" ? value.values : [value];
  return joinValues(values.map((one) => (one.kind === "absent" ? ofMachine : one)));
}

/** What the notebook sets the variable to; `absent` on a branch where it does not, undefined where it nowhere does. */
export function variableSet(name: string, context: Context): MachineValue | undefined {
  return context.state.name(key(name));
}

export function setEnvironmentVariable(name: string, value: MachineValue, context: Context): void {
  context.setName(key(name), value);
}

/** `%env NAME=text`: the text is the value, quotes and all. */
export function setEnvironmentText(name: string, value: string, context: Context): void {
  setEnvironmentVariable(
    name,
    value.includes("$") || value.includes("{") ? unknown("%env fills in variables") : text(value),
    context,
  );
}

function key(variable: string): string {
  return `environ:${variable}`;
}
