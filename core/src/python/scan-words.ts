/** The names that a cell's text has, by tokens only; what is in strings and comments counts as well. */
export interface Words {
  /** All, attributes left out. */
  readonly names: ReadonlySet<string>;
  /** Those that imports bind. */
  readonly imports: ReadonlySet<string>;
  /** Those that it may bind or change otherwise: `x =`, `x[…] =`, `x.y =`, `x.update(`, `def x`, `for x` … */
  readonly assigns: ReadonlySet<string>;
  /** Those that it calls, decorates with, calls a method of that may ask for a job, or changes a member of. */
  readonly touches: ReadonlySet<string>;
}

/** Whether one of the identifiers of a text, attributes too, is such a one. */
export function someIdentifier(text: string, test: (identifier: string) => boolean): boolean {
  for (let from = nextName(text, 0); from < text.length;) {
    const to = endOfName(text, from);
    if (test(text.slice(from, to))) return true;
    from = nextName(text, to);
  }
  return false;
}

/** Reads a text once, from name to name. What it looks at around each is bounded, so that long lines cost no more. */
export function readWords(text: string): Words {
  const names = new Set<string>();
  const imports = new Set<string>();
  const assigns = new Set<string>();
  const touches = new Set<string>();
  for (let from = nextName(text, 0); from < text.length;) {
    const to = endOfName(text, from);
    const before = from === 0 ? newline : text.charCodeAt(from - 1);
    if (before === dot || isWord(before)) {
      from = nextName(text, to);
      continue;
    }
    const word = text.slice(from, to);
    names.add(word);
    if ((word === "import" || word === "from") && isAtStart(text, from)) {
      const match = matchAt(importStatement, text, from);
      if (match !== undefined) {
        const end = from + match[0].length;
        addRoots(names, match[0]);
        addNames(imports, match[1] ?? "");
        from = nextName(text, end);
        continue;
      }
    }
    const bound = boundBehind(word, text, from, to);
    if (bound !== undefined) addNames(assigns, bound);
    if (before === at && isAtStart(text, from - 1)) touches.add(word);
    readUse(word, text, from, to, assigns, touches);
    from = nextName(text, to);
  }
  return { names, imports, assigns, touches };
}

/** What a keyword binds: the name behind `def`, all names between `for` and `in`. */
function boundBehind(word: string, text: string, from: number, to: number): string | undefined {
  switch (word) {
    case "def":
    case "class":
    case "as":
      return matchAt(nameBehind, text, to)?.[1];
    case "for":
      return matchAt(loopTargets, text, from)?.[1] ?? matchAt(nameBehind, text, to)?.[1];
    default:
      return undefined;
  }
}

/** What is done with a name, by what stands behind it. */
function readUse(
  word: string,
  text: string,
  from: number,
  to: number,
  assigns: Set<string>,
  touches: Set<string>,
): void {
  const end = endOfChain(text, to);
  const next = skipBlanks(text, end);
  const code = text.charCodeAt(next);
  if (text.charCodeAt(skipBlanks(text, to)) === openBracket && isAtStart(text, from)) assigns.add(word);
  if (code === openParenthesis) {
    if (end === to) {
      touches.add(word);
      if (word === "setattr") addNames(touches, matchAt(firstArgument, text, next)?.[1] ?? "");
      return;
    }
    const method = text.slice(text.lastIndexOf(".", end - 1) + 1, end);
    if (launching.test(method)) touches.add(word);
    if (changing.has(method) && isAtStart(text, from)) assigns.add(word);
    return;
  }
  if (code === comma) {
    addNames(assigns, targetsAround(text, from) ?? "");
    return;
  }
  // `x: int = 1`, and `x := 1` anywhere
  if (code === colon) {
    const isWalrus = text.charCodeAt(next + 1) === equals;
    if (isWalrus || (end === to && isAtStart(text, from) && matchAt(annotation, text, next) !== undefined))
      assigns.add(word);
    return;
  }
  const isAssigned = matchAt(assignment, text, next) !== undefined;
  if (isAssigned && end > to) touches.add(word);
  if (isAssigned && isAtStart(text, from)) assigns.add(word);
}

/** Behind `.a.b[0].c`; an index that goes on over lines, or for long, ends it. */
function endOfChain(text: string, start: number): number {
  let end = start;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === dot && isWord(text.charCodeAt(end + 1))) end = endOfName(text, end + 1);
    else if (code === openBracket) {
      const close = matchAt(index, text, end)?.[0].length;
      if (close === undefined) return end;
      end += close;
    } else return end;
  }
}

