import { copyOf, join, lose, type ShellState } from "./shell-state.js";
import type { Command, Script } from "./syntax.js";

/** Who follows the commands. */
export interface Follower {
  all(script: Script, state: ShellState): void;
  one(command: Command, state: ShellState): void;
  /** The script ends here. */
  stopped: boolean;
  /** It has more commands than are followed. */
  readonly isOver: boolean;
}

/** Once more values than these were copied for commands that may fail, nothing is known behind them. */
const mostCopied = 200_000;

/** Commands of which some run, and some do not. */
export class Branching {
  private copied = 0;

  constructor(private readonly run: Follower) {}

  andOr(command: AndOr, state: ShellState): void {
    if (this.copied > mostCopied) {
      for (const one of [command.first, ...command.rest.map((other) => other.command)]) {
        lose(state);
        this.run.one(one, state);
        this.run.stopped = false;
      }
      lose(state);
      return;
    }
    const { success, failure } = this.outcome(command, state);
    const ends = [...new Set([success, failure])].filter((one) => one !== undefined);
    if (ends.length > 0) join(state, ends);
    else this.run.stopped = true;
  }

  /** What is known after it succeeds, and after it fails; undefined: it does not, or the script ends there. */
  private outcome({ first, rest }: AndOr, state: ShellState): Outcome {
    let result = this.outcomeOfOne(first, state);
    for (const { operator, command } of rest) {
      if (this.run.isOver) break;
      const from = operator === "&&" ? result.success : result.failure;
      if (!from) continue;
      const next = this.outcomeOfOne(command, from);
      result =
        operator === "&&"
          ? { ...next, failure: joined([next.failure, result.failure]) }
          : { ...next, success: joined([next.success, result.success]) };
    }
    return result;
  }

  private outcomeOfOne(command: Command, state: ShellState): Outcome {
    const end = copyOf(state);
    this.copied += state.variables.size;
    this.run.one(command, end);
    const isEnd = this.run.stopped;
    this.run.stopped = false;
    if (isEnd) return {};
    return succeeds(command) ? { success: end } : { success: end, failure: end };
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

type AndOr = Extract<Command, { kind: "and or" }>;

/** The states that a command leaves. */
interface Outcome {
  readonly success?: ShellState | undefined;
  readonly failure?: ShellState | undefined;
}

function joined(ends: readonly (ShellState | undefined)[]): ShellState | undefined {
  const [first, ...others] = new Set(ends.filter((one) => one !== undefined));
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
