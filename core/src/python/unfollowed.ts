import { findMember } from "./find-member.js";
import type { Context } from "./context.js";
import { follow } from "./function.js";
import { anyNumberOfTimes } from "./loop.js";
import { attempt } from "./try.js";
import type { State } from "./state.js";
import { unknown, type BoundArguments, type Definition, type MachineValue, type Self } from "./machine.js";

/**
 * Code that is not followed may call a function of the notebook, any number of times and with anything: what it may
 * change is not known afterwards. What it calls is recorded as it is then.
 */
export function followPerhaps(definition: Definition, self: Self | undefined, context: Context): void {
  if (context.unfollowed.has(definition.body)) return;
  context.unfollowed.add(definition.body);
  const bound = anyArguments(definition);
  // Whoever asks one for its items goes on each time that it is in the middle
  const isGenerator = definition.node?.generator === true;
  anyNumberOfTimes(
    () => {
      const before = context.state;
      const { interrupted } = attempt(
        () => {
          context.escape([follow(definition, self, bound, context)]);
          return true;
        },
        before,
        context,
      );
      before.join([context.state, isGenerator ? interrupted : afterException(interrupted, before)]);
      context.state = before;
    },
    context,
    "later",
  );
  context.unfollowed.delete(definition.body);
}

/** Who called it may go on after an exception of it: names may have any of their values. */
function afterException(interrupted: State, before: State): State {
  const state = before.fork();
  for (const [name, value] of interrupted.names) state.setName(name, value);
  return state;
}

/** The same for a method that was taken from an object of a class of the notebook. */
export function followMethodPerhaps(self: MachineValue, name: string, context: Context): void {
  const object = context.object(self);
  const type =
    self.kind === "class"
      ? self.definition
      : object?.kind === "instance" && typeof object.type !== "string"
        ? object.type
        : undefined;
  const found = type && findMember(type, name, context);
  if (found?.kind === "found" && found.value.kind === "function")
    followPerhaps(found.value.definition, { value: self, owner: found.owner }, context);
}

/** Arguments that nobody knows. */
export function anyArguments(definition: Definition): BoundArguments {
  const own = definition.parameters.filter(({ star }) => star === undefined);
  const keywords = new Map(
    own.map(({ name }) => [name, unknown(`it is the argument ${name} of ${definition.name}()`)] as const),
  );
  return { positional: [], keywords, openKeywords: true, openPositional: true };
}
