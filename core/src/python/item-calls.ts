import { callValue, runs } from "./call.js";
import type { Context } from "./context.js";
import { elements } from "./expression.js";
import { isPure } from "./is-pure.js";
import {
  noArguments,
  bool,
  integer,
  none,
  unknown,
  type BoundArguments,
  type MachineValue,
  type Site,
} from "./machine.js";
import { truth } from "./operators.js";
import { isLess, orderOf } from "./order-values.js";
import { distinct, setItems } from "./set-items.js";

type ItemCall = (bound: BoundArguments, site: Site, context: Context) => MachineValue | undefined;

/** Builtin functions that go through items, each undefined for what is not followed. */
const calls: Readonly<Partial<Record<string, ItemCall>>> = {
  list: (bound, { span }, context) => {
    const items = collected(bound, context);
    return items && context.allocate({ kind: "list", items, open: false, span });
  },
  tuple: (bound, { span }, context) => {
    const items = collected(bound, context);
    return items && context.tuple(items, span);
  },
  set: (bound, { span }, context) => setOf(bound, span, context),
  frozenset: (bound, { span }, context) => setOf(bound, span, context),
  sorted: (bound, site, context) => {
    // Equal keys leave the items as they stood
    const hasKey = bound.keywords.has("key");
    const items = (hasKey ? given : inAnyOrder)(bound, ["key", "reverse"], context);
    const ordered = items && inOrder(items, bound, site, context);
    return ordered && context.allocate({ kind: "list", items: ordered, open: false, span: site.span });
  },
  reversed: (bound, site, context) => {
    const [source] = bound.positional;
    const isSequence = source && (source.kind !== "reference" || context.object(source)?.kind === "list");
    const items = isSequence ? given(bound, [], context) : undefined;
    return items && iterator([...items].reverse(), bound, site, context);
  },
  iter: (bound, site, context) => {
    const items = given(bound, [], context);
    return items && iterator(items, bound, site, context);
  },
  range: (bound, site, context) => range(bound, site, context),
  enumerate: (bound, site, context) => {
    const { positional, keywords } = bound;
    const start = keywords.get("start") ?? positional[1] ?? integer(0);
    if (start.kind !== "constant" || start.type !== "int" || positional.length > 2) return undefined;
    const items = given({ ...bound, positional: positional.slice(0, 1) }, ["start"], context);
    const rows = items?.map((item, index) => context.tuple([integer(Number(start.data) + index), item]));
    return rows && iterator(rows, bound, site, context);
  },
  zip: (bound, site, context) => {
    if (!isWhole(bound, []) || bound.positional.length === 0) return undefined;
    const columns = bound.positional.map((value) => elements(value, context));
    if (columns.some(({ open }) => open)) return undefined;
    const count = Math.min(...columns.map(({ items }) => items.length));
    const rows = Array.from({ length: count }, (_, index) =>
      context.tuple(columns.map((column) => column.items[index] ?? none)),
    );
    return iterator(rows, bound, site, context);
  },
  next: (bound, _site, context) => {
    const [source, fallback] = bound.positional;
    const object = source && context.object(source);
    if (!source || !isWhole(bound, []) || object?.kind !== "list" || object.gives?.type !== "iterator")
      return undefined;
    const { items, open } = elements(source, context);
    return open ? undefined : (items[0] ?? fallback);
  },
  any: (bound, _site, context) => {
    const truths = inAnyOrder(bound, [], context)?.map((item) => truth(item, context));
    if (truths === undefined || truths.includes(undefined)) return undefined;
    return bool(truths.includes(true));
  },
  all: (bound, _site, context) => {
    const truths = inAnyOrder(bound, [], context)?.map((item) => truth(item, context));
    if (truths === undefined || truths.includes(undefined)) return undefined;
    return bool(!truths.includes(false));
  },
  sum: (bound, _site, context) => {
    const start = bound.keywords.get("start") ?? bound.positional[1] ?? integer(0);
    const items = given({ ...bound, positional: bound.positional.slice(0, 1) }, ["start"], context);
    const numbers = items && [start, ...items].map(wholeNumber);
    if (!numbers || bound.positional.length > 2 || numbers.includes(undefined)) return undefined;
    return integer(numbers.reduce<number>((total, one) => total + (one ?? 0), 0));
  },
  min: (bound, site, context) => extreme(bound, (a, b) => isLess(a, b), site, context),
  max: (bound, site, context) => extreme(bound, (a, b) => isLess(b, a), site, context),
  map: (bound, site, context) => {
    const [callee, source] = bound.positional;
    if (!callee || !isLooking(callee) || !isWhole(bound, []) || bound.positional.length !== 2)
      return undefined;
    const items = given({ ...bound, positional: source ? [source] : [] }, [], context);
    const made = items?.map((item) => callEach(callee, item, site, context));
    return made && iterator(made, bound, site, context);
  },
  filter: (bound, site, context) => {
    const [callee, source] = bound.positional;
    const isNone = callee?.kind === "constant" && callee.type === "none";
    if (!callee || !(isNone || isLooking(callee)) || !isWhole(bound, []) || bound.positional.length !== 2)
      return undefined;
    const items = given({ ...bound, positional: source ? [source] : [] }, [], context);
    const truths = items?.map((item) =>
      truth(isNone ? item : callEach(callee, item, site, context), context),
    );
    if (!items || !truths || truths.includes(undefined)) return undefined;
    return iterator(
      items.filter((_, index) => truths[index]),
      bound,
      site,
      context,
    );
  },
};

export function isItemCall(name: string): boolean {
  return Object.hasOwn(calls, name);
}

