import type { Value } from "../../../python/value.js";
import { arithmeticValue } from "./arithmetic.js";
import { Building, type Way } from "./building-word.js";
import { changedValue, isKnown, sliceOf, withoutPlaces } from "./change-value.js";
import { expandBraces, hasBraces } from "./expand-braces.js";
import type { Letter, Steps } from "./glob.js";
import { unknownText } from "./parse-script.js";
import type { Range, ValueChange, Word, WordPart } from "./syntax.js";

/** Text with the place of each character, -1 for one that was not written there. It has `unknownText` for what is not known. */
export interface Text {
  readonly text: string;
  readonly at: readonly number[];
  /** What Python made the whole text of. */
  readonly made?: Value;
  /** The host's file, from the notebook's folder, that has the whole text in it. */
  readonly file?: string;
  /** Of a variable that is not set: `${NAME-…}` tells it from an empty one. */
  readonly isUnset?: true;
}

/** One word of a command as the program gets it. */
export interface Field extends Text {
  /** Something unknown in it is not quoted: it may be several words, or none. */
  readonly splits: boolean;
  /** The whole word as written, quotes included. */
  readonly from: number;
  readonly to: number;
}

/** What each variable may be. */
export type Variables = ReadonlyMap<string, readonly Text[]>;

/** What else a word can take in. */
export interface Expansions {
  /** The items of arrays, in each of the ways that they may be; `@`: the arguments. One that is not there is not known. */
  readonly arrays: ReadonlyMap<string, readonly (readonly Text[])[]>;
  /** The values of arrays whose keys are texts. One that is not there is not known. */
  readonly maps: ReadonlyMap<string, ReadonlyMap<string, Text>>;
  /** What the commands of `$(…)` print, where that is known. */
  readonly printed: ReadonlyMap<WordPart, Text>;
  /** How much more may be compared with patterns. */
  readonly steps: Steps;
}

/** More values than these of one variable or word are not followed. */
export const mostAlternatives = 8;

/**
 * The words that one word becomes; several possibilities where a variable has several values.
 *
 * @param expandsBraces The shell does, as bash; false: perhaps not.
 */
export function expandWord(
  word: Word,
  variables: Variables,
  expandsBraces = true,
  expansions: Expansions = {
    arrays: new Map(),
    maps: new Map(),
    printed: new Map(),
    steps: { left: 10_000 },
  },
): readonly (readonly Field[])[] {
  if (!hasBraces(word)) return expandValues(word, variables, expansions);
  const words = expandBraces(word);
  if (!words || (!expandsBraces && words.length > 1)) return [[unknownField(word)]];
  const expanded = words.map((one) => expandValues(one, variables, expansions));
  if (expanded.reduce((product, one) => product * one.length, 1) > mostAlternatives)
    return [[unknownField(word)]];
  return expanded.reduce<readonly (readonly Field[])[]>(
    (lines, ways) => lines.flatMap((line) => ways.map((fields) => [...line, ...fields])),
    [[]],
  );
}

/** What the word becomes once its variables are filled in. */
function expandValues(
  word: Word,
  variables: Variables,
  expansions: Expansions,
): readonly (readonly Field[])[] {
  let builds: readonly Building[] = [new Building(word)];
  for (const part of word.parts) {
    const additions = additionsOf(part, variables, expansions);
    if (builds.length * additions.length > mostAlternatives) return [[unknownField(word)]];
    const [only, other] = additions;
    if (only && other === undefined) builds.forEach(only);
    else {
      builds = builds.flatMap((build) =>
        additions.map((add) => {
          const copy = build.copy();
          add(copy);
          return copy;
        }),
      );
    }
  }
  const [only] = word.parts.length === 1 ? word.parts : [];
  const made = only?.quoted === true ? madeOf(only, variables, expansions) : undefined;
  return builds.map((build) => (made ? build.fields().map((field) => ({ ...field, made })) : build.fields()));
}

/** What Python made the whole of a part of. */
function madeOf(part: WordPart, variables: Variables, { printed }: Expansions): Value | undefined {
  if (part.kind === "output") return printed.get(part)?.made;
  const values =
    part.kind === "variable" && !part.orElse && !part.change ? variables.get(part.name) : undefined;
  return values?.length === 1 ? values[0]?.made : undefined;
}

