import type { Script } from "./syntax.js";

/** Whether one of the commands may be a call of the function. */
export function mentions(script: Script, name: string): boolean {
  return JSON.stringify(script).includes(JSON.stringify(name));
}

/** The variables that commands may set. */
export function assignedIn(script: Script, names = new Set<string>()): ReadonlySet<string> {
  for (const command of script) {
    switch (command.kind) {
      case "simple":
        for (const { name } of command.assignments) names.add(name);
        for (const { parts } of command.words)
          for (const part of parts) {
            const [, name] = part.kind === "text" ? (/^([A-Za-z_]\w*)(?:=|$)/.exec(part.text) ?? []) : [];
            if (name !== undefined) names.add(name);
          }
        break;
      case "group":
      case "refused":
      case "function":
        assignedIn(command.body, names);
        break;
      case "pipeline":
        assignedIn(command.commands, names);
        break;
      case "and or":
        assignedIn([command.left, command.right], names);
        break;
      case "branches":
        for (const branch of command.branches) assignedIn(branch, names);
        break;
      case "loop":
        if (command.variable !== undefined) names.add(command.variable);
        assignedIn(command.body, names);
    }
  }
  return names;
}