export function callOnItems(name: string, bound: BoundArguments, site: Site, context: Context): MachineValue {
  const result = calls[name]?.(bound, site, context);
  if (result) return result;
  // They go through what they are given, a generator too, and may give one of its items
  context.leak(...bound.positional);
  context.escape([
    ...(name === "map" || name === "filter" ? bound.positional : []),
    ...bound.keywords.values(),
  ]);
  for (const value of bound.positional) elements(value, context);
  return unknown(runs(site));
}

/**
 * Items in the order that `key` and `reverse` ask for, the functions called once for each item as Python does;
 * undefined: not known.
 */
export function inOrder(
  items: readonly MachineValue[],
  { keywords }: BoundArguments,
  site: Site,
  context: Context,
): readonly MachineValue[] | undefined {
  const reverse = keywords.get("reverse") ?? bool(false);
  const key = keywords.get("key") ?? none;
  const isReversed = truth(reverse, context);
  if (isReversed === undefined) return undefined;
  const keys = key.kind === "constant" ? items : items.map((item) => callEach(key, item, site, context));
  return orderOf(keys, isReversed)?.flatMap((place) => items[place] ?? []);
}

function callEach(callee: MachineValue, item: MachineValue, site: Site, context: Context): MachineValue {
  const bound = { ...noArguments, positional: [item] };
  return callValue(callee, bound, { ...site, arguments: [] }, context);
}

/** Calling it changes nothing, so that it makes no difference when it is called. */
function isLooking(callee: MachineValue): boolean {
  if (callee.kind === "library") return /^builtins\.(?:str(?:\.\w+)?|int|bool|len)$/.test(callee.path);
  if (callee.kind !== "function") return false;
  const { body, opaque } = callee.definition;
  return !opaque && "kind" in body && isPure(body);
}

function isWhole(bound: BoundArguments, keywords: readonly string[]): boolean {
  return (
    !bound.openPositional &&
    !bound.openKeywords &&
    [...bound.keywords.keys()].every((name) => keywords.includes(name))
  );
}

/** The items of the one thing that is given, in their order; undefined: not known. */
function given(
  bound: BoundArguments,
  keywords: readonly string[],
  context: Context,
): readonly MachineValue[] | undefined {
  const [source] = bound.positional;
  const items = inAnyOrder(bound, keywords, context);
  const isSet = source !== undefined && context.object(source)?.kind === "set";
  return items && (!isSet || items.length < 2) ? items : undefined;
}

/** The same where the order makes no difference, so that a set will do. */
function inAnyOrder(
  bound: BoundArguments,
  keywords: readonly string[],
  context: Context,
): readonly MachineValue[] | undefined {
  const [source] = bound.positional;
  if (!source || bound.positional.length > 1 || !isWhole(bound, keywords)) return undefined;
  const inSet = setItems(source, context);
  if (inSet) return inSet;
  const { items, open } = elements(source, context);
  return open ? undefined : items;
}

function collected(bound: BoundArguments, context: Context): readonly MachineValue[] | undefined {
  return bound.positional.length === 0 && isWhole(bound, []) ? [] : given(bound, [], context);
}

function setOf(bound: BoundArguments, span: Site["span"], context: Context): MachineValue | undefined {
  const items = bound.positional.length === 0 && isWhole(bound, []) ? [] : inAnyOrder(bound, [], context);
  const once = items && distinct(items);
  return once && context.allocate({ kind: "set", items: once, open: false, span });
}

export function iterator(
  items: readonly MachineValue[],
  { positional }: BoundArguments,
  { span }: Site,
  context: Context,
): MachineValue {
  const gives = { type: "iterator", moment: context.moment, of: positional } as const;
  return context.allocate({ kind: "list", items, open: false, gives, span });
}

function wholeNumber(value: MachineValue): number | undefined {
  const isNumber = value.kind === "constant" && (value.type === "int" || value.type === "bool");
  return isNumber ? Number(value.data) : undefined;
}

/** @param isBetter Whether the first is to be preferred, as one that stands before another of the same rank is. */
function extreme(
  bound: BoundArguments,
  isBetter: (one: MachineValue, other: MachineValue) => boolean | undefined,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const { positional, keywords } = bound;
  const one = { ...bound, positional: positional.slice(0, 1) };
  const key = keywords.get("key") ?? none;
  const items =
    positional.length > 1 && isWhole(bound, ["key"])
      ? positional
      : (key.kind === "constant" ? inAnyOrder : given)(one, ["key", "default"], context);
  if (!items) return undefined;
  const keys = key.kind === "constant" ? items : items.map((item) => callEach(key, item, site, context));
  let best = 0;
  for (const [place, candidate] of keys.entries()) {
    const chosen = keys[best];
    const better = chosen && isBetter(candidate, chosen);
    if (better === undefined) return undefined;
    if (better) best = place;
  }
  return items[best] ?? keywords.get("default");
}

function range(bound: BoundArguments, site: Site, context: Context): MachineValue | undefined {
  const bounds = bound.positional.map((value) =>
    value.kind === "constant" && value.type === "int" ? Number(value.data) : undefined,
  );
  if (!isWhole(bound, []) || bounds.includes(undefined) || bounds.length === 0 || bounds.length > 3)
    return undefined;
  const [from, to] = bounds.length === 1 ? [0, bounds[0] ?? 0] : [bounds[0] ?? 0, bounds[1] ?? 0];
  const step = bounds[2] ?? 1;
  if (step === 0) return undefined;
  const count = Math.max(0, Math.ceil((to - from) / step));
  if (count > 1000) return unknown("the range is too long to follow");
  return context.allocate({
    kind: "list",
    items: Array.from({ length: count }, (_, index) => integer(from + index * step)),
    open: false,
    gives: { type: "range", moment: 0 },
    span: site.span,
  });
}
