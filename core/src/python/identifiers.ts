import {
  endOfComment,
  endOfString,
  isInterpolated,
  isQuote,
  isStringPrefix,
} from "../notebook/string-extent.js";

/** What a text calls things: without comments, and of strings only what is in replacements. */
export interface Identifiers {
  readonly names: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

/** Those of a function's text, or of a whole cell's: its strings close. */
export function identifiersIn(text: string): Identifiers {
  const names = new Set<string>();
  const attributes = new Set<string>();
  let [place, skipTo] = [0, 0];
  while (place < text.length) {
    const code = text.charCodeAt(place);
    if (startsName(code)) {
      const to = endOfName(text, place);
      const isPrefix = isQuote(text.charCodeAt(to)) && isStringPrefix(text, place, to);
      if (isPrefix && place >= skipTo) {
        const end = endOfString(text, to) ?? text.length;
        // The names in a replacement are read as any others; what else is there may be none
        if (isInterpolated(text, place, to)) skipTo = end;
        place = skipTo === end ? to + 1 : end;
        continue;
      }
      (text.charCodeAt(place - 1) === dot ? attributes : names).add(text.slice(place, to));
      place = to;
    } else if (isWord(code)) place = endOfName(text, place);
    else if (place < skipTo) place += 1;
    else if (isQuote(code)) place = endOfString(text, place) ?? text.length;
    else if (code === hash) place = endOfComment(text, place);
    else place += 1;
  }
  return { names, attributes };
}

/** Whether one of the identifiers of a text is such a one, attributes and what is in strings too. */
export function someIdentifier(text: string, test: (identifier: string) => boolean): boolean {
  let place = 0;
  let stringEnd = 0;
  while (place < text.length) {
    const code = text.charCodeAt(place);
    if (startsName(code)) {
      const to = endOfName(text, place);
      if (test(text.slice(place, to))) return true;
      place = to;
    } else if (place >= stringEnd && code === hash) place = endOfComment(text, place);
    else {
      // What is in a string is looked at as well, but no `#` in it starts a comment
      if (place >= stringEnd && isQuote(code)) stringEnd = endOfString(text, place) ?? text.length;
      place += 1;
    }
  }
  return false;
}

/** A character that a name may begin with. */
export function startsName(code: number): boolean {
  return kinds[code] === 1;
}

/** By character code: 1 may begin a name, 2 may only go on in one. */
const kinds = new Uint8Array(128);
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_") kinds[letter.charCodeAt(0)] = 1;
for (const digit of "0123456789") kinds[digit.charCodeAt(0)] = 2;

/** The next place where a name begins; the text's end where there is none. */
export function nextName(text: string, place: number): number {
  let next = place;
  while (next < text.length && kinds[text.charCodeAt(next)] !== 1) next += 1;
  return next;
}

export function endOfName(text: string, place: number): number {
  let end = place + 1;
  while (end < text.length && isWord(text.charCodeAt(end))) end += 1;
  return end;
}

export function isWord(code: number): boolean {
  return code < 128 && kinds[code] !== 0;
}

const hash = 35;
const dot = 46;
