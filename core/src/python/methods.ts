import { runs } from "./call.js";
import type { Context } from "./context.js";
import { mayBeAbsent, mergeEntries } from "./dict-entries.js";
import { elements } from "./expression.js";
import { holding, references, taken } from "./held.js";
import { inOrder } from "./item-calls.js";
import { environmentVariable, setEnvironmentVariable } from "./environment-variables.js";
import {
  dictKey,
  integer,
  keyText,
  none,
  text,
  unknown,
  type BoundArguments,
  type HeapObject,
  type MachineValue,
  type Site,
} from "./machine.js";
import { compare, truth } from "./operators.js";
import { joinValues } from "./state.js";
import { oneOf } from "./subscript.js";
import { textMethod } from "./text-methods.js";

/** A method of a text, tuple, list, set or dict; of anything else the result is unknown. */
export function callContainerMethod(
  receiver: MachineValue,
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const open = bound.openPositional || bound.openKeywords;
  if (receiver.kind === "constant" && receiver.type === "str") {
    return (
      (open ? undefined : textMethod(String(receiver.data), name, bound, site, context)) ??
      unknown(runs(site))
    );
  }
  const object = context.object(receiver);
  if (object?.kind === "dict") return dictMethod(receiver, object, name, bound, site, context);
  if (object?.kind === "list" || object?.kind === "set")
    return listMethod(receiver, object, name, bound, site, context);
  const given = [...bound.positional, ...bound.keywords.values()];
  // `x.__class__.append(x, …)`: of a list it takes one
  const isUnbound = name === "append" && given.length !== 1;
  const keeps = keepers.has(name);
  if ((!observers.has(name) && !keeps) || isUnbound) context.escape([receiver, ...given]);
  else if (keeps) {
    context.changeUnknown();
    context.keep(given);
  }
  return unknown(runs(site));
}

/** Methods that only look at what they are given, on whatever object they are called. */
const observers: ReadonlySet<string> = new Set([
  "info",
  "debug",
  "warning",
  "error",
  "write",
  "print",
  "log",
  "dump",
  "dumps",
  "format",
  "client",
  "resource",
  "fit",
  "run",
  "get",
  "join",
]);

/** Methods that only put away what they are given: a list's, and those of Step Functions' states. */
const keepers: ReadonlySet<string> = new Set([
  "append",
  "add_branch",
  "add_choice",
  "add_catch",
  "add_retry",
  "attach_iterator",
  "default_choice",
  "next",
]);

type Dict = Extract<HeapObject, { readonly kind: "dict" }>;
type List = Extract<HeapObject, { readonly kind: "list" | "set" }>;

