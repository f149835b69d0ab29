import type { Expression } from "./ast.js";
import { attribute } from "./attribute.js";
import { comprehension } from "./comprehension.js";
import { call } from "./call.js";
import { isBuiltin } from "./builtins.js";
import { assignTarget } from "./assign.js";
import { mostItems, type Context } from "./context.js";
import { itemsOf } from "./data-classes.js";
import { applyEffect } from "./apply-effect.js";
import { dictionary } from "./dict-entries.js";
import { converted, formattedAs } from "./format-text.js";
import { holding } from "./held.js";
import {
  bool,
  float,
  integer,
  text,
  unknown,
  type Definition,
  type Frame,
  type MachineValue,
} from "./machine.js";
import { narrow } from "./narrow.js";
import { binary, compare, truth } from "./operators.js";
import { ownFile, ownPath } from "./paths.js";
import { callSpecial } from "./special-methods.js";
import { joinValues } from "./state.js";
import { isPlain, subscript } from "./subscript.js";
import { withoutNone } from "./without-none.js";
import { isNamespace, itemOfNamespace } from "./namespaces.js";

/** The value of an expression; calls take effect on the way. */
export function evaluate(expression: Expression, context: Context): MachineValue {
  context.step();
  if (expression.kind === "name") {
    const value = nameValue(expression.id, context);
    return value.span === undefined ? at(value, context.span(expression)) : value;
  }
  const span = context.span(expression);
  switch (expression.kind) {
    case "constant":
      return { kind: "constant", type: expression.constant, data: expression.data, span };
    case "joined":
      return joined(expression, context);
    case "attribute":
      return at(attribute(withoutNone(evaluate(expression.value, context)), expression.name, context), span);
    case "subscript":
      if (isNamespace(expression.value))
        return at(
          itemOfNamespace(expression.value, expression.index, context, (name) => evaluate(name, context)),
          span,
        );
      return at(subscript(withoutNone(evaluate(expression.value, context)), expression.index, context), span);
    case "call":
      return at(call(expression, context), span);
    case "sequence":
      return sequence(expression, context);
    case "dict":
      return dictionary(expression, context);
    case "lambda":
      return { kind: "function", definition: lambda(expression, context), span };
    case "conditional": {
      const test = truth(evaluate(expression.test, context), context);
      if (test !== undefined) return evaluate(test ? expression.then : expression.otherwise, context);
      const { test: asked } = expression;
      return branches(
        [expression.then, expression.otherwise].map((branch, index) => () => {
          narrow(asked, index === 0, context);
          return evaluate(branch, context);
        }),
        context,
      );
    }
    case "unary":
      return unary(expression.operator, evaluate(expression.operand, context), context);
    case "binary": {
      const left = evaluate(expression.left, context);
      return binary(expression.operator, left, evaluate(expression.right, context), context, span);
    }
    case "boolean": {
      const left = evaluate(expression.left, context);
      const test = truth(left, context);
      if (test !== undefined)
        return test === (expression.operator === "and") ? evaluate(expression.right, context) : left;
      return branches(
        [
          // It is the result only where it decides
          () => deciding(left, expression.operator === "or", context),
          () => {
            narrow(expression.left, expression.operator === "and", context);
            return evaluate(expression.right, context);
          },
        ],
        context,
      );
    }
    case "compare": {
      let left = evaluate(expression.left, context);
      let result: MachineValue = bool(true);
      let sure = true;
      for (const { operator, right } of expression.rest) {
        const next = () => evaluate(right, context);
        // After a comparison that may be false the next operand is perhaps not evaluated
        const value = sure ? next() : branches([() => unknown("it is perhaps not evaluated"), next], context);
        const one = compare(operator, left, value, context);
        if (truth(one, context) === false) return one;
        if (truth(one, context) === undefined) {
          result = one;
          sure = false;
        }
        left = value;
      }
      return result;
    }
    case "comprehension": {
      const items = comprehension(expression, context);
      if (expression.type !== "generator") return items;
      // Who knows when it is asked for its items, and what they are then
      context.leak(items);
      return unknown("it is a generator", span);
    }
    case "starred":
      context.leak(evaluate(expression.value, context));
      return unknown("it is expanded", span);
    case "assignment expression": {
      const value = evaluate(expression.value, context);
      assignTarget(
        { kind: "name", id: expression.name, from: expression.from, to: expression.to },
        value,
        context,
      );
      return value;
    }
    case "await":
      return unknown("it is awaited", at(evaluate(expression.value, context), span).span);
    case "yield":
      if (expression.value) context.escape([evaluate(expression.value, context)]);
      return unknown("it comes from the generator's caller", span);
    case "escape":
      for (const effect of expression.effects) applyEffect(effect, context);
      return unknown("it is known once the command ran", span);
    case "invalid":
      return unknown(expression.why, span);
  }
}

