import { changesNoFile, shellPath } from "../../../files/shell-files.js";
import { assignedIn, mentions } from "./assigned-names.js";
import { assignVariable } from "./assign-variable.js";
import type { Field, Text, Variables } from "./expand-word.js";
import { parseScript, unknownText } from "./parse-script.js";
import { fileCopied, writeCopies } from "./copied-files.js";
import { assignmentsIn, prefixLength } from "./program-prefix.js";
import { printedText, withoutLastLines } from "./printed-text.js";
import { runBuiltin, type Call } from "./run-builtin.js";
import { ScriptWords } from "./script-words.js";
import {
  argumentsIn,
  copyOf,
  join,
  mostAlternatives,
  notKnown,
  setArguments,
  setVariable,
  type ShellState,
} from "./shell-state.js";
import type { Command, Redirect, Script, SimpleCommand, Word } from "./syntax.js";

/** A command that the script runs, as it is given to the program. */
export interface RunCommand {
  /** One of them is run; several where a variable differs by branch. */
  readonly alternatives: readonly (readonly Field[])[];
  /** The variables that the program sees. */
  readonly variables: Variables;
  /** What is known to be in files then, by path: what the script itself wrote, or what was there before. */
  readonly files: ReadonlyMap<string, Text>;
  /** It is no syntax of the shell's, which runs nothing of it. */
  readonly isRefused: boolean;
  /** It stands in a text that another shell is given: `bash -c '…'`. */
  readonly isInText: boolean;
  readonly from: number;
  readonly to: number;
}

/** More commands than this are not followed. */
const mostCommands = 5000;
/** Functions that call functions, deeper than this, are not followed. */
const mostCalls = 8;

/**
 * Follows a script without running it: which commands it runs, with which words. Branches and loops are read once,
 * variables then have several values.
 *
 * @param text Both to be run and to be read again, where it has commands for another shell in it.
 * @param variables Those that are set when the script starts; what is not among them is not known.
 * @param files What is in files before it starts, as far as that is known.
 * @param wanted Whether a program's commands are asked for, by its name as written.
 * @param expandsBraces The shell does, as bash; false: perhaps not, as dash.
 * @param given `$@`; undefined: not known.
 */
export function runScript(
  text: string,
  variables: Variables,
  files: ReadonlyMap<string, Text>,
  wanted: (program: string) => boolean,
  expandsBraces = true,
  given?: readonly Text[],
): readonly RunCommand[] {
  const run = new ScriptRun(text, wanted, expandsBraces);
  const arrays = new Map(given ? [["@", given] as const] : []);
  const exported = new Set([...variables.keys()].filter((name) => !/^\d/.test(name)));
  run.all(parseScript(text), { variables: new Map(variables), arrays, exported, files: new Map(files) });
  run.readUncalled();
  return run.commands;
}

interface ShellFunction {
  readonly body: Script;
  readonly files: ReadonlyMap<string, Text>;
  isCalled: boolean;
}

class ScriptRun {
  readonly commands: RunCommand[] = [];
  private readonly functions = new Map<string, ShellFunction>();
  private readonly defined: ShellFunction[] = [];
  private readonly calls: Call[] = [];
  private readonly words: ScriptWords;
  /** What the command at hand gets from the one before it. */
  private input: Text | undefined;
  private isInText = false;
  private steps = 0;
  private stopped = false;
  /** The shell takes none of the commands at hand. */
  private isRefused = false;

  constructor(
    private readonly text: string,
    private readonly wanted: (program: string) => boolean,
    private readonly expandsBraces: boolean,
  ) {
    this.words = new ScriptWords(expandsBraces);
  }

  all(script: Script, state: ShellState): void {
    for (const command of script) {
      if (this.stopped) return;
      this.one(command, state);
    }
  }

  private one(command: Command, state: ShellState): void {
    if (++this.steps > mostCommands) return;
    switch (command.kind) {
      case "simple":
        this.simple(command, state);
        return;
      case "group":
        if (command.subshell) this.apart(command.body, state);
        else this.all(command.body, state);
        return;
      case "pipeline":
        this.pipeline(command.commands, state);
        return;
      case "and or":
        this.one(command.left, state);
        if (command.operator === "&&") this.one(command.right, state);
        else this.branches([[command.right], []], state);
        return;
      case "branches":
        this.branches(command.complete ? command.branches : [...command.branches, []], state);
        return;
      case "loop":
        this.loop(command, state);
        return;
      case "refused": {
        const before = this.isRefused;
        this.isRefused = true;
        this.all(command.body, state);
        this.isRefused = before;
        this.stopped = true;
        return;
      }
      case "function": {
        const made: ShellFunction = { body: command.body, files: new Map(state.files), isCalled: false };
        this.functions.set(command.name, made);
        this.defined.push(made);
      }
    }
  }

