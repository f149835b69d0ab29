import type { ClassNode, Expression } from "./ast.js";
import { callValue } from "./call.js";
import type { Context } from "./context.js";
import { deepCopy } from "./copy-calls.js";
import { mayBeAbsent } from "./dict-entries.js";
import { evaluate } from "./expression.js";
import {
  noArguments,
  unknown,
  type BoundArguments,
  type ClassDefinition,
  type HeapObject,
  type MachineValue,
  type Site,
} from "./machine.js";
import { truth } from "./operators.js";
import { modelOf } from "./pydantic-models.js";
import { joinValues } from "./state.js";

/*
 * Classes whose constructor Python makes out of the fields that they declare: `@dataclass`, `NamedTuple`, and
 * `namedtuple(…)`.
 *
 * @see https://docs.python.org/3/library/dataclasses.html
 */

export interface DataField {
  readonly name: string;
  readonly default?: MachineValue;
  /** What is called for the default. */
  readonly factory?: MachineValue;
  readonly inInit: boolean;
  readonly keywordOnly: boolean;
  /** As it is written. */
  readonly annotation?: string;
}

export interface DataClass {
  readonly made: "dataclass" | "named tuple" | "model";
  readonly fields: readonly DataField[];
}

const namedTuple = "typing.NamedTuple";
/** What `dataclasses.field(…)` gives. */
export const fieldType = "dataclasses.Field";

/** Bases that add nothing to the constructor. */
const plainBases: ReadonlySet<string> = new Set([
  "builtins.object",
  "abc.ABC",
  "typing.Protocol",
  namedTuple,
]);

/**
 * @param members What the class's body has set.
 * @returns Undefined: Python makes no constructor for it. `not followed`: it does, or a decorator makes something else
 *   of the class.
 */
export function dataClassOf(
  node: ClassNode,
  bases: readonly MachineValue[],
  members: ReadonlyMap<string, MachineValue>,
  context: Context,
): DataClass | "not followed" | undefined {
  const isTuple = bases.some((base) => base.kind === "library" && base.path === namedTuple);
  const model = modelOf(node, bases, members, context);
  if (model) return model;
  const [decorator, ...others] = node.decorators;
  if (!decorator) return isTuple ? tupleFields(node, members, context) : undefined;
  const options = others.length === 0 && !isTuple ? dataclassOptions(decorator, context) : undefined;
  if (!options || node.bases.some(({ name }) => name !== undefined)) return "not followed";
  const own = declared(node, members, context);
  const inherited = bases.map((base) =>
    base.kind === "class"
      ? (base.definition.data?.fields ?? [])
      : base.kind === "library" && plainBases.has(base.path)
        ? []
        : undefined,
  );
  if (!own || inherited.includes(undefined)) return "not followed";
  const fields = new Map<string, DataField>();
  for (const field of inherited.reverse().flatMap((one) => one ?? [])) fields.set(field.name, field);
  for (const { name, ...field } of own)
    fields.set(name, { name, ...field, keywordOnly: field.keywordOnly || options.keywordOnly });
  return { made: "dataclass", fields: [...fields.values()] };
}

function tupleFields(
  node: ClassNode,
  members: ReadonlyMap<string, MachineValue>,
  context: Context,
): DataClass | "not followed" {
  const fields = declared(node, members, context);
  return fields ? { made: "named tuple", fields } : "not followed";
}

/** `@dataclass`, `@dataclass(frozen=True)`; undefined: another decorator, or it makes no constructor. */
function dataclassOptions(
  decorator: Expression,
  context: Context,
): { readonly keywordOnly: boolean } | undefined {
  const callee = evaluate(decorator.kind === "call" ? decorator.callee : decorator, context);
  if (callee.kind !== "library" || callee.path !== "dataclasses.dataclass") return undefined;
  let keywordOnly = false;
  for (const { name, value } of decorator.kind === "call" ? decorator.arguments : []) {
    const given = truth(evaluate(value, context), context);
    if (name === "kw_only") {
      if (given === undefined) return undefined;
      keywordOnly = given;
    } else if (name === "init" ? given !== true : name === undefined) return undefined;
  }
  return { keywordOnly };
}

