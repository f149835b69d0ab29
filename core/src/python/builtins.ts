import { deleteAttribute, setAttribute } from "./assign.js";
import { loseNames, runs } from "./call.js";
import type { Context } from "./context.js";
import { forgetOverwritten, mergeEntries } from "./dict-entries.js";
import { attribute } from "./attribute.js";
import { elements } from "./expression.js";
import { formatted, represented } from "./format-text.js";
import { hasAttribute } from "./has-attribute.js";
import { holding } from "./held.js";
import {
  dictKey,
  bool,
  integer,
  none,
  unknown,
  type BoundArguments,
  type MachineValue,
  type Site,
} from "./machine.js";
import { isInstance } from "./is-instance.js";
import { callOnItems, isItemCall } from "./item-calls.js";
import { callContainerMethod } from "./methods.js";
import { truth } from "./operators.js";
import { setItems } from "./set-items.js";
import { callSpecial } from "./special-methods.js";

const names: ReadonlySet<string> = new Set(
  (
    "abs all any bool bytes callable chr delattr dict dir display divmod enumerate eval exec filter float format frozenset get_ipython getattr globals " +
    "hasattr hash help hex id input int isinstance issubclass iter len list locals map max min next object oct open ord pow print property range " +
    "repr reversed round set setattr slice sorted staticmethod classmethod str sum super tuple type vars zip __import__ " +
    "Exception ValueError KeyError TypeError RuntimeError NotImplementedError ImportError ModuleNotFoundError AttributeError FileNotFoundError OSError IndexError StopIteration KeyboardInterrupt BaseException AssertionError NameError"
  ).split(" "),
);

/** They give something of their own, and leave what they are given alone. */
const observers: ReadonlySet<string> = new Set(
  (
    "abs bytes callable chr dir divmod float format frozenset get_ipython globals hasattr hash hex id input isinstance issubclass locals memoryview " +
    "object oct open ord pow range repr round slice type __import__ bool int str len"
  ).split(" "),
);

export function isBuiltin(name: string): boolean {
  return names.has(name);
}

/** A builtin function, as far as its result can be told; the others give something unknown and leave their arguments alone. */
export function callBuiltin(name: string, bound: BoundArguments, site: Site, context: Context): MachineValue {
  const [first, second, third] = bound.positional;
  const whole = !bound.openPositional && !bound.openKeywords;
  switch (name) {
    case "print":
    case "display":
    case "help":
      for (const one of bound.positional) callSpecial(one, "text", context);
      return none;
    case "exec":
    case "eval":
      if (!hasOwnNames(bound, context)) {
        context.escapeNames();
        if (name === "exec") loseNames(`${name}() may have set it`, context);
      }
      context.escape(bound.positional);
      return unknown(runs(site));
    case "str":
      return first && whole && bound.positional.length === 1
        ? formatted(first, context)
        : unknown(runs(site));
    case "repr":
      return first && whole && bound.positional.length === 1
        ? represented(first, context)
        : unknown(runs(site));
    case "int":
      return first && whole && bound.positional.length === 1
        ? context.each(first, toInteger)
        : unknown(runs(site));
    case "bool": {
      const test = first && whole ? truth(first, context) : undefined;
      return test === undefined ? unknown(runs(site)) : bool(test);
    }
    case "len":
      return first ? context.each(first, (one) => length(one, context)) : unknown(runs(site));
    case "isinstance":
      return first && whole && bound.positional.length === 2
        ? isInstance(first, second, context)
        : unknown(runs(site));
    case "dict":
      return dictionary(first, bound, context, site);
    case "dict.fromkeys":
      return fromKeys(bound, site, context);
    case "getattr":
      if (first && whole && second?.kind === "constant" && second.type === "str" && !third)
        return attribute(first, String(second.data), context);
      context.leak(...bound.positional);
      return unknown("getattr() is not followed");
    case "hasattr":
      return first && whole && second?.kind === "constant" && second.type === "str"
        ? hasAttribute(first, String(second.data), context)
        : unknown(runs(site));
    case "setattr":
      if (first && third && second?.kind === "constant" && second.type === "str")
        setAttribute(first, String(second.data), third, context);
      else context.escape(bound.positional);
      return none;
    case "delattr":
      if (first && whole && second?.kind === "constant" && second.type === "str")
        deleteAttribute(first, String(second.data), context);
      else context.escape(bound.positional);
      return none;
    case "abs":
      return first && whole ? context.each(first, absolute) : unknown(runs(site));
    default:
      if (isItemCall(name)) return callOnItems(name, bound, site, context);
      // `str.strip(text)`, as in `map(str.strip, texts)`
      if (name.startsWith("str.") && first?.kind === "constant" && first.type === "str")
        return callContainerMethod(
          first,
          name.slice("str.".length),
          { ...bound, positional: bound.positional.slice(1) },
          site,
          context,
        );
      if (!observers.has(name)) context.escape([...bound.positional, ...bound.keywords.values()]);
      return unknown(runs(site));
  }
}

