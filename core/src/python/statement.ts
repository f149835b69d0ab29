import type { Expression, FunctionNode, Statement } from "./ast.js";
import { assignTarget } from "./assign.js";
import { localNames } from "./bound-names.js";
import { callValue, describeSite, loseNames } from "./call.js";
import { mostRounds } from "./comprehension.js";
import { collapse, type Context, type Landing } from "./context.js";
import { attribute, elements, evaluate } from "./expression.js";
import { callFileMethod } from "./file-calls.js";
import { localModule, moduleNames } from "./local-modules.js";
import {
  dictKey,
  none,
  unknown,
  type ClassDefinition,
  type HeapObject,
  type MachineValue,
} from "./machine.js";
import { binary, truth } from "./operators.js";
import { sameHeapObject, sameValue } from "./same.js";
import { joinValues, State } from "./state.js";

/** Runs statements; false when every way through them leaves by return, raise, break or continue. */
export function execute(statements: readonly Statement[], context: Context): boolean {
  for (const statement of statements) if (!executeOne(statement, context)) return false;
  return true;
}

function executeOne(statement: Statement, context: Context): boolean {
  context.step();
  switch (statement.kind) {
    case "expression":
      evaluate(statement.value, context);
      return true;
    case "assign": {
      const value = evaluate(statement.value, context);
      for (const target of statement.targets) assignTarget(target, value, context);
      return true;
    }
    case "augmented assign":
      augmentedAssign(statement, context);
      return true;
    case "if":
      return ifStatement(statement.branches, context);
    case "for":
      return forStatement(statement, context);
    case "while": {
      const test = truth(evaluate(statement.test, context), context);
      if (test !== false) loop(() => evaluate(statement.test, context), statement.body, context);
      return execute(statement.otherwise, context);
    }
    case "try":
      return tryStatement(statement, context);
    case "with":
      for (const { value, target } of statement.items) {
        const entered = enter(value, context);
        if (target) assignTarget(target, entered, context);
      }
      return execute(statement.body, context);
    case "function":
      defineFunction(statement, context);
      return true;
    case "class":
      defineClass(statement, context);
      return true;
    case "return":
      context.returns?.values.push(statement.value ? evaluate(statement.value, context) : none);
      if (context.returns) arrive(context.returns, context);
      return false;
    case "raise":
      return false;
    case "break":
      if (context.breaks) arrive(context.breaks, context);
      return false;
    case "continue":
      if (context.continues) arrive(context.continues, context);
      return false;
    case "import":
      if (context.cell >= 0) context.calledAt = context.span(statement);
      for (const { path, alias } of statement.names) {
        const local = localModule(path, 0, context, execute);
        if (local && (alias !== undefined || !path.includes("."))) {
          context.assign(alias ?? path, local);
          continue;
        }
        const root = path.split(".")[0] ?? path;
        context.assign(alias ?? root, { kind: "library", path: alias === undefined ? root : path });
      }
      return true;
    case "import from":
      importFrom(statement, context);
      return true;
    case "delete":
      for (const target of statement.targets) {
        if (target.kind === "name") context.assign(target.id, unknown(`${target.id} was deleted`));
        if (target.kind === "subscript" && target.index.kind !== "slice")
          remove(evaluate(target.value, context), evaluate(target.index, context), context);
      }
      return true;
    case "match":
      return matchStatement(statement, context);
    case "invalid":
      for (const name of statement.names) context.assign(name, unknown("it is not valid Python"));
      return true;
    default:
      return true;
  }
}

function arrive(landing: Landing, context: Context): void {
  landing.arrived.push(collapse(context.state, landing.base));
}

function augmentedAssign(
  statement: Extract<Statement, { kind: "augmented assign" }>,
  context: Context,
): void {
  const { target, operator } = statement;
  const old = evaluate(target, context);
  const value = evaluate(statement.value, context);
  const object = context.object(old);
  if (operator === "+" && object?.kind === "list") {
    const added = elements(value, context);
    // In place: every name of this list sees it
    context.update(old, (list) =>
      list.kind === "list" && !list.open
        ? { ...list, items: [...list.items, ...added.items], open: added.open }
        : list,
    );
    return;
  }
  if (object && object.kind !== "instance") context.escape([old]);
  assignTarget(
    target,
    object
      ? unknown("the operation is not followed")
      : binary(operator, old, value, context, context.span(statement)),
    context,
  );
}

