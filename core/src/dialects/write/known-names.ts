import type { Notebook } from "../../notebook/notebook.js";
import type { Span } from "../../notebook/span.js";
import type { Expression, Statement } from "../../python/ast.js";
import { localNames } from "../../python/bound-names.js";
import type { Json } from "../../requests/request.js";
import { statementsOf } from "./find-expressions.js";
import { isHidden } from "./import-name.js";

/** An assignment of a literal to a name, in the notebook's own statements. */
interface Assignment {
  readonly name: string;
  readonly cell: number;
  readonly to: number;
}

/**
 * Names of the notebook that hold one literal from their assignment on: assigned once, by a statement that is in no
 * block, and never changed.
 */
export class KnownNames {
  private byValue: ReadonlyMap<string, readonly Assignment[]> | undefined;

  /** @param valueAtEnd What the evaluator knows of a name after the last cell; undefined: it did not need the name. */
  constructor(
    private readonly notebook: Notebook,
    private readonly valueAtEnd: (name: string) => { readonly value: Json | undefined } | undefined,
  ) {}

  /** A name for exactly this value at a place; undefined: there is none that is sure. */
  nameOf(value: Json, place: Span): string | undefined {
    if (!isId(value) && !(Array.isArray(value) && value.length > 0 && value.every(isId))) return undefined;
    this.byValue ??= this.read();
    return this.byValue
      .get(JSON.stringify(value))
      ?.find(
        ({ name, cell, to }) =>
          (cell < place.cell || (cell === place.cell && to <= place.from)) &&
          !isHidden(name, place, this.notebook),
      )?.name;
  }

  /** Whether nothing in the notebook has or means such a name. */
  isFree(name: string): boolean {
    const use = new RegExp(String.raw`(?<![\w.])${name}(?!\w)(?!\s*=(?!=))`);
    return (
      !this.isWild() &&
      this.cells().every(
        ({ text }) => !text.includes(name) || (!use.test(text) && !localNames(statementsOf(text)).has(name)),
      )
    );
  }

  private read(): ReadonlyMap<string, readonly Assignment[]> {
    const found = new Map<string, Assignment[]>();
    const cells = this.cells();
    if (this.isWild()) return found;
    for (const { text, index } of cells) {
      // What is timed has names of its own
      if (!/["']/.test(text) || /^\s*%%(?:timeit|prun|memit|mprun|lprun)\b/.test(text)) continue;
      for (const statement of statementsOf(text)) {
        const [name, value] = assigned(statement) ?? [];
        if (name === undefined || value === undefined || !this.isConstant(name, value)) continue;
        const key = JSON.stringify(value);
        found.set(key, [...(found.get(key) ?? []), { name, cell: index, to: statement.to }]);
      }
    }
    return found;
  }

  /** Any name may be something else after these. */
  private isWild(): boolean {
    const rebinds =
      /%store\s+-\w*r|%(?:run|reset|reset_selective|xdel|pylab)\b|\b(?:exec|globals|locals|vars)\s*\(|import\s*\*|\buser_(?:global_)?ns\b/;
    return this.cells().some(({ text }) => rebinds.test(text));
  }

  private isConstant(name: string, value: Json): boolean {
    const cells = this.cells().filter(({ text }) => text.includes(name));
    const bindings = cells.flatMap(({ text }) =>
      statementsOf(text).filter((statement) => localNames([statement]).has(name)),
    );
    if (bindings.length !== 1) return false;
    const scoped = new RegExp(String.raw`\b(?:global|nonlocal|del)\b[^\n]*\b${name}\b`);
    // `%%bash --out name`
    const captured = new RegExp(String.raw`^\s*%%[^\n]*(?<!\w)${name}(?!\w)`);
    if (cells.some(({ text }) => scoped.test(text) || captured.test(text))) return false;
    if (typeof value === "string") return true;
    const changed = new RegExp(String.raw`(?<![\w.])${name}\s*(?:\.|\[|[-+*|&]=)`);
    if (cells.some(({ text }) => changed.test(text))) return false;
    const end = this.valueAtEnd(name);
    // Whoever is handed a list may change it
    if (end === undefined) return cells.every(({ text }) => usesOf(name, statementsOf(text)) === 0);
    return JSON.stringify(end.value) === JSON.stringify(value);
  }

  private cells(): readonly { readonly text: string; readonly index: number }[] {
    return this.notebook.cells.flatMap(({ kind, language, text }, index) =>
      kind === "code" && language === "python" ? [{ text, index }] : [],
    );
  }
}

/** Characters of a name that is looked for: no engine takes a pattern of any length. */
export const longestName = 200;

/** `name = literal` */
function assigned(statement: Statement): readonly [string, Json] | undefined {
  if (statement.kind !== "assign" || statement.targets.length !== 1) return undefined;
  const [target] = statement.targets;
  const value = literal(statement.value);
  return target?.kind === "name" && value !== undefined && target.id.length <= longestName
    ? [target.id, value]
    : undefined;
}

function literal(expression: Expression): Json | undefined {
  if (expression.kind === "constant") return isId(expression.data) ? expression.data : undefined;
  if (expression.kind !== "sequence" || expression.type !== "list") return undefined;
  const items = expression.items.map((item) => (item.kind === "constant" ? item.data : undefined));
  return items.length > 0 && items.every((item) => isId(item)) ? items : undefined;
}

function usesOf(name: string, node: unknown): number {
  if (typeof node !== "object" || node === null) return 0;
  if ("kind" in node && node.kind === "name" && "id" in node && node.id === name) return 1;
  if ("kind" in node && node.kind === "assign" && "value" in node) return usesOf(name, node.value);
  return Object.values(node).reduce<number>((sum, inner) => sum + usesOf(name, inner), 0);
}

function isId(value: Json | undefined): value is string {
  return typeof value === "string" && value.length > 2;
}
