import type { Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import type { Module, Place, Statement } from "./ast.js";
import type { Escapes } from "./lower-expression.js";
import { StatementLowering } from "./lower-statement.js";
import { withoutDepth } from "./nesting.js";
import { readPlainPart, type PlainPart } from "./plain-statements.js";
import type { Repairs } from "./plain-tokens.js";
import { repairsOf } from "./repairs.js";
import { hasError, rawTree, type Raw } from "./raw-tree.js";
import { endOfStatement, nextStart } from "./statement-extent.js";

/** A longer cell is data: it is not read, and nothing that it may have changed is known. */
export const mostCharacters = 1_000_000;

/**
 * Parses one cell. Never fails: text that is not Python becomes `invalid` statements, and what follows is read again
 * from the next line that starts a statement, since an unfinished call would swallow it.
 *
 * @param text Python with IPython's own lines blanked.
 * @param escapes What those lines do, where something stands for them in the text.
 */
export function parse(text: string, escapes?: Escapes): Module {
  if (text.length > mostCharacters)
    return { statements: [], errors: [{ from: 0, to: text.length }], escapes: new Set() };
  const reading = new Reading(text, escapes);
  for (let from = 0; from < text.length;) {
    const plain = readPlainPart(text, from, escapes);
    reading.add(plain);
    from = plain.next;
    if (from >= text.length) break;
    const cut = plain.brokenAt === undefined ? undefined : nextStart(text, from, plain.brokenAt);
    const repaired = cut === undefined ? readRepaired(text, plain, escapes) : undefined;
    if (repaired) {
      reading.addRepaired(repaired);
      from = repaired.next;
    } else {
      const { end, isOpen } = cut === undefined ? endOfStatement(text, from) : { end: cut, isOpen: true };
      from = reading.readByGrammar(from, end, isOpen);
    }
  }
  return reading.module;
}

interface Repaired extends PlainPart {
  /** What was not read. */
  readonly instead: readonly Place[];
}

/** On from where the reader stopped, with a line that is being typed as it may become, and others that are left open. */
function readRepaired(
  text: string,
  { next, brokenAt }: PlainPart,
  escapes: Escapes | undefined,
): Repaired | undefined {
  let left = mostRepairs;
  const readWith = (repairs: Repairs, repairedTo: number, broken: number): Repaired | undefined => {
    for (const repair of repairsOf(text, next, broken)) {
      // Each is behind the one before
      if (repair.from < repairedTo || left-- <= 0) continue;
      const all = new Map(repairs).set(repair.from, repair);
      const part = readPlainPart(text, next, escapes, all);
      // As far as it is read it may be broken again, in another statement
      if (part.next > repair.to)
        return { ...part, instead: Array.from(all.values(), (one) => unreadIn(text, one)) };
      const again = part.brokenAt;
      const rest = again !== undefined && again > broken ? readWith(all, repair.to, again) : undefined;
      if (rest) return rest;
    }
    return undefined;
  };
  return brokenAt === undefined ? undefined : readWith(new Map(), next, brokenAt);
}

/** Readings of one statement: each costs as much as the statement is long. */
const mostRepairs = 24;

/** What a repair stands for, without the comma and the comment behind it. */
function unreadIn(text: string, { from, to }: Place): Place {
  const comment = text.slice(from, to).indexOf(" #");
  let end = comment < 0 ? to : from + comment;
  while (end > from && /[\s,]/.test(text.charAt(end - 1))) end -= 1;
  return { from, to: end };
}

/** The whole cell by the Lezer grammar, which goes on behind what is no Python: what the plain reader is compared with. */
export function readAny(text: string, escapes?: Escapes): Module {
  const reading = new Reading(text, escapes);
  for (let from = 0; from < text.length;) from = reading.readByGrammar(from, text.length, false);
  return reading.module;
}

class Reading {
  private readonly statements: Statement[] = [];
  private readonly errors: Place[] = [];
  private readonly found = new Set<number>();
  /** Statements that are no Python. */
  private broken = 0;

  constructor(
    private readonly text: string,
    private readonly escapes: Escapes | undefined,
  ) {}

  get module(): Module {
    return { statements: this.statements, errors: this.errors, escapes: this.found };
  }

  add({
    statements,
    found,
    misplaced,
  }: {
    readonly statements: readonly Statement[];
    readonly found: Iterable<number>;
    readonly misplaced: readonly Place[];
  }): void {
    // One by one: a call takes only so many arguments
    for (const one of statements) this.statements.push(one);
    for (const at of found) this.found.add(at);
    for (const { from, to } of misplaced) this.errors.push({ from, to });
  }

  addRepaired(part: Repaired): void {
    this.add(part);
    this.errors.push(...part.instead);
  }

  /**
   * Reads what is between, up to the first statement that is no Python and swallows another.
   *
   * @param isOpen It ends where another statement starts, for want of a bracket.
   * @returns Where to read on.
   */
  readByGrammar(from: number, to: number, isOpen: boolean): number {
    if (isOpen && this.isTooMuch()) return this.giveUp(from);
    const script = this.tree(from, to, isOpen);
    for (const [index, raw] of script.children.entries()) {
      this.collectErrors(raw);
      const next = hasError(raw) ? this.restart(raw) : undefined;
      if (next === undefined) continue;
      this.lower(script.children.slice(0, index));
      if (this.isTooMuch()) return this.giveUp(raw.from);
      // The broken statement by itself, without the lines that it swallowed
      this.lower(this.tree(raw.from, next, true).children);
      return next;
    }
    this.lower(script.children);
    return to;
  }

  /** So that a cell of garbage costs a few parses only. */
  private isTooMuch(): boolean {
    return ++this.broken > mostBroken;
  }

  private giveUp(from: number): number {
    this.errors.push({ from, to: this.text.length });
    return this.text.length;
  }

  private tree(from: number, to: number, isBroken: boolean): Raw {
    const { text } = this;
    const last = text.slice(from, to).trimEnd().length + from;
    // With the end of its last line, which is a block's too where something follows
    const end = to < text.length && !isBroken ? text.indexOf("\n", last) + 1 : last;
    try {
      return rawTree(treeOf(readable(text.slice(from, end))), from);
    } catch (error) {
      // Its tree is built by recursion, thousands deep: too much for what the host has left of the stack
      if (!(error instanceof RangeError)) throw error;
      return { name: "Script", from, to: end, children: [{ name: "⚠", from, to: end, children: [] }] };
    }
  }

  private lower(raws: readonly Raw[]): void {
    const lowering = new StatementLowering(this.text, this.escapes);
    const statements = lowering.statements(raws);
    this.add({ statements, found: lowering.found, misplaced: lowering.misplaced });
  }

  private collectErrors(raw: Raw): void {
    if (raw.name === "⚠") this.errors.push({ from: raw.from, to: raw.to });
    else for (const child of raw.children) this.collectErrors(child);
  }

  private restart({ from, to }: Raw): number | undefined {
    const indent = from - (this.text.lastIndexOf("\n", from - 1) + 1);
    return nextStart(this.text, from, to, indent);
  }
}

const mostBroken = 20;

/** Of what was read last: while something is typed, what is around it is read again and again. */
const trees = new Map<string, Tree>();
const mostTrees = 8;

function treeOf(source: string): Tree {
  const known = trees.get(source);
  if (known) return known;
  const tree = parser.parse(source);
  trees.set(source, tree);
  for (const oldest of trees.keys()) {
    if (trees.size <= mostTrees) break;
    trees.delete(oldest);
  }
  return tree;
}

/**
 * The text as the grammar reads it, at the same places: it takes `100. * x` for an attribute, so the dot goes (the
 * lowering still sees it), and blanks after an indented block for an indent.
 */
function readable(source: string): string {
  const bounded = withoutDepth(source);
  return bounded.includes(".") ? bounded.replace(/(?<![\w.])(\d[\d_]*)\.(?![\w.])/g, "$1 ") : bounded;
}
