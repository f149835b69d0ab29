import {
  endOfComment,
  endOfString,
  isInterpolated,
  isQuote,
  isStringPrefix,
} from "../notebook/string-extent.js";
import { endOfName, isWord, nextName, someIdentifier, startsName } from "./identifiers.js";
import { isImmutableAt } from "./immutable-value.js";

/** What an identifier may have to do with a library that submits jobs. */
export interface Mentions {
  /** A package or an operation of it: whoever mentions it, in a string too, may submit something. */
  readonly submits: (identifier: string) => boolean;
  /** Matches wherever there is such an identifier, and quickly. */
  readonly hint: RegExp;
  /** A class of it has this name. So have classes of others: it is meant where it is imported from such a package. */
  readonly isClass: (identifier: string) => boolean;
  /** What a star import of a module of it binds. */
  readonly starNames?: (module: string) => readonly string[];
}

/** The names that a cell's text has, by tokens only. Comments and plain strings have none. */
export interface Words {
  /** All, attributes left out. */
  readonly names: ReadonlySet<string>;
  /** Those that imports bind. */
  readonly imports: ReadonlySet<string>;
  /** Those that are imported from a package that submits jobs. */
  readonly libraryImports: ReadonlySet<string>;
  /** Those that it may bind or change otherwise: `x =`, `x[…] =`, `x.y =`, `x.update(`, `def x`, `for x` … */
  readonly assigns: ReadonlySet<string>;
  /** Those of them that it binds to what can be changed later, or changes: not `x = "text"`. */
  readonly mutables: ReadonlySet<string>;
  /** Those that it calls, decorates with, calls a method of that may ask for a job, or changes a member of. */
  readonly touches: ReadonlySet<string>;
  /** `Estimator`, and `a` of `a.b.Estimator`: classes of the library if the name is imported from it. */
  readonly classes: ReadonlySet<string>;
}

/** Reads a text once, from name to name. What it looks at around each is bounded, so that long lines cost no more. */
export function readWords(text: string, mentions: Mentions): Words {
  return new WordReader(text, mentions, true).read() ?? new WordReader(text, mentions, false).readAll();
}

class WordReader {
  readonly names = new Set<string>();
  readonly imports = new Set<string>();
  readonly libraryImports = new Set<string>();
  readonly assigns = new Set<string>();
  readonly mutables = new Set<string>();
  readonly touches = new Set<string>();
  readonly classes = new Set<string>();
  /** How many brackets are open. */
  private depth = 0;
  /** The names since one was opened where a statement starts: they are targets if `=` follows it. */
  private group: string[] | undefined;

  /**
   * @param closes Brackets and strings are taken to close somewhere. Otherwise they are not looked at, as in a text that
   *   is being typed: then what may be a name of the cell is one.
   */
  constructor(
    private readonly text: string,
    private readonly mentions: Mentions,
    private readonly closes: boolean,
  ) {}

  /** Undefined: something does not close. */
  read(): Words | undefined {
    const { text } = this;
    let place = 0;
    while (place < text.length) {
      const code = text.charCodeAt(place);
      if (startsName(code)) {
        const to = endOfName(text, place);
        const quote = text.charCodeAt(to);
        if (isQuote(quote) && isStringPrefix(text, place, to)) {
          const end = endOfString(text, to);
          if (end === undefined) return undefined;
          if (isInterpolated(text, place, to)) this.readNames(to, end);
          place = end;
        } else place = this.readName(place, to);
      } else if (isQuote(code)) {
        const end = endOfString(text, place);
        if (end === undefined) return undefined;
        place = end;
      } else if (code === hash) place = endOfComment(text, place);
      else if (isWord(code)) place = endOfName(text, place);
      else {
        if (opens(code)) this.open(place);
        else if (closes(code)) this.close(place);
        if (this.depth < 0) return undefined;
        place += 1;
      }
    }
    return this.depth === 0 ? this : undefined;
  }

  private open(place: number): void {
    if (this.depth === 0) this.group = isAtStart(this.text, place) ? [] : undefined;
    this.depth += 1;
  }

  private close(place: number): void {
    this.depth -= 1;
    if (this.depth > 0 || this.group === undefined) return;
    if (matchAt(assignment, this.text, skipBlanks(this.text, place + 1)) !== undefined)
      this.assign(this.group.join(" "));
    this.group = undefined;
  }

  readAll(): Words {
    this.readNames(0, this.text.length);
    return this;
  }

  private readNames(start: number, end: number): void {
    for (let from = nextName(this.text, start); from < end;)
      from = nextName(this.text, this.readName(from, endOfName(this.text, from)));
  }

  /** @returns Where to go on. */
  private readName(from: number, to: number): number {
    const { text, names, touches } = this;
    const before = from === 0 ? newline : text.charCodeAt(from - 1);
    if (before === dot || isWord(before)) return to;
    const word = text.slice(from, to);
    if ((word === "import" || word === "from") && isAtStart(text, from)) {
      const match = matchAt(importStatement, text, from);
      if (match !== undefined) {
        this.readImport(match[0], match[1] ?? "");
        return from + match[0].length;
      }
    }
    const end = endOfChain(text, to);
    if (this.isKeyword(end, to)) return to;
    names.add(word);
    this.group?.push(word);
    this.readClasses(word, to, end);
    const bound = this.boundBehind(word, from, to);
    if (bound !== undefined) this.assign(bound);
    if (before === at && isAtStart(text, from - 1)) touches.add(word);
    this.readUse(word, from, to, end);
    return to;
  }

