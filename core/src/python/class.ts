import type { ClassNode, Expression } from "./ast.js";
import { localNames } from "./bound-names.js";
import { alternatives, callLibraryMethod, callValue, runs } from "./call.js";
import { classAttribute, instanceAttribute } from "./class-attributes.js";
import { afterConstructor, constructBase, initializeBase } from "./base-constructor.js";
import type { Context } from "./context.js";
import {
  classMembers,
  type DataClass,
  dataClassOf,
  fieldEntries,
  changedFields,
  initialize,
} from "./data-classes.js";
import { enumMembers, isEnum } from "./enum-members.js";
import { evaluate } from "./expression.js";
import { constructorMadeOf, findMember } from "./find-member.js";
import { callFunction } from "./function.js";
import type { Instance } from "./library.js";
import { fieldsOfModel, finishBase } from "./library-models.js";
import {
  libraryType,
  noArguments,
  none,
  unknown,
  type BoundArguments,
  type ClassDefinition,
  type MachineValue,
  type Self,
  type Site,
} from "./machine.js";
import { patchesOfClass, withPatchedTests } from "./mock-patches.js";
import { initializeModel, modelMethod, validatedModel } from "./pydantic-models.js";
import { execute } from "./statement.js";

export function defineClass(decorated: ClassNode, context: Context): void {
  const patches = patchesOfClass(decorated, context);
  const node = patches ? { ...decorated, decorators: [] } : decorated;
  const bases = node.bases
    .filter(({ name }) => name === undefined)
    .map(({ value }) => evaluate(value, context))
    .map((base) =>
      base.kind === "library"
        ? { ...base, path: context.library.subclassing?.ownPath(base.path) ?? base.path }
        : base,
    );
  const outer = context.frame;
  const serial = context.serialNumber();
  const frame = { id: `${outer.id}k${serial}`, parent: outer, locals: localNames(node.body), serial };
  context.frame = frame;
  const before = context.defined.length;
  execute(node.body, context);
  context.frame = outer;
  const inBody = new Map<string, MachineValue>();
  for (const name of frame.locals) {
    const value = context.state.name(`${frame.id}:${name}`);
    // Functions of a class do not see its names
    if (value?.kind === "function")
      inBody.set(name, { ...value, definition: { ...value.definition, frame: outer } });
    else if (value) inBody.set(name, value);
    context.state.names.delete(`${frame.id}:${name}`);
  }
  const members = patches ? withPatchedTests(inBody, patches) : inBody;
  const model = fieldsOfModel(node, bases, members, context);
  const data = model ? undefined : dataClassOf(node, bases, members, context);
  const isData = data !== undefined && data !== "not followed";
  const own = isData ? classMembers(members, data) : new Map(members);
  // pydantic takes the fields out of the class
  for (const name of [...(model?.defaults.keys() ?? []), ...(model?.factories.keys() ?? [])])
    own.delete(name);
  const attributes = context.allocate({ kind: "instance", type: "builtins.type", members: own, open: false });
  const id = attributes.kind === "reference" ? attributes.id : 0;
  const methods = [...own].filter(([, { kind }]) => kind !== "constant").map(([name]) => name);
  const definition: ClassDefinition = {
    name: node.name,
    cell: context.cell,
    bases: isData && data.made === "named tuple" ? [] : bases,
    id,
    methods,
    ...(isData ? { data } : {}),
    ...(model ? { model } : {}),
  };
  if (isEnum(bases)) {
    const values = enumMembers(definition, own, context);
    context.update(attributes, (object) =>
      object.kind === "instance" ? { ...object, members: values } : object,
    );
  }
  for (let index = before; index < context.defined.length; index++) {
    const value = context.defined[index];
    if (value?.kind !== "function") continue;
    const member = members.get(value.definition.name);
    if (member?.kind !== "function") continue;
    if (member.definition.node === value.definition.node)
      context.defined[index] = { ...value, definition: { ...member.definition, owner: definition } };
  }
  const changed = data === "not followed" || node.bases.some(({ name }) => name !== undefined);
  if (changed) context.escape([attributes]);
  context.assign(
    node.name,
    data === "not followed" ? unknown(`${node.name} is decorated`) : { kind: "class", definition },
  );
}

/** A method of an instance; undefined when the class of a library, or nobody, has it. */
export function callOwnMethod(
  self: MachineValue,
  instance: Instance & { readonly type: ClassDefinition },
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  const own = instance.members.get(name);
  if (own && own.kind !== "absent") {
    const value = instanceAttribute(self, instance, name, context);
    return alternatives(value, context, (one) => callValue(one, bound, site, context));
  }
  const found = findMember(instance.type, name, context);
  if (found?.kind === "unknown") {
    context.escape([self, ...bound.positional, ...bound.keywords.values()]);
    return unknown(runs(site));
  }
  if (found?.kind !== "found")
    return (
      ofNamedTuple(self, instance.type, name, bound, site, context) ??
      modelMethod(self, instance.type, name, bound, site, context)
    );
  const { value, owner } = found;
  return alternatives(value, context, (one) => {
    if (one.kind === "function")
      return callBound(one, { value: self, owner }, instance.type, bound, site, context);
    if (one.kind === "unknown") context.escape([self]);
    return callValue(one, bound, site, context);
  });
}

