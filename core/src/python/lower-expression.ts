import type { ArgumentNode, ComprehensionClause, DictEntry, Expression, Parameter, Slice } from "./ast.js";
import type { Effect } from "../notebook/magics.js";
import { lowerJoined, lowerNumber, lowerString } from "./lower-literal.js";
import { lowerBinary, lowerConditional, lowerUnary } from "./lower-operators.js";
import { invalid, type Lowering } from "./lowering.js";
import { misplacedIn, withoutMisplaced } from "./misplaced-arguments.js";
import type { Raw } from "./raw-tree.js";
import { isWhole } from "./whole-list.js";

/** What IPython does, by place in the cell. */
export type Escapes = ReadonlyMap<number, readonly Effect[]>;

/** Lowers expressions of one cell; never throws, what does not parse becomes `invalid`. */
export class ExpressionLowering implements Lowering {
  /** The places of `escapes` that were found as expressions. */
  readonly found: number[] = [];
  /** Arguments that no Python has where they are. */
  readonly misplaced: ArgumentNode[] = [];

  /** @param escapes What IPython does where the text has a stand-in. */
  constructor(
    protected readonly text: string,
    private readonly escapes: Escapes = new Map(),
  ) {}

  expression(raw: Raw): Expression {
    const { from, to, children } = raw;
    const stands = raw.name === "Number" || raw.name === "VariableName";
    const effects = stands ? this.escapes.get(from) : undefined;
    if (effects !== undefined) {
      this.found.push(from);
      return { kind: "escape", effects, from, to };
    }
    switch (raw.name) {
      case "VariableName":
        return { kind: "name", id: this.slice(raw), from, to };
      case "Number":
        return lowerNumber(this.slice(raw), this.text[to] === ".", from, to);
      case "Boolean":
        return { kind: "constant", constant: "bool", data: this.slice(raw) === "True", from, to };
      case "None":
        return { kind: "constant", constant: "none", data: null, from, to };
      case "Ellipsis":
        return { kind: "invalid", why: "it is left out", from, to };
      case "String":
        return lowerString(raw, this);
      case "FormatString":
      case "ContinuedString":
        return lowerJoined(raw, this);
      case "MemberExpression":
        return this.member(raw);
      case "CallExpression":
        return this.call(raw);
      case "ArrayExpression":
        return { kind: "sequence", type: "list", items: this.itemsOf(raw), from, to };
      case "SetExpression":
        return { kind: "sequence", type: "set", items: this.itemsOf(raw), from, to };
      case "TupleExpression":
        return { kind: "sequence", type: "tuple", items: this.itemsOf(raw), from, to };
      case "DictionaryExpression":
        return { kind: "dict", entries: this.entries(raw), from, to };
      case "ArrayComprehensionExpression":
        return this.comprehension("list", children.slice(1, -1), from, to);
      case "SetComprehensionExpression":
        return this.comprehension("set", children.slice(1, -1), from, to);
      case "DictionaryComprehensionExpression":
        return this.comprehension("dict", children.slice(1, -1), from, to);
      case "ComprehensionExpression":
        return this.comprehension("generator", children.slice(1, -1), from, to);
      case "ParenthesizedExpression":
        return this.one(children.slice(1, -1), from, to);
      case "ConditionalExpression":
        return lowerConditional(raw, this);
      case "LambdaExpression":
        return {
          kind: "lambda",
          parameters: this.parameters(children.find(({ name }) => name === "ParamList")),
          body: this.one(after(children, ":"), from, to),
          from,
          to,
        };
      case "NamedExpression":
        return this.assignment(children, from, to);
      case "UnaryExpression":
        return lowerUnary(raw, this);
      case "BinaryExpression":
        return lowerBinary(raw, this);
      case "AwaitExpression":
        return { kind: "await", value: this.one(children.slice(1), from, to), from, to };
      case "YieldExpression":
        return this.yielded(raw);
      default:
        return invalid(from, to);
    }
  }

  protected yielded({ children, from, to }: Raw): Expression {
    const value = children.slice(children[1]?.name === "from" ? 2 : 1);
    return { kind: "yield", from, to, ...(value.length > 0 ? { value: this.one(value, from, to) } : {}) };
  }

  /** Several siblings as one expression: a bare `a, b` is a tuple. */
  one(raws: readonly Raw[], from: number, to: number): Expression {
    const parts = raws.filter(({ name }) => name !== "TypeDef");
    const [first] = parts;
    if (!first || parts.some(({ name }) => name === "⚠"))
      return invalid(first?.from ?? from, parts.at(-1)?.to ?? to);
    if (parts.length === 1) return this.expression(first);
    // What a cut header leaves
    if (!parts.some(({ name }) => name === ",")) return invalid(first.from, parts.at(-1)?.to ?? to);
    return {
      kind: "sequence",
      type: "tuple",
      items: this.items(parts),
      from: first.from,
      to: parts.at(-1)?.to ?? to,
    };
  }

