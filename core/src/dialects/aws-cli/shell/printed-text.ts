import { shellPath } from "../../../files/shell-files.js";
import type { Field, Text } from "./expand-word.js";
import { jqText } from "./jq-text.js";
import { unknownText } from "./parse-script.js";
import type { Redirect, SimpleCommand, Word } from "./syntax.js";

/** What a command sees of the script around it; undefined: not known. */
export interface Surroundings {
  readonly words: (words: readonly Word[]) => readonly Field[] | undefined;
  readonly value: (word: Word) => Text | undefined;
  readonly file: (path: string) => Text | undefined;
  /** A variable that programs see. */
  readonly exported: (name: string) => Text | undefined;
  /** `echo` writes what it is given, as bash's does; false: perhaps not, as dash's. */
  readonly isBash: boolean;
}

/**
 * What a command prints: of those alone that only put texts together.
 *
 * @param input What it gets from the command before it.
 */
export function printedText(
  { words, redirects }: SimpleCommand,
  input: Text | undefined,
  around: Surroundings,
): Text | undefined {
  const given = redirects.some(({ operator }) => operator.includes("<")) ? inputOf(redirects, around) : input;
  if (words.length === 0) return redirects.length === 1 ? given : undefined; // $(< FILE)
  const fields = around.words(words);
  const [program, ...args] = fields ?? [];
  if (!program || args.some(({ splits }) => splits)) return undefined;
  switch (program.text) {
    case "echo":
      return echo(args, around.isBash);
    case "printf":
      return printf(args);
    case "cat":
      return cat(args, given, around);
    case "tee":
      return given;
    case "jq":
      return jqText(args);
    case "envsubst":
      return args.length === 0 && given ? substituted(given, around) : undefined;
    default:
      return undefined;
  }
}

function inputOf(redirects: readonly Redirect[], around: Surroundings): Text | undefined {
  const given = redirects.filter(({ operator }) => operator.includes("<"));
  const [only, other] = given;
  if (!only || other) return undefined;
  if (only.operator === "<<") return only.text && around.value(only.text);
  const word = around.value(only.target);
  if (!word || word.text.includes(unknownText)) return undefined;
  if (only.operator === "<<<") return joined([word, newline]);
  return only.operator === "<" ? around.file(shellPath(word.text)) : undefined;
}

function echo(args: readonly Field[], isBash: boolean): Text | undefined {
  const isBare = isBash && args[0]?.text === "-n";
  const shown = isBare ? args.slice(1) : args;
  if (shown[0]?.text.startsWith("-") === true) return undefined;
  if (!isBash && shown.some(({ text }) => text.includes("\\"))) return undefined;
  const line = joinedByBlanks(shown);
  return isBare ? line : joined([line, newline]);
}

/** With `%s` and `%%` alone. */
function printf([format, ...args]: readonly Field[]): Text | undefined {
  if (!format || /^-|%(?![s%])|\\(?![nt"\\])/.test(format.text) || format.text.includes(unknownText))
    return undefined;
  const takes = (format.text.match(/%s/g) ?? []).length;
  const left = [...args];
  const parts: Text[] = [];
  do {
    for (const { 0: piece, index } of format.text.matchAll(/%[s%]|\\.|[^%\\]+/g)) {
      const at = format.at.slice(index, index + piece.length);
      if (piece === "%s") parts.push(left.shift() ?? { text: "", at: [] });
      else if (piece.startsWith("%")) parts.push({ text: "%", at: at.slice(0, 1) });
      else if (piece.startsWith("\\")) parts.push({ text: escapes[piece] ?? "", at: [-1] });
      else parts.push({ text: piece, at });
    }
  } while (takes > 0 && left.length > 0);
  return joined(parts);
}

const escapes: Readonly<Record<string, string>> = { "\\n": "\n", "\\t": "\t", '\\"': '"', "\\\\": "\\" };

function cat(args: readonly Field[], input: Text | undefined, { file }: Surroundings): Text | undefined {
  if (args.length === 0) return input;
  const texts = args.map(({ text }) => (text === "-" ? input : file(shellPath(text))));
  const known = texts.filter((one) => one !== undefined);
  if (known.length < texts.length) return undefined;
  return known.length === 1 ? known[0] : joined(known);
}

/** `$NAME` and `${NAME}` of the environment, and nothing else. */
function substituted(template: Text, { exported }: Surroundings): Text | undefined {
  if (template.made && template.text === unknownText) return undefined;
  const parts: Text[] = [];
  let end = 0;
  for (const { 0: all, 1: bare, 2: braced, index } of template.text.matchAll(
    /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g,
  )) {
    const value = exported(bare ?? braced ?? "");
    if (!value) return undefined;
    parts.push(partOf(template, end, index), value);
    end = index + all.length;
  }
  parts.push(partOf(template, end, template.text.length));
  return joined(parts);
}

export function partOf({ text, at }: Text, from: number, to: number): Text {
  return { text: text.slice(from, to), at: at.slice(from, to) };
}

export function joined(parts: readonly Text[]): Text {
  return { text: parts.map(({ text }) => text).join(""), at: parts.flatMap(({ at }) => [...at]) };
}

export function joinedByBlanks(parts: readonly Text[]): Text {
  return joined(parts.flatMap((one, index) => (index === 0 ? [one] : [blank, one])));
}

/** What `$(…)` makes of it. */
export function withoutLastLines(text: Text): Text {
  const end = text.text.replace(/\n+$/, "").length;
  return end === text.text.length
    ? text
    : { ...partOf(text, 0, end), ...(text.made ? { made: text.made } : {}) };
}

const newline: Text = { text: "\n", at: [-1] };
const blank: Text = { text: " ", at: [-1] };
