import { withoutLast } from "../../../without-last.js";
import type { Field, Text } from "./expand-word.js";
import { unknownText } from "./parse-script.js";
import { partOf } from "./printed-text.js";
import { setVariable, type ShellState } from "./shell-state.js";

/**
 * `read`, `mapfile`, of a text that is known.
 *
 * @param ends `IFS` as the command has it; undefined: blanks.
 * @returns Whether that was understood; otherwise nothing is set.
 */
export function readWords(
  program: string,
  fields: readonly Field[],
  input: Text,
  ends: string | undefined,
  state: ShellState,
): boolean {
  if (fields.some(({ splits }) => splits) || input.text.includes(unknownText)) return false;
  const { options, names } = optionsOf(fields.map(({ text }) => text));
  if (!options || !names.every((name) => /^[A-Za-z_]\w*$/.test(name))) return false;
  if (program !== "read") return options.has("t") && readLines(names, input, state);
  if (!options.has("r") && input.text.includes("\\")) return false;
  const newline = options.has("d") ? -1 : input.text.indexOf("\n");
  const line = newline < 0 ? input : partOf(input, 0, newline);
  const [first, ...others] = names;
  if (options.has("a")) {
    const items = first === undefined || others.length > 0 ? undefined : split(line, ends);
    if (!items || first === undefined) return false;
    setVariable(state, first, [items[0] ?? empty]);
    state.arrays.set(first, [items]);
    return true;
  }
  if (first === undefined) return false;
  const words = split(line, ends, names.length);
  if (!words) return false;
  names.forEach((name, index) => {
    setVariable(state, name, [words[index] ?? empty]);
  });
  return true;
}

const empty: Text = { text: "", at: [] };

/** Undefined: one of them is not followed. */
function optionsOf(words: readonly string[]): {
  readonly options?: ReadonlySet<string>;
  readonly names: readonly string[];
} {
  const options = new Set<string>();
  let at = 0;
  for (; words[at]?.startsWith("-") === true; at += 1) {
    const letters = (words[at] ?? "").slice(1);
    if (!/^(?:[rsate]+|r?d|p)$/.test(letters)) return { names: [] };
    for (const letter of letters) options.add(letter);
    if (letters === "p") at += 1;
    // Up to the end alone, not to another character
    if (letters.endsWith("d") && words[(at += 1)] !== "") return { names: [] };
  }
  return { options, names: words.slice(at) };
}

function readLines([name, other]: readonly string[], input: Text, state: ShellState): boolean {
  if (name === undefined || other !== undefined) return false;
  const lines = between(input.text.endsWith("\n") ? partOf(input, 0, input.text.length - 1) : input, "\n");
  setVariable(state, name, [lines[0] ?? empty]);
  state.arrays.set(name, [lines]);
  return true;
}

/** The words of a line; the last one of `most` has all that is left. Undefined: the script says in another way where words end. */
function split(
  line: Text,
  ends: string | undefined,
  most = Number.POSITIVE_INFINITY,
): readonly Text[] | undefined {
  if (ends === "") return [line];
  if (ends === undefined || ends === " \t\n") return atBlanks(line, most);
  // The end of the last word is told by rules of its own
  if (!/^[^\s\\]$/.test(ends) || line.text.endsWith(ends)) return undefined;
  const words = line.text === "" ? [] : between(line, ends);
  if (words.length <= most) return words;
  const from = words.slice(0, most - 1).reduce((sum, { text }) => sum + text.length + 1, 0);
  return [...words.slice(0, most - 1), partOf(line, from, line.text.length)];
}

function atBlanks(line: Text, most: number): readonly Text[] {
  const words: Text[] = [];
  const end = withoutLast(line.text, " \t\n").length;
  for (const { 0: word, index } of line.text.matchAll(/[^ \t\n]+/g)) {
    const isLast = words.length === most - 1;
    words.push(partOf(line, index, isLast ? end : index + word.length));
    if (isLast) break;
  }
  return words;
}

function between(text: Text, end: string): readonly Text[] {
  const parts: Text[] = [];
  let from = 0;
  for (let to = text.text.indexOf(end); to >= 0; to = text.text.indexOf(end, from)) {
    parts.push(partOf(text, from, to));
    from = to + 1;
  }
  return [...parts, partOf(text, from, text.text.length)];
}
