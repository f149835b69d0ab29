import type { FileAnswer } from "../files/file-answer.js";
import type { Module, Statement } from "./ast.js";
import { BudgetExceeded } from "./budget.js";
import type { Context } from "./context.js";
import { text, unknown, type Frame, type HeapObject, type MachineValue } from "./machine.js";
import { parse } from "./parse.js";
import { ownPath } from "./paths.js";
import { searchPath } from "./search-path.js";
import { TextVersion } from "./text-version.js";
import { writtenInto } from "./written-files.js";

/** The cell of what is written in a module beside the notebook: none. */
export const outsideCells = -1;

/** What one module may cost; a larger one is not followed, and the cell that imports it goes on. */
const mostModuleSteps = 15_000;
const mostModuleLength = 200_000;

type Execute = (statements: readonly Statement[], context: Context) => boolean;

/**
 * A module beside the notebook, run where it is first imported. Undefined: it is none, or cannot be read.
 *
 * @param name Dotted, as imported; `level` dots before it count from the module at hand.
 */
export function localModule(
  name: string,
  level: number,
  context: Context,
  execute: Execute,
): MachineValue | undefined {
  const path = absoluteName(name, level, context.frame);
  if (path === undefined || path === "" || !context.files.isOpen) return undefined;
  if (level === 0 && context.library.harmless(path.split(".")[0] ?? path)) return undefined;
  const key = `modules:${path}`;
  const known = context.state.name(key);
  if (known) return known;
  const found = source(path, context);
  if (found === "not sure") return unknown(`${path} may be in a folder of sys.path that is not read`);
  if (!found || found.answer.text.length > mostModuleLength) return undefined;
  // What imports itself in a circle finds it unfinished
  context.state.setName(key, unknown(`${path} is imported in a circle`));
  const made = run(path, found, context, execute);
  context.state.setName(key, made);
  return made;
}

/** The names of a module, for `from module import *`; undefined: it is not followed whole. */
export function moduleNames(
  module: MachineValue,
  context: Context,
): ReadonlyMap<string, MachineValue> | undefined {
  const object = context.object(module);
  if (object?.kind !== "instance" || object.type !== moduleType || object.open) return undefined;
  return new Map([...object.members].filter(([name]) => !/^[_(]/.test(name)));
}

/** The variable that an attribute of a module is, which the module's functions see too; undefined: it is no module's. */
export function moduleVariable(object: HeapObject | undefined, name: string): string | undefined {
  if (object?.kind !== "instance" || object.type !== moduleType) return undefined;
  const frame = object.members.get(frameMember);
  return frame?.kind === "constant" ? `${String(frame.data)}:${name}` : undefined;
}

const moduleType = "builtins.module";
const frameMember = "(frame)";

interface Source {
  readonly answer: Extract<FileAnswer, { state: "text" }>;
  readonly file: string;
  readonly isPackage: boolean;
}

/** Not sure: where Python looks before there may be one too. */
function source(path: string, context: Context): Source | "not sure" | undefined {
  let isFirst = true;
  for (const folder of searchPath(context)) {
    const base = `${folder === undefined || folder === "." ? "" : `${folder}/`}${path.replaceAll(".", "/")}`;
    const found = folder === undefined ? "not sure" : sourceAt(base, context);
    if (typeof found === "object") return isFirst ? found : "not sure";
    if (found === "not sure") isFirst = false;
  }
  return undefined;
}

/** Not sure: nobody has answered yet. */
function sourceAt(base: string, context: Context): Source | "not sure" | undefined {
  let isAnswered = true;
  for (const [file, isPackage] of [
    [`${base}.py`, false],
    [`${base}/__init__.py`, true],
  ] as const) {
    // What the notebook itself writes there is what counts
    const written = writtenInto(file, context);
    if (written?.kind === "constant")
      return { answer: { state: "text", text: String(written.data) }, file, isPackage };
    if (written) return undefined;
    const answer = context.files.read(file);
    if (answer?.state === "text") return { answer, file, isPackage };
    isAnswered &&= answer !== undefined;
  }
  return isAnswered ? undefined : "not sure";
}

function run(
  path: string,
  { answer, file, isPackage }: Source,
  context: Context,
  execute: Execute,
): MachineValue {
  const { frame, cell, version, returns, breaks, continues, rehearsals, depth, state: base } = context;
  const [followed, tried] = [context.stack.length, context.journals.length];
  const unfollowed = new Set(context.unfollowed);
  const defined = context.defined.length;
  const own: Frame = { id: `module:${path}${isPackage ? ":" : ""}` };
  context.frame = own;
  context.cell = outsideCells;
  context.version = new TextVersion(answer.text);
  context.returns = undefined;
  context.breaks = undefined;
  context.continues = undefined;
  context.state = base.fork();
  context.state.setName(`${own.id}:__name__`, text(path));
  context.state.setName(`${own.id}:__file__`, ownPath(file, context));
  const within = context.budget.limit(mostModuleSteps);
  try {
    execute(moduleOf(answer).statements, context);
    const members = new Map<string, MachineValue>();
    let open = false;
    const prefix = `${own.id}:`;
    for (let layer = context.state; layer !== base && layer.parent; layer = layer.parent) {
      for (const [name, value] of layer.names) {
        const member = name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
        if (member === "*") open = true;
        else if (member !== undefined && !member.includes(":") && !members.has(member))
          members.set(member, value);
      }
    }
    base.commit(context.state);
    context.state = base;
    members.set(frameMember, text(own.id));
    return context.allocate({ kind: "instance", type: moduleType, members, open });
  } catch (error) {
    if (!(error instanceof BudgetExceeded || error instanceof RangeError)) throw error;
    context.state = base;
    return unknown(`${path} does more than a check can follow`);
  } finally {
    within();
    context.defined.length = defined;
    // A module that is too much ends in the middle of what it does
    context.stack.length = followed;
    context.journals.length = tried;
    for (const body of context.unfollowed) if (!unfollowed.has(body)) context.unfollowed.delete(body);
    Object.assign(context, { frame, cell, version, returns, breaks, continues, rehearsals, depth });
  }
}

const modules = new WeakMap<FileAnswer, Module>();

function moduleOf(answer: Extract<FileAnswer, { state: "text" }>): Module {
  let module = modules.get(answer);
  if (!module) modules.set(answer, (module = parse(answer.text)));
  return module;
}

/**
 * `from .other import x` in `package/module.py` is `package.other`. What is checked may be a module of a package itself:
 * `.other` is beside it.
 */
function absoluteName(name: string, level: number, frame: Frame): string | undefined {
  if (level === 0) return name;
  let outer = frame;
  while (outer.parent) outer = outer.parent;
  const own = /^module:([\w.]+)(:?)$/.exec(outer.id);
  if (!own) return level === 1 ? name : undefined;
  const steps = (own[1] ?? "").split(".");
  // A package is its own folder
  const up = own[2] === ":" ? level - 1 : level;
  if (up > steps.length) return undefined;
  return [...steps.slice(0, steps.length - up), ...(name === "" ? [] : [name])].join(".");
}
