import { pathBelow } from "../files/file-answer.js";
import type { Context } from "./context.js";
import { elements } from "./expression.js";
import { none, text, unknown, type BoundArguments, type MachineValue } from "./machine.js";
import { pathOf } from "./paths.js";

/*
 * Where Python looks for modules: what the notebook put before its own folder in `sys.path`, the notebook's folder, and what
 * it put behind it.
 */
const before = "sys.path:before";
const behind = "sys.path:behind";

/** A folder that nobody reads: it is not beside the notebook, or not known. */
const elsewhere = unknown("it is a folder that is not read");

/** `sys.path.append(…)` and the others. */
export function changeSearchPath(method: string, bound: BoundArguments, context: Context): MachineValue {
  const [first, second] = bound.positional;
  const isWhole = !bound.openPositional && !bound.openKeywords && bound.keywords.size === 0;
  if (!isWhole || first === undefined) loseSearchPath(context);
  else if (method === "append") addBehind([first], context);
  else if (method === "extend") {
    const { items, open } = elements(first, context);
    addBehind(open ? [...items, elsewhere] : items, context);
  } else if (method === "insert" && second && first.kind === "constant" && Number(first.data) >= 0)
    insert(Number(first.data), second, context);
  else loseSearchPath(context);
  return none;
}

/** Anything may stand before the notebook's folder now. */
export function loseSearchPath(context: Context): void {
  context.setName(before, elsewhere);
}

/** Folders beside the notebook, in the order in which Python looks into them; undefined: one that nobody reads. */
export function searchPath(context: Context): readonly (string | undefined)[] {
  return [...foldersIn(before, context), ".", ...foldersIn(behind, context)];
}

function addBehind(folders: readonly MachineValue[], context: Context): void {
  put(behind, [...itemsIn(behind, context), ...folders.map((one) => folderOf(one, context))], context);
}

function insert(at: number, folder: MachineValue, context: Context): void {
  const items = itemsIn(before, context);
  // Python's own folders stand behind the notebook's, and the first places are all that anybody means
  if (at <= items.length)
    put(before, [...items.slice(0, at), folderOf(folder, context), ...items.slice(at)], context);
  else put(behind, [folderOf(folder, context), ...itemsIn(behind, context)], context);
}

function folderOf(value: MachineValue, context: Context): MachineValue {
  const path = pathOf(value, context);
  const below = path === undefined ? undefined : pathBelow(path);
  return below === undefined ? elsewhere : text(below);
}

function put(key: string, items: readonly MachineValue[], context: Context): void {
  context.setName(key, { kind: "tuple", items });
}

function itemsIn(key: string, context: Context): readonly MachineValue[] {
  const value = context.state.name(key);
  if (value === undefined) return [];
  // `if folder not in sys.path`: where it is not put there, it is there
  const [longest] = (value.kind === "either" ? value.values : [value])
    .map((one) => (one.kind === "tuple" ? one.items : one.kind === "absent" ? [] : [elsewhere]))
    .sort((one, other) => other.length - one.length);
  return longest ?? [];
}

function foldersIn(key: string, context: Context): readonly (string | undefined)[] {
  return itemsIn(key, context).map((one) => (one.kind === "constant" ? String(one.data) : undefined));
}
