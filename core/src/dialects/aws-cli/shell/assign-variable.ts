import { arithmeticValue } from "./arithmetic.js";
import { isKnown } from "./change-value.js";
import { mostAlternatives, type Text } from "./expand-word.js";
import { joined } from "./printed-text.js";
import type { ScriptWords } from "./script-words.js";
import { notKnown, notSet, setVariable, type ShellState } from "./shell-state.js";
import type { Assignment } from "./syntax.js";

/** `NAME=value`, `NAME+=value`, `NAME=(value value)`, `NAME[key]=value`. */
export function assignVariable(assignment: Assignment, state: ShellState, words: ScriptWords): void {
  const { name, value, items, members, appends, isItem } = assignment;
  const map = state.maps.get(name);
  if (map && (isItem || members || items?.length === 0)) {
    const made = new Map(appends && !isItem ? map : isItem ? map : []);
    const isTold = addMembers(made, assignment, state, words);
    setVariable(state, name, notKnown);
    if (isTold) state.maps.set(name, made);
    return;
  }
  if (items) {
    const before = appends ? state.arrays.get(name) : [[]];
    const added = words.all(items, state);
    const areKnown = before && added.every((fields) => fields.every(({ splits }) => !splits));
    setVariable(state, name, notKnown);
    if (areKnown && before.length * added.length <= mostAlternatives)
      setItems(
        state,
        name,
        before.flatMap((one) => added.map((fields) => [...one, ...fields])),
      );
    return;
  }
  if (isItem) {
    const ways = itemSet(assignment, state, words);
    setVariable(state, name, notKnown);
    if (ways) setItems(state, name, ways);
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

function setItems(state: ShellState, name: string, ways: readonly (readonly Text[])[]): void {
  setVariable(
    state,
    name,
    ways.map(([first]) => first ?? notSet),
  );
  if (!state.odd.has(name)) state.arrays.set(name, ways);
}

/** Of an array without gaps. */
function itemSet(
  { name, value, index = "", appends }: Assignment,
  state: ShellState,
  words: ScriptWords,
): readonly (readonly Text[])[] | undefined {
  const place = arithmeticValue(index, state.variables);
  const [before, other] = state.arrays.get(name) ?? [];
  const at = Number(place);
  if (!value || place === undefined || !before || other || at < 0 || at > before.length) return undefined;
  return words.one(value, state).map((one) => {
    const old = before[at];
    return [...before.slice(0, at), appends && old ? joined([old, one]) : one, ...before.slice(at + 1)];
  });
}

/** @returns Whether all of it is known. */
function addMembers(
  made: Map<string, Text>,
  { value, members, key, appends, isItem }: Assignment,
  state: ShellState,
  words: ScriptWords,
): boolean {
  const added = isItem ? (key && value ? [{ key, value }] : undefined) : (members ?? []);
  if (!added) return false;
  for (const one of added) {
    const [name, otherName] = words.one(one.key, state);
    const [text, otherText] = words.one(one.value, state);
    if (!name || !isKnown(name) || otherName || !text || otherText) return false;
    const before = isItem && appends ? made.get(name.text) : undefined;
    made.set(name.text, before ? joined([before, text]) : text);
  }
  return true;
}