  /** Functions that nothing calls, with arguments and variables that nobody knows; those that call others first. */
  readUncalled(): void {
    this.stopped = false;
    for (const one of [...this.defined].reverse()) {
      if (one.isCalled) continue;
      one.isCalled = true;
      const state = {
        variables: new Map(),
        arrays: new Map(),
        exported: new Set<string>(),
        files: new Map(one.files),
      };
      this.branches([one.body], state);
      this.stopped = false;
    }
  }

  private pipeline(commands: readonly Command[], state: ShellState): void {
    let input: Text | undefined;
    for (const part of commands) {
      this.input = input;
      this.apart([part], state);
      this.input = undefined;
      input = part.kind === "simple" ? this.printedBy(part, input, state) : undefined;
    }
  }

  /** What it prints, where nothing takes that away. */
  private printedBy(command: SimpleCommand, input: Text | undefined, state: ShellState): Text | undefined {
    if (command.redirects.some(({ operator }) => operator.includes(">"))) return undefined;
    return this.textOf(command, input, state);
  }

  private textOf(command: SimpleCommand, input: Text | undefined, state: ShellState): Text | undefined {
    if (command.assignments.length > 0) return undefined;
    return printedText(command, input, {
      words: (words) => {
        const [only, other] = this.words.all(words, state);
        return other === undefined && !this.functions.has(only?.[0]?.text ?? "") ? only : undefined;
      },
      value: (word) => {
        const [only, other] = this.words.one(word, state);
        return other === undefined ? only : undefined;
      },
      file: (path) => state.files.get(path),
      exported: (name) => {
        const [only, other] = state.variables.get(name) ?? [];
        return state.exported.has(name) && other === undefined ? only : undefined;
      },
      isBash: this.expandsBraces,
    });
  }

  /** A function of the script, in whose place its body runs. */
  private call(
    name: string,
    called: ShellFunction,
    given: readonly (readonly Field[])[],
    state: ShellState,
  ): void {
    called.isCalled = true;
    const rounds = this.calls.filter((one) => one.name === name).length;
    if (rounds > 0) for (const one of assignedIn(called.body)) setVariable(state, one, notKnown);
    if (rounds > 1 || this.calls.length >= mostCalls) return;
    const arguments_ = argumentsIn(state);
    const call: Call = { name, hidden: new Map(), returns: [] };
    this.calls.push(call);
    this.branches(
      [called.body],
      state,
      given.map((fields) => (inside: ShellState) => {
        // What it calls itself with differs by round
        setArguments(inside, rounds > 0 ? undefined : fields.slice(1));
      }),
      call.returns,
    );
    this.calls.pop();
    for (const [hidden, [values, items]] of call.hidden) {
      if (values) state.variables.set(hidden, values);
      else state.variables.delete(hidden);
      if (items) state.arrays.set(hidden, items);
      else state.arrays.delete(hidden);
    }
    arguments_.restore(state);
  }

  /** Its variables are its own; the files stay. */
  private apart(script: Script, state: ShellState): void {
    const stopped = this.stopped;
    this.all(script, { ...copyOf(state), files: state.files });
    this.stopped = stopped;
  }

