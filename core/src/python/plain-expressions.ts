import type { ArgumentNode, ComprehensionClause, DictEntry, Expression, Parameter, Slice } from "./ast.js";
import type { Escapes } from "./lower-expression.js";
import { lowerNumber } from "./lower-literal.js";
import { invalid } from "./lowering.js";
import { misplacedIn, withoutMisplaced } from "./misplaced-arguments.js";
import { PlainStrings } from "./plain-strings.js";
import { notPlain } from "./plain-tokens.js";

/** Everything that operators stand between. */
export class PlainExpressions extends PlainStrings {
  /** The places of IPython's lines that were found as expressions. */
  readonly found = new Set<number>();
  /** What makes a call no Python by where it stands, by its start. */
  protected readonly misplaced = new Map<number, ArgumentNode>();

  constructor(
    text: string,
    private readonly escapes: Escapes | undefined,
  ) {
    super(text);
  }

  /** `a`, or `a, *b` as a tuple without parentheses. */
  protected list(read = () => this.item()): { readonly value: Expression; readonly isBare: boolean } {
    const { from } = this;
    const first = read();
    if (!this.is(",")) {
      if (first.kind === "starred") throw notPlain;
      return { value: first, isBare: false };
    }
    const items = this.rest(first, read);
    return { value: { kind: "sequence", type: "tuple", items, from, to: this.before }, isBare: true };
  }

  /** What `for` binds: no comparison, as that would take the `in`. */
  protected targets(): { readonly value: Expression; readonly isBare: boolean } {
    return this.list(() => this.target());
  }

  protected boundName(): Expression {
    if (this.is("*")) throw notPlain;
    return this.target();
  }

  protected target(): Expression {
    const target = this.is("*") ? this.starred() : this.operand();
    if (!isTarget(target)) throw notPlain;
    return target;
  }

  protected parameters(end: ")" | ":"): Parameter[] {
    const result: Parameter[] = [];
    let keywordOnly = false;
    while (!this.is(end)) {
      const star = this.star();
      const { word: name } = this;
      if (this.skip("name")) {
        if (end === ")" && this.skip(":")) this.test();
        const value = star === undefined && this.skip("=") ? this.test() : undefined;
        result.push({
          name,
          keywordOnly: keywordOnly && star === undefined,
          ...(star ? { star } : {}),
          ...(value ? { default: value } : {}),
        });
      } else if (star !== "*") throw notPlain;
      keywordOnly ||= star === "*";
      this.comma(end);
    }
    return result;
  }

  /** From the opening parenthesis to behind the closing one. */
  protected arguments(): ArgumentNode[] {
    const { from: open } = this;
    this.next();
    const result: ArgumentNode[] = [];
    while (!this.is(")")) {
      const { from, word } = this;
      const star = this.star();
      const name = star === undefined && this.is("name") && this.isBeforeEquals() ? word : undefined;
      if (name !== undefined) {
        this.next();
        this.next();
      }
      const value = this.test();
      // `name =` with a line break or a tab between is a keyword too
      if (name === undefined && this.is("=")) throw notPlain;
      if (this.is("for")) {
        if (result.length > 0 || star !== undefined || name !== undefined) throw notPlain;
        const made = this.comprehension("generator", value, open, ")");
        return [{ value: made, from: made.from, to: made.to }];
      }
      const to = this.before;
      if (star !== undefined) result.push({ star, value, from, to });
      else result.push(name === undefined ? { value, from, to } : { name, value, from, to });
      this.comma(")");
    }
    this.next();
    const misplaced = misplacedIn(result);
    for (const one of misplaced) this.misplaced.set(one.from, one);
    return withoutMisplaced(result, misplaced);
  }

  protected lambda(): Expression {
    const { from } = this;
    this.deeper();
    this.next();
    const parameters = this.parameters(":");
    this.next();
    const body = this.test();
    this.shallower();
    return { kind: "lambda", parameters, body, from, to: this.before };
  }