/** What stands between items in one text; undefined: not known. */
function separator(variables: Variables): string | undefined {
  const set = variables.get("IFS");
  if (!set) return " ";
  const [only, other] = set;
  return only && other === undefined && !only.text.includes(unknownText) ? only.text.slice(0, 1) : undefined;
}

/** How a part is added to a word, in each of the ways that it may be. */
function additionsOf(
  part: WordPart,
  variables: Variables,
  expansions: Expansions,
): readonly ((build: Building) => void)[] {
  if (part.kind === "items" && part.which !== "one" && part.which !== "#") {
    const between = separator(variables);
    return itemsOf(part, variables, expansions).map((items) => (build) => {
      build.addItems(part, items, between);
    });
  }
  return waysOf(part, variables, expansions).map((way) => (build) => {
    build.addWay(part, way);
  });
}

/** What a part may be. */
function waysOf(part: WordPart, variables: Variables, expansions: Expansions): readonly Way[] {
  if (part.kind !== "variable" || !part.orElse) return valuesOf(part, variables, expansions);
  const { operator, ofEmpty, words } = part.orElse;
  const somewhere: Text = { text: unknownText, at: [part.from] };
  const values = variables.get(part.name);
  if (!values || (!part.quoted && variables.has("IFS"))) return [somewhere];
  let others: readonly Way[] | undefined;
  return values.flatMap((value): readonly Way[] => {
    if (value.text.includes(unknownText)) return [somewhere];
    const isSet = value.isUnset !== true && !(ofEmpty && value.text === "");
    if (isSet !== (operator === "+")) return [isSet ? value : { text: "", at: [] }];
    return (others ??= words ? fieldsOf(words, variables, expansions) : [somewhere]);
  });
}

/** The words after `:-`. */
function fieldsOf(words: readonly Word[], variables: Variables, expansions: Expansions): readonly Way[] {
  const expanded = words.map((one) => expandValues(one, variables, expansions));
  const [only] = expanded;
  if (only && expanded.length === 1) return only;
  if (expanded.some((ways) => ways.length !== 1)) return [words.map(unknownField)];
  return [expanded.flatMap(([fields = []]) => fields)];
}

function valuesOf(part: WordPart, variables: Variables, expansions: Expansions): readonly Text[] {
  switch (part.kind) {
    case "text":
      return [part];
    case "variable": {
      const { change } = part;
      const before = variables.get(part.name);
      const values = change ? before && changedValues(before, change, part, variables, expansions) : before;
      if (!values || isSplitOtherwise(part, values, variables))
        return [{ text: unknownText, at: [part.from] }];
      return withoutEmpty(values, part.from);
    }
    case "arithmetic": {
      const value = arithmeticValue(part.text, variables);
      return [value === undefined ? { text: unknownText, at: [part.from] } : withoutPlaces(value)];
    }
    case "output": {
      const printed = expansions.printed.get(part);
      const isPlain = printed && !isSplitOtherwise(part, [printed], variables);
      return [isPlain ? printed : { text: unknownText, at: [part.from] }];
    }
    case "items": {
      const values =
        part.which === "#" ? countsOf(part, expansions) : itemValues(part, variables, expansions);
      const changed =
        values && part.change ? changedValues(values, part.change, part, variables, expansions) : values;
      if (!changed || isSplitOtherwise(part, changed, variables))
        return [{ text: unknownText, at: [part.from] }];
      return changed;
    }
    default:
      return [{ text: unknownText, at: [part.from] }];
  }
}

/**
 * `NAME=""`, and what it becomes on one of the ways: scripts write that so that the name is there, and see to it that the
 * other way does not come here. What may be left out (options, members of JSON) is meant to be empty.
 */
function withoutEmpty(values: readonly Text[], from: number): readonly Text[] {
  if (values.length === 1 || values.some(({ text }) => mayBeLeftOut.test(text))) return values;
  return values.map((value) =>
    value.text === "" && value.isUnset !== true ? { text: unknownText, at: [from] } : value,
  );
}

