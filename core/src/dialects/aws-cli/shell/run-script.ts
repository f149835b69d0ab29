import { assignedIn, mentions, wordsOf } from "./assigned-names.js";
import { Branching, type Follower } from "./branching.js";
import { branchesTaken, type Branches } from "./branches-taken.js";
import { calculate } from "./calculate.js";
import { assignVariable } from "./assign-variable.js";
import { mostAlternatives, type Field, type Text, type Variables } from "./expand-word.js";
import { forgetRounds } from "./loop-effects.js";
import { parseScript, unknownText } from "./parse-script.js";
import { changeFiles } from "./copied-files.js";
import { assignmentsIn, prefixLength } from "./program-prefix.js";
import { nothing } from "./printed-text.js";
import type { Call } from "./run-builtin.js";
import type { RunCommand } from "./run-command.js";
import { runOwnCommand, type ProgramCall } from "./run-own-command.js";
import { defaultsSet } from "./default-values.js";
import { ScriptOutput } from "./script-output.js";
import { ScriptWords } from "./script-words.js";
import { scriptInText, type ScriptInText } from "./script-in-text.js";
import { ScriptTexts } from "./script-texts.js";
import { folderText, ownFile } from "./shell-folder.js";
import {
  argumentsIn,
  bringBack,
  copyOf,
  hide,
  newState,
  notKnown,
  print,
  setArguments,
  setVariable,
  type ShellState,
} from "./shell-state.js";
import type { Command, Range, Redirect, Script, SimpleCommand } from "./syntax.js";
import { expandTest, statusOf } from "./test-status.js";

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
 * @param isFile It is a script of its own, in the folder where it is taken to begin.
 */
export function runScript(
  text: string,
  variables: Variables,
  files: ReadonlyMap<string, Text>,
  wanted: (program: string) => boolean,
  expandsBraces = true,
  given?: readonly Text[],
  isFile = false,
): readonly RunCommand[] {
  const run = new ScriptRun(text, wanted, expandsBraces);
  const state = newState(new Map(variables), new Map(files));
  if (given) setArguments(state, given);
  for (const name of variables.keys()) if (!/^\d/.test(name)) state.exported.add(name);
  if (isFile)
    for (const name of ["0", "BASH_SOURCE"]) {
      state.variables.set(name, [ownFile]);
      state.arrays.set(name, [[ownFile]]);
    }
  if (!state.variables.has("PWD")) state.variables.set("PWD", [folderText(state)]);
  run.all(parseScript(text), state);
  run.readUncalled();
  return run.commands;
}

interface ShellFunction {
  /** Undefined: of a trap. */
  readonly name?: string;
  readonly body: Script;
  readonly files: ReadonlyMap<string, Text>;
  readonly inText?: ScriptInText["inText"];
  isCalled: boolean;
}

class ScriptRun implements Follower {
  readonly commands: RunCommand[] = [];
  private readonly functions = new Map<string, ShellFunction>();
  private readonly defined: ShellFunction[] = [];
  private readonly calls: Call[] = [];
  private readonly words: ScriptWords;
  private readonly output: ScriptOutput;
  private readonly branching = new Branching(this);
  private readonly texts: ScriptTexts;
  /** What the command at hand gets from the one before it. */
  private input: Text | undefined;
  private steps = 0;
  stopped = false;
  /** The shell takes none of the commands at hand. */
  private isRefused = false;
  /** It says that large and small letters are the same. */
  private readonly hasOddTests: boolean;
  /** How often the script ended, on one of its ways. */
  private exits = 0;
  /** What is certainly not run. */
  private readonly leftOut: Script[] = [];

  constructor(
    private readonly text: string,
    private readonly wanted: (program: string) => boolean,
    private readonly expandsBraces: boolean,
  ) {
    this.hasOddTests = text.includes("nocasematch");
    this.texts = new ScriptTexts(this, text);
    this.words = new ScriptWords(expandsBraces);
    this.output = new ScriptOutput(
      this.words,
      expandsBraces,
      (name) => this.functions.has(name),
      (script, state) => this.printedApart(script, state),
    );
  }

  all(script: Script, state: ShellState): void {
    for (const command of script) {
      if (this.stopped) return;
      this.one(command, state);
    }
  }

  get isOver(): boolean {
    return this.steps > mostCommands;
  }

