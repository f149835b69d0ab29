import { blankIpython } from "../../notebook/ipython.js";
import type { Expression, Statement } from "../../python/ast.js";
import { parse } from "../../python/parse.js";

interface Cell {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly expressions: readonly Expression[];
}

const kinds: ReadonlySet<unknown> = new Set(["dict", "call"] satisfies Expression["kind"][]);
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
  return read(text).expressions.find(
    (one): one is Extract<Expression, { kind: Kind }> =>
      one.kind === kind && one.from === from && one.to === to,
  );
}

function read(text: string): Cell {
  const known = last.find((cell) => cell.text === text);
  if (known) return known;
  const { statements } = parse(blankIpython(text).python);
  const cell = { text, statements, expressions: expressionsIn(statements) };
  last = [cell, ...last].slice(0, mostCells);
  return cell;
}

function expressionsIn(root: unknown): Expression[] {
  const found: Expression[] = [];
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

function isWanted(node: object): node is Expression {
  return "kind" in node && kinds.has(node.kind);
}
