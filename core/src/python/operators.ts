import { allocatePath, isPath, joinPaths } from "./paths.js";
import type { Context } from "./context.js";
import { mergeEntries } from "./dict-entries.js";
import { equalMembers } from "./enum-members.js";
import { equal, mayBeMissing } from "./equal.js";
import { holding } from "./held.js";
import { formatPercent } from "./format-text.js";
import { joinTexts, longestText, patternOf } from "./join-texts.js";
import { bool, dictKey, float, integer, text, unknown, type MachineValue } from "./machine.js";
import { sameValue } from "./same.js";
import { callSpecial } from "./special-methods.js";
import type { WrittenSpan } from "./text-version.js";

/** Python's truth of a value, undefined when not known. */
export function truth(value: MachineValue, context: Context): boolean | undefined {
  switch (value.kind) {
    case "constant":
      return Boolean(value.data);
    case "tuple":
      return value.items.length > 0;
    // What is imported may be a constant
    case "library":
      return value.path.startsWith("builtins.") ? true : undefined;
    case "function":
    case "class":
    case "method":
      return true;
    case "either": {
      const truths = new Set(
        value.values.filter(({ kind }) => kind !== "absent").map((one) => truth(one, context)),
      );
      const [only] = truths;
      return truths.size === 1 ? only : undefined;
    }
    case "reference": {
      const object = context.object(value);
      if (object?.kind === "list" || object?.kind === "set")
        return object.gives && object.gives.type !== "range"
          ? undefined
          : object.items.length > 0 || (object.open ? undefined : false);
      if (object?.kind !== "dict") {
        callSpecial(value, "truth", context);
        return undefined;
      }
      const certain = [...object.entries.values()].some((entry) => !mayBeMissing(entry));
      return certain ? true : object.open || object.entries.size > 0 ? undefined : false;
    }
    default:
      return undefined;
  }
}

/** `left operator right` for arithmetic and concatenation. */
export function binary(
  operator: string,
  left: MachineValue,
  right: MachineValue,
  context: Context,
  span: WrittenSpan,
): MachineValue {
  return context.each(left, (a) => context.each(right, (b) => binaryOf(operator, a, b, context, span)));
}

function binaryOf(
  operator: string,
  left: MachineValue,
  right: MachineValue,
  context: Context,
  span: WrittenSpan,
): MachineValue {
  if (operator === "%" && left.kind === "constant" && left.type === "str") {
    const filled = formatPercent(String(left.data), right, context, span);
    if (filled) {
      context.leak(right);
      return filled;
    }
  }
  if (left.kind === "constant" && right.kind === "constant") return ofConstants(operator, left, right, span);
  // To a text nothing but a text can be added
  if (operator === "+" && patternOf(left) && (right.kind === "unknown" || patternOf(right))) {
    const joined = joinTexts([left, right], span);
    if (joined) return joined;
  }
  if (left.kind === "tuple" && right.kind === "tuple" && operator === "+") {
    return context.tuple([...left.items, ...right.items], span);
  }
  if (operator === "/") {
    const joined = isPath(left, context) ? joinPaths([left, right], context) : undefined;
    if (joined !== undefined) return allocatePath(joined, context);
  }
  const a = context.object(left);
  const b = context.object(right);
  if (operator === "+" && a?.kind === "list" && b?.kind === "list" && !a.gives && !b.gives) {
    // After an open left side nothing is at a known place
    const items = a.open ? a.items : [...a.items, ...b.items];
    const sum = { kind: "list", items, open: a.open || b.open, span } as const;
    const moved = a.open ? context.holdable(b.items) : [];
    return context.allocate(holding(sum, a.held ?? [], b.held ?? [], moved));
  }
  const joined = operator === "+" ? withUnknownList(left, right, context, span) : undefined;
  if (joined) return joined;
  if (
    operator === "*" &&
    a?.kind === "list" &&
    !a.open &&
    !a.gives &&
    right.kind === "constant" &&
    right.type === "int"
  ) {
    const times = Math.max(0, Number(right.data));
    if (times * a.items.length <= 256) {
      return context.allocate({
        kind: "list",
        items: Array.from({ length: times }).flatMap(() => a.items),
        open: false,
        span,
      });
    }
  }
  if (operator === "|" && a?.kind === "dict" && b?.kind === "dict" && !b.open) {
    const entries = new Map(a.entries);
    const mixed = mergeEntries(entries, b.entries);
    const unordered = mixed || a.unordered === true || b.unordered === true;
    return context.allocate({
      kind: "dict",
      entries,
      open: a.open,
      ...(unordered ? { unordered } : {}),
      span,
    });
  }
  for (const value of [left, right]) {
    if (context.object(value)?.kind === "instance") context.escape([value]);
    else context.leak(value);
  }
  return unknown(reason(left) ?? reason(right) ?? "the operation is not followed", span);
}

