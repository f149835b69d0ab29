/** Deeper nesting than this reads as a syntax error: no call into SageMaker is nested so, and recursion stays bounded. */
export const deepest = 250;

/**
 * The text with what is nested too deep made one error, at the same places: the parser's time grows with the depth times
 * the length, since it tries many ways to go on and keeps a stack for each.
 */
export function withoutDepth(text: string): string {
  return withoutManyClosed(withoutDeepBrackets(withoutManyOperators(withoutProse(text))));
}

function hasLongLine(text: string): boolean {
  for (let from = 0; text.length - from >= longLine;) {
    const end = text.indexOf("\n", from);
    if ((end < 0 ? text.length : end) - from >= longLine) return true;
    from = end + 1;
  }
  return false;
}

const longLine = 4000;

/** A very long line of words with nothing between them: of each the parser tries all that it could be missing. */
function withoutProse(text: string): string {
  if (!hasLongLine(text)) return text;
  return text.replaceAll(prose, (run) => (/^\w/.test(run) ? asError(run) : run));
}

function withoutDeepBrackets(text: string): string {
  if (!hasMany(opening, text)) return text;
  const kept: string[] = [];
  let from = 0;
  let depth = 0;
  let cut: number | undefined;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (opening.has(token)) {
      depth++;
      if (depth > deepest) cut ??= index;
    } else if (closing.has(token) && depth > 0) {
      depth--;
      if (depth !== deepest || cut === undefined) continue;
      kept.push(text.slice(from, cut), asError(text.slice(cut, index + 1)));
      from = index + 1;
      cut = undefined;
    }
  }
  if (cut !== undefined) {
    kept.push(text.slice(from, cut), asError(text.slice(cut)));
    from = text.length;
  }
  return kept.join("") + text.slice(from);
}

/** `))))…` and `)+)+…` that nothing opened, since nothing is that deep any more: the parser recovers from each by itself. */
function withoutManyClosed(text: string): string {
  if (!hasMany(closing, text)) return text;
  const shorter = text.replaceAll(closings, (run) => (run.length > 2 * deepest ? asError(run) : run));
  return countOf(closing, shorter) - countOf(opening, shorter) > 2 * deepest
    ? withoutStrays(shorter)
    : shorter;
}

/** From the first closing bracket that nothing opened up to the last, if there are very many. */
function withoutStrays(text: string): string {
  const strays: number[] = [];
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (opening.has(token)) depth++;
    else if (closing.has(token) && depth > 0) depth--;
    else if (closing.has(token)) strays.push(index);
  }
  if (strays.length <= 2 * deepest) return text;
  const [from = 0, end = from] = [strays[0], strays.at(-1)];
  return text.slice(0, from) + asError(text.slice(from, end + 1)) + text.slice(end + 1);
}

function hasMany(brackets: ReadonlySet<string>, text: string): boolean {
  return countOf(brackets, text, deepest) > deepest;
}

/** @param most Counting ends behind it. */
function countOf(brackets: ReadonlySet<string>, text: string, most = Infinity): number {
  let count = 0;
  for (const bracket of brackets)
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1))
      if (++count > most) return count;
  return count;
}

/** `not not not …`: each is nested in the one before. `<<<<…`: the parser recovers from each by itself. */
function withoutManyOperators(text: string): string {
  return text.replace(operators, (run) => {
    const place = run.length - run.trimStart().length;
    return run.slice(0, place) + asError(run.slice(place));
  });
}

const operators = new RegExp(
  String.raw`(?:(?<!\w)(?:not|await)[ \t]+|(?<!\w)lambda[ \t]*:[ \t]*|[-+~<>=/*%&|^@!?.,:;$][ \t]*){${deepest},}`,
  "g",
);

/** Strings and comments, in which brackets are none, and brackets. */
const tokens =
  /'''(?:\\[^]|[^\\])*?(?:'''|$)|"""(?:\\[^]|[^\\])*?(?:"""|$)|'(?:\\[^]|[^'\\\n])*'?|"(?:\\[^]|[^"\\\n])*"?|#[^\n]*|[([{}\])]/g;
/** Strings and comments, and words that are no operators. */
const prose = new RegExp(
  `${tokens.source.replace("|[([{}\\])]", "")}|(?<!\\w)(?:(?!(?:and|or|not|in|is|if|else|for|lambda|await|async)\\b)\\w+[ \\t]+){1000,}`,
  "g",
);
const closings = /[)\]}]{2,}/g;
const opening: ReadonlySet<string> = new Set(["(", "[", "{"]);
const closing: ReadonlySet<string> = new Set([")", "]", "}"]);

/** A character that no Python has, and blanks. */
function asError(text: string): string {
  return `?${text.slice(1).replaceAll(/[^\n]/g, " ")}`;
}