/** What may be true, or what may be false. */
function deciding(value: MachineValue, isTrue: boolean, context: Context): MachineValue {
  if (value.kind !== "either") return value;
  const values = value.values.filter((one) => one.kind === "absent" || truth(one, context) !== !isTrue);
  return values.length === 0 ? value : joinValues(values);
}

/** Evaluates what only one of several branches does, and joins. */
export function branches(runs: readonly (() => MachineValue)[], context: Context): MachineValue {
  const before = context.state;
  const ends = runs.map((run) => {
    context.state = before.fork();
    const value = run();
    return { value, state: context.state };
  });
  context.state = before;
  before.join(ends.map(({ state }) => state));
  return joinValues(ends.map(({ value }) => value));
}

/** The same value, seen here. */
function at(value: MachineValue, span: NonNullable<MachineValue["span"]>): MachineValue {
  if (value.span !== undefined) return value;
  // Spelt out, since a copy that gets a member afterwards is slow
  switch (value.kind) {
    case "reference":
      return { kind: "reference", id: value.id, span };
    case "library":
      return { kind: "library", path: value.path, span };
    case "unknown":
      return value.pattern === undefined
        ? { kind: "unknown", why: value.why, span }
        : { kind: "unknown", why: value.why, pattern: value.pattern, span };
    case "constant":
      return value.read === undefined
        ? { kind: "constant", type: value.type, data: value.data, span }
        : { kind: "constant", type: value.type, data: value.data, span, read: value.read };
    case "tuple":
      return { kind: "tuple", items: value.items, span };
    case "function":
      return { kind: "function", definition: value.definition, span };
    case "class":
      return { kind: "class", definition: value.definition, span };
    case "method":
      return { kind: "method", self: value.self, name: value.name, span };
    case "either":
      return { kind: "either", values: value.values, span };
    case "absent":
      return { kind: "absent", span };
  }
}

function nameValue(id: string, context: Context): MachineValue {
  const value = context.lookup(id);
  if (value) return context.each(value, (one) => one);
  if (context.frameOf(id).locals) return unknown(`${id} is not set here`);
  if (id === "__name__") return text("__main__");
  // In a notebook there is none, and who heeds that takes the working directory instead
  if (id === "__file__") return ownPath(ownFile, context);
  // Nobody's star import replaces print
  if (isBuiltin(id)) return { kind: "library", path: `builtins.${id}` };
  const lost = context.state.name(lostNames);
  if (lost?.kind === "unknown") return lost;
  const others = /^[A-Z]/.test(id) ? context.state.name(otherNames) : undefined;
  if (others?.kind === "library") return { kind: "library", path: `${others.path}.${id}` };
  return unknown(`${id} is not defined in the notebook`);
}

/** Set once code ran that may have bound any name: a star import, `exec`, `%run`. */
export const lostNames = "*";

/** The module of a library whose star import binds further classes than those that are known by name. */
export const otherNames = "*.";

