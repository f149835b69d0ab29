import { assignVariable } from "./assign-variable.js";
import type { Field } from "./expand-word.js";
import { assignmentsIn } from "./program-prefix.js";
import type { Call } from "./run-builtin.js";
import type { ScriptWords } from "./script-words.js";
import { hide, notKnown, notSet, setVariable, type ShellState } from "./shell-state.js";
import type { Assignment } from "./syntax.js";

/** `declare`, `local`, `export`, `readonly`: of names, `NAME=value` and `NAME=(items)`. */
export function declareVariables(
  program: string,
  fields: readonly Field[],
  declared: readonly Assignment[],
  state: ShellState,
  call: Call | undefined,
  words: ScriptWords,
): void {
  const options = fields.filter(({ text }) => /^[-+]/.test(text)).map(({ text }) => text);
  const letters = options.join("");
  const names = [
    ...fields.flatMap(({ text }) => /^([A-Za-z_]\w*)(?:\+?=|$)/.exec(text)?.[1] ?? []),
    ...declared.map(({ name }) => name),
  ];
  const isOwn = call && program !== "export" && program !== "readonly" && !letters.includes("g");
  if (isOwn)
    for (const name of names) {
      hide(state, name);
      state.odd.delete(name);
      setVariable(state, name, [notSet]);
    }
  if (program === "export" || letters.includes("x")) for (const name of names) state.exported.add(name);
  if (letters.includes("A"))
    for (const name of names) if (!state.maps.has(name)) state.maps.set(name, new Map());
  if (letters.includes("a") && isOwn) for (const name of names) state.arrays.set(name, [[]]);
  // Behind another word: `command export NAME=value`
  for (const [name] of assignmentsIn(fields)) setVariable(state, name, notKnown);
  for (const one of declared) assignVariable(one, state, words);
  // Numbers, other names, letters made large: they do not become what they are set to
  const isOdd = /^\+|[^-+aAgrxpfF]/.test(letters);
  for (const name of names) {
    if (isOdd) setVariable(state, name, notKnown);
    if (isOdd || program === "readonly" || letters.includes("r")) state.odd.add(name);
  }
}
