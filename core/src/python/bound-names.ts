import type { Expression, Slice, Statement } from "./ast.js";

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
          for (const target of statement.targets) {
            add(target);
            walrus(target);
          }
          walrus(statement.value);
          break;
        case "augmented assign":
          add(statement.target);
          walrus(statement.value);
          break;
        case "declare":
          add(statement.target);
          break;
        case "return":
          if (statement.value) walrus(statement.value);
          break;
        case "delete":
          for (const target of statement.targets) add(target);
          break;
        case "expression":
          walrus(statement.value);
          break;
        case "for":
          add(statement.target);
          walrus(statement.iterable);
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
          for (const { value, target } of statement.items) {
            walrus(value);
            if (target) add(target);
          }
          visit(statement.body);
          break;
        case "match":
          walrus(statement.subject);
          for (const clause of statement.clauses) {
            for (const name of clause.names) names.add(name);
            if (clause.test) walrus(clause.test);
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
  const walrus = (expression: Expression | Slice): void => {
    addAssignedInside(expression, names);
  };
  visit(body);
  for (const name of outer) names.delete(name);
  return names;
}

/** The names that a function's body declares global. */
export function globalNames(body: readonly Statement[]): string[] {
  return body.flatMap((statement) =>
    statement.kind === "scope"
      ? statement.scope === "global"
        ? statement.names
        : []
      : statement.kind === "function" || statement.kind === "class"
        ? []
        : blocksOf(statement).flatMap(globalNames),
  );
}

/** The blocks of a compound statement; a function and a class have a scope of their own. */
export function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case "if":
      return statement.branches.map(({ body }) => body);
    case "for":
    case "while":
      return [statement.body, statement.otherwise];
    case "try":
      return [
        statement.body,
        ...statement.handlers.map(({ body }) => body),
        statement.otherwise,
        statement.finalizer,
      ];
    case "with":
      return [statement.body];
    case "match":
      return statement.clauses.map(({ body }) => body);
    default:
      return [];
  }
}

/** Adds the names that `:=` binds in an expression; in a comprehension too, but not in a lambda. */
function addAssignedInside(expression: Expression | Slice, names: Set<string>): void {
  if (expression.kind === "lambda") return;
  if (expression.kind === "assignment expression") names.add(expression.name);
  for (const part of partsOf(expression)) addAssignedInside(part, names);
}

function partsOf(expression: Expression | Slice): readonly (Expression | Slice)[] {
  switch (expression.kind) {
    case "joined":
      return expression.parts.flatMap((part) => (typeof part === "string" ? [] : [part.value]));
    case "subscript":
      return [expression.value, expression.index];
    case "slice":
      return [expression.lower, expression.upper, expression.step].filter((part) => part !== undefined);
    case "call":
      return [expression.callee, ...expression.arguments.map(({ value }) => value)];
    case "sequence":
      return expression.items;
    case "dict":
      return expression.entries.flatMap(({ key, value }) => (key ? [key, value] : [value]));
    case "conditional":
      return [expression.test, expression.then, expression.otherwise];
    case "unary":
      return [expression.operand];
    case "binary":
    case "boolean":
      return [expression.left, expression.right];
    case "compare":
      return [expression.left, ...expression.rest.map(({ right }) => right)];
    case "comprehension":
      return [
        expression.element,
        ...(expression.value ? [expression.value] : []),
        ...expression.clauses.flatMap(({ iterable, conditions }) => [iterable, ...conditions]),
      ];
    case "attribute":
    case "starred":
    case "await":
    case "assignment expression":
      return [expression.value];
    case "yield":
      return expression.value ? [expression.value] : [];
    default:
      return [];
  }
}