/** `_asdict()` and `_replace(…)`; undefined: another method, or an object of another kind. */
function ofNamedTuple(
  self: MachineValue,
  type: ClassDefinition,
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  if (type.data?.made !== "named tuple") return undefined;
  const entries = name === "_asdict" ? fieldEntries(self, context) : undefined;
  if (entries) return context.allocate({ kind: "dict", entries, open: false, span: site.span });
  const changed = name === "_replace" ? changedFields(self, bound, context) : undefined;
  return changed && instantiate(type, changed, { ...site, arguments: [] }, context);
}

function callBound(
  value: Extract<MachineValue, { kind: "function" }>,
  self: Self,
  type: ClassDefinition,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const { definition } = value;
  switch (definition.binding) {
    case "plain":
      return callFunction(definition, self, bound, context);
    case "static":
      return callFunction(definition, undefined, bound, context);
    case "class":
      return callFunction(
        definition,
        { value: { kind: "class", definition: type }, owner: self.owner },
        bound,
        context,
      );
    case "property":
      return callValue(callFunction(definition, self, noArguments, context), bound, site, context);
    case "unknown":
      context.escape([self.value, ...bound.positional, ...bound.keywords.values()]);
      return callFunction(definition, self, bound, context);
  }
}

/** `C.method(…)` */
export function callClassMethod(
  definition: ClassDefinition,
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const found = findMember(definition, name, context);
  if (
    found?.kind === "found" &&
    found.value.kind === "function" &&
    found.value.definition.binding === "class"
  ) {
    const self = { value: { kind: "class", definition } as const, owner: found.owner };
    return callFunction(found.value.definition, self, bound, context);
  }
  const model = found?.kind === "found" ? undefined : validatedModel(definition, name, bound, site, context);
  return model ?? callValue(classAttribute(definition, name, context), bound, site, context);
}

/** `super().name(…)` */
export function callSuper(
  expression: Extract<Expression, { kind: "call" }>,
  name: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  let { frame } = context;
  while (!frame.self && frame.parent) frame = frame.parent;
  const { self } = frame;
  const escape = () => {
    context.escape([...(self ? [self.value] : []), ...bound.positional, ...bound.keywords.values()]);
    return unknown(runs(site));
  };
  if (!self) return escape();
  const [explicit] = expression.arguments;
  const start = explicit ? evaluate(explicit.value, context) : undefined;
  if (start && start.kind !== "class") return escape();
  const owner = start?.kind === "class" ? start.definition : self.owner;
  const object = context.object(self.value);
  const type =
    self.value.kind === "class"
      ? self.value.definition
      : object?.kind === "instance" && typeof object.type !== "string"
        ? object.type
        : undefined;
  if (!type) return escape();
  const data = name === "__init__" ? constructorMadeOf(type, context, owner) : undefined;
  if (data) {
    initializeFields(self.value, type, data, bound, site, context);
    return none;
  }
  const found = findMember(type, name, context, owner);
  if (found?.kind === "found") {
    const { value, owner: origin } = found;
    return alternatives(value, context, (one) =>
      one.kind === "function"
        ? callBound(one, { value: self.value, owner: origin }, type, bound, site, context)
        : escape(),
    );
  }
  if (found?.kind === "library") {
    if (name === "__init__") return initializeBase(self.value, found.path, bound, site, context);
    const finished = finishBase(self.value, found.path, name, context);
    if (finished) return finished;
    const result = callLibraryMethod(self.value, found.path, name, bound, site, context);
    if (!result && !context.library.harmless(found.path)) escape();
    return result ?? unknown(runs(site));
  }
  return (found ?? name !== "__init__") ? escape() : none;
}

export function instantiate(
  definition: ClassDefinition,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue {
  const data = constructorMadeOf(definition, context);
  const init = data ? undefined : findMember(definition, "__init__", context);
  const made = findMember(definition, "__new__", context);
  const value = context.allocate({
    kind: "instance",
    type: definition,
    members: new Map(),
    open: init?.kind === "unknown" || made?.kind === "found",
    site,
    span: site.span,
  });
  if (init?.kind === "library" && constructBase(value, definition, init.path, bound, site, context))
    context.library.constructed(value, init.path, bound, site, undefined, context);
  if (init?.kind === "found") {
    const self = { value, owner: init.owner };
    alternatives(init.value, context, (one) => {
      if (one.kind === "function") return callBound(one, self, definition, bound, site, context);
      return callValue(one, { ...bound, positional: [value, ...bound.positional] }, site, context);
    });
  } else if (init?.kind === "unknown") {
    context.escape([...bound.positional, ...bound.keywords.values()]);
  }
  if (data) initializeFields(value, definition, data, bound, site, context);
  if (init?.kind === "found" && libraryType(definition) !== undefined) afterConstructor(value, context);
  return value;
}

/** The constructor that Python makes out of a class's fields, and what the class does after it. */
function initializeFields(
  value: MachineValue,
  type: ClassDefinition,
  data: DataClass,
  bound: BoundArguments,
  site: Site,
  context: Context,
): void {
  if (data.made === "model") initializeModel(value, data, bound, site, context);
  else initialize(value, data, bound, site, context);
  const after = data.made === "dataclass" ? findMember(type, "__post_init__", context) : undefined;
  if (after?.kind === "found" && after.value.kind === "function")
    callBound(after.value, { value, owner: after.owner }, type, noArguments, site, context);
  else if (after) context.escape([value]);
}