function dictMethod(
  self: MachineValue,
  object: Dict,
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const [first, second] = bound.positional;
  const key = first && dictKey(first);
  const more = () =>
    oneOf(taken(object.held, context), true, "the dict may hold more than is known", context);
  const change = (entries: ReadonlyMap<string, MachineValue>, open = object.open, mixed = false) => {
    const unordered = mixed || object.unordered === true;
    const changed = { entries, open, ...(unordered ? { unordered } : {}) };
    context.update(self, (old) => (old.kind === "dict" ? { ...old, ...changed } : old));
  };
  switch (name) {
    case "get": {
      const fallback = second ?? bound.keywords.get("default") ?? none;
      if (key === undefined)
        return oneOf(
          [...object.entries.values(), ...taken(object.held, context), fallback],
          object.open,
          "the key is not known",
          context,
        );
      const entry = object.entries.get(key);
      if (entry?.kind === "absent") return fallback;
      if (object.open && isPerhapsUnknown(entry)) context.keep([fallback]);
      if (!entry) return object.open ? more() : fallback;
      return entry.kind === "either"
        ? joinValues(entry.values.map((one) => (one.kind === "absent" ? fallback : one)))
        : entry;
    }
    case "update": {
      const entries = new Map(object.entries);
      let open = object.open || bound.openKeywords || bound.openPositional;
      const other = first && context.object(first);
      if (bound.openKeywords || bound.openPositional || (first && (other?.kind !== "dict" || other.open))) {
        for (const [name_, entry] of entries)
          entries.set(name_, joinValues([entry, unknown("the dict was updated with something unknown")]));
        open = true;
        context.leak(first ?? none, ...(first ? elements(first, context).items : []));
      }
      const merged = other?.kind === "dict" && mergeEntries(entries, other.entries);
      const keywords = new Map([...bound.keywords].map(([keyword, value]) => [`'${keyword}`, value]));
      const mixed =
        mergeEntries(entries, keywords) || merged || (other?.kind === "dict" && other.unordered === true);
      change(entries, open, mixed);
      const added = other?.kind === "dict" ? other.keys : undefined;
      context.update(self, (old) =>
        old.kind === "dict" ? { ...old, keys: new Map([...(old.keys ?? []), ...(added ?? [])]) } : old,
      );
      return none;
    }
    case "setdefault": {
      const fallback = second ?? none;
      if (key === undefined) break;
      const entry = object.entries.get(key);
      if (!entry && object.open) {
        const value = more();
        change(new Map(object.entries).set(key, value));
        context.escape([fallback]);
        return value;
      }
      if (object.open && isPerhapsUnknown(entry)) context.keep([fallback]);
      const value =
        entry && entry.kind !== "absent"
          ? entry.kind === "either"
            ? joinValues(entry.values.map((one) => (one.kind === "absent" ? fallback : one)))
            : entry
          : fallback;
      change(new Map(object.entries).set(key, value), object.open, mayBeAbsent(entry));
      return value;
    }
    case "pop": {
      if (key === undefined) break;
      const known = object.entries.get(key);
      const entry = known?.kind === "absent" ? undefined : known;
      if (known?.kind === "absent") return second ?? unknown("the key is missing");
      const entries = new Map(object.entries);
      entries.delete(key);
      const keys = new Map(object.keys);
      keys.delete(key);
      if (object.open) entries.set(key, { kind: "absent" });
      if (object.open && second && isPerhapsUnknown(entry)) context.keep([second]);
      context.update(self, (old) => (old.kind === "dict" ? { ...old, entries, keys } : old));
      if (!entry) return object.open || !second ? more() : second;
      return entry.kind === "either"
        ? joinValues(
            entry.values.map((one) =>
              one.kind === "absent" ? (second ?? unknown("the key is missing")) : one,
            ),
          )
        : entry;
    }
    case "copy":
      return context.allocate({ ...object, span: object.span ?? site.span });
    case "clear":
      change(new Map(), false);
      return none;
    case "keys":
    case "values":
    case "items":
      return views(self, object, name, context, site);
    default:
  }
  context.escape([self, ...bound.positional, ...bound.keywords.values()]);
  return unknown(runs(site));
}

/** Of an open dict: it may not be there, so that what is given instead comes of it. */
function isPerhapsUnknown(entry: MachineValue | undefined): boolean {
  const all = entry?.kind === "either" ? entry.values : [entry];
  return all.some((one) => one === undefined || one.kind === "unknown");
}

function views(
  self: MachineValue,
  object: Dict,
  name: "keys" | "values" | "items",
  context: Context,
  site: Site,
): MachineValue {
  const entries = [...object.entries];
  const certain =
    !object.open &&
    object.unordered !== true &&
    entries.every(
      ([key, value]) =>
        keyText(key) !== undefined &&
        value.kind !== "either" &&
        value.kind !== "unknown" &&
        value.kind !== "absent",
    );
  if (!certain) {
    const values = entries.map(([, value]) => value).filter(({ kind }) => kind !== "function");
    context.escape([...values, ...references(object.held)]);
    return unknown("the dict is not wholly known");
  }
  const items = entries.map(([key, value]): MachineValue => {
    const keyOf = text(keyText(key) ?? "");
    return name === "keys" ? keyOf : name === "values" ? value : context.tuple([keyOf, value]);
  });
  const gives = { type: "view", moment: context.moment, of: [self], withValues: name !== "keys" } as const;
  return context.allocate({ kind: "list", items, open: false, gives, span: site.span });
}

