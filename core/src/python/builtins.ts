import { setAttribute } from "./assign.js";
import { loseNames, runs } from "./call.js";
import type { Context } from "./context.js";
import { mergeEntries } from "./dict-entries.js";
import { attribute, elements } from "./expression.js";
import { formatted } from "./format-text.js";
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
import { truth } from "./operators.js";
import { callSpecial } from "./special-methods.js";

const names: ReadonlySet<string> = new Set(
  (
    "abs all any bool bytes callable chr dict dir display divmod enumerate eval exec filter float format frozenset get_ipython getattr globals " +
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
      if (name === "exec") loseNames(`${name}() may have set it`, context);
      else context.escapeNames();
      context.escape(bound.positional);
      return unknown(runs(site));
    case "str":
      return first && whole && bound.positional.length === 1
        ? formatted(first, true, context)
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
    case "list":
    case "tuple":
    case "set":
    case "frozenset":
    case "sorted":
    case "reversed":
      return collect(name, first, bound, site, context);
    case "dict":
      return dictionary(first, bound, context, site);
    case "range":
      return range(bound, site, context);
    case "enumerate":
    case "zip":
      return rows(name, bound, site, context);
    case "getattr":
      if (first && whole && second?.kind === "constant" && second.type === "str" && !third)
        return attribute(first, String(second.data), context);
      context.leak(...bound.positional);
      return unknown("getattr() is not followed");
    case "setattr":
      if (first && third && second?.kind === "constant" && second.type === "str")
        setAttribute(first, String(second.data), third, context);
      else context.escape(bound.positional);
      return none;
    case "sum":
    case "min":
    case "max":
    case "any":
    case "all":
      // They go through what they are given, a generator too, and may give one of its items
      context.leak(...bound.positional);
      context.escape([...bound.keywords.values()]);
      for (const value of bound.positional) elements(value, context);
      return unknown(runs(site));
    default:
      if (!observers.has(name)) context.escape([...bound.positional, ...bound.keywords.values()]);
      return unknown(runs(site));
  }
}

function toInteger(value: MachineValue): MachineValue {
  if (value.kind !== "constant") return unknown("the number is not known");
  if (value.type === "int") return value;
  if (value.type === "bool") return integer(Number(value.data));
  if (value.type === "str" && /^\s*[+-]?\d{1,15}\s*$/.test(String(value.data)))
    return integer(Number(value.data) || 0);
  return unknown("the number is not followed");
}

function length(value: MachineValue, context: Context): MachineValue {
  if (value.kind === "tuple") return integer(value.items.length);
  if (value.kind === "constant" && value.type === "str" && !/[\ud800-\udfff]/.test(String(value.data)))
    return integer(String(value.data).length);
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

function collect(
  name: string,
  source: MachineValue | undefined,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const { span } = site;
  const lost = () => {
    context.leak(...bound.positional);
    context.escape([...bound.keywords.values()]);
    return unknown(runs(site));
  };
  if (bound.openPositional || bound.openKeywords || bound.keywords.size > 0 || bound.positional.length > 1)
    return lost();
  if (!source) {
    if (name === "list") return context.allocate({ kind: "list", items: [], open: false, span });
    if (name === "set") return context.allocate({ kind: "set", items: [], open: false, span });
    return name === "tuple" ? { kind: "tuple", items: [], span } : unknown(runs(site));
  }
  const { items, open } = elements(source, context);
  // A set's order is not Python's to tell, and duplicates go
  if (open || context.object(source)?.kind === "set") return lost();
  switch (name) {
    case "list":
      return context.allocate({ kind: "list", items, open: false, span });
    case "tuple":
      return { kind: "tuple", items, span };
    case "sorted": {
      const texts = items.map((item) =>
        item.kind === "constant" && item.type === "str" ? String(item.data) : undefined,
      );
      if (texts.includes(undefined) || texts.some((one) => /[\ud800-\udfff]/.test(one ?? ""))) return lost();
      const sorted = [...items].sort((a, b) =>
        String("data" in a && a.data) < String("data" in b && b.data) ? -1 : 1,
      );
      return context.allocate({
        kind: "list",
        items: texts.length > 1 ? stable(sorted) : items,
        open: false,
        span,
      });
    }
    default:
      return lost();
  }
}

/** Equal texts are the same value, whichever comes first. */
function stable(items: readonly MachineValue[]): readonly MachineValue[] {
  return items;
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
  if (bound.openKeywords) entries.clear();
  const given = new Map([...bound.keywords].map(([name, value]) => [`'${name}`, value]));
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
    const [first, second, ...others] = item.kind === "tuple" ? item.items : [];
    const key = first && others.length === 0 ? dictKey(first) : undefined;
    return key === undefined || !second ? undefined : ([key, second] as const);
  });
  context.step();
  return found.every((one) => one !== undefined) ? found : undefined;
}

function range(bound: BoundArguments, site: Site, context: Context): MachineValue {
  const bounds = bound.positional.map((value) =>
    value.kind === "constant" && value.type === "int" ? Number(value.data) : undefined,
  );
  if (bound.openPositional || bounds.includes(undefined) || bounds.length === 0 || bounds.length > 2)
    return unknown(runs(site));
  const [from, to] = bounds.length === 1 ? [0, bounds[0] ?? 0] : [bounds[0] ?? 0, bounds[1] ?? 0];
  if (to - from > 1000) return unknown("the range is too long to follow");
  const items = Array.from({ length: Math.max(0, to - from) }, (_, index) => integer(from + index));
  return context.allocate({
    kind: "list",
    items,
    open: false,
    gives: { type: "range", moment: 0 },
    span: site.span,
  });
}

function rows(name: string, bound: BoundArguments, site: Site, context: Context): MachineValue {
  const lost = () => {
    context.leak(...bound.positional);
    return unknown(runs(site));
  };
  if (bound.openPositional || bound.keywords.size > 0 || bound.openKeywords) return lost();
  const columns = (name === "enumerate" ? bound.positional.slice(0, 1) : bound.positional).map((value) =>
    elements(value, context),
  );
  if (
    columns.length === 0 ||
    columns.some(({ open }) => open) ||
    (name === "enumerate" && bound.positional.length > 1)
  )
    return lost();
  const count = Math.min(...columns.map(({ items }) => items.length));
  const items = Array.from({ length: count }, (_, index): MachineValue => {
    const row = columns.map((column) => column.items[index] ?? none);
    return { kind: "tuple", items: name === "enumerate" ? [integer(index), ...row] : row };
  });
  return context.allocate({
    kind: "list",
    items,
    open: false,
    gives: { type: "iterator", moment: context.moment, of: bound.positional },
    span: site.span,
  });
}