  protected primary(): Expression {
    const { from } = this;
    let value = this.atom();
    for (let count = 1; ; count++) {
      if (this.skip(".")) {
        const { word: name, from: nameFrom } = this;
        this.expect("name");
        value = { kind: "attribute", value, name, nameFrom, from, to: this.before };
      } else if (this.is("(")) {
        const { from: open } = this;
        const given = this.arguments();
        value = { kind: "call", callee: value, arguments: given, open, from, to: this.before };
      } else if (this.is("[")) value = this.subscript(value, from);
      else return value;
      this.bound(count);
    }
  }

  private star(): "*" | "**" | undefined {
    return this.skip("*") ? "*" : this.skip("**") ? "**" : undefined;
  }

  private isBehindGap(): boolean {
    return (
      this.repairs !== undefined &&
      [...this.repairs.values()].some(({ kind, to }) => kind === "gap" && to === this.before)
    );
  }

  private close(end: string): void {
    if (!this.skip(end)) this.refuse();
  }

  /** Behind a whole value in brackets: another one, say. */
  private refuse(): never {
    if (unexpected.has(this.kind)) this.breakAt(this.from);
    throw notPlain;
  }

  private comma(end: string): void {
    if (this.skip(",") || this.is(end) || this.isBehindGap()) return;
    this.refuse();
  }

  /** Of the name that is the token: `name=`, and not `name==`. */
  private isBeforeEquals(): boolean {
    let { at } = this;
    while (this.text.charAt(at) === " ") at++;
    return this.text.charAt(at) === "=" && this.text.charAt(at + 1) !== "=";
  }

  private item(): Expression {
    return this.is("*") ? this.starred() : this.test();
  }

  private starred(): Expression {
    const { from } = this;
    this.next();
    this.deeper();
    const value = this.operand();
    this.shallower();
    return { kind: "starred", value, from, to: value.to };
  }

  /** What follows the first item of a list, up to what ends it. */
  private rest(first: Expression, read = () => this.item()): Expression[] {
    const items = [first];
    while (this.skip(",") && !ends.has(this.kind)) items.push(read());
    return items;
  }

  private subscript(value: Expression, from: number): Expression {
    this.next();
    const { from: start } = this;
    const items: (Expression | Slice)[] = [];
    let isList = false;
    do {
      items.push(this.index());
      if (!this.skip(",")) break;
      isList = true;
    } while (!this.is("]"));
    const end = this.before;
    this.close("]");
    const to = this.before;
    const [first] = items;
    const expressions = items.filter((item) => item.kind !== "slice");
    if (!isList && first) return { kind: "subscript", value, index: first, from, to };
    const index: Expression =
      expressions.length < items.length
        ? invalid(from, to)
        : { kind: "sequence", type: "tuple", items: expressions, from: start, to: end };
    return { kind: "subscript", value, index, from, to };
  }

  private index(): Expression | Slice {
    const { from } = this;
    const lower = this.limit();
    if (!this.skip(":")) {
      if (!lower) throw notPlain;
      return lower;
    }
    const upper = this.limit();
    const step = this.skip(":") ? this.limit() : undefined;
    return {
      kind: "slice",
      from,
      to: this.before,
      ...(lower ? { lower } : {}),
      ...(upper ? { upper } : {}),
      ...(step ? { step } : {}),
    };
  }

  private limit(): Expression | undefined {
    return this.is(":") || this.is("]") || this.is(",") ? undefined : this.test();
  }

  private atom(): Expression {
    const { kind, from, to } = this;
    switch (kind) {
      case "name": {
        const { word: id } = this;
        this.next();
        return this.escapeAt(from, to) ?? { kind: "name", id, from, to };
      }
      case "number": {
        const hasPoint = this.at > to;
        this.next();
        return this.escapeAt(from, to) ?? lowerNumber(this.text.slice(from, to), hasPoint, from, to);
      }
      case "string":
      case "format":
        return this.strings();
      case "(":
        return this.parentheses();
      case "[":
        return this.items();
      case "{":
        return this.braces();
      case "None":
        this.next();
        return { kind: "constant", constant: "none", data: null, from, to };
      case "True":
      case "False":
        this.next();
        return { kind: "constant", constant: "bool", data: kind === "True", from, to };
      case "...":
        this.next();
        return { kind: "invalid", why: "it is left out", from, to };
      case "gap":
        this.next();
        return invalid(from, to);
      default:
        if (valueless.has(kind)) this.breakAt(from);
        throw notPlain;
    }
  }

