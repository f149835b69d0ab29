import type { Statement } from "./ast.js";
import { blocksOf } from "./bound-names.js";
import { exceptionsHandled } from "./caught.js";
import { collapse, type Context, type FunctionLanding, type Landing } from "./context.js";
import { Journal } from "./journal.js";
import { unknown } from "./machine.js";
import type { State } from "./state.js";
import { execute } from "./statement.js";

type TryStatement = Extract<Statement, { kind: "try" }>;

export function tryStatement(statement: TryStatement, context: Context): boolean {
  const { finalizer } = statement;
  if (finalizer.length === 0) return handled(statement, context);
  const before = context.state;
  const settle = intercept(finalizer, context);
  const { goesOn, interrupted } = attempt(() => handled(statement, context), before, context);
  const end = context.state;
  const alone = settle() === 0 && goesOn && interrupted.names.size + interrupted.heap.size === 0;
  const { serial } = context;
  if (!alone) record(finalizer, goesOn ? [end, interrupted] : [interrupted], before, context);
  const last = context.serial;
  context.serial = serial;
  leaveBy(interrupted, finalizer, context);
  context.state = before;
  if (goesOn) before.settle([end]);
  else context.state = interrupted.fork();
  if (!alone) context.rehearsals++;
  const finished = execute(finalizer, context);
  if (!alone) context.rehearsals--;
  context.serial = Math.max(last, context.serial);
  context.state = before;
  return finished && goesOn;
}

/** The statement without its finalizer. */
function handled({ body, handlers, otherwise }: TryStatement, context: Context): boolean {
  const before = context.state;
  const ends: State[] = [];
  const run = () => {
    context.caught.push(exceptionsHandled(handlers));
    const finished = execute(body, context);
    context.caught.pop();
    return finished;
  };
  const { goesOn, interrupted } = attempt(run, before, context);
  if (goesOn && execute(otherwise, context)) ends.push(collapse(context.state, before));
  for (const { name, body: handler } of handlers) {
    context.state = interrupted.fork();
    if (name !== undefined) context.assign(name, unknown("it is the exception"));
    const caught = execute(handler, context);
    if (name !== undefined) context.assign(name, unknown("it was the exception"));
    if (caught) ends.push(collapse(context.state, before));
  }
  context.state = before;
  return before.settle(ends);
}

/** What a finalizer calls is recorded once, as it may be after an exception and after none. */
function record(
  finalizer: readonly Statement[],
  entries: readonly State[],
  before: State,
  context: Context,
): void {
  if (context.rehearsals > 0) return;
  const { returns, breaks, continues } = context;
  const journals = context.journals.splice(0);
  Object.assign(context, {
    returns: returns && { base: returns.base, arrived: [], values: [] },
    breaks: breaks && { base: breaks.base, arrived: [] },
    continues: continues && { base: continues.base, arrived: [] },
  });
  const entry = before.fork();
  entry.join(entries);
  context.state = entry.fork();
  execute(finalizer, context);
  Object.assign(context, { returns, breaks, continues });
  context.journals.push(...journals);
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

/** The exception goes on to a `try` around this one, through the finalizer, which may end it: by a `return`, for one. */
function leaveBy(state: State, finalizer: readonly Statement[], context: Context): void {
  if (finalizer.length === 0 || (context.journals.length === 0 && !mayLeave(finalizer))) return;
  context.state = state.fork();
  context.rehearsals++;
  execute(finalizer, context);
  context.rehearsals--;
}

/** Whether `return`, `break` or `continue` is written in there, if only for a loop in there. */
function mayLeave(statements: readonly Statement[]): boolean {
  return statements.some(
    (one) => /^(?:return|break|continue)$/.test(one.kind) || blocksOf(one).some(mayLeave),
  );
}

/** Has `return`, `break` and `continue` go through the finalizer; the result ends that, and says how many did. */
function intercept(finalizer: readonly Statement[], context: Context): () => number {
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
    return [own.returns, own.breaks, own.continues].reduce((sum, way) => sum + (way?.arrived.length ?? 0), 0);
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
