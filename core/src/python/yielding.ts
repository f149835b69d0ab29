import type { Expression, Statement } from "./ast.js";
import { assignTarget } from "./assign.js";
import { blocksOf } from "./bound-names.js";
import { bind, describeSite } from "./call.js";
import type { Context } from "./context.js";
import { evaluate } from "./expression.js";
import { findMember } from "./find-member.js";
import { follow, mayFollow, neverReturns } from "./function.js";
import { none, type Definition, type MachineValue, type Self } from "./machine.js";
import { followPerhaps } from "./unfollowed.js";

type Yield = Extract<Expression, { kind: "yield" }>;
type CallExpression = Extract<Expression, { kind: "call" }>;
/** `yield x`, `y = yield x` */
type YieldStatement = Extract<Statement, { kind: "expression" | "assign" }> & { readonly value: Yield };

export function isYield(statement: Statement): statement is YieldStatement {
  return (statement.kind === "expression" || statement.kind === "assign") && statement.value.kind === "yield";
}

/** In a function that is followed what is done with the value is done now; false: nothing comes after it. */
export function atYield(statement: YieldStatement, context: Context): boolean {
  const { value } = statement.value;
  const goesOn = context.yields?.(value ? evaluate(value, context) : none) !== false;
  if (statement.kind === "assign")
    for (const target of statement.targets) assignTarget(target, none, context);
  return goesOn;
}

/** Who uses what is yielded: a `with` statement, a loop that goes on to the end, one that may be left before. */
type Use = "with" | "loop" | "loop that may be left";

/**
 * Follows a call of a generator function of the notebook through whoever uses what it yields: what they do is run at each
 * `yield`, as Python goes to and fro between the two.
 *
 * @param each Runs in the place of the call; false: nothing comes after it.
 * @returns Whether its end is reached; undefined: it is another call, or not one that can be followed, and nothing has happened.
 */
export function followYields(
  expression: Expression,
  use: Use,
  each: (value: MachineValue) => boolean,
  context: Context,
): boolean | undefined {
  if (expression.kind !== "call") return undefined;
  const generator = generatorOf(expression, context);
  if (!generator || !isFor(generator.definition, use) || !mayFollow(generator.definition, context))
    return undefined;
  const { arguments: given } = describeSite(expression, context);
  const bound = bind(given, context);
  if (context.cell >= 0) context.calledAt = context.span(expression);
  const user = standing(context);
  // What is assigned between is not the generator's own
  user.frame.captured = true;
  const result = follow(generator.definition, generator.self, bound, context, (value) => {
    const own = standing(context);
    Object.assign(context, user);
    const goesOn = each(value);
    Object.assign(context, own);
    return goesOn;
  });
  return result !== neverReturns;
}

/** Which function is at work, and where its statements lead. */
function standing({ frame, cell, version, returns, breaks, continues, yields }: Context) {
  return { frame, cell, version, returns, breaks, continues, yields };
}

/**
 * What goes on in a generator function of the notebook that is not followed, each time that it is asked for an item: with
 * what names have by then.
 */
export function goOnUnfollowed(expression: Expression, context: Context): (() => void) | undefined {
  const generator = expression.kind === "call" ? generatorOf(expression, context) : undefined;
  if (generator?.definition.node?.generator !== true) return undefined;
  return () => {
    followPerhaps(generator.definition, generator.self, context);
  };
}

interface Generator {
  readonly definition: Definition;
  readonly self: Self | undefined;
}

/** Of `f(…)` and `object.f(…)`: to look these up changes nothing. */
function generatorOf({ callee }: CallExpression, context: Context): Generator | undefined {
  if (callee.kind === "name") return ofFunction(context.lookup(callee.id));
  if (callee.kind !== "attribute" || callee.value.kind !== "name") return undefined;
  const receiver = context.lookup(callee.value.id);
  const object = receiver && context.object(receiver);
  if (!receiver || object?.kind !== "instance") return undefined;
  if (typeof object.type === "string") return ofFunction(object.members.get(callee.name));
  const found = findMember(object.type, callee.name, context);
  if (found?.kind !== "found" || object.members.has(callee.name)) return undefined;
  const method = ofFunction(found.value);
  return method?.definition.binding === "plain"
    ? { ...method, self: { value: receiver, owner: found.owner } }
    : undefined;
}

function ofFunction(value: MachineValue | undefined): Generator | undefined {
  return value?.kind === "function" ? { definition: value.definition, self: undefined } : undefined;
}

/** Each of its `yield`s is a statement; of a manager of a context the only one, and in no loop. */
function isFor({ node, manages, version }: Definition, use: Use): boolean {
  if (!node?.generator || node.asynchronous) return false;
  if (use === "with" ? manages !== true : node.decorators.length > 0) return false;
  const places = yieldsIn(node.body, use);
  const text = version.text.slice(node.from, node.to);
  // Also in a comment or a string
  if ((text.match(/\byield\b/g) ?? []).length !== places.length) return false;
  if (places.some(({ from }) => /^yield\s+from\b/.test(version.text.slice(from, from + 20)))) return false;
  return use !== "with" || places.length === 1;
}

function yieldsIn(body: readonly Statement[], use: Use): readonly Yield[] {
  return body.flatMap((statement): readonly Yield[] => {
    if (isYield(statement)) return [statement.value];
    if (use === "with" && (isLoop(statement) || mayEndException(statement))) return [];
    // What is done there when the loop is left is done some time later
    if (use === "loop that may be left" && /^(?:try|with)$/.test(statement.kind)) return [];
    return blocksOf(statement).flatMap((block) => yieldsIn(block, use));
  });
}

/** An exception of the `with` statement's body arrives at the `yield`. */
function mayEndException(statement: Statement): boolean {
  return statement.kind === "try" && statement.handlers.some(({ body }) => body.at(-1)?.kind !== "raise");
}

function isLoop({ kind }: Statement): boolean {
  return kind === "for" || kind === "while";
}

/** Whether statements may be left in one of these ways. */
export function mayLeaveBy(
  statements: readonly Statement[],
  ways: readonly ("return" | "break" | "continue")[],
): boolean {
  return statements.some((one) => {
    const inner = isLoop(one) ? ways.filter((way) => way === "return") : ways;
    return ways.some((way) => way === one.kind) || blocksOf(one).some((block) => mayLeaveBy(block, inner));
  });
}
