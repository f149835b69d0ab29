import type { ClassNode, Expression } from "./ast.js";
import type { Context } from "./context.js";
import { callValue } from "./call.js";
import { deepCopy } from "./copy-calls.js";
import { declared } from "./data-classes.js";
import { mayBeAbsent } from "./dict-entries.js";
import { evaluate } from "./expression.js";
import { findMember, type Member } from "./find-member.js";
import {
  libraryType,
  noArguments,
  none,
  unknown,
  type BoundArguments,
  type ClassDefinition,
  type MachineValue,
  type Site,
} from "./machine.js";
import { joinValues } from "./state.js";

/*
 * Classes of the notebook that are made of a library's pydantic model. What is annotated in them is a field, whose value
 * in the class is what the constructor takes where it is given nothing; and the constructor calls what they say of
 * `model_post_init` when all else is done.
 *
 * @see https://docs.pydantic.dev/latest/concepts/models/
 */

/** What one class says of the fields of the model that it is made of. */
export interface FieldsOfModel {
  readonly defaults: ReadonlyMap<string, MachineValue>;
  /** What is called for the defaults of the others. */
  readonly factories: ReadonlyMap<string, MachineValue>;
  /** Validators have a say in what the fields become, or the class makes its fields in a way that is not followed. */
  readonly isFollowed: boolean;
}

/** Undefined: it is made of no such model. */
export function fieldsOfModel(
  node: ClassNode,
  bases: readonly MachineValue[],
  members: ReadonlyMap<string, MachineValue>,
  context: Context,
): FieldsOfModel | undefined {
  const { subclassing } = context.library;
  const paths = bases.map((base) => (base.kind === "class" ? libraryType(base.definition) : pathOf(base)));
  // A data class has further fields only where it is declared to be one again
  const isMade = paths.some(
    (path) =>
      path !== undefined &&
      (isDataClass(node, context)
        ? subclassing?.isDataClass(path) === true
        : node.decorators.length === 0 && subclassing?.isModel(path) === true),
  );
  if (!isMade) return undefined;
  const fields = declared(node, members, context);
  const defaults = new Map<string, MachineValue>();
  const factories = new Map<string, MachineValue>();
  for (const { name, default: value, factory } of fields ?? []) {
    if (name.startsWith("_")) continue;
    if (factory) factories.set(name, factory);
    else if (value) defaults.set(name, value);
  }
  return { defaults, factories, isFollowed: fields !== undefined && !node.body.some(validates) };
}

/** `@dataclass` alone. */
function isDataClass({ decorators }: ClassNode, context: Context): boolean {
  const [only, ...others] = decorators;
  if (!only || others.length > 0 || only.kind === "call") return false;
  const value = evaluate(only, context);
  return value.kind === "library" && value.path === "dataclasses.dataclass";
}

function pathOf(value: MachineValue): string | undefined {
  return value.kind === "library" ? value.path : undefined;
}

/** `@model_validator(mode="after")` */
function validates(statement: ClassNode["body"][number]): boolean {
  return (
    statement.kind === "function" &&
    statement.decorators.some((decorator) => /validator$|^validate/.test(lastName(decorator)))
  );
}

function lastName(decorator: Expression): string {
  if (decorator.kind === "call") return lastName(decorator.callee);
  return decorator.kind === "name" ? decorator.id : decorator.kind === "attribute" ? decorator.name : "";
}

/** The arguments with what the classes of the notebook have for fields that are given nothing. */
export function withFieldDefaults(
  { model, bases }: ClassDefinition,
  bound: BoundArguments,
  site: Site,
  context: Context,
): BoundArguments {
  const keywords = new Map(bound.keywords);
  const fill = (name: string, fallback: () => MachineValue) => {
    const given = keywords.get(name);
    if (given && !mayBeAbsent(given)) return;
    const others = given?.kind === "either" ? given.values.filter(({ kind }) => kind !== "absent") : [];
    if (bound.openKeywords) others.push(unknown("it may be among the arguments that are expanded"));
    const own = fallback();
    keywords.set(name, others.length > 0 ? joinValues([own, ...others]) : own);
  };
  // Each object has one of its own
  for (const [name, value] of model?.defaults ?? []) fill(name, () => deepCopy(value, context));
  for (const [name, factory] of model?.factories ?? [])
    fill(name, () => callValue(factory, noArguments, { ...site, arguments: [] }, context));
  const own = keywords.size === 0 ? bound : { ...bound, keywords };
  return bases.reduce(
    (all, base) => (base.kind === "class" ? withFieldDefaults(base.definition, all, site, context) : all),
    own,
  );
}

/** Whether all that the constructor does with the fields is known. */
export function followsFields({ model, bases }: ClassDefinition): boolean {
  return (
    model?.isFollowed !== false &&
    bases.every((base) => base.kind !== "class" || followsFields(base.definition))
  );
}

/** What the notebook has of the method that the library's constructor calls at its end; undefined: nothing. */
export function ownFinisher(
  definition: ClassDefinition,
  path: string,
  context: Context,
): Exclude<Member, { kind: "library" }> | undefined {
  const name = context.library.subclassing?.finisher(path);
  const member = name === undefined ? undefined : findMember(definition, name, context);
  return member?.kind === "library" ? undefined : member;
}

/** `super().model_post_init(…)`: what the library's own does; undefined: another method. */
export function finishBase(
  self: MachineValue,
  path: string,
  name: string,
  context: Context,
): MachineValue | undefined {
  const { subclassing } = context.library;
  if (name !== subclassing?.finisher(path)) return undefined;
  const object = context.object(self);
  if (object?.kind !== "instance") return undefined;
  const members = new Map(subclassing.finished(path, object.members, context) ?? object.members);
  members.set(finished, none);
  context.update(self, (now) => (now.kind === "instance" ? { ...now, members } : now));
  return none;
}

/** Without the library's own the object is not what the SDK expects. */
export function afterFinisher(self: MachineValue, path: string, context: Context): void {
  const object = context.object(self);
  if (object?.kind !== "instance") return;
  const members = new Map(object.members);
  const isFinished = members.get(finished)?.kind === "constant";
  members.delete(finished);
  context.update(self, (now) => (now.kind === "instance" ? { ...now, members } : now));
  if (!isFinished && context.library.subclassing?.finished(path, members, context) !== undefined)
    context.escape([self]);
}

/** An attribute that an object has while its constructor runs. */
const finished = "<finished>";
