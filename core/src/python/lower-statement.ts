import type { ArgumentNode, Expression, Handler, Statement } from "./ast.js";
import { exceptionsNamed } from "./caught.js";
import { after, ExpressionLowering, split } from "./lower-expression.js";
import type { Raw } from "./raw-tree.js";

/** Lowers statements of one cell; what cannot be read is `invalid` and binds the names that it would have bound. */
export class StatementLowering extends ExpressionLowering {
  statements(raws: readonly Raw[]): Statement[] {
    return raws.flatMap((raw) =>
      raw.name === "StatementGroup" ? this.statements(raw.children) : this.statement(raw),
    );
  }

  private statement(raw: Raw): Statement[] {
    const { name, from, to, children } = raw;
    switch (name) {
      case "ExpressionStatement":
        return [{ kind: "expression", value: this.one(children, from, to), from, to }];
      case "YieldStatement":
        return [{ kind: "expression", value: this.yielded(raw), from, to }];
      case "AssignStatement":
        return [this.assign(raw)];
      case "UpdateStatement":
        return [this.update(raw)];
      case "IfStatement":
        return [this.ifStatement(raw)];
      case "ForStatement":
        return [this.forStatement(raw)];
      case "WhileStatement":
        return [
          {
            kind: "while",
            test: this.one(between(children, "while", "Body"), from, to),
            body: this.body(children.find(isBody)),
            otherwise: this.bodyAfter(children, "else"),
            from,
            to,
          },
        ];
      case "TryStatement":
        return [this.tryStatement(raw)];
      case "WithStatement":
        return [this.withStatement(raw)];
      case "FunctionDefinition":
        return [this.functionDefinition(raw, [])];
      case "ClassDefinition":
        return [this.classDefinition(raw, [])];
      case "DecoratedStatement":
        return [this.decorated(raw)];
      case "ReturnStatement":
        return [
          {
            kind: "return",
            from,
            to,
            ...(children.length > 1 ? { value: this.one(children.slice(1), from, to) } : {}),
          },
        ];
      case "RaiseStatement":
        return [{ kind: "raise", from, to }];
      case "BreakStatement":
        return [{ kind: "break", from, to }];
      case "ContinueStatement":
        return [{ kind: "continue", from, to }];
      case "ImportStatement":
        return [this.importStatement(raw)];
      case "DeleteStatement":
        return [{ kind: "delete", targets: this.items(children.slice(1)), from, to }];
      case "ScopeStatement":
        return [
          {
            kind: "scope",
            scope: children[0]?.name === "global" ? "global" : "nonlocal",
            names: children.filter(isName).map((part) => this.slice(part)),
            from,
            to,
          },
        ];
      case "MatchStatement":
        return [this.match(raw)];
      case "AssertStatement":
      case "PrintStatement":
        return [
          { kind: "expression", value: this.one(split(children.slice(1))[0] ?? [], from, to), from, to },
        ];
      case "PassStatement":
        return [{ kind: "pass", from, to }];
      case "Comment":
      case ";":
        return [];
      default:
        return [{ kind: "invalid", names: [], from, to }];
    }
  }

  private assign(raw: Raw): Statement {
    const { from, to, children } = raw;
    const groups: Raw[][] = [[]];
    for (const child of children) {
      if (child.name === "AssignOp") groups.push([]);
      else groups.at(-1)?.push(child);
    }
    const value = groups.pop() ?? [];
    const targets = groups.map((parts) => this.target(parts, from, to));
    if (targets.length === 0) {
      // `x: int` declares; `x:` alone is no statement
      return { kind: "declare", target: this.target(value, from, to), from, to };
    }
    return { kind: "assign", targets, value: this.one(value, from, to), from, to };
  }

  /** A trailing comma makes a tuple of one. */
  private target(parts: readonly Raw[], from: number, to: number): Expression {
    if (parts.some(({ name }) => name === ",")) {
      return { kind: "sequence", type: "tuple", items: this.items(parts), from, to };
    }
    return this.one(parts, from, to);
  }

  private update(raw: Raw): Statement {
    const { from, to, children } = raw;
    const sign = children.findIndex(({ name }) => name === "UpdateOp");
    const token = children[sign];
    const target = this.one(children.slice(0, Math.max(0, sign)), from, to);
    const value = this.one(children.slice(sign + 1), from, to);
    return {
      kind: "augmented assign",
      target,
      operator: token ? this.slice(token).slice(0, -1) : "",
      value,
      from,
      to,
    };
  }

