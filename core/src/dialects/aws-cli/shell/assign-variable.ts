import { joined } from "./printed-text.js";
import type { ScriptWords } from "./script-words.js";
import { notKnown, setVariable, type ShellState } from "./shell-state.js";
import type { Assignment } from "./syntax.js";

/** `NAME=value`, `NAME+=value`, `NAME=(value value)`. */
export function assignVariable(
  { name, value, items, appends }: Assignment,
  state: ShellState,
  words: ScriptWords,
): void {
  if (items) {
    const before = appends ? state.arrays.get(name) : [];
    const [fields, other] = words.all(items, state);
    const isKnown = before && fields && other === undefined && fields.every(({ splits }) => !splits);
    setVariable(state, name, notKnown);
    if (!isKnown) return;
    const all = [...before, ...fields];
    setVariable(state, name, [all[0] ?? { text: "", at: [] }]);
    state.arrays.set(name, all);
    return;
  }
  if (!value || (appends && state.arrays.has(name))) {
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
