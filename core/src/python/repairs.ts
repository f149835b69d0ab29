import type { Repair } from "./plain-tokens.js";

/**
 * What may be missing in a call or a list of several lines in which one line is just being typed: a comma at its end, or
 * the value behind its last name; half a name before another `name=` is nothing yet. The first that makes Python of it is
 * what its author is about to write; the other lines say what they said before.
 *
 * @param from The start of the statement.
 * @param brokenAt Where it was found to be no Python: in the line that is typed, or at the beginning of the next.
 */
export function* repairsOf(text: string, from: number, brokenAt: number): Generator<Repair> {
  const line = lineAt(text, brokenAt);
  const isAtStart = /^\s*(?:\w+\s*(?:=\s*)?)?$/.test(text.slice(line, brokenAt));
  const before = lineBefore(text, line);
  for (const start of isAtStart ? [before, line] : [line]) {
    if (start < from) continue;
    const end = endOfLine(text, start);
    if (end >= text.length) continue;
    const content = text.slice(start, end);
    const word = startsKeyword(text, brokenAt) ? halfName.exec(content)?.[1] : undefined;
    if (word !== undefined && start < line) {
      const at = start + content.trimEnd().length - word.length;
      yield { kind: "nothing", from: at, to: at + word.length };
      return;
    }
    if (!/[,([{]\s*$/.test(content)) yield { kind: ",", from: end, to: end + 1 };
    const [prefix] = lastName.exec(content) ?? [];
    if (prefix !== undefined) yield { kind: "gap", from: start + prefix.length, to: end + 1 };
  }
  yield* repairsInLine(text, Math.max(from, line), brokenAt);
}

/** What may be missing between two arguments of one line: the comma, or the rest of the first one's value. */
function* repairsInLine(text: string, line: number, brokenAt: number): Generator<Repair> {
  const isBehindBlank = /[ \t]/.test(text.charAt(brokenAt - 1));
  if (isBehindBlank && startsKeyword(text, brokenAt)) yield { kind: ",", from: brokenAt - 1, to: brokenAt };
  const before = text.slice(line, brokenAt);
  // The name of the next one was taken for a part of the value
  const name = text.charAt(brokenAt) === "=" ? /\b[A-Za-z_]\w*[ \t]*$/.exec(before)?.index : undefined;
  const to = name === undefined ? nextArgument(text, brokenAt) : line + name;
  if (to === undefined) return;
  const names = [...before.slice(0, name).matchAll(valueStart)].slice(-mostNames).reverse();
  for (const { 0: word, index } of names) {
    const from = line + index + word.length;
    if (from < to && !hasNames.test(text.slice(from, to))) yield { kind: "gap", from, to };
  }
}

/** The comma before it. */
function nextArgument(text: string, place: number): number | undefined {
  const end = endOfLine(text, place);
  const next = /,[ \t]*[A-Za-z_]\w*[ \t]*=(?!=)/.exec(text.slice(place, end))?.index;
  return next === undefined ? undefined : place + next;
}

/** Of an argument; what the value is of that comes to it is not looked for further back. */
const valueStart = /\b[A-Za-z_]\w*[ \t]*=(?!=)/g;
const mostNames = 4;
/** An argument's name in what would not be read: then more is unfinished than one value. */
const hasNames = /\b[A-Za-z_]\w*[ \t]*=(?!=)/;

/** Up to the value of the last `name=` or `"key":` of a line. */
const lastName = /^.*(?:\b[A-Za-z_]\w*[ \t]*=(?!=)|(?:"[^"]*"|'[^']*')[ \t]*:)[ \t]*/;

/** An argument by itself at the end of a line. */
const halfName = /(?:^|[,(])[ \t]*([A-Za-z_]\w*)[ \t]*$/;

function startsKeyword(text: string, place: number): boolean {
  keyword.lastIndex = place;
  return keyword.test(text);
}

const keyword = /[A-Za-z_]\w*[ \t]*=(?!=)/y;

function lineAt(text: string, place: number): number {
  return text.lastIndexOf("\n", place - 1) + 1;
}

/** The last line before that is not blank. */
function lineBefore(text: string, line: number): number {
  return line === 0 ? -1 : lineAt(text, text.slice(0, line).trimEnd().length);
}

function endOfLine(text: string, line: number): number {
  const end = text.indexOf("\n", line);
  return end < 0 ? text.length : end;
}
