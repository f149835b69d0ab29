import { joined } from "./printed-text.js";
import type { ScriptWords } from "./script-words.js";
import { mostAlternatives, notKnown, notSet, setVariable, type ShellState } from "./shell-state.js";
import type { Assignment } from "./syntax.js";

/** `NAME=value`, `NAME+=value`, `NAME=(value value)`. */
export function assignVariable(
  { name, value, items, appends, isItem }: Assignment,
  state: ShellState,
  words: ScriptWords,
): void {
  if (items) {
    const before = appends ? state.arrays.get(name) : [[]];
    const added = words.all(items, state);
    const isKnown = before && added.every((fields) => fields.every(({ splits }) => !splits));
    setVariable(state, name, notKnown);
    if (!isKnown || before.length * added.length > mostAlternatives) return;
    const ways = before.flatMap((one) => added.map((fields) => [...one, ...fields]));
    setVariable(
      state,
      name,
      ways.map(([first]) => first ?? notSet),
    );
    state.arrays.set(name, ways);
    return;
  }
  if (!value || isItem || (appends && state.arrays.has(name))) {
    setVariable(state, name, notKnown);
    return;
  }
  const values = words.one(value, state);
  const before = appends ? (state.variables.get(name) ?? notKnown) : undefined;
  setVariable(
    state,
    name,
    before ? before.flatMap((one) => values.map((added) => joined([one, added]))) : values,
  );
}