  one(command: Command, state: ShellState): void {
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
        this.branching.andOr(command, state);
        return;
      case "branches":
        this.branching.conditional(this.narrowed(command, state), state);
        return;
      case "not":
        this.one(command.command, state);
        return;
      case "redirected":
        this.output.outputsOf(command.redirects, state);
        if (command.redirects.some(({ operator }) => operator.includes("<"))) this.input = undefined;
        this.redirected(command.redirects, state, () => {
          this.one(command.command, state);
        });
        return;
      case "test":
        expandTest(command.items ?? [], state, this.output);
        return;
      case "arithmetic":
        calculate(command.text, state);
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
        const { name, body } = command;
        const inText = this.texts.inText && { inText: this.texts.inText };
        const made: ShellFunction = { name, body, files: new Map(state.files), isCalled: false, ...inText };
        this.functions.set(command.name, made);
        this.defined.push(made);
      }
    }
  }

  statusOf(command: Command, state: ShellState): boolean | undefined {
    return this.hasOddTests ? undefined : statusOf(command, state, this.words, this.expandsBraces);
  }

  leaveOut(script: Script): void {
    this.leftOut.push(script);
  }

  /** Functions that nothing calls, with arguments and variables that nobody knows; those that call others first. */
  readUncalled(): void {
    this.stopped = false;
    for (const one of [...this.defined].reverse()) {
      const { name } = one;
      if (one.isCalled || (name !== undefined && this.leftOut.some((script) => mentions(script, name))))
        continue;
      one.isCalled = true;
      this.texts.inText = one.inText;
      this.branching.oneOf([one.body], newState(new Map(), new Map(one.files)));
      this.texts.inText = undefined;
      this.stopped = false;
    }
  }

  private pipeline(commands: readonly Command[], state: ShellState): void {
    let input: Text | undefined;
    for (const part of commands) {
      this.input = input;
      input = this.printedApart([part], state);
      this.input = undefined;
    }
    print(state, input);
  }

  /** The branches of `case` that may be taken. */
  private narrowed(command: Branches, state: ShellState): Branches {
    if (command.subject) this.output.outputs(command.subject, state);
    return this.hasOddTests ? command : branchesTaken(command, state, this.words, this);
  }

  /** What commands print goes where redirections lead it. */
  private redirected(redirects: readonly Redirect[], state: ShellState, run: () => void): void {
    if (!redirects.some(({ operator }) => operator.includes(">"))) {
      run();
      return;
    }
    const way = this.output.wayOf(redirects, state);
    // What they say besides comes along
    const isMixed = redirects.some(({ descriptor, operator }) => descriptor === "2" && operator === ">&");
    const { printed: before } = state;
    const { exits } = this;
    state.printed = nothing;
    run();
    const printed = this.exits === exits && !isMixed ? state.printed : undefined;
    state.printed = before;
    if (way !== "away") print(state, way && printed);
    this.output.writeText(redirects, () => printed, state);
  }

  /** A function of the script, in whose place its body runs. */
  private call(
    name: string,
    called: ShellFunction,
    given: readonly (readonly Field[])[],
    ofCall: ReadonlyMap<string, readonly Text[]>,
    state: ShellState,
  ): void {
    called.isCalled = true;
    const rounds = this.calls.filter((one) => one.name === name).length;
    if (rounds > 0) for (const one of assignedIn(called.body)) setVariable(state, one, notKnown);
    if (rounds > 1 || this.calls.length >= mostCalls) {
      print(state, undefined);
      return;
    }
    const arguments_ = argumentsIn(state);
    const call: Call = { name, returns: [] };
    const { hidden } = state;
    state.hidden = new Map();
    for (const [variable, values] of ofCall) {
      hide(state, variable);
      setVariable(state, variable, values);
    }
    this.calls.push(call);
    const { inText } = this.texts;
    this.texts.inText = called.inText ?? inText;
    this.branching.oneOf(
      [called.body],
      state,
      given.map((fields) => (inside: ShellState) => {
        // What it calls itself with differs by round
        setArguments(inside, rounds > 0 ? undefined : fields.slice(1));
      }),
      call.returns,
    );
    this.texts.inText = inText;
    this.calls.pop();
    bringBack(state);
    state.hidden = hidden;
    arguments_.restore(state);
  }

  /** Its variables are its own; the files stay. */
  private apart(script: Script, state: ShellState): void {
    print(state, this.printedApart(script, state));
  }

  private printedApart(script: Script, state: ShellState): Text | undefined {
    const { stopped, exits } = this;
    const inside: ShellState = { ...copyOf(state), files: state.files, printed: nothing };
    this.all(script, inside);
    this.stopped = stopped;
    // Where it ends early on one of its ways, what it had printed is another text
    return this.exits === exits && !this.isOver ? inside.printed : undefined;
  }

  private loop(command: Extract<Command, { kind: "loop" }>, state: ShellState): void {
    const { variable, items, body } = command;
    this.input = undefined;
    for (const item of items ?? []) this.output.outputs(item, state);
    const values = items?.flatMap((item) => this.words.all([item], state).flatMap((fields) => fields));
    for (const name of forgetRounds(command, this.functions, state)) {
      const before = state.variables.get(name);
      const isOpen = before?.some(({ text }) => text === unknownText);
      setVariable(state, name, before ? (isOpen ? before : [...before, ...notKnown]) : notKnown);
    }
    if (variable !== undefined) {
      const several = values !== undefined && values.length > 0 && values.length <= mostAlternatives;
      const known = several && values.every(({ splits }) => !splits);
      setVariable(state, variable, known ? values : notKnown);
    }
    this.branching.oneOf([body, []], state);
  }

  private simple(command: SimpleCommand, state: ShellState): void {
    const { assignments, words } = command;
    for (const word of wordsOf(command)) this.output.outputs(word, state);
    const defaults = defaultsSet(command, state);
    const setDefaults = () => {
      for (const part of defaults)
        setVariable(state, part.name, this.words.one({ parts: [part], from: part.from, to: part.to }, state));
    };
    if (words.length === 0) {
      const input = this.output.textOf(command, undefined, state);
      for (const one of assignments) assignVariable(one, state, this.words);
      if (state.printed && command.redirects.length > 0)
        print(state, assignments.length === 0 ? input : undefined);
      this.output.write(command, state);
      setDefaults();
      return;
    }
    let own = assignments.length === 0 ? state.variables : new Map(state.variables);
    for (const { name, value, appends, isItem } of assignments) {
      // Each sees those before it
      const seen = { ...state, variables: own };
      own.set(name, value && !appends && !isItem ? this.words.one(value, seen) : notKnown);
    }
    const { input } = this;
    this.input = undefined;
    const given = this.words.all(words, state);
    setDefaults();
    const alternatives = given.map((fields) => fields.slice(prefixLength(fields)));
    const [before = []] = given;
    const inPrefix = assignmentsIn(before.slice(0, prefixLength(before)));
    if (inPrefix.length > 0)
      own = new Map([...own, ...inPrefix.map(([name, value]) => [name, [value]] as const)]);
    const [first] = alternatives[0] ?? [];
    const program = first?.text ?? "";
    const called = this.functions.get(program);
    const isText = /^(?:eval|source|\.)$/.test(program);
    if (called || isText) {
      this.redirected(command.redirects, state, () => {
        if (called) {
          const ofCall = new Map(assignments.map(({ name }) => [name, own.get(name) ?? notKnown]));
          this.call(program, called, alternatives, ofCall, state);
        } else if (program === "eval") this.texts.evaluated(alternatives, command, state);
        else this.texts.sourced(alternatives, command, state);
      });
      return;
    }
    if (state.printed) print(state, this.output.printedBy(command, input, state));
    this.output.write(command, state, input);
    this.program(program, { command, alternatives, own, input, state });
  }

  /** A program, or a command of the shell's own. */
  private program(program: string, ofProgram: ProgramCall): void {
    const { command, alternatives, own, input, state } = ofProgram;
    const { from, to } = command;
    changeFiles(program, alternatives, () => input ?? this.output.textOf(command, undefined, state), state);
    if (/^(?:\S*\/)?(?:bash|sh)$/.test(program)) this.texts.shell(alternatives, command, state);
    if (program === "trap") this.trap(alternatives, command, state);
    if (this.wanted(program)) {
      this.commands.push({
        alternatives,
        variables: new Map(own),
        files: new Map(state.files),
        folder: state.folder,
        from,
        to,
        isRefused: this.isRefused,
        ...(this.texts.inText ? { inText: this.texts.inText } : {}),
      });
    }
    this.texts.called(program, state);
    if (program === "exit") this.exits += 1;
    if (runOwnCommand(program, ofProgram, this.words, this.output, this.calls.at(-1))) this.stopped = true;
  }

  /** `trap 'commands' EXIT`: they run later, whatever is known then. */
  private trap([only, other]: readonly (readonly Field[])[], range: Range, state: ShellState): void {
    const [, text, signal] = only ?? [];
    if (other || !text || !signal || /^-?$/.test(text.text)) return;
    const { script, inText } = scriptInText(text, this.text, range);
    this.defined.push({ body: script, files: new Map(state.files), inText, isCalled: false });
  }
}
