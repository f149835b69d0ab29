import type { ContextItem, Expression, Handler, Place, Statement } from "./ast.js";
import { exceptionsNamed } from "./caught.js";
import type { Escapes } from "./lower-expression.js";
import { isTarget, PlainExpressions } from "./plain-expressions.js";
import { notPlain, type Repairs } from "./plain-tokens.js";

export interface PlainPart {
  readonly statements: readonly Statement[];
  /** The places of IPython's lines that were found as expressions. */
  readonly found: ReadonlySet<number>;
  /** Arguments that no Python has where they are. */
  readonly misplaced: readonly Place[];
  /** The start of the line that is not read, or the end of the text. */
  readonly next: number;
  /** A place behind it from which on the statement there is no Python; undefined: perhaps it is. */
  readonly brokenAt?: number;
}

/**
 * Reads plain Python in one pass, several times as fast as the Lezer grammar, which reads everything: whole statements from
 * the start of a line on, as far as the text is plain. What is not is no Python at all, or has what notebooks seldom have
 * (`async`, `yield`, `match`, `:=`, names beyond ASCII, carriage returns). What is read is the same tree, place by place.
 *
 * @param repairs What to read instead of what is there.
 */
export function readPlainPart(text: string, from: number, escapes?: Escapes, repairs?: Repairs): PlainPart {
  return new PlainStatements(text.trimEnd(), escapes).part(from, text.length, repairs);
}

const goesOn: ReadonlySet<string> = new Set(["else", "elif", "except", "finally"]);

class PlainStatements extends PlainExpressions {
  part(from: number, end: number, repairs?: Repairs): PlainPart {
    this.repairs = repairs;
    const statements: Statement[] = [];
    let kept = { next: from, count: 0 };
    try {
      this.at = from;
      this.startLine();
      this.deeper();
      while (!this.is("end")) {
        // What goes on with the statement before says that it was not read as it is
        if (this.column > 0 || goesOn.has(this.kind)) throw notPlain;
        kept = { next: this.text.lastIndexOf("\n", this.from - 1) + 1, count: statements.length };
        this.line(statements);
      }
      return { statements, found: this.found, misplaced: [...this.misplaced.values()], next: end };
    } catch (error) {
      if (error !== notPlain) throw error;
      const { next, count } = kept;
      const found = new Set([...this.found].filter((at) => at < next));
      const misplaced = [...this.misplaced.values()].filter(({ from }) => from < next);
      const read = { statements: statements.slice(0, count), found, misplaced, next };
      return this.brokenAt === undefined ? read : { ...read, brokenAt: this.brokenAt };
    }
  }

  private block(column: number): Statement[] {
    const statements: Statement[] = [];
    this.deeper();
    if (this.column !== column) throw notPlain;
    while (!this.is("end") && this.column === column) this.line(statements);
    if (!this.is("end") && this.column > column) throw notPlain;
    this.shallower();
    return statements;
  }

  private line(statements: Statement[]): void {
    const compound = this.compound();
    if (compound) statements.push(compound);
    else this.simpleLine(statements);
  }

  /** To the start of the next line; returns where the line break ends. */
  private simpleLine(statements: Statement[]): number {
    do statements.push(this.simple());
    while (this.skip(";") && !this.is("newline") && !this.is("end"));
    if (!this.is("newline") && !this.is("end")) throw notPlain;
    this.lineEnd = this.is("end") ? this.before : this.to;
    this.startLine();
    return this.lineEnd;
  }

  /** Of the line that was read last, with its line break. */
  private lineEnd = 0;

  private suite(column: number): Statement[] {
    this.expect(":");
    if (!this.is("newline")) {
      const statements: Statement[] = [];
      this.simpleLine(statements);
      return statements;
    }
    this.startLine();
    if (this.is("end") || this.column <= column) throw notPlain;
    return this.block(this.column);
  }

  /** The word that goes on with a statement of this indentation. */
  private goesOn(column: number, word: string): boolean {
    return this.column === column && this.skip(word);
  }

  private compound(): Statement | undefined {
    const { from, column } = this;
    switch (this.kind) {
      case "if":
        return this.ifStatement(from, column);
      case "for":
        return this.forStatement(from, column);
      case "while":
        return this.whileStatement(from, column);
      case "try":
        return this.tryStatement(from, column);
      case "with":
        return this.withStatement(from, column);
      case "def":
        return this.functionDefinition(from, column, []);
      case "class":
        return this.classDefinition(from, column, []);
      case "@":
        return this.decorated(column);
      default:
        return undefined;
    }
  }