const mayBeLeftOut = /^\s*[-,"]|,\s*$/;

/** `${NAME%pattern}` of each of the values. */
function changedValues(
  values: readonly Text[],
  change: ValueChange,
  { from }: Range,
  variables: Variables,
  expansions: Expansions,
): readonly Text[] {
  const somewhere: Text = { text: unknownText, at: [from] };
  const letters = (word: Word) => patternLetters(word, variables, expansions);
  return values.flatMap((value): readonly Text[] => {
    if (!isKnown(value)) return [somewhere];
    if (change.kind !== "indirect")
      return [changedValue(value, change, { letters, variables, steps: expansions.steps }) ?? somewhere];
    return (/^[A-Za-z_]\w*$/.test(value.text) ? variables.get(value.text) : undefined) ?? [somewhere];
  });
}

/** Of a pattern; undefined: not known. */
export function patternLetters(
  { parts }: Word,
  variables: Variables,
  expansions: Expansions,
): readonly Letter[] | undefined {
  const letters: Letter[] = [];
  for (const part of parts) {
    const [only, other] = part.kind === "items" ? [] : valuesOf(part, variables, expansions);
    if (!only || other || !isKnown(only) || (part.kind === "variable" && part.orElse)) return undefined;
    for (const letter of only.text) letters.push({ letter, quoted: part.quoted });
  }
  return letters;
}

type ItemsPart = Extract<WordPart, { kind: "items" }>;

/** All items, or some of them, in each of the ways that they may be; undefined: not known. */
function itemsOf(
  part: ItemsPart,
  variables: Variables,
  expansions: Expansions,
): readonly (readonly Text[] | undefined)[] {
  const { name, which, change } = part;
  const map = expansions.maps.get(name);
  // In which order they come is not told
  if (map)
    return [
      map.size > 1
        ? undefined
        : changedItems([...(which === "keys" ? [...map.keys()].map(withoutPlaces) : map.values())]),
    ];
  const arrays = expansions.arrays.get(name) ?? [undefined];
  return arrays.map((items) =>
    changedItems(which === "keys" ? items?.map((_, index) => withoutPlaces(String(index))) : items),
  );

  function changedItems(items: readonly Text[] | undefined): readonly Text[] | undefined {
    if (!items || !change) return items;
    if (change.kind === "slice") {
      // $0 is the first of the arguments
      const all = name === "@" ? [undefined, ...items] : items;
      const range = map ? undefined : sliceOf(change, all.length, variables);
      const some = range && all.slice(...range);
      const known = some?.filter((one) => one !== undefined);
      return known?.length === some?.length && !change.length?.includes("-") ? known : undefined;
    }
    return items.map((item) => changedValues([item], change, part, variables, expansions)[0] ?? item);
  }
}

/** `${#NAME[@]}` */
function countsOf({ name }: ItemsPart, { arrays, maps }: Expansions): readonly Text[] | undefined {
  const sizes = maps.has(name) ? [maps.get(name)?.size] : arrays.get(name)?.map((items) => items.length);
  return sizes?.map((size) => withoutPlaces(String(size)));
}

/** `${NAME[index]}` */
function itemValues(
  { name, index = "", key }: ItemsPart,
  variables: Variables,
  expansions: Expansions,
): readonly Text[] | undefined {
  const map = expansions.maps.get(name);
  if (map) {
    const letters = key && patternLetters(key, variables, expansions);
    return letters && [map.get(letters.map(({ letter }) => letter).join("")) ?? { text: "", at: [] }];
  }
  const place = arithmeticValue(index, variables);
  const arrays = expansions.arrays.get(name);
  if (!arrays || place === undefined) return undefined;
  return arrays.map((items) => {
    const at = Number(place) < 0 ? items.length + Number(place) : Number(place);
    return at < 0 ? { text: unknownText, at: [-1] } : (items[at] ?? { text: "", at: [] });
  });
}

/** The script says where words end, and it is not at blanks. */
function isSplitOtherwise({ quoted }: WordPart, values: readonly Text[], variables: Variables): boolean {
  const ends = quoted ? undefined : variables.get("IFS");
  if (!ends || ends.every(({ text }) => text === " \t\n")) return false;
  return values.some(
    ({ text }) =>
      /\s/.test(text) || ends.some((end) => Array.from(end.text).some((one) => text.includes(one))),
  );
}

/** What a word becomes that nobody knows. */
export function unknownField({ from, to }: Word): Field {
  return { text: unknownText, at: [from], splits: true, from, to };
}