function ifStatement(branches: Extract<Statement, { kind: "if" }>["branches"], context: Context): boolean {
  const before = context.state;
  const ends: State[] = [];
  let undecided = false;
  for (const { test, body } of branches) {
    const verdict = test ? truth(evaluate(test, context), context) : true;
    if (verdict === false) continue;
    if (verdict === true && !undecided) return execute(body, context);
    undecided = true;
    context.state = before.fork();
    if (execute(body, context)) ends.push(collapse(context.state, before));
    context.state = before;
    if (verdict === true) return settle(before, ends);
  }
  return settle(before, [...ends, before.fork()]);
}

function settle(before: State, ends: readonly State[]): boolean {
  before.join(ends);
  return ends.length > 0;
}

function matchStatement(statement: Extract<Statement, { kind: "match" }>, context: Context): boolean {
  evaluate(statement.subject, context);
  const before = context.state;
  const ends: State[] = [];
  for (const { names, body } of statement.clauses) {
    context.state = before.fork();
    for (const name of names) context.assign(name, unknown("it is bound by a pattern"));
    if (execute(body, context)) ends.push(collapse(context.state, before));
    context.state = before;
  }
  return settle(
    before,
    statement.clauses.some(({ irrefutable }) => irrefutable) ? ends : [...ends, before.fork()],
  );
}

type TryStatement = Extract<Statement, { kind: "try" }>;

function tryStatement(statement: TryStatement, context: Context): boolean {
  const before = context.state;
  const ends: State[] = [];
  context.state = before.fork();
  const goesOn = execute(statement.body, context);
  const after = collapse(context.state, before);
  if (goesOn && execute(statement.otherwise, context)) ends.push(collapse(context.state, before));
  for (const { name, body } of statement.handlers) {
    context.state = interrupted(statement, before, after);
    if (name !== undefined) context.assign(name, unknown("it is the exception"));
    if (execute(body, context)) ends.push(collapse(context.state, before));
  }
  context.state = before;
  before.join(ends);
  return execute(statement.finalizer, context) && ends.length > 0;
}

/** What may hold when the body of a `try` was left somewhere in the middle. */
function interrupted(statement: TryStatement, before: State, after: State): State {
  const state = before.fork();
  const repeated = new Set(repeatedNames(statement.body));
  for (const [key, value] of after.names) {
    const name = key.slice(key.lastIndexOf(":") + 1);
    const alternatives: MachineValue[] = [before.name(key) ?? { kind: "absent" }, value];
    if (repeated.has(name)) alternatives.push(unknown("it depends on where the try block failed"));
    state.setName(key, joinValues(alternatives));
  }
  for (const [id, object] of after.heap) {
    const old = before.object(id);
    state.setObject(id, old && !sameHeapObject(old, object) ? { ...emptied(object), open: true } : object);
  }
  return state;
}

function repeatedNames(body: readonly Statement[]): string[] {
  const seen = new Set<string>();
  const repeated: string[] = [];
  for (const statement of body) {
    const nested =
      statement.kind !== "assign" && statement.kind !== "import" && statement.kind !== "import from";
    for (const name of localNames([statement])) {
      if (nested || seen.has(name)) repeated.push(name);
      seen.add(name);
    }
  }
  return repeated;
}

function emptied(object: HeapObject): HeapObject {
  if (object.kind === "dict") return { ...object, entries: new Map() };
  if (object.kind !== "instance") return { ...object, items: [] };
  const why = unknown("it depends on where the try block failed");
  return {
    ...object,
    members: new Map([...object.members].map(([name, member]) => [name, joinValues([member, why])])),
  };
}

type ForStatement = Extract<Statement, { kind: "for" }>;

function forStatement(statement: ForStatement, context: Context): boolean {
  const { items, open } = elements(evaluate(statement.iterable, context), context);
  if (open || items.length > mostRounds) {
    const item = unknown("it is one of the items of a loop");
    loop(
      () => {
        assignTarget(statement.target, item, context);
      },
      statement.body,
      context,
    );
    return execute(statement.otherwise, context);
  }
  const before = context.state;
  const running = before.fork();
  const breaks: Landing = { base: before, arrived: [] };
  const outer = { breaks: context.breaks, continues: context.continues };
  let goesOn = true;
  for (const item of items) {
    context.state = running.fork();
    context.breaks = breaks;
    context.continues = { base: running, arrived: [] };
    assignTarget(statement.target, item, context);
    const ends = execute(statement.body, context) ? [collapse(context.state, running)] : [];
    goesOn = settle(running, [...ends, ...context.continues.arrived]);
    if (!goesOn) break;
  }
  Object.assign(context, outer);
  const ends = [...breaks.arrived];
  context.state = running;
  if (goesOn && execute(statement.otherwise, context)) ends.push(collapse(context.state, before));
  context.state = before;
  return settle(before, ends);
}

