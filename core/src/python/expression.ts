import { references } from "./held.js";
import type { Expression, Slice } from "./ast.js";
import { comprehension } from "./comprehension.js";
import { alternatives, call } from "./call.js";
import { isBuiltin } from "./builtins.js";
import { assignTarget } from "./assign.js";
import { classAttribute, instanceAttribute } from "./class.js";
import type { Context } from "./context.js";
import { itemsOf } from "./data-classes.js";
import { applyEffect } from "./apply-effect.js";
import { dictionary } from "./dict-entries.js";
import { isEnum } from "./enum-members.js";
import { environmentVariable } from "./environment-variables.js";
import { formattedAs } from "./format-text.js";
import { moduleVariable } from "./local-modules.js";
import {
  bool,
  dictKey,
  float,
  integer,
  text,
  unknown,
  type Definition,
  type Frame,
  type HeapObject,
  type MachineValue,
} from "./machine.js";
import { narrow } from "./narrow.js";
import { binary, compare, truth } from "./operators.js";
import { callSpecial } from "./special-methods.js";
import { sliceOf } from "./slice-of.js";
import { joinValues } from "./state.js";
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
      return at(attribute(evaluate(expression.value, context), expression.name, context), span);
    case "subscript":
      if (isNamespace(expression.value))
        return at(
          itemOfNamespace(expression.index, context, (name) => evaluate(name, context)),
          span,
        );
      return at(subscript(evaluate(expression.value, context), expression.index, context), span);
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
  // Most values by far; spelt out, since a spread of so many shapes is slow
  switch (value.kind) {
    case "reference":
      return { kind: "reference", id: value.id, span };
    case "library":
      return { kind: "library", path: value.path, span };
    case "unknown":
      return value.pattern === undefined
        ? { kind: "unknown", why: value.why, span }
        : { kind: "unknown", why: value.why, pattern: value.pattern, span };
    default:
      return { ...value, span };
  }
}

function nameValue(id: string, context: Context): MachineValue {
  const value = context.lookup(id);
  if (value) return context.each(value, (one) => one);
  if (context.frameOf(id).locals) return unknown(`${id} is not set here`);
  if (id === "__name__") return text("__main__");
  // Nobody's star import replaces print
  if (isBuiltin(id)) return { kind: "library", path: `builtins.${id}` };
  const lost = context.state.name(lostNames);
  if (lost?.kind === "unknown") return lost;
  return unknown(`${id} is not defined in the notebook`);
}

/** Set once code ran that may have bound any name: a star import, `exec`, `%run`. */
export const lostNames = "*";

export function attribute(value: MachineValue, name: string, context: Context): MachineValue {
  return alternatives(value, context, (one) => {
    if (one.kind === "library") return { kind: "library", path: `${one.path}.${name}` };
    if (one.kind === "unknown") return unknown(one.why);
    if (one.kind === "class") return classAttribute(one.definition, name, context);
    const object = context.object(one);
    if (object?.kind !== "instance") return methodOf(one, object, name);
    if (typeof object.type !== "string")
      return instanceAttribute(one, { ...object, type: object.type }, name, context);
    if (name === "__dict__") {
      context.escape([one]);
      return unknown("it is the object's own dict");
    }
    const variable = object.open ? undefined : moduleVariable(object, name);
    const member =
      (variable === undefined ? undefined : context.state.name(variable)) ?? object.members.get(name);
    if (member) return context.each(member, (alternative) => alternative);
    if (object.open) return unknown(`${name} may have been set by code that is not followed`);
    return (
      context.library.attribute(object.type, name, object, context) ??
      (context.library.isMethod?.(object.type, name) === true
        ? { kind: "method", self: one, name }
        : undefined) ??
      unknown(`.${name} is only known when the notebook runs`)
    );
  });
}

/** `items.append`; other attributes of such values are not followed. */
function methodOf(self: MachineValue, object: HeapObject | undefined, name: string): MachineValue {
  const isContainer = object !== undefined || (self.kind === "constant" && self.type === "str");
  return isContainer && !name.startsWith("__")
    ? { kind: "method", self, name }
    : unknown(`.${name} is not followed`);
}

function subscript(value: MachineValue, index: Expression | Slice, context: Context): MachineValue {
  if (index.kind === "slice") return context.each(value, (one) => sliced(one, index, context));
  return itemOf(value, evaluate(index, context), context);
}

/** `value[key]` */
export function itemOf(value: MachineValue, key: MachineValue, context: Context): MachineValue {
  return context.each(value, (container) => context.each(key, (one) => item(container, one, context)));
}

