import type { Word, WordPart } from "./syntax.js";

const mostWords = 64;
const mostBraces = 100;

/**
 * The words that bash makes of one: `a{b,c}` is `ab` and `ac`. Quoted braces and commas are letters like others, and so
 * are braces without a comma.
 *
 * @returns Undefined: `{1..9}`, and what becomes too many.
 * @see https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html
 */
export function expandBraces(word: Word): readonly Word[] | undefined {
  if (word.parts.reduce((sum, part) => sum + bracesIn(part), 0) > mostBraces) return undefined;
  const parts = word.parts.flatMap((part) =>
    part.kind === "text" && !part.quoted ? [...part.at.keys()].map((at) => letter(part, at)) : [part],
  );
  const expanded = expand(parts);
  return expanded?.map((one) => ({ ...word, parts: one }));
}

/** Whether it may be that braces make several words of it. */
export function hasBraces({ parts }: Word): boolean {
  return parts.some((part) => bracesIn(part) > 0);
}

function bracesIn(part: WordPart): number {
  return part.kind === "text" && !part.quoted ? part.text.split("{").length - 1 : 0;
}

function letter(part: Extract<WordPart, { kind: "text" }>, at: number): WordPart {
  return { ...part, text: part.text.slice(at, at + 1), at: part.at.slice(at, at + 1) };
}

function expand(parts: readonly WordPart[]): readonly (readonly WordPart[])[] | undefined {
  for (let open = 0; open < parts.length; open += 1) {
    if (!isLetter(parts[open], "{")) continue;
    const { commas, close } = groupAt(parts, open);
    if (close === undefined) continue;
    const inside = parts.slice(open + 1, close);
    if (commas.length === 0) {
      if (/^[\w-]+\.\.[\w-]+(?:\.\.-?\d+)?$/.test(textOf(inside))) return undefined;
      continue;
    }
    const ends = [...commas, close];
    const choices = ends.map((end, index) => expand(parts.slice((ends[index - 1] ?? open) + 1, end)));
    const rest = expand(parts.slice(close + 1));
    const result = choices.flatMap((choice) =>
      (choice ?? []).flatMap((one) =>
        (rest ?? []).map((after) => [...parts.slice(0, open), ...one, ...after]),
      ),
    );
    return rest === undefined || choices.includes(undefined) || result.length > mostWords
      ? undefined
      : result;
  }
  return [parts];
}

function groupAt(parts: readonly WordPart[], open: number): { commas: readonly number[]; close?: number } {
  const commas: number[] = [];
  let depth = 0;
  for (let at = open; at < parts.length; at += 1) {
    if (isLetter(parts[at], "{")) depth += 1;
    else if (isLetter(parts[at], ",") && depth === 1) commas.push(at);
    else if (isLetter(parts[at], "}") && --depth === 0) return { commas, close: at };
  }
  return { commas };
}

function isLetter(part: WordPart | undefined, text: string): boolean {
  return part?.kind === "text" && !part.quoted && part.text === text;
}

function textOf(parts: readonly WordPart[]): string {
  return parts.map((part) => (part.kind === "text" ? part.text : " ")).join("");
}
