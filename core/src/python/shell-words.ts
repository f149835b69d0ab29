import type { Context } from "./context.js";
import { patternOf } from "./join-texts.js";
import { partlyText, unknown, type BoundArguments, type MachineValue } from "./machine.js";
import type { TextPart, TextPattern } from "./text-pattern.js";

/** `shlex.split(text)`; undefined: it is not followed, or raises. */
export function splitShellWords(bound: BoundArguments, context: Context): MachineValue | undefined {
  const [given] = bound.positional;
  if (!given || bound.positional.length > 1 || bound.keywords.size > 0 || bound.openKeywords)
    return undefined;
  return context.each(given, (one) => {
    const pattern = patternOf(one);
    const words = pattern && wordsOf(pattern);
    if (!words) return unknown("its words are known only when the notebook runs");
    return context.allocate({ kind: "list", items: words, open: false });
  });
}

/** @see https://docs.python.org/3/library/shlex.html#parsing-rules */
function wordsOf(pattern: TextPattern): readonly MachineValue[] | undefined {
  const words: MachineValue[] = [];
  let word: TextPart[] | undefined;
  let quote = "";
  let isBare = false;
  const add = (part: TextPart) => {
    word ??= [];
    const last = word.at(-1);
    if (typeof part === "string" && typeof last === "string") word[word.length - 1] = last + part;
    else word.push(part);
  };
  const finish = () => {
    if (word) words.push(isBare ? unknown(why) : wordOf(word));
    word = undefined;
    isBare = false;
  };
  for (const part of pattern) {
    if (typeof part !== "string") {
      add(part);
      // Blanks in it would make several words of it
      isBare ||= quote === "";
      continue;
    }
    for (let at = 0; at < part.length; at += 1) {
      const character = part[at] ?? "";
      const next = part[at + 1];
      if (quote !== "" && character === quote) quote = "";
      else if (quote === "" && (character === "'" || character === '"')) {
        quote = character;
        add("");
      } else if (character === "\\" && quote !== "'" && (quote === "" || next === '"' || next === "\\")) {
        // What it escapes is not known, or not there
        if (next === undefined) return undefined;
        add(next);
        at += 1;
      } else if (quote === "" && /[ \t\r\n]/.test(character)) finish();
      else add(character);
    }
  }
  finish();
  return quote === "" ? words : undefined;
}

function wordOf(word: readonly TextPart[]): MachineValue {
  const [only, other] = word;
  if (typeof only === "string" && other === undefined) return { kind: "constant", type: "str", data: only };
  return partlyText(word, why);
}

const why = "it is known only when the notebook runs";