  /** Comma-separated items, `*item` among them; brackets are skipped. */
  items(raws: readonly Raw[]): Expression[] {
    return split(raws).map((parts) => this.item(parts));
  }

  /** Of a list in brackets. */
  private itemsOf(list: Raw): Expression[] {
    const groups = split(list.children);
    const items = groups.filter(isSomething).map((parts) => this.item(parts));
    return isWhole(list, groups) ? items : [...items, { kind: "starred", ...unread(list) }];
  }

  private item(parts: readonly Raw[]): Expression {
    const [first, ...rest] = parts;
    if (first?.name !== "*") return this.one(parts, first?.from ?? 0, first?.to ?? 0);
    const value = this.one(rest, first.from, first.to);
    return { kind: "starred", value, from: first.from, to: value.to };
  }

  parameters(list: Raw | undefined): Parameter[] {
    const result: Parameter[] = [];
    let keywordOnly = false;
    const slash = this.slashIn(list?.children ?? []);
    for (const parts of split(list?.children ?? [])) {
      const star = parts.find(({ name }) => name === "*" || name === "**")?.name as "*" | "**" | undefined;
      const name = parts.find((part) => part.name === "VariableName");
      const value = after(parts, "AssignOp");
      if (name) {
        result.push({
          name: this.slice(name),
          keywordOnly: keywordOnly && star === undefined,
          ...(name.from < slash ? { positionalOnly: true } : {}),
          ...(star ? { star } : {}),
          ...(value.length > 0 ? { default: this.one(value, name.from, name.to) } : {}),
        });
      }
      if (star === "*") keywordOnly = true;
    }
    return result;
  }

  /** Where the `/` of a parameter list is, which the grammar leaves out; -1: there is none. */
  private slashIn(children: readonly Raw[]): number {
    for (const [index, { name, to }] of children.entries()) {
      const next = children[index + 1];
      if (name === "," && next && this.text.slice(to, next.from).trim() === "/") return to;
    }
    return -1;
  }

  arguments(list: Raw): ArgumentNode[] {
    const clause = list.children.findIndex(({ name }) => name === "for");
    if (clause > 0) {
      const value = this.comprehension("generator", list.children.slice(1, -1), list.from, list.to);
      return [{ value, from: value.from, to: value.to }];
    }
    const groups = split(list.children);
    const all = groups.filter(isSomething).map((parts) => this.argument(parts));
    const misplaced = misplacedIn(all);
    this.misplaced.push(...misplaced);
    const given = withoutMisplaced(all, misplaced);
    return isWhole(list, groups, "AssignOp") ? given : [...given, { star: "**", ...unread(list) }];
  }

  slice({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from, to);
  }

  private argument(parts: readonly Raw[]): ArgumentNode {
    const first = parts[0];
    const from = first?.from ?? 0;
    const to = parts.at(-1)?.to ?? from;
    if (first?.name === "*" || first?.name === "**") {
      return { star: first.name, value: this.one(parts.slice(1), from, to), from, to };
    }
    if (first?.name === "VariableName" && parts[1]?.name === "AssignOp") {
      // The grammar takes `name := value` for a keyword
      if (this.slice(parts[1]) === ":=") return { value: this.assignment(parts, from, to), from, to };
      return { name: this.slice(first), value: this.one(parts.slice(2), parts[1].to, to), from, to };
    }
    return { value: this.one(parts, from, to), from, to };
  }

  /** `name := value`. */
  private assignment([target, , ...value]: readonly Raw[], from: number, to: number): Expression {
    if (target?.name !== "VariableName" || value.length === 0) return invalid(from, to);
    return {
      kind: "assignment expression",
      name: this.slice(target),
      value: this.one(value, from, to),
      from,
      to,
    };
  }

  private member(raw: Raw): Expression {
    const { from, to, children } = raw;
    const [object, ...rest] = children;
    if (!object) return invalid(from, to);
    const value = this.expression(object);
    const property = rest.find(({ name }) => name === "PropertyName");
    if (property)
      return { kind: "attribute", value, name: this.slice(property), nameFrom: property.from, from, to };
    const inside = rest.filter(({ name }) => name !== "[" && name !== "]");
    if (inside.length === 0 || rest[0]?.name !== "[") return invalid(from, to);
    if (!inside.some(({ name }) => name === ":"))
      return { kind: "subscript", value, index: this.one(inside, from, to), from, to };
    if (inside.some(({ name }) => name === ","))
      return { kind: "subscript", value, index: invalid(from, to), from, to };
    return { kind: "subscript", value, index: this.sliceIndex(inside), from, to };
  }