/** The names that the body annotates, in order; undefined: not followed. */
export function declared(
  { body }: ClassNode,
  members: ReadonlyMap<string, MachineValue>,
  context: Context,
): readonly DataField[] | undefined {
  const fields: DataField[] = [];
  const { text } = context.version;
  for (const statement of body) {
    if (/^(?:if|for|while|try|with|match|delete|augmented assign|invalid)$/.test(statement.kind))
      return undefined;
    const target =
      statement.kind === "declare"
        ? statement.target
        : statement.kind === "assign" && statement.targets.length === 1
          ? statement.targets[0]
          : undefined;
    if (target?.kind !== "name") continue;
    const end = statement.kind === "assign" ? statement.value.from : statement.to;
    const annotation = /^\s*:([^]*)$/.exec(text.slice(target.to, end))?.[1];
    if (annotation === undefined) continue;
    if (
      /\b(?:InitVar|KW_ONLY)\b/.test(annotation) ||
      (statement.kind === "assign" && statement.value.kind === "invalid")
    )
      return undefined;
    if (/\bClassVar\b/.test(annotation)) continue;
    const field = fieldOf(
      target.id,
      statement.kind === "assign" ? members.get(target.id) : undefined,
      context,
    );
    if (!field) return undefined;
    fields.push({ ...field, annotation: annotation.replace(/=\s*$/, "").trim() });
  }
  return fields;
}

function fieldOf(name: string, value: MachineValue | undefined, context: Context): DataField | undefined {
  const plain = { name, inInit: true, keywordOnly: false };
  if (value === undefined) return plain;
  const object = context.object(value);
  if (object?.kind !== "instance" || object.type !== fieldType) return { ...plain, default: value };
  if (object.open) return undefined;
  const option = (given: string, otherwise: boolean) => {
    const set = object.members.get(given);
    return set ? truth(set, context) : otherwise;
  };
  const [inInit, keywordOnly] = [option("init", true), option("kw_only", false)];
  if (inInit === undefined || keywordOnly === undefined) return undefined;
  const [fallback, factory] = [object.members.get("default"), object.members.get("default_factory")];
  return {
    name,
    inInit,
    keywordOnly,
    ...(fallback ? { default: fallback } : {}),
    ...(factory ? { factory } : {}),
  };
}

/** What the class itself has under the names of its fields: their defaults, none where a function makes them. */
export function classMembers(
  members: ReadonlyMap<string, MachineValue>,
  { made, fields }: DataClass,
): Map<string, MachineValue> {
  const own = new Map(members);
  for (const { name, default: fallback } of fields) {
    if (!own.has(name)) continue;
    if (fallback && made === "dataclass") own.set(name, fallback);
    else own.delete(name);
  }
  return own;
}

/** The constructor that Python makes: sets the fields of `self`. */
export function initialize(
  self: MachineValue,
  { fields }: DataClass,
  bound: BoundArguments,
  site: Site,
  context: Context,
): void {
  const positional = fields.filter(({ inInit, keywordOnly }) => inInit && !keywordOnly);
  const open = bound.openKeywords || bound.openPositional;
  const values = fields.flatMap((field): [string, MachineValue][] => {
    const place = positional.indexOf(field);
    const given = field.inInit
      ? ((place < 0 ? undefined : bound.positional[place]) ?? bound.keywords.get(field.name))
      : undefined;
    const fallback = (): MachineValue | undefined =>
      field.factory
        ? callValue(field.factory, noArguments, { ...site, arguments: [] }, context)
        : field.default;
    if (!given) {
      if (field.inInit && open)
        return [[field.name, unknown("it may be among the arguments that are expanded")]];
      // Without an argument for it the class's own default will do
      const own =
        (field.inInit || field.factory ? fallback() : undefined) ??
        (field.inInit ? unknown(`the argument ${field.name} is not given`) : undefined);
      return own ? [[field.name, own]] : [];
    }
    if (given.kind !== "either" || !mayBeAbsent(given)) return [[field.name, given]];
    const present = given.values.filter(({ kind }) => kind !== "absent");
    return [[field.name, joinValues([...present, fallback() ?? unknown("it is perhaps not given")])]];
  });
  context.update(self, (object) =>
    object.kind === "instance" ? { ...object, members: new Map([...object.members, ...values]) } : object,
  );
}

