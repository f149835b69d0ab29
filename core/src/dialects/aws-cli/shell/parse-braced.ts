import type { Item, Range, ValueChange, Word, WordPart } from "./syntax.js";

/** Who reads the words inside. */
export interface InnerParser {
  /** A part of the text as words: one where it is quoted. Undefined: it is not understood. */
  wordsInside(from: number, to: number, quoted: boolean): readonly Word[] | undefined;
  /** A part of the text as one word, blanks and operators included. */
  wholeWord(from: number, to: number): Word;
}

/** What `${…}` is, whose inside begins at `from`. */
export function bracedPart(
  inside: string,
  from: number,
  quoted: boolean,
  range: Range,
  parser: InnerParser,
): WordPart {
  const unknown = { kind: "unknown", quoted, ...range } as const;
  const [head = "", count = "", name = "", index] =
    /^([#!]?)([@*]|[A-Za-z_]\w*|\d+)(?:\[((?:[^[\]]|\[[^[\]]*\])*)\])?/.exec(inside) ?? [];
  if (inside === "#") return { kind: "items", name: "@", which: "#", quoted, ...range };
  if (name === "") return unknown;
  const rest = inside.slice(head.length);
  const isMany = /^[@*]$/.test(index ?? name);
  const change =
    rest === "" ? undefined : count === "" ? changeOf(rest, from + head.length, parser) : undefined;
  if (isMany || index !== undefined) {
    const items = itemsOf(count, name, index, from + head.indexOf("[") + 1, parser);
    // Some of them, or what is made of each: of any number
    if (!items || (rest !== "" && !change))
      return isMany ? { kind: "items", name: "", which: "@", quoted, ...range } : unknown;
    if (items.which === "#" && typeof items.key === "object")
      return { kind: "items", ...items, which: "one", change: { kind: "length" }, quoted, ...range };
    return { kind: "items", ...items, ...(change ? { change } : {}), quoted, ...range };
  }
  const part = { kind: "variable", name, quoted, ...range } as const;
  if (count !== "") {
    if (/^!.*@$/.test(inside)) return { kind: "items", name: "", which: "@", quoted, ...range };
    return rest === "" ? { ...part, change: { kind: count === "#" ? "length" : "indirect" } } : unknown;
  }
  if (rest === "" || /^:?\?/.test(rest)) return part;
  if (change) return { ...part, change };
  const [start = "", colon, sign] = /^(:?)([-=+])/.exec(rest) ?? [];
  const operator = (["-", "=", "+"] as const).find((one) => one === sign);
  if (operator === undefined) return unknown;
  const words = parser.wordsInside(from + head.length + start.length, from + inside.length, quoted);
  return { ...part, orElse: { operator, ofEmpty: colon !== "", ...(words ? { words } : {}) } };
}

/** `NAME[@]`, `#NAME[@]`, `NAME[0]`, `@`. Undefined: not understood. */
function itemsOf(
  count: string,
  name: string,
  index: string | undefined,
  from: number,
  parser: InnerParser,
): Item | undefined {
  const which = index ?? name;
  const of = index === undefined ? "@" : name;
  if (which === "@" || which === "*") {
    if (count === "#") return { name: of, which: "#" };
    if (count === "!") return index === undefined ? undefined : { name: of, which: "keys" };
    return { name: of, which };
  }
  if (count === "!" || index === undefined) return undefined;
  const key = parser.wholeWord(from, from + index.length);
  return { name: of, which: count === "#" ? "#" : "one", index, key };
}

/** What comes after the name, which begins at `from`. */
function changeOf(rest: string, from: number, parser: InnerParser): ValueChange | undefined {
  const to = from + rest.length;
  const [cut] = /^(?:%%?|##?)/.exec(rest) ?? [];
  if (cut !== undefined)
    return {
      kind: "cut",
      end: cut.startsWith("#") ? "front" : "back",
      longest: cut.length === 2,
      pattern: parser.wholeWord(from + cut.length, to),
    };
  const [replace, sign = ""] = /^\/([/#%]?)/.exec(rest) ?? [];
  if (replace !== undefined) return replacement(rest, replace.length, sign, from, parser);
  if (/^(?:\^\^?|,,?)$/.test(rest))
    return { kind: "letters", upper: rest.startsWith("^"), all: rest.length === 2 };
  if (/^:(?![-=+?])/.test(rest)) {
    const [start = "", length, more] = rest.slice(1).split(":");
    if (more !== undefined || hasColonInside(rest) || /\$\(|=|\+\+|--/.test(rest)) return undefined;
    return { kind: "slice", start, ...(length === undefined ? {} : { length }) };
  }
  return undefined;
}

/** A colon that is not the slice's own. Word by word, since a pattern over all of it looks at each quote to the end. */
function hasColonInside(rest: string): boolean {
  return rest.split(/\s/).some((word) => {
    const opened = word.search(/[`?'"{]/);
    return opened >= 0 && word.lastIndexOf(":") > opened;
  });
}

function replacement(
  rest: string,
  start: number,
  sign: string,
  from: number,
  parser: InnerParser,
): ValueChange | undefined {
  const slash = endOfPattern(rest, start);
  if (slash === undefined || (slash === start && !/[#%]/.test(sign))) return undefined;
  const by = rest.slice(Math.min(rest.length, slash + 1));
  // Older shells keep the quotes
  if (/["']/.test(by)) return undefined;
  const which = sign === "/" ? "all" : sign === "#" ? "front" : sign === "%" ? "back" : "first";
  return {
    kind: "replace",
    which,
    pattern: parser.wholeWord(from + start, from + slash),
    by: parser.wholeWord(from + rest.length - by.length, from + rest.length),
  };
}

/** The slash that ends the pattern, or the end. Undefined: there is more in it than is followed. */
function endOfPattern(rest: string, start: number): number | undefined {
  const pattern = /\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\$`])*"|\$\{[^{}/]*\}|\$\w|[^\\'"$`/]/y;
  let at = start;
  for (;;) {
    pattern.lastIndex = at;
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) break;
    at += found.length;
  }
  return at >= rest.length || rest[at] === "/" ? at : undefined;
}

/** Where the brace is that closes `${`, which is at `from`; quotes count where a pattern stands. */
export function closingBrace(text: string, from: number, end: number): number {
  const isPattern = /^\$\{[#!]?(?:[@*]|\w+)(?:\[[^\]]*\])?[%#/]/.test(text.slice(from, from + 80));
  let depth = 0;
  for (let at = from + 1; at < end; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === "{") depth += 1;
    else if (character === "}" && --depth === 0) return at;
    else if (isPattern && (character === "'" || character === '"')) {
      const close = text.indexOf(character, at + 1);
      if (close > 0 && close < Math.min(end, at + longestQuote)) at = close;
    }
  }
  return end;
}

const longestQuote = 200;