function joined(expression: Extract<Expression, { kind: "joined" }>, context: Context): MachineValue {
  const span = context.span(expression);
  let result: MachineValue = text("", span);
  for (const part of expression.parts) {
    const value: MachineValue =
      typeof part === "string"
        ? text(part)
        : formattedAs(
            converted(evaluate(part.value, context), part.conversion, context),
            part.format,
            context,
          );
    result = binary("+", result, value, context, span);
  }
  return result;
}

function unary(operator: string, value: MachineValue, context: Context): MachineValue {
  return context.each(value, (one) => {
    if (operator === "not") {
      const test = truth(one, context);
      return test === undefined ? unknown("the condition is not known") : bool(!test);
    }
    if (one.kind !== "constant" || (one.type !== "int" && one.type !== "float")) {
      if (context.object(one)?.kind === "instance") context.escape([one]);
      return unknown("the operation is not followed");
    }
    if (operator === "+") return one;
    if (operator !== "-") return unknown("the operation is not followed");
    return one.type === "int" ? integer(-Number(one.data) || 0) : float(-Number(one.data));
  });
}

function sequence(expression: Extract<Expression, { kind: "sequence" }>, context: Context): MachineValue {
  const span = context.span(expression);
  const items: MachineValue[] = [];
  // Behind what is not known nothing has a known place
  const others: MachineValue[] = [];
  let open = false;
  for (const element of expression.items) {
    if (element.kind !== "starred") {
      const value = evaluate(element, context);
      (open ? others : items).push(value);
      continue;
    }
    const value = evaluate(element.value, context);
    const expanded = elements(value, context);
    const isTooMuch = items.length + others.length + expanded.items.length > mostItems;
    if (expanded.open || isTooMuch) context.leak(value);
    if (!isTooMuch) (open ? others : items).push(...expanded.items);
    open ||= expanded.open || isTooMuch;
  }
  context.escape(others.filter(({ kind }) => kind === "method"));
  if (expression.type !== "tuple") {
    const made = { kind: expression.type, items, open, span } as const;
    return context.allocate(holding(made, context.holdable(others)));
  }
  if (open) context.leak({ kind: "tuple", items: [...items, ...others] });
  return open ? unknown("its length is not known", span) : context.tuple(items, span);
}

/** The items of something iterable; `open`: there may be more. */
export function elements(
  value: MachineValue,
  context: Context,
): { items: readonly MachineValue[]; open: boolean } {
  if (value.kind === "tuple") return { items: value.items, open: false };
  const object = context.object(value);
  const named = itemsOf(object);
  if (named) return { items: named, open: false };
  if (object?.kind === "list") {
    if (!object.gives || object.gives.type === "range") return { items: object.items, open: object.open };
    if (object.gives.moment !== context.moment) return { items: [], open: true };
    if (object.gives.type === "iterator") context.update(value, (old) => ({ ...old, items: [], open: true }));
    return { items: object.items, open: object.open };
  }
  if (value.kind === "constant" && value.type === "str" && isPlain(value.data)) {
    return { items: Array.from(String(value.data), (character) => text(character)), open: false };
  }
  if (
    object?.kind === "dict" &&
    !object.open &&
    object.unordered !== true &&
    [...object.entries.values()].every(({ kind }) => kind !== "either")
  ) {
    const keys = [...object.entries.keys()];
    if (keys.every((key) => key.startsWith("'")))
      return { items: keys.map((key) => text(key.slice(1))), open: false };
  }
  callSpecial(value, "items", context);
  return { items: [], open: true };
}

function lambda(expression: Extract<Expression, { kind: "lambda" }>, context: Context): Definition {
  const defaults = new Map<string, MachineValue>();
  for (let frame: Frame | undefined = context.frame; frame; frame = frame.parent) frame.captured = true;
  for (const parameter of expression.parameters) {
    if (parameter.default) defaults.set(parameter.name, evaluate(parameter.default, context));
  }
  return {
    name: "lambda",
    cell: context.cell,
    version: context.version,
    place: { from: expression.from, to: expression.to },
    parameters: expression.parameters,
    defaults,
    body: expression.body,
    frame: context.frame,
    opaque: false,
    binding: "plain",
  };
}