/**
 * A loop of unknown length: tried out until what it changes is known, each changed thing being unknown or open
 * afterwards, then run once for the record.
 */
function loop(enter: () => unknown, body: readonly Statement[], context: Context): void {
  const before = context.state;
  const head = before.fork();
  const outer = { breaks: context.breaks, continues: context.continues };
  const serial = context.serial;
  let last = serial;
  const round = (): State[] => {
    context.serial = serial;
    context.state = head.fork();
    context.breaks = { base: head, arrived: [] };
    context.continues = { base: head, arrived: [] };
    enter();
    const ends = execute(body, context) ? [collapse(context.state, head)] : [];
    last = Math.max(last, context.serial);
    return [...ends, ...context.breaks.arrived, ...context.continues.arrived];
  };
  context.rehearsals++;
  for (let rehearsal = 0; rehearsal < 3; rehearsal++) if (!widen(head, round(), rehearsal > 0)) break;
  context.rehearsals--;
  head.join([head.fork(), ...round()]);
  context.serial = last;
  Object.assign(context, outer);
  context.state = before;
  before.commit(head);
}

/** Joins what a round of a loop changed into the state at its head; true when that changed anything. */
function widen(head: State, ends: readonly State[], forGood: boolean): boolean {
  const why = "it changes in a loop";
  let changed = false;
  const joined = head.fork();
  joined.join([joined.fork(), ...ends.map((end) => rebase(end, joined))]);
  for (const [key, value] of joined.names) {
    const old = head.name(key);
    if (old && sameValue(old, value)) continue;
    changed = true;
    head.setName(key, forGood ? unknown(why) : value);
  }
  for (const [id, object] of joined.heap) {
    const old = head.object(id);
    if (old && sameHeapObject(old, object)) continue;
    changed = true;
    head.setObject(id, forGood ? { ...emptied(object), open: true } : object);
  }
  return changed;
}

function rebase(state: State, parent: State): State {
  const copy = new State(parent);
  copy.commit(state);
  return copy;
}

const transparent: ReadonlySet<string> = new Set([
  "builtins.staticmethod",
  "builtins.classmethod",
  "functools.lru_cache",
  "functools.cache",
  "functools.wraps",
]);

/** What `with value as …` gives: of a library's object what the library says. */
function enter(value: Expression, context: Context): MachineValue {
  const opened = evaluate(value, context);
  const object = context.object(opened);
  const { from, to } = value;
  const none = { positional: [], keywords: new Map(), openKeywords: false, openPositional: false };
  const ofFile =
    object?.kind === "instance" && typeof object.type === "string"
      ? callFileMethod(opened, object.type, "__enter__", none, context)
      : undefined;
  if (ofFile) return ofFile;
  const result =
    object?.kind === "instance" && typeof object.type === "string"
      ? context.library.method(
          opened,
          object.type,
          "__enter__",
          { positional: [], keywords: new Map(), openKeywords: false, openPositional: false },
          describeSite({ kind: "call", callee: value, arguments: [], open: to, from, to }, context),
          context,
        )
      : undefined;
  return result ?? unknown("it is what a with statement opens");
}

