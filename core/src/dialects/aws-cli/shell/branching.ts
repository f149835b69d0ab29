import { copyOf, join, type ShellState } from "./shell-state.js";
import type { Command, Script } from "./syntax.js";

/** Who follows the commands. */
export interface Follower {
  all(script: Script, state: ShellState): void;
  one(command: Command, state: ShellState): void;
  /** The script ends here. */
  stopped: boolean;
}

/** Commands of which some run, and some do not. */
export class Branching {
  constructor(private readonly run: Follower) {}

  andOr(command: Extract<Command, { kind: "and or" }>, state: ShellState): void {
    const { success, failure } = this.outcome(command, state);
    const ends = [success, failure].filter((one) => one !== undefined);
    if (ends.length > 0) join(state, ends);
    else this.run.stopped = true;
  }

  /** What is known after it succeeds, and after it fails; undefined: it does not, or the script ends there. */
  private outcome(command: Command, state: ShellState): Outcome {
    if (command.kind !== "and or") {
      const end = copyOf(state);
      this.run.one(command, end);
      const isEnd = this.run.stopped;
      this.run.stopped = false;
      if (isEnd) return {};
      return succeeds(command) ? { success: end } : { success: end, failure: end };
    }
    const left = this.outcome(command.left, state);
    const isAnd = command.operator === "&&";
    const from = isAnd ? left.success : left.failure;
    if (!from) return left;
    const right = this.outcome(command.right, from);
    return isAnd
      ? { ...right, failure: joined([right.failure, left.failure]) }
      : { ...right, success: joined([right.success, left.success]) };
  }

  /** `if`, `case`: each condition comes after those before it. */
  conditional({ branches, complete }: Extract<Command, { kind: "branches" }>, state: ShellState): void {
    const ends: ShellState[] = [];
    const before = copyOf(state);
    let isOver = false;
    for (const { condition, body } of branches) {
      this.run.all(condition, before);
      isOver = this.run.stopped;
      if (isOver) break;
      const end = copyOf(before);
      this.run.all(body, end);
      if (!this.run.stopped) ends.push(end);
      this.run.stopped = false;
    }
    if (!isOver && !complete) ends.push(before);
    this.run.stopped = ends.length === 0;
    if (ends.length > 0) join(state, ends);
  }

  /** @param starts What is done before each, once for each way. @param returns States that come out of them otherwise. */
  oneOf(
    branches: readonly Script[],
    state: ShellState,
    starts: readonly ((state: ShellState) => void)[] = [() => undefined],
    returns: readonly ShellState[] = [],
  ): void {
    const ends: ShellState[] = [];
    for (const branch of branches) {
      for (const start of starts) {
        const end = copyOf(state);
        start(end);
        this.run.all(branch, end);
        if (!this.run.stopped) ends.push(end);
        this.run.stopped = false;
      }
    }
    if (ends.length + returns.length > 0) join(state, [...ends, ...returns]);
  }
}

/** The states that a command leaves. */
interface Outcome {
  readonly success?: ShellState | undefined;
  readonly failure?: ShellState | undefined;
}

function joined(ends: readonly (ShellState | undefined)[]): ShellState | undefined {
  const [first, ...others] = ends.filter((one) => one !== undefined);
  if (!first || others.length === 0) return first;
  const state = copyOf(first);
  join(state, [first, ...others]);
  return state;
}

/** A command that nobody expects to fail: `NAME=value`, `echo …`. */
function succeeds(command: Command): boolean {
  if (command.kind !== "simple") return false;
  const [first] = command.words;
  if (!first)
    return command.assignments.every(
      ({ value }) => value?.parts.every(({ kind }) => kind !== "output") ?? true,
    );
  const [part, other] = first.parts;
  return (
    part?.kind === "text" && other === undefined && /^(?:echo|export|printf|set|true|:)$/.test(part.text)
  );
}
