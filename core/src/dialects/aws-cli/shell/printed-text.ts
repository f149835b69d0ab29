import { withoutLast } from "../../../without-last.js";
import { longestMade } from "./building-word.js";
import { withoutPlaces } from "./change-value.js";
import type { Field, Text } from "./expand-word.js";
import { jqText } from "./jq-text.js";
import { unknownText } from "./parse-script.js";
import { folderOf, nameOf } from "./shell-folder.js";
import type { Redirect, SimpleCommand, Word } from "./syntax.js";

/** What a command sees of the script around it; undefined: not known. */
export interface Surroundings {
  readonly words: (words: readonly Word[]) => readonly Field[] | undefined;
  readonly value: (word: Word) => Text | undefined;
  readonly file: (path: Text) => Text | undefined;
  readonly folder: Text;
  /** A path that nothing else has. */
  readonly newPath: () => Text;
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
    case "dirname":
    case "basename":
    case "realpath":
    case "readlink":
      return line(pathMade(program.text, args));
    case "mktemp":
      return line(around.newPath());
    case "pwd":
      return args.length === 0 ? line(around.folder) : undefined;
    default:
      return printsNothing(program.text, args) ? nothing : undefined;
  }
}

export const nothing: Text = { text: "", at: [] };

const silent = new Set(
  "true false : test [ read mapfile readarray getopts let return shift unset mkdir touch cp mv rm chmod sleep".split(
    " ",
  ),
);

/** Where it succeeds, or says on its other output why not. */
function printsNothing(program: string, args: readonly Field[]): boolean {
  const [first] = args;
  if (silent.has(program)) return args.every(({ text }) => !/^-\w*v|^--verbose/.test(text));
  if (/^(?:set|export|declare|typeset|local|readonly|trap)$/.test(program))
    return first !== undefined && !/^-[a-zA-Z]*[pfFl]/.test(first.text);
  return program === "cd" && first !== undefined && first.text !== "-";
}

function pathMade(program: string, args: readonly Field[]): Text | undefined {
  const [first, second, third] = args;
  if (!first || third) return undefined;
  // `-f PATH`, of the script itself and its folder
  const path = program === "readlink" && first.text === "-f" ? second : second ? undefined : first;
  if (program === "realpath" || program === "readlink")
    return path && (path.at[0] ?? 0) < -1 ? path : undefined;
  if (first.text.startsWith("-")) return undefined;
  if (program === "dirname") return second ? undefined : folderOf(first);
  return nameOf(first, second?.text);
}

function line(text: Text | undefined): Text | undefined {
  return text && joined([text, newline]);
}

function inputOf(redirects: readonly Redirect[], around: Surroundings): Text | undefined {
  const given = redirects.filter(({ operator }) => operator.includes("<"));
  const [only, other] = given;
  if (!only || other) return undefined;
  if (only.operator === "<<") return only.text && around.value(only.text);
  const word = around.value(only.target);
  if (!word) return undefined;
  if (only.operator === "<<<" && word.text.includes(unknownText)) return undefined;
  if (only.operator === "<<<") return joined([word, newline]);
  return only.operator === "<" ? around.file(word) : undefined;
}

function echo(args: readonly Field[], isBash: boolean): Text | undefined {
  const isBare = isBash && args[0]?.text === "-n";
  const shown = isBare ? args.slice(1) : args;
  if (shown[0]?.text.startsWith("-") === true) return undefined;
  if (!isBash && shown.some(({ text }) => text.includes("\\"))) return undefined;
  const line = joinedByBlanks(shown);
  return isBare ? line : joined([line, newline]);
}

/** With `%s`, `%d`, `%03d` and `%%` alone. */
export function printf([format, ...args]: readonly Field[]): Text | undefined {
  if (!format || /^-|%(?!0?\d?d|[s%])|\\(?![nt"\\])/.test(format.text) || format.text.includes(unknownText))
    return undefined;
  const takes = (format.text.replaceAll("%%", "").match(/%/g) ?? []).length;
  const left = [...args];
  const parts: Text[] = [];
  do {
    for (const { 0: piece, index } of format.text.matchAll(/%0?\d?d|%[s%]|\\.|[^%\\]+/g)) {
      const at = format.at.slice(index, index + piece.length);
      if (piece === "%s") parts.push(left.shift() ?? { text: "", at: [] });
      else if (piece.endsWith("d") && piece.startsWith("%")) {
        const number = numberOf(piece, left.shift()?.text ?? "0");
        if (number === undefined) return undefined;
        parts.push(withoutPlaces(number));
      } else if (piece.startsWith("%")) parts.push({ text: "%", at: at.slice(0, 1) });
      else if (piece.startsWith("\\")) parts.push({ text: escapes[piece] ?? "", at: [-1] });
      else parts.push({ text: piece, at });
    }
  } while (takes > 0 && left.length > 0);
  return joined(parts);
}

/** `%03d` of a whole number without a sign or a leading zero */
function numberOf(format: string, text: string): string | undefined {
  if (!/^(?:0|[1-9]\d{0,14})$/.test(text)) return undefined;
  return text.padStart(Number(format.slice(1, -1)), format.startsWith("%0") ? "0" : " ");
}

const escapes: Readonly<Record<string, string>> = { "\\n": "\n", "\\t": "\t", '\\"': '"', "\\\\": "\\" };

function cat(args: readonly Field[], input: Text | undefined, { file }: Surroundings): Text | undefined {
  if (args.length === 0) return input;
  const texts = args.map((path) => (path.text === "-" ? input : file(path)));
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
  const filled = parts.filter(({ text }) => text !== "");
  const length = filled.reduce((sum, { text }) => sum + text.length, 0);
  if (filled.length > 1 && length > longestMade) return { text: unknownText, at: [-1] };
  const [first = nothing, ...others] = parts;
  return { text: parts.map(({ text }) => text).join(""), at: first.at.concat(...others.map(({ at }) => at)) };
}

export function joinedByBlanks(parts: readonly Text[]): Text {
  return joined(parts.flatMap((one, index) => (index === 0 ? [one] : [blank, one])));
}

/** What `$(…)` makes of it. */
export function withoutLastLines(text: Text): Text {
  // What is not known may be nothing, or more ends of lines
  const open = text.text.slice(withoutLast(text.text, `\n${unknownText}`).length);
  if (open.includes(unknownText) && open.includes("\n")) {
    const from = text.text.length - open.length;
    const known = partOf(text, 0, from);
    return joined([known, { text: unknownText, at: [text.at[from] ?? -1] }]);
  }
  const end = withoutLast(text.text, "\n").length;
  return end === text.text.length
    ? text
    : { ...partOf(text, 0, end), ...(text.made ? { made: text.made } : {}) };
}

const newline: Text = { text: "\n", at: [-1] };
const blank: Text = { text: " ", at: [-1] };
