import type { ArgumentNode } from "./ast.js";
import { invalid } from "./lowering.js";

/**
 * The arguments that make a call no Python, though each can be read: one by place behind one by name, as half of a name
 * is while it is typed, and a name that was given already.
 */
export function misplacedIn(given: readonly ArgumentNode[]): readonly ArgumentNode[] {
  if (given.length < 2) return none;
  let misplaced: ArgumentNode[] | undefined;
  let isNamed = false;
  let isSpread = false;
  // Of few it costs more than to look at each
  const names = given.length > 20 ? new Set<string>() : undefined;
  for (const [index, one] of given.entries()) {
    const { name, star } = one;
    const isWrong =
      name !== undefined
        ? (names?.has(name) ?? isNamedBefore(name, given, index))
        : isSpread || (isNamed && star === undefined);
    if (isWrong && star !== "**") (misplaced ??= []).push(one);
    if (name !== undefined) names?.add(name);
    isNamed ||= name !== undefined;
    isSpread ||= star === "**";
  }
  return misplaced ?? none;
}

function isNamedBefore(name: string, given: readonly ArgumentNode[], end: number): boolean {
  for (let index = 0; index < end; index += 1) if (given[index]?.name === name) return true;
  return false;
}

/** The others; of a name that is given twice nobody knows which value is meant. */
export function withoutMisplaced(given: ArgumentNode[], misplaced: readonly ArgumentNode[]): ArgumentNode[] {
  if (misplaced.length === 0) return given;
  const twice = new Set(misplaced.map(({ name }) => name));
  return given
    .filter((one) => !misplaced.includes(one))
    .map((one) =>
      one.name !== undefined && twice.has(one.name)
        ? { ...one, value: invalid(one.value.from, one.value.to) }
        : one,
    );
}

const none: readonly ArgumentNode[] = [];
