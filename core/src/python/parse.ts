import { parser } from "@lezer/python";
import type { Module, Place, Statement } from "./ast.js";
import type { Escapes } from "./lower-expression.js";
import { StatementLowering } from "./lower-statement.js";
import { withoutDepth } from "./nesting.js";
import { readPlain } from "./plain-statements.js";
import { hasError, rawTree, type Raw } from "./raw-tree.js";

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
  return readPlain(text, escapes) ?? readAny(text, escapes);
}

/** By the Lezer grammar, which goes on behind what is no Python. */
export function readAny(text: string, escapes?: Escapes): Module {
  const statements: Statement[] = [];
  const errors: Place[] = [];
  const found = new Set<number>();
  let from = 0;
  // Each round reads on behind one broken statement; bounded, so that a cell of garbage costs a few parses only.
  for (let round = 0; round < 20; round++) {
    const source = from === 0 ? text : text.slice(from);
    const script = rawTree(parser.parse(readable(source)));
    const broken = script.children.findIndex((raw) => hasError(raw) && restart(source, raw) !== undefined);
    const lowering = new StatementLowering(source, escapes, from);
    const whole = broken < 0 ? script.children : script.children.slice(0, broken + 1);
    for (const raw of whole) collectErrors(raw, from, errors);
    // One by one: a call takes only so many arguments
    for (const one of shifted(lowering.statements(broken < 0 ? whole : whole.slice(0, -1)), from))
      statements.push(one);
    for (const at of lowering.found) found.add(at);
    const culprit = script.children[broken];
    if (!culprit) break;
    const next = restart(source, culprit) ?? source.length;
    // The broken statement by itself, without the lines that it swallowed
    const own = source.slice(culprit.from, next).trimEnd();
    const head = rawTree(parser.parse(readable(own)));
    const ownLowering = new StatementLowering(own, escapes, from + culprit.from);
    for (const one of shifted(ownLowering.statements(head.children), from + culprit.from))
      statements.push(one);
    for (const at of ownLowering.found) found.add(at);
    from += next;
  }
  return { statements, errors, escapes: found };
}

/**
 * The text as the grammar reads it, at the same places: it takes `100. * x` for an attribute, so the dot goes (the
 * lowering still sees it), and blanks after an indented block for an indent.
 */
function readable(source: string): string {
  const trimmed = withoutDepth(source.trimEnd());
  return trimmed.includes(".") ? trimmed.replace(/(?<![\w.])(\d[\d_]*)\.(?![\w.])/g, "$1 ") : trimmed;
}

/** Where a line inside a broken statement starts another one: not indented deeper, and not an item of a list. */
function restart(text: string, { from, to }: Raw): number | undefined {
  const indent = column(text, from);
  let line = text.indexOf("\n", from);
  while (line >= 0 && line < to) {
    const end = text.indexOf("\n", line + 1);
    const content = text.slice(line + 1, end < 0 ? undefined : end);
    const match = starts.exec(content);
    if (match && (match[1]?.length ?? 0) <= indent) return line + 1;
    line = end;
  }
  return undefined;
}

const starts =
  /^([ \t]*)(?!(?:except|finally|else|elif|case)\b)(?:(?:import|from|def|class|if|for|while|with|try|return|print)\b|@\w|[A-Za-z_][\w.]*(?:\[[^\]]*\])?[ \t]*(?:=(?!=)|\())(?!.*,[ \t]*(?:#.*)?$)/;

function column(text: string, at: number): number {
  return at - (text.lastIndexOf("\n", at - 1) + 1);
}

function collectErrors(raw: Raw, offset: number, errors: Place[]): void {
  if (raw.name === "⚠") errors.push({ from: raw.from + offset, to: raw.to + offset });
  else for (const child of raw.children) collectErrors(child, offset, errors);
}

/** Moves positions by `offset`; the tree is plain data of our own, so a walk over its numbers is safe. */
function shifted<T>(node: T, offset: number): T {
  if (offset === 0 || typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((item: unknown) => shifted(item, offset)) as T;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === "number" && positions.has(key)
        ? value + offset
        : key === "effects" // has places of the cell
          ? value
          : shifted(value, offset),
    ]),
  ) as T;
}

const positions: ReadonlySet<string> = new Set(["from", "to", "open", "nameFrom"]);
