/** One line of a .gitignore. */
export interface IgnoreLine {
  /** It takes back what an earlier line leaves out. */
  readonly isException: boolean;
  /** @param path From the folder of the line's file, with `/` between names. */
  readonly fits: (path: string, isFolder: boolean) => boolean;
}

/**
 * @returns Undefined for an empty line, a comment, and what can fit nothing.
 * @see https://git-scm.com/docs/gitignore
 */
export function readIgnoreLine(line: string): IgnoreLine | undefined {
  if (line.startsWith("#")) return undefined;
  const isException = line.startsWith("!");
  const text = withoutTrailingSpaces(isException ? line.slice(1) : line);
  const isOfFolders = text.endsWith("/");
  const pattern = isOfFolders ? text.slice(0, -1) : text;
  if (pattern === "") return undefined;
  const isOfNames = !pattern.includes("/");
  const expression = expressionOf(pattern.replace(/^\//, ""));
  if (expression === undefined) return undefined;
  return {
    isException,
    fits: (path, isFolder) =>
      (isFolder || !isOfFolders) && expression.test(isOfNames ? path.slice(path.lastIndexOf("/") + 1) : path),
  };
}

/** A space after a backslash stays. */
function withoutTrailingSpaces(text: string): string {
  return /^(?:\\.|[^\\])*?(?= *$)/su.exec(text)?.[0] ?? text;
}

/** Undefined: a class without end, or a backslash before nothing. */
function expressionOf(pattern: string): RegExp | undefined {
  let source = "";
  for (let at = 0; at < pattern.length;) {
    const part = partAt(pattern.slice(at), at === 0 || pattern[at - 1] === "/");
    if (part === undefined) return undefined;
    source += part.source;
    at += part.length;
  }
  return new RegExp(`^${source}$`, "su");
}

interface Part {
  readonly source: string;
  /** UTF-16 units of the pattern. */
  readonly length: number;
}

function partAt(rest: string, isAtName: boolean): Part | undefined {
  const stars = /^\*+/.exec(rest)?.[0].length ?? 0;
  if (stars > 0) {
    const next = rest[stars];
    if (stars === 1 || !isAtName || (next !== undefined && next !== "/"))
      return { source: "[^/]*", length: stars };
    return next === undefined ? { source: ".*", length: stars } : { source: "(?:.*/)?", length: stars + 1 };
  }
  switch (rest[0]) {
    case "?":
      return { source: "[^/]", length: 1 };
    case "[":
      return classAt(rest);
    case "\\": {
      const [character] = rest.slice(1);
      return character === undefined
        ? undefined
        : { source: escaped(character), length: 1 + character.length };
    }
    default: {
      const [character = ""] = rest;
      return { source: escaped(character), length: character.length };
    }
  }
}

/** `[a-c]`, `[!a]`, `[[:digit:]x]`; a `]` that comes first is one of the characters. */
function classAt(rest: string): Part | undefined {
  const [whole, not, body] = /^\[([!^]?)(\]?(?:\[:[a-z]*:\]|\\.|[^\]\\])*)\]/su.exec(rest) ?? [];
  if (whole === undefined || body === undefined) return undefined;
  let source = "";
  for (const [item, name, from, to] of body.matchAll(/\[:([a-z]*):\]|(\\.|[^\\])(?:-(\\.|[^\\]))?/gsu)) {
    if (name !== undefined) {
      const known = namedClasses[name];
      if (known === undefined) return undefined;
      source += known;
    } else {
      const [first, last] = [unescaped(from ?? item), to === undefined ? undefined : unescaped(to)];
      if (last === undefined) source += inClass(first);
      else if (first <= last) source += `${inClass(first)}-${inClass(last)}`;
    }
  }
  // No class fits a slash
  return {
    source: not === "" ? (source === "" ? "(?!)" : `(?!/)[${source}]`) : `(?!/)[^${source}]`,
    length: whole.length,
  };
}

const namedClasses: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  blank: " \\t",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\s",
  upper: "A-Z",
  xdigit: "0-9A-Fa-f",
};

function unescaped(character: string): string {
  return character.length > 1 && character.startsWith("\\") ? character.slice(1) : character;
}

function escaped(character: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}

function inClass(character: string): string {
  return /[\\^[\]/-]/.test(character) ? `\\${character}` : character;
}