  private ifStatement(from: number, column: number): Statement {
    const branches: { test?: Expression; body: Statement[] }[] = [];
    do {
      if (branches.length === 0) this.next();
      const test = this.test();
      branches.push({ test, body: this.suite(column) });
    } while (this.goesOn(column, "elif"));
    if (this.goesOn(column, "else")) branches.push({ body: this.suite(column) });
    return { kind: "if", branches, from, to: this.lineEnd };
  }

  private forStatement(from: number, column: number): Statement {
    this.next();
    const { value, isBare } = this.targets();
    this.expect("in");
    const { value: iterable } = this.list();
    const body = this.suite(column);
    const otherwise = this.otherwise(column);
    const to = this.lineEnd;
    // A tuple's place is the statement's, as in the lowering
    const target = isBare ? { ...value, from, to } : value;
    return { kind: "for", target, iterable, body, otherwise, from, to };
  }

  private whileStatement(from: number, column: number): Statement {
    this.next();
    const test = this.test();
    const body = this.suite(column);
    return { kind: "while", test, body, otherwise: this.otherwise(column), from, to: this.lineEnd };
  }

  private otherwise(column: number): Statement[] {
    return this.goesOn(column, "else") ? this.suite(column) : [];
  }

  private tryStatement(from: number, column: number): Statement {
    this.next();
    const body = this.suite(column);
    const handlers: Handler[] = [];
    while (this.goesOn(column, "except")) {
      const catches = exceptionsNamed(this.is(":") ? undefined : this.test());
      const name = this.skip("as") ? this.word : undefined;
      if (name !== undefined) this.expect("name");
      handlers.push({ catches, body: this.suite(column), ...(name === undefined ? {} : { name }) });
    }
    const otherwise = handlers.length > 0 ? this.otherwise(column) : [];
    const finalizer = this.goesOn(column, "finally") ? this.suite(column) : undefined;
    if (handlers.length === 0 && !finalizer) throw notPlain;
    return { kind: "try", body, handlers, otherwise, finalizer: finalizer ?? [], from, to: this.lineEnd };
  }

  private withStatement(from: number, column: number): Statement {
    this.next();
    const items = this.attempt(() => this.contextItemsInParentheses()) ?? this.contextItems();
    return { kind: "with", items, body: this.suite(column), from, to: this.lineEnd };
  }

  private contextItemsInParentheses(): ContextItem[] | undefined {
    this.expect("(");
    const items = this.contextItems(")");
    return this.skip(")") && this.is(":") && items.some(({ target }, index) => target ?? index > 0)
      ? items
      : undefined;
  }

  private contextItems(end?: string): ContextItem[] {
    const items: ContextItem[] = [];
    do {
      if (this.kind === end) break;
      const value = this.test();
      items.push(this.skip("as") ? { value, target: this.boundName() } : { value });
    } while (this.skip(","));
    return items;
  }

  private functionDefinition(from: number, column: number, decorators: readonly Expression[]): Statement {
    this.next();
    const { word: name, from: nameFrom } = this;
    this.expect("name");
    this.expect("(");
    const parameters = this.parameters(")");
    this.next();
    if (this.skip("->")) this.test();
    const body = this.suite(column);
    return {
      kind: "function",
      name,
      nameFrom,
      parameters,
      body,
      decorators,
      generator: false,
      asynchronous: false,
      from,
      to: this.lineEnd,
    };
  }

  private classDefinition(from: number, column: number, decorators: readonly Expression[]): Statement {
    this.next();
    const { word: name } = this;
    this.expect("name");
    const bases = this.is("(") ? this.arguments() : [];
    return { kind: "class", name, bases, body: this.suite(column), decorators, from, to: this.lineEnd };
  }

  private decorated(column: number): Statement {
    const decorators: Expression[] = [];
    while (this.column === column && this.skip("@")) {
      if (!this.is("name")) throw notPlain;
      decorators.push(this.primary());
      if (!this.is("newline")) throw notPlain;
      this.startLine();
    }
    const { from } = this;
    if (this.column !== column) throw notPlain;
    if (this.is("def")) return this.functionDefinition(from, column, decorators);
    if (this.is("class")) return this.classDefinition(from, column, decorators);
    throw notPlain;
  }

