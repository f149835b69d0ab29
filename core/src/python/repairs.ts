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
  const isAtStart = /^\s*(?:\w+\s*=?\s*)?$/.test(text.slice(line, brokenAt));
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
}

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
