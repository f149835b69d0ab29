import type { Context } from "./context.js";
import {
  keyText,
  libraryType,
  ownMethods,
  type BoundArguments,
  type MachineValue,
  type Site,
} from "./machine.js";
import type { CallSiteAt } from "./call-site.js";
import type { FrozenArgumentsAt } from "./record.js";
import type { State } from "./state.js";
import type { WrittenSpan } from "./text-version.js";
import type { ValueAt } from "./value.js";

const deepest = 30;
/** A value that is larger than this is not known: one list in itself a few times over has no end to it. */
const mostParts = 20_000;

const imported = "it is a function, a class or a module";

/** A value as plain data, its containers as they are in `state`. */
export function freeze(value: MachineValue, state: State): ValueAt<WrittenSpan> {
  return freezePart(value, state, 0, { left: mostParts });
}

function freezePart(
  value: MachineValue,
  state: State,
  depth: number,
  parts: { left: number },
): ValueAt<WrittenSpan> {
  if (value.kind === "constant" && value.span && !value.read)
    return { kind: "constant", data: value.data, span: value.span };
  const span = value.span ? { span: value.span } : {};
  switch (value.kind) {
    case "constant":
      return { kind: "constant", data: value.data, ...span, ...(value.read ? { read: value.read } : {}) };
    case "absent":
      return { kind: "absent", ...span };
    case "unknown":
      return {
        kind: "unknown",
        why: value.why,
        ...(value.pattern ? { pattern: value.pattern } : {}),
        ...span,
      };
    case "library":
      return { kind: "unknown", why: imported, path: value.path, ...span };
    case "function":
    case "class":
    case "method":
      return { kind: "unknown", why: imported, ...span };
    default:
  }
  if (depth > deepest || --parts.left < 0)
    return { kind: "unknown", why: "it is too large to follow", ...span };
  const inner = (item: MachineValue) => freezePart(item, state, depth + 1, parts);
  if (value.kind === "tuple") return { kind: "tuple", items: value.items.map(inner), open: false, ...span };
  if (value.kind === "either") return { kind: "either", values: value.values.map(inner), ...span };
  const object = state.object(value.id);
  if (!object) return { kind: "unknown", why: "it was lost", ...span };
  // Where the object was written out is what an edit needs; where it is mentioned is what a message needs.
  const written = object.span ?? value.span;
  const read = object.kind !== "instance" && object.read ? { read: object.read } : {};
  const at = { ...(written ? { span: written } : {}), ...read };
  if (object.kind === "dict") {
    const entries = new Map<string, ValueAt<WrittenSpan>>();
    const keys = new Map<string, WrittenSpan>();
    let open = object.open;
    for (const [key, entry] of object.entries) {
      const name = keyText(key);
      if (name === undefined) {
        open = true;
        continue;
      }
      entries.set(name, inner(entry));
      const place = object.keys?.get(key);
      if (place) keys.set(name, place);
    }
    return { kind: "dict", entries, open, ...(keys.size > 0 ? { keys } : {}), ...at };
  }
  if (object.kind === "instance") {
    const { type } = object;
    const members = new Map([...object.members].map(([name, member]) => [name, inner(member)]));
    // What the class has of its own is there instead of what its base would have
    if (typeof type !== "string") {
      for (const name of ownMethods(type))
        members.set(name, { kind: "unknown", why: `${type.name} has a ${name} of its own` });
    }
    return {
      kind: "object",
      type: libraryType(type) ?? (typeof type === "string" ? type : type.name),
      members,
      ...(object.open ? { open: true as const } : {}),
      ...at,
    };
  }
  if (object.gives) return { kind: "unknown", why: "it is a range, a view or an iterator", ...at };
  return { kind: object.kind, items: object.items.map(inner), open: object.open, ...at };
}

export function freezeArguments(bound: BoundArguments, context: Context): FrozenArgumentsAt<WrittenSpan> {
  return {
    positional: bound.positional.map((value) => freeze(value, context.state)),
    keywords: new Map([...bound.keywords].map(([name, value]) => [name, freeze(value, context.state)])),
    openKeywords: bound.openKeywords,
    openPositional: bound.openPositional,
    ...(bound.twice === undefined ? {} : { twice: bound.twice }),
  };
}

export function freezeSite(site: Site, state: State): CallSiteAt<WrittenSpan> {
  const written = site.arguments.map(({ value, ...argument }) => ({
    value: freeze(value, state),
    ...argument,
  }));
  return { ...site, arguments: written };
}