  private simple(): Statement {
    const { from, kind } = this;
    switch (kind) {
      case "pass":
      case "break":
      case "continue":
        this.next();
        return { kind, from, to: this.before };
      case "raise":
        return this.raise(from);
      case "return": {
        this.next();
        const value = this.endsStatement() ? undefined : this.list().value;
        return { kind: "return", from, to: this.before, ...(value ? { value } : {}) };
      }
      case "import":
        return this.importStatement(from);
      case "from":
        return this.importFrom(from);
      case "del": {
        this.next();
        const { value, isBare } = this.list();
        const targets = isBare && value.kind === "sequence" ? value.items : [value];
        if (!targets.every(isTarget)) throw notPlain;
        return { kind: "delete", targets, from, to: this.before };
      }
      case "global":
      case "nonlocal": {
        this.next();
        const names = [this.name()];
        while (this.skip(",")) names.push(this.name());
        return { kind: "scope", scope: kind, names, from, to: this.before };
      }
      case "assert": {
        this.next();
        const value = this.test();
        if (this.skip(",")) this.test();
        return { kind: "expression", value, from, to: this.before };
      }
      default:
        return this.assignment(from);
    }
  }

  private raise(from: number): Statement {
    this.next();
    if (!this.endsStatement()) {
      this.test();
      if (this.skip("from")) this.test();
    }
    return { kind: "raise", from, to: this.before };
  }

  private endsStatement(): boolean {
    return this.is("newline") || this.is("end") || this.is(";");
  }

  private name(): string {
    const { word } = this;
    this.expect("name");
    return word;
  }

  private dottedName(): string {
    let path = this.name();
    while (this.skip(".")) path += `.${this.name()}`;
    return path;
  }

  private importStatement(from: number): Statement {
    const names: { readonly path: string; readonly alias?: string }[] = [];
    this.next();
    do {
      const path = this.dottedName();
      names.push(this.skip("as") ? { path, alias: this.name() } : { path });
    } while (this.skip(","));
    return { kind: "import", names, from, to: this.before };
  }

  private importFrom(from: number): Statement {
    this.next();
    let level = 0;
    while (this.is(".") || this.is("...")) {
      level += this.kind.length;
      this.next();
    }
    const module = this.is("import") ? "" : this.dottedName();
    if (level === 0 && module === "") throw notPlain;
    this.expect("import");
    if (this.skip("*"))
      return { kind: "import from", module, level, names: [], star: true, from, to: this.before };
    const isWrapped = this.skip("(");
    const names: { readonly name: string; readonly alias?: string }[] = [];
    do {
      if (isWrapped && names.length > 0 && this.is(")")) break;
      const name = this.name();
      names.push(this.skip("as") ? { name, alias: this.name() } : { name });
    } while (this.skip(","));
    if (isWrapped) this.expect(")");
    return { kind: "import from", module, level, names, star: false, from, to: this.before };
  }

  private assignment(from: number): Statement {
    if (this.is("name") && this.mayBeMore()) throw notPlain;
    const first = this.list();
    if (this.skip(":")) {
      if (first.isBare || !isTarget(first.value)) throw notPlain;
      this.test();
      const value = this.skip("=") ? this.list().value : undefined;
      const to = this.before;
      return value
        ? { kind: "assign", targets: [first.value], value, from, to }
        : { kind: "declare", target: first.value, from, to };
    }
    if (augmented.has(this.kind)) {
      const operator = this.kind.slice(0, -1);
      if (first.isBare || !isTarget(first.value)) throw notPlain;
      this.next();
      const { value } = this.list();
      return { kind: "augmented assign", target: first.value, operator, value, from, to: this.before };
    }
    const lists = [first];
    while (this.skip("=")) lists.push(this.list());
    const { value } = lists.pop() ?? first;
    const to = this.before;
    if (lists.length === 0) return { kind: "expression", value, from, to };
    // A tuple's place is the statement's, as in the lowering
    const targets = lists.map((one) => (one.isBare ? { ...one.value, from, to } : one.value));
    if (!targets.every(isTarget)) throw notPlain;
    return { kind: "assign", targets, value, from, to };
  }

  /** `print "x"` and `match x:` are statements of other Pythons than the plain one, though they begin with a name. */
  private mayBeMore(): boolean {
    if (!soft.has(this.word)) return false;
    const next = /[^ \t]/.exec(this.text.slice(this.at, this.at + 100))?.[0];
    return this.word === "print"
      ? next !== "("
      : next !== "." && next !== "=" && !(this.word === "type" && next === "(");
  }
}

const soft: ReadonlySet<string> = new Set(["print", "match", "case", "type", "exec"]);
const augmented: ReadonlySet<string> = new Set(
  ["+", "-", "*", "/", "//", "%", "@", "&", "|", "^", "<<", ">>", "**"].map((operator) => `${operator}=`),
);
