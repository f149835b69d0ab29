import type { Expression } from "./ast.js";
import { notPlain, PlainTokens } from "./plain-tokens.js";

/**
 * Operators by precedence, into the same tree and with the same places as the lowering of the Lezer tree: a node begins
 * and ends with the parentheses around its outermost operands; only `and`, `or` and `not` are from operand to operand.
 */
export abstract class PlainOperators extends PlainTokens {
  private depth = 0;

  /** Names, calls, literals: what operators stand between. */
  protected abstract primary(): Expression;
  protected abstract lambda(): Expression;

  protected test(): Expression {
    if (this.is("lambda")) return this.lambda();
    const { from } = this;
    this.deeper();
    const then = this.or();
    if (!this.skip("if")) {
      this.depth--;
      return then;
    }
    const test = this.or();
    this.expect("else");
    const otherwise = this.test();
    this.depth--;
    return { kind: "conditional", then, test, otherwise, from, to: this.before };
  }

  protected or(): Expression {
    let left = this.and();
    for (let count = 1; this.skip("or"); count++) {
      this.bound(count);
      const right = this.and();
      left = { kind: "boolean", operator: "or", left, right, from: left.from, to: right.to };
    }
    return left;
  }

  /** Between comparisons: what `for` and `as` bind, and what a star is before. */
  protected operand(least = 1): Expression {
    const { from } = this;
    let left = this.unary();
    for (let count = 1; ; count++) {
      const operator = this.kind;
      const strength = strengths.get(operator);
      if (strength === undefined || strength < least) return left;
      this.bound(count);
      this.next();
      const right = this.operand(strength + 1);
      left = { kind: "binary", operator, left, right, from, to: this.before };
    }
  }

  /** What is read, if it can be; otherwise reading stays where it is. */
  protected attempt<Read>(read: () => Read | undefined): Read | undefined {
    const { kind, from, to, before, word, data, column, at, brackets, brokenAt, depth } = this;
    try {
      const done = read();
      if (done !== undefined) return done;
    } catch (error) {
      if (error !== notPlain) throw error;
    }
    Object.assign(this, { kind, from, to, before, word, data, column, at, brackets, brokenAt, depth });
    return undefined;
  }

  /** Recursion has an end, long before the parser's own. */
  protected deeper(): void {
    this.bound(++this.depth);
  }

  protected shallower(): void {
    this.depth--;
  }

  protected bound(count: number): void {
    if (count > deepestPlain) throw notPlain;
  }

  private and(): Expression {
    let left = this.not();
    for (let count = 1; this.skip("and"); count++) {
      this.bound(count);
      const right = this.not();
      left = { kind: "boolean", operator: "and", left, right, from: left.from, to: right.to };
    }
    return left;
  }

  private not(): Expression {
    const { from } = this;
    if (!this.skip("not")) return this.comparison();
    this.deeper();
    const operand = this.not();
    this.depth--;
    return { kind: "unary", operator: "not", operand, from, to: operand.to };
  }

  private comparison(): Expression {
    const { from } = this;
    const left = this.operand();
    if (!comparisons.has(this.kind)) return left;
    const rest: { readonly operator: string; readonly right: Expression }[] = [];
    while (comparisons.has(this.kind)) {
      this.bound(rest.length);
      const operator = this.comparisonOperator();
      rest.push({ operator, right: this.operand() });
    }
    return { kind: "compare", left, rest, from, to: this.before };
  }

  private comparisonOperator(): string {
    const { kind } = this;
    this.next();
    if (kind === "not") {
      this.expect("in");
      return "not in";
    }
    return kind === "is" && this.skip("not") ? "is not" : kind;
  }

  private unary(): Expression {
    const { kind: operator, from } = this;
    if (operator !== "-" && operator !== "+" && operator !== "~") return this.power();
    this.deeper();
    this.next();
    const operand = this.unary();
    this.depth--;
    return { kind: "unary", operator, operand, from, to: this.before };
  }

  private power(): Expression {
    const { from } = this;
    const left = this.primary();
    if (!this.skip("**")) return left;
    this.deeper();
    const right = this.unary();
    this.depth--;
    return { kind: "binary", operator: "**", left, right, from, to: this.before };
  }
}

/** What is nested deeper is left to the Lezer grammar, whose own bound is a multiple of this. */
const deepestPlain = 40;

const comparisons: ReadonlySet<string> = new Set(["<", ">", "<=", ">=", "==", "!=", "in", "not", "is"]);

const strengths: ReadonlyMap<string, number> = new Map(
  [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "//", "%", "@"]].flatMap((operators, index) =>
    operators.map((operator) => [operator, index + 1] as const),
  ),
);
