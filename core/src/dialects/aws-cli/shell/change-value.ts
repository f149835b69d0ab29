import { arithmeticValue } from "./arithmetic.js";
import type { Text, Variables } from "./expand-word.js";
import { globOf, matchEnds, type Glob, type Letter, type Steps } from "./glob.js";
import { unknownText } from "./parse-script.js";
import type { ValueChange, Word } from "./syntax.js";

/** What words inside of `${…}` are; undefined: not known. */
export interface InnerWords {
  /** A text, each letter with whether it is quoted. */
  readonly letters: (word: Word) => readonly Letter[] | undefined;
  readonly variables: Variables;
  readonly steps: Steps;
}

/**
 * What `${NAME%pattern}` and the like make of a value. Its letters have no places: what is written there instead would
 * be changed too.
 *
 * @returns Undefined: not known.
 * @see https://www.gnu.org/software/bash/manual/html_node/Shell-Parameter-Expansion.html
 */
export function changedValue(
  { text, isUnset }: Text,
  change: ValueChange,
  inner: InnerWords,
): Text | undefined {
  // Nothing is put before it either
  if (isUnset && change.kind === "replace") return withoutPlaces("");
  // What a letter is depends on the locale
  if (!isAscii(text) || text.length > longest) return undefined;
  const made = madeOf(text, change, inner);
  return made === undefined ? undefined : withoutPlaces(made);
}

/** None of its characters stands in the script. */
export function withoutPlaces(text: string): Text {
  return { text, at: Array.from({ length: text.length }, () => -1) };
}

const longest = 4000;

function isAscii(text: string): boolean {
  return /^[\t\n\r -~]*$/.test(text);
}

function madeOf(text: string, change: ValueChange, inner: InnerWords): string | undefined {
  switch (change.kind) {
    case "length":
      return String(text.length);
    case "slice": {
      const range = sliceOf(change, text.length, inner.variables);
      return range && text.slice(...range);
    }
    case "letters": {
      const [first, rest] = change.all ? [text, ""] : [text.slice(0, 1), text.slice(1)];
      return (change.upper ? first.toUpperCase() : first.toLowerCase()) + rest;
    }
    case "cut": {
      const glob = patternOf(change.pattern, inner);
      if (!glob) return undefined;
      const ends =
        change.end === "front"
          ? matchEnds(glob, text, inner.steps)
          : matchEnds(reversed(glob), reverse(text), inner.steps);
      if (!ends) return undefined;
      const length = ends.length === 0 ? 0 : change.longest ? Math.max(...ends) : Math.min(...ends);
      return change.end === "front" ? text.slice(length) : text.slice(0, text.length - length);
    }
    case "replace": {
      const glob = patternOf(change.pattern, inner);
      const by = inner.letters(change.by)?.map(({ letter }) => letter);
      // `&` is what was found in bash 5.2, and was not before
      if (!glob || !by || by.some((letter) => /[&\\]/.test(letter))) return undefined;
      return replaced(text, glob, by.join(""), change.which, inner.steps);
    }
    case "indirect":
      return undefined;
  }
}

/** Where `:start:length` begins and ends. */
export function sliceOf(
  { start, length }: Extract<ValueChange, { kind: "slice" }>,
  size: number,
  variables: Variables,
): readonly [from: number, to: number] | undefined {
  const first = numberIn(start, variables);
  const count = length === undefined ? size : numberIn(length, variables);
  if (first === undefined || count === undefined) return undefined;
  const from = first < 0 ? size + first : first;
  if (from < 0 || from > size) return [0, 0];
  const to = count < 0 ? size + count : Math.min(size, from + count);
  return to < from ? undefined : [from, to];
}

function numberIn(text: string, variables: Variables): number | undefined {
  const value = text.trim() === "" ? "0" : arithmeticValue(text, variables);
  return value === undefined ? undefined : Number(value);
}

function patternOf(word: Word, { letters }: InnerWords): Glob | undefined {
  const pattern = letters(word);
  return pattern?.every(({ letter }) => isAscii(letter)) === true ? globOf(pattern) : undefined;
}

function replaced(
  text: string,
  glob: Glob,
  by: string,
  which: Extract<ValueChange, { kind: "replace" }>["which"],
  steps: Steps,
): string | undefined {
  if (which === "back") {
    const ends = matchEnds(reversed(glob), reverse(text), steps);
    return ends && (ends.length === 0 ? text : text.slice(0, text.length - Math.max(...ends)) + by);
  }
  let [made, at] = ["", 0];
  do {
    const ends = matchEnds(glob, text, steps, at);
    if (!ends) return undefined;
    const end = Math.max(-1, ...ends);
    if (end > at || (end === at && (which === "front" || text === ""))) {
      made += by;
      at = end;
      if (which !== "all") break;
    } else if (which === "front") break;
    else made += text.slice(at, (at += 1));
  } while (at < text.length);
  return made + text.slice(at);
}

function reversed(glob: Glob): Glob {
  return [...glob].reverse();
}

function reverse(text: string): string {
  return Array.from(text).reverse().join("");
}

export function isKnown({ text }: Text): boolean {
  return !text.includes(unknownText);
}
