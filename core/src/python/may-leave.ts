import type { Statement } from "./ast.js";

/** Whether `return`, `break` or `continue` is written in there, if only for a loop in there. */
export function mayLeave(statements: readonly Statement[]): boolean {
  return statements.some((statement) => {
    switch (statement.kind) {
      case "return":
      case "break":
      case "continue":
        return true;
      case "if":
        return statement.branches.some(({ body }) => mayLeave(body));
      case "for":
      case "while":
        return mayLeave(statement.body) || mayLeave(statement.otherwise);
      case "try":
        return (
          [statement.body, statement.otherwise, statement.finalizer].some(mayLeave) ||
          statement.handlers.some(({ body }) => mayLeave(body))
        );
      case "with":
        return mayLeave(statement.body);
      case "match":
        return statement.clauses.some(({ body }) => mayLeave(body));
      default:
        return false;
    }
  });
}
