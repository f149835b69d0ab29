import { isKnown } from "./change-value.js";
import type { Follower } from "./branching.js";
import type { ScriptWords } from "./script-words.js";
import type { ShellState } from "./shell-state.js";
import type { Command } from "./syntax.js";
import { fits } from "./test-status.js";

export type Branches = Extract<Command, { kind: "branches" }>;

/** Of `case` those whose patterns the subject may fit, as far as it is known. */
export function branchesTaken(
  command: Branches,
  state: ShellState,
  words: ScriptWords,
  run: Pick<Follower, "leaveOut">,
): Branches {
  const { subject } = command;
  if (!subject) return command;
  let left = words.one(subject, state);
  const branches = command.branches.filter(({ patterns = [], body }) => {
    const each = left.map((one) => (isKnown(one) ? fits(one, patterns, state, words) : undefined));
    const mayBe = each.some((one) => one !== false);
    if (!mayBe) run.leaveOut(body);
    left = left.filter((_, index) => each[index] !== true);
    return mayBe;
  });
  return { ...command, branches, complete: command.complete || left.length === 0 };
}
