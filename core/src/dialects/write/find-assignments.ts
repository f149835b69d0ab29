import type { Notebook } from "../../notebook/notebook.js";
import type { Span } from "../../notebook/span.js";
import type { Expression, Statement } from "../../python/ast.js";
import { scopesAround, statementsOf } from "./find-expressions.js";

/** A statement that sets an attribute and nothing else: `estimator.subnets = ids`. */
export interface AttributeAssignment {
  readonly statement: Span;
  readonly target: Extract<Expression, { kind: "attribute" }>;
  readonly value: Expression;
}

/**
 * The one statement of the notebook that sets an attribute of this name, where it runs whenever the code around it does
 * and once for each run of `call`, which made the object.
 *
 * @returns Undefined when there is none, when there are several, or when the attribute may change in other ways.
 */
export function onlyAssignment(
  attribute: string,
  call: Span,
  notebook: Notebook,
): AttributeAssignment | undefined {
  const [found, ...others] = assignments(attribute, notebook);
  if (found === undefined || others.length > 0 || changesOf(attribute, notebook) !== 1) return undefined;
  return isOnTheWay(found.statement, call, notebook) ? found : undefined;
}

/** Nothing in the notebook sets or changes an attribute of this name. */
export function isNeverAssigned(attribute: string, notebook: Notebook): boolean {
  return changesOf(attribute, notebook) === 0;
}

function assignments(attribute: string, { cells }: Notebook): AttributeAssignment[] {
  return cells.flatMap(({ kind, text }, cell) => {
    if (kind !== "code" || !text.includes(`.${attribute}`)) return [];
    return straight(statementsOf(text)).flatMap((statement): AttributeAssignment[] => {
      if (statement.kind !== "assign" || statement.targets.length !== 1) return [];
      const [target] = statement.targets;
      if (target?.kind !== "attribute" || target.name !== attribute) return [];
      const { from, to, value } = statement;
      return [{ statement: { cell, from, to }, target, value }];
    });
  });
}

/** Statements that run whenever the cell or the function that they are in does. */
function straight(statements: readonly Statement[]): readonly Statement[] {
  return statements.flatMap((one) => {
    if (one.kind === "with") return [one, ...straight(one.body)];
    return one.kind === "function" ? straight(one.body) : [one];
  });
}

/** How often the text sets or changes it, in whatever way. */
function changesOf(attribute: string, { cells }: Notebook): number {
  const change = new RegExp(
    String.raw`\.\s*${attribute}\b(?:\s*(?:[-+*/|&^%@]|//|\*\*|<<|>>)?=(?!=)|\s*(?:,[^=\n]*)=(?!=)|\s*\[|\.(?:append|extend|insert|remove|pop|clear|sort|reverse|update)\b)`,
    "g",
  );
  return cells.reduce((sum, { kind, text }) => {
    if (kind !== "code") return sum;
    if (/\b(?:setattr|delattr|__dict__|vars|exec|eval)\b/.test(text)) return Number.NaN;
    return sum + (text.match(change)?.length ?? 0);
  }, 0);
}

/** Both in the same function, or the assignment in none. */
function isOnTheWay(statement: Span, call: Span, { cells }: Notebook): boolean {
  const [ofStatement, ofCall] = [statement, call].map((span) => {
    const scopes = scopesAround(cells[span.cell]?.text ?? "", span).filter((one) => one.kind === "function");
    const inner = scopes.at(-1);
    return inner && { cell: span.cell, from: inner.from };
  });
  if (ofStatement === undefined) return true;
  return ofCall?.cell === ofStatement.cell && ofCall.from === ofStatement.from;
}