/** All of `a, b.c` in `a, b.c =`, given the place of the first. */
function targetsAround(text: string, from: number): string | undefined {
  let start = from;
  while (start > from - 9 && opensTarget(text.charCodeAt(start - 1))) start -= 1;
  return isAtStart(text, start) ? matchAt(targets, text, start)?.[1] : undefined;
}

function opensTarget(code: number): boolean {
  return code === star || code === openParenthesis || code === openBracket;
}

/** Nothing but blanks is between the place and the start of the line, or `;` or `:`. */
function isAtStart(text: string, place: number): boolean {
  let before = place - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before -= 1;
  if (before < 0) return true;
  const code = text.charCodeAt(before);
  return code === newline || code === semicolon || code === colon;
}

/** Attributes left out. */
function addRoots(set: Set<string>, text: string): void {
  for (let from = nextName(text, 0); from < text.length;) {
    const to = endOfName(text, from);
    if (from === 0 || text.charCodeAt(from - 1) !== dot) set.add(text.slice(from, to));
    from = nextName(text, to);
  }
}

function addNames(set: Set<string>, text: string): void {
  for (let from = nextName(text, 0); from < text.length;) {
    const to = endOfName(text, from);
    set.add(text.slice(from, to));
    from = nextName(text, to);
  }
}

function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | undefined {
  pattern.lastIndex = place;
  return pattern.exec(text) ?? undefined;
}

const importStatement = /(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]*(\([^)]{0,5000}\)|[^\n;]*)/y;
const nameBehind = /[ \t]+([A-Za-z_]\w*)/y;
const loopTargets = /for[ \t]+([^\n]{0,300}?)[ \t]in\b/y;
const firstArgument = /\([ \t]*([A-Za-z_]\w*)/y;
/** `a, (b.c, *d), e[0] =` */
const targets =
  /((?:[([*]{0,9}[A-Za-z_][\w.]*(?:\[[^\]\n]{0,100}\])?[)\]]{0,9}[ \t]*,[ \t]*)+(?:[([*]{0,9}[A-Za-z_][\w.]*(?:\[[^\]\n]{0,100}\])?[)\]]{0,9}[ \t]*,?)?[)\]]{0,9})[ \t]*=(?!=)/y;
const annotation = /:[^=\n]{1,200}=(?!=)/y;
const assignment = /(?:[-+*/|&%@^]|\*\*|\/\/|<<|>>)?=(?!=)/y;
const index = /\[[^\]\n]{0,300}\]/y;

const changing: ReadonlySet<string> = new Set(
  "append extend insert update setdefault pop clear remove add sort reverse".split(" "),
);

const launching =
  /^(?:fit|submit|run(?:_\w+)?|suggest_baseline|deploy|transform(?:er)?|train|tune|create(?:_\w+)?|endpoint_from_\w+|process|auto_ml|compile|package_for_edge|update_endpoint|best_estimator|override_resource_config|register|upsert|start|build|append|extend|update|add|insert|pop|set_hyperparameters|[a-z]+_(?:job|model|endpoint|config|step|pipeline|trainer|monitor|schedule|transformer|tuner))$/;

const newline = 10;
const openParenthesis = 40;
const star = 42;
const comma = 44;
const dot = 46;
const colon = 58;
const semicolon = 59;
const equals = 61;
const at = 64;
const openBracket = 91;

/** By character code: 1 may begin a name, 2 may only go on in one. */
const kinds = new Uint8Array(128);
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_") kinds[letter.charCodeAt(0)] = 1;
for (const digit of "0123456789") kinds[digit.charCodeAt(0)] = 2;

/** The next place where a name begins; the text's end where there is none. */
function nextName(text: string, place: number): number {
  let next = place;
  while (next < text.length && kinds[text.charCodeAt(next)] !== 1) next += 1;
  return next;
}

function endOfName(text: string, place: number): number {
  let end = place + 1;
  while (end < text.length && isWord(text.charCodeAt(end))) end += 1;
  return end;
}

function isWord(code: number): boolean {
  return code < 128 && kinds[code] !== 0;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function skipBlanks(text: string, place: number): number {
  let next = place;
  while (isBlank(text.charCodeAt(next))) next += 1;
  return next;
}
