import type { ClassNode } from "./ast.js";
import { instantiate } from "./class.js";
import type { Context } from "./context.js";
import { deepCopy } from "./copy-calls.js";
import { asDict, declared, initialize, type DataClass, type DataField } from "./data-classes.js";
import {
  noArguments,
  none,
  unknown,
  type BoundArguments,
  type ClassDefinition,
  type MachineValue,
  type Site,
} from "./machine.js";
import { truth } from "./operators.js";
import { joinValues } from "./state.js";

/*
 * Classes of the notebook that are pydantic models. Of what the constructor is given only what has its annotation's
 * type already is known: conversions, validators and settings of the model are not followed.
 *
 * @see https://docs.pydantic.dev/latest/concepts/models/
 */

const bases: ReadonlySet<string> = new Set(["pydantic.BaseModel", "pydantic.main.BaseModel"]);

/** Its fields; undefined: it is no model, or one that is not followed. */
export function modelOf(
  node: ClassNode,
  given: readonly MachineValue[],
  members: ReadonlyMap<string, MachineValue>,
  context: Context,
): DataClass | undefined {
  const [base, ...others] = given;
  const inherited =
    base?.kind === "library" && bases.has(base.path)
      ? []
      : base?.kind === "class" && base.definition.data?.made === "model"
        ? base.definition.data.fields
        : undefined;
  const isPlain = others.length === 0 && node.decorators.length === 0 && node.bases.length === 1;
  if (inherited === undefined || !isPlain || !node.body.every(isFollowed)) return undefined;
  const own = declared(node, members, context);
  const names = own?.map(({ name }) => name);
  const assigned = node.body.flatMap((one) => (one.kind === "assign" ? one.targets : []));
  const isAnnotated = assigned.every((target) => target.kind === "name" && names?.includes(target.id));
  if (!own || !isAnnotated || names?.some((name) => name.startsWith("_"))) return undefined;
  const fields = new Map<string, DataField>();
  for (const field of [...inherited, ...own]) fields.set(field.name, { ...field, keywordOnly: true });
  return { made: "model", fields: [...fields.values()] };
}

/** Methods of its own and fields, nothing that has a say in what the fields become. */
function isFollowed(statement: ClassNode["body"][number]): boolean {
  if (statement.kind === "function")
    return !/^(?:__|model_)/.test(statement.name) && statement.decorators.every(isPlainDecorator);
  return /^(?:declare|assign|expression|pass)$/.test(statement.kind);
}

function isPlainDecorator(decorator: ClassNode["decorators"][number]): boolean {
  return decorator.kind === "name" && /^(?:property|staticmethod|classmethod)$/.test(decorator.id);
}

/** The constructor: takes the fields by name, and leaves out what it does not know. */
export function initializeModel(
  self: MachineValue,
  { made, fields }: DataClass,
  bound: BoundArguments,
  site: Site,
  context: Context,
): void {
  const keywords = new Map(
    fields.flatMap(({ name, annotation = "" }) => {
      const value = bound.keywords.get(name);
      return value ? [[name, validated(annotation, value, site, context)] as const] : [];
    }),
  );
  // Each object has defaults of its own
  const copied = fields.map((field) =>
    field.default ? { ...field, default: deepCopy(field.default, context) } : field,
  );
  initialize(self, { made, fields: copied }, { ...bound, positional: [], keywords }, site, context);
}