  private ifStatement(raw: Raw): Statement {
    const { from, to, children } = raw;
    const branches: { test?: Expression; body: Statement[] }[] = [];
    let test: Raw[] = [];
    for (const child of children) {
      if (child.name === "if" || child.name === "elif" || child.name === "else") test = [];
      else if (!isBody(child)) test.push(child);
      else
        branches.push({
          body: this.body(child),
          ...(test.length > 0 ? { test: this.one(test, from, to) } : {}),
        });
    }
    return { kind: "if", branches, from, to };
  }

  private forStatement(raw: Raw): Statement {
    const { from, to, children } = raw;
    return {
      kind: "for",
      target: this.target(between(children, "for", "in"), from, to),
      iterable: this.one(between(children, "in", "Body"), from, to),
      body: this.body(children.find(isBody)),
      otherwise: this.bodyAfter(children, "else"),
      from,
      to,
    };
  }

  private tryStatement(raw: Raw): Statement {
    const { from, to, children } = raw;
    const handlers: Handler[] = [];
    for (const [index, child] of children.entries()) {
      if (child.name !== "except") continue;
      const own = children.slice(index + 1);
      const end = own.findIndex(isBody);
      const head = own.slice(0, Math.max(0, end));
      const name = after(head, "as").find(isName);
      const as = head.findIndex((part) => part.name === "as");
      const named = as < 0 ? head : head.slice(0, as);
      handlers.push({
        catches: exceptionsNamed(named.length === 0 ? undefined : this.one(named, from, to)),
        body: this.body(own[end]),
        ...(name ? { name: this.slice(name) } : {}),
      });
    }
    return {
      kind: "try",
      body: this.body(children.find(isBody)),
      handlers,
      otherwise: this.bodyAfter(children, "else"),
      finalizer: this.bodyAfter(children, "finally"),
      from,
      to,
    };
  }

  private withStatement(raw: Raw): Statement {
    const { from, to, children } = raw;
    const items = split(between(children, "with", "Body")).map((parts) => {
      const as = parts.findIndex(({ name }) => name === "as");
      const value = this.one(as < 0 ? parts : parts.slice(0, as), from, to);
      return as < 0 ? { value } : { value, target: this.one(parts.slice(as + 1), from, to) };
    });
    return { kind: "with", items, body: this.body(children.find(isBody)), from, to };
  }

  private functionDefinition(raw: Raw, decorators: readonly Expression[]): Statement {
    const { from, to, children } = raw;
    const name = children.find(isName);
    const body = children.find(isBody);
    if (!name) return { kind: "invalid", names: [], from, to };
    return {
      kind: "function",
      name: this.slice(name),
      nameFrom: name.from,
      parameters: this.parameters(children.find((child) => child.name === "ParamList")),
      body: this.body(body),
      decorators,
      generator: body !== undefined && yields(body),
      asynchronous: children[0]?.name === "async",
      from,
      to,
    };
  }

  private classDefinition(raw: Raw, decorators: readonly Expression[]): Statement {
    const { from, to, children } = raw;
    const name = children.find(isName);
    const list = children.find((child) => child.name === "ArgList");
    if (!name) return { kind: "invalid", names: [], from, to };
    const bases: ArgumentNode[] = list ? this.arguments(list) : [];
    return {
      kind: "class",
      name: this.slice(name),
      bases,
      body: this.body(children.find(isBody)),
      decorators,
      from,
      to,
    };
  }

  private decorated(raw: Raw): Statement {
    const decorators = raw.children
      .filter(({ name }) => name === "Decorator")
      .map((child) => this.decorator(child));
    const definition = raw.children.at(-1);
    if (definition?.name === "FunctionDefinition") return this.functionDefinition(definition, decorators);
    if (definition?.name === "ClassDefinition") return this.classDefinition(definition, decorators);
    return { kind: "invalid", names: [], from: raw.from, to: raw.to };
  }

