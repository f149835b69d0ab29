import { assignedByWord, wordsOf } from "./assigned-names.js";
import { notKnown, setVariable, type ShellState } from "./shell-state.js";
import type { SimpleCommand, WordPart } from "./syntax.js";

/** `${NAME:=value}` of a command, where the value is told; what else its words set is not known from here on. */
export function defaultsSet(command: SimpleCommand, state: ShellState): readonly VariablePart[] {
  const names = new Set<string>();
  const words = wordsOf(command);
  for (const word of words) assignedByWord(word, names);
  return [...names].flatMap((name) => {
    const parts = words.flatMap((word) => word.parts.filter((part) => setsDefault(part, name)));
    const [only] = parts;
    // One word may see what another has set
    if (only && JSON.stringify(words).split(JSON.stringify(name)).length === 2) return [only];
    setVariable(state, name, notKnown);
    return [];
  });
}

type VariablePart = Extract<WordPart, { kind: "variable" }>;

function setsDefault(part: WordPart, name: string): part is VariablePart {
  return part.kind === "variable" && part.name === name && part.orElse?.operator === "=";
}