function item(container: MachineValue, key: MachineValue, context: Context): MachineValue {
  if (container.kind === "library" && container.path === "os.environ")
    return environmentVariable(key, undefined, context);
  callSpecial(container, "item", context);
  if (container.kind === "unknown") return unknown(container.why);
  if (container.kind === "library")
    return unknown(`${container.path}[…] is only known when the notebook runs`);
  const object = context.object(container);
  if (object?.kind === "dict") {
    const name = dictKey(key);
    if (name === undefined)
      return oneOf(
        [...object.entries.values(), ...references(object.held)],
        object.open,
        "the key is not known",
        context,
      );
    const entry = object.entries.get(name);
    if (entry && entry.kind !== "absent") return context.each(entry, (one) => one);
    if (!object.open) return unknown("the dict has no such key");
    return oneOf(references(object.held), true, "the dict may hold more than is known", context);
  }
  if (container.kind === "class" && isEnum(container.definition.bases) && key.kind === "constant")
    return classAttribute(container.definition, String(key.data), context);
  const listed =
    object?.kind === "list" && (!object.gives || object.gives.type === "range") ? object.items : undefined;
  const items = container.kind === "tuple" ? container.items : (listed ?? itemsOf(object));
  const held = object?.kind === "list" ? references(object.held) : [];
  if (key.kind !== "constant" || (key.type !== "int" && key.type !== "bool"))
    return oneOf([...(items ?? []), ...held], true, "the index is not known", context);
  const place = Number(key.data);
  if (items) {
    const open = object?.kind === "list" && object.open;
    const perhaps = "the list may hold more than is known";
    if (place < 0 && open) return oneOf([...items, ...held], true, perhaps, context);
    const one = items.at(place);
    if (one) return one;
    return open ? oneOf(held, true, perhaps, context) : unknown("the list is shorter");
  }
  if (container.kind === "constant" && container.type === "str" && plain(container.data)) {
    const character = String(container.data).at(place);
    return character === undefined ? unknown("the text is shorter") : text(character);
  }
  return unknown("the item is not followed");
}

function sliced(container: MachineValue, slice: Slice, context: Context): MachineValue {
  const bound = (expression: Expression | undefined): number | undefined | "unknown" => {
    if (!expression) return undefined;
    const value = evaluate(expression, context);
    if (value.kind === "constant" && value.type === "none") return undefined;
    return value.kind === "constant" && value.type === "int" ? Number(value.data) : "unknown";
  };
  const lower = bound(slice.lower);
  const upper = bound(slice.upper);
  const step = bound(slice.step);
  callSpecial(container, "item", context);
  if (container.kind === "unknown") return unknown(container.why);
  if (lower === "unknown" || upper === "unknown" || step === "unknown" || step === 0) {
    context.leak(container);
    return unknown("the slice is not followed");
  }
  const object = context.object(container);
  const taken = <Item>(items: readonly Item[]) => sliceOf(items, lower, upper, step ?? 1);
  if (container.kind === "tuple") return { kind: "tuple", items: taken(container.items) };
  if (object?.kind === "list" && !object.open && !object.gives)
    return context.allocate({ kind: "list", items: taken(object.items), open: false });
  if (container.kind === "constant" && container.type === "str" && plain(container.data))
    return text(taken(Array.from(String(container.data))).join(""));
  context.leak(container);
  return unknown("the slice is not followed");
}

/** An item of a container, and nobody knows which: it is one of these, so what is done to it is done to one of them. */
export function oneOf(
  items: readonly MachineValue[],
  open: boolean,
  why: string,
  context: Context,
): MachineValue {
  const mutable = items.filter((item) => ["reference", "tuple", "either", "method"].includes(item.kind));
  if (mutable.length > 20) context.escape(mutable);
  if (!open && items.length > 0 && items.length <= 20)
    return context.each(joinValues([...items]), (one) => one);
  return mutable.length === 0 || mutable.length > 20
    ? unknown(why)
    : context.each(joinValues([...mutable, unknown(why)]), (one) => one);
}

/** One UTF-16 unit for each of Python's characters. */
function plain(data: unknown): boolean {
  return typeof data === "string" && !/[\ud800-\udfff]/.test(data);
}

function joined(expression: Extract<Expression, { kind: "joined" }>, context: Context): MachineValue {
  const span = context.span(expression);
  let result: MachineValue = text("", span);
  for (const part of expression.parts) {
    const value: MachineValue =
      typeof part === "string"
        ? text(part)
        : formattedAs(evaluate(part.value, context), part.format, context);
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
  let open = false;
  for (const element of expression.items) {
    if (element.kind !== "starred") {
      const value = evaluate(element, context);
      if (!open) items.push(value);
      else context.escape([value].filter(({ kind }) => kind !== "function"));
      continue;
    }
    const value = evaluate(element.value, context);
    const expanded = elements(value, context);
    if (open || expanded.open) context.leak(value);
    if (!open) items.push(...expanded.items);
    open ||= expanded.open;
  }
  if (expression.type !== "tuple") return context.allocate({ kind: expression.type, items, open, span });
  if (open) context.leak({ kind: "tuple", items });
  return open ? unknown("its length is not known", span) : { kind: "tuple", items, span };
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
  if (value.kind === "constant" && value.type === "str" && plain(value.data)) {
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