  private escapeAt(from: number, to: number): Expression | undefined {
    const effects = this.escapes?.get(from);
    if (effects === undefined) return undefined;
    this.found.add(from);
    return { kind: "escape", effects, from, to };
  }

  private parentheses(): Expression {
    const { from } = this;
    this.next();
    if (this.skip(")")) return { kind: "sequence", type: "tuple", items: [], from, to: this.before };
    const first = this.item();
    if (this.is("for")) return this.comprehension("generator", first, from, ")");
    const items = this.is(",") ? this.rest(first) : undefined;
    this.close(")");
    if (items) return { kind: "sequence", type: "tuple", items, from, to: this.before };
    if (first.kind === "starred") throw notPlain;
    return first;
  }

  private items(): Expression {
    const { from } = this;
    this.next();
    if (this.skip("]")) return { kind: "sequence", type: "list", items: [], from, to: this.before };
    const first = this.item();
    if (this.is("for")) return this.comprehension("list", first, from, "]");
    const items = this.rest(first);
    this.close("]");
    return { kind: "sequence", type: "list", items, from, to: this.before };
  }

  private braces(): Expression {
    const { from } = this;
    this.next();
    if (this.is("}") || this.is("**")) return this.dict(from, []);
    const { from: start } = this;
    const first = this.item();
    if (this.skip(":")) {
      if (first.kind === "starred") throw notPlain;
      const value = this.test();
      if (this.is("for")) return this.comprehension("dict", first, from, "}", value);
      return this.dict(from, [{ key: first, value, from: start, to: this.before }]);
    }
    if (this.is("for")) return this.comprehension("set", first, from, "}");
    const items = this.rest(first);
    this.close("}");
    return { kind: "sequence", type: "set", items, from, to: this.before };
  }

  private dict(from: number, entries: DictEntry[]): Expression {
    if (entries.length > 0) this.comma("}");
    this.deeper();
    while (!this.is("}")) {
      const { from: start } = this;
      if (this.skip("**")) entries.push({ value: this.operand(), from: start, to: this.before });
      else {
        const key = this.test();
        this.close(":");
        entries.push({ key, value: this.test(), from: start, to: this.before });
      }
      this.comma("}");
    }
    this.shallower();
    this.next();
    return { kind: "dict", entries, from, to: this.before };
  }

  /** From its first `for` to behind what closes it. */
  private comprehension(
    type: "list" | "set" | "dict" | "generator",
    element: Expression,
    from: number,
    end: string,
    value?: Expression,
  ): Expression {
    if (element.kind === "starred") throw notPlain;
    const clauses: ComprehensionClause[] = [];
    this.deeper();
    while (this.skip("for")) {
      const { value: target } = this.targets();
      this.expect("in");
      const iterable = this.or();
      const conditions: Expression[] = [];
      while (this.skip("if")) conditions.push(this.or());
      clauses.push({ target, iterable, conditions });
    }
    this.shallower();
    this.close(end);
    const to = this.before;
    return { kind: "comprehension", type, element, clauses, from, to, ...(value ? { value } : {}) };
  }
}

/** What can be assigned. */
export function isTarget(value: Expression): boolean {
  switch (value.kind) {
    case "name":
    case "attribute":
    case "subscript":
      return true;
    case "sequence":
      return value.type !== "set" && value.items.every(isTarget);
    case "starred":
      return isTarget(value.value);
    default:
      return false;
  }
}

/** Behind a value in brackets, where what goes on, parts or ends does not come: tokens that no other Python has there. */
const unexpected: ReadonlySet<string> = new Set(
  ["name", "number", "string", "format", "None", "True", "False"].concat("=", ":", ")", "]", "}"),
);

/** Where a value should be: tokens that no other Python has there. */
const valueless: ReadonlySet<string> = new Set([",", "=", ")", "]", "}", "<", ">", "/", "%", "|", "&"]);

/** What may stand behind the comma after a last item. */
const ends: ReadonlySet<string> = new Set([")", "]", "}", "=", ":", ";", "newline", "end", "in"]);
