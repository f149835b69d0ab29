import { mostAlternatives, type Field, type Text } from "./expand-word.js";
import { unknownText } from "./parse-script.js";
import { joined } from "./printed-text.js";
import { start, type Folder } from "./shell-folder.js";

/** What a variable was before a function had one of its own by that name. */
export interface Hidden {
  readonly values: readonly Text[] | undefined;
  readonly items: readonly (readonly Text[])[] | undefined;
  readonly members: ReadonlyMap<string, Text> | undefined;
}

/** What is known between two commands of a script. */
export interface ShellState {
  variables: Map<string, readonly Text[]>;
  /** The items of arrays, in each of the ways that they may be; `@`: the arguments. What is not there is not known. */
  arrays: Map<string, readonly (readonly Text[])[]>;
  /** Arrays whose keys are texts. What is not there is not known. */
  maps: Map<string, ReadonlyMap<string, Text>>;
  /** The variables that programs see. */
  exported: Set<string>;
  /** By path, from the folder where the script began, or from another one; see `Folder`. */
  files: Map<string, Text>;
  folder: Folder;
  /** What was printed so far, for whoever takes it. Undefined: not known, or nobody does. */
  printed: Text | undefined;
  /** Variables that do not simply become what they are set to: numbers, read-only ones. */
  odd: Set<string>;
  /** How many paths `mktemp` has made, in the whole script. */
  readonly made: { count: number };
  /** What the variables of the function at hand hide. */
  hidden: ReadonlyMap<string, Hidden>;
}

export const notKnown: readonly Text[] = [{ text: unknownText, at: [-1] }];

export const notSet: Text = { text: "", at: [], isUnset: true };

export function setVariable(state: ShellState, name: string, values: readonly Text[]): void {
  state.variables.set(name, values.length > mostAlternatives || state.odd.has(name) ? notKnown : values);
  state.arrays.delete(name);
  state.maps.delete(name);
}

/** Its value comes back when the function ends. */
export function hide(state: ShellState, name: string): void {
  if (state.hidden.has(name)) return;
  const hidden = {
    values: state.variables.get(name),
    items: state.arrays.get(name),
    members: state.maps.get(name),
  };
  state.hidden = new Map([...state.hidden, [name, hidden]]);
}

/** At the end of a function. */
export function bringBack(state: ShellState): void {
  for (const [name, { values, items, members }] of state.hidden) {
    setOrDelete(state.variables, name, values);
    setOrDelete(state.arrays, name, items);
    setOrDelete(state.maps, name, members);
  }
}

function setOrDelete<Value>(map: Map<string, Value>, name: string, value: Value | undefined): void {
  if (value === undefined) map.delete(name);
  else map.set(name, value);
}

export function setArguments(state: ShellState, given: readonly (Text | Field)[] | undefined): void {
  for (const name of [...state.variables.keys()]) if (/^[1-9]/.test(name)) state.variables.delete(name);
  state.arrays.delete("@");
  if (!given || given.some((one) => "splits" in one && one.splits)) return;
  state.arrays.set("@", [given]);
  for (let index = 0; index < Math.max(9, given.length); index += 1)
    state.variables.set(String(index + 1), [given[index] ?? notSet]);
}

export function argumentsIn({ variables, arrays }: ShellState): {
  readonly restore: (state: ShellState) => void;
} {
  const [given, numbered] = [arrays.get("@"), [...variables].filter(([name]) => /^[1-9]/.test(name))];
  return {
    restore: (state) => {
      setArguments(state, undefined);
      if (given) state.arrays.set("@", given);
      for (const [name, values] of numbered) state.variables.set(name, values);
    },
  };
}

/** @param variables Those that are set; what is not among them is not known. */
export function newState(variables: ShellState["variables"], files: ShellState["files"]): ShellState {
  return {
    variables,
    arrays: new Map(),
    maps: new Map(),
    exported: new Set(),
    files,
    folder: start,
    printed: undefined,
    odd: new Set(),
    made: { count: 0 },
    hidden: new Map(),
  };
}

export function copyOf({ variables, arrays, maps, exported, files, odd, ...rest }: ShellState): ShellState {
  return {
    ...rest,
    variables: new Map(variables),
    arrays: new Map(arrays),
    maps: new Map(maps),
    exported: new Set(exported),
    files: new Map(files),
    odd: new Set(odd),
  };
}

export function print(state: ShellState, text: Text | undefined): void {
  const { printed } = state;
  // A text that stays whole is still what Python made
  state.printed = printed && text && (printed.text === "" ? text : joined([printed, text]));
}

export function lose(state: ShellState): void {
  state.arrays.clear();
  state.maps.clear();
  for (const name of state.variables.keys()) state.variables.set(name, notKnown);
}

/** What is known where several ways come together. */
export function join(state: ShellState, ends: readonly ShellState[]): void {
  for (const name of namesIn(ends, ({ variables }) => variables, state)) {
    const same = sameIn(ends, ({ variables }) => variables.get(name));
    if (same) {
      state.variables.set(name, same);
      continue;
    }
    const values = new Map<string, Text>();
    for (const end of ends)
      for (const value of end.variables.get(name) ?? notKnown)
        values.set(`${value.text}\0${value.at[0]}\0${value.isUnset}`, value);
    state.variables.set(name, values.size > mostAlternatives ? notKnown : [...values.values()]);
  }
  for (const name of namesIn(ends, ({ arrays }) => arrays, state)) {
    const ways = ends.map(({ arrays }) => arrays.get(name));
    const known = new Set(ways.flatMap((way) => way ?? []));
    if (ways.includes(undefined) || known.size > mostAlternatives) state.arrays.delete(name);
    else state.arrays.set(name, [...known]);
  }
  for (const name of namesIn(ends, ({ maps }) => maps, state)) {
    const same = sameIn(ends, ({ maps }) => maps.get(name));
    if (same) state.maps.set(name, same);
    else state.maps.delete(name);
  }
  state.exported = new Set(
    [...(ends[0]?.exported ?? [])].filter((name) => ends.every(({ exported }) => exported.has(name))),
  );
  state.hidden = new Map(
    [...namesIn(ends, ({ hidden }) => hidden, state)].map((name) => {
      const same = sameIn(ends, ({ hidden }) => hidden.get(name));
      return [name, same ?? { values: notKnown, items: undefined, members: undefined }];
    }),
  );
  state.odd = new Set(ends.flatMap(({ odd }) => [...odd]));
  state.printed = sameIn(ends, ({ printed }) => printed);
  const folder = sameIn(ends, ({ folder: one }) => JSON.stringify(one));
  state.folder = ends[0] && folder !== undefined ? ends[0].folder : { path: "", isFromStart: false };
  if (folder === undefined) {
    state.files.clear();
    return;
  }
  for (const path of namesIn(ends, ({ files }) => files, state)) {
    const same = sameIn(ends, ({ files }) => files.get(path));
    if (same) state.files.set(path, same);
    else state.files.delete(path);
  }
}

/** What all of them have; undefined: they differ, or it is not known. */
function sameIn<T>(ends: readonly ShellState[], of: (state: ShellState) => T | undefined): T | undefined {
  const [first] = ends;
  const value = first && of(first);
  return value !== undefined && ends.every((end) => of(end) === value) ? value : undefined;
}

/** Those that one of the ways knows, and those that none knows any more. */
function namesIn(
  ends: readonly ShellState[],
  of: (state: ShellState) => ReadonlyMap<string, unknown>,
  before: ShellState,
): ReadonlySet<string> {
  const names = new Set(of(before).keys());
  for (const end of ends) for (const name of of(end).keys()) names.add(name);
  return names;
}