/** `exec(code, {})`: the code sees the names that it is given, and not the notebook's. */
function hasOwnNames({ positional, keywords }: BoundArguments, context: Context): boolean {
  const [, names] = positional;
  const given = names && context.object(names);
  const isOwn = names?.kind === "library" || (given?.kind === "dict" && !given.open);
  return isOwn && keywords.size === 0;
}

function toInteger(value: MachineValue): MachineValue {
  if (value.kind !== "constant") return unknown("the number is not known");
  if (value.type === "int") return value;
  if (value.type === "bool") return integer(Number(value.data));
  if (value.type === "float" && Number.isSafeInteger(Math.trunc(Number(value.data))))
    return integer(Math.trunc(Number(value.data)) || 0);
  if (value.type === "str" && /^\s*[+-]?\d{1,15}\s*$/.test(String(value.data)))
    return integer(Number(value.data) || 0);
  return unknown("the number is not followed");
}

function absolute(value: MachineValue): MachineValue {
  const isWhole = value.kind === "constant" && (value.type === "int" || value.type === "bool");
  return isWhole ? integer(Math.abs(Number(value.data))) : unknown("the number is not followed");
}

function length(value: MachineValue, context: Context): MachineValue {
  if (value.kind === "tuple") return integer(value.items.length);
  if (value.kind === "constant" && value.type === "str" && !/[\ud800-\udfff]/.test(String(value.data)))
    return integer(String(value.data).length);
  const distinctItems = setItems(value, context);
  if (distinctItems) return integer(distinctItems.length);
  const object = context.object(value);
  if (object?.kind === "list" && !object.open && (!object.gives || object.gives.type === "range"))
    return integer(object.items.length);
  if (object?.kind === "instance") context.escape([value]);
  if (
    object?.kind === "dict" &&
    !object.open &&
    [...object.entries.values()].every(({ kind }) => kind !== "either" && kind !== "unknown")
  ) {
    return integer(object.entries.size);
  }
  return unknown("the length is not known");
}

function dictionary(
  source: MachineValue | undefined,
  bound: BoundArguments,
  context: Context,
  site: Site,
): MachineValue {
  const entries = new Map<string, MachineValue>();
  let open = bound.openKeywords || bound.openPositional;
  let unordered = false;
  if (source) {
    const object = context.object(source);
    const found = object?.kind === "dict" ? undefined : elements(source, context);
    const paired = found && !found.open ? pairs(found.items, context) : undefined;
    if (object?.kind === "dict") mergeEntries(entries, object.entries);
    else if (paired) for (const [key, value] of paired) entries.set(key, value);
    else context.leak({ kind: "tuple", items: found?.items ?? [] }, source);
    if (paired === undefined && (object?.kind !== "dict" || object.open)) open = true;
    unordered = object?.kind === "dict" && object.unordered === true;
  }
  const given = new Map([...bound.keywords].map(([name, value]) => [`'${name}`, value]));
  if (bound.openKeywords) forgetOverwritten(entries, given);
  unordered = mergeEntries(entries, given) || unordered;
  const object = source && context.object(source);
  const held = object?.kind === "dict" ? (object.held ?? []) : [];
  const keys = new Map(object?.kind === "dict" ? object.keys : []);
  for (const { name, span } of site.arguments)
    if (name !== undefined) keys.set(`'${name}`, { ...span, end: span.start + name.length });
  const dict = {
    kind: "dict",
    entries,
    open,
    keys,
    ...(unordered ? { unordered } : {}),
    span: site.span,
  } as const;
  return context.allocate(holding(dict, held));
}

/** Keys and values; undefined: not each item is known to be two of them. */
function pairs(
  items: readonly MachineValue[],
  context: Context,
): readonly (readonly [string, MachineValue])[] | undefined {
  const found = items.map((item) => {
    const object = context.object(item);
    const isList = object?.kind === "list" && !object.open && !object.gives;
    const [first, second, ...others] = item.kind === "tuple" ? item.items : isList ? object.items : [];
    const key = first && others.length === 0 ? dictKey(first) : undefined;
    return key === undefined || !second ? undefined : ([key, second] as const);
  });
  context.step();
  return found.every((one) => one !== undefined) ? found : undefined;
}

function fromKeys(bound: BoundArguments, site: Site, context: Context): MachineValue {
  const [source, value = none] = bound.positional;
  const found =
    source && !bound.openPositional && !bound.openKeywords ? elements(source, context) : undefined;
  const keys = found?.open === false ? found.items.map((item) => dictKey(item)) : [undefined];
  if (keys.includes(undefined) || bound.keywords.size > 0) {
    context.escape([...bound.positional, ...bound.keywords.values()]);
    return unknown(runs(site));
  }
  const entries = new Map(keys.flatMap((key) => (key === undefined ? [] : [[key, value] as const])));
  return context.allocate({ kind: "dict", entries, open: false, span: site.span });
}
