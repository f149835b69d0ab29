import type { Expression, Slice } from "./ast.js";
import { classAttribute } from "./class-attributes.js";
import type { Context } from "./context.js";
import { itemsOf } from "./data-classes.js";
import { isEnum } from "./enum-members.js";
import { environmentVariable } from "./environment-variables.js";
import { evaluate } from "./expression.js";
import { callFunction } from "./function.js";
import { taken } from "./held.js";
import { dictKey, noArguments, text, unknown, type MachineValue } from "./machine.js";
import { sliceOf } from "./slice-of.js";
import { callSpecial, methodOfOwn } from "./special-methods.js";
import { joinValues } from "./state.js";

/** `value[index]`, `value[from:to]` */
export function subscript(value: MachineValue, index: Expression | Slice, context: Context): MachineValue {
  if (index.kind === "slice") return context.each(value, (one) => sliced(one, index, context));
  return itemOf(value, evaluate(index, context), context);
}

/** `value[key]` */
export function itemOf(value: MachineValue, key: MachineValue, context: Context): MachineValue {
  const own = key.kind === "either" ? undefined : methodOfOwn(value, "__getitem__", context);
  if (own) return callFunction(own.definition, own.self, { ...noArguments, positional: [key] }, context);
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
        [...object.entries.values(), ...taken(object.held, context)],
        object.open,
        "the key is not known",
        context,
      );
    const entry = object.entries.get(name);
    if (entry && entry.kind !== "absent") return context.each(entry, (one) => one);
    if (!object.open) return unknown("the dict has no such key");
    return oneOf(taken(object.held, context), true, "the dict may hold more than is known", context);
  }
  if (container.kind === "class" && isEnum(container.definition.bases) && key.kind === "constant")
    return classAttribute(container.definition, String(key.data), context);
  const listed =
    object?.kind === "list" && (!object.gives || object.gives.type === "range") ? object.items : undefined;
  const items = container.kind === "tuple" ? container.items : (listed ?? itemsOf(object));
  const held = () => (object?.kind === "list" ? taken(object.held, context) : []);
  if (key.kind !== "constant" || (key.type !== "int" && key.type !== "bool"))
    return oneOf([...(items ?? []), ...held()], true, "the index is not known", context);
  const place = Number(key.data);
  if (items) {
    const open = object?.kind === "list" && object.open;
    const perhaps = "the list may hold more than is known";
    if (place < 0 && open) return oneOf([...items, ...held()], true, perhaps, context);
    const one = items.at(place);
    if (one) return one;
    return open ? oneOf(held(), true, perhaps, context) : unknown("the list is shorter");
  }
  if (container.kind === "constant" && container.type === "str" && isPlain(container.data)) {
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
  if (container.kind === "constant" && container.type === "str" && isPlain(container.data))
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
export function isPlain(data: unknown): boolean {
  return typeof data === "string" && !/[\ud800-\udfff]/.test(data);
}
