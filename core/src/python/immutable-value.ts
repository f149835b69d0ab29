import { endOfComment, endOfString, isQuote, isStringPrefix } from "../notebook/string-extent.js";

/**
 * Whether what is assigned, by its tokens, is text or a number and so the same for ever, whoever is handed it: a literal,
 * a text put together, the role, the bucket. False where that is not certain.
 *
 * @param start Behind the `=`.
 */
export function isImmutableAt(text: string, start: number): boolean {
  const place = skipBlanks(text, start);
  return isTextAt(text, place) || isNumberAt(text, place) || isCallForTextAt(text, place);
}

/** It starts with a string: `f"…"`, `"…".format(…)`, `"…" + x`, `"…" % (x, y)`. */
function isTextAt(text: string, start: number): boolean {
  const first = endOfStringAt(text, start);
  if (first === undefined) return false;
  let depth = 0;
  for (let place = first; place < text.length;) {
    const end = endOfStringAt(text, place);
    const code = text.charCodeAt(place);
    if (end !== undefined) place = end;
    else if (code === hash) place = endOfComment(text, place);
    else if (isWord(code)) {
      const to = endOfWord(text, place);
      const isMethod = depth === 0 && text.charCodeAt(place - 1) === dot && endsString(text, place - 1);
      if (
        isMethod ? !givingText.has(text.slice(place, to)) : depth === 0 && choosing.has(text.slice(place, to))
      )
        return false;
      place = to;
    } else {
      if (depth === 0 && (code === newline || code === semicolon)) return true;
      if (depth === 0 && (code === comma || code === backslash)) return false;
      if (opening.includes(text.charAt(place))) depth += 1;
      else if (closing.includes(text.charAt(place))) depth -= 1;
      if (depth < 0) return false;
      place += 1;
    }
  }
  return depth === 0;
}

/** `10`, `1e-3 * 2`, `True`, `None` */
function isNumberAt(text: string, start: number): boolean {
  plainNumber.lastIndex = start;
  return plainNumber.test(text);
}

/** One call alone, of what gives text whoever implements it. */
function isCallForTextAt(text: string, start: number): boolean {
  attributeOfText.lastIndex = start;
  if (attributeOfText.test(text)) return true;
  callForText.lastIndex = start;
  const call = callForText.exec(text);
  if (!call) return false;
  let depth = 1;
  for (let place = start + call[0].length; place < text.length;) {
    const end = endOfStringAt(text, place);
    if (end !== undefined) place = end;
    else if (isWord(text.charCodeAt(place))) place = endOfWord(text, place);
    else if (text.charCodeAt(place) === hash) place = endOfComment(text, place);
    else {
      if (opening.includes(text.charAt(place))) depth += 1;
      else if (closing.includes(text.charAt(place))) depth -= 1;
      place += 1;
      if (depth === 0) return isEndAt(text, place);
    }
  }
  return false;
}

/** The end of the string, prefix included, that starts here. Undefined: none does, or it does not close. */
function endOfStringAt(text: string, start: number): number | undefined {
  let open = start;
  while (open < start + 2 && /[a-z]/i.test(text.charAt(open))) open += 1;
  if (!isQuote(text.charCodeAt(open)) || !isStringPrefix(text, start, open)) return undefined;
  return endOfString(text, open);
}

/** The dot at this place stands behind a string. */
function endsString(text: string, dotPlace: number): boolean {
  let before = dotPlace - 1;
  while (text.charCodeAt(before) === 32) before -= 1;
  return isQuote(text.charCodeAt(before));
}

function isEndAt(text: string, place: number): boolean {
  const next = skipBlanks(text, place);
  const code = text.charCodeAt(next);
  return next >= text.length || code === newline || code === hash || code === semicolon;
}

function skipBlanks(text: string, start: number): number {
  let place = start;
  while (text.charCodeAt(place) === 32 || text.charCodeAt(place) === 9) place += 1;
  return place;
}

function endOfWord(text: string, start: number): number {
  let place = start + 1;
  while (place < text.length && isWord(text.charCodeAt(place))) place += 1;
  return place;
}

function isWord(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122)
  );
}

const plainNumber =
  /(?:(?:True|False|None)|[-+]?[\d.][\w.]*(?:[ \t]*[-+*/]+[ \t]*[\d.][\w.]*)*)[ \t]*(?=$|[\n;#])/y;
const attributeOfText =
  /[A-Za-z_]\w*(?:\.\w+|\([^()\n]{0,200}\)|\[[^[\]\n]{0,200}\])*\.(?:boto_)?region_name[ \t]*(?=$|[\n;#])/y;
const callForText =
  /(?:[A-Za-z_]\w*(?:\.\w+|\([^()\n]{0,200}\))*\.)?(?:get_execution_role|default_bucket|upload_data|get_image_uri|retrieve|strftime|time|getenv|str|int|float|len|path\.join)\(/y;

/** Methods of strings whose result is one again. */
const givingText: ReadonlySet<string> = new Set(
  "format join strip lstrip rstrip lower upper title replace zfill".split(" "),
);
/** What may give something else than the text in front of it. */
const choosing: ReadonlySet<string> = new Set([
  "if",
  "else",
  "or",
  "and",
  "for",
  "in",
  "lambda",
  "not",
  "is",
]);
const opening = "([{";
const closing = ")]}";
const newline = 10;
const hash = 35;
const comma = 44;
const dot = 46;
const semicolon = 59;
const backslash = 92;
