import { assignedByArithmetic } from "./arithmetic.js";
import type { Redirect, Script, SimpleCommand, Word } from "./syntax.js";

/** Whether one of the commands may be a call of the function. */
export function mentions(script: Script, name: string): boolean {
  return JSON.stringify(script).includes(JSON.stringify(name));
}

/** The variables that commands may set. */
export function assignedIn(script: Script, names = new Set<string>()): ReadonlySet<string> {
  for (const command of script) {
    switch (command.kind) {
      case "simple":
        // Before a command they are that command's
        if (command.words.length === 0) for (const { name } of command.assignments) names.add(name);
        for (const part of command.words.flatMap(({ parts }) => parts)) {
          if (part.kind !== "text") continue;
          const [, name] = /^([A-Za-z_]\w*)(?:[-+*/%=[]|$)/.exec(part.text) ?? [];
          if (name !== undefined) names.add(name);
        }
        for (const { name } of command.declared ?? []) names.add(name);
        for (const word of wordsOf(command)) assignedByWord(word, names);
        break;
      case "not":
      case "redirected":
        assignedIn([command.command], names);
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
        assignedIn([command.first, ...command.rest.map((one) => one.command)], names);
        break;
      case "branches":
        for (const { condition, body } of command.branches) {
          assignedIn(condition, names);
          assignedIn(body, names);
        }
        break;
      case "test":
        for (const item of command.items ?? []) if (typeof item !== "string") assignedByWord(item, names);
        break;
      case "arithmetic":
        for (const name of assignedByArithmetic(command.text)) names.add(name);
        break;
      case "loop":
        for (const name of assignedByArithmetic(command.arithmetic ?? "")) names.add(name);
        if (command.variable !== undefined) names.add(command.variable);
        assignedIn(command.body, names);
    }
  }
  return names;
}

/** All that are expanded where the command runs. */
export function wordsOf({ words, assignments, declared, redirects }: SimpleCommand): readonly Word[] {
  return [
    ...words,
    ...[...assignments, ...(declared ?? [])].flatMap(({ value, items, members }) => [
      ...(value ? [value] : []),
      ...(items ?? []),
      ...(members ?? []).map((one) => one.value),
    ]),
    ...redirected(redirects),
  ];
}

export function redirected(redirects: readonly Redirect[]): readonly Word[] {
  return redirects.flatMap(({ target, text }) => (text ? [text] : [target]));
}

/** `${NAME:=value}`, `$((n++))` */
export function assignedByWord({ parts }: Word, names: Set<string>): void {
  for (const part of parts) {
    if (part.kind === "arithmetic") for (const name of assignedByArithmetic(part.text)) names.add(name);
    if (part.kind === "items" && part.index !== undefined)
      for (const name of assignedByArithmetic(part.index)) names.add(name);
    if (part.kind !== "variable" || !part.orElse) continue;
    if (part.orElse.operator === "=") names.add(part.name);
    for (const word of part.orElse.words ?? []) assignedByWord(word, names);
  }
}
