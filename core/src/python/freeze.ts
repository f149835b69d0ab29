import {
  keyText,
  libraryType,
  ownMethods,
  type BoundArguments,
  type HeapObject,
  type MachineValue,
  type Site,
} from "./machine.js";
import type { CallSiteAt } from "./call-site.js";
import { marksOf, type FrozenArgumentsAt, type WrittenRecord } from "./record.js";
import type { State } from "./state.js";
import type { WrittenSpan } from "./text-version.js";
import type { ValueAt } from "./value.js";

const deepest = 30;
/** A value that is larger than this is not known: one list in itself a few times over has no end to it. */
const mostParts = 5_000;

const imported = "it is imported, and what it is shows when the notebook runs";
const code = "it is a function or a class";

/** A value as plain data, its containers as they are in `state`. */
export function freeze(value: MachineValue, state: State): ValueAt<WrittenSpan> {
  return new Freezer(state).value(value);
}

/** A record with the call as it is evaluated. */
export type Recorded<Record = WrittenRecord> = Record extends WrittenRecord
  ? Omit<Record, "site" | "inner" | "self" | "arguments"> & {
      readonly site: Site;
      readonly arguments: BoundArguments;
    } & (Record extends { readonly kind: "construction" }
        ? { readonly inner?: Site; readonly self: MachineValue }
        : { readonly self?: MachineValue })
  : never;

export function freezeRecord(record: Recorded, state: State): WrittenRecord {
  const freezer = new Freezer(state);
  const site = freezer.site(record.site);
  const given = freezer.arguments(record.arguments);
  if (record.kind === "construction") {
    const { kind, type, id } = record;
    const inner = record.inner ? { inner: freezer.site(record.inner) } : {};
    return { kind, type, id, site, self: freezer.value(record.self), arguments: given, ...inner };
  }
  const { kind, type, method } = record;
  const self = record.self ? { self: freezer.value(record.self) } : {};
  return { kind, type, method, site, arguments: given, ...marksOf(record), ...self };
}

/** Makes plain data of what is in one state. An argument that is met again becomes the same object again. */
class Freezer {
  /** Containers of constants, by their numbers: what holds others may be cut off, where it is deep or large. */
  private readonly plain = new Map<number, ValueAt<WrittenSpan>>();
  private readonly values = new Map<MachineValue, ValueAt<WrittenSpan>>();
  private left = mostParts;

  constructor(private readonly state: State) {}

  value(value: MachineValue): ValueAt<WrittenSpan> {
    const known = this.values.get(value);
    if (known) return known;
    this.left = mostParts;
    const frozen = this.part(value, 0);
    this.values.set(value, frozen);
    return frozen;
  }

  arguments(bound: BoundArguments): FrozenArgumentsAt<WrittenSpan> {
    const keywords = new Map<string, ValueAt<WrittenSpan>>();
    for (const [name, value] of bound.keywords) keywords.set(name, this.value(value));
    return {
      positional: bound.positional.map((value) => this.value(value)),
      keywords,
      openKeywords: bound.openKeywords,
      openPositional: bound.openPositional,
      ...(bound.twice === undefined ? {} : { twice: bound.twice }),
    };
  }

  site(site: Site): CallSiteAt<WrittenSpan> {
    return { ...site, arguments: site.arguments.map((one) => ({ ...one, value: this.value(one.value) })) };
  }

  private part(value: MachineValue, depth: number): ValueAt<WrittenSpan> {
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
        return { kind: "unknown", why: code, ...span };
      default:
    }
    if (depth > deepest || --this.left < 0)
      return { kind: "unknown", why: "it is too large to follow", ...span };
    const inner = (item: MachineValue) => this.part(item, depth + 1);
    if (value.kind === "tuple") return { kind: "tuple", items: value.items.map(inner), open: false, ...span };
    if (value.kind === "either") return { kind: "either", values: value.values.map(inner), ...span };
    const known = this.plain.get(value.id);
    if (known) return known;
    const object = this.state.object(value.id);
    if (!object) return { kind: "unknown", why: "it was lost", ...span };
    const frozen = this.object(object, span, depth);
    if (object.span && isPlain(object)) this.plain.set(value.id, frozen);
    return frozen;
  }

  private object(
    object: HeapObject,
    span: { readonly span?: WrittenSpan },
    depth: number,
  ): ValueAt<WrittenSpan> {
    const inner = (item: MachineValue) => this.part(item, depth + 1);
    // Where the object was written out is what an edit needs; where it is mentioned is what a message needs.
    const place = object.span ? { span: object.span } : span;
    const read = object.kind !== "instance" && object.read ? { read: object.read } : {};
    const at = { ...place, ...read };
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
      const members = new Map<string, ValueAt<WrittenSpan>>();
      for (const [name, member] of object.members) members.set(name, inner(member));
      // What the class has of its own is there instead of what its base would have
      if (typeof type !== "string") {
        for (const name of ownMethods(type))
          members.set(name, {
            kind: "unknown",
            why: `${type.name} has a ${name} of its own`,
            isOfClass: true,
          });
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
}

/** It holds no container. */
function isPlain(object: HeapObject): boolean {
  if (object.kind === "instance") return false;
  for (const one of object.kind === "dict" ? object.entries.values() : object.items)
    if (one.kind === "reference" || one.kind === "tuple" || one.kind === "either") return false;
  return true;
}
