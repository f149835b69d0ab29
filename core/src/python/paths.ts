import { pathBelow } from "../files/file-answer.js";
import { withoutLast } from "../without-last.js";
import type { Context } from "./context.js";
import { patternOf } from "./join-texts.js";
import { partlyText, text, type MachineValue } from "./machine.js";
import { anything, joinPatterns } from "./text-pattern.js";
import { fixedPath, fromNotebook, ownFolder } from "./working-folder.js";

/**
 * A path of which only the file matters, not the text: `os.getcwd()`, `os.path.join(…)`, `Path(…)`. To everything but the
 * reading of files it is some object, so that no text is claimed which the machine decides (its folders, its separator).
 */
export const pathType = "pathlib.Path";

/** The script at hand: only its folder matters. */
export const ownFile = "__main__.py";

/** A path that means the same wherever the notebook goes; undefined: it is not known where it is. */
export function allocateFixedPath(path: string, context: Context): MachineValue | undefined {
  const fixed = fixedPath(path, context);
  return fixed === undefined ? undefined : allocatePath(fixed, context);
}

/** A path that counts from the notebook's folder, wherever the notebook is. */
export function ownPath(path: string, context: Context): MachineValue {
  return allocatePath(`${ownFolder}/${path}`, context);
}

export function allocatePath(path: string, context: Context): MachineValue {
  return context.allocate({
    kind: "instance",
    type: pathType,
    members: new Map([["(path)", text(path)]]),
    open: false,
  });
}

/** A path object, not a text. */
export function isPath(value: MachineValue, context: Context): boolean {
  const object = context.object(value);
  return object?.kind === "instance" && object.type === pathType;
}

/** The path that a text or a path object says, as it is from the notebook's folder; undefined: not known. */
export function pathOf(value: MachineValue | undefined, context: Context): string | undefined {
  const path = writtenPath(value, context);
  return path === undefined ? undefined : fromNotebook(path, context);
}

/** The path that a text or a path object says, from wherever the notebook is then. */
export function writtenPath(value: MachineValue | undefined, context: Context): string | undefined {
  if (value === undefined) return undefined;
  if (value.kind === "constant") return value.type === "str" ? String(value.data) : undefined;
  const object = context.object(value);
  if (object?.kind !== "instance" || object.type !== pathType) return undefined;
  const path = object.members.get("(path)");
  return path?.kind === "constant" ? String(path.data) : undefined;
}

/** The folder that a path is in; of the notebook's own folder one that nobody reads. */
export function parentOf(path: string): string {
  if (path.startsWith("/")) {
    const named = withoutLast(path, "/");
    return withoutLast(named.slice(0, named.lastIndexOf("/") + 1), "/") || `${path}/..`;
  }
  const below = pathBelow(path);
  if (below === undefined || below === ".") return `${path}/..`;
  return below.includes("/") ? below.slice(0, below.lastIndexOf("/")) : ".";
}

/** `path.parent`, `path.parents`; undefined: another attribute. */
export function pathAttribute(path: MachineValue, name: string, context: Context): MachineValue | undefined {
  const own = name === "parent" || name === "parents" ? writtenPath(path, context) : undefined;
  if (own === undefined) return undefined;
  if (name === "parent") return allocatePath(parentOf(own), context);
  const items: MachineValue[] = [];
  for (let parent = parentOf(own); items.length < mostParents; parent = parentOf(parent))
    items.push(allocatePath(parent, context));
  return { kind: "tuple", items };
}

const mostParents = 6;

/** No system has longer ones. */
const longestPath = 4096;

/** `os.path.join`, `Path / …`; undefined: one of them is not known. */
export function joinPaths(values: readonly MachineValue[], context: Context): string | undefined {
  let joined: string | undefined;
  for (const value of values) {
    const path = writtenPath(value, context);
    if (path === undefined) return undefined;
    joined = joined === undefined || joined === "" || path.startsWith("/") ? path : `${joined}/${path}`;
    if (joined.length > longestPath) return undefined;
  }
  return joined;
}

/**
 * `os.path.join("s3://…", …)`, where the machine decides the separator, but only one of them makes a place in S3 of it.
 * Undefined: it does not begin so.
 */
export function joinUri([first, ...others]: readonly MachineValue[]): MachineValue | undefined {
  const start = first && patternOf(first);
  const [scheme] = start ?? [];
  if (start === undefined || typeof scheme !== "string" || !scheme.startsWith("s3://")) return undefined;
  const parts = [start];
  let isAtEnd = endsWithSlash(start);
  for (const one of others) {
    const part = patternOf(one) ?? anything;
    // From the machine's root on: no place in S3
    if (typeof part[0] === "string" && part[0].startsWith("/")) return undefined;
    parts.push(...(isAtEnd ? [] : [["/"]]), part);
    isAtEnd = endsWithSlash(part);
  }
  const joined = joinPatterns(...parts);
  return joined && partlyText(joined, "os.path.join() joins it when the notebook runs");
}

function endsWithSlash(pattern: readonly unknown[]): boolean {
  const last = pattern.at(-1);
  return typeof last === "string" && last.endsWith("/");
}