  /** @param starts What is done before each, once for each way. @param returns States that come out of them otherwise. */
  private branches(
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
        this.all(branch, end);
        if (!this.stopped) ends.push(end);
        this.stopped = false;
      }
    }
    if (ends.length + returns.length > 0) join(state, [...ends, ...returns]);
  }

  private loop({ variable, items, body }: Extract<Command, { kind: "loop" }>, state: ShellState): void {
    const values = items?.flatMap((item) => this.words.all([item], state).flatMap((fields) => fields));
    for (const name of this.assignedInRounds(body)) {
      const before = state.variables.get(name);
      setVariable(state, name, before ? [...before, ...notKnown] : notKnown);
    }
    if (variable !== undefined) {
      const several = values !== undefined && values.length > 0 && values.length <= mostAlternatives;
      const known = several && values.every(({ splits }) => !splits);
      setVariable(state, variable, known ? values : notKnown);
    }
    this.branches([body, []], state);
  }

  /** What a round may set, the functions that it calls included. */
  private assignedInRounds(body: Script): ReadonlySet<string> {
    const names = assignedIn(body);
    const isCalled = [...this.functions.keys()].some((name) => mentions(body, name));
    if (!isCalled) return names;
    return new Set([...names, ...[...this.functions.values()].flatMap((one) => [...assignedIn(one.body)])]);
  }

  private simple(command: SimpleCommand, state: ShellState): void {
    const { assignments, words, redirects, from, to } = command;
    for (const word of [...words, ...assignments.flatMap(({ value }) => value ?? [])])
      this.outputs(word, state);
    const own = new Map(state.variables);
    if (words.length === 0) {
      for (const one of assignments) assignVariable(one, state, this.words);
      this.write(command, state);
      return;
    }
    for (const { name, value, appends } of assignments)
      own.set(name, value && !appends ? this.words.one(value, state) : notKnown);
    const { input } = this;
    this.input = undefined;
    const given = this.words.all(words, state);
    const alternatives = given.map((fields) => fields.slice(prefixLength(fields)));
    const [before = []] = given;
    for (const [name, value] of assignmentsIn(before.slice(0, prefixLength(before)))) own.set(name, [value]);
    const [first] = alternatives[0] ?? [];
    const program = first?.text ?? "";
    this.write(command, state, input);
    const called = this.functions.get(program);
    if (called) {
      this.call(program, called, alternatives, state);
      return;
    }
    const copied = program === "cp" ? fileCopied(alternatives, state) : undefined;
    if (!changesNoFile(program))
      for (const { text: word } of alternatives.flat()) state.files.delete(shellPath(word));
    if (copied)
      for (const { text: word } of alternatives.flat().slice(1)) state.files.set(shellPath(word), copied);
    if (program === "tee") writeCopies(alternatives, input ?? this.textOf(command, undefined, state), state);
    if (/^(?:\S*\/)?(?:bash|sh)$/.test(program)) this.shell(alternatives, state);
    if (this.wanted(program)) {
      this.commands.push({
        alternatives,
        variables: own,
        files: new Map(state.files),
        from,
        to,
        isRefused: this.isRefused,
        isInText: this.isInText,
      });
    }
    for (const { target } of redirects) this.outputs(target, state);
    if (runBuiltin(program, (alternatives[0] ?? []).slice(1), state, this.calls.at(-1))) this.stopped = true;
  }

  /** `bash -c 'commands'`, where the text stands in the script as it is. */
  private shell(alternatives: readonly (readonly Field[])[], state: ShellState): void {
    const [only, other] = alternatives;
    const [, option, text, more] = only ?? [];
    if (other || more || !text || !/^-[a-z]*c$/.test(option?.text ?? "")) return;
    const [from = -1] = text.at;
    if (from < 0 || !text.at.every((at, index) => at === from + index)) return;
    const before = this.isInText;
    this.isInText = true;
    const seen = new Map([...state.variables].filter(([name]) => state.exported.has(name)));
    const inner = { ...copyOf(state), variables: seen, arrays: new Map<string, readonly Text[]>() };
    const stopped = this.stopped;
    this.all(parseScript(this.text, from, from + text.at.length), { ...inner, files: state.files });
    this.stopped = stopped;
    this.isInText = before;
  }

  /** `cat > FILE <<EOF`, and others that change a file. */
  private write(command: SimpleCommand, state: ShellState, input?: Text): void {
    const { redirects } = command;
    const given = { ...command, redirects: redirects.filter(({ operator }) => !operator.includes(">")) };
    const isWhole = redirects.length - given.redirects.length === 1;
    for (const redirect of redirects) {
      if (!/^(?:>>?|>\||&>>?)$/.test(redirect.operator)) continue;
      const [path] = this.pathOf(redirect, state).map(shellPath);
      if (path === undefined) {
        state.files.clear(); // it may be any of them
        continue;
      }
      const isOutput = isWhole && /^>\|?$/.test(redirect.operator);
      const written = isOutput ? this.textOf(given, input, state) : undefined;
      if (written) state.files.set(path, written);
      else state.files.delete(path);
    }
  }

  private pathOf({ target }: Redirect, state: ShellState): readonly string[] {
    const values = this.words.one(target, state);
    return values.length === 1
      ? values.flatMap(({ text }) => (text.includes(unknownText) ? [] : [text]))
      : [];
  }

  /** The commands whose output the word takes. */
  private outputs(word: Word, state: ShellState): void {
    for (const part of word.parts) {
      if (part.kind !== "output") continue;
      this.apart(part.script, state);
      const printed = this.printedIn(part.script, state);
      if (printed) this.words.printed.set(part, withoutLastLines(printed));
      else this.words.printed.delete(part);
    }
  }

  /** What commands print of which the last alone prints anything: `IFS=,; echo "${NAMES[*]}"`. */
  private printedIn(script: Script, state: ShellState): Text | undefined {
    const inside = copyOf(state);
    for (const [index, command] of script.entries()) {
      const isLast = index === script.length - 1;
      if (command.kind === "pipeline" && isLast) {
        let text: Text | undefined;
        for (const part of command.commands)
          text = part.kind === "simple" ? this.printedBy(part, text, inside) : undefined;
        return text;
      }
      if (command.kind !== "simple") return undefined;
      if (isLast) return this.printedBy(command, undefined, inside);
      if (command.words.length > 0 || command.redirects.length > 0) return undefined;
      for (const one of command.assignments) assignVariable(one, inside, this.words);
    }
    return undefined;
  }
}