  private sliceIndex(inside: readonly Raw[]): Slice {
    const bounds: Raw[][] = [[]];
    for (const part of inside) {
      if (part.name === ":") bounds.push([]);
      else bounds.at(-1)?.push(part);
    }
    const [lower, upper, step] = bounds.map((parts) =>
      parts.length > 0 ? this.one(parts, 0, 0) : undefined,
    );
    return {
      kind: "slice",
      from: inside[0]?.from ?? 0,
      to: inside.at(-1)?.to ?? 0,
      ...(lower ? { lower } : {}),
      ...(upper ? { upper } : {}),
      ...(step ? { step } : {}),
    };
  }

  private call(raw: Raw): Expression {
    const { from, to, children } = raw;
    const [callee, list] = children;
    if (!callee || list?.name !== "ArgList" || list.children[0]?.name !== "(") return invalid(from, to);
    return {
      kind: "call",
      callee: this.expression(callee),
      arguments: this.arguments(list),
      open: list.from,
      from,
      to,
    };
  }

  private entries(dict: Raw): DictEntry[] {
    const groups = split(dict.children);
    const entries = groups.filter(isSomething).map((parts) => this.entry(parts));
    return isWhole(dict, groups, ":") ? entries : [...entries, unread(dict)];
  }

  private entry(parts: readonly Raw[]): DictEntry {
    const [first] = parts;
    const from = first?.from ?? 0;
    const to = parts.at(-1)?.to ?? from;
    if (first?.name === "**") return { value: this.one(parts.slice(1), from, to), from, to };
    const colon = parts.findIndex(({ name }) => name === ":");
    if (colon < 0) return { value: invalid(from, to), from, to };
    const key = this.one(parts.slice(0, colon), from, to);
    return { key, value: this.one(parts.slice(colon + 1), from, to), from, to };
  }

  private comprehension(
    type: "list" | "set" | "dict" | "generator",
    parts: readonly Raw[],
    from: number,
    to: number,
  ): Expression {
    const start = parts.findIndex(({ name }) => name === "for" || name === "async");
    const head = parts.slice(0, start);
    const colon = type === "dict" ? head.findIndex(({ name }) => name === ":") : -1;
    const clauses = this.clauses(parts.slice(start));
    if (start <= 0 || clauses.length === 0 || (type === "dict" && colon < 0)) return invalid(from, to);
    const element = this.one(colon < 0 ? head : head.slice(0, colon), from, to);
    const value = colon < 0 ? undefined : this.one(head.slice(colon + 1), from, to);
    return { kind: "comprehension", type, element, clauses, from, to, ...(value ? { value } : {}) };
  }

  private clauses(parts: readonly Raw[]): ComprehensionClause[] {
    const clauses: ComprehensionClause[] = [];
    let at = 0;
    const until = (...names: string[]) => {
      const start = at;
      while (at < parts.length && !names.includes(parts[at]?.name ?? "")) at++;
      return parts.slice(start, at);
    };
    while (at < parts.length) {
      until("for");
      at++;
      const target = until("in");
      at++;
      const iterable = until("for", "if", "async");
      const conditions: Expression[] = [];
      while (parts[at]?.name === "if") {
        at++;
        conditions.push(this.one(until("for", "if", "async"), 0, 0));
      }
      if (target.length > 0 && iterable.length > 0) {
        clauses.push({ target: this.one(target, 0, 0), iterable: this.one(iterable, 0, 0), conditions });
      }
    }
    return clauses;
  }
}

/** What the grammar makes up where a list that goes on would have an item is none. */
function isSomething(parts: readonly Raw[]): boolean {
  return parts.some(({ name, from, to }) => name !== "⚠" || from < to);
}

/** The rest of a list, of which nobody knows what there is. */
function unread({ to }: Raw): { readonly value: Expression; readonly from: number; readonly to: number } {
  return { value: invalid(to, to), from: to, to };
}

/** What stands between commas; brackets around the whole are dropped. */
export function split(raws: readonly Raw[]): Raw[][] {
  const groups: Raw[][] = [];
  let group: Raw[] = [];
  for (const raw of raws) {
    if (raw.name === ",") {
      if (group.length > 0) groups.push(group);
      group = [];
    } else if (!brackets.has(raw.name)) group.push(raw);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

export function after(raws: readonly Raw[], name: string): Raw[] {
  const index = raws.findIndex((raw) => raw.name === name);
  return index < 0 ? [] : raws.slice(index + 1);
}

const brackets: ReadonlySet<string> = new Set(["(", ")", "[", "]", "{", "}"]);
