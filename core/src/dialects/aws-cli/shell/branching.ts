import { copyOf, join, lose, type ShellState } from "./shell-state.js";
import type { Command, Script } from "./syntax.js";

/** Who follows the commands. */
export interface Follower {
  all(script: Script, state: ShellState): void;
  one(command: Command, state: ShellState): void;
  /** Whether the command succeeds; undefined: not known. */
  statusOf(command: Command, state: ShellState): boolean | undefined;
  /** These are not run. */
  leaveOut(script: Script): void;
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
    let result = this.outcomeOfOne(first, state, rest[0]?.operator);
    for (const [index, { operator, command }] of rest.entries()) {
      if (this.run.isOver) break;
      const from = operator === "&&" ? result.success : result.failure;
      if (!from) this.run.leaveOut([command]);
      if (!from) continue;
      const next = this.outcomeOfOne(command, from, rest[index + 1]?.operator);
      result =
        operator === "&&"
          ? { ...next, failure: joined([next.failure, result.failure]) }
          : { ...next, success: joined([next.success, result.success]) };
    }
    return result;
  }

  /** @param next What follows, if anything. */
  private outcomeOfOne(command: Command, state: ShellState, next?: "&&" | "||"): Outcome {
    const end = copyOf(state);
    this.copied += state.variables.size;
    this.run.one(command, end);
    // What its words print is known by now
    const status = this.run.statusOf(command, end) ?? (succeeds(command, next) ? true : undefined);
    const isEnd = this.run.stopped;
    this.run.stopped = false;
    if (isEnd) return {};
    return {
      ...(status === false ? {} : { success: end }),
      // A folder that is not there is not gone to
      ...(status === true ? {} : { failure: programOf(command) === "cd" ? state : end }),
    };
  }

  /** `if`, `case`: each condition comes after those before it. */
  conditional({ branches, complete }: Extract<Command, { kind: "branches" }>, state: ShellState): void {
    const ends: ShellState[] = [];
    let before: ShellState | undefined = copyOf(state);
    for (const [index, { condition, body }] of branches.entries()) {
      if (!before) {
        this.run.leaveOut(body);
        continue;
      }
      const { success, failure }: Outcome =
        condition.length === 0 ? { success: before, failure: before } : this.outcomeOfAll(condition, before);
      const isLast = complete && index === branches.length - 1;
      before = isLast ? undefined : failure;
      if (!success) {
        this.run.leaveOut(body);
        continue;
      }
      const end = copyOf(success);
      this.run.all(body, end);
      if (!this.run.stopped) ends.push(end);
      this.run.stopped = false;
    }
    if (before && !complete) ends.push(before);
    this.run.stopped = ends.length === 0;
    if (ends.length > 0) join(state, ends);
  }

  private outcomeOfAll(condition: Script, state: ShellState): Outcome {
    const last = condition.at(-1);
    if (this.ends(condition.slice(0, -1), state) || !last) return {};
    if (this.copied <= mostCopied)
      return last.kind === "and or" ? this.outcome(last, state) : this.outcomeOfOne(last, state);
    return this.ends([last], state) ? {} : { success: state, failure: state };
  }

  /** Whether the script ends there. */
  private ends(script: Script, state: ShellState): boolean {
    this.run.all(script, state);
    const isEnd = this.run.stopped;
    this.run.stopped = false;
    return isEnd;
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

/** A command that nobody expects to fail: `NAME=value`, `echo …`; `cd FOLDER` where nothing is said for that. */
function succeeds(command: Command, next: "&&" | "||" | undefined): boolean {
  if (command.kind !== "simple") return false;
  if (command.words.length === 0)
    return command.assignments.every(
      ({ value }) => value?.parts.every(({ kind }) => kind !== "output") ?? true,
    );
  const program = programOf(command);
  if (next !== "||" && /^(?:cd|mkdir)$/.test(program)) return true;
  return /^(?:echo|export|printf|set|true|:)$/.test(program);
}

function programOf(command: Command): string {
  const [part, other] = command.kind === "simple" ? (command.words[0]?.parts ?? []) : [];
  return part?.kind === "text" && other === undefined ? part.text : "";
}
