import type { Expression } from "./ast.js";
import { assignsByFunction } from "./class-attributes.js";
import { loseNames } from "./call.js";
import type { Context } from "./context.js";
import { setEnvironmentVariable } from "./environment-variables.js";
import { mayBeAbsent } from "./dict-entries.js";
import { renamedFunctions } from "./attribute.js";
import { elements, evaluate } from "./expression.js";
import { holding } from "./held.js";
import { isNamespace, setInNamespace } from "./namespaces.js";
import { moduleVariable } from "./local-modules.js";
import { dictKey, unknown, type MachineValue } from "./machine.js";
import { replaceMember } from "./replaced-members.js";
import { loseSearchPath } from "./search-path.js";
import { callSpecial } from "./special-methods.js";
import { joinValues } from "./state.js";
import { withoutNone } from "./without-none.js";

/** `target = value` for every kind of target. */
export function assignTarget(target: Expression, value: MachineValue, context: Context): void {
  switch (target.kind) {
    case "name":
      context.assign(target.id, value);
      return;
    case "attribute": {
      const object = withoutNone(evaluate(target.value, context));
      if (object.kind === "constant" && object.data === null) loseAttribute(target.value, context);
      setAttribute(object, target.name, value, context);
      return;
    }
    case "subscript":
      if (isNamespace(target.value)) {
        if (
          target.index.kind !== "slice" &&
          setInNamespace(target.value, evaluate(target.index, context), value, context)
        )
          return;
        loseNames("it may have been set through globals()", context);
      }
      if (target.index.kind === "slice") {
        context.escape([evaluate(target.value, context)]);
        context.leak(value);
      } else {
        const container = withoutNone(evaluate(target.value, context));
        setItem(container, evaluate(target.index, context), value, context);
      }
      return;
    case "sequence":
      unpack(target.items, value, context);
      return;
    case "starred":
      assignTarget(target.value, unknown("it takes what is left over"), context);
      return;
    default:
  }
}

/** `trainer.networking.subnets = …` of a trainer without a network raises: what is launched after that has another one. */
function loseAttribute(target: Expression, context: Context): void {
  if (target.kind !== "attribute" || target.value.kind !== "name") return;
  const holder = evaluate(target.value, context);
  const object = context.object(holder);
  if (object?.kind === "instance" && typeof object.type === "string")
    setAttribute(holder, target.name, unknown("it is None, of which nothing can be set"), context);
}

export function setAttribute(
  object: MachineValue,
  name: string,
  value: MachineValue,
  context: Context,
): void {
  if (object.kind === "class") {
    setAttribute({ kind: "reference", id: object.definition.id }, name, value, context);
    return;
  }
  if (object.kind === "function" && name === "__name__")
    context.setName(renamedFunctions, unknown("it was assigned"));
  if (object.kind === "library") {
    if (object.path === "sys" && name === "path") loseSearchPath(context);
    replaceMember(object.path, name, value, context);
  }
  const known = context.object(object);
  if (
    known?.kind === "instance" &&
    typeof known.type !== "string" &&
    assignsByFunction(known.type, name, context)
  ) {
    context.escape([object, value]);
    return;
  }
  if (object.kind === "either" && object.values.some(({ kind }) => kind === "class")) {
    context.perhaps(() => {
      for (const one of object.values) setAttribute(one, name, value, context);
    });
    return;
  }
  putInto(object, value, context);
  const variable = moduleVariable(known, name);
  if (variable !== undefined) context.setName(variable, value);
  context.update(object, (old) => {
    if (old.kind !== "instance") return old;
    const own =
      typeof old.type === "string" ? context.library.assigned(old.type, name, value, context) : value;
    return { ...old, members: new Map(old.members).set(name, own) };
  });
}

/** What an attribute of a library's object is after it was deleted: who asks for it gets an AttributeError. */
export const deletedAttribute = "it was deleted";