/** `settings.model_dump()`; undefined: another method. */
export function modelMethod(
  self: MachineValue,
  { data }: ClassDefinition,
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  if (data?.made !== "model" || (name !== "model_dump" && name !== "dict")) return undefined;
  const { positional, keywords, openKeywords } = bound;
  const withoutNone = keywords.get("exclude_none");
  const isPlain = positional.length === 0 && !openKeywords && keywords.size === (withoutNone ? 1 : 0);
  const leavesOut = withoutNone ? truth(withoutNone, context) : false;
  const dict = isPlain && leavesOut !== undefined ? asDict(self, site, context, "model") : undefined;
  const object = dict && context.object(dict);
  if (!dict || object?.kind !== "dict") {
    context.leak(self);
    return unknown("how the model is written is not followed");
  }
  if (!leavesOut) return dict;
  const isSure = [...object.entries.values()].every((one) => one.kind !== "unknown" && one.kind !== "either");
  const entries = new Map([...object.entries].filter(([, one]) => !isNone(one)));
  return isSure ? context.allocate({ ...object, entries }) : unknown("whether all is written is not known");
}

/** `Settings.model_validate({…})`; undefined: another method. */
export function validatedModel(
  definition: ClassDefinition,
  name: string,
  { positional: [given, ...more], keywords }: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const isOne = definition.data?.made === "model" && more.length === 0 && keywords.size === 0;
  return isOne && given && (name === "model_validate" || name === "parse_obj")
    ? modelFrom(definition, given, site, context)
    : undefined;
}

function modelFrom(
  definition: ClassDefinition,
  given: MachineValue,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const object = context.object(given);
  if (object?.kind === "instance" && object.type === definition) return given;
  if (object?.kind !== "dict" || object.open) return undefined;
  const keywords = new Map(
    [...object.entries].flatMap(([key, value]) =>
      key.startsWith("'") ? [[key.slice(1), value] as const] : [],
    ),
  );
  return instantiate(definition, { ...noArguments, keywords }, { ...site, arguments: [] }, context);
}

/** What a field has that is given the value. */
function validated(annotation: string, value: MachineValue, site: Site, context: Context): MachineValue {
  context.step();
  const inner = (one: string) => (item: MachineValue) => validated(one, item, site, context);
  if (value.kind === "either") return joinValues(value.values.map(inner(annotation)));
  if (value.kind === "unknown" || value.kind === "absent") return value;
  const lost = unknown("what pydantic makes of it is not followed");
  const type = annotation.replace(/\s|\btyping\./g, "");
  const optional = /^Optional\[(.+)\]$/.exec(type)?.[1] ?? /^([^|]+)\|None$/.exec(type)?.[1];
  if (optional !== undefined) return isNone(value) ? none : inner(optional)(value);
  const isLiteral = type.startsWith("Literal[") && value.kind === "constant" && value.type === "str";
  if (type === "Any" || isLiteral || (value.kind === "constant" && plainTypes.get(type) === value.type))
    return value;
  const at = value.span ? { span: value.span } : {};
  const object = context.object(value);
  const item = /^[Ll]ist\[(.+)\]$/.exec(type)?.[1];
  const items =
    value.kind === "tuple"
      ? value.items
      : object?.kind === "list" && !object.open && !object.gives && !object.held
        ? object.items
        : undefined;
  if (item !== undefined && items)
    return context.allocate({ kind: "list", items: items.map(inner(item)), open: false, ...at });
  const entry = /^[Dd]ict\[str,(.+)\]$/.exec(type)?.[1];
  if (entry !== undefined && object?.kind === "dict" && !object.open && !object.held) {
    const entries = new Map([...object.entries].map(([key, one]) => [key, inner(entry)(one)]));
    return [...entries.keys()].every((key) => key.startsWith("'"))
      ? context.allocate({ kind: "dict", entries, open: false, ...at })
      : lost;
  }
  const named = /^\w+$/.test(type) ? context.lookup(type) : undefined;
  const model =
    named?.kind === "class" && named.definition.data?.made === "model"
      ? modelFrom(named.definition, value, site, context)
      : undefined;
  return model ?? lost;
}

const plainTypes: ReadonlyMap<string, string> = new Map([
  ["str", "str"],
  ["int", "int"],
  ["bool", "bool"],
  ["float", "float"],
]);

function isNone(value: MachineValue): boolean {
  return value.kind === "constant" && value.type === "none";
}