/** An object of such a class whose fields are as they are known. */
export function dataOf(
  value: MachineValue,
  context: Context,
):
  | {
      readonly type: ClassDefinition;
      readonly data: DataClass;
      readonly members: ReadonlyMap<string, MachineValue>;
    }
  | undefined {
  const object = context.object(value);
  if (object?.kind !== "instance" || object.open || typeof object.type === "string") return undefined;
  const { type, members } = object;
  return type.data ? { type, data: type.data, members } : undefined;
}

/** The values of a named tuple in their order. */
export function itemsOf(object: HeapObject | undefined): readonly MachineValue[] | undefined {
  if (object?.kind !== "instance" || object.open || typeof object.type === "string") return undefined;
  const { data } = object.type;
  if (data?.made !== "named tuple") return undefined;
  const items = data.fields.flatMap(({ name }) => object.members.get(name) ?? []);
  return items.length === data.fields.length ? items : undefined;
}

/** The fields as entries of a dict; undefined: not each of them is there. */
export function fieldEntries(
  value: MachineValue,
  context: Context,
  each: (value: MachineValue) => MachineValue = (one) => one,
): Map<string, MachineValue> | undefined {
  const found = dataOf(value, context);
  if (!found) return undefined;
  const entries = new Map<string, MachineValue>();
  for (const { name, inInit, default: ofClass } of found.data.fields) {
    const member = found.members.get(name) ?? (inInit ? undefined : ofClass);
    if (!member) return undefined;
    entries.set(`'${name}`, each(member));
  }
  return entries;
}

/** `dataclasses.asdict(value)`: a dict, what is in it copied, objects of data classes dicts as well. */
export function asDict(
  value: MachineValue,
  site: Site,
  context: Context,
  made: DataClass["made"] = "dataclass",
): MachineValue {
  context.step();
  const inner = (one: MachineValue): MachineValue => {
    if (one.kind === "either") return joinValues(one.values.map(inner));
    if (one.kind === "tuple") return { ...one, items: one.items.map(inner) };
    const object = context.object(one);
    if (object?.kind === "instance" && typeof object.type !== "string" && object.type.data?.made === made)
      return asDict(one, site, context, made);
    if (object?.kind === "list" && !object.gives && !object.held)
      return context.allocate({ ...object, items: object.items.map(inner) });
    if (object?.kind === "dict" && !object.held)
      return context.allocate({
        ...object,
        entries: new Map([...object.entries].map(([key, entry]) => [key, inner(entry)])),
      });
    const copied = deepCopy(one, context);
    if (copied.kind === "unknown") context.leak(one);
    return copied;
  };
  const entries =
    dataOf(value, context)?.data.made === made ? fieldEntries(value, context, inner) : undefined;
  if (!entries) {
    context.leak(value);
    return unknown("the fields of the object are not known");
  }
  return context.allocate({ kind: "dict", entries, open: false, span: site.span });
}

/** The arguments that make the same object again with some of its fields changed; undefined: not known. */
export function changedFields(
  value: MachineValue,
  { positional, keywords, openKeywords, openPositional }: BoundArguments,
  context: Context,
): BoundArguments | undefined {
  const found = dataOf(value, context);
  if (!found || openKeywords || openPositional || positional.length > 0) return undefined;
  const all = new Map<string, MachineValue>();
  for (const { name, inInit } of found.data.fields) {
    const member = found.members.get(name);
    if (!inInit) continue;
    if (!member) return undefined;
    all.set(name, member);
  }
  for (const [name, given] of keywords) {
    if (mayBeAbsent(given)) return undefined;
    all.set(name, given);
  }
  return { ...noArguments, keywords: all };
}
