/** Whether these letters in front of a quote belong to the string: `rb"…"`. */
export function isStringPrefix(text: string, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let place = from; place < to; place += 1) if (!prefixes.has(text.charAt(place))) return false;
  return true;
}

/** Whether the string with this prefix has expressions in it. */
export function isInterpolated(text: string, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1) if (interpolating.has(text.charAt(place))) return true;
  return false;
}

export function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote;
}

/**
 * Where the string that starts with the quote at this place ends: behind its last quote, or with the line that it does
 * not close in. Undefined: one of three quotes that never closes.
 */
export function endOfString(text: string, start: number): number | undefined {
  const quote = text.charCodeAt(start);
  const isLong = text.charCodeAt(start + 1) === quote && text.charCodeAt(start + 2) === quote;
  if (isLong) return endOfLong(text, start);
  for (let place = start + 1; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === quote) return place + 1;
    if (code === newline) return place;
    if (code === backslash) place += 1;
  }
  return text.length;
}

function endOfLong(text: string, start: number): number | undefined {
  const quotes = text.slice(start, start + 3);
  for (let close = text.indexOf(quotes, start + 3); close >= 0; close = text.indexOf(quotes, close + 1))
    if (!isEscaped(text, close)) return close + 3;
  return undefined;
}

/** An odd number of backslashes stands before the place. */
function isEscaped(text: string, place: number): boolean {
  let before = place - 1;
  while (text.charCodeAt(before) === backslash) before -= 1;
  return (place - before) % 2 === 0;
}

/** The end of the line. */
export function endOfComment(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

const prefixes: ReadonlySet<string> = new Set("rRbBuUfFtT");
const interpolating: ReadonlySet<string> = new Set("fFtT");
const newline = 10;
const doubleQuote = 34;
const singleQuote = 39;
const backslash = 92;