/** `del object.name` */
export function deleteAttribute(object: MachineValue, name: string, context: Context): void {
  const known = context.object(object);
  // Behind the attribute of an object there may be one of its class
  if (known?.kind !== "instance" || typeof known.type !== "string" || moduleVariable(known, name))
    context.escape([object]);
  else
    context.update(object, (old) =>
      old.kind === "instance"
        ? { ...old, members: new Map(old.members).set(name, unknown(deletedAttribute)) }
        : old,
    );
}

/** Into what nobody follows. */
function putInto(container: MachineValue, value: MachineValue, context: Context): void {
  const isUnknown = ({ kind }: MachineValue) => kind === "unknown" || kind === "library";
  if (!isUnknown(container) && !(container.kind === "either" && container.values.some(isUnknown))) return;
  context.changeUnknown();
  context.keep([value]);
}

export function setItem(
  container: MachineValue,
  index: MachineValue,
  value: MachineValue,
  context: Context,
): void {
  if (index.kind === "either") {
    const keys = index.values.filter(({ kind }) => kind !== "absent");
    context.perhaps(() => {
      for (const one of keys) setItem(container, one, value, context);
    });
    return;
  }
  const key = dictKey(index);
  if (container.kind === "library" && container.path === "os.environ") {
    if (index.kind === "constant" && index.type === "str")
      setEnvironmentVariable(String(index.data), value, context);
    return;
  }
  callSpecial(container, "item set", context);
  putInto(container, value, context);
  const held = isSomewhere(container, key, context) ? context.holdable([value]) : [];
  context.update(container, (old) => {
    if (old.kind === "dict") {
      if (key !== undefined) {
        const entries = new Map(old.entries).set(key, value);
        const unordered = mayBeAbsent(old.entries.get(key)) ? { unordered: true } : {};
        return index.span
          ? { ...old, entries, ...unordered, keys: new Map(old.keys).set(key, index.span) }
          : { ...old, entries, ...unordered };
      }
      // Any key may have been set
      const entries = new Map([...old.entries].map(([name, entry]) => [name, joinValues([entry, value])]));
      return holding({ ...old, entries, open: true }, held);
    }
    if (old.kind !== "list") return old.kind === "instance" ? { ...old, open: true } : old;
    const place = index.kind === "constant" && index.type === "int" ? Number(index.data) : undefined;
    const at = place !== undefined && place < 0 ? old.items.length + place : place;
    if (at === undefined || (old.open && place !== undefined && place < 0)) {
      const items = old.items.map((item) => joinValues([item, value]));
      return old.open ? holding({ ...old, items }, held) : { ...old, items };
    }
    const items = old.items.map((item, position) => (position === at ? value : item));
    return old.open ? holding({ ...old, items }, held) : { ...old, items };
  });
}

/** The place is not known, or it may be behind what is known. */
function isSomewhere(container: MachineValue, key: string | undefined, context: Context): boolean {
  if (key === undefined) return true;
  if (container.kind === "either") return container.values.some((one) => isSomewhere(one, key, context));
  const object = context.object(container);
  return object?.kind === "list" && object.open;
}

function unpack(targets: readonly Expression[], value: MachineValue, context: Context): void {
  const { items, open } = elements(value, context);
  if (open) context.leak(value);
  const starred = targets.findIndex(({ kind }) => kind === "starred");
  const fits = !open && (starred < 0 ? items.length === targets.length : items.length >= targets.length - 1);
  const why = value.kind === "unknown" ? value.why : "what is unpacked is not known";
  for (const [index, target] of targets.entries()) {
    if (target.kind === "starred") {
      const rest = items.slice(index, items.length - (targets.length - 1 - index));
      assignTarget(
        target.value,
        fits ? context.allocate({ kind: "list", items: rest, open: false }) : unknown(why),
        context,
      );
      continue;
    }
    const place = starred >= 0 && index > starred ? index - targets.length : index;
    assignTarget(target, (fits ? items.at(place) : undefined) ?? unknown(why, value.span), context);
  }
}