  /** `@a.b(c)` has its parts flat in the tree. */
  private decorator(raw: Raw): Expression {
    let result: Expression | undefined;
    for (const child of raw.children.slice(1)) {
      const { from, to } = child;
      if (child.name === "ArgList" && result) {
        result = {
          kind: "call",
          callee: result,
          arguments: this.arguments(child),
          open: from,
          from: result.from,
          to,
        };
      } else if ((child.name === "PropertyName" || child.name === "VariableName") && result) {
        result = {
          kind: "attribute",
          value: result,
          name: this.slice(child),
          nameFrom: from,
          from: result.from,
          to,
        };
      } else if (child.name !== ".") result ??= this.expression(child);
    }
    return result ?? { kind: "invalid", why: "it is not valid Python", from: raw.from, to: raw.to };
  }

  private importStatement(raw: Raw): Statement {
    const { from, to, children } = raw;
    if (children[0]?.name === "import") {
      return {
        kind: "import",
        names: split(children.slice(1)).map((parts) => this.importedName(parts)),
        from,
        to,
      };
    }
    const module = between(children, "from", "import");
    const level =
      module.reduce((dots, part) => (part.name === "Ellipsis" ? dots + 3 : dots), 0) + leadingDots(module);
    const path = module.filter(isName).map((part) => this.slice(part));
    const imported = after(children, "import");
    const names = split(imported).map((parts) => {
      const { path: name, alias } = this.importedName(parts);
      return { name, ...(alias === undefined ? {} : { alias }) };
    });
    const star = imported.some(({ name }) => name === "*");
    return { kind: "import from", module: path.join("."), level, names: star ? [] : names, star, from, to };
  }

  private importedName(parts: readonly Raw[]): { path: string; alias?: string } {
    const as = parts.findIndex(({ name }) => name === "as");
    const path = (as < 0 ? parts : parts.slice(0, as)).filter(isName).map((part) => this.slice(part));
    const alias = as < 0 ? undefined : parts[as + 1];
    return { path: path.join("."), ...(alias ? { alias: this.slice(alias) } : {}) };
  }

  private match(raw: Raw): Statement {
    const { from, to, children } = raw;
    const clauses = children
      .filter(({ name }) => name === "MatchBody")
      .flatMap((body) => body.children.filter(({ name }) => name === "MatchClause"))
      .map((clause) => {
        const parts = between(clause.children, "case", "Body");
        const guard = parts.find(({ name }) => name === "Guard");
        const pattern = parts.filter((part) => part !== guard);
        const [only] = pattern;
        return {
          names: pattern.flatMap((part) => this.captured(part)),
          irrefutable: !guard && pattern.length === 1 && only?.name === "CapturePattern",
          ...(guard ? { test: this.one(after(guard.children, "if"), guard.from, guard.to) } : {}),
          body: this.body(clause.children.find(isBody)),
        };
      });
    return {
      kind: "match",
      subject: this.one(between(children, "match", "MatchBody"), from, to),
      clauses,
      from,
      to,
    };
  }

  private captured(raw: Raw): string[] {
    if (isName(raw)) return [this.slice(raw)].filter((name) => name !== "_");
    // The name of a class or an attribute is looked up
    const binding =
      raw.name === "ClassPattern" || raw.name === "KeywordPattern" ? raw.children.slice(1) : raw.children;
    return raw.name === "AttributePattern" ? [] : binding.flatMap((child) => this.captured(child));
  }

  private body(raw: Raw | undefined): Statement[] {
    return raw ? this.statements(raw.children.slice(1)) : [];
  }

  private bodyAfter(children: readonly Raw[], keyword: string): Statement[] {
    return this.body(after(children, keyword).find(isBody));
  }
}

function isBody({ name }: Raw): boolean {
  return name === "Body";
}

function isName({ name }: Raw): boolean {
  return name === "VariableName";
}

function between(raws: readonly Raw[], start: string, end: string): Raw[] {
  const from = raws.findIndex(({ name }) => name === start);
  const to = raws.findIndex(({ name }, index) => index > from && name === end);
  return raws.slice(from + 1, to < 0 ? undefined : to);
}

function leadingDots(module: readonly Raw[]): number {
  const first = module.findIndex(({ name }) => name === "VariableName");
  return (first < 0 ? module : module.slice(0, first)).filter(({ name }) => name === ".").length;
}

/** A `yield` of this function, not of one defined inside. */
function yields(raw: Raw): boolean {
  if (raw.name === "YieldExpression" || raw.name === "YieldStatement") return true;
  if (raw.name === "FunctionDefinition" || raw.name === "LambdaExpression") return false;
  return raw.children.some(yields);
}