/**
 * `[step] + others`, of others that are not known: a list, as what has no numbers or texts in it is added to nothing else.
 * Undefined: it is not such a sum.
 */
function withUnknownList(
  left: MachineValue,
  right: MachineValue,
  context: Context,
  span: WrittenSpan,
): MachineValue | undefined {
  const [known, isFirst] = right.kind === "unknown" ? [left, true] : [right, false];
  if (left.kind !== "unknown" && right.kind !== "unknown") return undefined;
  const list = context.object(known);
  const holdsObjects = list?.kind === "list" && !list.gives && list.items.length > 0;
  if (!holdsObjects || !list.items.every((item) => context.object(item)?.kind === "instance"))
    return undefined;
  const sum = { kind: "list", items: isFirst ? list.items : [], open: true, span } as const;
  const moved = isFirst ? [] : context.holdable(list.items);
  return context.allocate(holding(sum, list.held ?? [], moved));
}

function reason(value: MachineValue): string | undefined {
  return value.kind === "unknown" ? value.why : undefined;
}

type Constant = Extract<MachineValue, { readonly kind: "constant" }>;

function ofConstants(operator: string, left: Constant, right: Constant, span: WrittenSpan): MachineValue {
  if (left.type === "str" && right.type === "str" && operator === "+") {
    return bounded(String(left.data) + String(right.data), span);
  }
  if (operator === "*" && left.type === "str" && right.type === "int") {
    const times = Math.max(0, Number(right.data));
    return times * String(left.data).length > 10_000
      ? unknown("the text is too long to follow", span)
      : text(String(left.data).repeat(times), span);
  }
  if (operator === "%" && left.type === "str") return unknown("text formatted with % is not followed", span);
  const numeric = (type: string) => type === "int" || type === "float" || type === "bool";
  if (!numeric(left.type) || !numeric(right.type)) return unknown("the operation is not followed", span);
  return arithmetic(operator, left, right, span);
}

function arithmetic(operator: string, left: Constant, right: Constant, span: WrittenSpan): MachineValue {
  const a = Number(left.data);
  const b = Number(right.data);
  const floats = left.type === "float" || right.type === "float";
  const result = (data: number) => (floats ? float(data, span) : integer(data, span));
  switch (operator) {
    case "+":
      return result(a + b);
    case "-":
      return result(a - b);
    case "*":
      return result(a * b);
    case "/":
      return b === 0 ? unknown("it divides by zero", span) : float(a / b, span);
    case "//":
      return b === 0 || floats
        ? unknown("the division is not followed", span)
        : integer(Math.floor(a / b), span);
    case "%":
      return b === 0 || floats
        ? unknown("the division is not followed", span)
        : integer(a - b * Math.floor(a / b), span);
    case "**":
      return b < 0 || b > 64 || floats
        ? unknown("the power is not followed", span)
        : integer(Number(BigInt(a) ** BigInt(b)), span);
    default:
      return unknown("the operation is not followed", span);
  }
}

function bounded(data: string, span: WrittenSpan): MachineValue {
  return data.length > longestText ? unknown("the text is too long to follow", span) : text(data, span);
}

