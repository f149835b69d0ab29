import { placeInPython } from "./place-in-python.js";
import type { WrittenPlace } from "./written-place.js";

/** What is being written in a command of the AWS CLI; `subcommand`: `create-training-job`. */
export interface ShellPlace extends WrittenPlace {
  readonly subcommand: string;
}

/**
 * What is being written at a place of a command line, `\` continuations included; `undefined`: no value of an option of
 * `aws sagemaker …`.
 */
export function placeInShell(text: string, offset: number): ShellPlace | undefined {
  const start = commandStart(text, offset);
  const before = text.slice(start, offset);
  const command = [...before.matchAll(/(?:^|[\s;&|!(])aws\s[^;&|]*?\bsagemaker\s+([a-z][a-z0-9-]*)/g)].at(-1);
  const subcommand = command?.[1];
  if (command === undefined || subcommand === undefined) return undefined;
  const option = [...before.matchAll(/(?:^|[\s\\])--([a-z][a-z0-9-]*)(?:=|\s+)/g)].at(-1);
  if (option?.[1] === undefined || option.index < command.index) return undefined;
  const from = start + option.index + option[0].length;
  const place = valueAt(text, from, offset);
  if (place === undefined) return undefined;
  const names = [...place.names, option[1]];
  return { ...place, names, siblings: new Map(), subcommand };
}

/** Where the command line begins that the place is in: lines that end in `\` go on. */
function commandStart(text: string, offset: number): number {
  let start = text.lastIndexOf("\n", offset - 1) + 1;
  while (start > 1 && /\\\s*$/.test(text.slice(text.lastIndexOf("\n", start - 2) + 1, start - 1)))
    start = text.lastIndexOf("\n", start - 2) + 1;
  return start;
}

function valueAt(text: string, from: number, offset: number): Omit<WrittenPlace, "siblings"> | undefined {
  const quote = /["']/.test(text[from] ?? "") ? (text[from] ?? "") : "";
  const start = from + quote.length;
  const written = text.slice(start, offset);
  if (quote === "" ? /\s/.test(written) : written.includes(quote)) return undefined;
  if (/^\s*[[{]/.test(written)) return inJson(text, start, offset, quote);
  return inShorthand(text, start, offset, quote);
}

/** JSON is read as Python's dicts and lists are. */
function inJson(
  text: string,
  start: number,
  offset: number,
  quote: string,
): Omit<WrittenPlace, "siblings"> | undefined {
  const close = quote === "" ? text.indexOf("\n", start) : text.indexOf(quote, start);
  const value = text.slice(start, close < 0 ? text.length : close);
  const place = placeInPython(value, offset - start);
  if (!place?.isQuoted) return undefined;
  const { names, beside, isInList } = place;
  return {
    names,
    beside,
    isInList,
    isQuoted: true,
    typed: { from: place.typed.from + start, to: place.typed.to + start },
  };
}

/** `Subnets=subnet-1,subnet-2,SecurityGroupIds=sg-1`, or one word. */
function inShorthand(
  text: string,
  start: number,
  offset: number,
  quote: string,
): Omit<WrittenPlace, "siblings"> {
  const rest = text.slice(start);
  const length = quote === "" ? rest.search(/[\s;&|]|$/) : rest.search(new RegExp(`[${quote}\\n]|$`));
  const value = rest.slice(0, length);
  const cursor = offset - start;
  const keys = [...value.slice(0, cursor).matchAll(/(?:^|[,{[])\s*(\w+)=/g)];
  const key = keys.at(-1);
  const from = /^.*[=,[\]{}]/s.exec(value.slice(0, cursor))?.[0].length ?? 0;
  const to = cursor + value.slice(cursor).search(/[=,[\]{}]|$/);
  // What follows until the next key is of the same list
  const items = key === undefined ? "" : value.slice(key.index + key[0].length).replace(/,?\b\w+=.*$/s, "");
  const typed = value.slice(from, to);
  return {
    names: key?.[1] === undefined ? [] : [key[1]],
    typed: { from: start + from, to: start + to },
    isQuoted: true,
    isInList: true,
    beside: items.split(/[,[\]]/).filter((one) => one !== "" && one !== typed),
  };
}
