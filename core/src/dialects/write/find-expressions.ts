import { blankIpython } from "../../notebook/ipython.js";
import type { ClassNode, Expression, FunctionNode, Place, Statement } from "../../python/ast.js";
import { parse } from "../../python/parse.js";

type Lambda = Extract<Expression, { kind: "lambda" }>;
type Comprehension = Extract<Expression, { kind: "comprehension" }>;

/** What has names of its own: they hide those of the notebook. */
export type Scope = FunctionNode | ClassNode | Lambda | Comprehension;

/** What edits are made to, or in. */
type Sought = Extract<Expression, { kind: "dict" | "call" | "sequence" | "joined" }>;
/** What is in it runs once in each round. */
type Loop = Extract<Statement, { kind: "for" | "while" }>;
type Found = Sought | Scope | Loop;

interface Cell {
  readonly statements: readonly Statement[];
  /** Outer ones before what is in them. */
  readonly found: readonly Found[];
}

const kinds: ReadonlySet<unknown> = new Set([
  "dict",
  "call",
  "sequence",
  "joined",
  "function",
  "class",
  "lambda",
  "comprehension",
  "for",
  "while",
] satisfies Found["kind"][]);
const scopeKinds: ReadonlySet<string> = new Set([
  "function",
  "class",
  "lambda",
  "comprehension",
] satisfies Scope["kind"][]);
/** Fixes of one report look into the same few cells, one after the other. */
const cells = new Map<string, Cell>();
const mostCells = 100;

export function statementsOf(text: string): readonly Statement[] {
  return read(text).statements;
}

/** The dict or list display, or the call, that takes exactly this range of the cell. */
export function expressionAt<Kind extends Exclude<Sought["kind"], "joined">>(
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
    (one): one is Scope => scopeKinds.has(one.kind) && one.from <= from && one.to >= to,
  );
}

/** The statements around a place that repeat it, and the comprehensions, the outermost first. */
export function loopsAround(text: string, { from, to }: Place): readonly (Loop | Comprehension)[] {
  return read(text).found.filter(
    (one): one is Loop | Comprehension =>
      /^(?:for|while|comprehension)$/.test(one.kind) && one.from <= from && one.to >= to,
  );
}

/** The quotes of the f-strings that a place is in: neither they nor a line break can be written there. */
export function quotesAround(text: string, { from, to }: Place): readonly string[] {
  return read(text)
    .found.filter((one) => one.kind === "joined" && one.from < from && one.to > to)
    .map((one) => text[one.to - 1] ?? "");
}

function read(text: string): Cell {
  const known = cells.get(text);
  if (known) return known;
  const { statements } = parse(blankIpython(text).python);
  const cell = { statements, found: find(statements) };
  const [oldest] = cells.keys();
  if (cells.size >= mostCells && oldest !== undefined) cells.delete(oldest);
  cells.set(text, cell);
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
