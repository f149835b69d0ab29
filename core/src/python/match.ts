import type { Statement } from "./ast.js";
import { collapse, type Context } from "./context.js";
import { evaluate } from "./expression.js";
import { unknown } from "./machine.js";
import { joinValues, type State } from "./state.js";
import { execute } from "./statement.js";

/** Each clause may be the one; what the patterns compare is not looked at. */
export function matchStatement(statement: Extract<Statement, { kind: "match" }>, context: Context): boolean {
  const subject = evaluate(statement.subject, context);
  // What a pattern binds is not followed: it may be the subject, or something in it
  if (statement.clauses.some(({ names }) => names.length > 0)) context.escape([subject]);
  const before = context.state;
  const ends: State[] = [];
  for (const { names, test, body } of statement.clauses) {
    const bind = () => {
      for (const name of names) context.assign(name, unknown("it is bound by a pattern"));
    };
    if (test)
      context.perhaps(() => {
        bind();
        evaluate(test, context);
      });
    context.state = before.fork();
    bind();
    if (execute(body, context)) ends.push(collapse(context.state, before));
    context.state = before;
    // A pattern that does not match, or whose guard fails, may have bound its names
    for (const name of names) {
      const value = context.lookup(name);
      context.assign(name, joinValues([value ?? { kind: "absent" }, unknown("it is bound by a pattern")]));
    }
  }
  return before.settle(
    statement.clauses.some(({ irrefutable }) => irrefutable) ? ends : [...ends, before.fork()],
  );
}
