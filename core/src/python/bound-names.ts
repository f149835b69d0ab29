import type { Expression, Statement } from "./ast.js";

/** The names that an assignment target binds. */
export function boundNames(target: Expression): string[] {
  if (target.kind === "name") return [target.id];
  if (target.kind === "sequence") return target.items.flatMap(boundNames);
  return target.kind === "starred" ? boundNames(target.value) : [];
}

/** The names that a function's body makes local to it. */
export function localNames(
  body: readonly Statement[],
  imports: "with imports" | "without imports" = "with imports",
): Set<string> {
  const names = new Set<string>();
  const outer = new Set<string>();
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      switch (statement.kind) {
        case "assign":
          for (const target of statement.targets) add(target);
          walrus(statement.value);
          break;
        case "augmented assign":
        case "declare":
          add(statement.target);
          break;
        case "expression":
          walrus(statement.value);
          break;
        case "for":
          add(statement.target);
          visit(statement.body);
          visit(statement.otherwise);
          break;
        case "while":
          walrus(statement.test);
          visit(statement.body);
          visit(statement.otherwise);
          break;
        case "if":
          for (const { test, body: branch } of statement.branches) {
            if (test) walrus(test);
            visit(branch);
          }
          break;
        case "try":
          visit(statement.body);
          for (const handler of statement.handlers) {
            if (handler.name !== undefined) names.add(handler.name);
            visit(handler.body);
          }
          visit(statement.otherwise);
          visit(statement.finalizer);
          break;
        case "with":
          for (const { target } of statement.items) if (target) add(target);
          visit(statement.body);
          break;
        case "match":
          for (const clause of statement.clauses) {
            for (const name of clause.names) names.add(name);
            visit(clause.body);
          }
          break;
        case "function":
        case "class":
          names.add(statement.name);
          break;
        case "import":
          if (imports === "without imports") break;
          for (const { path, alias } of statement.names) names.add(alias ?? path.split(".")[0] ?? path);
          break;
        case "import from":
          if (imports === "without imports") break;
          for (const { name, alias } of statement.names) names.add(alias ?? name);
          break;
        case "invalid":
          for (const name of statement.names) names.add(name);
          break;
        case "scope":
          for (const name of statement.names) outer.add(name);
          break;
        default:
      }
    }
  };
  const add = (target: Expression) => {
    for (const name of boundNames(target)) names.add(name);
  };
  const walrus = (expression: Expression): void => {
    if (expression.kind === "assignment expression") names.add(expression.name);
    if (expression.kind === "compare" || expression.kind === "binary" || expression.kind === "boolean")
      walrus(expression.left);
    if (expression.kind === "unary") walrus(expression.operand);
    if (expression.kind === "call") for (const { value } of expression.arguments) walrus(value);
  };
  visit(body);
  for (const name of outer) names.delete(name);
  return names;
}
