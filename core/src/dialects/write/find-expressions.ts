import { blankIpython } from "../../notebook/ipython.js";
import type { ClassNode, Expression, FunctionNode, Place, Statement } from "../../python/ast.js";
import { parse } from "../../python/parse.js";

type Lambda = Extract<Expression, { kind: "lambda" }>;
type Comprehension = Extract<Expression, { kind: "comprehension" }>;

/** What has names of its own: they hide those of the notebook. */
export type Scope = FunctionNode | ClassNode | Lambda | Comprehension;

type Found = Extract<Expression, { kind: "dict" | "call" }> | Scope;

interface Cell {
  readonly text: string;
  readonly statements: readonly Statement[];
  /** Outer ones before what is in them. */
  readonly found: readonly Found[];
}

const kinds: ReadonlySet<unknown> = new Set([
  "dict",
  "call",
  "function",
  "class",
  "lambda",
  "comprehension",
] satisfies Found["kind"][]);
/** Fixes of one report look into the same few cells, one after the other. */
let last: readonly Cell[] = [];
const mostCells = 4;

export function statementsOf(text: string): readonly Statement[] {
  return read(text).statements;
}

/** The dict display or call that takes exactly this range of the cell. */
export function expressionAt<Kind extends "dict" | "call">(
  text: string,
  kind: Kind,
  from: number,
  to: number,
): Extract<Expression, { kind: Kind }> | undefined {
  return read(text).found.find(
    (one): one is Extract<Found, { kind: Kind }> => one.kind === kind && one.from === from && one.to === to,
  );
}

/** The functions, classes, lambdas and comprehensions around a place, the outermost first. */
export function scopesAround(text: string, { from, to }: Place): readonly Scope[] {
  return read(text).found.filter(
    (one): one is Scope => one.kind !== "dict" && one.kind !== "call" && one.from <= from && one.to >= to,
  );
}

function read(text: string): Cell {
  const known = last.find((cell) => cell.text === text);
  if (known) return known;
  const { statements } = parse(blankIpython(text).python);
  const cell = { text, statements, found: find(statements) };
  last = [cell, ...last].slice(0, mostCells);
  return cell;
}

function find(root: unknown): Found[] {
  const found: Found[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    if (isWanted(node)) found.push(node);
    Object.values(node).forEach(visit);
  };
  visit(root);
  return found;
}

function isWanted(node: object): node is Found {
  return "kind" in node && kinds.has(node.kind);
}