/** `left operator right` for comparisons; unknown when it is. */
export function compare(
  operator: string,
  left: MachineValue,
  right: MachineValue,
  context: Context,
): MachineValue {
  return context.each(left, (a) =>
    context.each(right, (b) => {
      if (!operator.startsWith("is")) for (const one of [a, b]) callSpecial(one, "comparison", context);
      const result = compareOf(operator, a, b, context);
      return result === undefined ? unknown("the comparison is not followed") : bool(result);
    }),
  );
}

function compareOf(
  operator: string,
  left: MachineValue,
  right: MachineValue,
  context: Context,
): boolean | undefined {
  switch (operator) {
    case "==":
      return equalMembers(left, right, context) ?? equal(left, right, context);
    case "!=":
      return negated(equalMembers(left, right, context) ?? equal(left, right, context));
    case "is":
      return equalMembersOnly(left, right, context) ?? identical(left, right);
    case "is not":
      return negated(equalMembersOnly(left, right, context) ?? identical(left, right));
    case "in":
      return contains(right, left, context);
    case "not in":
      return negated(contains(right, left, context));
    default:
      return ordered(operator, left, right);
  }
}

/** Two members of an Enum that are equal are one object. */
function equalMembersOnly(left: MachineValue, right: MachineValue, context: Context): boolean | undefined {
  return left.kind === "constant" || right.kind === "constant"
    ? undefined
    : equalMembers(left, right, context);
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

/**
 * Whether two equal texts are one object is the interpreter's business, but for the empty one, of which CPython has
 * only one. Texts that differ are never one object.
 */
function identical(left: MachineValue, right: MachineValue): boolean | undefined {
  const isNone = (value: MachineValue) => value.kind === "constant" && value.type === "none";
  if (isNone(left) && isNone(right)) return true;
  if (left.kind === "unknown" || right.kind === "unknown") return undefined;
  if (isImported(left) || isImported(right)) return undefined;
  if (isNone(left) !== isNone(right)) return false;
  if (left.kind !== "constant" || right.kind !== "constant") return undefined;
  if (left.type !== right.type) return false;
  if (left.type === "bool") return left.data === right.data;
  if (left.type !== "str") return undefined;
  if (left.data !== right.data) return false;
  return left.data === "" ? true : undefined;
}

/** It may be anything, None too. */
function isImported(value: MachineValue): boolean {
  return value.kind === "library" && !value.path.startsWith("builtins.");
}

function contains(container: MachineValue, item: MachineValue, context: Context): boolean | undefined {
  if (container.kind === "constant" && container.type === "str") {
    return item.kind === "constant" && item.type === "str" && !/[\ud800-\udfff]/.test(String(item.data))
      ? String(container.data).includes(String(item.data))
      : undefined;
  }
  const object = context.object(container);
  if (object?.kind === "dict") {
    const key = dictKey(item);
    if (key === undefined) return undefined;
    const entry = object.entries.get(key);
    if (entry === undefined) return object.open ? undefined : false;
    return mayBeMissing(entry) ? undefined : true;
  }
  const items =
    container.kind === "tuple"
      ? container.items
      : (object?.kind === "list" || object?.kind === "set") &&
          (!object.gives || object.gives.type === "range")
        ? object.items
        : undefined;
  if (!items) return undefined;
  const found = items.map(
    (one) =>
      equal(one, item, context) ??
      (sameValue(one, item) && one.kind !== "unknown" && one.kind !== "either" ? true : undefined),
  );
  if (found.includes(true)) return true;
  return found.includes(undefined) || (object && "open" in object && object.open) ? undefined : false;
}

function ordered(operator: string, left: MachineValue, right: MachineValue): boolean | undefined {
  if (left.kind !== "constant" || right.kind !== "constant" || left.data === null || right.data === null)
    return undefined;
  if ((left.type === "str") !== (right.type === "str")) return undefined;
  const a = left.data;
  const b = right.data;
  // UTF-16 order differs from Python's beyond the first plane; such texts are not compared
  if (left.type === "str" && /[\ud800-\udfff]/.test(`${String(a)}${String(b)}`)) return undefined;
  if (operator === "<") return a < b;
  if (operator === "<=") return a <= b;
  if (operator === ">") return a > b;
  return operator === ">=" ? a >= b : undefined;
}
