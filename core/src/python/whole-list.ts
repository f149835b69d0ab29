import type { Raw } from "./raw-tree.js";

/**
 * Whether all that is written between the brackets was read as arguments, entries or items. Otherwise something is
 * missing there that the grammar left out or took for a part of something else, as while an argument is typed.
 *
 * @param list With its brackets.
 * @param groups What stands between its commas.
 * @param sign What is between a name and its value; undefined: values have no names.
 */
export function isWhole(list: Raw, groups: readonly (readonly Raw[])[], sign?: "AssignOp" | ":"): boolean {
  return isClosed(list) && groups.every((group) => isWholeGroup(group, sign));
}

/** Broken at most in the value of its name. */
function isWholeGroup(group: readonly Raw[], sign: string | undefined): boolean {
  if (!group.some(hasTrouble)) return true;
  if (group.some(swallows)) return false;
  if (!group.some(({ name }) => name === "⚠")) return true;
  return sign !== undefined && group[1]?.name === sign && isOnce(group, sign);
}

/** Not in what the grammar passed over either: another value's name stands before it. */
function isOnce(group: readonly Raw[], sign: string): boolean {
  const parts = group.flatMap((raw) => (raw.name === "⚠" ? raw.children : [raw]));
  return parts.filter(({ name }) => name === sign).length === 1;
}

function hasTrouble(raw: Raw): boolean {
  return raw.name === "⚠" || !isClosed(raw) || raw.children.some(hasTrouble);
}

/** What follows may be in it: a bracket is not closed, or a comma stands in no bracket of its own. */
function swallows(raw: Raw): boolean {
  if (raw.name === "," || !isClosed(raw)) return true;
  const isBracketed = raw.children.some(({ name }) => opening.has(name));
  return raw.children.some((child) => !(isBracketed && child.name === ",") && swallows(child));
}

/** It has as many closing brackets as opening ones; also none. */
function isClosed({ children }: Raw): boolean {
  let depth = 0;
  for (const { name } of children) {
    if (opening.has(name)) depth += 1;
    else if (closing.has(name)) depth -= 1;
  }
  return depth === 0;
}

const opening: ReadonlySet<string> = new Set(["(", "[", "{"]);
const closing: ReadonlySet<string> = new Set([")", "]", "}"]);