function defineFunction(node: FunctionNode, context: Context): void {
  const defaults = new Map<string, MachineValue>();
  for (const { name, default: value } of node.parameters)
    if (value) defaults.set(name, evaluate(value, context));
  const decorators = node.decorators.map((decorator) => ({ decorator, value: evaluate(decorator, context) }));
  const opaque =
    node.generator ||
    node.asynchronous ||
    decorators.some(({ value }) => value.kind !== "library" || !transparent.has(value.path));
  const definition = {
    name: node.name,
    cell: context.cell,
    version: context.version,
    place: { from: node.from, to: node.to },
    parameters: node.parameters,
    defaults,
    body: node.body,
    frame: context.frame,
    node,
    opaque,
  };
  let value: MachineValue = {
    kind: "function",
    definition,
    span: context.span({ from: node.nameFrom, to: node.nameFrom + node.name.length }),
  };
  if (context.cell >= 0) context.defined.push(value);
  for (const { decorator, value: decorate } of decorators.reverse()) {
    if (decorate.kind === "library" && decorate.path.startsWith("builtins.")) continue;
    if (decorate.kind !== "library" && decorate.kind !== "reference") continue;
    const site = describeSite(
      {
        kind: "call",
        callee: decorator,
        arguments: [],
        open: decorator.to,
        from: decorator.from,
        to: decorator.to,
      },
      context,
    );
    const bound = { positional: [value], keywords: new Map(), openKeywords: false, openPositional: false };
    const result = callValue(decorate, bound, site, context);
    if (result.kind === "reference" || result.kind === "function") value = result;
  }
  context.assign(node.name, value);
}

function defineClass(node: Extract<Statement, { kind: "class" }>, context: Context): void {
  const bases = node.bases
    .filter(({ name }) => name === undefined)
    .map(({ value }) => evaluate(value, context));
  const outer = context.frame;
  const frame = { id: `${outer.id}k${context.serialNumber()}`, parent: outer, locals: localNames(node.body) };
  context.frame = frame;
  execute(node.body, context);
  context.frame = outer;
  const members = new Map<string, MachineValue>();
  for (const name of frame.locals) {
    const value = context.state.name(`${frame.id}:${name}`);
    // Functions of a class do not see its names
    if (value?.kind === "function")
      members.set(name, { ...value, definition: { ...value.definition, frame: outer } });
    else if (value) members.set(name, value);
    context.state.names.delete(`${frame.id}:${name}`);
  }
  const definition: ClassDefinition = { name: node.name, cell: context.cell, bases, members };
  for (const [index, value] of context.defined.entries()) {
    const member = value.kind === "function" ? members.get(value.definition.name) : undefined;
    if (value.kind !== "function" || member?.kind !== "function") continue;
    if (member.definition.node === value.definition.node)
      context.defined[index] = { ...value, definition: { ...value.definition, owner: definition } };
  }
  context.assign(
    node.name,
    node.decorators.length > 0 ? unknown(`${node.name} is decorated`) : { kind: "class", definition },
  );
}

function importFrom(statement: Extract<Statement, { kind: "import from" }>, context: Context): void {
  const module = `${".".repeat(statement.level)}${statement.module}`;
  if (context.cell >= 0) context.calledAt = context.span(statement);
  const local = localModule(statement.module, statement.level, context, execute);
  if (local) {
    importFromLocal(statement, local, context);
    return;
  }
  if (statement.star && context.cell < 0) {
    // Whatever it is, it is the module's own: nobody can tell what names that has
    context.assign("*", unknown(`from ${module} import * may have set it`));
  } else if (statement.star && !context.library.harmless(module))
    loseNames(`from ${module} import * may have set it`, context);
  for (const { name, alias } of statement.names) {
    context.assign(alias ?? name, { kind: "library", path: module === "" ? name : `${module}.${name}` });
  }
}

function importFromLocal(
  statement: Extract<Statement, { kind: "import from" }>,
  module: MachineValue,
  context: Context,
): void {
  if (statement.star) {
    const names = moduleNames(module, context);
    if (names) for (const [name, value] of names) context.assign(name, value);
    else if (context.cell < 0) context.assign("*", unknown("a star import may have set it"));
    else loseNames(`from ${statement.module} import * may have set it`, context);
  }
  for (const { name, alias } of statement.names) {
    const member = attribute(module, name, context);
    const inner = [statement.module, name].filter((step) => step !== "").join(".");
    const submodule =
      member.kind === "unknown" ? localModule(inner, statement.level, context, execute) : undefined;
    context.assign(alias ?? name, submodule ?? member);
  }
}

function remove(container: MachineValue, index: MachineValue, context: Context): void {
  const key = dictKey(index);
  const object = context.object(container);
  if (object?.kind === "dict" && key !== undefined) {
    context.update(container, (old) => {
      if (old.kind !== "dict") return old;
      const entries = new Map(old.entries);
      entries.delete(key);
      return { ...old, entries: old.open ? entries.set(key, { kind: "absent" }) : entries };
    });
  } else if (container.kind !== "library") context.escape([container]);
}