  private readImport(statement: string, bound: string): void {
    addRoots(this.names, statement);
    addNames(this.imports, bound);
    if (!someIdentifier(statement, this.mentions.submits)) return;
    addNames(this.libraryImports, bound);
    if (!bound.startsWith("*")) return;
    for (const name of this.mentions.starNames?.(matchAt(moduleNamed, statement, 0)?.[1] ?? "") ?? []) {
      this.imports.add(name);
      this.libraryImports.add(name);
    }
  }

  /** `name=` of an argument. */
  private isKeyword(end: number, to: number): boolean {
    if (!this.closes || this.depth === 0 || end !== to) return false;
    const next = skipBlanks(this.text, end);
    return this.text.charCodeAt(next) === equals && this.text.charCodeAt(next + 1) !== equals;
  }

  private readClasses(word: string, to: number, end: number): void {
    if (this.mentions.isClass(word)) this.classes.add(word);
    else if (end > to && someIdentifier(this.text.slice(to, end), this.mentions.isClass))
      this.classes.add(word);
  }

  /** What a keyword binds: the name behind `def`, all names between `for` and `in`. */
  private boundBehind(word: string, from: number, to: number): string | undefined {
    const { text } = this;
    switch (word) {
      case "def":
      case "class":
      case "as":
        return matchAt(nameBehind, text, to)?.[1];
      case "for":
        // Of a comprehension nothing is left
        if (this.depth > 0) return undefined;
        return matchAt(loopTargets, text, from)?.[1] ?? matchAt(nameBehind, text, to)?.[1];
      default:
        return undefined;
    }
  }

  /** What is done with a name, by what stands behind it. */
  private readUse(word: string, from: number, to: number, end: number): void {
    const { text, assigns, touches, depth } = this;
    const next = skipBlanks(text, end);
    const code = text.charCodeAt(next);
    if (text.charCodeAt(skipBlanks(text, to)) === openBracket && isAtStart(text, from)) this.assign(word);
    if (code === openParenthesis) {
      if (end === to) {
        touches.add(word);
        if (word === "setattr") addNames(touches, matchAt(firstArgument, text, next)?.[1] ?? "");
        return;
      }
      const method = text.slice(text.lastIndexOf(".", end - 1) + 1, end);
      if (launching.test(method)) touches.add(word);
      if (changing.has(method) && isAtStart(text, from)) this.assign(word);
      return;
    }
    if (code === comma) {
      this.assign(targetsAround(text, from, depth) ?? "");
      return;
    }
    // `x: int = 1`, and `x := 1` anywhere
    if (code === colon) {
      const isWalrus = text.charCodeAt(next + 1) === equals;
      const isAnnotated = depth === 0 && end === to && isAtStart(text, from);
      if (isWalrus || (isAnnotated && matchAt(annotation, text, next) !== undefined)) this.assign(word);
      return;
    }
    if (depth > 0 || matchAt(assignment, text, next) === undefined) return;
    if (end > to) touches.add(word);
    // Behind another target too: `x = y = 1`
    if (!this.closes && !isAtStart(text, from)) return;
    assigns.add(word);
    const isSet = end === to && code === equals && isImmutableAt(text, next + 1);
    if (!isSet) this.mutables.add(word);
  }

  private assign(names: string): void {
    addNames(this.assigns, names);
    addNames(this.mutables, names);
  }
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

/** All of `a, b.c` in `a, b.c =`, given the place of the first and the brackets open there. */
function targetsAround(text: string, from: number, depth: number): string | undefined {
  let [start, open] = [from, depth];
  while (start > from - 9 && opensTarget(text.charCodeAt(start - 1))) {
    start -= 1;
    if (text.charCodeAt(start) !== star) open -= 1;
  }
  return open <= 0 && isAtStart(text, start) ? matchAt(targets, text, start)?.[1] : undefined;
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
const moduleNamed = /from[ \t]+([\w.]+)/y;
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

/** Methods by which a job may be asked for, or what asks for it changed. */
export const launching =
  /^(?:fit|submit|run(?:_\w+)?|suggest_baseline|deploy|transform(?:er)?|train|tune|create(?:_\w+)?|endpoint_from_\w+|process|auto_ml|compile|package_for_edge|update_endpoint|best_estimator|override_resource_config|register|upsert|start|build|append|extend|update|add|insert|pop|set_hyperparameters|[a-z]+_(?:job|model|endpoint|config|step|pipeline|trainer|monitor|schedule|transformer|tuner))$/;

const newline = 10;
const hash = 35;
const openParenthesis = 40;
const star = 42;
const comma = 44;
const dot = 46;
const colon = 58;
const semicolon = 59;
const equals = 61;
const at = 64;
const openBracket = 91;
const openBrace = 123;

function opens(code: number): boolean {
  return code === openParenthesis || code === openBracket || code === openBrace;
}

function closes(code: number): boolean {
  return code === openParenthesis + 1 || code === openBracket + 2 || code === openBrace + 2;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function skipBlanks(text: string, place: number): number {
  let next = place;
  while (isBlank(text.charCodeAt(next))) next += 1;
  return next;
}