function listMethod(
  self: MachineValue,
  object: List,
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const [first, second] = bound.positional;
  const certain = !bound.openPositional && !bound.openKeywords;
  if (object.gives) {
    context.escape([self, ...bound.positional, ...bound.keywords.values()]);
    return unknown(runs(site));
  }
  const change = (items: readonly MachineValue[], open = object.open) => {
    context.update(self, (old) => (old.kind === object.kind ? { ...old, items, open } : old));
  };
  // Behind what is not known nothing has a known place
  const hold = (items: readonly MachineValue[]) => {
    const held = context.holdable(items);
    context.update(self, (old) => holding(old, held));
  };
  switch (name) {
    case "append":
    case "add":
      if (!first || !certain) break;
      if (
        object.kind === "set" &&
        object.items.some((item) => truth(compare("==", item, first, context), context) !== false)
      )
        break;
      if (!object.open) change([...object.items, first]);
      else hold([first]);
      return none;
    case "extend": {
      if (!first || !certain) break;
      const added = elements(first, context);
      if (added.open) context.leak(first);
      if (!object.open) change([...object.items, ...added.items], added.open);
      else hold(added.items);
      return none;
    }
    case "insert":
      if (first?.kind !== "constant" || first.type !== "int" || !second || Number(first.data) < 0) break;
      if (object.open && Number(first.data) > object.items.length) {
        hold([second]);
        return none;
      }
      change([
        ...object.items.slice(0, Number(first.data)),
        second,
        ...object.items.slice(Number(first.data)),
      ]);
      return none;
    case "pop": {
      if (
        object.open ||
        object.kind === "set" ||
        (first && (first.kind !== "constant" || first.type !== "int"))
      )
        break;
      const place = first?.kind === "constant" ? Number(first.data) : -1;
      const item = object.items.at(place);
      const at = place < 0 ? object.items.length + place : place;
      change(object.items.filter((_, index) => index !== at));
      return item ?? unknown("the list is shorter");
    }
    case "copy":
      return context.allocate({ ...object, span: object.span ?? site.span });
    case "clear":
      change([], false);
      return none;
    case "reverse":
      if (object.open || object.kind === "set") break;
      change([...object.items].reverse());
      return none;
    case "sort": {
      if (object.open || object.kind === "set" || !certain || first) break;
      const ordered = inOrder(object.items, bound, site, context);
      // What a key's function did to the list meanwhile is not followed
      if (!ordered || context.object(self) !== object) break;
      change(ordered);
      return none;
    }
    case "remove": {
      if (object.open || !first || !certain) break;
      const place = firstEqual(object.items, first, context);
      if (place === undefined) break;
      change(object.items.filter((_, index) => index !== place));
      return none;
    }
    case "index":
    case "count": {
      const known = !object.open && first && certain && bound.positional.length === 1;
      const equal = known
        ? object.items.map((item) => truth(compare("==", item, first, context), context))
        : [];
      if (!known || equal.includes(undefined) || object.kind === "set") return unknown(runs(site));
      const place = equal.indexOf(true);
      return name === "count"
        ? integer(equal.filter((one) => one === true).length)
        : place < 0
          ? unknown(runs(site))
          : integer(place);
    }
    default:
  }
  context.escape([self, ...bound.positional, ...bound.keywords.values()]);
  return unknown(runs(site));
}

/** The place of the first item that is equal; undefined: not known, or there is none. */
function firstEqual(
  items: readonly MachineValue[],
  value: MachineValue,
  context: Context,
): number | undefined {
  for (const [place, item] of items.entries()) {
    const equal = truth(compare("==", item, value, context), context);
    if (equal !== false) return equal === true ? place : undefined;
  }
  return undefined;
}

/** `os.environ.get(…)`, `os.getenv(…)` and their like. */
export function callEnvironment(
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const [first, second] = bound.positional;
  if (!first) {
    if (name === "update")
      for (const [variable, value] of bound.keywords) setEnvironmentVariable(variable, value, context);
    return unknown(runs(site));
  }
  if (name === "get" || name === "getenv") return environmentVariable(first, second, context);
  if (first.kind === "constant" && first.type === "str" && (name === "setdefault" || name === "pop")) {
    const value = environmentVariable(first, second, context);
    setEnvironmentVariable(String(first.data), name === "pop" ? unknown(runs(site)) : value, context);
    return value;
  }
  const other = name === "update" ? context.object(first) : undefined;
  if (other?.kind === "dict") {
    for (const [key, value] of other.entries) {
      const variable = keyText(key);
      if (variable !== undefined) setEnvironmentVariable(variable, value, context);
    }
  }
  return unknown(runs(site));
}
