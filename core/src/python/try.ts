import type { Statement } from "./ast.js";
import { collapse, type Context, type FunctionLanding, type Landing } from "./context.js";
import { Journal } from "./journal.js";
import { unknown } from "./machine.js";
import type { State } from "./state.js";
import { execute } from "./statement.js";

type TryStatement = Extract<Statement, { kind: "try" }>;

export function tryStatement(
  { body, handlers, otherwise, finalizer }: TryStatement,
  context: Context,
): boolean {
  const before = context.state;
  const ends: State[] = [];
  const settle = finalizer.length > 0 ? intercept(finalizer, context) : undefined;
  const { goesOn, interrupted } = attempt(() => execute(body, context), before, context);
  if (goesOn && execute(otherwise, context)) ends.push(collapse(context.state, before));
  for (const { name, body: handler } of handlers) {
    context.state = interrupted.fork();
    if (name !== undefined) context.assign(name, unknown("it is the exception"));
    const caught = execute(handler, context);
    if (name !== undefined) context.assign(name, unknown("it was the exception"));
    if (caught) ends.push(collapse(context.state, before));
  }
  settle?.();
  // It may be for no handler here
  leaveBy(interrupted, finalizer, context);
  const goesOnAfter = ends.length > 0;
  context.state = goesOnAfter ? before : before.fork();
  if (goesOnAfter) before.settle(ends);
  const finished = execute(finalizer, context);
  context.state = goesOnAfter ? context.state : before;
  return finished && goesOnAfter;
}

/**
 * Runs what an exception may end anywhere.
 *
 * @returns `interrupted`: what may hold then, a child of `before`. The context is left in the state of the normal end.
 */
export function attempt(
  run: () => boolean,
  before: State,
  context: Context,
): { readonly goesOn: boolean; readonly interrupted: State } {
  const journal = new Journal(context.frame);
  context.journals.push(journal);
  context.state = before.fork();
  const goesOn = run();
  context.journals.pop();
  context.state = collapse(context.state, before);
  return { goesOn, interrupted: journal.interrupted(before) };
}

/** The exception goes on to a `try` around this one, through the finalizer. */
function leaveBy(state: State, finalizer: readonly Statement[], context: Context): void {
  if (context.journals.length === 0 || finalizer.length === 0) return;
  context.state = state.fork();
  context.rehearsals++;
  execute(finalizer, context);
  context.rehearsals--;
}

/** Has `return`, `break` and `continue` go through the finalizer; the result ends that. */
function intercept(finalizer: readonly Statement[], context: Context): () => void {
  const { returns, breaks, continues } = context;
  const own = {
    returns: returns && { base: returns.base, arrived: [], values: [] },
    breaks: breaks && { base: breaks.base, arrived: [] },
    continues: continues && { base: continues.base, arrived: [] },
  };
  Object.assign(context, own);
  return () => {
    Object.assign(context, { returns, breaks, continues });
    pass(own.returns, returns, finalizer, context);
    pass(own.breaks, breaks, finalizer, context);
    pass(own.continues, continues, finalizer, context);
  };
}

function pass(
  from: Landing | FunctionLanding | undefined,
  to: Landing | FunctionLanding | undefined,
  finalizer: readonly Statement[],
  context: Context,
): void {
  if (!from || !to || from.arrived.length === 0) return;
  const state = to.base.fork();
  state.join(from.arrived);
  context.state = state;
  context.rehearsals++;
  if (execute(finalizer, context)) {
    to.arrived.push(collapse(context.state, to.base));
    if ("values" in to && "values" in from) to.values.push(...from.values);
  }
  context.rehearsals--;
}
